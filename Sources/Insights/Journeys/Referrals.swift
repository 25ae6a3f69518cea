public import SystemMaps

extension CaseJourney {
  /// A way on that a step pointed out.
  public struct Referral: Hashable, Sendable {
    /// What came of it.
    public enum Outcome: Hashable, Sendable {
      /// A later step, by its number, met the family there in time.
      case answered(step: Int)
      /// No later step met the family there in the map's follow-up days, and these are over.
      case deadEnd
      /// No later step met the family there yet, and there is time left; or no date tells.
      case open
    }

    /// The number of the step that pointed it out.
    public let step: Int
    /// The organization of that step.
    public let from: ElementID?
    /// The organization, or worker, to whom the family was sent.
    public let to: ElementID
    /// How the family was handed on; `nil` if the step does not say.
    public let handoff: JourneyStep.Handoff?
    /// What came of it.
    public let outcome: Outcome
    /// Whether the step names a hand-off but no receiver, and the next organization was taken.
    public let isInferred: Bool
  }

  /// How many hand-offs there were of each kind; a step that hands on to two counts twice.
  public struct Handoffs: Hashable, Sendable {
    /// An address, a number or a form; without those in ``onTheirOwn``.
    public let cold: Int
    /// A live introduction.
    public let warm: Int
    /// The receiver confirmed, and the outcome came back.
    public let closedLoop: Int
    /// The family found the way alone: as cold as cold can be.
    public let onTheirOwn: Int
    /// There was nothing to hand over.
    public let none: Int

    /// The share of hand-offs that were warm or closed the loop, of all but `none`.
    ///
    /// Steps that do not say how are left out; `nil` if none is left.
    public var warmShare: Double? {
      let all = cold + warm + closedLoop + onTheirOwn
      return all == 0 ? nil : Double(warm + closedLoop) / Double(all)
    }

    init(of steps: [Step]) {
      var counts: [JourneyStep.Handoff: Int] = [:]
      for step in steps {
        guard let handoff = step.record.handoff else { continue }
        counts[handoff, default: 0] += max(1, step.record.referredTo.count)
      }
      cold = counts[.cold] ?? 0
      warm = counts[.warm] ?? 0
      closedLoop = counts[.closedLoop] ?? 0
      onTheirOwn = counts[.onTheirOwn] ?? 0
      none = counts[JourneyStep.Handoff.none] ?? 0
    }
  }

  /// A return along the referrals.
  public struct Loop: Hashable, Sendable {
    /// The number of the step that sent the family back.
    public let step: Int
    /// The number of the step at which it came back.
    public let returnStep: Int
    /// The organizations on the way round, beginning and ending with the one returned to.
    public let path: [ElementID]
  }

  /// The referrals of a case in order of time, what came of them, and where they lead round.
  struct ReferralTrail {
    private(set) var referrals: [Referral] = []
    private(set) var loops: [Loop] = []
    private(set) var findings: [Finding] = []

    /// Follows the referrals of ordered steps.
    init(of steps: [Step], in map: SystemMap) {
      let watch = FollowUp(of: steps, in: map)
      for step in steps {
        let record = step.record
        if !record.referredTo.isEmpty {
          for receiver in record.referredTo {
            referrals.append(
              Referral(
                step: step.number, from: record.organization, to: receiver,
                handoff: record.handoff,
                outcome: watch.outcome(of: step, sentTo: receiver), isInferred: false))
          }
        } else if let handoff = record.handoff, handoff != .none,
          let next = watch.nextOrganization(after: step)
        {
          referrals.append(
            Referral(
              step: step.number, from: record.organization, to: next, handoff: handoff,
              outcome: watch.outcome(of: step, sentTo: next), isInferred: true))
        }
      }
      followLoops(through: steps)
      if watch.lastDay == nil, referrals.contains(where: { $0.outcome == .open }) {
        findings.append(
          Finding(
            .notice, "whether some referrals are dead ends cannot be told",
            expected: "dates of the steps, and the map's Date, would tell"))
      }
    }

    /// Finds the answered referrals that lead back to an organization which sent the family on.
    ///
    /// Each step carries the organizations by which referrals led to it: those of the referral
    /// that last arrived at its organization.
    private mutating func followLoops(through steps: [Step]) {
      var arrivals: [Int: [Int]] = [:]
      for (place, referral) in referrals.enumerated() {
        if case .answered(let step) = referral.outcome {
          arrivals[step, default: []].append(place)
        }
      }
      var path: [ElementID: [ElementID]] = [:]
      var pathOfStep: [Int: [ElementID]] = [:]
      for step in steps {
        guard let here = step.record.organization else { continue }
        for place in arrivals[step.number] ?? [] {
          let before = pathOfStep[referrals[place].step] ?? []
          if let first = before.lastIndex(of: here), first < before.count - 1 {
            loops.append(
              Loop(
                step: referrals[place].step, returnStep: step.number,
                path: Array(before[first...]) + [here]))
            // Round again is another loop: what led here before the return is history.
            path[here] = [here]
          } else if before.last != here {
            path[here] = before + [here]
          }
        }
        pathOfStep[step.number] = path[here] ?? [here]
        path[here] = pathOfStep[step.number]
      }
    }
  }

  /// Looks for the family at those to whom it was sent.
  private struct FollowUp {
    let steps: [Step]
    let days: Double
    /// The day of the journey until which the map tells; `nil` if nothing is dated.
    let lastDay: Double?

    init(of steps: [Step], in map: SystemMap) {
      self.steps = steps
      days = Double(map.settings.followUpDays)
      let dated = steps.flatMap { [$0.startDay, $0.endDay].compactMap(\.self) }
      let first = steps.compactMap { ($0.record.start ?? $0.record.end)?.instant }.min()
      let today = zip(map.settings.date, first).map { day, first in
        Double(JourneyStep.Moment(day: day).instant - first) / 86_400_000_000
      }
      // The map tells until its own day, or until its last step, if that is later.
      lastDay = [dated.max(), dated.isEmpty ? nil : today].compactMap(\.self).max()
    }

    func outcome(of step: Step, sentTo receiver: ElementID) -> Referral.Outcome {
      let left = step.endDay ?? step.startDay
      let began = step.startDay ?? left
      for later in steps[step.number...] where isMet(by: later, receiver, sentBy: step) {
        guard let left, let began, let met = later.startDay ?? later.endDay else {
          return .answered(step: later.number)
        }
        if met >= began, met <= left + days { return .answered(step: later.number) }
      }
      guard let left, let lastDay else { return .open }
      return left + days < lastDay ? .deadEnd : .open
    }

    /// Whether a step is with whom a referral named; within one organization, with someone else.
    private func isMet(by later: Step, _ receiver: ElementID, sentBy step: Step) -> Bool {
      if later.record.worker == receiver { return true }
      guard later.record.organization == receiver else { return false }
      return step.record.organization != receiver || later.record.worker != step.record.worker
    }

    func nextOrganization(after step: Step) -> ElementID? {
      steps[step.number...].compactMap(\.record.organization)
        .first { $0 != step.record.organization }
    }
  }
}
