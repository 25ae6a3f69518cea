import Graphs
import SystemMaps
import Testing

@testable import Insights

@Suite("Brokers")
struct BrokersTests {
  private func study(_ map: SystemMap, audience: Audience = .team) -> SiloStudy {
    SiloStudy(of: map.network(), in: map, audience: audience, effort: .quick)
  }

  @Test func anUndirectedPairCountsOnce() throws {
    // 0 and 1 are schools, 2 is health: 1 stands between its own sector and another.
    let map = TiedMap.organizations(
      3, ties: [(0, 1), (1, 2)], sectors: ["schools", "schools", "health"])
    let broker = try #require(study(map).brokers?.brokers.first)
    #expect(broker.element == "o1")
    #expect(broker.pairs.total == 1 && broker.pairsAtItsBorder == 1)
    #expect(broker.pairs[.gatekeeper] == 0.5 && broker.pairs[.liaison] == 0)
    #expect(broker.p[.coordinator] == 1, "a count of 0 is never unusual")
    #expect(broker.p.total == 1)
  }

  @Test func countsSayHowManyChanceWouldGive() throws {
    let brokers = try #require(study(TiedMap.twoSilos).brokers)
    #expect(brokers.brokers.map(\.element) == ["o5", "o6"])
    #expect(brokers.brokers.map(\.pairs.total) == [5, 5])
    #expect(brokers.counts == 2)
    #expect(brokers.sentence?.contains("would by chance alone") == true)
    #expect(study(TiedMap.florentine).brokers == nil, "without sectors there are no roles")
  }

  @Test func theOnlyTieBetweenTwoSilos() {
    let ties = study(TiedMap.twoSilos).bridges.ties
    #expect(ties.map(\.pair) == [ElementPair("o5", "o6")])
    #expect(ties[0].silos == [1, 2])
    #expect(ties[0].partsNetwork)
  }

  @Test func aTieToSomeoneWithoutAnotherBridgesNothing() {
    let map = TiedMap.organizations(4, ties: [(0, 1), (1, 2), (0, 2), (2, 3)])
    #expect(study(map).bridges.ties.isEmpty)
  }

  @Test func whatTheOthersLoseWithoutAnElement() throws {
    // A star of three: the others reach each other through 0 in two steps, and not at all without.
    let map = TiedMap.organizations(4, ties: [(0, 1), (0, 2), (0, 3)])
    let dependence = try #require(Dependence(on: "o0", in: map.network(), of: map))
    #expect(rounds(dependence.efficiencyBefore, to: 0.5, digits: 12))
    #expect(dependence.efficiencyAfter == 0)
    #expect(dependence.silosTied.isEmpty && dependence.silosCutOff.isEmpty)
    let silos = study(TiedMap.twoSilos)
    let bridge = try #require(silos.bridges.dependences.first)
    #expect(bridge.element == "o5")
    #expect(bridge.silosTied == [1, 2])
    #expect(bridge.silosCutOff == [1, 2])
  }

  @Test func tablesThatSharePeople() {
    var map = TiedMap.twoSilos
    for (table, members) in [("t", [0, 1, 2]), ("u", [1, 2, 3]), ("v", [9])] {
      let id = ElementID(table)
      map.elements.append(Element(id: id, label: "Table \(table)", type: .table))
      map.seats += members.map { Seat(table: id, holder: TiedMap.id($0)) }
    }
    let overlap = TableOverlap(of: map, for: .team)
    #expect(overlap.shared.map(\.tables) == [ElementPair("t", "u")])
    #expect(overlap.shared[0].holders == ["o1", "o2"])
    #expect(overlap.shared[0].jaccard == 0.5)
    #expect(overlap.sitters.map(\.holder) == ["o1", "o2"])
    #expect(overlap.holders == 5)
    map.elements[1].privacy = .resident
    #expect(TableOverlap(of: map, for: .members).sitters.map(\.holder) == ["o2"])
  }
}
