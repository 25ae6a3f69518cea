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
    let tests = ExactTest.tests(
      of: [counts], population: population, seed: seed, largestEnumeration: largestEnumeration)
    guard let test = tests.first else { return nil }
    self = test
  }

  private init(p: Double, method: Method) {
    self.p = p
    self.method = method
  }

  /// Tests several compositions of as many seats each, with one look at every other composition.
  ///
  /// Each gets the p-value that it would get alone, but for rounding in the last digits.
  ///
  /// - Returns: A test for each; none at all without a seat, and where more seats are held than the
  ///   list has members.
  static func tests(
    of compositions: [[Int]], population: Population, seed: UInt64,
    largestEnumeration: Int? = nil
  ) -> [ExactTest] {
    guard let first = compositions.first else { return [] }
    let seats = first.reduce(0, +)
    precondition(
      compositions.allSatisfy { $0.count == first.count && $0.reduce(0, +) == seats },
      "as many seats and groups in each")
    guard seats > 0, let weights = CompositionWeights(seats: seats, population: population) else {
      return []
    }
    precondition(weights.groupCount == first.count, "a share or number of members for every group")
    let limits = compositions.map { weights.logMass(of: $0) + log(tolerance) }
    let steps = Set(limits).sorted()
    let number = compositionCount(seats: seats, groups: first.count)
    let method: Method
    let chances: [Double]
    if let number, number <= largestEnumeration ?? Self.largestEnumeration {
      method = .enumerated(compositions: number)
      chances = weights.massUpTo(steps)
    } else {
      method = .drawn(replicates: replicates, seed: seed)
      var generator = SeededGenerator(seed: seed)
      let urn = Urn(population: population, seats: seats, groups: first.count)
      var asImprobable = Array(repeating: 0, count: steps.count)
      for _ in 0..<replicates {
        let step = steps.firstStep(from: weights.logMass(of: urn.draw(using: &generator)))
        if step < steps.count { asImprobable[step] += 1 }
      }
      var sum = 0
      chances = asImprobable.map {
        sum += $0
        return Double(sum + 1) / Double(replicates + 1)
      }
    }
    return limits.map { limit in
      ExactTest(p: chances[steps.firstStep(from: limit)], method: method)
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

  var groupCount: Int { terms.count }

  /// - Returns: `nil` where more seats are held than the list has members.
  init?(seats: Int, population: ExactTest.Population) {
    self.seats = seats
    switch population {
    case .shares(let shares):
      // n! Π pᵍˣ/x!
      let factorials = LogFactorials(upTo: seats)
      let total = shares.reduce(0, +)
      constant = factorials[seats]
      terms = shares.map { share in
        (0...seats).map { count in
          count == 0 ? 0 : Double(count) * log(share / total) - factorials[count]
        }
      }
    case .list(let list):
      // Π C(K, x) / C(N, n)
      let total = list.reduce(0, +)
      guard total >= seats else { return nil }
      let factorials = LogFactorials(upTo: total)
      constant = -factorials.choose(total, seats)
      terms = list.map { members in (0...seats).map { factorials.choose(members, $0) } }
    }
  }

  func logMass(of counts: [Int]) -> Double {
    var sum = constant
    for (group, count) in counts.enumerated() { sum += terms[group][count] }
    return sum
  }

  /// The probability of all compositions whose log probability is at most each of some limits.
  ///
  /// - Parameter limits: The limits, the lowest first.
  func massUpTo(_ limits: [Double]) -> [Double] {
    var masses = Array(repeating: 0.0, count: limits.count)
    func place(_ left: Int, from group: Int, sum: Double) {
      if group == terms.count - 1 {
        let logMass = sum + terms[group][left]
        let step = limits.firstStep(from: logMass)
        if step < masses.count { masses[step] += exp(logMass) }
        return
      }
      for count in 0...left { place(left - count, from: group + 1, sum: sum + terms[group][count]) }
    }
    place(seats, from: 0, sum: constant)
    var total = 0.0
    return masses.map {
      total += $0
      return min(1, total)
    }
  }
}

extension [Double] {
  /// The first of these ascending steps that is not below a value; the number of steps if none is.
  fileprivate func firstStep(from value: Double) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
