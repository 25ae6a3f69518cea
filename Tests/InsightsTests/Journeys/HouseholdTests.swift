import Foundation
import Interchange
import SystemMaps
import Testing

@testable import Insights

/// The second sample's planted answers, as its story tells them.
@Suite("Household H-07") struct HouseholdTests {
  let whole: SystemMap

  init() throws {
    let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Samples/household-h07").path(percentEncoded: false)
    whole = try MapFile.read(path).usableMap()
  }

  private func journey(on day: CalendarDate? = nil) throws -> CaseJourney {
    CaseJourney(of: try #require(whole.journeyCase(named: "H-07")), in: whole.on(day))
  }

  private static let afterwards = CalendarDate(year: 2026, month: 4, day: 1)

  @Test func fifteenWorkersServeTheFamilyForElevenOrganizationsInFiveSilos() throws {
    let journey = try journey()
    #expect(journey.steps.count == 36)
    #expect(journey.workers.count == 15)
    #expect(journey.organizations.count == 11)
    #expect(Set(journey.silos) == ["education", "county", "state", "health", "nonprofit"])
    #expect(journey.findings.isEmpty)
  }

  @Test func theCareTeamHasFourTiesAndAfterTheConveningThirtyEight() throws {
    let before = try journey().careTeam
    #expect(before.ties.count == 4)
    #expect(before.possible == 105)
    #expect(abs((before.density ?? 0) - 0.0381) < 0.00005)
    let after = try journey(on: Self.afterwards).careTeam
    #expect(after.ties.count == 38)
    #expect(abs((after.density ?? 0) - 0.3619) < 0.00005)
  }

  @Test func nineOrganizationsAskTheSame() throws {
    let asked = try journey().askedAgain
    #expect(asked.map(\.item) == ["Intake form"])
    #expect(asked.first?.times == 9)
    #expect(asked.first?.organizations.count == 9)
    #expect(asked.first?.again == 8)
    #expect(try journey().burden.files == 9)
  }

  @Test func fourteenOfSixteenReferralsAreAnsweredElevenOfThemCold() throws {
    let journey = try journey()
    #expect(journey.referrals.count == 16)
    #expect(journey.referrals.allSatisfy { !$0.isInferred })
    let labels = journey.deadEnds.map { whole[$0.to]?.label }
    #expect(labels == ["Bluebell Legal Aid", "Childcare Subsidy Office"])
    #expect(journey.openEnds.isEmpty)
    let answered = journey.referrals.filter { $0.outcome != .deadEnd }
    #expect(answered.count == 14)
    #expect(answered.count { $0.handoff == .cold } == 9)
    #expect(answered.count { $0.handoff == .onTheirOwn } == 2)
    #expect(journey.handoffs.cold + journey.handoffs.onTheirOwn == 11)
    #expect(journey.handoffs.warm == 2)
    #expect(journey.handoffs.closedLoop == 1)
    #expect(journey.handoffs.none == 0)
    #expect(journey.handoffs.warmShare == 3.0 / 14)
  }

  @Test func oneLoopRunsAlongTheReferralsAndDatesAloneWouldShowMany() throws {
    let journey = try journey()
    #expect(
      journey.loops.map { $0.path.map { whole[$0]?.label } } == [
        [
          "Millrace Clinic", "Tansy General Hospital", "Harbor Family Center", "Millrace Clinic",
        ]
      ])
    #expect(journey.sequenceReturns > 10)
  }

  @Test func electricityIsNobodysJobThoughNineWereTold() throws {
    let journey = try journey()
    #expect(journey.barriers.count == 8)
    #expect(journey.unownedBarriers.map { whole[$0.element]?.label } == ["Electricity cut off"])
    let electricity = try #require(journey.barriers.first)
    #expect(electricity.ownership == .nobody)
    #expect(electricity.toldWorkers.count == 9)
    #expect(electricity.toldOrganizations.count == 8)
    #expect(electricity.owners.isEmpty)
    #expect(journey.barriers.count { $0.ownership == .owned } == 6)
    #expect(
      journey.barriers.filter { $0.ownership == .notKnown }.map { whole[$0.element]?.label }
        == ["Appointments clash with work"])
  }

  @Test func afterTheConveningSomebodyHasTakenItOn() throws {
    let journey = try journey(on: Self.afterwards)
    #expect(journey.unownedBarriers.isEmpty)
    let electricity = try #require(
      journey.barriers.first { whole[$0.element]?.label == "Electricity cut off" })
    #expect(electricity.owners.map { whole[$0]?.label } == ["Marisol Vance"])
    #expect(try journey.steps == self.journey().steps)
  }

  @Test func onlyTheChurchIsAStrongTieBothWays() {
    let lines = whole.on().connections.filter { $0.from == "H-07" }
    #expect(lines.count == 14)
    #expect(
      lines.filter { $0.quality == .strong }.map { whole[$0.to]?.label } == ["Grace Street Church"])
    #expect(lines.filter { $0.direction == .mutual }.count == 1)
  }

  @Test func timeAndHoursAreTold() throws {
    let journey = try journey()
    #expect(journey.times.throughputDays == 171)
    #expect(journey.times.reason == nil)
    #expect((journey.times.activeDays ?? 0) + (journey.times.idleDays ?? 0) == 171)
    #expect((journey.times.serviceDays ?? 0) > (journey.times.activeDays ?? 0))
    #expect(journey.burden.visits == 34)
    #expect(journey.burden.forms == 12)
    #expect(journey.burden.familyHours == 120.5)
    #expect(journey.burden.stepsWithoutHours == 0)
    #expect(journey.rework.repeats == 3)
    #expect(journey.rework.redos == 0)
  }

  @Test func theFamilyAgreedForAYear() throws {
    let journey = try #require(whole.journeyCase(named: "household h-07"))
    guard case .given = whole.on().consent(toShow: journey) else {
      Issue.record("the consent holds on the map's day")
      return
    }
    let later = CalendarDate(year: 2027, month: 3, day: 1)
    #expect(
      whole.on(later).consent(toShow: journey)
        == .doubtful(.ended(try #require(CalendarDate("2027-02-28")))))
  }
}
