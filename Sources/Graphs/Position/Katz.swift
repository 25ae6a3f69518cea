extension Graph {
  /// Returns the Katz centrality of every node: the walks that end at it, long ones counting less.
  ///
  /// 1 plus, for every walk to the node, the product of the weights of its ties and of α for each:
  /// the solution *x* of *x* = 1 + α *A*ᵀ*x*. Unlike the eigenvector it is defined for every graph.
  ///
  ///     Graph.path(2).katz(alpha: 0.5)?.scores  // [2, 2]
  ///
  /// Not normalised; equals networkx `katz_centrality_numpy` with `normalized=False`. The weights
  /// of the graph are used; `unweighted` leaves them out. Say α with the scores: they depend on
  /// it.
  ///
  /// - Parameter alpha: How much a step counts; below 1/λ, for the largest eigenvalue λ of the
  ///   matrix of weights. By default 0.85/λ, or 0.1 in a graph without cycles, where λ is 0.
  /// - Returns: The scores and α, or `nil` where α is so large that the walks have no sum: 1/λ, or
  ///   less by a millionth of it.
  /// - Precondition: `alpha` is 0 or more.
  /// - Complexity: O(*n* + *m*) for each step, about 35/(1 − αλ) of them.
  ///
  /// Katz, "A new status index derived from sociometric analysis", 1953, doi:10.1007/BF02289026.
  public func katz(alpha: Double? = nil) -> KatzCentrality? {
    precondition((alpha ?? 0) >= 0, "a walk does not count less than nothing")
    let radius = spectralRadius
    let alpha = alpha ?? (radius > 0 ? 0.85 / radius : 0.1)
    guard alpha.isFinite, alpha * radius < 1 - 1e-6 else { return nil }
    let matrix = WeightMatrix(self)
    var scores = Array(repeating: 1.0, count: nodeCount)
    // The sum of the walks of up to k steps grows from both sides of an entry alike: what a step
    // adds falls by the factor αλ in the end.
    var change = 1.0
    while change > 1e-15 {
      let product = matrix.times(scores)
      change = 0
      for node in product.indices {
        let score = 1 + alpha * product[node]
        change = max(change, (score - scores[node]) / score)
        scores[node] = score
      }
    }
    return KatzCentrality(alpha: alpha, scores: NodeMap(scores))
  }

  /// The largest eigenvalue of the matrix of weights: the largest of the strong components.
  private var spectralRadius: Double {
    WeightMatrix.blocks(of: self, by: strongComponents()).reduce(0) { largest, block in
      guard (block.rowSums.max() ?? 0) > largest else { return largest }
      return max(largest, PerronPair(block, isSymmetric: !isDirected).value)
    }
  }
}

/// Katz centrality, and the factor that it was computed with.
public struct KatzCentrality: Hashable, Sendable {
  /// How much each step of a walk counts.
  public var alpha: Double
  /// 1 plus the weighted number of walks that end at each node.
  public var scores: NodeMap<Double>
}
