extension TwoModeGraph {
  /// Returns the share of the other mode that each node has ties to.
  ///
  /// - Returns: One score per node of both modes, in the order of the graph: 0 where the other mode
  ///   has no nodes.
  /// - Complexity: O(*n* + *m*).
  ///
  /// Borgatti and Everett, "Network analysis of 2-mode data", 1997,
  /// doi:10.1016/S0378-8733(96)00301-2.
  public func degreeCentrality() -> NodeMap<Double> {
    NodeMap(
      graph.nodes.map { node in
        Double(graph.neighbors(of: node).count) / Double(max(1, modeSizes(of: node).other))
      })
  }

  /// Returns the closeness of every node as a share of the largest that two modes allow.
  ///
  /// At best a node is 1 step from all of the other mode and 2 from all others of its own: the sum of
  /// those distances divided by that of the real ones.
  ///
  /// - Returns: One score per node of both modes, from 0 to 1, or `nil` unless the graph is connected
  ///   and has two nodes.
  /// - Complexity: That of `Graph.pathLengths(direction:distances:)`.
  ///
  /// Borgatti and Everett, "Network analysis of 2-mode data", 1997,
  /// doi:10.1016/S0378-8733(96)00301-2.
  public func closeness() -> NodeMap<Double>? {
    guard graph.nodeCount > 1, graph.components().groupCount == 1 else { return nil }
    let lengths = graph.pathLengths()
    return NodeMap(
      graph.nodes.map { node in
        let sizes = modeSizes(of: node)
        return Double(sizes.other + 2 * (sizes.own - 1)) / lengths.distanceSum[node]
      })
  }

  /// Returns the betweenness of every node as a share of the largest that two modes allow.
  ///
  /// - Returns: One score per node of both modes, from 0 to 1; 0 where nothing can lie between.
  /// - Complexity: That of `Graph.betweenness(scale:distances:)`.
  ///
  /// Borgatti and Everett, "Network analysis of 2-mode data", 1997,
  /// doi:10.1016/S0378-8733(96)00301-2.
  public func betweenness() -> NodeMap<Double> {
    let scores = graph.betweenness(scale: .raw)
    return NodeMap(
      graph.nodes.map { node in
        let sizes = modeSizes(of: node)
        let largest = Self.largestBetweenness(own: sizes.own, other: sizes.other)
        return largest > 0 ? scores[node] / largest : 0
      })
  }

  /// The largest betweenness of a node whose mode has `own` nodes: that of the centre of a tree in
  /// which the others of its mode hang as evenly as can be from the other mode's nodes.
  private static func largestBetweenness(own: Int, other: Int) -> Double {
    guard own > 0, other > 0 else { return 0 }
    let (whole, rest) = (own - 1).quotientAndRemainder(dividingBy: other)
    let (size, each, left) = (Double(other), Double(whole + 1), Double(rest))
    let pairs =
      size * size * each * each + size * each * (2 * left - each)
      - left * (2 * each - left + 1)
    return pairs / 2
  }
}
