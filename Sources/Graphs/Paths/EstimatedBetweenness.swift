extension Graph {
  /// Returns the normalised betweenness of every node to within an error, from a sample.
  ///
  /// For graphs on which the exact measure would take too long: the work falls from all nodes as
  /// sources to a sample, whose size depends on the error and on how unequal the scores are, and
  /// hardly on the size of the graph. Scores below the error are not told from 0.
  ///
  ///     let estimate = graph.estimatedBetweenness(error: 0.01, seed: 1)
  ///     estimate.sampleCount  // such as 9,000 of 1,000,000
  ///
  /// Nothing is estimated unasked: ``betweenness(scale:distances:)`` is exact on graphs of any
  /// size, and ``betweennessWork(distances:)`` tells beforehand what that costs. Where more than
  /// half of the nodes would be sampled, the scores are the exact ones.
  ///
  /// - Parameters:
  ///   - error: How far off a score may be, as a share of all pairs; above 0.
  ///   - confidence: The probability that all scores are within the error at once; between 0 and 1.
  ///   - distances: How long a tie is.
  ///   - seed: The seed of the sample.
  /// - Returns: The scores with the bound that was reached, which may be below `error`; the same
  ///   bits for the same seed on any number of cores.
  /// - Complexity: O(*rm*) time for *r* sampled nodes by hops and O(*rm* log *n*) by weights,
  ///   O(*n* + *m*) space.
  ///
  /// Brandes and Pich, "Centrality estimation in large networks", 2007,
  /// doi:10.1142/S0218127407018403.
  public func estimatedBetweenness(
    error: Double, confidence: Double = 0.95, distances: DistanceRule = .hops, seed: UInt64
  ) -> ScoreEstimate {
    let exact = { betweenness(distances: distances) }
    guard nodeCount > 2 else {
      return ScoreEstimate(
        scores: exact(), error: 0, confidence: confidence, sampleCount: nodeCount)
    }
    // The mean over all sources is then the score, and no source gives more than `range`.
    let range = Double(nodeCount) / Double(nodeCount - 1)
    let unit = range / Double(nodeCount - 2)
    let plan = SamplingPlan(
      nodeCount: nodeCount, error: error, confidence: confidence, range: range)
    let condensed = CondensedGraph(self, by: .none)
    return plan.estimate(
      confidence: confidence, seed: seed,
      sums: { sample in
        // Sources near each other are searched from together.
        let sources = sample.map { condensed.place(of: $0) }.sorted()
        let sums = condensed.sums(.nodesWithSquares, over: sources, distances: distances)
        return DependencySums(
          scores: condensed.nodeScores(from: sums.scores).map { $0 * unit },
          squares: condensed.nodeScores(from: sums.squares).map { $0 * unit * unit })
      }, exact: exact)
  }

  /// Returns how many arcs the exact betweenness, of nodes or of ties, goes along.
  ///
  /// Known in a moment, before the measure is taken: each source of the graph that is left, once
  /// blocks are taken apart and twins together, meets each arc of its part. A core of today goes
  /// along about a billion in a second by hops, and a tenth of that by weights.
  ///
  ///     Graph.cycle(5).betweennessWork()  // 50: five sources, ten arcs
  ///     Graph.star(9).betweennessWork()   // 0
  ///
  /// - Parameter distances: How long a tie is.
  /// - Complexity: O(*n* + *m* log *k*), where *k* is the largest degree.
  public func betweennessWork(distances: DistanceRule = .hops) -> Double {
    condensed(for: distances).arcVisits
  }
}
