extension Graph {
  /// Returns the eigenvector centrality of every node.
  ///
  /// A node is central as far as central nodes have ties to it: each score is the sum of the
  /// scores of the nodes from which ties come, times their weights, divided by one number λ, the
  /// largest for which that can be.
  ///
  ///     Graph.star(5).eigenvector()  // [0.707, 0.354, 0.354, 0.354, 0.354]
  ///
  /// Scores are 0 or more and their squares sum to 1, as in networkx and sna; igraph makes the
  /// largest 1. The weights of the graph are used; `unweighted` leaves them out. Where an
  /// undirected graph has several components, only that with the largest λ has scores above 0.
  ///
  /// Undefined where nothing is unique: in a graph without ties, in a directed one that is not
  /// strongly connected, and where the largest λ belongs to several components. Take
  /// `katz(alpha:)` there.
  ///
  /// - Returns: One score per node, or `nil`; also for a directed graph on which the iteration
  ///   does not settle, as on some very long cycles.
  /// - Complexity: O(*n* + *m*) for each of some dozens of steps; a sparse factor where the
  ///   largest λ hardly differs from the next, as on a long path.
  ///
  /// Bonacich, "Factoring and weighting approaches to status scores and clique identification",
  /// 1972, doi:10.1080/0022250X.1972.9989806.
  public func eigenvector() -> NodeMap<Double>? {
    guard edgeCount > 0 else { return nil }
    let parts = strongComponents()
    if isDirected, parts.groupCount > 1 { return nil }
    guard let leading = leadingComponent(of: parts) else { return nil }
    let length = leading.vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
    var scores = NodeMap(repeating: 0.0, count: nodeCount)
    for (node, value) in zip(leading.members, leading.vector) { scores[node] = value / length }
    return scores
  }

  /// The component with the largest eigenvalue, and its eigenvector; `nil` if several have it.
  private func leadingComponent(
    of parts: Partition
  ) -> (members: [NodeID], vector: [Double])? {
    var best: (value: Double, part: Int, vector: [Double]?) = (0, 0, nil)
    var isShared = false
    for (part, block) in WeightMatrix.blocks(of: self, by: parts).enumerated() {
      // No eigenvalue exceeds the largest sum of a row.
      guard (block.rowSums.max() ?? 0) >= best.value * (1 - 1e-9), block.count > 1
      else { continue }
      let pair = PerronPair(block, isSymmetric: !isDirected)
      let isSame = abs(pair.value - best.value) <= 1e-9 * pair.value
      if isSame {
        isShared = true
      } else if pair.value > best.value {
        best = (pair.value, part, pair.vector)
        isShared = false
      }
    }
    guard !isShared, let vector = best.vector else { return nil }
    return (parts.members[best.part], vector)
  }
}
