extension Graph {
  /// Returns the articulation points: nodes whose removal leaves more components than before.
  ///
  ///     Graph.path(3).articulationPoints()  // 1
  ///
  /// In a directed graph directions are ignored. Sorted.
  ///
  /// - Complexity: O(*n* + *m*) time, O(*n*) space; no recursion.
  ///
  /// Hopcroft and Tarjan, "Algorithm 447: efficient algorithms for graph manipulation", 1973,
  /// doi:10.1145/362248.362272.
  public func articulationPoints() -> [NodeID] {
    var blocks = BlockCounts(nodeCount: nodeCount)
    contacts.searchDepthFirst(&blocks)
    return blocks.points
  }

  /// Returns the bridges: ties whose removal leaves more components than before.
  ///
  ///     Graph.path(3).bridges()  // 0–1 and 1–2
  ///
  /// In a directed graph directions are ignored: a pair with an arc each way is one tie of the
  /// union, and a bridge where nothing else joins its ends.
  ///
  /// - Returns: Ties of the undirected graph with their weights, in the order of `edges`.
  /// - Complexity: O(*n* log *n* + *m*); no recursion.
  ///
  /// Tarjan, "A note on finding the bridges of a graph", 1974, doi:10.1016/0020-0190(74)90003-9.
  public func bridges() -> [Edge] {
    biconnectedComponents().bridgeEnds.map { first, second in
      let weights = [weight(from: first, to: second), weight(from: second, to: first)]
      return Edge(first, second, weight: weights.compactMap(\.self).max() ?? 1)
    }
  }
}

/// Counts the blocks that each node is in.
private struct BlockCounts: BlockVisitor {
  private var counts: [UInt32]

  // All but roots hang from one block, and are the heads of others.
  init(nodeCount: Int) { counts = Array(repeating: 1, count: nodeCount) }

  mutating func begin(at root: Int) { counts[root] = 0 }

  mutating func meet(_ node: Int) {}

  mutating func close(head: Int, first: Int) { counts[head] += 1 }

  /// The nodes that are in more than one block.
  var points: [NodeID] {
    var points: [NodeID] = []
    for node in counts.indices where counts[node] > 1 { points.append(NodeID(node)) }
    return points
  }
}
