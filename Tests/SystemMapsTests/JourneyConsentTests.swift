import Testing

@testable import SystemMaps

@Suite("Consent to show a journey") struct JourneyConsentTests {
  private func map(_ settings: String, cases: String = "Family A") -> SystemMap {
    readMap(
      elements: "ID;Label;Type\nH1;Family A;household\nR1;Ada Reed;resident\n",
      journeys: "Case;Step\n\(cases);Intake\n",
      settings: "Setting;Value;Note\n" + settings
    ).map
  }

  private func refusal(_ settings: String, to audience: Audience = .members) -> String? {
    let map = map(settings)
    do {
      let journey = map.journeyCases[0]
      try map.requireConsent(toShow: journey, to: audience)
      return nil
    } catch { return error.description }
  }

  @Test(arguments: [
    "Consent: Family A;yes;both parents, until 2026-12-31\nDate;2026-06-01;",
    "Consent: family  a;yes;both parents",
    "Consent: H1;yes;signed 2026-01-01 to 2026-07-01\nDate;2026-06-01;",
  ])
  func aConsentThatHolds(settings: String) { #expect(refusal(settings) == nil) }

  @Test(arguments: [
    ("", "has not agreed"), ("Consent: Family B;yes;signed", "has not agreed"),
    ("Consent: counts;yes;signed", "has not agreed"),
    ("Consent: Family A;no;signed", "has not agreed"),
    ("Consent: Family A;perhaps;signed", "has not agreed"),
    ("Consent: Family A;yes;", "it has no note"),
    ("Consent: Family A;yes;until further notice", "without a day that can be read"),
    ("Consent: Family A;yes;until 2026-12-31", "the map has no Date"),
    ("Consent: Family A;yes;until 2026-05-31\nDate;2026-06-01;", "it ended on 2026-05-31"),
    (
      "Consent: Family A;yes;both\nConsent: H1;yes;until 2026-05-31\nDate;2026-06-01;",
      "it ended on 2026-05-31"
    ),
  ])
  func inDoubtNothingIsShown(settings: String, reason: String) throws {
    for audience in [Audience.members, .public] {
      #expect(try #require(refusal(settings, to: audience)).contains(reason))
    }
    #expect(refusal(settings, to: .team) == nil)
  }

  @Test func whatIsDoubtfulIsNumberedInASharedMap() {
    let map = map("Consent: Family A;yes;until 2026-05-31\nDate;2026-06-01;")
    #expect(map.shared(with: .members).journeySteps.map(\.caseName) == ["case 1"])
  }

  @Test func aResidentOfTheSameNameIsNotTheCase() {
    let map = map("", cases: "Ada Reed")
    #expect(map.journeySteps[0].household == nil)
    #expect(map.journeyCase(named: "Ada Reed")?.household == nil)
    #expect(map.impliedConnections.isEmpty)
    #expect(self.map("").journeySteps[0].household == "H1")
  }

  @Test func aThresholdOfNothingHidesNothing() {
    let map = map("Privacy threshold;0;")
    #expect(map.settings.privacyThreshold == 0)
    #expect(!map.isSuppressed(count: 1))
  }
}
