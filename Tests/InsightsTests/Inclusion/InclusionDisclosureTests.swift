import SystemMaps
import Testing

@testable import Insights

@Suite("Inclusion for an audience")
struct InclusionDisclosureTests {
  private func shared(_ map: SystemMap, _ audience: Audience) -> SharedInclusion {
    Inclusion(of: map).shared(with: audience, for: map)
  }

  @Test func theTeamSeesFigures() throws {
    let map = SeatedMap.steering.map
    let comparison = try #require(Inclusion(of: map).comparisons.first)
    #expect(shared(map, .team).comparisons.first?.form == .figures(comparison))
  }

  @Test(arguments: [Audience.members, .public])
  func othersSeeBandsAndNoNumber(audience: Audience) throws {
    var seated = SeatedMap.steering
    seated.table("Committee", tier: 2, answers: [("White", 12), ("Latino", 4), ("Black", 4)])
    let shared = shared(seated.map, audience)
    let row = try #require(shared.comparisons.first)
    #expect(
      row.form
        == .bands([
          GroupBand(group: "White", band: .above), GroupBand(group: "Latino", band: .below),
          GroupBand(group: "Black", band: .below), GroupBand(group: "Asian", band: .above),
        ]))
    // The benchmark's year is the only number.
    #expect(!row.sentence.replacing("ACS 2024", with: "").contains { $0.isNumber })
    let tiers = try #require(shared.tiers.first?.sentence)
    #expect(!tiers.replacing("ACS 2024", with: "").contains { $0.isNumber })
    guard case .bands = shared.tiers.first?.form else {
      Issue.record("tiers are banded too")
      return
    }
  }

  @Test func aConsentShowsFiguresUntilItEnds() {
    var map = SeatedMap.steering.map
    map.settings.consents[.counts] = "all tables, 2026-05-30, for the report, until 2027-05-31"
    for day in ["2026-06-01", "2027-05-31"] {
      map.settings.date = CalendarDate(day)
      guard case .figures = shared(map, .public).comparisons.first?.form else {
        Issue.record("the consent holds on \(day)")
        return
      }
    }
    map.settings.date = CalendarDate("2027-06-01")
    let late = shared(map, .public)
    #expect(late.consent == nil)
    #expect(late.findings.contains { $0.message.contains("ended on 2027-05-31") })
    guard case .bands = late.comparisons.first?.form else {
      Issue.record("the consent has ended")
      return
    }
  }

  @Test(arguments: [
    ("", "no note"), (" – ", "no note"),
    ("agreed at the retreat, until the end of May 2027", "“until” without"),
    ("EXPIRES 31/05/2027", "“expires” without"),
    ("from 2026-05-30 to 2027-13-01", "“to” without"),
    ("until 2027-05-31, ends", "“ends” without"),
    ("Until 2026-05-31", "ended on 2026-05-31"),
    ("expires on: 2026-05-31.", "ended on 2026-05-31"),
    ("until 2027-05-31, for the minutes to 2026-05-31", "ended on 2026-05-31"),
    ("2025-05-31 – 2026-05-31", "ended on 2026-05-31"),
  ])
  func aConsentInDoubtShowsBands(note: String, reason: String) throws {
    var map = SeatedMap.steering.map
    map.settings.date = CalendarDate("2026-06-01")
    map.settings.consents[.counts] = note
    let shared = shared(map, .members)
    #expect(shared.consent == nil)
    let finding = try #require(shared.findings.first { $0.message.contains(reason) })
    #expect(finding.expected?.hasPrefix("bands are shown; ") == true)
    if case .figures = shared.comparisons.first?.form { Issue.record("figures are shown") }
    #expect(!self.shared(map, .team).findings.contains(finding))
  }

  @Test func anEndNeedsTheDateOfTheMap() {
    var map = SeatedMap.steering.map
    map.settings.consents[.counts] = "all tables, until 2027-05-31"
    #expect(shared(map, .public).consent == nil)
    #expect(shared(map, .public).findings.contains { $0.message.contains("the map has no Date") })
    map.settings.consents[.counts] = "all tables, 2026-05-30"
    #expect(shared(map, .public).consent != nil)
  }

  @Test func bandsThatGiveACountAwayAreWithheld() {
    // Near 22 % of 9 seats is 2 seats, whoever reads it.
    var seated = SeatedMap()
    seated.table("Team", answers: [("White", 4), ("Latino", 2), ("Black", 2), ("Asian", 1)])
    guard case .withheld = shared(seated.map, .members).comparisons.first?.form else {
      Issue.record("the band of one group is a single number")
      return
    }
  }

  @Test func tooFewSeatsShowNoBand() {
    var seated = SeatedMap()
    seated.table("Team", answers: [("White", 4)])
    #expect(
      shared(seated.map, .members).comparisons.first?.form
        == .withheld(reason: "too few seats to judge"))
  }

  @Test func namesGoAsFarAsTheyMay() {
    var seated = SeatedMap()
    seated.table("A", answers: [])
    seated.table("B", answers: [])
    for (id, type) in [("r", ElementType.resident), ("p", .person), ("o", .organization)] {
      seated.map.elements.append(Element(id: ElementID(id), label: id, type: type))
      for table in ["A", "B"] {
        seated.map.seats.append(Seat(table: ElementID(table), holder: ElementID(id)))
      }
    }
    #expect(shared(seated.map, .team).severalTables.map(\.element) == ["r", "p", "o"])
    #expect(shared(seated.map, .members).severalTables.map(\.element) == ["p", "o"])
    #expect(shared(seated.map, .public).severalTables.map(\.element) == ["o"])
  }
}
