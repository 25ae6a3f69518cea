extension Graph {
  /// Returns how many ties each node has.
  ///
  /// In a directed graph the arcs of both directions count: in-degree plus out-degree, so that a
  /// mutual pair counts twice. For the number of other nodes met use `undirected.degree()`.
  ///
  ///     Graph.path(3).degree()  // [1, 2, 1]
  ///
  /// - Complexity: O(*n*).
  public func degree() -> NodeMap<Int> {
    switch kind {
    case .undirected: outgoing.rowLengths
    case .directed: NodeMap(zip(outgoing.rowLengths, incoming.rowLengths).map { $0 + $1 })
    }
  }

  /// Returns how many ties lead to each node; in an undirected graph the degree.
  ///
  /// - Complexity: O(*n*).
  public func inDegree() -> NodeMap<Int> { incoming.rowLengths }

  /// Returns how many ties leave each node; in an undirected graph the degree.
  ///
  /// - Complexity: O(*n*).
  public func outDegree() -> NodeMap<Int> { outgoing.rowLengths }

  /// Returns the sum of the weights of each node's ties.
  ///
  /// In a directed graph the arcs of both directions count. Without weights it is the degree.
  ///
  ///     Graph(nodeCount: 3, edges: [Edge(0, 1, weight: 2), Edge(1, 2)]).strength()  // [2, 3, 1]
  ///
  /// Degree says how many, strength how much: show both. Barrat et al., "The architecture of
  /// complex weighted networks", 2004, doi:10.1073/pnas.0400087101.
  ///
  /// - Complexity: O(*n* + *m*).
  public func strength() -> NodeMap<Double> {
    switch kind {
    case .undirected: outgoing.rowWeights
    case .directed: NodeMap(zip(outgoing.rowWeights, incoming.rowWeights).map { $0 + $1 })
    }
  }

  /// Returns the sum of the weights of the ties that lead to each node.
  ///
  /// - Complexity: O(*n* + *m*).
  public func inStrength() -> NodeMap<Double> { incoming.rowWeights }

  /// Returns the sum of the weights of the ties that leave each node.
  ///
  /// - Complexity: O(*n* + *m*).
  public func outStrength() -> NodeMap<Double> { outgoing.rowWeights }
}

extension AdjacencyRows {
  /// The number of arcs in each row.
  fileprivate var rowLengths: NodeMap<Int> {
    NodeMap(zip(offsets, offsets.dropFirst()).map { $1 - $0 })
  }

  /// The sum of the weights in each row.
  fileprivate var rowWeights: NodeMap<Double> {
    guard let weights else { return rowLengths.mapValues(Double.init) }
    return NodeMap(zip(offsets, offsets.dropFirst()).map { weights[$0..<$1].reduce(0, +) })
  }
}
