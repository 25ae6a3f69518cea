extension Graph {
  /// Returns the harmonic closeness of every node by hops to within an error, from a sample.
  ///
  /// The mean of 1/distance over a sample of the other nodes in place of all of them.
  ///
  ///     let estimate = graph.estimatedHarmonic(error: 0.01, seed: 1)
  ///     estimate.scores  // each within 0.01 of `graph.harmonic()`, as said by the confidence
  ///
  /// Nothing is estimated unasked: ``harmonic(direction:distances:)`` is exact. Where more than
  /// half of the nodes would be sampled, the scores are the exact ones.
  ///
  /// - Parameters:
  ///   - error: How far off a score, which is from 0 to 1, may be; above 0.
  ///   - confidence: The probability that all scores are within the error at once; between 0 and 1.
  ///   - direction: Whom the node can reach, or who can reach it.
  ///   - seed: The seed of the sample.
  /// - Returns: The scores with the bound that was reached, which may be below `error`; the same
  ///   bits for the same seed on any number of cores.
  /// - Complexity: O(*rm*) time for *r* sampled nodes, O(*n* + *m*) space.
  ///
  /// Eppstein and Wang, "Fast approximation of centrality", 2004, doi:10.7155/jgaa.00081.
  public func estimatedHarmonic(
    error: Double, confidence: Double = 0.95, direction: PathDirection = .outgoing, seed: UInt64
  ) -> ScoreEstimate {
    let exact = { harmonic(direction: direction) }
    guard nodeCount > 1 else {
      return ScoreEstimate(
        scores: exact(), error: 0, confidence: confidence, sampleCount: nodeCount)
    }
    let range = Double(nodeCount) / Double(nodeCount - 1)
    let plan = SamplingPlan(
      nodeCount: nodeCount, error: error, confidence: confidence, range: range)
    // Searched from the sampled nodes, against the direction.
    let rows = direction == .outgoing ? incoming : outgoing
    return plan.estimate(
      confidence: confidence, seed: seed,
      sums: { nearness(to: $0, along: rows, unit: range) }, exact: exact)
  }

  /// For each node the sum of `unit`/distance to some others, and the sum of its squares.
  private func nearness(
    to sample: ArraySlice<NodeID>, along rows: AdjacencyRows, unit: Double
  ) -> DependencySums {
    let sources = sample.map(\.index)
    let (width, chunkCount) = (HopLevels.width, 16)
    let parts = chunkedResults(
      count: chunkCount, concurrently: sources.count * rows.targets.count > 1_000_000
    ) { chunk in
      let none = Array(repeating: 0.0, count: nodeCount)
      var sums = DependencySums(scores: none, squares: none)
      var levels = HopLevels(rows: rows)
      for first in stride(from: width * chunk, to: sources.count, by: width * chunkCount) {
        levels.search(from: sources[first...].prefix(width))
        for (steps, level) in levels.levels.enumerated().dropFirst() {
          let nearness = unit / Double(steps)
          for visit in levels.visits[level] {
            let count = Double(visit.sources.nonzeroBitCount)
            sums.scores[Int(visit.node)] += count * nearness
            sums.squares[Int(visit.node)] += count * nearness * nearness
          }
        }
      }
      return sums
    }
    var sum = parts[0]
    for part in parts.dropFirst() { sum.add(part) }
    return sum
  }
}
