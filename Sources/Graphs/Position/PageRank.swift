import Foundation

extension Graph {
  /// Returns the PageRank of every node: how often a walker at random comes by.
  ///
  /// At each step the walker follows one of the ties that leave the node, a strong one more often,
  /// with probability `damping`; else, and from a node that no tie leaves, it goes on from any node
  /// of the graph. A node has much if nodes that have much, and few other ties, lead to it.
  ///
  ///     Graph.path(3).pageRank()  // [0.257, 0.486, 0.257]
  ///
  /// Weights are proportions. Scores add up to 1 and are right to 10⁻¹² in all; those of networkx
  /// are, by default, to 10⁻⁶ a node.
  ///
  /// - Parameter damping: How likely the walker follows a tie; 0.85 is the custom.
  /// - Returns: One score per node, above 0.
  /// - Precondition: `damping` is at least 0 and below 1.
  /// - Complexity: O(*n* + *m*) a round; the number of rounds grows with 1/(1 − `damping`), in an
  ///   undirected graph with its square root.
  ///
  /// Brin and Page, "The anatomy of a large-scale hypertextual web search engine", 1998,
  /// doi:10.1016/S0169-7552(98)00110-X.
  public func pageRank(damping: Double = 0.85) -> NodeMap<Double> {
    precondition(damping >= 0 && damping < 1, "damping is at least 0 and below 1")
    guard nodeCount > 0 else { return NodeMap([]) }
    // Walkers that start afresh spread evenly, and so do those at nodes that no tie leaves: to
    // count the first alone changes all scores by the same factor.
    let visits =
      isDirected
      ? sweptVisits(damping: damping) : SymmetricWalk(outgoing, damping: damping).visits()
    let sum = visits.reduce(0, +)
    return NodeMap(visits.map { $0 / sum })
  }

  /// Solves *v* = 1/*n* + `damping` *P*ᵀ*v* in sweeps that use each new value at once.
  private func sweptVisits(damping: Double) -> [Double] {
    let strengths = outStrength()
    let start = 1 / Double(nodeCount)
    var visits = Array(repeating: start, count: nodeCount)
    /// Of the visits of each node, the part that follows a tie of weight 1.
    var passedOn = strengths.map { $0 > 0 ? damping * start / $0 : 0 }
    var passed = passedOn.mutableSpan
    let rate = strengths.map { $0 > 0 ? damping / $0 : 0 }
    let (offsets, targets) = (incoming.offsets.span, incoming.targets.span)
    let weights = incoming.weights ?? []
    // What a sweep changes, times `damping`/(1 − `damping`), bounds what is still wrong in all.
    // Where that is less than rounding, the number of rounds that always suffice ends it.
    var (change, total) = (Double.infinity, 1.0)
    let enough = damping > 0 ? log(1e-13 * (1 - damping)) / log(damping) : 1
    var rounds = 0.0
    while change * damping > 5e-13 * (1 - damping) * total, rounds < enough {
      rounds += 1
      (change, total) = (0, 0)
      for node in 0..<nodeCount {
        var sum = 0.0
        if weights.isEmpty {
          for arc in offsets[node]..<offsets[node + 1] { sum += passed[targets[arc].index] }
        } else {
          for arc in offsets[node]..<offsets[node + 1] {
            sum += weights[arc] * passed[targets[arc].index]
          }
        }
        let count = start + sum
        change += abs(count - visits[node])
        total += count
        visits[node] = count
        passed[node] = count * rate[node]
      }
    }
    return visits
  }
}
