extension Graph {
  /// The share of possible ties that exist, or `nil` below two nodes.
  ///
  /// *m*/(*n*(*n* − 1)) in a directed graph, twice that in an undirected one.
  public var density: Double? {
    guard nodeCount > 1 else { return nil }
    let pairs = Double(nodeCount) * Double(nodeCount - 1)
    return Double(edgeCount) / (isDirected ? pairs : pairs / 2)
  }

  /// The share of arcs that an arc answers, or `nil` in an undirected graph or without arcs.
  ///
  /// 2*M*/(2*M* + *A*) for *M* mutual and *A* one-way pairs, as in networkx and igraph; UCINET's
  /// share of pairs is *M*/(*M* + *A*). In surveys a one-sided claim is often an error of recall.
  public var reciprocity: Double? {
    guard isDirected, edgeCount > 0 else { return nil }
    let answered = edges.count { hasEdge(from: $0.target, to: $0.source) }
    return Double(answered) / Double(edgeCount)
  }
}
