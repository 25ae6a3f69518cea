// How far ties, or paths, gather in one node: the sum of what all others lack of the largest
// score, as a share of that sum in the star, where it is largest.
//
// There is none for eigenvector centrality here: its largest sum depends on how the vector is
// scaled, and libraries disagree by more than half.
extension Graph {
  /// Returns how far ties gather in one node: Freeman's degree centralization.
  ///
  /// Σ (largest degree − degree), divided by (*n* − 1)(*n* − 2).
  ///
  ///     Graph.star(5).degreeCentralization()   // 1
  ///     Graph.cycle(5).degreeCentralization()  // 0
  ///
  /// In a directed graph directions are ignored. Equals sna, and igraph without loops: its default
  /// counts them as possible and gives less.
  ///
  /// - Returns: A share, or `nil` below three nodes.
  /// - Complexity: O(*n* + *m*).
  ///
  /// Freeman, "Centrality in social networks: conceptual clarification", 1978,
  /// doi:10.1016/0378-8733(78)90021-7.
  public func degreeCentralization() -> Double? {
    let degrees = NodeMap(zip(contacts.offsets, contacts.offsets.dropFirst()).map { $1 - $0 })
    return centralization(of: degrees, largestSum: Double(nodeCount - 1) * Double(nodeCount - 2))
  }

  /// Returns how far arcs lead to one node.
  ///
  /// Σ (largest in-degree − in-degree), divided by (*n* − 1)²: all arcs to one node. In an
  /// undirected graph use `degreeCentralization()`, which divides by less.
  ///
  /// - Returns: A share, or `nil` below three nodes.
  /// - Complexity: O(*n*).
  public func inDegreeCentralization() -> Double? {
    centralization(of: inDegree(), largestSum: Double(nodeCount - 1) * Double(nodeCount - 1))
  }

  /// Returns how far arcs come from one node.
  ///
  /// Σ (largest out-degree − out-degree), divided by (*n* − 1)²: all arcs from one node. In an
  /// undirected graph use `degreeCentralization()`, which divides by less.
  ///
  /// - Returns: A share, or `nil` below three nodes.
  /// - Complexity: O(*n*).
  public func outDegreeCentralization() -> Double? {
    centralization(of: outDegree(), largestSum: Double(nodeCount - 1) * Double(nodeCount - 1))
  }

  /// Returns how far shortest paths, by hops, lead through one node.
  ///
  /// Σ (largest betweenness − betweenness), divided by (*n* − 1)²(*n* − 2)/2, or twice that in a
  /// directed graph.
  ///
  ///     Graph.star(5).betweennessCentralization()  // 1
  ///
  /// - Returns: A share, or `nil` below three nodes.
  /// - Complexity: That of `betweenness(scale:distances:)`.
  ///
  /// Freeman, "Centrality in social networks: conceptual clarification", 1978,
  /// doi:10.1016/0378-8733(78)90021-7.
  public func betweennessCentralization() -> Double? {
    guard nodeCount > 2 else { return nil }
    return centralization(of: betweenness(), largestSum: Double(nodeCount - 1))
  }

  /// Returns how far one node is closer to the others than they are to each other.
  ///
  /// Σ (largest closeness − closeness), divided by (*n* − 1)(*n* − 2)/(2*n* − 3), with closeness
  /// (*n* − 1)/Σ distance by hops.
  ///
  ///     Graph.star(5).closenessCentralization()  // 1
  ///
  /// In a directed graph directions are ignored.
  ///
  /// - Returns: A share, or `nil` below three nodes and in a graph of several components.
  /// - Complexity: That of `pathLengths(direction:distances:)`.
  ///
  /// Freeman, "Centrality in social networks: conceptual clarification", 1978,
  /// doi:10.1016/0378-8733(78)90021-7.
  public func closenessCentralization() -> Double? {
    guard nodeCount > 2, components().groupCount == 1 else { return nil }
    let count = Double(nodeCount)
    return centralization(
      of: undirected.closenessWassermanFaust(),
      largestSum: (count - 1) * (count - 2) / (2 * count - 3))
  }

  /// What degrees lack of the largest in all; whole numbers add up exactly.
  private func centralization(of scores: NodeMap<Int>, largestSum: Double) -> Double? {
    guard nodeCount > 2, let largest = scores.max() else { return nil }
    return Double(scores.reduce(0) { $0 + largest - $1 }) / largestSum
  }

  private func centralization(of scores: NodeMap<Double>, largestSum: Double) -> Double? {
    guard let largest = scores.max() else { return nil }
    return scores.reduce(0) { $0 + (largest - $1) } / largestSum
  }
}
