extension Graph {
  /// Returns the modularity of a division of the nodes into groups.
  ///
  /// The share of the weight of ties that lies inside groups, less the share expected if ties
  /// were dealt out at random between nodes of the same strengths:
  /// *Q* = Σ over groups of [*w*/*m* − γ (*s*/2*m*)²], where *w* is the weight of ties inside, *s*
  /// the sum of strengths and *m* the weight of all ties. In a directed graph, after Leicht and
  /// Newman, *w*/*m* − γ *s*ₒᵤₜ *s*ᵢₙ/*m*².
  ///
  ///     let graph = Graph(nodeCount: 4, edges: [Edge(0, 1), Edge(2, 3)])
  ///     graph.modularity(of: Partition(labels: [0, 0, 1, 1]))  // 0.5
  ///
  /// The weights of the graph are used; `unweighted` leaves them out. A high value is no evidence
  /// of silos by itself, and values of graphs that differ in density do not compare: see
  /// `modularitySignificance(resolution:runsPerReplicate:replicates:seed:)`. Groups smaller than
  /// about √(2*m*) ties may not be told apart (Fortunato and Barthélemy 2007). Equals networkx
  /// and igraph `modularity`.
  ///
  /// - Parameters:
  ///   - partition: The groups.
  ///   - resolution: The factor γ; larger values favour smaller groups.
  /// - Returns: The modularity, or `nil` where there are no ties.
  /// - Precondition: The partition is one of this graph's nodes.
  /// - Complexity: O(*n* + *m*).
  ///
  /// Newman and Girvan, "Finding and evaluating community structure in networks", 2004,
  /// doi:10.1103/PhysRevE.69.026113. Leicht and Newman, "Community structure in directed
  /// networks", 2008, doi:10.1103/PhysRevLett.100.118703.
  public func modularity(of partition: Partition, resolution: Double = 1) -> Double? {
    precondition(partition.nodeCount == nodeCount, "a partition has the nodes of the graph")
    guard edgeCount > 0 else { return nil }
    var leaving = Array(repeating: 0.0, count: partition.groupCount)
    var arriving = leaving
    var inside = 0.0
    for node in 0..<nodeCount {
      let group = partition.groups[node]
      for arc in outgoing.offsets[node]..<outgoing.offsets[node + 1] {
        let weight = outgoing.weight(of: arc)
        let other = partition.groups[outgoing.targets[arc].index]
        leaving[group] += weight
        arriving[other] += weight
        if group == other { inside += weight }
      }
    }
    // In an undirected graph every tie was met from both ends, so `total` is 2m and the sums
    // are those of strengths: one formula serves both kinds.
    let total = leaving.reduce(0, +)
    let expected = zip(leaving, arriving).reduce(0) { $0 + ($1.0 / total) * ($1.1 / total) }
    return inside / total - resolution * expected
  }
}
