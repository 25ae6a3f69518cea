/// The dated events of many cases: names once, events by number.
///
/// Compact enough for a county's years, where rows of a map are not: 100 bytes an event or less.
/// Event logs are read into it, and the steps of a map become one: ``SystemMap/eventLog``.
public struct EventLog: Hashable, Sendable {
  /// A worker or an organization.
  public struct Party: Hashable, Sendable {
    /// The element of the map, or an id that counts the parties of its kind.
    public var id: ElementID
    /// The name that people read.
    public var label: String

    /// Creates a party.
    public init(id: ElementID, label: String) {
      self.id = id
      self.label = label
    }
  }

  /// A step of a case.
  public struct Event: Hashable, Sendable {
    /// The number of its case, from 0.
    public var caseNumber: UInt32
    /// The number of what happened, from 0.
    public var activity: UInt32
    /// The number of who did it; `nil` if not known.
    public var worker: UInt32?
    /// The number of the organization it was done for; `nil` if not known.
    public var organization: UInt32?
    /// The number of the sector; `nil` if not known.
    public var silo: UInt32?
    /// When it began, in microseconds since 1970 in Greenwich; `nil` if not told.
    public var start: Int64?
    /// When it ended; `nil` if not told, or before the start.
    public var end: Int64?

    /// Creates an event of which nothing else is known.
    public init(caseNumber: UInt32, activity: UInt32) {
      self.caseNumber = caseNumber
      self.activity = activity
    }

    /// When it took place, as far as it is told.
    public var time: Int64? { start ?? end }
  }

  /// A way on that an event pointed out.
  public struct Referral: Hashable, Sendable {
    /// The place of the event.
    public var event: Int
    /// The number of the organization.
    public var organization: UInt32

    /// Creates a referral.
    public init(event: Int, organization: UInt32) {
      self.event = event
      self.organization = organization
    }
  }

  /// The cases by number; a family's name is for no aggregate.
  public var cases: [String] = []
  /// What happens, by number.
  public var activities: [String] = []
  /// The workers by number.
  public var workers: [Party] = []
  /// The organizations by number.
  public var organizations: [Party] = []
  /// The sectors by number.
  public var silos: [String] = []
  /// The events, in the order of the file.
  public var events: [Event] = []
  /// The declared referrals, in the order of the events.
  public var referrals: [Referral] = []

  /// Creates an empty log.
  public init() {}
}

extension SystemMap {
  /// The steps of the map's cases as a log.
  ///
  /// - Complexity: O(steps).
  public var eventLog: EventLog {
    var log = EventLog()
    var activities = Numbering<String>()
    var workers = Numbering<ElementID>()
    var organizations = Numbering<ElementID>()
    var silos = Numbering<String>()
    for (number, journey) in journeyCases.enumerated() {
      log.cases.append(journey.name)
      for step in journey.steps {
        var event = EventLog.Event(
          caseNumber: UInt32(number), activity: activities.number(of: step.activity))
        event.worker = step.worker.map { workers.number(of: $0) }
        event.organization = step.organization.map { organizations.number(of: $0) }
        event.silo = step.sector.map { silos.number(of: $0) }
        event.start = step.start?.instant
        event.end = step.endsBeforeItBegins ? nil : step.end?.instant
        for receiver in step.referredTo {
          log.referrals.append(
            EventLog.Referral(
              event: log.events.count, organization: organizations.number(of: receiver)))
        }
        log.events.append(event)
      }
    }
    func party(_ id: ElementID) -> EventLog.Party {
      EventLog.Party(id: id, label: self[id]?.label ?? id.text)
    }
    log.activities = activities.values
    log.workers = workers.values.map(party)
    log.organizations = organizations.values.map(party)
    log.silos = silos.values
    return log
  }
}

/// Numbers for values, in the order in which they are met.
package struct Numbering<Value: Hashable> {
  /// The values by number.
  package private(set) var values: [Value] = []
  private var numbers: [Value: UInt32] = [:]

  /// Creates a numbering of nothing.
  package init() {}

  /// The number of a value, a new one if it is new.
  package mutating func number(of value: Value) -> UInt32 {
    if let number = numbers[value] { return number }
    let number = UInt32(values.count)
    numbers[value] = number
    values.append(value)
    return number
  }
}
