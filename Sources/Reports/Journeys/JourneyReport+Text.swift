import Insights
import SystemMaps

extension JourneyReport {
  /// The report as lines for a terminal, first what nobody is responsible for.
  public var text: String {
    var lines = ["\(journey.caseName), \(map.dateText), for \(audience.readers)"]
    lines += barrierLines
    lines.append(
      "\(count(journey.workers.count, "worker", "workers")) of "
        + "\(count(journey.organizations.count, "organization", "organizations")) in "
        + "\(count(journey.silos.count, "silo", "silos")); "
        + "\(count(journey.burden.files, "organization keeps", "organizations keep")) a file.")
    lines.append(sentence(on: journey.careTeam))
    if let before {
      lines.append("Before: " + sentence(on: before.careTeam))
      for barrier in before.unownedBarriers {
        lines.append("Before, nobody's job: \(name(of: barrier.element) ?? "–").")
      }
    }
    lines.append(referralSentence)
    for loop in journey.loops {
      lines.append(
        "Round in a loop: \(loop.path.map { name(of: $0) ?? "–" }.joined(separator: " → ")).")
    }
    for item in journey.askedAgain {
      lines.append(
        "Asked again: \(item.item), \(count(item.times, "time", "times")), by "
          + "\(count(item.organizations.count, "organization", "organizations")).")
    }
    lines.append(crossingSentence)
    lines.append(timeSentence)
    lines.append(burdenSentence)
    for finding in journey.findings { lines.append("note: \(finding)") }
    return lines.map { $0 + "\n" }.joined()
  }

  private var barrierLines: [String] {
    journey.barriers.map { barrier in
      let told =
        "\(count(barrier.toldWorkers.count, "worker was told", "workers were told")), of "
        + "\(count(barrier.toldOrganizations.count, "organization", "organizations"))"
      let label = name(of: barrier.element) ?? barrier.element.text
      switch barrier.ownership {
      case .nobody: return "Nobody's job: \(label). \(told)."
      case .notKnown: return "Not known whose job: \(label). \(told)."
      case .owned:
        let owners = barrier.owners.compactMap { name(of: $0) }
        let who = owners.isEmpty ? "" : ": " + owners.joined(separator: ", ")
        return "Somebody's job: \(label)\(who). \(told)."
      }
    }
  }

  private func sentence(on team: CaseJourney.CareTeam) -> String {
    guard team.hasReports else { return "Who works with whom is not reported." }
    guard let density = team.density else { return "Fewer than two workers are known." }
    return "Among \(team.size) workers \(team.ties.count) of \(team.possible) pairs coordinate, as "
      + "reported: \(FigureText.percent(density))."
  }

  private var referralSentence: String {
    let referrals = journey.referrals
    let (dead, open) = (journey.deadEnds.count, journey.openEnds.count)
    let handoffs = journey.handoffs
    let cold = handoffs.cold + handoffs.onTheirOwn
    return "\(count(referrals.count, "referral", "referrals")): "
      + "\(referrals.count - dead - open) answered, \(count(dead, "dead end", "dead ends")), "
      + "\(open) still open. Hand-offs: \(cold) cold (\(handoffs.onTheirOwn) on their own), "
      + "\(handoffs.warm) warm, \(handoffs.closedLoop) closed the loop; warm share "
      + "\(FigureText.percent(handoffs.warmShare))."
  }

  private var crossingSentence: String {
    "The next step is in another silo \(count(journey.siloCrossings.count, "time", "times")) of "
      + "\(journey.siloCrossings.pairs), at another organization "
      + "\(count(journey.organizationCrossings.count, "time", "times")) of "
      + "\(journey.organizationCrossings.pairs)."
  }

  private var timeSentence: String {
    let times = journey.times
    guard let throughput = times.throughputDays else { return "No step has a date." }
    guard let idle = times.idleDays, let service = times.serviceDays else {
      return "\(FigureText.short(throughput)) days from first to last; \(times.reason ?? "")."
    }
    return "\(FigureText.short(throughput)) days from first to last: "
      + "\(FigureText.short(service)) days of service, side by side counted twice, and "
      + "\(FigureText.short(idle)) days in which nothing went on."
  }

  private var burdenSentence: String {
    let burden = journey.burden
    let hours = burden.familyHours.map {
      "\(FigureText.short($0)) \($0 == 1 ? "hour" : "hours") of the family's time"
    }
    let unknown =
      burden.stepsWithoutHours == 0 || burden.familyHours == nil
      ? "" : " (\(count(burden.stepsWithoutHours, "step does", "steps do")) not tell)"
    return "\(count(burden.visits, "visit", "visits")), \(count(burden.forms, "form", "forms")), "
      + "\(hours ?? "the family's hours are not told")\(unknown)."
  }

  private func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(number) \(number == 1 ? one : many)"
  }
}

extension Audience {
  /// Who reads, in words.
  fileprivate var readers: String {
    switch self {
    case .team: "the team"
    case .members: "members"
    case .public: "the public"
    }
  }
}
