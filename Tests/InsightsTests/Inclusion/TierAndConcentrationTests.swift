import SystemMaps
import Testing

@testable import Insights

@Suite("Tiers and hands")
struct TierAndConcentrationTests {
  @Test func parityWorsensUpward() throws {
    var seated = SeatedMap.steering
    seated.table(
      "Committee", tier: 2, answers: [("White", 6), ("Latino", 2), ("Black", 1), ("Asian", 1)])
    seated.table(
      "Team", tier: 3, answers: [("White", 4), ("Latino", 3), ("Black", 2), ("Asian", 1)])
    let parity = try #require(Inclusion(of: seated.map).tiers.first)
    #expect(parity.tiers.map(\.tier) == [1, 2, 3])
    #expect(parity.tiers.map(\.seats) == [18, 10, 10])
    #expect(rounds(parity.tiers[0].dissimilarity, to: 0.297778, digits: 6))
    #expect(rounds(parity.tiers[1].dissimilarity, to: 0.22, digits: 6))
    #expect(parity.worsensUpward == true)
    #expect(
      parity.sentence?.contains(
        "30 % at tier 1 (a fair draw of 18 seats: 15 %), 22 % at tier 2 (a fair draw of 10 seats: "
          + "20 %) and 2 % at tier 3 (a fair draw of 10 seats: 20 %): beyond fair draws more, the "
          + "higher the table.") == true)
    var flat = SeatedMap.steering
    flat.table("Other", tier: 2, answers: [("White", 10)])
    #expect(Inclusion(of: flat.map).tiers.first?.worsensUpward == false)
    #expect(Inclusion(of: SeatedMap.steering.map).tiers.first?.worsensUpward == nil)
  }

  /// Six seats cannot be as near to parity as forty, however they are dealt.
  @Test func fewerSeatsAloneDoNotWorsen() throws {
    var seated = SeatedMap()
    seated.table(
      "Top", tier: 1, answers: [("White", 3), ("Latino", 1), ("Black", 1), ("Asian", 1)])
    seated.table(
      "Teams", tier: 2, answers: [("White", 16), ("Latino", 12), ("Black", 9), ("Asian", 3)])
    let parity = try #require(Inclusion(of: seated.map).tiers.first)
    let distances = parity.tiers.compactMap(\.dissimilarity)
    #expect(distances[0] > distances[1])
    let excess = parity.tiers.compactMap(\.excessDissimilarity)
    #expect(excess[0] > excess[1] && excess[0] < 0)
    #expect(parity.worsensUpward == false)
    #expect(parity.sentence?.contains("the higher the table") == false)
    #expect(parity.sentenceWithoutFigures?.contains("does not rise steadily") == true)
  }

  @Test func distanceThatRisesByFewerSeatsAloneDoesNotWorsen() throws {
    var seated = SeatedMap()
    seated.table(
      "Top", tier: 1, answers: [("White", 7), ("Latino", 2), ("Black", 1), ("Asian", 0)])
    seated.table(
      "Teams", tier: 2, answers: [("White", 26), ("Latino", 7), ("Black", 5), ("Asian", 2)])
    let parity = try #require(Inclusion(of: seated.map).tiers.first)
    let distances = parity.tiers.compactMap(\.dissimilarity)
    #expect(distances[0] > distances[1])
    let excess = parity.tiers.compactMap(\.excessDissimilarity)
    #expect(excess[0] > 0 && excess[0] < excess[1])
    #expect(parity.worsensUpward == false)
  }

  @Test func seatsGatherInFewHands() throws {
    var map = SystemMap()
    map.elements = [Element(id: "t", label: "Committee", type: .table)]
    map.elements[0].table.tier = 2
    for name in ["a", "b", "c", "d", "e"] {
      map.elements.append(Element(id: ElementID(name), label: name, type: .organization))
    }
    var worker = Element(id: "w", label: "Worker", type: .person)
    worker.worksFor = .given(["b"])
    var torn = Element(id: "x", label: "Torn", type: .person)
    torn.worksFor = .given(["b", "c"])
    map.elements += [worker, torn]
    map.seats = [
      Seat(table: "t", holder: "a"), Seat(table: "t", holder: "w"),
      Seat(table: "t", holder: "w", representing: "a"), Seat(table: "t", holder: "x"),
      Seat(table: "t", holder: "c"), Seat(table: "t", holder: "d"), Seat(table: "t", holder: "e"),
      Seat(table: "t", holder: "e", role: .staff),
    ]
    let tier = try #require(Inclusion(of: map).concentration.first)
    #expect(tier.tier == 2)
    #expect(tier.seats == 7)
    #expect(tier.seatsWithoutOrganization == 1)
    #expect(tier.holdings.map(\.organization) == ["a", "b", "c", "d", "e"])
    #expect(tier.holdings[0].seats == 2)
    #expect(tier.share(ofTop: 3) == 4.0 / 7)
    #expect(tier.sentence == "3 organizations hold 57 % of the 7 filled seats at tier 2.")
  }

  @Test func whoSitsAtSeveralTables() {
    var map = SystemMap()
    map.elements = ["s", "t", "u"].map { Element(id: $0, label: $0.text, type: .table) }
    var worker = Element(id: "w", label: "Worker", type: .person)
    worker.worksFor = .given(["a"])
    map.elements += [Element(id: "a", label: "a", type: .organization), worker]
    map.seats = [
      Seat(table: "t", holder: "w"), Seat(table: "s", holder: "w"), Seat(table: "u", holder: "a"),
      Seat(table: "u", holder: "w", role: .staff),
    ]
    let several = Inclusion(of: map).severalTables
    #expect(several.map(\.element) == ["a", "w"])
    #expect(several[0].tables == ["s", "t", "u"])
    #expect(several[1].tables == ["s", "t"])
  }
}
