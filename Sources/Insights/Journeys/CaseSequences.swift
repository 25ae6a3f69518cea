import SystemMaps

/// The events of a log, case by case in order of time.
///
/// By start, else end; equal times, and events without one, as in the file.
struct CaseSequences {
  let log: EventLog
  /// Whether every event tells one time only, which is both its start and its end.
  let hasSingleTimes: Bool
  /// The places of the log's events, case by case.
  let events: [Int]
  /// Where each case begins among ``events``, and where the last one ends.
  let starts: [Int]
  /// How many events begin at the same time as the one before in their case.
  private(set) var equalTimes = 0
  /// How many events have no time.
  private(set) var undated = 0

  /// - Complexity: O(*n* log *s*) for *n* events in cases of *s*.
  init(of log: EventLog) {
    self.log = log
    hasSingleTimes =
      log.events.contains { $0.start != nil } != log.events.contains { $0.end != nil }
    var starts = Array(repeating: 0, count: log.cases.count + 1)
    for event in log.events { starts[Int(event.caseNumber) + 1] += 1 }
    for number in log.cases.indices { starts[number + 1] += starts[number] }
    var next = starts
    var events = Array(repeating: 0, count: log.events.count)
    // An event without a time follows the one above it in the file.
    var keys = Array(repeating: Int64.min, count: log.events.count)
    for (place, event) in log.events.enumerated() {
      let number = Int(event.caseNumber)
      let above = next[number] > starts[number] ? keys[events[next[number] - 1]] : Int64.min
      keys[place] = event.time ?? above
      undated += event.time == nil ? 1 : 0
      events[next[number]] = place
      next[number] += 1
    }
    for (start, end) in zip(starts, starts.dropFirst()) where end - start > 1 {
      events[start..<end].sort { first, second in
        let (one, other) = (keys[first], keys[second])
        if one != other { return one < other }
        let (oneEnd, otherEnd) = (log.events[first].end ?? one, log.events[second].end ?? other)
        return (oneEnd, first) < (otherEnd, second)
      }
      for place in start + 1..<end where keys[events[place]] == keys[events[place - 1]] {
        equalTimes += 1
      }
    }
    self.events = events
    self.starts = starts
  }

  /// The events of a case in order of time.
  func events(of number: Int) -> some RandomAccessCollection<EventLog.Event> {
    events[starts[number]..<starts[number + 1]].lazy.map { log.events[$0] }
  }

  /// Days from the end of an event to the start of the next, 0 if they overlap; `nil` if not told.
  func wait(from first: EventLog.Event, to second: EventLog.Event) -> Double? {
    let end = hasSingleTimes ? first.time : first.end
    let start = hasSingleTimes ? second.time : second.start
    return zip(end, start).map { Double(max(0, $1 - $0)) / 86_400_000_000 }
  }
}
