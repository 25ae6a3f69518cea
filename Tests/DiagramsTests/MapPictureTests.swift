import Graphs
import Insights
import SystemMaps
import Testing

@testable import Diagrams

@Suite struct MapPictureTests {
  /// Two organizations, and residents of whom 3 live with one and 12 with the other sector.
  private static let map: SystemMap = {
    var elements = [
      Element(id: "o1", label: "Clinic", type: .organization, sector: "health"),
      Element(id: "o2", label: "School", type: .organization, sector: "schools"),
    ]
    var ties = [Connection(from: "o1", to: "o2", type: .worksWith)]
    for number in 0..<15 {
      let id = ElementID("r\(number)")
      elements.append(
        Element(
          id: id, label: "Resident \(number)", type: .resident,
          sector: number < 3 ? "health" : "schools"))
      ties.append(Connection(from: id, to: "o1", type: .worksWith))
    }
    return SystemMap(elements: elements, connections: ties)
  }()

  private static var network: Network {
    map.network(NetworkScope(types: [.organization, .resident]))
  }

  @Test func residentsStandTogetherBelowTheTeam() {
    let picture = SystemPicture(map: Self.map, network: Self.network, audience: .members)
    let labels = picture.nodes.map(\.label)
    // 12 alone would not need to be held back; beside a count that is, it does.
    #expect(labels == ["Clinic", "School", "residents (<11)", "residents (11 or more)"])
    #expect(picture.ties.count == 3)
    #expect(picture.caption.notShown.contains { $0.contains("stand together") })
  }

  /// A node that stands for others counts as nobody: not in facts, legends, titles or words.
  @Test func thoseWhoStandTogetherAreNotCounted() {
    var map = Self.map
    map.elements += (0..<2).map {
      Element(id: ElementID("x\($0)"), label: "X \($0)", type: .resident, sector: "faith")
    }
    let network = map.network(NetworkScope(types: [.organization, .resident]))
    let system = SystemPicture(map: map, network: network, audience: .members)
    let diagram = system.diagram()
    #expect(
      diagram.facts.prefix(3) == [
        "2 organizations in 2 sectors", "1 tie, 1 between sectors",
        "unnamed residents not counted",
      ])
    #expect(diagram.legend.prefix(3).map(\.text) == ["health (1)", "schools (1)", "faith"])
    #expect(diagram.summary.hasPrefix("A network map of 2 organizations. Unnamed residents stand"))
    #expect(diagram.summary.contains("By sector: health 1, schools 1, faith."))
    #expect(diagram.summary.contains("1 tie, 1 of them between sectors."))
    #expect(!diagram.summary.contains("No tie reported"))

