import Testing

@testable import Diagrams

@Suite struct ViewTests {
  /// Nothing lies over anything else, and nothing off the page, on paper and on a slide.
  @Test(arguments: Pictures.views.keys.sorted(), [Page.slide, .a4, .a4.portrait])
  func everythingHasItsPlace(view: String, page: Page) throws {
    let drawing = try #require(Pictures.views[view]).drawn(on: page)
    let sheet = drawing.sheet
    let bounds = Rect(x: 0, y: 0, width: sheet.size.width, height: sheet.size.height)
    #expect(sheet.marks.allSatisfy { bounds.contains($0.frame) })
    let nodes = sheet.marks.filter { $0.kind == .node }.map(\.frame)
    for (place, first) in nodes.enumerated() {
      for second in nodes[(place + 1)...] { #expect(!first.overlaps(second)) }
    }
    #expect(!drawing.summary.isEmpty)
    #expect(!drawing.title.isEmpty)
    let again = try #require(Pictures.views[view]).drawn(on: page)
    #expect(again == drawing)
  }

  @Test func stepsAreCountedFromTheMiddle() {
    let near = EgoPicture(of: Pictures.small, focus: 0)
    #expect(near.system.nodes.map(\.label) == ["Oak Clinic", "County Hospital", "Elm School"])
    #expect(near.steps == [0, 1, 1])
    #expect(near.beyond == 2)
    let far = EgoPicture(of: Pictures.small, focus: 0, steps: 2)
    #expect(far.steps == [0, 1, 1, 2, 2])
    #expect(far.beyond == 0)
    // What lies between those two steps away is left out.
    let sameRing = far.system.ties.filter { far.steps[$0.first] == 2 && far.steps[$0.second] == 2 }
    #expect(sameRing.isEmpty)
    let alone = EgoPicture(of: Pictures.small, focus: 5).diagram()
    #expect(alone.summary == "Food Bank has no tie as reported.")
  }

  @Test func bridgesAreThoseWithTiesToOtherSilos() {
    let diagram = BridgePicture(Pictures.silos).diagram()
    guard case .network(let content) = diagram.content else {
      Issue.record("the content is of another kind")
      return
    }
    let names = content.chips.map(\.label).filter { !$0.hasPrefix("Silo") }
    #expect(names == ["Oak Clinic", "Elm School", "Birch School", "County Hospital"])
    #expect(content.chips.allSatisfy { $0.scale == 1 || $0.scale == 1.12 }, "nobody is ranked")
    #expect(diagram.facts.contains("4 organizations join 3 silos"))
  }

  @Test func everyRungIsCountedOnce() {
    let diagram = Pictures.ladder.diagram()
    let texts = diagram.legend.map(\.text)
    for text in ["4 collaborating (1)", "1 networking (1)", "level not reported (1)"] {
      #expect(texts.contains(text))
    }
    guard case .network(let ladder) = diagram.content,
      case .network(let system) = Pictures.small.diagram().content
    else { return }
    #expect(Set(ladder.ties.map(\.style)).count == 5)
    #expect(ladder.chips == system.chips, "the same names in the same places")
  }

  /// Absent ties are drawn, and place nothing.
  @Test func absentTiesPlaceNothing() throws {
    func frames(_ diagram: Diagram) throws -> [Rect] {
      try diagram.drawn(on: .a3).sheet.marks.filter { $0.kind == .node }.map(\.frame)
    }
    var none = Pictures.missing
    none.absent = []
    #expect(try frames(Pictures.missing.diagram()) == frames(none.diagram()))
    #expect(
      Pictures.missing.diagram().summary.contains(
        "Have not met yet as reported: Oak Clinic and Food Bank"))
  }

  @Test func unknownPairsAreNeverCalledAbsent() {
    let diagram = Pictures.missingTable.diagram()
    #expect(diagram.facts.contains("5 of 10 pairs have a tie"))
    #expect(diagram.facts.contains("2 pairs not known"))
    guard case .matrix(let content) = diagram.content else {
      Issue.record("the content is of another kind")
      return
    }
    #expect(content.cells[3][0]?.text == "not known")
    #expect(content.cells[3][1]?.text == "0 of 2")
    #expect(content.cells[3][1]?.isOpen == true)
    #expect(content.cells[2][2] == nil, "one member makes no pair")
  }

  @Test func tablesShareThoseWhoSitAtBoth() {
    let diagram = OverlapPicture(Pictures.tables).diagram()
    guard case .matrix(let content) = diagram.content else {
      Issue.record("the content is of another kind")
      return
    }
    #expect(content.cells.map { $0.map { $0?.text } } == [["2"], ["1", "1"], ["1", "1", "1"]])
    #expect(diagram.facts.contains("3 of 3 pairs share a member"))
  }

