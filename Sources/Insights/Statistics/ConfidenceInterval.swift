import Foundation

/// The 95 % interval of a share: which true shares the observed seats are compatible with.
public struct ConfidenceInterval: Sendable, Hashable {
  /// The lower end, from 0 to 1.
  public let lower: Double
  /// The upper end, from 0 to 1.
  public let upper: Double

  init(lower: Double, upper: Double) {
    self.lower = lower
    self.upper = upper
  }

  /// The 97.5 % quantile of the standard normal distribution.
  private static let z = 1.959963984540054

  /// Returns the Wilson score interval of a share.
  ///
  /// (*p̂* + *z*²/2*n* ± *z*√(*p̂*(1 − *p̂*)/*n* + *z*²/4*n*²)) / (1 + *z*²/*n*), where *p̂* = *x*/*n*.
  /// The lower end at *x* = 0 is exactly 0, the upper end at *x* = *n* exactly 1.
  ///
  /// - Returns: The interval, or `nil` without a trial: no seats say nothing of a share.
  ///
  /// Wilson, "Probable inference, the law of succession, and statistical inference", 1927.
  public static func wilson(successes: Int, trials: Int) -> ConfidenceInterval? {
    precondition((0...max(0, trials)).contains(successes), "successes are among the trials")
    guard trials > 0 else { return nil }
    let count = Double(trials)
    let share = Double(successes) / count
    let scale = 1 + z * z / count
    let middle = share + z * z / (2 * count)
    let reach = z * (share * (1 - share) / count + z * z / (4 * count * count)).squareRoot()
    return ConfidenceInterval(
      lower: successes == 0 ? 0 : max(0, (middle - reach) / scale),
      upper: successes == trials ? 1 : min(1, (middle + reach) / scale))
  }

  /// Returns the Clopper–Pearson ("exact") interval of a share.
  ///
  /// The lower end is the share at which *x* successes or more have the probability 2.5 %, the
  /// upper end the share at which *x* or fewer have; as quantiles of the beta distribution
  /// Beta(.025; *x*, *n* − *x* + 1) and Beta(.975; *x* + 1, *n* − *x*). At *x* = 0 the lower end
  /// is 0, at *x* = *n* the upper end is 1.
  ///
  /// - Returns: The interval, or `nil` without a trial: no seats say nothing of a share.
  ///
  /// Clopper and Pearson, "The use of confidence or fiducial limits", 1934.
  public static func clopperPearson(successes: Int, trials: Int) -> ConfidenceInterval? {
    precondition((0...max(0, trials)).contains(successes), "successes are among the trials")
    guard trials > 0 else { return nil }
    let failures = trials - successes
    return ConfidenceInterval(
      lower: successes == 0 ? 0 : BetaDistribution(successes, failures + 1).quantile(0.025),
      upper: failures == 0 ? 1 : BetaDistribution(successes + 1, failures).quantile(0.975))
  }
}

/// The beta distribution with whole parameters, which are all that counts of seats need.
struct BetaDistribution {
  private let first: Int
  private let second: Int

  /// - Precondition: Both parameters are 1 or more.
  init(_ first: Int, _ second: Int) {
    precondition(first >= 1 && second >= 1, "the parameters are 1 or more")
    self.first = first
    self.second = second
  }

  /// The regularised incomplete beta function *I*ₓ(*a*, *b*).
  ///
  /// For whole *a* and *b* it is the finite sum of binomial probabilities
  /// P(Bin(*a* + *b* − 1, *x*) ≥ *a*) (DLMF 8.17.5), so neither a continued fraction nor a
  /// criterion of convergence is needed.
  func cumulative(_ share: Double) -> Double {
    guard share > 0 else { return 0 }
    guard share < 1 else { return 1 }
    return Binomial(trials: first + second - 1, probability: share).upperTail(first)
  }

  /// The share below which a part `probability` of the distribution lies, by bisection until no
  /// number lies between the ends.
  ///
  /// The first halvings are spared: of which side they are is known once a secant has come near.
  func quantile(_ probability: Double) -> Double {
    let near = bracket(of: probability)
    var lower = 0.0
    var upper = 1.0
    while true {
      let middle = lower + (upper - lower) / 2
      guard middle > lower, middle < upper else { return middle }
      let isBelow =
        middle <= near.lowerBound
        || (middle < near.upperBound && cumulative(middle) < probability)
      if isBelow { lower = middle } else { upper = middle }
      if upper - lower < 1e-15 { return middle }
    }
  }

  /// Between which shares a quantile lies, by the method of false position with the Illinois rule.
  ///
  /// Dowell and Jarratt, "A modified regula falsi method", BIT 11, 1971.
  private func bracket(of probability: Double) -> ClosedRange<Double> {
    var (low, high) = (0.0, 1.0)
    var (atLow, atHigh) = (-probability, 1 - probability)
    var lastWasLow: Bool?
    for _ in 0..<24 where high - low > 1e-12 {
      let share = low + (high - low) * atLow / (atLow - atHigh)
      guard share > low, share < high else { break }
      let value = cumulative(share) - probability
      if value < 0 {
        (low, atLow) = (share, value)
        if lastWasLow == true { atHigh /= 2 }
      } else {
        (high, atHigh) = (share, value)
        if lastWasLow == false { atLow /= 2 }
      }
      lastWasLow = value < 0
    }
    return low...high
  }
}