    let sectors = SectorPicture(system).diagram()
    #expect(sectors.facts.prefix(3) == diagram.facts.prefix(3))
    #expect(sectors.summary.contains("health 1, schools 1, faith."))
    let boxes = SiloPicture(bySector: system).diagram()
    guard case .boxes(let content) = boxes.content else {
      Issue.record("the content is of another kind")
      return
    }
    #expect(
      content.bands[0].boxes.map(\.title) == ["health (1 named)", "schools (1 named)", "faith"])
    #expect(boxes.summary.contains("health 1, schools 1, faith."))
    #expect(boxes.facts.contains("unnamed residents not counted"))
  }

  @Test func whereNobodyIsNamedNobodyIsCounted() {
    let network = Self.map.network(NetworkScope(types: [.resident]))
    let picture = SystemPicture(map: Self.map, network: network, audience: .public)
    for diagram in [
      picture.diagram(), SectorPicture(picture).diagram(), SiloPicture(bySector: picture).diagram(),
    ] {
      #expect(diagram.facts.first == "unnamed residents not counted")
      #expect(!diagram.summary.contains("0 "))
    }
  }

  /// A tie to an element of no known sector is neither between sectors nor within one.
  @Test func tiesToUnknownSectorsAreTheirOwnKind() {
    var picture = Pictures.small
    picture.ties.append(.init(0, 5))
    picture.isDirected = true
    let diagram = picture.diagram()
    #expect(
      diagram.facts.contains("6 arcs, 3 between sectors, 1 with a sector not reported"))
    #expect(diagram.legend.contains { $0.text == "sector not reported" })
    guard case .network(let content) = diagram.content else {
      Issue.record("the content is of another kind")
      return
    }
    #expect(content.ties.map(\.style).last == .unreported)
    #expect(!Pictures.small.diagram().legend.contains { $0.text == "sector not reported" })
  }

  @Test func theTeamSeesAll() {
    let picture = SystemPicture(map: Self.map, network: Self.network, audience: .team)
    #expect(picture.nodes.count == 17)
    #expect(picture.ties.count == 16)
  }

  @Test func namesDoNotLeakIntoAnyFormat() throws {
    let picture = SystemPicture(map: Self.map, network: Self.network, audience: .public)
    let drawing = try picture.diagram().drawn(on: .slide)
    let svg = String(decoding: try drawing.rendered(as: .svg), as: UTF8.self)
    for text in [drawing.dot, svg, drawing.summary] { #expect(!text.contains("Resident 1")) }
  }

  @Test func silosKeepTheirMembers() {
    let network = Self.network
    let partition = Partition(labels: network.elements.map { $0 == "o2" ? 1 : 0 })
    let picture = SiloPicture(
      map: Self.map, network: network, partition: partition, audience: .members)
    #expect(picture.boxOf == [0, 1, 0, 0])
    #expect(picture.titles == ["Silo 1", "Silo 2"])
  }

  /// Two triangles are no more than seven nodes with six ties may be: groups, and no silos.
  @Test func thoseWithoutATieAreNoGroup() throws {
    var elements: [Element] = []
    for number in 0..<7 {
      elements.append(
        Element(id: ElementID("o\(number)"), label: "Org \(number)", type: .organization))
    }
    let ties = [(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5)].map {
      Connection(from: ElementID("o\($0.0)"), to: ElementID("o\($0.1)"), type: .worksWith)
    }
    let map = SystemMap(elements: elements, connections: ties)
    let network = map.network()
    let picture = SiloPicture(
      map: map, network: network, silos: Silos(of: network, in: map), audience: .members)
    #expect(picture.titles == ["Group 1", "Group 2", "No tie reported"])
    #expect(picture.untiedBox == 2)
    #expect(
      picture.diagram().facts.contains("6 organizations in 2 groups, 1 without a reported tie"))
  }

  @Test func allPicturesOfAMapAgreeOnColours() throws {
    let map = Self.map
    let system = SystemPicture(map: map, network: Self.network, audience: .members)
    let tables = TablePicture(map: map, audience: .members)
    #expect(!system.palette.groups.isEmpty)
    #expect(system.palette == tables.palette)
    let few = system.palette.styles(names: [system.palette.groups.last], sizes: [9])
    let place = system.palette.groups.count - 1
    #expect(few.styles.first?.tone == system.palette.tones[place])
  }

  @Test func selfIdentifiedAttributesGiveNoColour() {
    var map = Self.map
    map.benchmarks = [
      Benchmark(population: .named("community"), attribute: "sector", group: "health", share: 0.5)
    ]
    let picture = SystemPicture(map: map, network: Self.network, audience: .team)
    #expect(picture.nodes.allSatisfy { $0.group == nil })
    #expect(picture.caption.notShown.contains { $0.contains("only people themselves") })
  }

  @Test func seatsShowWhomTheyRepresent() {
    var map = SystemMap(elements: [
      Element(id: "t1", label: "Board", type: .table),
      Element(id: "o1", label: "Clinic", type: .organization, sector: "health"),
      Element(id: "p1", label: "Ana", type: .person, sector: "health"),
      Element(id: "r1", label: "Rosa", type: .resident),
    ])
    map.seats = [
      Seat(table: "t1", holder: "p1", representing: "o1"), Seat(table: "t1", holder: "p1"),
      Seat(table: "t1", holder: "r1"), Seat(table: "t1", holder: nil, role: .vacant),
      Seat(table: "t1", holder: "p1", role: .staff),
    ]
    let picture = TablePicture(map: map, audience: .members)
    #expect(picture.tables.map(\.title) == ["Board"])
    // A seat for each resident would give their number away.
    #expect(picture.tables[0].seats.map(\.label) == ["Clinic", "Ana", "vacant", "residents (<11)"])
    #expect(
      TablePicture(map: map, audience: .public).tables[0].seats.map(\.label)
        == ["Clinic", "person", "vacant", "residents (<11)"])
  }
}