  @Test func bandsHoldNoNumber() throws {
    let diagram = Pictures.bands.diagram()
    let drawing = try diagram.drawn(on: .slide)
    let texts = drawing.sheet.marks.flatMap(\.lines) + drawing.sheet.marks.compactMap(\.title)
    let inside = texts.filter { $0.contains("parity") || $0.contains("White") }
    #expect(!inside.isEmpty)
    #expect(inside.allSatisfy { !$0.contains { $0.isNumber } })
    #expect(!diagram.summary.contains { $0.isNumber })
  }

  @Test func namesStayInTheirQuarter() throws {
    #expect(
      Pictures.grid.diagram().summary
        == "A grid of power and interest. Decide together: Oak Clinic, Elm School. "
        + "Build power with: Parents' Circle.")
    let wild = GridPicture.Entry("x", power: .nan, interest: 99)
    #expect(wild.power == 0)
    #expect(wild.interest == 10)
  }

  @Test func whatHasChangedIsSaidInWords() {
    let diagram = Pictures.difference.diagram()
    #expect(
      diagram.facts.prefix(4) == [
        "since 2025-03-01", "1 organization new", "1 organization no longer on the map",
        "1 tie new, 1 no longer reported, 1 stronger, 1 weaker",
      ])
    #expect(diagram.summary.contains("New: Elm School."))
    #expect(diagram.summary.contains("stronger, level 1 before and 3 now"))
  }

  /// All of a few are drawn, with what has not changed; of more those are left out around whom
  /// nothing has.
  @Test(arguments: [(30, 30), (31, 2)])
  func aSmallMapShowsWhatHasNotChangedToo(count: Int, shown: Int) {
    let picture = DifferencePicture(
      system: Pictures.large(count, ties: 50), changes: [], tieChanges: [.new])
    #expect(picture.diagram().labelCount == shown)
    #expect(
      picture.diagram().notShown.contains("organizations around whom nothing has changed")
        == (shown < count))
  }

  /// Those around one in the middle lie on a ring, where their own ties do not bring disorder.
  @Test func fewTiesAroundOneLeaveTheRing() throws {
    let nodes = (0..<7).map { SystemPicture.Node("Clinic \($0)") }
    func spread(_ among: [(Int, Int)]) throws -> Double {
      let picture = EgoPicture(
        of: SystemPicture(
          caption: Pictures.caption, nodes: nodes,
          ties: (1..<7).map { .init(0, $0) } + among.map { .init($0.0, $0.1) }), focus: 0)
      let marks = try picture.diagram().drawn(on: .slide).sheet.marks.filter { $0.kind == .node }
      let far = marks.dropFirst().map { mark -> Double in
        let way = mark.frame.center - marks[0].frame.center
        return (way.x * way.x / 4 + way.y * way.y).squareRoot()
      }
      return (far.max() ?? 0) / (far.min() ?? 1)
    }
    #expect(try spread([(1, 4), (2, 5)]) < 1.4)
  }

  /// A legend explains no line that is not there.
  @Test(arguments: [[], [SystemPicture.Tie(0, 3)]])
  func absentTiesAreExplainedWhereTheyAreDrawn(absent: [SystemPicture.Tie]) {
    let picture = MissingPicture(system: Pictures.small, absent: absent, groups: [nil], pairs: [[]])
    let texts = picture.diagram().legend.map(\.text)
    #expect(texts.contains("have not met yet, as reported") == !absent.isEmpty)
    #expect(texts.contains("tie"))
  }

  @Test func ringSharesAreSpreadEvenlyAndInOrder() {
    let ways = [Point(x: 1, y: 0), Point(x: 0, y: -1), Point(x: -1, y: 0), Point(x: 0, y: 1)]
    #expect(Ring.shares(along: ways).sorted() == [0.125, 0.375, 0.625, 0.875])
    #expect(Ring.shares(along: []).isEmpty)
    for number in 0..<40 {
      let point = Ring.point(at: Double(number) / 40, size: 1)
      #expect((0...1).contains(point.x) && (0...1).contains(point.y))
    }
  }
}

@Suite struct LargeViewTests {
  /// Of a large map only what has changed is drawn, and no view stops at thousands of names.
  @Test func aLargeMapShowsWhatHasChanged() {
    let large = Pictures.large(6_000, ties: 9_000)
    var changes = large.nodes.map { _ in DifferencePicture.Change.kept }
    changes[5] = .new
    let difference = DifferencePicture(
      system: large, changes: changes, tieChanges: [.gone, .new]
    ).diagram()
    guard case .network(let content) = difference.content else {
      Issue.record("the content is of another kind")
      return
    }
    #expect((3...5).contains(content.chips.count))
    #expect(content.isSparse, "numbers on the lines have room")
    #expect(difference.notShown.contains("organizations around whom nothing has changed"))
    let ladder = LadderPicture(system: large, levels: [4], rungs: ["a", "b", "c", "d"]).diagram()
    #expect(ladder.notes.contains { $0.contains("the sectors are drawn instead") })
    let missing = MissingPicture(system: large, absent: [], groups: [nil], pairs: [[]]).diagram()
    guard case .matrix = missing.content else {
      Issue.record("thousands of names are no picture")
      return
    }
  }
}
