public import SystemMaps

extension CaseJourney {
  /// A step in its place in time.
  public struct Step: Hashable, Sendable {
    /// Its number, from 1 in order of time.
    public let number: Int
    /// The step as the map holds it.
    public let record: JourneyStep
    /// Days from the first moment of the journey to its start; `nil` if no time is told.
    public let startDay: Double?
    /// Days from the first moment of the journey to its end; `nil` if it is not told, or before the
    /// start.
    public let endDay: Double?
    /// Days between the end of the step before and the start of this one, 0 if they overlap; `nil`
    /// for the first step, and where either is not told.
    public let waitDays: Double?
    /// Whether it began before the step before had ended.
    public let isParallel: Bool
  }

  /// How long a journey took, in days.
  public struct Times: Hashable, Sendable {
    /// From the first moment to the last; `nil` without a dated step.
    public let throughputDays: Double?
    /// The steps' own durations together, those side by side twice; `nil` unless every step tells
    /// its start and end.
    public let serviceDays: Double?
    /// The time in which at least one step went on; `nil` unless every step tells its start and
    /// end.
    public let activeDays: Double?
    /// The time in which no step went on; `nil` unless every step tells its start and end.
    public let idleDays: Double?
    /// The waits before the steps together; `nil` if none is known.
    public let waitingDays: Double?
    /// Why durations are not known; `nil` if they are.
    public let reason: String?

    init(of timeline: Timeline) {
      let steps = timeline.steps
      let moments = steps.flatMap { [$0.startDay, $0.endDay].compactMap(\.self) }
      throughputDays = zip(moments.min(), moments.max()).map { $1 - $0 }
      let waits = steps.compactMap(\.waitDays)
      waitingDays = waits.isEmpty ? nil : waits.reduce(0, +)
      let spans = steps.compactMap { zip($0.startDay, $0.endDay) }
      if timeline.hasSingleTimes || spans.isEmpty || spans.count < steps.count {
        (serviceDays, activeDays, idleDays) = (nil, nil, nil)
        reason =
          timeline.hasSingleTimes
          ? "the steps tell one time each, not when they began and ended"
          : "\(steps.count - spans.count) of \(steps.count) steps do not tell both a start and an end"
        return
      }
      let active = Self.union(of: spans)
      serviceDays = spans.reduce(0) { $0 + $1.1 - $1.0 }
      activeDays = active
      idleDays = throughputDays.map { max(0, $0 - active) }
      reason = nil
    }

    /// The length of the union of intervals.
    private static func union(of spans: [(Double, Double)]) -> Double {
      var total = 0.0
      var reached = -Double.infinity
      for (start, end) in spans.sorted(by: { $0 < $1 }) {
        total += max(0, end - max(start, reached))
        reached = max(reached, end)
      }
      return total
    }
  }

  /// The steps of a case in order of time.
  struct Timeline {
    private(set) var steps: [Step] = []
    /// Whether every step tells one time only, which is both its start and its end.
    let hasSingleTimes: Bool
    private(set) var findings: [Finding] = []

    /// Orders steps; those without a time follow the step above them in the file.
    init(of records: [JourneyStep]) {
      let hasStart = records.contains { $0.start != nil }
      let hasEnd = records.contains { $0.end != nil }
      hasSingleTimes = hasStart != hasEnd
      var key = Int64.min
      let ordered = records.map { record -> (key: Int64, record: JourneyStep) in
        key = (record.start ?? record.end)?.instant ?? key
        return (key, record)
      }.sortedStably {
        ($0.key, $0.record.end?.instant ?? $0.key) < ($1.key, $1.record.end?.instant ?? $1.key)
      }.map(\.record)

      func end(of record: JourneyStep) -> Int64? {
        if hasSingleTimes { return (record.start ?? record.end)?.instant }
        guard let end = record.end, !record.endsBeforeItBegins else { return nil }
        // A day without a time ends no sooner than a time of that day.
        return max(end.instant, record.start?.instant ?? end.instant)
      }
      let first = ordered.compactMap { ($0.start ?? $0.end)?.instant }.min() ?? 0
      func days(_ instant: Int64) -> Double { Double(instant - first) / 86_400_000_000 }
      var previousEnd: Int64?
      for (place, record) in ordered.enumerated() {
        let start = (hasSingleTimes ? record.start ?? record.end : record.start)?.instant
        let end = end(of: record)
        let gap = place == 0 ? nil : zip(previousEnd, start).map { $1 - $0 }
        steps.append(
          Step(
            number: place + 1, record: record, startDay: start.map(days), endDay: end.map(days),
            waitDays: gap.map { Double(max(0, $0)) / 86_400_000_000 },
            isParallel: gap.map { $0 < 0 } ?? false))
        previousEnd = end
      }
      findings = Self.oddities(of: records)
    }

    private static func oddities(of records: [JourneyStep]) -> [Finding] {
      var findings: [Finding] = []
      func note(_ count: Int, _ one: String, _ many: String, _ expected: String) {
        if count == 0 { return }
        findings.append(
          Finding(.notice, "\(count) \(count == 1 ? one : many)", expected: expected))
      }
      let times = records.compactMap { ($0.start ?? $0.end)?.instant }
      note(
        records.count { $0.start == nil && $0.end == nil }, "step has no date",
        "steps have no date", "each stands after the step above it in the file")
      note(
        records.count(where: \.endsBeforeItBegins), "step ends before it begins",
        "steps end before they begin", "the end is taken as not known")
      note(
        times.count - Set(times).count, "step begins at the same time as another",
        "steps begin at the same time as another", "they stand in the order of the file")
      let zones = Set(
        records.flatMap { [$0.start, $0.end] }.compactMap { $0 }
          .filter { $0.secondOfDay != nil }.map { $0.offset != nil })
      if zones.count > 1 {
        findings.append(
          Finding(
            .notice, "some times tell their distance from Greenwich, and some do not",
            expected: "those that do not are taken as Greenwich's"))
      }
      return findings
    }
  }
}

/// Both values, if both are there.
func zip<First, Second>(_ first: First?, _ second: Second?) -> (First, Second)? {
  guard let first, let second else { return nil }
  return (first, second)
}
