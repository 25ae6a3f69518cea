extension DetectedCommunities {
  /// Returns how far the runs agree with each other: the mean adjusted Rand index of two of them.
  ///
  /// 1 where every run found the same groups. All ordered pairs count, each run with itself among
  /// them. Low values say that the graph has many divisions about as good as the one shown.
  ///
  /// - Returns: The mean, or `nil` where there are no ties.
  /// - Complexity: O(*d*² *n*) for *d* different divisions.
  ///
  /// Lambiotte, "Multi-scale modularity in complex networks", 2010, arXiv:1004.4268.
  public func stability() -> Double? {
    guard quality != nil else { return nil }
    var counts: [Partition: Int] = [:]
    for partition in partitionsOfRuns { counts[partition, default: 0] += 1 }
    // In order of first appearance: that of a dictionary would change the last bits.
    var different: [(partition: Partition, count: Double)] = []
    for partition in partitionsOfRuns {
      guard let count = counts.removeValue(forKey: partition) else { continue }
      different.append((partition, Double(count)))
    }
    var sum = 0.0
    for (place, first) in different.enumerated() {
      sum += first.count * first.count
      for second in different[..<place] {
        sum += 2 * first.count * second.count * first.partition.adjustedRandIndex(second.partition)
      }
    }
    return sum / Double(runs * runs)
  }

  /// Returns how surely each node belongs to its group.
  ///
  /// The mean, over the other nodes of its group, of the share of runs that put the two together;
  /// `nil` for a node that is a group of its own.
  ///
  /// - Complexity: O(*n*) for each run.
  ///
  /// Lancichinetti and Fortunato, "Consensus clustering in complex networks", 2012,
  /// doi:10.1038/srep00336.
  public func membershipConfidence() -> NodeMap<Double?> { membershipConfidence(in: partition) }

  /// Returns how surely the runs put each node together with others of its group in a division,
  /// such as that of the declared sectors; as `membershipConfidence()`.
  ///
  /// - Precondition: The partition is of the same nodes.
  /// - Complexity: O(*n*) for each run.
  public func membershipConfidence(in partition: Partition) -> NodeMap<Double?> {
    precondition(
      partition.nodeCount == self.partition.nodeCount, "both partitions are of the same nodes")
    var together = Array(repeating: 0, count: partition.nodeCount)
    for run in partitionsOfRuns {
      let cells = zip(partition.groups, run.groups).map { $0 * run.groupCount + $1 }
      var counts: [Int: Int] = [:]
      for cell in cells { counts[cell, default: 0] += 1 }
      for (node, cell) in cells.enumerated() { together[node] += counts[cell, default: 1] - 1 }
    }
    let sizes = partition.sizes
    return NodeMap(
      partition.groups.indices.map { node in
        let others = sizes[partition.groups[node]] - 1
        return others > 0 ? Double(together[node]) / Double(others * runs) : nil
      })
  }
}

extension Partition {
  /// Returns whether two divisions agree more than by chance.
  ///
  /// One division's labels change places between the nodes, again and again, and the adjusted
  /// Rand index is taken each time. *p* is (1 + number as high) / (1 + permutations), so never 0.
  ///
  /// - Parameters:
  ///   - other: A division of the same nodes.
  ///   - permutations: How many times labels change places.
  ///   - seed: The seed of the draws.
  /// - Precondition: Both partitions are of the same nodes; `permutations` is 1 or more.
  /// - Complexity: O(*n*) for each permutation.
  public func agreementSignificance(
    _ other: Partition, permutations: Int = 1_999, seed: UInt64
  ) -> AgreementSignificance {
    precondition(permutations > 0, "a test needs permutations")
    let observed = adjustedRandIndex(other)
    let values = (0..<permutations).map { permutation in
      var generator = SeededGenerator(seed: seed, stream: permutation)
      var labels = other.groups
      generator.shuffle(&labels)
      return adjustedRandIndex(Partition(labels: labels, below: other.groupCount))
    }
    let mean = values.reduce(0, +) / Double(permutations)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return AgreementSignificance(
      adjustedRandIndex: observed, mean: mean,
      standardDeviation: permutations > 1
        ? (squares / Double(permutations - 1)).squareRoot() : 0,
      p: Double(1 + values.count { $0 >= observed - 1e-12 }) / Double(1 + permutations),
      permutations: permutations)
  }
}

/// How the agreement of two divisions stands among that of shuffled ones.
public struct AgreementSignificance: Hashable, Sendable {
  /// The agreement.
  public var adjustedRandIndex: Double
  /// The mean over the permutations.
  public var mean: Double
  /// The standard deviation over the permutations; 0 for a single one.
  public var standardDeviation: Double
  /// The share of permutations that agree as far, the division itself counted among them.
  public var p: Double
  /// How many permutations were drawn.
  public var permutations: Int
}
