import SystemMaps
import Testing

@testable import Insights

@Suite("Response")
struct ResponseTests {
  @Test func whoToldOfTheTies() throws {
    var map = TiedMap.organizations(5, ties: [(0, 1), (1, 0), (1, 2), (2, 3), (3, 4)])
    for (place, answer) in [true, true, true, false].enumerated() {
      map.elements[place].responded = answer
    }
    map.connections[0].reportedBy = ["o0"]
    map.connections[1].reportedBy = ["o1"]
    map.connections[2].reportedBy = ["o1"]
    map.connections[3].reportedBy = ["o2"]
    let response = Response(of: map.network(), in: map)
    let reports = try #require(response.reports)
    #expect(reports.confirmed == 1 && reports.oneSided == 1)
    #expect(reports.unanswered == 1 && reports.byOthers == 1)
    #expect(reports.confirmedShare == 0.5)
    #expect(
      response.reportsSentence
        == "1 tie was reported by both ends, 1 by one although the other answered, 1 by one whose "
        + "other end did not answer and 1 by the makers of the map.")
    #expect(response.rate == 0.75 && !response.isLow)
    #expect(response.notInvited == 1)
  }

  @Test func densityIsOverObservedPairs() {
    var map = TiedMap.organizations(4, ties: [(0, 1), (2, 3)])
    map.elements[0].responded = true
    for place in 1..<4 { map.elements[place].responded = false }
    let response = Response(of: map.network(), in: map)
    #expect(response.isLow)
    #expect(response.pairs.pairs == 6 && response.pairs.observedPairs == 3)
    #expect(response.pairs.observedDensity == 1.0 / 3)
    #expect(
      response.densitySentence?.hasPrefix("Of 3 pairs of which one or both answered, 1") == true)
    #expect(response.reports == nil && response.reportsSentence == nil)
  }

  @Test func withoutAnswersNothingIsObserved() {
    let map = TiedMap.organizations(2, ties: [(0, 1)])
    let response = Response(of: map.network(), in: map)
    #expect(response.rate == nil && !response.isLow)
    #expect(response.pairs.observedDensity == nil && response.densitySentence == nil)
  }
}
