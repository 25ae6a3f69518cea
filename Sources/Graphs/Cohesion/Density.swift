extension Graph {
  /// The share of possible ties that exist, or `nil` below two nodes.
  ///
  /// *m*/(*n*(*n* − 1)) in a directed graph, twice that in an undirected one.
  public var density: Double? {
    guard nodeCount > 1 else { return nil }
    let pairs = Double(nodeCount) * Double(nodeCount - 1)
    return Double(edgeCount) / (isDirected ? pairs : pairs / 2)
  }
}
