import Testing

@testable import Diagrams

@Suite struct PageTests {
  private static let diagrams: [(String, Diagram)] = [
    ("small", Pictures.small.diagram()), ("silos", Pictures.silos.diagram()),
    ("tables", Pictures.tables.diagram()), ("sectors", Pictures.sectors.diagram()),
    ("hostile", Pictures.hostile.diagram()),
    ("53", Pictures.large(53, ties: 150).diagram()),
    ("53 by sector", SiloPicture(bySector: Pictures.large(53, ties: 150)).diagram()),
    ("partnership", Pictures.partnership.diagram()),
  ]

  /// Graphviz's frame holds the control points too, and with them it would move the whole picture.
  @Test func aCurveThatSwingsFarMovesNothingElse() throws {
    var sheet = try Pictures.small.diagram().drawn(on: .slide).sheet
    let line = try #require(sheet.lines.firstIndex { !$0.isSample })
    let ends = [sheet.lines[line].points[0], Point(x: 700, y: 500)]
    // Its lowest place is above the page's lower edge, its control points are below it.
    sheet.lines[line].points = [
      ends[0], Point(x: ends[0].x, y: 580), Point(x: 700, y: 545), ends[1],
    ]
    func routes(_ text: String) -> [[[Double]]] {
      text.split(separator: "\n").filter { $0.contains(" -> ") }.compactMap { edge in
        edge.split(separator: "pos=\"").last?.prefix { $0 != "\"" }.split(separator: " ").map {
          $0.split(separator: ",").compactMap { Double($0) }
        }
      }
    }
    let points = try #require(routes(sheet.dot.text).first { $0.count > 4 && $0[0].count == 2 })
    #expect(points.count % 3 == 1)
    #expect(points.allSatisfy { (0...960).contains($0[0]) && (0...540).contains($0[1]) })
    let middle = Routes.point(on: sheet.lines[line].points, at: 0.5)
    #expect(points.contains { abs($0[0] - middle.x) + abs($0[1] - 540 + middle.y) < 0.01 })
  }

