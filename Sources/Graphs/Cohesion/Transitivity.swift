extension Graph {
  /// Returns the transitivity: how often two contacts of a node have a tie with each other.
  ///
  /// Three times the number of triangles, divided by the number of pairs of ties that share a
  /// node.
  ///
  ///     Graph.complete(3).transitivity()  // 1
  ///     Graph.star(4).transitivity()      // 0
  ///
  /// In a directed graph directions are ignored; ``directedTransitivity()`` heeds them. Equals
  /// networkx and igraph `transitivity`, but for the undefined case.
  ///
  /// - Returns: A share, or `nil` where no two ties share a node.
  /// - Complexity: O(*m*^1.5) time, O(*n* + *m*) space.
  ///
  /// Luce and Perry, "A method of matrix analysis of group structure", 1949,
  /// doi:10.1007/BF02289146.
  public func transitivity() -> Double? {
    let pairs = contacts.pairsOfTies.reduce(0, +)
    return pairs > 0 ? Double(triangles().reduce(0, +)) / Double(pairs) : nil
  }

  /// Returns the directed transitivity: how often i → j and j → k come with i → k.
  ///
  ///     let arcs = [Edge(0, 1), Edge(1, 2), Edge(0, 2)]
  ///     Graph(nodeCount: 3, kind: .directed, edges: arcs).directedTransitivity()  // 1
  ///
  /// The share of ordered paths of two arcs between different nodes whose ends an arc joins, the
  /// same way. In an undirected graph it is the transitivity. Equals sna `gtrans`, measure "weak".
  ///
  /// - Returns: A share, or `nil` where there are no such paths.
  /// - Complexity: That of `triadCensus()`.
  ///
  /// Holland and Leinhardt, "Transitivity in structural models of small groups", 1971,
  /// doi:10.1177/104649647100200201.
  public func directedTransitivity() -> Double? { triadCensus().transitivity }
}
