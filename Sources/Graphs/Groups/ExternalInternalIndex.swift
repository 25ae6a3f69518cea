extension Graph {
  /// Returns the E-I index of groups: whether ties lead more out of the groups or stay inside.
  ///
  /// (*E* − *I*)/(*E* + *I*) for *E* ties between groups and *I* inside them: −1 where all ties
  /// are inside, 1 where all lead out. Do not compare it with 0 but with `expected`: many small
  /// groups look outward by chance alone.
  ///
  ///     let index = Graph.path(4).externalInternalIndex(of: Partition(labels: [0, 0, 1, 1]))
  ///     index.value  // −1/3: one tie of three leads out
  ///
  /// Ties are those of `undirected`, each counted once; values are ignored, as in UCINET. The
  /// whole index, the groups' and the nodes' are `nil` where there are no ties to count.
  ///
  /// - Parameter partition: The groups.
  /// - Precondition: The partition is one of this graph's nodes.
  /// - Complexity: O(*n* + *m* log *k*), where *k* is the largest degree.
  ///
  /// Krackhardt and Stern, "Informal networks and organizational crises", 1988,
  /// doi:10.2307/2786835.
  public func externalInternalIndex(of partition: Partition) -> ExternalInternalIndex {
    externalInternalIndex(of: partition.groups)
  }

  /// Returns the E-I index of groups that some nodes are not known to belong to.
  ///
  /// As for a partition. Nodes without a label, and the ties that touch them, are left out and
  /// counted; chance is reckoned on what remains.
  ///
  /// - Parameter labels: The group of each node, in the order of the nodes.
  /// - Precondition: There is a label or `nil` for each node.
  public func externalInternalIndex(of labels: [Int?]) -> ExternalInternalIndex {
    ExternalInternalIndex(LabelledTies(graph: self, labels: labels))
  }

  /// Returns where the E-I index stands among those of random labels.
  ///
  /// The labels change places between the labelled nodes, the ties stay. A *p* is
  /// (1 + number as extreme) / (1 + permutations), one-sided, so never 0.
  ///
  /// - Parameters:
  ///   - labels: The group of each node, in the order of the nodes; nodes without one are left
  ///     out.
  ///   - permutations: How many times the labels are dealt out anew.
  ///   - seed: The seed of the draws.
  /// - Returns: The test, or `nil` where no tie joins two labelled nodes.
  /// - Precondition: There is a label or `nil` for each node; `permutations` is 1 or more.
  /// - Complexity: O((*n* + *m*) · `permutations`).
  public func externalInternalSignificance(
    of labels: [Int?], permutations: Int = 1_999, seed: UInt64
  ) -> ExternalInternalSignificance? {
    precondition(permutations > 0, "a test needs permutations")
    let ties = LabelledTies(graph: self, labels: labels)
    guard !ties.pairs.isEmpty else { return nil }
    let chunkCount = min(permutations, 16)
    let internalTies = chunkedResults(
      count: chunkCount, concurrently: permutations * ties.pairs.count > 1_000_000
    ) { chunk in
      let first = permutations * chunk / chunkCount
      return (first..<permutations * (chunk + 1) / chunkCount).map { permutation in
        var generator = SeededGenerator(seed: seed, stream: permutation)
        var groups = ties.groups
        generator.shuffle(&groups)
        return ties.pairs.count { groups[$0.0] == groups[$0.1] }
      }
    }
    .flatMap(\.self)
    return ExternalInternalSignificance(ties: ties, internalTies: internalTies)
  }

  /// Returns where the E-I index of a partition stands among those of random labels.
  ///
  /// - Precondition: The partition is one of this graph's nodes; `permutations` is 1 or more.
  public func externalInternalSignificance(
    of partition: Partition, permutations: Int = 1_999, seed: UInt64
  ) -> ExternalInternalSignificance? {
    externalInternalSignificance(
      of: partition.groups, permutations: permutations, seed: seed)
  }
}

/// How ties divide into those inside groups and those between them, with what chance would give.
public struct ExternalInternalIndex: Hashable, Sendable {
  /// The ties of one group.
  public struct Group: Hashable, Sendable {
    /// The label of the group.
    public var label: Int
    /// How many nodes have it.
    public var nodeCount: Int
    /// Ties that join two of them.
    public var internalTies: Int
    /// Ties from one of them to another group.
    public var externalTies: Int

    /// The index with each tie counted once, or `nil` where there are none.
    public var value: Double? { indexValue(external: externalTies, internal: internalTies) }

    /// The index as the group's nodes see it, an inner tie counted at both ends, or `nil`.
    public var valueByEndpoints: Double? {
      indexValue(external: externalTies, internal: 2 * internalTies)
    }
  }

