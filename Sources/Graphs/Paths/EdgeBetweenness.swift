extension Graph {
  /// Returns the betweenness of every tie.
  ///
  /// The betweenness of a tie is the sum, over pairs of nodes, of the share of shortest paths
  /// between them that run along it: how much of what flows through the network this one contact
  /// carries.
  ///
  ///     Graph.path(3).edgeBetweenness(scale: .raw)  // [2, 2]
  ///
  /// Raw scores count each pair once in an undirected graph and ordered pairs in a directed one;
  /// normalised ones are divided by *n*(*n* − 1)/2 and *n*(*n* − 1). The ends of a tie are a pair
  /// like others. Unreachable pairs contribute nothing. Equals networkx
  /// `edge_betweenness_centrality`, whose default is normalised as here; igraph's is raw.
  ///
  /// Paths of equal length by weight, and astronomic numbers of paths, are dealt with as in
  /// ``betweenness(scale:distances:)``.
  ///
  /// - Parameters:
  ///   - scale: Whether scores are divided by the number of pairs.
  ///   - distances: How long a tie is.
  /// - Returns: One score per tie, in the order of ``edges``, the same bits on any number of cores.
  /// - Complexity: O(*nm*) time for hops and O(*nm* log *n*) for weights, O(*n* + *m*) space.
  ///
  /// Girvan and Newman, "Community structure in social and biological networks", 2002,
  /// doi:10.1073/pnas.122653799. Brandes, "On variants of shortest-path betweenness centrality and
  /// their generic computation", 2008, doi:10.1016/j.socnet.2007.11.001.
  public func edgeBetweenness(
    scale: ScoreScale = .normalized, distances: DistanceRule = .hops
  ) -> [Double] {
    guard edgeCount > 0 else { return [] }
    // An undirected pair was counted from both of its ends.
    var divisor = isDirected ? 1.0 : 2.0
    if scale == .normalized { divisor = Double(nodeCount) * Double(nodeCount - 1) }
    let condensed = condensed(for: distances)
    let sums = condensed.sums(.ties, over: condensed.classes, distances: distances)
    return condensed.tieScores(from: sums.scores).map { $0 / divisor }
  }
}
