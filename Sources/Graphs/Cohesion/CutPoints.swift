extension Graph {
  /// Returns the articulation points: nodes whose removal leaves more components than before.
  ///
  ///     Graph.path(3).articulationPoints()  // 1
  ///
  /// In a directed graph directions are ignored. Sorted.
  ///
  /// - Complexity: That of ``biconnectedComponents()``.
  public func articulationPoints() -> [NodeID] { biconnectedComponents().articulationPoints }

  /// Returns the bridges: ties whose removal leaves more components than before.
  ///
  ///     Graph.path(3).bridges()  // 0–1 and 1–2
  ///
  /// In a directed graph directions are ignored: a pair with an arc each way is one tie of the
  /// union, and a bridge where nothing else joins its ends.
  ///
  /// - Returns: Ties of the undirected graph with their weights, in the order of `edges`.
  /// - Complexity: O(*n* log *n* + *m*); no recursion.
  ///
  /// Tarjan, "A note on finding the bridges of a graph", 1974, doi:10.1016/0020-0190(74)90003-9.
  public func bridges() -> [Edge] {
    biconnectedComponents().bridgeEnds.map { first, second in
      let weights = [weight(from: first, to: second), weight(from: second, to: first)]
      return Edge(first, second, weight: weights.compactMap(\.self).max() ?? 1)
    }
  }
}
