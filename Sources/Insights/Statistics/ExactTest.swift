import Foundation
import Graphs

/// How probable a table's whole composition is if its seats were drawn at random.
///
/// The p-value is the probability of all compositions that are as improbable as the observed one
/// or more so.
public struct ExactTest: Sendable, Hashable {
  /// How the probability was found.
  public enum Method: Sendable, Hashable {
    /// By summing over every composition.
    case enumerated(compositions: Int)
    /// By drawing at random: p = (*b* + 1) / (*B* + 1).
    case drawn(replicates: Int, seed: UInt64)
  }

  /// What the seats are thought to be drawn from.
  public enum Population: Sendable, Hashable {
    /// A population so large that a draw does not change it: the multinomial test.
    case shares([Double])
    /// A list of members, by the number in each group: the multivariate hypergeometric test.
    case list([Int])
  }

  /// The probability of a composition as improbable as this one or more so.
  public let p: Double
  /// How it was found.
  public let method: Method

  /// Probabilities within this factor of each other count as equal, as in R.
  static let tolerance = 1 + 1e-7
  /// Up to how many compositions are enumerated.
  static let largestEnumeration = 2_000_000
  /// How many draws are made where there are more.
  static let replicates = 19_999

  /// Tests a composition.
  ///
  /// All compositions are enumerated up to 2,000,000 of them; beyond, 19,999 are drawn.
  ///
  /// - Parameters:
  ///   - counts: The seats of each group.
  ///   - population: What the seats are thought to be drawn from, in the order of the groups.
  ///   - seed: The seed of the draws.
  /// - Returns: `nil` without a seat, and where more seats are held than the list has members.
  public init?(
    counts: [Int], population: Population, seed: UInt64, largestEnumeration: Int? = nil
  ) {
    let seats = counts.reduce(0, +)
    guard seats > 0 else { return nil }
    let weights: CompositionWeights
    switch population {
    case .shares(let shares):
      precondition(shares.count == counts.count, "a share for every group")
      weights = CompositionWeights(seats: seats, shares: shares)
    case .list(let list):
      precondition(list.count == counts.count, "a number of members for every group")
      guard list.reduce(0, +) >= seats else { return nil }
      weights = CompositionWeights(seats: seats, list: list)
    }
    let limit = weights.logMass(of: counts) + log(Self.tolerance)
    let number = Self.compositionCount(seats: seats, groups: counts.count)
    if let number, number <= largestEnumeration ?? Self.largestEnumeration {
      p = weights.massUpTo(limit)
      method = .enumerated(compositions: number)
    } else {
      var generator = SeededGenerator(seed: seed)
      let urn = Urn(population: population, seats: seats, groups: counts.count)
      var asImprobable = 0
      for _ in 0..<Self.replicates
      where weights.logMass(of: urn.draw(using: &generator)) <= limit {
        asImprobable += 1
      }
      p = Double(asImprobable + 1) / Double(Self.replicates + 1)
      method = .drawn(replicates: Self.replicates, seed: seed)
    }
  }

  /// C(*n* + *K* − 1, *K* − 1), or `nil` where that is no longer a number.
  static func compositionCount(seats: Int, groups: Int) -> Int? {
    var count = 1
    for step in 1..<max(1, groups) {
      let (product, overflow) = count.multipliedReportingOverflow(by: seats + step)
      if overflow { return nil }
      count = product / step
    }
    return count
  }
}

/// The log probability of a composition as a sum of one term for each group.
private struct CompositionWeights {
  let seats: Int
  /// The term of each group at each number of seats; −∞ is impossible.
  private let terms: [[Double]]
  private let constant: Double

  /// *n*! Π *p*ᵍˣ/*x*!.
  init(seats: Int, shares: [Double]) {
    let factorials = LogFactorials(upTo: seats)
    let total = shares.reduce(0, +)
    self.seats = seats
    constant = factorials[seats]
    terms = shares.map { share in
      (0...seats).map { count in
        count == 0 ? 0 : Double(count) * log(share / total) - factorials[count]
      }
    }
  }

  /// Π C(*K*, *x*) / C(*N*, *n*).
  init(seats: Int, list: [Int]) {
    let total = list.reduce(0, +)
    let factorials = LogFactorials(upTo: max(total, seats))
    self.seats = seats
    constant = -factorials.choose(total, seats)
    terms = list.map { members in (0...seats).map { factorials.choose(members, $0) } }
  }

  func logMass(of counts: [Int]) -> Double {
    var sum = constant
    for (group, count) in counts.enumerated() { sum += terms[group][count] }
    return sum
  }

  /// The probability of all compositions whose log probability is at most `limit`.
  func massUpTo(_ limit: Double) -> Double {
    var total = 0.0
    func place(_ left: Int, from group: Int, sum: Double) {
      if group == terms.count - 1 {
        let logMass = sum + terms[group][left]
        if logMass <= limit { total += exp(logMass) }
        return
      }
      for count in 0...left { place(left - count, from: group + 1, sum: sum + terms[group][count]) }
    }
    place(seats, from: 0, sum: constant)
    return min(1, total)
  }
}
