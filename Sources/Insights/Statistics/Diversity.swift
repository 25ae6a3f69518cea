import Foundation

/// How many groups the seats of a table are spread over, whatever the population.
///
/// Diversity is not parity: a table may be diverse and leave out the largest group. Never shown
/// without the comparison with a benchmark.
public struct Diversity: Sendable, Hashable {
  /// Blau's index: the chance that two seats drawn with putting back are of different groups.
  public let blau: Double
  /// ``blau`` ÷ the largest it can be for so many groups, 1 − 1/*K*; `nil` for one group.
  public let blauNormalized: Double?
  /// The chance that two different seats are of different groups; `nil` for one seat.
  public let blauUnbiased: Double?
  /// Shannon's entropy −Σ *s* ln *s*, in nats.
  public let shannon: Double
  /// ``shannon`` ÷ the largest it can be, ln *K*; `nil` for one group.
  public let evenness: Double?
  /// The number of equally large groups that would be as diverse: *e* to the power of ``shannon``.
  public let effectiveGroups: Double

  /// Measures the seats of each group; `nil` without a seat.
  ///
  ///     Diversity(of: [12, 1, 3, 2])?.blau  // 0.512
  ///
  /// Blau, *Inequality and Heterogeneity*, 1977. Shannon, "A mathematical theory of
  /// communication", 1948.
  init?(of counts: [Int]) {
    let seats = Double(counts.reduce(0, +))
    guard seats > 0 else { return nil }
    let shares = counts.map { Double($0) / seats }
    let groups = Double(counts.count)
    blau = 1 - shares.reduce(0) { $0 + $1 * $1 }
    blauNormalized = counts.count > 1 ? blau / (1 - 1 / groups) : nil
    blauUnbiased =
      seats > 1
      ? 1 - counts.reduce(0) { $0 + Double($1 * ($1 - 1)) } / (seats * (seats - 1)) : nil
    shannon = entropy(shares)
    evenness = counts.count > 1 ? shannon / log(groups) : nil
    effectiveGroups = exp(shannon)
  }
}

/// −Σ *s* ln *s*, in nats; a share of 0 adds nothing.
func entropy(_ shares: some Sequence<Double>) -> Double {
  shares.reduce(0) { $1 > 0 ? $0 - $1 * log($1) : $0 }
}

/// Returns the Kullback–Leibler divergence Σ *s* ln(*s*/*p*) of seats from a population, in nats.
///
/// - Returns: Infinity if a group holds a seat and is not in the population; `nil` if either has
///   nobody in it.
///
/// Kullback and Leibler, "On information and sufficiency", 1951.
func kullbackLeibler(of counts: [Int], from sizes: [Double]) -> Double? {
  guard let (seats, population) = shares(of: counts, and: sizes) else { return nil }
  return relativeEntropy(seats, population)
}

/// Returns the Jensen–Shannon divergence of seats from a population, in bits: from 0, the same, to
/// 1, no group in common.
///
/// - Returns: `nil` if either has nobody in it.
///
/// Lin, "Divergence measures based on the Shannon entropy", 1991.
func jensenShannon(of counts: [Int], from sizes: [Double]) -> Double? {
  guard let (seats, population) = shares(of: counts, and: sizes) else { return nil }
  let middle = zip(seats, population).map { ($0 + $1) / 2 }
  return (relativeEntropy(seats, middle) + relativeEntropy(population, middle)) / (2 * log(2))
}

private func shares(
  of counts: [Int], and sizes: [Double]
) -> (seats: [Double], population: [Double])? {
  precondition(counts.count == sizes.count, "a size for every group")
  let seats = Double(counts.reduce(0, +))
  let total = sizes.reduce(0, +)
  guard seats > 0, total > 0 else { return nil }
  return (counts.map { Double($0) / seats }, sizes.map { $0 / total })
}

private func relativeEntropy(_ shares: [Double], _ others: [Double]) -> Double {
  zip(shares, others).reduce(0) { sum, pair in
    pair.0 > 0 ? sum + pair.0 * log(pair.0 / pair.1) : sum
  }
}
