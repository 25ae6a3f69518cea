/// How often each of several weighted votes turns a defeat into a majority.
///
/// A voter *swings* a coalition of others that loses without and wins with it. The Banzhaf index is
/// the share of all swings, the Banzhaf measure the share of all coalitions of others that the voter
/// swings (Penrose 1946, Banzhaf 1965). Votes that weigh twice as much need not have twice the
/// power, and a vote can have none:
///
///     VotingPower(weights: [50, 49, 1], quota: 51)?.swings   // [3, 1, 1]
///     VotingPower(weights: [4, 4, 4, 2, 2, 1], quota: 12)?.swings   // [10, 10, 10, 6, 6, 0]
public struct VotingPower: Sendable, Hashable {
  /// The votes of each.
  public let weights: [Int]
  /// How many votes decide.
  public let quota: Int
  /// How many coalitions of others each swings.
  public let swings: [Int]

  /// The most voters that are counted exactly.
  public static let mostVoters = 20

  /// Counts swings.
  ///
  /// - Returns: `nil` with more than ``mostVoters``, without a vote, with a vote below 0, or where
  ///   no coalition or the empty one decides.
  /// - Complexity: O(*n* × sums) for *n* voters; there are at most 2ⁿ different sums, and at most as
  ///   many as votes.
  public init?(weights: [Int], quota: Int) {
    guard !weights.isEmpty, weights.count <= Self.mostVoters, weights.allSatisfy({ $0 >= 0 }),
      weights.allSatisfy({ $0 < 1 << 40 }), quota > 0, quota <= weights.reduce(0, +)
    else { return nil }
    self.weights = weights
    self.quota = quota
    swings = weights.indices.map { voter in
      var coalitions = [0: 1]
      for (other, weight) in weights.enumerated() where other != voter {
        var grown = coalitions
        for (sum, count) in coalitions { grown[sum + weight, default: 0] += count }
        coalitions = grown
      }
      return coalitions.reduce(0) { total, coalition in
        coalition.key < quota && coalition.key + weights[voter] >= quota
          ? total + coalition.value : total
      }
    }
  }

  /// Each voter's share of all swings.
  public var shares: [Double] {
    let total = Double(swings.reduce(0, +))
    return swings.map { total > 0 ? Double($0) / total : 0 }
  }

  /// The share of coalitions of others that each swings.
  public var measure: [Double] {
    let coalitions = Double(1 << (weights.count - 1))
    return swings.map { Double($0) / coalitions }
  }
}
