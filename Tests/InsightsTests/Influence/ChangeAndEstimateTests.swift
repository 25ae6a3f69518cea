import Graphs
import SystemMaps
import Testing

@testable import Insights

@Suite("Change, two modes and estimates")
struct ChangeAndEstimateTests {
  @Test func tiesKeptLostAndGainedSinceAnEarlierDay() throws {
    let before = TiedMap.organizations(4, ties: [(0, 1), (1, 2)])
    let now = TiedMap.organizations(5, ties: [(0, 1), (2, 3), (3, 4)])
    let influence = Influence(
      of: now.network(), in: now, measures: .all, since: before.network())
    let change = try #require(influence.value(.tieChange))
    #expect(change["kept"] == .count(1))
    #expect(change["lost"] == .count(1))
    // The tie of one who joined is not counted among those who were there on both days.
    #expect(change["gained"] == .count(1))
    #expect(change["absent"] == .count(3))
    #expect(rounds(change["jaccard"]?.number, to: 0.333333, digits: 6))
    #expect(change["joined"] == .elements(["o4"]))
    #expect(change["left"] == .elements([]))
    // Ties of 6 pairs, 2 on either day, 1 on both: r = (6·1 − 2·2) ÷ (2·4).
    #expect(rounds(influence.value(.quadraticAssignment)?["r"]?.number, to: 0.25, digits: 6))
    let without = Influence(of: now.network(), in: now, measures: .all)
    #expect(without.value(.tieChange) == nil)
  }

  @Test func peopleAndTablesAreMeasuredAsTwoModes() throws {
    var map = SystemMap()
    map.elements =
      (0..<3).map { Element(id: ElementID("p\($0)"), label: "P\($0)", type: .person) }
      + (0..<2).map { Element(id: ElementID("t\($0)"), label: "T\($0)", type: .table) }
    map.connections = [("p0", "t0"), ("p1", "t0"), ("p1", "t1"), ("p2", "t1")].map {
      Connection(from: ElementID($0.0), to: ElementID($0.1), type: .sitsOn)
    }
    let network = map.network(
      NetworkScope(types: [.person, .table], ties: [.sitsOn], direction: .undirected))
    let influence = Influence(of: network, in: map, measures: .all)
    #expect(rounds(influence.value(.twoModeDensity)?.number, to: 0.666667, digits: 6))
    #expect(influence.score(.twoModeDegree, of: "p1") == 1)
    #expect(
      influence.value(.sharedEvents)
        == .list([.pair("p0", "p1", .number(1)), .pair("p1", "p2", .number(1))]))
    let organizations = TiedMap.organizations(3, ties: [(0, 1)])
    #expect(
      Influence(of: organizations.network(), in: organizations, measures: .all)
        .value(.twoModeDensity) == nil)
  }

  @Test func estimatesSayWhatTheyAreFrom() throws {
    let count = 2_000
    let map = TiedMap.organizations(count, ties: (0..<count).map { ($0, ($0 + 1) % count) })
    let network = map.network()
    let measures = MeasureSet([.betweennessNormalized])
    let exact = Influence(of: network, in: map, measures: measures)
    let estimated = Influence(
      of: network, in: map, measures: measures, precision: .within(error: 0.2))
    #expect(exact.estimates.isEmpty)
    let estimate = try #require(estimated.estimates.first)
    #expect(estimate.measure == "betweenness_normalized")
    #expect(estimate.error <= 0.2 && estimate.sampleCount < count / 2)
    #expect(estimated.findings.contains { $0.message.contains("was estimated from") })
    for (first, second) in zip(exact.scores[0].values, estimated.scores[0].values) {
      #expect(abs((first ?? 0) - (second ?? 9)) <= 0.2)
    }
  }

  @Test func whatWouldTakeTooLongIsLeftOutAndSaid() {
    let map = TiedMap.organizations(600, ties: (1..<600).map { ($0 - 1, $0) })
    let measure = Measure.all.first { $0.name == "kpp_neg_fragmentation_best_k1" }
    let influence = Influence(
      of: map.network(), in: map, measures: MeasureSet([measure].compactMap(\.self)))
    guard case .undefined(let reason)? = measure.flatMap(influence.value) else {
      Issue.record("500 elements are the most")
      return
    }
    #expect(reason.contains("more than 500 elements"))
    #expect(influence.findings.contains { $0.message.contains("was not taken") })
  }
}
