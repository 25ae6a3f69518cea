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
  /// doi:10.1016/S0169-7552(98)00110-X. Undirected graphs by conjugate gradients: Hestenes and
  /// Stiefel, 1952, doi:10.6028/jres.049.044.
  public func pageRank(damping: Double = 0.85) -> NodeMap<Double> {
    precondition(damping >= 0 && damping < 1, "damping is at least 0 and below 1")
    guard nodeCount > 0 else { return NodeMap([]) }
    // Walkers that start afresh spread evenly, and so do those at nodes that no tie leaves: to
    // count the first alone changes all scores by the same factor.
    let visits =
      isDirected ? sweptVisits(damping: damping) : conjugateGradientVisits(damping: damping)
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

  /// Solves the same equations where they are symmetric once divided by the roots of strengths.
  private func conjugateGradientVisits(damping: Double) -> [Double] {
    let roots = strength().map { $0 > 0 ? $0.squareRoot() : 1 }
    let inverseRoots = roots.map { 1 / $0 }
    var solution = Array(repeating: 0.0, count: nodeCount)
    var residual = inverseRoots.map { $0 / Double(nodeCount) }
    var direction = residual
    var scaled = zip(direction, inverseRoots).map { $0 * $1 }
    var sums = solution
    var squared = residual.reduce(0) { $0 + $1 * $1 }
    // What is wrong in the equations, divided by 1 − `damping`, bounds what is wrong in all scores.
    var (wrong, total) = (Double.infinity, 1.0)
    let enough = 100 / (1 - damping).squareRoot()
    var rounds = 0.0
    while wrong > 5e-13 * (1 - damping) * total, rounds < enough {
      rounds += 1
      addAlongTies(scaled, to: &sums)
      var curvature = 0.0
      for node in 0..<nodeCount {
        sums[node] = direction[node] - damping * inverseRoots[node] * sums[node]
        curvature += direction[node] * sums[node]
      }
      let step = squared / curvature
      let before = squared
      (squared, wrong, total) = (0, 0, 0)
      for node in 0..<nodeCount {
        solution[node] += step * direction[node]
        let left = residual[node] - step * sums[node]
        residual[node] = left
        squared += left * left
        wrong += abs(left) * roots[node]
        total += solution[node] * roots[node]
      }
      let share = squared / before
      for node in 0..<nodeCount {
        direction[node] = residual[node] + share * direction[node]
        scaled[node] = direction[node] * inverseRoots[node]
      }
    }
    return zip(solution, roots).map { $0 * $1 }
  }

  /// For each node the sum of its neighbours' values times the weights of the ties.
  private func addAlongTies(_ given: [Double], to results: inout [Double]) {
    let (offsets, targets, values) = (outgoing.offsets.span, outgoing.targets.span, given.span)
    var sums = results.mutableSpan
    if let weights = outgoing.weights {
      for node in 0..<nodeCount {
        var sum = 0.0
        for arc in offsets[node]..<offsets[node + 1] {
          sum += weights[arc] * values[targets[arc].index]
        }
        sums[node] = sum
      }
    } else {
      for node in 0..<nodeCount {
        // Two sums, so that one addition need not wait for the other. Arcs lead to nodes by
        // construction; to check it again takes a third more time.
        var (even, odd) = (0.0, 0.0)
        var arc = offsets[node]
        let end = offsets[node + 1]
        while arc + 1 < end {
          even += values[unchecked: targets[unchecked: arc].index]
          odd += values[unchecked: targets[unchecked: arc + 1].index]
          arc += 2
        }
        if arc < end { even += values[targets[arc].index] }
        sums[node] = even + odd
      }
    }
  }
}
