extension Graph {
  /// Returns the betweenness of every node.
  ///
  /// The betweenness of *v* is the sum, over pairs *s* ≠ *v* ≠ *t*, of the share of shortest
  /// paths from *s* to *t* that pass through *v*: how much of what flows between others has to
  /// come by.
  ///
  ///     Graph.path(3).betweenness(scale: .raw)  // [0, 1, 0]
  ///
  /// Raw scores count each pair once in an undirected graph and ordered pairs in a directed one;
  /// normalised ones are divided by (*n* − 1)(*n* − 2)/2 and (*n* − 1)(*n* − 2). The ends of a
  /// path do not count. Unreachable pairs contribute nothing. Below three nodes every score is 0.
  /// Equals networkx `betweenness_centrality`, whose default is normalised as here; igraph's and
  /// sna's is raw.
  ///
  /// Paths of equal length by weight are found equal exactly where the weights are decimals over
  /// a common denominator, else to a relative 10⁻¹⁰; libraries that compare sums of rounded 1/*w*
  /// give other scores. The number of shortest paths may exceed every `Double`, as on large
  /// grids: such counts are kept with an exponent apart, and scores stay finite.
  ///
  /// - Parameters:
  ///   - scale: Whether scores are divided by the number of pairs.
  ///   - distances: How long a tie is.
  /// - Returns: One score per node, the same bits on any number of cores.
  /// - Complexity: O(*nm*) time for hops and O(*nm* log *n*) for weights, O(*n* + *m*) space.
  ///
  /// Brandes, "A faster algorithm for betweenness centrality", 2001,
  /// doi:10.1080/0022250X.2001.9990249.
  public func betweenness(
    scale: ScoreScale = .normalized, distances: DistanceRule = .hops
  ) -> NodeMap<Double> {
    guard nodeCount > 2 else { return NodeMap(repeating: 0, count: nodeCount) }
    let condensed = condensed(for: distances)
    let sums = condensed.sums(.nodes, over: condensed.classes, distances: distances)
    var scores = condensed.nodeScores(from: sums.scores)
    // An undirected pair was counted from both of its ends.
    var divisor = isDirected ? 1.0 : 2.0
    if scale == .normalized {
      divisor = Double(nodeCount - 1) * Double(nodeCount - 2)
    }
    for node in 0..<nodeCount { scores[node] /= divisor }
    return NodeMap(scores)
  }
}
