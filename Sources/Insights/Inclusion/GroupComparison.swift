/// One group at one table, against one population.
public struct GroupComparison: Sendable, Hashable {
  /// The group.
  public let group: String
  /// The seats it holds: *x*.
  public let seats: Int
  /// The seats of all groups together: *n*.
  let allSeats: Int
  /// Its share of the seats of which the group is known: *x* / *n*; `nil` without such a seat.
  public let share: Double?
  /// Its share of the population: *p*.
  public let benchmark: Double
  /// The seats that a draw at random would give it on average: *np*.
  public let expected: Double
  /// The seats it holds beyond the expected, *x* − *np*: the figure to lead with.
  public let seatGap: Double
  /// Its share of the seats ÷ its share of the population.
  ///
  /// From 0.8 to 1.2 counts as near parity. `nil` where nobody of the population is of the group.
  public let ratio: Double?
  /// Its share if all, or none, of the seats of which nothing is known were its own; `nil` without
  /// a seat.
  public let shareBounds: ClosedRange<Double>?
  /// Its ratio ÷ the largest ratio among groups with 2 expected seats or more.
  ///
  /// `nil` where no group has so many, and where the groups overlap or are not all listed.
  public let fourFifths: Double?
  /// How probable a number of seats as improbable as this one, either way, is in a draw at random.
  ///
  /// Exact binomial, or hypergeometric for a member list; `nil` where the table is not judged.
  public let p: Double?
  /// ``p`` after Holm's correction for the groups of the table.
  public let pHolm: Double?
  /// How probable this few seats or fewer are if it holds fewer than expected, else this many or
  /// more; `nil` where the table is not judged.
  public let pOneSided: Double?
  /// The seats that Webster's method gives it; `nil` unless the groups are the whole population.
  public let webster: Int?
  /// The seats that Hamilton's method gives it; `nil` unless the groups are the whole population.
  public let hamilton: Int?
  /// How many seats, all for this group, would have to be added until its share is the
  /// population's; `nil` if no number is enough.
  public let seatsToAdd: Int?
  /// The same until its share is 0.8 of the population's, from which on it counts as near parity.
  public let seatsToAddForNear: Int?
  /// The ratio that it would have if the two columns it crosses had nothing to do with each other
  /// at the table: *s*ₐ*s*ᵦ/*p*.
  ///
  /// A ratio below it is more than its two groups explain. `nil` for a group of one column.
  public let marginRatio: Double?

  /// The Wilson interval of its share.
  public var wilson: ConfidenceInterval? { .wilson(successes: seats, trials: allSeats) }

  /// The Clopper–Pearson interval of its share.
  ///
  /// Computed when it is asked for: who is shown bands needs none.
  ///
  /// - Complexity: About 60 evaluations of a sum of up to *n* terms.
  public var clopperPearson: ConfidenceInterval? {
    .clopperPearson(successes: seats, trials: allSeats)
  }

  /// Its share of the seats less its share of the population, in percentage points; `nil` without
  /// a seat.
  public var parityGap: Double? { share.map { 100 * ($0 - benchmark) } }

  /// How many seats would have to change hands to this group for the seats that Webster's method
  /// gives it; below 0 it would have to give some up.
  public var seatsToSwap: Int? { webster.map { $0 - seats } }

  /// Whether so few seats would be expected that none is no surprise.
  public var isTooSmallToJudge: Bool { expected < 1 }

  /// Whether ``fourFifths`` is below 0.8: an analogy with the rule for selection rates of
  /// 29 CFR 1607.4(D), not a legal statement.
  public var isBelowFourFifths: Bool? { fourFifths.map { $0 < 0.8 - 1e-12 } }

  /// Whether it holds fewer or more seats than its share of the population, in broad bands.
  public var band: ParityBand? {
    guard let share else { return nil }
    guard let ratio else { return share > 0 ? .above : nil }
    return ParityBand(ratio: ratio)
  }
}

/// How a group's share of seats compares with its share of the population, without figures.
public enum ParityBand: String, Sendable, Hashable, CaseIterable {
  /// The ratio is below 0.8.
  case below
  /// The ratio is from 0.8 to 1.2.
  case near
  /// The ratio is above 1.2.
  case above

  init(ratio: Double) {
    self = ratio < 0.8 - 1e-12 ? .below : ratio > 1.2 + 1e-12 ? .above : .near
  }

  /// The band in the words of a report.
  public var words: String { "\(rawValue) parity" }
}
