extension Graph {
  /// Returns the current-flow closeness of every node: how little stands between it and the rest.
  ///
  /// Ties are wires whose conductance is their weight. The resistance between two nodes falls with
  /// every path between them, not only the shortest; the score is 1 divided by the sum of the
  /// resistances from the node to all others.
  ///
  ///     Graph.path(3).currentFlowCloseness()  // [1/3, 1/2, 1/3]
  ///
  /// Equals networkx `current_flow_closeness_centrality`; the information centrality of Stephenson
  /// and Zelen, sna `infocent`, is *n* times as much. Directions are ignored, weights are used;
  /// `unweighted` leaves them out.
  ///
  /// - Returns: One score per node, or `nil` unless the graph is connected and has two nodes.
  /// - Complexity: One sparse factor of *n* unknowns, whose size depends on how the ties lie: O(*n*)
  ///   on a path or a tree, up to O(*n*³) time and O(*n*²) space where all is tied to all.
  ///
  /// Brandes and Fleischer, "Centrality measures based on current flow", 2005,
  /// doi:10.1007/978-3-540-31856-9_44.
  public func currentFlowCloseness() -> NodeMap<Double>? {
    guard nodeCount > 1, let circuit = Circuit(undirected) else { return nil }
    // R(i, j) = C(i, i) + C(j, j) − 2 C(i, j) for the inverse C of the grounded Laplacian.
    let diagonal = circuit.factor.inverseDiagonal()
    let rowSums = circuit.factor.solution(for: Array(repeating: 1, count: nodeCount))
    let trace = diagonal.reduce(0, +)
    return NodeMap(
      zip(diagonal, rowSums).map { 1 / (trace + Double(nodeCount) * $0 - 2 * $1) })
  }
}
