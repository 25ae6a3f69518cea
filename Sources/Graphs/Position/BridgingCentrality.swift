extension Graph {
  /// Returns the bridging centrality of every node: much betweenness, few contacts, and those
  /// among nodes with many.
  ///
  /// Betweenness times the bridging coefficient (1/*k*)/Σ 1/*k*ⱼ, for the degree *k* of the node
  /// and the degrees *k*ⱼ of its neighbours. It describes; there is no test of it.
  ///
  ///     Graph.path(3).bridgingCentrality()  // [0, 0.25, 0]
  ///
  /// From raw betweenness by hops. Directions and weights are ignored. A node without ties has 0.
  ///
  /// - Complexity: That of `betweenness(scale:distances:)`.
  ///
  /// Hwang et al., "Bridging centrality: identifying bridging nodes in scale-free networks", 2006.
  public func bridgingCentrality() -> NodeMap<Double> {
    let union = undirected
    let betweenness = union.betweenness(scale: .raw)
    return NodeMap(
      union.nodes.map { node in
        let neighbors = union.neighbors(of: node)
        guard !neighbors.isEmpty else { return 0 }
        let shares = neighbors.reduce(0) { $0 + 1 / Double(union.neighbors(of: $1).count) }
        return betweenness[node] / Double(neighbors.count) / shares
      })
  }
}
