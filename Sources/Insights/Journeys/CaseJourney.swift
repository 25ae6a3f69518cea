public import SystemMaps

/// One family's way through the services: what its dated steps show.
///
///     let journey = CaseJourney(of: try #require(map.journeyCase(named: "H-07")), in: map.on())
///     journey.unownedBarriers.first?.toldWorkers.count  // 9
///
/// Everything here is for the team. Others may see a case only if ``SystemMap/consent(toShow:)``
/// gives one, and then without the names of workers, which the reports leave out.
public struct CaseJourney: Hashable, Sendable {
  /// What the file calls the case.
  public let caseName: String
  /// The household, if the case is an element of the map.
  public let household: ElementID?
  /// The steps in order of time: by start, else end; equal times, and steps without one, as in the
  /// file.
  public let steps: [Step]
  /// The workers who met the family, in the order in which they did.
  public let workers: [ElementID]
  /// The organizations that met the family, in the order in which they did.
  public let organizations: [ElementID]
  /// The sectors of the steps, in the order in which they are met.
  public let silos: [String]
  /// How often the next step is in another silo.
  public let siloCrossings: Crossings
  /// How often the next step is at another organization.
  public let organizationCrossings: Crossings
  /// Where the family was sent, and whether it arrived.
  public let referrals: [Referral]
  /// The hand-offs by kind.
  public let handoffs: Handoffs
  /// The returns along the referrals to an organization that had sent the family on.
  public let loops: [Loop]
  /// How often the next step, by date, is at an organization that an earlier step left.
  ///
  /// Services run side by side: such a return is no loop, and stands apart.
  public let sequenceReturns: Int
  /// Steps done again.
  public let rework: Rework
  /// What the family was asked for, that which was asked most often first.
  public let collected: [CollectedItem]
  /// What stood in the way: first what nobody is responsible for, then what nobody is known to be
  /// responsible for, then the rest; within each, that of which most workers were told.
  public let barriers: [Barrier]
  /// Those who serve the family, and who among them work with each other.
  public let careTeam: CareTeam
  /// How long it took.
  public let times: Times
  /// What it cost the family.
  public let burden: Burden
  /// What was odd, assumed or could not be told.
  public let findings: [Finding]

  /// Follows a case through the map of one day.
  ///
  /// Steps are history and count whatever the day; who owns a barrier and who works with whom is
  /// that of the day, and so is whether a referral can still be answered.
  ///
  /// - Parameters:
  ///   - journey: The case.
  ///   - map: The map of one day: see `SystemMap.on(_:)`.
  /// - Complexity: O(*s* log *s* + *w*² + connections) for *s* steps and *w* workers.
  public init(of journey: JourneyCase, in map: SystemMap) {
    var findings: [Finding] = []
    caseName = journey.name
    household = journey.household
    let timeline = Timeline(of: journey.steps)
    findings += timeline.findings
    steps = timeline.steps
    times = Times(of: timeline)
    workers = steps.compactMap(\.record.worker).firstOfEach
    organizations = steps.compactMap(\.record.organization).firstOfEach
    silos = steps.compactMap(\.record.sector).firstOfEach
    siloCrossings = Crossings(of: steps.map(\.record.sector))
    organizationCrossings = Crossings(of: steps.map(\.record.organization))
    let referrals = ReferralTrail(of: steps, in: map)
    self.referrals = referrals.referrals
    handoffs = Handoffs(of: steps)
    loops = referrals.loops
    sequenceReturns = Self.returns(in: steps.compactMap(\.record.organization))
    rework = Rework(of: steps)
    collected = CollectedItem.all(in: steps)
    barriers = Barrier.all(in: steps, of: household, map: map)
    careTeam = CareTeam(of: workers, in: map)
    burden = Burden(of: steps)
    findings += referrals.findings
    self.findings = findings
  }

  /// The barriers of which the map says that nobody is responsible for them.
  ///
  /// Where the map does not say, it is not known whether anybody is; those are not among these.
  public var unownedBarriers: [Barrier] { barriers.filter { $0.ownership == .nobody } }

  /// The referrals after which the family never arrived, though there was time enough.
  public var deadEnds: [Referral] { referrals.filter { $0.outcome == .deadEnd } }

  /// The referrals whose time to be answered is not over, or cannot be told.
  public var openEnds: [Referral] { referrals.filter { $0.outcome == .open } }

  /// What more than one organization asked the family for.
  public var askedAgain: [CollectedItem] { collected.filter { $0.again > 0 } }