  @Test(arguments: [Page.slide, .a4.portrait, .fit], diagrams.map(\.0))
  func nothingOverlapsOrLeavesThePage(page: Page, name: String) throws {
    let diagram = try #require(Self.diagrams.first { $0.0 == name }).1
    let drawing = try diagram.drawn(on: page)
    let sheet = drawing.sheet
    let paper = Rect(x: 0, y: 0, width: sheet.size.width, height: sheet.size.height)
    let frames = sheet.marks.filter { $0.kind != .anchor }.map(\.frame)
    for (place, frame) in frames.enumerated() {
      #expect(paper.contains(frame), "\(sheet.marks[place].lines)")
    }
    let sorted = frames.sorted { $0.x < $1.x }
    for (place, first) in sorted.enumerated() {
      for second in sorted[(place + 1)...] {
        if second.x >= first.maxX { break }
        // Numbers on lines may have no free place in a crowd; nothing else may overlap.
        #expect(!first.overlaps(second), "\(first) \(second)")
      }
    }
    for (place, box) in sheet.boxes.enumerated() {
      #expect(paper.contains(box.frame))
      for member in box.members { #expect(box.frame.contains(sheet.marks[member].frame)) }
      for other in sheet.boxes[(place + 1)...] { #expect(!box.frame.overlaps(other.frame)) }
    }
  }

  /// What Graphviz measures is what the composition counted on.
  @Test func textFitsItsFrame() throws {
    var picture = Pictures.large(53, ties: 150).diagram()
    picture.keepsAll = true
    let drawing = try picture.drawn(on: .slide)
    var dot = DOT()
    for (place, mark) in drawing.sheet.marks.enumerated() where !mark.lines.isEmpty {
      let text = DOTText(mark.lines.joined(separator: "\n"), keepingLines: true)
      dot.nodes.append(
        DOT.Node(
          id: DOT.ID(.node, place),
          attributes: [
            .label(text), .font(mark.isBold ? .bold : .regular), .fontSize(mark.fontSize),
            .shape(.plaintext), .margin(0), .width(0), .height(0), .center(.zero),
          ]))
    }
    let layout = try Graphviz.layout(dot, engine: .asGiven)
    for (id, node) in layout.nodes {
      let place = try #require(Int(id.text.dropFirst()))
      let mark = drawing.sheet.marks[place]
      #expect(node.size.width <= mark.drawnFrame.width + mark.fontSize * 0.2, "\(mark.lines)")
      #expect(node.size.height <= mark.frame.height + mark.fontSize * 0.2, "\(mark.lines)")
    }
  }

  @Test func labelsAreLarge() throws {
    var picture = Pictures.large(53, ties: 150).diagram()
    picture.keepsAll = true
    #expect(try picture.drawn(on: .slide).labelSize >= 10)
    #expect(try picture.drawn(on: .a4).labelSize >= 8)
    #expect(try Pictures.small.diagram().drawn(on: .slide).labelSize >= 18)
    #expect(try Pictures.partnership.diagram().drawn(on: .a4).labelSize >= 6.5)
    #expect(try Pictures.partnership.diagram().drawn(on: .a3).labelSize >= 9)
  }

  @Test func smallTextIsSaid() throws {
    var diagram = Pictures.partnership.diagram()
    diagram.keepsAll = true
    let drawing = try diagram.drawn(on: .slide)
    #expect(drawing.advice?.contains("slide needs 14 or more") == true)
    #expect(try Pictures.small.diagram().drawn(on: .slide).advice == nil)
  }

  /// Where a slide has no room for the names of a partnership, each seat has the tag of its group.
  @Test func seatsWithoutRoomForNamesStandAsTags() throws {
    let picture = Pictures.partnership
    let drawing = try picture.diagram().drawn(on: .slide)
    #expect(drawing.labelSize >= 13.95 && drawing.advice == nil)
    #expect(drawing.notes.contains { $0.contains("the seats are drawn without names instead") })
    let written = drawing.sheet.marks.flatMap(\.lines)
    #expect(written.contains { $0.contains("who sits there, and at how many tables") })
    // Besides those of the legend there is a tag for each seat, those of no group dashed.
    let legend = picture.diagram().legend.count - 1
    let tags = drawing.sheet.marks.filter { $0.kind == .tag }
    #expect(tags.count - legend == picture.tables.reduce(0) { $0 + $1.seats.count })
    #expect(tags.count { $0.outline?.isDashed == true } == 1 + vacant(in: picture))
    #expect(!tags.contains { $0.outline?.stroke == .ink })
    var marked = picture
    marked.tables[0].seats[0].isHighlighted = true
    let drawn = try marked.diagram().drawn(on: .slide).sheet.marks
    #expect(drawn.count { $0.kind == .tag && $0.outline?.stroke == .ink } == 2)
    // On paper, where names can be read, they stay.
    #expect(try picture.diagram().drawn(on: .a3).notes.isEmpty)
  }

  private func vacant(in picture: TablePicture) -> Int {
    picture.tables.flatMap(\.seats).count(where: \.isVacant)
  }

  /// Seats of more tables than a slide has lines for: the last ones are left out, and counted.
  @Test func rowsWithoutRoomAreCounted() throws {
    let picture = Pictures.seats(tables: 40)
    let drawing = try picture.diagram().drawn(on: .slide)
    let names = Set(drawing.sheet.marks.flatMap(\.lines)).filter { $0.hasPrefix("Table ") }
    #expect((15..<40).contains(names.count) && drawing.labelSize >= 13.95)
    #expect(Set((1...names.count).map { "Table \($0)" }) == names)
    let words = "the last \(40 - names.count) of 40 tables"
    #expect(drawing.notes.contains { $0.contains(words) && $0.contains("print it on a3 or a4") })
    #expect(drawing.sheet.marks.flatMap(\.lines).joined(separator: " ").contains(words))
    // One more would not have had room.
    let more = try Pictures.seats(tables: names.count + 1).diagram().drawn(on: .slide)
    #expect(more.notes.contains { $0.contains("the last 1 of") } || more.advice != nil)
    var whole = picture.diagram()
    whole.keepsAll = true
    let all = try whole.drawn(on: .slide)
    #expect(all.labelSize < 13.95 && all.advice != nil)
    #expect(all.sheet.marks.flatMap(\.lines).contains("Table 40"))
  }

  /// Who ties several silos is named before the others of a box, who are counted.
  @Test func boxesNameThoseWhoHaveRoom() throws {
    var system = Pictures.large(96, ties: 200)
    // One that stands for several is named, and not counted.
    system.nodes[95].label = "residents (<11)"
    system.nodes[95].standsFor = Noun("resident")
    let picture = SiloPicture(system: system, boxOf: (0..<96).map { $0 % 6 })
    let diagram = picture.diagram()
    let drawing = try diagram.drawn(on: .slide)
    #expect(drawing.labelSize >= 13.95 && drawing.advice == nil)
    guard case .boxes(let content) = diagram.content else {
      Issue.record("the content is of another kind")
      return
    }
    let lines = drawing.sheet.marks.map { $0.lines.joined(separator: " ") }
    var left = 0
    for box in content.bands.flatMap(\.boxes) {
      let named = box.chips.filter { lines.contains($0.label) && $0.isCounted }
      let others = box.chips.count(where: \.isCounted) - named.count
      left += others
      if others > 0 {
        #expect(lines.contains("and \(others) more"))
        let marked = box.chips.count(where: \.isMarked)
        #expect(named.count(where: \.isMarked) == min(marked, named.count))
      }
    }
    #expect(left > 0 && lines.contains("residents (<11)"))
    #expect(drawing.notes.contains { $0.contains("the names of \(left) of 95 organizations") })
  }

  /// Whatever is smaller than the page promises is told, be it a label, a note or a number.
  @Test(arguments: Pictures.views.keys.sorted())
  func textThatIsTooSmallIsTold(view: String) throws {
    let diagram = try #require(Pictures.views[view])
    for page in [Page.slide, .a4, .a4.portrait, .a0] {
      let drawing = try diagram.drawn(on: page)
      let svg = try SVGReader.read(drawing.rendered(as: .svg))
      let least = try #require(svg.fontSizes.min())
      #expect((least < page.smallestReadable - 0.06) == (drawing.advice != nil), "\(page.name)")
    }
  }

  /// Names are never drawn too small to read: the groups stand where a page has no room for them,
  /// unless a reader can enlarge it.
  @Test func labelsThatCannotBeReadBecomeGroups() throws {
    var diagram = Pictures.large(80, ties: 150).diagram()
    func names(_ drawing: Drawing) -> Int { drawing.sheet.marks.count { $0.kind == .node } }
    let drawing = try diagram.drawn(on: .slide)
    #expect(drawing.labelSize >= 13.95 && drawing.advice == nil && names(drawing) == 8)
    #expect(
      drawing.notes == [
        "80 labels cannot be read on slide: the sectors are drawn instead. To see them all, "
          + "print it on a3 or a4, or choose some with a focus or a filter."
      ])
    let paper = try diagram.drawn(on: .a3)
    #expect(paper.notes.isEmpty && names(paper) == 80)
    diagram.keepsAll = true
    let small = try diagram.drawn(on: .slide)
    #expect(small.advice != nil && names(small) == 80)
  }

  /// Labels that are larger the more somebody counts give way to labels of one size first.
  @Test func sizesGiveWayBeforeNames() throws {
    var picture = Pictures.large(34, ties: 60)
    picture.sizeMeaning = "ties"
    for place in picture.nodes.indices { picture.nodes[place].size = Double(place) }
    let drawing = try picture.diagram().drawn(on: .slide)
    #expect(drawing.labelSize >= 13.95)
    #expect(drawing.sheet.marks.count { $0.kind == .node } == 34)
    #expect(drawing.notes.contains { $0.contains("labels of one size are drawn instead") })
    let paper = try picture.diagram().drawn(on: .a3)
    #expect(paper.notes.isEmpty && Set(paper.sheet.marks.map(\.fontSize)).count > 10)
  }

  /// Where nobody has a tie, nothing is above the rows of those without one.
  @Test func rowsAloneStandInTheMiddle() throws {
    let nodes = (0..<3).map { SystemPicture.Node("Clinic \($0)") }
    let picture = SystemPicture(caption: Pictures.caption, nodes: nodes, ties: [])
    let drawing = try picture.diagram().drawn(on: .a4)
    let cells = drawing.sheet.marks.filter { $0.kind == .node }.map(\.frame.center.y)
    #expect(cells.allSatisfy { abs($0 - 297.5) < 40 }, "\(cells)")
  }

  @Test func tooManyLabelsBecomeGroups() throws {
    let drawing = try Pictures.large(400, ties: 700).diagram().drawn(on: .slide)
    #expect(drawing.sheet.marks.filter { $0.kind == .node }.count == 8)
    #expect(drawing.notes.contains { $0.contains("400 labels cannot be read on slide") })
    let county = Pictures.large(5_001, ties: 20_000).diagram()
    #expect(county.labelCount == 8)
    #expect(county.notes.contains { $0.contains("5,001 organizations are too many") })
  }

  @Test func oneNodeAndNone() throws {
    for count in 0...2 {
      let nodes = (0..<count).map { SystemPicture.Node("Clinic \($0)") }
      let picture = SystemPicture(caption: Pictures.caption, nodes: nodes, ties: [])
      for diagram in [
        picture.diagram(), SiloPicture(bySector: picture).diagram(),
        SectorPicture(picture).diagram(),
      ] {
        let svg = try diagram.drawn(on: .fit).rendered(as: .svg)
        #expect(!svg.isEmpty)
      }
    }
    let tables = TablePicture(caption: Pictures.caption, tables: [.init("Empty", seats: [])])
    #expect(try !tables.diagram().drawn(on: .a4).dot.isEmpty)
  }

  @Test func longLabelsBreakAtWords() throws {
    let label = "Larkspur Valley Regional Association of Community Health Workers"
    let measure = try TextMeasure(words: [label], bold: [])
    let lines = measure.lines(of: label, fontSize: 10, limit: 100)
    #expect(lines.joined(separator: " ") == label)
    #expect(lines.allSatisfy { measure.width(of: $0, fontSize: 10) <= 100 })
    let word = String(repeating: "x", count: 80)
    let long = try TextMeasure(words: [word], bold: [])
    let pieces = long.lines(of: word, fontSize: 10, limit: 60, most: 40)
    #expect(pieces.joined() == word)
    #expect(pieces.allSatisfy { long.width(of: $0, fontSize: 10) <= 60.01 })
  }

  @Test func cutLabelsStayApart() throws {
    let start = "Comprehensive Community Initiative of the Larkspur Valley for Families and Youth"
    let labels = ["\(start), North Office", "\(start), South Office"]
    let measure = try TextMeasure(words: labels, bold: [])
    let cut = labels.map { measure.lines(of: $0, fontSize: 10, limit: 70, most: 4) }
    #expect(cut[0] != cut[1])
    for lines in cut {
      #expect(lines.count == 4 && lines[1].hasSuffix("…") && lines[3].hasSuffix("Office"))
    }
  }

  @Test func pageNames() {
    #expect(Page(name: "A4") == .a4)
    #expect(Page(name: "quarto") == nil)
    #expect(Page.a4.portrait.width == 595)
    #expect(Page(name: "odd", width: .nan, height: -1).height == 100)
  }
}
