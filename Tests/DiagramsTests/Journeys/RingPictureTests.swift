import SystemMaps
import Testing

@testable import Diagrams

@Suite struct RingPictureTests {
  private static let ecomap = EcomapPicture(
    caption: JourneyPictures.caption, household: "The family",
    circles: [
      .init("Elm School", group: "schools"), .init("County Child Welfare", group: "county"),
      .init("County Housing", group: "county"), .init("Oak Clinic", group: "health"),
      .init("Grace Street Church"), .init("Grandmother"), .init("Neighbor"),
    ],
    snapshots: [
      .init(
        "2026-03-01",
        ties: [
          .init(0, .ordinary), .init(1, .stressful), .init(2, .tenuous, flow: .fromHousehold),
          .init(3, .ordinary), .init(4, .strong, flow: .both), .init(5, nil),
        ]),
      .init(
        "2026-04-01",
        ties: [
          .init(0, .ordinary), .init(1, .ordinary), .init(2, .tenuous),
          .init(3, .strong, flow: .toHousehold), .init(4, .strong, flow: .both), .init(5, nil),
          .init(6, .tenuous),
        ]),
    ])

  static let team: CareTeamPicture = {
    let members = (0..<15).map { number in
      CareTeamPicture.Member(
        "Worker Number \(number + 1)", group: "silo \(number % 5)")
    }
    func pairs(_ isTied: (Int, Int) -> Bool) -> [CareTeamPicture.Pair] {
      var pairs: [CareTeamPicture.Pair] = []
      for first in 0..<15 {
        for second in (first + 1)..<15 {
          pairs.append(.init(first, second, isTied(first, second) ? .coordinating : .noneReported))
        }
      }
      return pairs
    }
    return CareTeamPicture(
      caption: JourneyPictures.caption, members: members,
      snapshots: [
        .init("2026-03-01", pairs: pairs { $0 < 4 && $1 == $0 + 7 }),
        .init("2026-04-01", pairs: pairs { $0 == 8 || $1 == 8 || ($0 + $1) % 5 == 0 }),
      ])
  }()

  private static func diagram(_ name: String) -> Diagram {
    name == "ecomap" ? ecomap.diagram() : team.diagram()
  }

  @Test(arguments: ["ecomap", "careteam"])
  func golden(name: String) throws {
    try expectGolden(try Self.diagram(name).drawn(on: .slide).dot, name)
  }

  /// A line behind the label between its two ends would read as two ties of that label.
  @Test(arguments: [Page.slide, .a4, .fit]) func aTieGoesAroundTheLabelBetween(page: Page) throws {
    let members = (0..<12).map { CareTeamPicture.Member("Worker \($0)", group: "silo") }
    let pairs = (0..<12).map {
      CareTeamPicture.Pair(min($0, ($0 + 2) % 12), max($0, ($0 + 2) % 12), .coordinating)
    }
    let picture = CareTeamPicture(
      caption: JourneyPictures.caption, members: members,
      snapshots: [.init("2026-03-01", pairs: pairs)])
    let sheet = try picture.diagram().drawn(on: page).sheet
    let labels = sheet.marks.filter { $0.lines.first?.hasPrefix("Worker") == true }.map(\.frame)
    #expect(labels.count == 12)
    let middle = Rect(
      x: 0, y: 0, width: sheet.size.width, height: labels.map(\.maxY).max() ?? 0)
    for line in sheet.lines where middle.contains(line.points[0]) {
      for step in 2..<23 {
        let point = Routes.point(on: line.points, at: Double(step) / 24)
        #expect(!labels.contains { $0.inset(by: 0.5).contains(point) })
      }
    }
  }

  @Test(arguments: ["ecomap", "careteam"], [Page.slide, .a4, .a4.portrait, .fit])
  func nothingOverlapsOrLeavesThePage(name: String, page: Page) throws {
    let drawing = try Self.diagram(name).drawn(on: page)
    let paper = Rect(
      x: 0, y: 0, width: drawing.sheet.size.width, height: drawing.sheet.size.height)
    let frames = drawing.sheet.marks.filter { $0.kind != .anchor }.map(\.frame)
    for (place, first) in frames.enumerated() {
      #expect(paper.contains(first))
      for second in frames[(place + 1)...] {
        #expect(!first.overlaps(second), "\(first) \(second)")
      }
    }
    #expect(drawing.labelSize >= 7)
  }

  /// The key is printed whole; each kind of line differs by its strokes.
  @Test func theKeyIsPrinted() {
    let legend = Self.ecomap.diagram().legend
    for word in ["strong", "ordinary", "tenuous", "stressful", "feel not reported"] {
      #expect(legend.contains { $0.text == word })
    }
    let looks = legend.prefix(5).map { entry -> LegendEntry.Sample in
      guard case .stroke(var style) = entry.sample else { return entry.sample }
      style.color = .ink
      return .stroke(style)
    }
    #expect(Set(looks).count == 5)
  }

