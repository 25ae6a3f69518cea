internal import SystemMaps

/// An event log while its events are read.
struct EventLogBuilder {
  /// What a file says of one event.
  struct Entry {
    var caseName = ""
    var activity: String?
    var start: JourneyStep.Moment?
    var end: JourneyStep.Moment?
    var worker: String?
    var organization: String?
    var sector: String?
    var referredTo: [String] = []
    var transition: String?
    var instance: String?
  }

  private var log = EventLog()
  private var cases = Numbering<String>()
  private var activities = Numbering<String>()
  private var workers = Numbering<String>()
  private var organizations = Numbering<String>()
  private var silos = Numbering<String>()
  private var transitions = Numbering<String>()
  private var instances = Numbering<String>()
  /// The transition and instance of each event.
  private var parts: [(transition: UInt32?, instance: UInt32?)] = []
  private var clockErrors = 0
  private var withoutName = 0
  private var offsets: Set<Bool> = []

  mutating func add(_ entry: Entry) {
    if entry.activity == nil { withoutName += 1 }
    var event = EventLog.Event(
      caseNumber: cases.number(of: entry.caseName),
      activity: activities.number(of: entry.activity ?? "(not named)"))
    event.worker = entry.worker.map { workers.number(of: $0) }
    event.organization = entry.organization.map { organizations.number(of: $0) }
    event.silo = entry.sector.map { silos.number(of: $0) }
    event.start = entry.start?.instant
    event.end = entry.end?.instant
    for moment in [entry.start, entry.end] {
      if let moment, moment.secondOfDay != nil { offsets.insert(moment.offset != nil) }
    }
    if let start = event.start, let end = event.end, end < start {
      // A day without a time ends no sooner than any time of that day.
      let isSameDay = entry.end?.secondOfDay == nil && entry.end?.day == entry.start?.day
      event.end = isSameDay ? start : nil
      clockErrors += isSameDay ? 0 : 1
    }
    for receiver in entry.referredTo {
      log.referrals.append(
        EventLog.Referral(
          event: log.events.count, organization: organizations.number(of: receiver)))
    }
    parts.append(
      (
        entry.transition.map { transitions.number(of: $0.lowercased()) },
        entry.instance.map { instances.number(of: $0) }
      ))
    log.events.append(event)
  }

  /// What at least one event says.
  var fields: Set<EventLogColumns.Field> {
    let said: [(EventLogColumns.Field, Bool)] = [
      (.case, true), (.step, true), (.worker, !workers.values.isEmpty),
      (.organization, !organizations.values.isEmpty), (.sector, !silos.values.isEmpty),
      (.transition, !transitions.values.isEmpty), (.instance, !instances.values.isEmpty),
      (.referredTo, !log.referrals.isEmpty),
      (.start, log.events.contains { $0.start != nil }),
      (.end, log.events.contains { $0.end != nil }),
    ]
    return Set(said.filter(\.1).map(\.0))
  }

  /// The log, with what is odd about it.
  mutating func finish(file: String) -> (log: EventLog, findings: [Finding]) {
    let dropped = joinTransitions()
    log.cases = cases.values
    log.activities = activities.values
    log.workers = Self.parties(workers.values, of: .person)
    log.organizations = Self.parties(organizations.values, of: .organization)
    log.silos = silos.values
    var findings: [Finding] = []
    func note(_ count: Int, _ one: String, _ many: String, _ expected: String) {
      if count == 0 { return }
      findings.append(
        Finding(.notice, at: Place(file: file), count.counted(one, many), expected: expected))
    }
    note(
      clockErrors, "event ends before it begins", "events end before they begin",
      "their ends are taken as not known")
    note(
      withoutName, "event does not say what happened", "events do not say what happened",
      "they are called \"(not named)\"")
    note(
      dropped, "event is no start or completion of a step, or has no counterpart",
      "events are no start or completion of a step, or have no counterpart",
      "a step counts once: from its start to its completion")
    if offsets.count > 1 {
      findings.append(
        Finding(
          .notice, at: Place(file: file),
          "some times tell their distance from Greenwich, and some do not",
          expected: "those that do not are taken as Greenwich's"))
    }
    return (log, findings)
  }

  /// Ids count the names in their order, so that they do not hang on the order of the file.
  private static func parties(_ labels: [String], of type: ElementType) -> [EventLog.Party] {
    var ranks: [String: Int] = [:]
    for (rank, label) in labels.sorted().enumerated() { ranks[label] = rank + 1 }
    return labels.map {
      EventLog.Party(id: ElementID("\(type.name)-\(ranks[$0] ?? 0)"), label: $0)
    }
  }

  /// Makes one event of the start and the completion of a step, where a log tells both.
  ///
  /// Of steps alike in one case the first start goes with the first completion. A start without a
  /// completion stays, as a step whose end is not known.
  ///
  /// - Returns: How many events were left out: schedulings, suspensions and the like.
  private mutating func joinTransitions() -> Int {
    let start = transitions.values.firstIndex(of: "start").map { UInt32($0) }
    let complete = transitions.values.firstIndex(of: "complete").map { UInt32($0) }
    guard let start, let complete else { return 0 }
    struct Step: Hashable {
      let caseNumber: UInt32
      let activity: UInt32
      let instance: UInt32?
    }
    var open: [Step: [Int]] = [:]
    var kept: [EventLog.Event] = []
    var newPlaces: [Int: Int] = [:]
    for (place, event) in log.events.enumerated() {
      let (transition, instance) = parts[place]
      let step = Step(
        caseNumber: event.caseNumber, activity: event.activity, instance: instance)
      if transition == start {
        var event = event
        (event.start, event.end) = (event.time, nil)
        open[step, default: []].append(kept.count)
        newPlaces[place] = kept.count
        kept.append(event)
      } else if transition == complete || transition == nil {
        if let started = open[step]?.first {
          open[step]?.removeFirst()
          let end = event.end ?? event.start
          let begun = kept[started].start
          kept[started].end = zipped(begun, end).map { $0 <= $1 } ?? true ? end : nil
          kept[started].worker = kept[started].worker ?? event.worker
          kept[started].organization = kept[started].organization ?? event.organization
          newPlaces[place] = started
        } else {
          newPlaces[place] = kept.count
          kept.append(event)
        }
      }
    }
    let dropped = log.events.count - newPlaces.count
    log.events = kept
    log.referrals = log.referrals.compactMap { referral in
      newPlaces[referral.event].map {
        EventLog.Referral(event: $0, organization: referral.organization)
      }
    }
    return dropped
  }

  private func zipped(_ first: Int64?, _ second: Int64?) -> (Int64, Int64)? {
    guard let first, let second else { return nil }
    return (first, second)
  }
}
