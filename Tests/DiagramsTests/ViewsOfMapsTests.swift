import Graphs
import Insights
import SystemMaps
import Testing

@testable import Diagrams

@Suite struct ViewsOfMapsTests {
  /// Four organizations: one asked, one silent, two that were not asked; and a resident.
  private static let map: SystemMap = {
    var elements = [
      Element(id: "a", label: "Clinic", type: .organization, sector: "health"),
      Element(id: "b", label: "School", type: .organization, sector: "schools"),
      Element(id: "c", label: "Church", type: .organization, sector: "faith"),
      Element(id: "d", label: "Police", type: .organization, sector: "police"),
      Element(id: "r", label: "Rosa", type: .resident, sector: "health"),
    ]
    elements[0].responded = true
    elements[1].responded = false
    for place in elements.indices {
      elements[place].power = Double(place)
      elements[place].interest = 5
    }
    var map = SystemMap(
      elements: elements,
      connections: [
        Connection(from: "a", to: "b", type: .worksWith, level: 2),
        Connection(from: "c", to: "d", type: .worksWith),
        Connection(from: "r", to: "a", type: .worksWith),
      ])
    map.settings.levelScale = .himmelman
    return map
  }()

  /// What is left out is told in the order of its number, but for those who may not be counted.
  @Test func theCaptionDoesNotTellHowManyMayNotBeNamed() {
    func notShown(residents: Int, to audience: Audience) -> [String] {
      let residents = (0..<residents).map {
        Element(id: ElementID("r\($0)"), label: "R\($0)", type: .resident)
      }
      let tables = (0..<2).map {
        Element(id: ElementID("t\($0)"), label: "T\($0)", type: .table)
      }
      return Caption(
        map: SystemMap(elements: tables + residents), audience: audience,
        showing: [.organization]
      ).notShown
    }
    for audience in [Audience.members, .public] {
      #expect(notShown(residents: 1, to: audience) == ["tables, residents"])
      #expect(notShown(residents: 3, to: audience) == ["tables, residents"])
    }
    #expect(notShown(residents: 3, to: .team) == ["residents, tables"])
  }

  @Test func absenceIsClaimedOnlyWhereOneEndAnswered() {
    let network = Self.map.network()
    let absent = AbsentTies(of: network, in: Self.map)
    #expect(absent.standing(of: NodeID(0), and: NodeID(1)) == .tied)
    #expect(absent.standing(of: NodeID(0), and: NodeID(2)) == .absent)
    #expect(absent.standing(of: NodeID(1), and: NodeID(2)) == .unknown)
    #expect(absent.pairs(most: 9)?.map(\.second) == [2, 3])
    #expect(absent.pairs(most: 1) == nil)
  }

  /// The counts by group are those of all pairs, one by one.
  @Test(arguments: 0..<8)
  func countsAddUpOverPairs(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let count = 9
    var elements = (0..<count).map {
      Element(id: ElementID("o\($0)"), label: "Org \($0)", type: .organization)
    }
    for place in elements.indices {
      elements[place].responded = [true, false, nil].randomElement(using: &random) ?? nil
    }
    var ties: [Connection] = []
    for first in 0..<count {
      for second in 0..<first where Int.random(in: 0..<3, using: &random) == 0 {
        ties.append(
          Connection(
            from: ElementID("o\(first)"), to: ElementID("o\(second)"), type: .worksWith))
      }
    }
    let map = SystemMap(elements: elements, connections: ties)
    let network = map.network(NetworkScope(types: [.organization]))
    let absent = AbsentTies(of: network, in: map)
    let groups = (0..<count).map { _ in Int.random(in: 0..<3, using: &random) }
    let counts = absent.counts(between: groups, groupCount: 3)
    var expected = (0..<3).map { Array(repeating: AbsentTies.Count(), count: $0 + 1) }
    for first in 0..<count {
      for second in 0..<first {
        let (row, column) = (
          max(groups[first], groups[second]), min(groups[first], groups[second])
        )
        switch absent.standing(of: NodeID(first), and: NodeID(second)) {
        case .tied: expected[row][column].tied += 1
        case .absent: expected[row][column].absent += 1
        case .unknown: expected[row][column].unknown += 1
        }
      }
    }
    #expect(counts == expected)
  }

