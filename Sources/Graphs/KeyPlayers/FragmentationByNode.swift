extension Graph {
  /// Returns how much of the rest would be apart if each node left: how far the whole depends on
  /// it.
  ///
  /// The share of pairs of the other nodes that no path joins any more: Borgatti's fragmentation of
  /// what is left.
  ///
  ///     Graph.path(3).fragmentationByNode()  // [0, 1, 0]
  ///
  /// In a directed graph directions are ignored. Pairs that are apart already count too: compare
  /// with the fragmentation of the whole.
  ///
  /// - Returns: A share for each node, or `nil` below three nodes, where no pair would be left.
  /// - Complexity: O(*n* + *m*); no recursion.
  ///
  /// Borgatti, "Identifying sets of key players in a social network", 2006,
  /// doi:10.1007/s10588-006-7084-x.
  public func fragmentationByNode() -> NodeMap<Double>? {
    guard nodeCount > 2 else { return nil }
    let pairsLeft = Double(nodeCount - 1) * Double(nodeCount - 2)
    return NodeMap(joinedPairsWithoutEach().map { 1 - Double($0) / pairsLeft })
  }

  /// The number of ordered pairs of other nodes that a path joins when each node has left.
  func joinedPairsWithoutEach() -> [Int] {
    let components = components()
    let sizes = components.sizes
    let blocks = biconnectedComponents()
    // Blocks come after all that hang from them, so one loop knows how many nodes hang from each.
    var hanging = Array(repeating: 0, count: nodeCount)
    var pairsInPieces = hanging
    for block in 0..<blocks.count {
      let head = blocks.head(of: block).index
      let below = blocks.nodes(of: block).dropFirst().reduce(0) { $0 + 1 + hanging[$1.index] }
      hanging[head] += below
      pairsInPieces[head] += below * (below - 1)
    }
    let pairs = sizes.reduce(0) { $0 + $1 * ($1 - 1) }
    return (0..<nodeCount).map { node in
      let size = sizes[components.groups[node]]
      let rest = size - 1 - hanging[node]
      return pairs - size * (size - 1) + pairsInPieces[node] + rest * (rest - 1)
    }
  }

  /// Returns how far apart the rest would be if each node left.
  ///
  /// One less the mean of 1/distance over pairs of the other nodes, by hops; pairs without a path
  /// count 0. Unlike `fragmentationByNode()` it sees a detour, not only a break.
  ///
  ///     Graph.cycle(4).distanceFragmentationByNode()  // [1/6, 1/6, 1/6, 1/6]
  ///
  /// In a directed graph directions are ignored.
  ///
  /// - Returns: A share for each node, or `nil` below three nodes, where no pair would be left.
  /// - Complexity: *n* times that of `globalEfficiency(distances:)`.
  ///
  /// Borgatti, "Identifying sets of key players in a social network", 2006,
  /// doi:10.1007/s10588-006-7084-x.
  public func distanceFragmentationByNode() -> NodeMap<Double>? {
    guard nodeCount > 2 else { return nil }
    let pairsLeft = Double(nodeCount - 1) * Double(nodeCount - 2)
    let chunkCount = min(nodeCount, 32)
    let values = chunkedResults(
      count: chunkCount, concurrently: nodeCount * edgeCount > 10_000
    ) { chunk in
      var residual = Residual(self)
      return (nodeCount * chunk / chunkCount..<nodeCount * (chunk + 1) / chunkCount).map { node in
        residual.remove(node)
        defer { residual.restore(node) }
        return 1 - residual.inverseDistanceSum() / pairsLeft
      }
    }
    return NodeMap(values.flatMap(\.self))
  }
}
