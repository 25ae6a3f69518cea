extension Graph {
  /// Returns the fragmentation: the share of pairs that no path joins.
  ///
  ///     Graph(nodeCount: 3, edges: [Edge(0, 1)]).fragmentation()  // 0.667
  ///
  /// 0 where the graph is in one piece, 1 where there are no ties. In a directed graph directions
  /// are ignored.
  ///
  /// - Returns: A share, or `nil` below two nodes.
  /// - Complexity: That of `components()`.
  ///
  /// Borgatti, "Identifying sets of key players in a social network", 2006,
  /// doi:10.1007/s10588-006-7084-x.
  public func fragmentation() -> Double? {
    guard nodeCount > 1 else { return nil }
    let joined = components().sizes.reduce(0.0) { $0 + Double($1) * Double($1 - 1) }
    return 1 - joined / (Double(nodeCount) * Double(nodeCount - 1))
  }

  /// Returns the distance-weighted fragmentation: 1 less the mean of 1/distance over pairs.
  ///
  /// Unlike ``fragmentation()`` it also grows where a graph that is still in one piece becomes
  /// stretched.
  ///
  ///     Graph.path(3).distanceWeightedFragmentation()  // 0.167
  ///
  /// By hops; in a directed graph directions are ignored. It is 1 less the
  /// ``globalEfficiency(distances:)`` of the undirected graph.
  ///
  /// - Returns: From 0 for a complete graph to 1 for one without ties; `nil` below two nodes.
  /// - Complexity: That of `pathLengths(direction:distances:)`.
  ///
  /// Borgatti, "Identifying sets of key players in a social network", 2006,
  /// doi:10.1007/s10588-006-7084-x.
  public func distanceWeightedFragmentation() -> Double? {
    undirected.globalEfficiency().map { 1 - $0 }
  }
}
