extension Graph {
  /// Returns the current-flow betweenness of every node: how much of a current between two others
  /// passes through it, on average.
  ///
  /// Betweenness that counts all paths and not only the shortest. Ties are wires whose conductance
  /// is their weight; a unit of current goes in at one node and out at another, and a node's share
  /// is half the sum of the currents on its ties.
  ///
  ///     Graph.path(3).currentFlowBetweenness()  // [0, 1, 0]
  ///
  /// The mean over all pairs of other nodes, from 0 to 1; the ends of a current do not count.
  /// Equals networkx `current_flow_betweenness_centrality`; Newman's own form counts the ends.
  /// Directions are ignored, weights are used; `unweighted` leaves them out.
  ///
  /// - Returns: One score per node, 0 below three nodes, or `nil` unless the graph is connected.
  /// - Complexity: O(*m*) solutions of a factored system and sorts of *n* numbers, so
  ///   O(*mn* log *n*) on sparse graphs; space for the factor and O(*n*) per thread.
  ///
  /// Newman, "A measure of betweenness centrality based on random walks", 2005,
  /// doi:10.1016/j.socnet.2004.11.009. Brandes and Fleischer, "Centrality measures based on
  /// current flow", 2005, doi:10.1007/978-3-540-31856-9_44.
  public func currentFlowBetweenness() -> NodeMap<Double>? {
    let union = undirected
    guard let circuit = Circuit(union) else { return nil }
    guard nodeCount > 2 else { return NodeMap(repeating: 0, count: nodeCount) }
    let ties = union.edges
    let chunkCount = 16
    let parts = chunkedResults(
      count: chunkCount, concurrently: nodeCount * ties.count > 100_000
    ) { chunk in
      var scores = Array(repeating: 0.0, count: nodeCount)
      for tie in stride(from: chunk, to: ties.count, by: chunkCount) {
        circuit.addCurrents(on: ties[tie], to: &scores)
      }
      return scores
    }
    var scores = Array(repeating: 0.0, count: nodeCount)
    for part in parts {
      for node in scores.indices { scores[node] += part[node] }
    }
    let pairs = Double(nodeCount - 1) * Double(nodeCount - 2) / 2
    // What is nothing comes out as a rounding error of either sign.
    return NodeMap(scores.map { max(0, $0) / pairs })
  }
}

extension Circuit {
  /// Adds half of the absolute currents on a tie to the scores of its ends, over all pairs of
  /// nodes neither of which is that end.
  ///
  /// The current on the tie, for a unit from *s* to *t*, is *c*(*s*) − *c*(*t*), where *c* is the
  /// weight times the potential for a unit from one end of the tie to the other. It is largest at
  /// the one end and least at the other.
  fileprivate func addCurrents(on tie: Edge, to scores: inout [Double]) {
    var unit = Array(repeating: 0.0, count: scores.count)
    unit[tie.source.index] = tie.weight
    unit[tie.target.index] = -tie.weight
    let current = factor.solution(for: unit)
    let count = Double(scores.count)
    var sum = 0.0
    var allPairs = 0.0
    for (rank, value) in current.sorted().enumerated() {
      sum += value
      allPairs += (2 * Double(rank) + 1 - count) * value
    }
    let pairsOfSource = count * current[tie.source.index] - sum
    let pairsOfTarget = sum - count * current[tie.target.index]
    scores[tie.source.index] += (allPairs - pairsOfSource) / 2
    scores[tie.target.index] += (allPairs - pairsOfTarget) / 2
  }
}