  @Test func aStressfulLineIsHatchedAndFlowHasAnArrow() throws {
    let lines = try Self.ecomap.diagram().drawn(on: .a4).sheet.lines
    let stressful = try #require(lines.first { $0.title == "County Child Welfare: stressful" })
    #expect(stressful.crossings.count > 5)
    let church = lines.filter { $0.title == "Grace Street Church: strong" }
    #expect(church.count == 2)
    #expect(church.allSatisfy { $0.arrow != nil && $0.tailArrow != nil })
    let clinic = try #require(lines.first { $0.title == "Oak Clinic: strong" })
    #expect(clinic.arrow == nil && clinic.tailArrow != nil)
  }

  /// Everyone stands in the same place on both days.
  @Test func daysCanBeCompared() throws {
    let marks = try Self.ecomap.diagram().drawn(on: .slide).sheet.marks
    let nodes = marks.filter { $0.kind == .node }
    let labels = Set(nodes.compactMap(\.title))
    for label in labels {
      let frames = nodes.filter { $0.title == label }.map(\.frame)
      #expect(frames.count == 2 && abs(frames[0].y - frames[1].y) < 0.01, "\(label)")
    }
    #expect(Self.ecomap.diagram().legend.contains { $0.text == "no tie on that day" })
  }

  @Test func absentTiesAreFaintAndUnknownOnesAreNotClaimed() {
    let diagram = Self.team.diagram()
    guard case .rings(let content) = diagram.content else {
      Issue.record("the content is of another kind")
      return
    }
    #expect(content.panels[0].title == "2026-03-01: 4 of 105 pairs work together")
    #expect(content.panels[0].links.count == 105)
    #expect(content.panels[0].links.last?.style.width == 2)
    var unknown = Self.team
    for place in unknown.snapshots.indices {
      unknown.snapshots[place].pairs.removeAll { $0.kind == .noneReported }
    }
    let legend = unknown.diagram().legend
    #expect(legend.contains { $0.text == "no line: not known, nobody was asked" })
    #expect(!legend.contains { $0.text == "have not met yet, as reported" })
    #expect(!diagram.legend.contains { $0.text.hasPrefix("no line") })
  }

  /// What concerns fewer families than the threshold is not in the picture, whoever made its input.
  @Test func flowsKeepTheThreshold() throws {
    let picture = FlowPicture(
      caption: JourneyPictures.caption, families: 40,
      places: [
        .init("Oak Clinic", group: "health", families: 30),
        .init("Elm School", group: "schools", families: 7), .init("Hope Center", families: 12),
      ],
      flows: [
        .init(0, 1, families: 10), .init(0, 2, families: 14, medianDays: 6.4),
        .init(2, 0, families: 11),
      ], gaps: [.init(1, 2)], threshold: 11)
    let diagram = picture.diagram()
    let drawing = try diagram.drawn(on: .slide)
    for text in [drawing.dot, diagram.summary] + drawing.sheet.parts.values.compactMap(\.title) {
      #expect(!text.contains("7 families") && !text.contains("10 families"))
    }
    #expect(drawing.sheet.lines.compactMap(\.title).count == 3)
    #expect(diagram.notShown.contains("whatever concerns fewer than 11 families"))
    #expect(diagram.summary.contains("14 families, 6 days between, as the median"))
  }

  /// Who else is there, and who works with whom, stands on the map whether or not a way is told.
  @Test func flowsLieOnTheMap() throws {
    func picture(_ flows: [FlowPicture.Flow]) -> Diagram {
      FlowPicture(
        caption: JourneyPictures.caption, families: 40,
        places: [
          .init("Oak Clinic", group: "health", families: 30, element: "O1"),
          .init("Elm School", group: "schools"), .init("Hope Center"), .init("Pantry"),
        ], flows: flows, ties: [.init(0, 1), .init(1, 2), .init(3, 9)], threshold: 11
      ).diagram()
    }
    let diagram = picture([.init(0, 2, families: 14), .init(0, 1, families: 10)])
    guard case .network(let content) = diagram.content else {
      Issue.record("the content is of another kind")
      return
    }
    #expect(content.chips.map(\.label).count == 4)
    #expect(content.chips[0].element == "O1")
    #expect(
      content.ties.map(\.title) == [
        "Oak Clinic – Elm School: tie, as reported", "Elm School – Hope Center: tie, as reported",
        "Oak Clinic to Hope Center: 14 families",
      ])
    #expect(content.ties.map(\.isAbsent) == [false, false, true])
    #expect(diagram.legend.contains { $0.text == "tie, as reported" })
    // A way that is left out leaves the picture as it is without one.
    #expect(
      try picture([.init(0, 1, families: 10)]).drawn(on: .slide).dot
        == picture([]).drawn(on: .slide).dot)
    // Who is on a way and has no tie is placed by the ways.
    guard case .network(let loose) = picture([.init(0, 3, families: 14)]).content else {
      Issue.record("the content is of another kind")
      return
    }
    #expect(loose.ties.allSatisfy { !$0.isAbsent })
  }

  @Test func thereAndBackAreTwoLines() throws {
    let routes = Routes(
      obstacles: [
        Rect(x: 0, y: 0, width: 10, height: 10), Rect(x: 100, y: 0, width: 10, height: 10),
      ], frame: Rect(x: -200, y: -200, width: 500, height: 500))
    let there = Routes.point(on: routes.curve(from: 0, to: 1, isBowed: true), at: 0.5)
    let back = Routes.point(on: routes.curve(from: 1, to: 0, isBowed: true), at: 0.5)
    #expect((there - back).length > 10)
  }
}
