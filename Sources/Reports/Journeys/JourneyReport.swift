public import Insights
public import SystemMaps

/// One family's journey, ready to print as JSON or as lines.
///
/// Below the team the names of workers are left out; their number, and for which organizations they
/// work, stay.
public struct JourneyReport: Sendable {
  /// The journey.
  public let journey: CaseJourney
  /// The same journey on another day, as before a convening; `nil` if not asked for.
  public let before: CaseJourney?
  /// The map of the day, as the audience may see it.
  public let map: SystemMap
  /// Who will read it.
  public let audience: Audience

  /// Prepares the report of a case.
  ///
  /// - Parameters:
  ///   - journey: The case.
  ///   - map: The map of one day, with everything that it holds.
  ///   - earlier: The map of another day, or another map of the same family, to compare with.
  ///   - audience: Who will read it.
  /// - Throws: ``MapErrors`` if the family has not agreed that the audience may see it.
  public init(
    of journey: JourneyCase, in map: SystemMap, comparedWith earlier: SystemMap? = nil,
    for audience: Audience
  ) throws(MapErrors) {
    try map.requireConsent(toShow: journey, to: audience)
    self.journey = CaseJourney(of: journey, in: map)
    before = earlier.map { earlier in
      CaseJourney(of: earlier.journeyCase(named: journey.name) ?? journey, in: earlier)
    }
    self.map = map.shared(with: audience)
    self.audience = audience
  }

  /// The report as JSON.
  public var json: JSONValue {
    var members: [String: JSONValue] = [
      "case": .string(journey.caseName), "household": JSONValue(journey.household?.text),
      "map": [
        "title": JSONValue(map.settings.title), "date": JSONValue(map.settings.date?.description),
      ],
      "steps": .integer(journey.steps.count), "workers": .integer(journey.workers.count),
      "organizations": .integer(journey.organizations.count),
      "organization_names": labels(journey.organizations),
      "files": .integer(journey.burden.files),
      "silos": .integer(journey.silos.count),
      "silo_names": .array(journey.silos.map(JSONValue.string)),
      "silo_crossings": .integer(journey.siloCrossings.count),
      "silo_crossing_rate": JSONValue(journey.siloCrossings.rate),
      "organization_crossings": .integer(journey.organizationCrossings.count),
      "organization_crossing_rate": JSONValue(journey.organizationCrossings.rate),
      "loops": .integer(journey.loops.count),
      "loop_paths": .array(journey.loops.map { labels($0.path) }),
      "sequence_returns": .integer(journey.sequenceReturns),
      "repeats": .integer(journey.rework.repeats), "redos": .integer(journey.rework.redos),
      "handoffs": handoffs, "warm_share": JSONValue(journey.handoffs.warmShare),
      "referrals": .array(journey.referrals.map(json(of:))),
      "dead_ends": .integer(journey.deadEnds.count),
      "open_ends": .integer(journey.openEnds.count),
      "asked_again": .array(journey.askedAgain.map(json(of:))),
      "unowned_barriers": .array(journey.unownedBarriers.map(json(of:))),
      "barriers": .array(journey.barriers.map(json(of:))),
      "care_team": json(of: journey.careTeam),
      "throughput_days": JSONValue(journey.times.throughputDays),
      "service_days": JSONValue(journey.times.serviceDays),
      "active_days": JSONValue(journey.times.activeDays),
      "idle_days": JSONValue(journey.times.idleDays),
      "waiting_days": JSONValue(journey.times.waitingDays),
      "times_unknown_because": JSONValue(journey.times.reason),
      "burden": [
        "visits": .integer(journey.burden.visits), "forms": .integer(journey.burden.forms),
        "files": .integer(journey.burden.files), "hours": JSONValue(journey.burden.familyHours),
        "steps_without_hours": .integer(journey.burden.stepsWithoutHours),
      ],
      "findings": .findings(journey.findings),
    ]
    if let before {
      members["before"] = [
        "care_team": json(of: before.careTeam),
        "unowned_barriers": .array(before.unownedBarriers.map(json(of:))),
        "warm_share": JSONValue(before.handoffs.warmShare),
        "dead_ends": .integer(before.deadEnds.count),
      ]
    }
    return .object(members)
  }

  private var handoffs: JSONValue {
    [
      "cold": .integer(journey.handoffs.cold), "warm": .integer(journey.handoffs.warm),
      "closed_loop": .integer(journey.handoffs.closedLoop),
      "self": .integer(journey.handoffs.onTheirOwn), "none": .integer(journey.handoffs.none),
    ]
  }

  private func json(of referral: CaseJourney.Referral) -> JSONValue {
    var (outcome, answer): (String, Int?) = ("open", nil)
    switch referral.outcome {
    case .answered(let step): (outcome, answer) = ("answered", step)
    case .deadEnd: outcome = "dead end"
    case .open: break
    }
    return [
      "step": .integer(referral.step), "from": JSONValue(referral.from.flatMap(name)),
      "to": JSONValue(name(of: referral.to)), "handoff": JSONValue(referral.handoff?.rawValue),
      "outcome": .string(outcome), "answered_by_step": JSONValue(answer),
      "receiver_inferred": .bool(referral.isInferred),
    ]
  }

  private func json(of item: CaseJourney.CollectedItem) -> JSONValue {
    [
      "item": .string(item.item), "times": .integer(item.times),
      "organizations": .integer(item.organizations.count), "again": .integer(item.again),
      "organization_names": labels(item.organizations),
    ]
  }

  private func json(of barrier: CaseJourney.Barrier) -> JSONValue {
    var members: [String: JSONValue] = [
      "barrier": JSONValue(name(of: barrier.element)), "id": .string(barrier.element.text),
      "told": .integer(barrier.toldWorkers.count),
      "organizations": .integer(barrier.toldOrganizations.count),
      "organization_names": labels(barrier.toldOrganizations),
      "owner": .string(barrier.ownership.word),
      "owners": labels(barrier.owners),
    ]
    if audience == .team { members["worker_names"] = labels(barrier.toldWorkers) }
    return .object(members)
  }

  private func json(of team: CaseJourney.CareTeam) -> JSONValue {
    var members: [String: JSONValue] = [
      "size": .integer(team.size), "ties": JSONValue(team.hasReports ? team.ties.count : nil),
      "possible": .integer(team.possible), "density": JSONValue(team.density),
    ]
    if audience == .team { members["worker_names"] = labels(team.members) }
    return .object(members)
  }

  private func labels(_ ids: [ElementID]) -> JSONValue {
    .array(ids.compactMap(name).map(JSONValue.string))
  }

  /// The name that the audience may read; `nil` for people, below the team.
  func name(of id: ElementID) -> String? {
    guard let element = map[id] else { return audience == .team ? id.text : nil }
    return element.type.isPerson && audience < .team ? nil : element.label
  }
}

extension CaseJourney.Barrier.Ownership {
  /// Whose job it is, in a word.
  var word: String {
    switch self {
    case .nobody: "nobody"
    case .notKnown: "not known"
    case .owned: "owned"
    }
  }
}