  /// Ties inside groups.
  public var internalTies: Int
  /// Ties between groups.
  public var externalTies: Int
  /// The groups in the order of their labels.
  public var groups: [Group]
  /// The index of each node's own ties; `nil` where it has none to count.
  public var nodes: NodeMap<Double?>
  /// How many nodes have no label and were left out.
  public var unlabelledNodeCount: Int
  /// How many ties touch such a node and were left out.
  public var excludedTieCount: Int
  /// The mean over all ways to deal the labels out, exact, or `nil` where there are no ties.
  public var expected: Double?
  /// The standard deviation over all ways to deal the labels out, exact.
  public var standardDeviation: Double?
  /// The least value that groups of these sizes and this many ties allow.
  public var minimum: Double?
  /// The largest value that groups of these sizes and this many ties allow.
  public var maximum: Double?

  /// The index of the whole, or `nil` where there are no ties.
  public var value: Double? { indexValue(external: externalTies, internal: internalTies) }

  /// How many standard deviations the index is above chance, or `nil` where chance does not vary.
  ///
  /// Below 0 the groups keep to themselves.
  public var z: Double? {
    guard let value, let expected, let standardDeviation, standardDeviation > 1e-12
    else { return nil }
    return (value - expected) / standardDeviation
  }

  /// The index stretched so that the possible values reach from −1 to 1, or `nil` where only one
  /// is possible.
  public var rescaled: Double? {
    guard let value, let minimum, let maximum, maximum > minimum else { return nil }
    return 2 * (value - minimum) / (maximum - minimum) - 1
  }

  fileprivate init(_ ties: LabelledTies) {
    var internalByGroup = Array(repeating: 0, count: ties.labels.count)
    var externalByGroup = internalByGroup
    var nodeTies = Array(repeating: (internal: 0, external: 0), count: ties.groups.count)
    for (first, second) in ties.pairs {
      let (group, other) = (ties.groups[first], ties.groups[second])
      if group == other {
        internalByGroup[group] += 1
        nodeTies[first].internal += 1
        nodeTies[second].internal += 1
      } else {
        externalByGroup[group] += 1
        externalByGroup[other] += 1
        nodeTies[first].external += 1
        nodeTies[second].external += 1
      }
    }
    internalTies = internalByGroup.reduce(0, +)
    externalTies = ties.pairs.count - internalTies
    groups = ties.labels.indices.map { group in
      Group(
        label: ties.labels[group], nodeCount: ties.sizes[group],
        internalTies: internalByGroup[group], externalTies: externalByGroup[group])
    }
    var nodes = NodeMap<Double?>(repeating: nil, count: ties.nodeCount)
    for (node, counts) in zip(ties.nodes, nodeTies) {
      nodes.values[node] = indexValue(external: counts.external, internal: counts.internal)
    }
    self.nodes = nodes
    unlabelledNodeCount = ties.nodeCount - ties.nodes.count
    excludedTieCount = ties.excludedTieCount
    if !ties.pairs.isEmpty {
      let chance = LabelPermutationMoments(ties)
      expected = chance.mean
      standardDeviation = chance.standardDeviation
      minimum = indexValue(
        external: max(0, ties.pairs.count - ties.pairsInside),
        internal: min(ties.pairs.count, ties.pairsInside))
      let between = min(ties.pairs.count, ties.pairsInAll - ties.pairsInside)
      maximum = indexValue(external: between, internal: ties.pairs.count - between)
    }
  }
}

/// Where the E-I index stands among those of labels dealt out at random.
public struct ExternalInternalSignificance: Hashable, Sendable {
  /// The index.
  public var observed: Double
  /// The mean over the permutations.
  public var mean: Double
  /// The standard deviation over the permutations; 0 for a single one.
  public var standardDeviation: Double
  /// The share of permutations that are as low or lower: small where groups keep to themselves.
  public var pInward: Double
  /// The share of permutations that are as high or higher: small where groups reach out.
  public var pOutward: Double
  /// How many permutations were drawn.
  public var permutations: Int

  fileprivate init?(ties: LabelledTies, internalTies: [Int]) {
    let observedInternal = ties.pairs.count { ties.groups[$0.0] == ties.groups[$0.1] }
    func value(_ internalTies: Int) -> Double {
      Double(ties.pairs.count - 2 * internalTies) / Double(ties.pairs.count)
    }
    let count = Double(internalTies.count)
    let mean = internalTies.reduce(0) { $0 + value($1) } / count
    let squares = internalTies.reduce(0) { $0 + (value($1) - mean) * (value($1) - mean) }
    observed = value(observedInternal)
    self.mean = mean
    standardDeviation = internalTies.count > 1 ? (squares / (count - 1)).squareRoot() : 0
    // The index falls as inner ties grow; whole numbers compare without rounding.
    pInward = Double(1 + internalTies.count { $0 >= observedInternal }) / (1 + count)
    pOutward = Double(1 + internalTies.count { $0 <= observedInternal }) / (1 + count)
    permutations = internalTies.count
  }
}

private func indexValue(external: Int, internal inner: Int) -> Double? {
  guard external + inner > 0 else { return nil }
  return Double(external - inner) / Double(external + inner)
}
