import SystemMaps
import Testing

@testable import Insights

@Suite("One case") struct CaseJourneyTests {
  typealias Row = SteppedMap.Row

  /// The vector of the reference: seven intakes, six handovers, one way back.
  private static let vector: [Row] = zip(
    ["E", "C", "C", "S", "H", "H", "N", "N", "C", "C"],
    [
      "school", "welfare", "welfare", "benefits", "clinic", "clinic", "center", "center", "welfare",
      "housing",
    ]
  ).enumerated().map { place, step in
    let next = [
      "welfare", nil, "benefits", "clinic", nil, "center", nil, "welfare", "housing", nil,
    ][place]
    return Row(
      organization: step.1, silo: step.0, start: "2026-01-\(10 + place)",
      end: "2026-01-\(10 + place)", referredTo: [next].compactMap(\.self),
      collected: [0, 1, 3, 4, 6, 8, 9].contains(place) ? ["Intake"] : [])
  }

  @Test func crossingsLoopsAndIntakesOfTheReference() {
    let journey = SteppedMap.journey(Self.vector)
    #expect(journey.siloCrossings.count == 5)
    #expect(journey.siloCrossings.pairs == 9)
    #expect(journey.siloCrossings.rate == 5.0 / 9)
    #expect(journey.organizationCrossings.count == 6)
    #expect(
      journey.loops.map(\.path) == [["welfare", "benefits", "clinic", "center", "welfare"]])
    #expect(journey.sequenceReturns == 1)
    #expect(journey.askedAgain.map(\.again) == [5])
    #expect(journey.askedAgain.map(\.times) == [7])
  }

  @Test func servicesSideBySideAreNoLoop() {
    let journey = SteppedMap.journey([
      Row(organization: "a", start: "2026-01-01", end: "2026-03-01", referredTo: ["b"]),
      Row(organization: "b", start: "2026-01-05", end: "2026-01-06"),
      Row(organization: "a", start: "2026-01-10", end: "2026-01-11"),
      Row(organization: "b", start: "2026-01-20", end: "2026-01-21"),
    ])
    #expect(journey.loops.isEmpty)
    #expect(journey.sequenceReturns == 2)
    #expect(journey.steps.map(\.isParallel) == [false, true, false, false])
    #expect(journey.steps.map(\.waitDays) == [nil, 0, 4, 9])
  }

  @Test func oneStepHasNothingToCompare() {
    let journey = SteppedMap.journey([
      Row(organization: "a", silo: "s", worker: "w", start: "2026-01-01", end: "2026-01-03")
    ])
    #expect(journey.siloCrossings.rate == nil)
    #expect(journey.handoffs.warmShare == nil)
    #expect(journey.careTeam.density == nil)
    #expect(journey.times.throughputDays == 2)
    #expect(journey.times.idleDays == 0)
    #expect(journey.times.waitingDays == nil)
    #expect(journey.referrals.isEmpty)
  }

  @Test func noStepIsNoJourney() {
    let journey = SteppedMap.journey([])
    #expect(journey.steps.isEmpty)
    #expect(journey.times.throughputDays == nil)
    #expect(journey.burden.familyHours == nil)
  }

  @Test func missingEndsLeaveDurationsUnknown() {
    let journey = SteppedMap.journey([
      Row(organization: "a", start: "2026-01-01", end: "2026-01-03"),
      Row(organization: "b", start: "2026-01-05"),
      Row(organization: "c", start: "2026-01-09", end: "2026-01-10"),
    ])
    #expect(journey.times.throughputDays == 9)
    #expect(journey.times.idleDays == nil)
    #expect(journey.times.serviceDays == nil)
    #expect(journey.times.reason == "1 of 3 steps do not tell both a start and an end")
    #expect(journey.steps.map(\.waitDays) == [nil, 2, nil])
  }

  @Test func oneTimeForEachStepIsStartAndEnd() {
    let journey = SteppedMap.journey([
      Row(organization: "a", end: "2026-01-01"), Row(organization: "b", end: "2026-01-04"),
    ])
    #expect(journey.steps.map(\.waitDays) == [nil, 3])
    #expect(journey.times.throughputDays == 3)
    #expect(journey.times.idleDays == nil)
    #expect(journey.times.reason?.contains("one time each") == true)
  }

  @Test func aClockErrorLeavesTheEndUnknownAndSaysSo() {
    let journey = SteppedMap.journey([
      Row(organization: "a", start: "2026-01-05", end: "2026-01-02"),
      Row(organization: "b", start: "2026-01-06", end: "2026-01-07"),
    ])
    #expect(journey.steps.map(\.endDay) == [nil, 2])
    #expect(journey.times.throughputDays == 2)
    #expect(journey.times.serviceDays == nil)
    #expect(journey.findings.map(\.message) == ["1 step ends before it begins"])
  }

  @Test func equalTimesStandAsInTheFile() {
    let journey = SteppedMap.journey([
      Row(organization: "b", start: "2026-01-01", end: "2026-01-01"),
      Row(organization: "a", start: "2026-01-01", end: "2026-01-01"),
      Row(organization: "c"),
      Row(organization: "d", start: "2025-12-31", end: "2025-12-31"),
    ])
    #expect(journey.steps.map(\.record.organization) == ["d", "b", "a", "c"])
    #expect(
      journey.findings.map(\.message) == [
        "1 step has no date", "1 step begins at the same time as another",
      ])
  }

  @Test func anHourPutBackIsNotCountedTwice() {
    let summer = Row(
      organization: "a", start: "2026-10-25T02:30:00+02:00", end: "2026-10-25T02:45:00+02:00")
    let winter = Row(
      organization: "b", start: "2026-10-25T02:15:00+01:00", end: "2026-10-25T02:30:00+01:00")
    let journey = SteppedMap.journey([winter, summer])
    #expect(journey.steps.map(\.record.organization) == ["a", "b"])
    #expect(journey.steps[1].waitDays == 0.5 / 24)
    #expect(journey.times.throughputDays == 1.0 / 24)
    var local = winter
    local.start = "2026-10-25 02:15"
    #expect(
      SteppedMap.journey([local, summer]).findings.contains {
        $0.message.contains("distance from Greenwich")
      })
  }

  @Test func unknownWorkersAreNoTeam() {
    let journey = SteppedMap.journey([
      Row(start: "2026-01-01", end: "2026-01-01"),
      Row(organization: "a", start: "2026-01-02", end: "2026-01-02"),
      Row(organization: "b", worker: "w", start: "2026-01-03", end: "2026-01-03"),
      Row(organization: "b", worker: "w", start: "2026-01-04", end: "2026-01-04"),
      Row(organization: "b", worker: "v", start: "2026-01-05", end: "2026-01-05"),
    ])
    #expect(journey.workers == ["w", "v"])
    #expect(journey.organizationCrossings.pairs == 3)
    #expect(journey.organizationCrossings.count == 1)
    // The first visit was by nobody known: whether the second is by the same cannot be told.
    #expect(journey.rework.unknown == 2)
    #expect(journey.rework.repeats == 1)
    #expect(journey.rework.redos == 1)
  }

  @Test(arguments: [
    ("2026-03-02", CaseJourney.Referral.Outcome.open), ("2026-03-03", .open),
    ("2026-03-04", .deadEnd),
  ])
  func aReferralIsOpenUntilItsTimeIsOver(date: String, outcome: CaseJourney.Referral.Outcome) {
    let journey = SteppedMap.journey(
      [Row(organization: "a", start: "2026-01-01", end: "2026-01-02", referredTo: ["b"])],
      date: date)
    #expect(journey.referrals.map(\.outcome) == [outcome])
  }

  @Test func aStepThatComesTooLateDoesNotAnswer() {
    func outcome(_ start: String) -> [CaseJourney.Referral.Outcome] {
      SteppedMap.journey([
        Row(organization: "a", start: "2026-01-01", end: "2026-01-02", referredTo: ["b"]),
        Row(organization: "b", start: start, end: "2026-06-01"),
      ]).referrals.map(\.outcome)
    }
    #expect(outcome("2026-03-03") == [.answered(step: 2)])
    #expect(outcome("2026-03-04") == [.deadEnd])
  }

  @Test func aHandoffWithoutAReceiverGoesToTheNextOrganization() {
    let journey = SteppedMap.journey([
      Row(organization: "a", start: "2026-01-01", end: "2026-01-01", handoff: .warm),
      Row(organization: "a", start: "2026-01-02", end: "2026-01-02"),
      Row(organization: "b", start: "2026-01-03", end: "2026-01-03", handoff: .cold),
    ])
    #expect(journey.referrals.map(\.to) == ["b"])
    #expect(journey.referrals.map(\.isInferred) == [true])
    #expect(journey.handoffs.warmShare == 0.5)
  }
}