  /// How often a sequence comes back to a place after leaving it.
  private static func returns(in places: [ElementID]) -> Int {
    var seen: Set<ElementID> = []
    var returns = 0
    var last: ElementID?
    for place in places where place != last {
      if !seen.insert(place).inserted { returns += 1 }
      last = place
    }
    return returns
  }
}

extension CaseJourney {
  /// How often the next step is elsewhere.
  public struct Crossings: Hashable, Sendable {
    /// How many steps are followed by one elsewhere.
    public let count: Int
    /// How many pairs of following steps there are of which both places are known.
    public let pairs: Int

    /// The share of pairs that cross; `nil` if there are none.
    public var rate: Double? { pairs == 0 ? nil : Double(count) / Double(pairs) }

    init(of places: [(some Hashable)?]) {
      let known = zip(places, places.dropFirst()).filter { $0 != nil && $1 != nil }
      pairs = known.count
      count = known.count { $0 != $1 }
    }
  }

  /// Steps done again: bupaR's *rework*, whether or not other steps came between.
  public struct Rework: Hashable, Sendable {
    /// How many were done again by a worker who had done them before.
    public let repeats: Int
    /// How many were done again by another worker.
    public let redos: Int
    /// How many were done again, and it is not known by whom.
    public let unknown: Int

    init(of steps: [Step]) {
      var (repeats, redos, unknown) = (0, 0, 0)
      var doneBy: [String: Set<ElementID?>] = [:]
      for step in steps {
        let worker = step.record.worker
        var before = doneBy[step.record.activity.comparisonKey] ?? []
        if before.isEmpty {
        } else if worker == nil || before == [nil] {
          unknown += 1
        } else if before.contains(worker) {
          repeats += 1
        } else {
          redos += 1
        }
        before.insert(worker)
        doneBy[step.record.activity.comparisonKey] = before
      }
      (self.repeats, self.redos, self.unknown) = (repeats, redos, unknown)
    }
  }

  /// Something that the family was asked for.
  public struct CollectedItem: Hashable, Sendable {
    /// What, as first written.
    public let item: String
    /// How many steps asked for it.
    public let times: Int
    /// The organizations that asked for it, in the order in which they did.
    public let organizations: [ElementID]

    /// By how many organizations it was asked again after the first.
    public var again: Int { max(0, organizations.count - 1) }

    static func all(in steps: [Step]) -> [CollectedItem] {
      var order: [String] = []
      var asked: [String: (item: String, times: Int, organizations: [ElementID])] = [:]
      for step in steps {
        for item in step.record.collected {
          let key = item.comparisonKey
          if asked[key] == nil { order.append(key) }
          var entry = asked[key] ?? (item, 0, [])
          entry.times += 1
          entry.organizations += [step.record.organization].compactMap(\.self)
          asked[key] = entry
        }
      }
      return order.compactMap { asked[$0] }.map {
        CollectedItem(
          item: $0.item, times: $0.times, organizations: $0.organizations.firstOfEach)
      }.sortedStably { ($1.again, $1.times) < ($0.again, $0.times) }
    }
  }

  /// What the journey cost the family.
  public struct Burden: Hashable, Sendable {
    /// Steps at which the family was present: all but those whose channel is `without the family`.
    public let visits: Int
    /// Forms and answers the family gave, each time it did.
    public let forms: Int
    /// Organizations that keep a file: those that collected something.
    public let files: Int
    /// The family's own hours, where the steps tell them; `nil` if none does.
    public let familyHours: Double?
    /// How many steps with the family do not tell its hours.
    public let stepsWithoutHours: Int

    init(of steps: [Step]) {
      let present = steps.filter { $0.record.channel?.comparisonKey != "without the family" }
      visits = present.count
      forms = steps.reduce(0) { $0 + $1.record.collected.count }
      files =
        Set(
          steps.filter { !$0.record.collected.isEmpty }.compactMap(\.record.organization)
        ).count
      let hours = steps.compactMap(\.record.familyHours)
      familyHours = hours.isEmpty ? nil : hours.reduce(0, +)
      stepsWithoutHours = present.count { $0.record.familyHours == nil }
    }
  }
}

extension Sequence where Element: Hashable {
  /// The elements without those that were there before.
  var firstOfEach: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}

extension Array {
  /// The elements in order, equal ones as they were.
  func sortedStably(by precedes: (Element, Element) -> Bool) -> [Element] {
    enumerated().sorted { first, second in
      if precedes(first.element, second.element) { return true }
      if precedes(second.element, first.element) { return false }
      return first.offset < second.offset
    }.map(\.element)
  }
}
