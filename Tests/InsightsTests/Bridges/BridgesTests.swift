import Graphs
import SystemMaps
import Testing

@testable import Insights

@Suite("Bridges")
struct BridgesTests {
  private func bridges(_ map: SystemMap) -> Bridges {
    let network = map.network()
    return Bridges(
      of: network, in: map, silos: Silos(of: network, in: map, effort: .quick))
  }

  @Test func theTwoEndsOfTheOnlyTieAcross() {
    let bridges = bridges(TiedMap.twoSilos)
    // 5 × 6 pairs run through each end.
    #expect(bridges.bridging.map(\.element) == ["o5", "o6"])
    #expect(bridges.bridging.map(\.betweenness) == [30, 30])
    #expect(bridges.bridging.map(\.tiesToOtherSilos) == [1, 1])
    #expect(bridges.bridging.map(\.otherSectors) == [1, 1])
    #expect(bridges.bridging.allSatisfy { $0.isArticulationPoint })
    #expect(bridges.articulationPoints == ["o5", "o6"])
    #expect(bridges.backbone == nil)
  }

  @Test func groupsThatAreNoSilosAreNotCountedAcross() {
    let bridges = bridges(TiedMap.florentine)
    #expect(bridges.bridging.first?.element == "o1")
    #expect(bridges.bridging.allSatisfy { $0.tiesToOtherSilos == nil && $0.otherSilos == nil })
    #expect(bridges.bridging.allSatisfy { $0.tiesToOtherSectors == nil })
  }

  /// The backbone 0 is tied to 1–2, 3–4 and 5–6; the tables sit as given.
  private func held(tables: [[Int]], extra: [(Int, Int)] = []) -> SystemMap {
    var map = TiedMap.organizations(
      7, ties: [(0, 1), (1, 2), (0, 3), (3, 4), (0, 5), (5, 6)] + extra)
    map.settings.backbone = "o0"
    for (number, members) in tables.enumerated() {
      let table = ElementID("t\(number)")
      map.elements.append(Element(id: table, label: "Team \(number)", type: .table))
      map.seats += members.map { Seat(table: table, holder: TiedMap.id($0)) }
    }
    return map
  }

  @Test func teamsJoinedOnlyThroughTheBackbone() throws {
    let map = held(tables: [[1, 2], [0, 3, 4], [5]])
    let dependence = try #require(bridges(map).backbone)
    #expect(dependence.componentsBefore == 1)
    #expect(dependence.componentsAfter == 3)
    #expect(dependence.largestBefore == 7 && dependence.largestAfter == 2)
    #expect(dependence.separated == [["o3", "o4"], ["o5", "o6"]])
    #expect(dependence.tables.map(\.table) == ["t0", "t1"])
    #expect(dependence.tables[1].organizations == ["o3", "o4"])
    #expect(
      dependence.sentence(in: map)
        == "Without Organization 0 the network would have 3 parts instead of 1; 2 tables are "
        + "joined to others only through it: Team 0 and Team 1.")
  }

  @Test func aTieToAnotherTeamIsAnotherWay() throws {
    let map = held(tables: [[1, 2], [3, 4]], extra: [(2, 4)])
    #expect(try #require(bridges(map).backbone).tables.isEmpty)
  }

  @Test func aTeamWithATieToAnOrganizationOutsideIsNotAlone() throws {
    // 2 is tied to 1, which has no seat at the table.
    let map = held(tables: [[2, 3]])
    #expect(try #require(bridges(map).backbone).tables.isEmpty)
  }

  @Test func aTableOfEverybodyHasNoRest() throws {
    let map = held(tables: [[1, 2, 3, 4, 5, 6]])
    #expect(try #require(bridges(map).backbone).tables.isEmpty)
  }

  @Test func aTeamThatTheBackboneDoesNotKnowIsNotJoinedByIt() throws {
    var map = held(tables: [[7, 8]])
    map.elements += [7, 8].map {
      Element(id: TiedMap.id($0), label: "Organization \($0)", type: .organization)
    }
    map.connections.append(Connection(from: "o7", to: "o8", type: .worksWith))
    #expect(try #require(bridges(map).backbone).tables.isEmpty)
  }

  @Test func aTeamBesideAnElementThatKnowsNobodyElseIsNotJoined() throws {
    var map = TiedMap.organizations(5, ties: [(0, 1), (1, 2), (3, 4)])
    map.elements.append(Element(id: "t", label: "Team", type: .table))
    map.seats = [Seat(table: "t", holder: "o1"), Seat(table: "t", holder: "o2")]
    #expect(try #require(Dependence(on: "o0", in: map.network(), of: map)).tables.isEmpty)
  }

  @Test func anElementThatHoldsNothing() throws {
    let map = TiedMap.organizations(3, ties: [(0, 1), (1, 2), (0, 2)])
    let dependence = try #require(Dependence(on: "o0", in: map.network(), of: map))
    #expect(dependence.separated.isEmpty)
    #expect(
      dependence.sentence(in: map)
        == "Without Organization 0 the network would not fall into more parts.")
    #expect(Dependence(on: "nobody", in: map.network(), of: map) == nil)
  }
}
