extension Graph {
  /// Returns how near each node is to the core, such that the product of two nodes' values comes as
  /// near as can be to the weight of their tie.
  ///
  /// MINRES: values *c* ≥ 0 with the least Σ over pairs (*w*ᵢⱼ − *c*ᵢ *c*ⱼ)², pairs without a tie
  /// included. Not scaled.
  ///
  ///     Graph.complete(4).continuousCorePeriphery()?.values  // [1, 1, 1, 1]
  ///
  /// In a directed graph directions are ignored. In some graphs there is no least sum: in a star
  /// the middle grows without end while the others shrink. The rounds are capped, and
  /// ``ContinuousCorePeriphery/hasConverged`` says so. Of several minima the one is found that is
  /// reached from the strengths, each value in turn set to its best.
  ///
  /// - Parameter roundLimit: How many times each value is set, at most.
  /// - Returns: A value for each node, or `nil` where there are no ties.
  /// - Precondition: `roundLimit` is 1 or more.
  /// - Complexity: O(*n* + *m*) for each round; tens to hundreds of them where it converges.
  ///
  /// Borgatti and Everett, "Models of core/periphery structures", 2000,
  /// doi:10.1016/S0378-8733(99)00019-2. Comrey, "The minimum residual method of factor analysis",
  /// 1962, doi:10.2466/pr0.1962.11.1.15.
  public func continuousCorePeriphery(roundLimit: Int = 2_000) -> ContinuousCorePeriphery? {
    precondition(roundLimit > 0, "a core is looked for in one round or more")
    guard edgeCount > 0 else { return nil }
    let union = undirected
    let rows = union.outgoing
    let strengths = union.strength()
    // Their sum of squares is then near the weight of the ties.
    let scale = strengths.reduce(0, +).squareRoot()
    var values = strengths.map { $0 / scale }
    var rounds = 0
    var hasConverged = false
    while rounds < roundLimit, !hasConverged {
      rounds += 1
      // Anew in each round, lest what is added and taken away leave its rounding behind.
      var squares = values.reduce(0) { $0 + $1 * $1 }
      var largestChange = 0.0
      for node in 0..<nodeCount {
        let others = squares - values[node] * values[node]
        var sum = 0.0
        for arc in rows.offsets[node]..<rows.offsets[node + 1] {
          sum += rows.weight(of: arc) * values[rows.targets[arc].index]
        }
        let value = others > 0 ? sum / others : 0
        largestChange = max(largestChange, abs(value - values[node]))
        squares = others + value * value
        values[node] = value
      }
      hasConverged = largestChange <= 1e-10 * (values.max() ?? 0)
    }
    return ContinuousCorePeriphery(
      values: NodeMap(values), hasConverged: hasConverged, rounds: rounds)
  }
}

/// How near each node is to the core.
public struct ContinuousCorePeriphery: Hashable, Sendable {
  /// The values; larger is nearer to the core, a node without ties has 0.
  public var values: NodeMap<Double>
  /// Whether the values have come to rest; otherwise they say nothing, as some grow without end.
  public var hasConverged: Bool
  /// How many times each value was set.
  public var rounds: Int
}
