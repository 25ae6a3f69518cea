import SystemMaps
import Testing

@Suite("Consent")
struct ConsentTests {
  private func settings(_ note: String?, on day: String? = "2026-06-01") -> Settings {
    var settings = Settings()
    settings.date = day.flatMap { CalendarDate($0) }
    settings.consents[.journey("Lopez family")] = note
    return settings
  }

  @Test(arguments: [
    "mother, 2026-05-30, for the retreat", "both parents, until 2026-06-01",
    "until 2027-05-31, for the report",
  ])
  func itHoldsUntilItEnds(note: String) {
    let standing = settings(note).consent(to: .journey("Lopez family"))
    #expect(standing == .given(note: note))
    #expect(standing.note == note)
    #expect(standing.finding(about: .journey("Lopez family")) == nil)
  }

  @Test(arguments: [
    ("", "has no note"), ("until 2026-05-31", "ended on 2026-05-31"),
    ("until summer", "without a day"),
  ])
  func inDoubtItDoesNot(note: String, reason: String) throws {
    let standing = settings(note).consent(to: .journey("Lopez family"))
    #expect(standing.note == nil)
    let doubt = try #require(standing.finding(about: .journey("Lopez family")))
    #expect(doubt.message.contains(reason))
    #expect(doubt.message.contains("Lopez family"))
    #expect(doubt.expected?.hasPrefix("the case is not named; ") == true)
  }

  @Test func anEndNeedsADay() {
    let standing = settings("until 2027-05-31", on: nil).consent(to: .journey("Lopez family"))
    #expect(
      standing.finding(about: .journey("Lopez family"))?.message.contains("the map has no Date")
        == true)
  }

  @Test func noneIsNone() {
    #expect(settings(nil).consent(to: .journey("Lopez family")) == .absent)
    #expect(settings("mother").consent(to: .counts) == .absent)
  }

  @Test func aCaseWhoseConsentHasEndedIsNotNamed() {
    var map = SystemMap()
    map.journeySteps = [JourneyStep(caseName: "Lopez family", activity: "Intake")]
    map.settings = settings("until 2026-06-01")
    #expect(map.shared(with: .members).journeySteps.map(\.caseName) == ["Lopez family"])
    map.settings = settings("until 2026-05-31")
    #expect(map.shared(with: .members).journeySteps.map(\.caseName) == ["case 1"])
  }
}
