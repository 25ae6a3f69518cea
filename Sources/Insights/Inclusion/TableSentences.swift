import SystemMaps

extension TableComparison {
  /// The comparison as one plain sentence with figures, for the team.
  ///
  /// It leads with the group that holds fewest seats beside the expected. How often a random draw
  /// would give it is before correction for the number of groups; what is concluded is after it,
  /// and of that group alone.
  public var sentence: String {
    switch judgement {
    case .nothingKnown:
      return "\(subject) is not known for any seat that could be compared (\(grounds))."
    case .tooFewSeats:
      return "\(ChanceWords.count(seats, "seat")) with \(subject) known (\(grounds)): "
        + "too few to judge."
    case .untested(let reason):
      return lead(furthestBelow) + "; not tested, because \(reason)."
    case .tested:
      guard let group = furthestBelow, let p = group.p else {
        return "Nothing to compare (\(grounds))."
      }
      guard group.seatGap <= -0.5 else {
        return "No group holds as much as half a seat fewer than would be expected (\(grounds)); "
          + "with so few seats that is no proof of parity.\(emptyCellWords)"
      }
      let draw = test == .hypergeometric ? "a random draw from the list" : "a random draw"
      let often =
        p > 0
        ? "\(draw) would be this far from parity or further, either way, "
          + ChanceWords.frequency(p)
        : "\(draw) would never give this: the benchmark has nobody of this group"
      return lead(group) + "; \(often)\(conclusion(of: group)).\(emptyCellWords)"
    }
  }

  /// The tests beside the sentence, with their number.
  public var testSentence: String? {
    guard case .tested = judgement, let group = furthestBelow, let adjusted = group.pHolm else {
      return nil
    }
    let name = test == .hypergeometric ? "multivariate hypergeometric" : "multinomial"
    let whole = wholeTable.map { test in
      switch test.method {
      case .enumerated: "All groups together: \(ChanceWords.p(test.p)) (exact \(name)). "
      case .drawn(let replicates, let seed):
        "All groups together: \(ChanceWords.p(test.p)) "
          + "(\(name), \(ChanceWords.grouped(replicates)) random draws, seed \(seed)). "
      }
    }
    return (whole ?? "") + "\(group.group): \(ChanceWords.p(adjusted)) after Holm's correction "
      + "for \(ChanceWords.count(groups.count, "group")). \(ChanceWords.count(testCount, "test"))."
  }

  /// How often a draw would give the group that the sentence leads with so few seats or fewer.
  public var thisFewSentence: String? {
    guard case .tested = judgement, let group = furthestBelow, group.seatGap <= -0.5,
      let p = group.pOneSided
    else { return nil }
    let few = group.seats == 0 ? "None" : "\(group.seats) or fewer"
    return "\(few) of \(group.group) in a random draw: probability "
      + "\(ChanceWords.probability(p)) (one-sided)."
  }

  /// What the figures of the four-fifths rule are, and are not; `nil` where there are none.
  public var fourFifthsSentence: String? {
    let below = groups.filter { $0.isBelowFourFifths == true && !$0.isTooSmallToJudge }
      .map(\.group)
    guard !below.isEmpty else { return nil }
    return "Below four fifths of the best represented group's ratio: "
      + "\(ChanceWords.list(below)). The rule is one of selection rates (29 CFR 1607.4(D)): here "
      + "it is an analogy, stricter than the test with few seats, and no legal finding."
  }

  /// The seats that would have to change hands or be added for parity; `nil` where no group is
  /// below it.
  public var seatsForParitySentence: String? {
    let gaining = groups.filter { ($0.seatsToSwap ?? 0) > 0 }
    guard let group = furthestBelow, group.seatGap <= -0.5, !gaining.isEmpty else { return nil }
    let swaps = gaining.map { "\($0.group) +\($0.seatsToSwap ?? 0)" }
    let more = group.seatsToAdd.map { count in
      " Or \(ChanceWords.count(count, "seat")) more, all \(group.group), to parity"
        + (group.seatsToAddForNear.map { $0 > 0 ? " (\($0) to 0.8 of it)" : "" } ?? "") + "."
    }
    return "In proportion (Webster) \(ChanceWords.count(seats, "seat")) would be "
      + "\(ChanceWords.list(groups.map { "\($0.webster ?? 0) \($0.group)" })): "
      + "\(swaps.joined(separator: ", ")).\(more ?? "")"
  }

  /// A sentence with a blank before it: Empty where 1 seat or more would be expected: Latino × man.
  private var emptyCellWords: String {
    let empty = emptyCells.map(\.group)
    guard !empty.isEmpty else { return "" }
    return " Empty where 1 seat or more would be expected: \(ChanceWords.list(empty))."
  }

  private var subject: String { attribute.text }

  /// "; after correction for 4 groups that is no clear difference for this group (p = .081), and no
  /// parity either"; nothing where the difference is clear.
  private func conclusion(of group: GroupComparison) -> String {
    guard let adjusted = group.pHolm, adjusted >= 0.05 else { return "" }
    let correction =
      groups.count > 1 ? "after correction for \(ChanceWords.count(groups.count, "group")) " : ""
    let isTableClear = wholeTable.map { $0.p < 0.05 } ?? false
    return "; \(correction)that is no clear difference for this group"
      + (isTableClear ? " alone" : "") + " (\(ChanceWords.p(adjusted))), and no parity either"
  }

  /// "community, ACS 2024, 18 seats, 0 unknown".
  private var grounds: String {
    var parts = [
      population.citation, ChanceWords.count(composition.seats, "seat"),
      "\(composition.unknown) unknown",
    ]
    if composition.preferNotToSay > 0 {
      parts.append("\(composition.preferNotToSay) prefer not to say")
    }
    let others = unlisted.reduce(0) { $0 + $1.seats }
    if others > 0, compositionReason == nil {
      parts.append("\(others) of groups the benchmark does not list")
    }
    return parts.joined(separator: ", ")
  }

  /// "1 Latino seat where about 5 would be expected (…)".
  private func lead(_ group: GroupComparison?) -> String {
    guard let group else { return "Nothing to compare (\(grounds))" }
    let number = group.seats == 0 ? "No" : ChanceWords.grouped(group.seats)
    let isAnswer = ["yes", "no"].contains(group.group.groupKey)
    let name = isAnswer ? "“\(attribute): \(group.group)”" : group.group
    let expected = group.expected.rounded()
    let about = expected < 1 ? "fewer than 1" : "about \(ChanceWords.grouped(Int(expected)))"
    return "\(number) \(name) seat\(group.seats == 1 ? "" : "s") where \(about) "
      + "would be expected (\(grounds))"
  }
}
