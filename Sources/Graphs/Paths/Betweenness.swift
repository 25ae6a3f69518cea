extension Graph {
  /// Returns the betweenness of every node.
  ///
  /// The betweenness of *v* is the sum, over pairs *s* ≠ *v* ≠ *t*, of the share of shortest
  /// paths from *s* to *t* that pass through *v*: how much of what flows between others has to
  /// come by.
  ///
  ///     Graph.path(3).betweenness(scale: .raw)  // [0, 1, 0]
  ///
  /// Raw scores count each pair once in an undirected graph and ordered pairs in a directed one;
  /// normalised ones are divided by (*n* − 1)(*n* − 2)/2 and (*n* − 1)(*n* − 2). The ends of a
  /// path do not count. Unreachable pairs contribute nothing. Below three nodes every score is 0.
  /// Equals networkx `betweenness_centrality`, whose default is normalised as here; igraph's and
  /// sna's is raw.
  ///
  /// Paths of equal length by weight are found equal exactly where the weights are decimals over
  /// a common denominator, else to a relative 10⁻¹⁰; libraries that compare sums of rounded 1/*w*
  /// give other scores. The number of shortest paths may exceed every `Double`, as on large
  /// grids: such counts are kept with an exponent apart, and scores stay finite.
  ///
  /// - Parameters:
  ///   - scale: Whether scores are divided by the number of pairs.
  ///   - distances: How long a tie is.
  /// - Returns: One score per node, the same bits on any number of cores.
  /// - Complexity: O(*nm*) time for hops and O(*nm* log *n*) for weights, O(*n* + *m*) space.
  ///
  /// Brandes, "A faster algorithm for betweenness centrality", 2001,
  /// doi:10.1080/0022250X.2001.9990249.
  public func betweenness(
    scale: ScoreScale = .normalized, distances: DistanceRule = .hops
  ) -> NodeMap<Double> {
    guard nodeCount > 2 else { return NodeMap(repeating: 0, count: nodeCount) }
    var scores = orderedPairBetweenness(distances: distances)
    // An undirected pair was counted from both of its ends.
    var divisor = isDirected ? 1.0 : 2.0
    if scale == .normalized {
      divisor = Double(nodeCount - 1) * Double(nodeCount - 2)
    }
    for node in 0..<nodeCount { scores[node] /= divisor }
    return NodeMap(scores)
  }

  /// The sum of dependencies of all sources, each in one of a fixed number of chunks.
  private func orderedPairBetweenness(distances: DistanceRule) -> [Double] {
    let chunkCount = 16
    let isLarge = nodeCount * outgoing.targets.count > 1_000_000
    let parts: [[Double]]
    if distances == .inverseWeight, let weights = outgoing.weights {
      switch ArcLengths(weights: weights, longestPath: nodeCount) {
      case .exact(let quanta, _):
        parts = chunkedResults(count: chunkCount, concurrently: isLarge) { chunk in
          weightedDependencies(lengths: quanta, chunk: chunk, of: chunkCount)
        }
      case .approximate(let lengths):
        parts = chunkedResults(count: chunkCount, concurrently: isLarge) { chunk in
          weightedDependencies(lengths: lengths, chunk: chunk, of: chunkCount)
        }
      }
    } else {
      return hopDependencies(chunkCount: chunkCount, concurrently: isLarge)
    }
    return Self.sum(parts, count: nodeCount)
  }

  /// The sum of dependencies where every arc is one step long.
  private func hopDependencies(chunkCount: Int, concurrently: Bool) -> [Double] {
    // Sources that stand near each other see the others at like distances, which the kernel
    // relies on for its speed.
    let order = breadthFirstOrder()
    let place = order.inverse
    let (ahead, behind) = (outgoing.reordered(order, place), incoming.reordered(order, place))
    let width = HopDependencies.width
    let batches = (nodeCount + width - 1) / width
    let parts = chunkedResults(count: chunkCount, concurrently: concurrently) { chunk in
      var kernel = HopDependencies(ahead: ahead, behind: behind)
      for batch in stride(from: chunk, to: batches, by: chunkCount) {
        kernel.add(sources: width * batch..<min(nodeCount, width * (batch + 1)))
      }
      return kernel.scores
    }
    let scores = Self.sum(parts, count: nodeCount)
    return place.map { scores[$0] }
  }

  /// The sums of the chunks, added in their order.
  private static func sum(_ parts: [[Double]], count: Int) -> [Double] {
    var sum = Array(repeating: 0.0, count: count)
    for part in parts {
      for node in 0..<count { sum[node] += part[node] }
    }
    return sum
  }

  private func weightedDependencies<Length: PathLength>(
    lengths: [Length], chunk: Int, of chunkCount: Int
  ) -> [Double] {
    var search = ShortestPathSearch(rows: outgoing, lengths: lengths)
    var scores = Array(repeating: 0.0, count: nodeCount)
    var counts = PathCounts(nodeCount: nodeCount)
    for source in stride(from: chunk, to: nodeCount, by: chunkCount) {
      search.search(from: source)
      counts.addDependencies(of: search.order, rows: outgoing, to: &scores) { arc, node in
        search.isOnShortestPath(arc, from: node)
      }
    }
    return scores
  }
}
