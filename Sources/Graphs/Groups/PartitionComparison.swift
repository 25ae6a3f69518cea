import Foundation

extension Partition {
  /// Returns how far two divisions of the same nodes agree, beyond chance.
  ///
  /// The Rand index counts the pairs of nodes on which both divisions agree; adjusted, it is 1
  /// for equal divisions and 0 on average for random ones with groups of the same sizes. Below 0
  /// they agree less than by chance.
  ///
  ///     let sectors = Partition(labels: ["a", "a", "b", "b"])
  ///     sectors.adjustedRandIndex(Partition(labels: [1, 1, 2, 2]))  // 1
  ///
  /// Two divisions that are both one group, or both single nodes, are equal: 1, as in
  /// scikit-learn. Equals scikit-learn `adjusted_rand_score`.
  ///
  /// - Precondition: Both partitions are of the same nodes.
  /// - Complexity: O(*n*).
  ///
  /// Hubert and Arabie, "Comparing partitions", 1985, doi:10.1007/BF01908075.
  public func adjustedRandIndex(_ other: Partition) -> Double {
    guard self != other else { return 1 }
    func pairs(_ counts: some Sequence<Int>) -> Double {
      counts.reduce(0) { $0 + Double($1) * Double($1 - 1) / 2 }
    }
    let together = pairs(overlaps(with: other).values)
    let (first, second) = (pairs(sizes), pairs(other.sizes))
    let expected = first * second / pairs([nodeCount])
    let largest = (first + second) / 2
    // Unequal divisions have different pairs, so `largest` is above `expected`.
    return (together - expected) / (largest - expected)
  }

  /// Returns the mutual information of two divisions, as a share of their mean entropy.
  ///
  /// 2*I*/(*H*₁ + *H*₂): 0 where one tells nothing of the other, 1 where they are equal. It is
  /// high by chance where groups are many and small; prefer `adjustedRandIndex(_:)` then.
  ///
  ///     let halves = Partition(labels: [0, 0, 1, 1])
  ///     halves.normalizedMutualInformation(Partition(labels: [0, 1, 0, 1]))  // 0
  ///
  /// Two divisions that are both one group are equal: 1. Equals igraph `nmi` and the default of
  /// scikit-learn.
  ///
  /// - Precondition: Both partitions are of the same nodes.
  /// - Complexity: O(*n*).
  ///
  /// Danon et al., "Comparing community structure identification", 2005,
  /// doi:10.1088/1742-5468/2005/09/P09008.
  public func normalizedMutualInformation(_ other: Partition) -> Double {
    guard self != other else { return 1 }
    let entropies = entropy(of: sizes) + entropy(of: other.sizes)
    let information = entropies - jointEntropy(with: other)
    return max(0, 2 * information / entropies)
  }

  /// Returns the variation of information between two divisions, in nats.
  ///
  /// *H*₁ + *H*₂ − 2*I*: a distance, 0 for equal divisions and at most ln *n*.
  ///
  ///     let halves = Partition(labels: [0, 0, 1, 1])
  ///     halves.variationOfInformation(halves)  // 0
  ///
  /// - Precondition: Both partitions are of the same nodes.
  /// - Complexity: O(*n*).
  ///
  /// Meilă, "Comparing clusterings", 2007, doi:10.1016/j.jmva.2006.11.013.
  public func variationOfInformation(_ other: Partition) -> Double {
    guard self != other else { return 0 }
    let entropies = entropy(of: sizes) + entropy(of: other.sizes)
    return max(0, 2 * jointEntropy(with: other) - entropies)
  }

  /// How many nodes are in each pair of groups of the two partitions that has any, by number.
  private func overlaps(with other: Partition) -> [Int: Int] {
    precondition(nodeCount == other.nodeCount, "both partitions are of the same nodes")
    var counts: [Int: Int] = [:]
    for (group, otherGroup) in zip(groups, other.groups) {
      counts[group * other.groupCount + otherGroup, default: 0] += 1
    }
    return counts
  }

  private func jointEntropy(with other: Partition) -> Double {
    // Sorted, as the order of a dictionary changes from run to run and with it the last bits.
    entropy(of: overlaps(with: other).values.sorted())
  }

  private func entropy(of counts: [Int]) -> Double {
    counts.reduce(0) { sum, count in
      let share = Double(count) / Double(nodeCount)
      return sum - share * log(share)
    }
  }
}
