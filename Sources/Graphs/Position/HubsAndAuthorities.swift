extension Graph {
  /// Returns how good a hub and how good an authority every node is: HITS.
  ///
  /// A good hub points to good authorities, and a good authority is pointed to by good hubs: the
  /// leading singular vectors of the matrix of weights.
  ///
  ///     let graph = Graph(nodeCount: 3, kind: .directed, edges: [Edge(0, 2), Edge(1, 2)])
  ///     graph.hubsAndAuthorities()?.hubs         // [0.5, 0.5, 0]
  ///     graph.hubsAndAuthorities()?.authorities  // [0, 0, 1]
  ///
  /// Hubs sum to 1 and so do authorities, as in networkx; igraph makes the largest 1. The weights
  /// of the graph are used; `unweighted` leaves them out. In an undirected graph both are the
  /// same where they are defined.
  ///
  /// - Returns: The scores, or `nil` where several pairs of vectors do equally well and none is
  ///   the answer: without ties, in most trees of arcs, in an undirected bipartite graph.
  /// - Complexity: That of `eigenvector()` on a graph of twice as many nodes.
  ///
  /// Kleinberg, "Authoritative sources in a hyperlinked environment", 1999,
  /// doi:10.1145/324133.324140.
  public func hubsAndAuthorities() -> HubsAndAuthorities? {
    // Every node stands twice, as one who points and as one who is pointed to. The singular
    // vectors are then an eigenvector, which has an answer only if one component leads.
    let roles = Graph(
      nodeCount: 2 * nodeCount,
      edges: edges.flatMap { edge in
        let (source, target) = (edge.source.index, edge.target.index)
        let arc = Edge(source, nodeCount + target, weight: edge.weight)
        return isDirected
          ? [arc] : [arc, Edge(target, nodeCount + source, weight: edge.weight)]
      })
    guard let scores = roles.eigenvector()?.values else { return nil }
    func shares(_ scores: ArraySlice<Double>) -> NodeMap<Double> {
      let sum = scores.reduce(0, +)
      return NodeMap(scores.map { $0 / sum })
    }
    return HubsAndAuthorities(
      hubs: shares(scores[..<nodeCount]), authorities: shares(scores[nodeCount...]))
  }
}

/// How good a hub and how good an authority every node is.
public struct HubsAndAuthorities: Hashable, Sendable {
  /// How good the authorities are that each node points to; sums to 1.
  public var hubs: NodeMap<Double>
  /// How good the hubs are that point to each node; sums to 1.
  public var authorities: NodeMap<Double>
}
