import SystemMaps

extension EventLog {
  /// The log with a word in the place of each family's name that somebody typed into what happened;
  /// steps that are alike then are one.
  ///
  /// - Complexity: O(events + length of the activities + names).
  func withoutFamilyNames(in map: SystemMap, for audience: Audience) -> EventLog {
    let names = JourneyNames(withoutFamiliesOf: map, cases: cases, for: audience)
    var numbers = Numbering<String>()
    let changed = activities.map { numbers.number(of: names.text($0)) }
    var log = self
    log.activities = numbers.values
    guard numbers.values != activities else { return self }
    for place in events.indices {
      log.events[place].activity = changed[Int(events[place].activity)]
    }
    return log
  }
}
