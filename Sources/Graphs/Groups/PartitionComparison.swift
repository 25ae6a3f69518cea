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

  /// Returns the mutual information of two divisions, as a share of an entropy.
  ///
  /// 2*I*/(*H*₁ + *H*₂), or *I*/max(*H*₁, *H*₂): 0 where one tells nothing of the other, 1 where they
  /// are equal. It is high by chance where groups are many and small; prefer
  /// `adjustedRandIndex(_:)` or `adjustedMutualInformation(_:)` then.
  ///
  ///     let halves = Partition(labels: [0, 0, 1, 1])
  ///     halves.normalizedMutualInformation(Partition(labels: [0, 1, 0, 1]))  // 0
  ///
  /// Two divisions that are both one group are equal: 1. By the mean entropy it equals igraph `nmi`
  /// and the default of scikit-learn.
  ///
  /// - Parameters:
  ///   - other: A division of the same nodes.
  ///   - bound: The entropy that it is a share of.
  /// - Precondition: Both partitions are of the same nodes.
  /// - Complexity: O(*n*).
  ///
  /// Danon et al., "Comparing community structure identification", 2005,
  /// doi:10.1088/1742-5468/2005/09/P09008.
  public func normalizedMutualInformation(
    _ other: Partition, by bound: InformationBound = .meanEntropy
  ) -> Double {
    guard self != other else { return 1 }
    let (first, second) = (entropy(of: sizes), entropy(of: other.sizes))
    let information = first + second - jointEntropy(with: other)
    switch bound {
    case .meanEntropy: return max(0, 2 * information / (first + second))
    case .largerEntropy: return max(0, information / max(first, second))
    }
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

  /// Returns the mutual information of two divisions beyond what chance gives them.
  ///
  /// (*I* − *E*)/((*H*₁ + *H*₂)/2 − *E*), where *E* is the mean of *I* over all ways to deal the
  /// nodes out to groups of the same sizes: 1 for equal divisions, 0 on average for random ones.
  ///
  ///     let halves = Partition(labels: [0, 0, 1, 1])
  ///     halves.adjustedMutualInformation(Partition(labels: [0, 1, 0, 1]))  // −0.5
  ///
  /// Two equal divisions have 1, whatever they are; one group, or single nodes, against anything
  /// else 0. Equals scikit-learn `adjusted_mutual_info_score`.
  ///
  /// - Precondition: Both partitions are of the same nodes.
  /// - Complexity: O(*n*) and, for each two sizes that groups have, the smaller of the two.
  ///
  /// Vinh, Epps and Bailey, "Information theoretic measures for clusterings comparison", 2010,
  /// Journal of Machine Learning Research 11.
  public func adjustedMutualInformation(_ other: Partition) -> Double {
    guard self != other else { return 1 }
    // Neither chance nor choice changes what these tell: I = E to the last bit but rounding.
    let trivial = [1, nodeCount]
    if trivial.contains(groupCount) || trivial.contains(other.groupCount) { return 0 }
    let (first, second) = (entropy(of: sizes), entropy(of: other.sizes))
    let information = first + second - jointEntropy(with: other)
    let expected = expectedInformation(with: other)
    return (information - expected) / ((first + second) / 2 - expected)
  }

  /// The mean of the mutual information over all ways to deal the nodes out to the groups.
  private func expectedInformation(with other: Partition) -> Double {
    var logFactorials = [0.0]
    for number in 1...nodeCount {
      logFactorials.append(logFactorials[number - 1] + log(Double(number)))
    }
    let count = Double(nodeCount)
    var sum = 0.0
    for (size, groups) in sizeCounts {
      for (otherSize, otherGroups) in other.sizeCounts {
        // How many nodes two groups share is hypergeometric.
        let ways =
          logFactorials[size] + logFactorials[otherSize] + logFactorials[nodeCount - size]
          + logFactorials[nodeCount - otherSize] - logFactorials[nodeCount]
        let fewest = max(1, size + otherSize - nodeCount)
        for shared in fewest..<max(fewest, min(size, otherSize) + 1) {
          let rest = nodeCount - size - otherSize + shared
          let chance = exp(
            ways - logFactorials[shared] - logFactorials[size - shared]
              - logFactorials[otherSize - shared] - logFactorials[rest])
          let ratio = count * Double(shared) / (Double(size) * Double(otherSize))
          sum += Double(groups * otherGroups) * chance * Double(shared) / count * log(ratio)
        }
      }
    }
    return sum
  }

  /// The sizes that groups have, in order, and how many groups have each.
  private var sizeCounts: [(size: Int, groups: Int)] {
    var counts: [(size: Int, groups: Int)] = []
    for size in sizes.sorted() {
      if let last = counts.last, last.size == size {
        counts[counts.count - 1].groups += 1
      } else {
        counts.append((size, 1))
      }
    }
    return counts
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

/// The entropy that mutual information is given as a share of.
public enum InformationBound: Hashable, Sendable {
  /// The mean of the entropies of the two divisions.
  case meanEntropy
  /// The larger of the two: the stricter measure.
  case largerEntropy
}