  @Test func noOneIsInTheMiddleWhomTheAudienceMayNotName() {
    let network = Self.map.network(NetworkScope(types: [.organization, .resident]))
    func ego(_ id: ElementID, _ audience: Audience) -> EgoPicture? {
      EgoPicture(map: Self.map, network: network, focus: id, audience: audience)
    }
    #expect(ego("r", .members) == nil)
    #expect(ego("r", .team)?.system.nodes.map(\.label) == ["Rosa", "Clinic"])
    let clinic = ego("a", .members)
    #expect(clinic?.system.nodes.map(\.label).contains("residents (<11)") == true)
    #expect(clinic?.diagram().facts.contains("tied to 1 organization in 1 sector") == true)
    #expect(clinic?.diagram().facts.contains("unnamed residents not counted") == true)
  }

  @Test func rungsHaveTheWordsOfTheMap() {
    let picture = LadderPicture(map: Self.map, network: Self.map.network(), audience: .members)
    #expect(picture.levels == [2, nil])
    #expect(picture.rungs[1] == "coordinating")
  }

  @Test func residentsAreNotOnTheGridBelowTheTeam() {
    #expect(
      GridPicture(map: Self.map, audience: .members).entries.map(\.label)
        == ["Clinic", "School", "Church", "Police"])
    #expect(
      GridPicture(map: Self.map, audience: .members).caption.notShown.contains {
        $0.contains("names may not go")
      })
    #expect(GridPicture(map: Self.map, audience: .team).entries.count == 5)
  }

  @Test func elementsOfTwoMapsAreMatchedByTheirNames() {
    let organizations = NetworkScope(types: [.organization])
    var before = Self.map
    before.elements.remove(at: 1)
    before.elements.append(
      Element(id: "x", label: "School", type: .organization, sector: "schools"))
    before.elements.append(Element(id: "y", label: "Mill", type: .organization))
    before.connections = [
      Connection(from: "a", to: "x", type: .worksWith, level: 1),
      Connection(from: "y", to: "a", type: .worksWith),
    ]
    let picture = DifferencePicture(
      before: before, after: Self.map,
      networks: (before.network(organizations), Self.map.network(organizations)),
      audience: .members)
    #expect(picture.system.nodes.map(\.label) == ["Clinic", "School", "Church", "Police", "Mill"])
    #expect(picture.changes == [.kept, .kept, .kept, .kept, .gone])
    #expect(picture.tieChanges == [.stronger(from: 1, to: 2), .new, .gone])
    let same = DifferencePicture(
      before: Self.map, after: Self.map, networks: (Self.map.network(), Self.map.network()),
      audience: .members)
    #expect(same.diagram().facts.contains("no tie has changed"))
  }

  @Test func onlyConsentShowsCountsOfSeatsBelowTheTeam() {
    var map = Self.map
    map.elements.append(Element(id: "t", label: "Board", type: .table))
    for number in 0..<6 {
      let id = ElementID("p\(number)")
      var person = Element(id: id, label: "Person \(number)", type: .person)
      person.attributes["Origin"] = number == 0 ? "north" : "south"
      map.elements.append(person)
      map.seats.append(Seat(table: "t", holder: id))
    }
    map.benchmarks = [
      Benchmark(population: .named("town"), attribute: "Origin", group: "north", share: 0.5),
      Benchmark(population: .named("town"), attribute: "Origin", group: "south", share: 0.5),
    ]
    func picture(_ audience: Audience) -> SeatsPicture? {
      SeatsPicture(map: map, inclusion: Inclusion(of: map).shared(with: audience, for: map))
    }
    #expect(
      picture(.team)?.tables.first?.rows == [
        .init("north", .seats(held: 1, expected: 3)), .init("south", .seats(held: 5, expected: 3)),
      ])
    let rows = picture(.members)?.tables.flatMap(\.rows) ?? []
    #expect(rows.allSatisfy { if case .seats = $0.count { false } else { true } })
    #expect(picture(.team)?.diagram().summary.contains("Person") == false)
  }

  /// Below the team nothing stands beside a table that is shown in bands: no empty parenthesis,
  /// and no comma before nothing.
  @Test(arguments: [1, 2]) func aTableWithoutANoteIsNamedAlone(tables: Int) {
    let table = SeatsPicture.Table(
      "Board", tier: 1, note: "",
      rows: [.init("north", .band(.below)), .init("south", .band(.near))])
    let diagram = SeatsPicture(
      caption: Caption(title: "Town"),
      tables: Array(repeating: table, count: tables), population: "town"
    ).diagram()
    #expect(diagram.summary.hasPrefix("Board. north: below parity; south: near parity."))
    #expect(diagram.facts.allSatisfy { !$0.isEmpty })
    #expect(diagram.facts.contains("Board") == (tables == 1))
  }
}
