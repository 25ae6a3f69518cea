extension Graph {
  /// Returns the largest distance between two nodes that a path joins.
  ///
  ///     Graph.path(3).diameter()  // 2
  ///
  /// - Returns: The distance, or `nil` where no path joins two nodes.
  /// - Complexity: That of `pathLengths(direction:distances:)` at worst. For hops in an undirected
  ///   graph with a middle it is that of a few hundred searches.
  ///
  /// Crescenzi et al., "On computing the diameter of real-world undirected graphs", 2013,
  /// doi:10.1016/j.tcs.2012.09.018.
  public func diameter(distances: DistanceRule = .hops) -> Double? {
    if isDirected || (distances == .inverseWeight && isWeighted) {
      return pathLengths(distances: distances).diameter
    }
    guard edgeCount > 0 else { return nil }
    let order = BreadthFirstOrder(self)
    let rows = order.reversed(outgoing)
    var search = LevelSearch(nodeCount: nodeCount)
    var longest = 0
    // Parts come one after the other, each from its node of most ties on.
    var hub = 0
    while hub < nodeCount {
      let part = hub..<hub + search.nodes(from: hub, in: rows).count
      if longest < min(part.count - 1, 2 * search.levels[part.upperBound - 1]) {
        longest = max(longest, rows.part(part).longestPath())
      }
      hub = part.upperBound
    }
    return Double(longest)
  }
}

extension AdjacencyRows {
  /// The rows of some nodes that have ties with each other alone.
  fileprivate func part(_ nodes: Range<Int>) -> AdjacencyRows {
    let arcs = offsets[nodes.lowerBound]..<offsets[nodes.upperBound]
    return AdjacencyRows(
      offsets: offsets[nodes.lowerBound...nodes.upperBound].map { $0 - arcs.lowerBound },
      targets: targets[arcs].map { NodeID($0.index - nodes.lowerBound) })
  }

  /// The largest distance between two nodes of a connected undirected graph, whose nodes are in
  /// breadth-first order from the one of most ties.
  ///
  /// Two nodes that are at most so many steps from a middle are at most twice as many apart: nodes
  /// are searched from those that are farthest on, until no other pair can be farther apart than
  /// the two that were found.
  fileprivate func longestPath() -> Int {
    let (middle, bound) = middle()
    var longest = bound
    var search = LevelSearch(nodeCount: nodeCount)
    var rest = search.nodes(from: middle, in: self)[...]
    // A few may settle it; if they do not, many will be needed, and as many again after them.
    let width = SIMD8<UInt64>.width
    var count = 8
    while let last = rest.last, longest < 2 * search.levels[last] {
      let sources = rest.suffix(count)
      rest.removeLast(sources.count)
      let found = gathered(
        pieces: (sources.count + width - 1) / width, concurrently: targets.count > 10_000,
        from: { Farthest(census: HopCensus(spreading: self, arriving: self)) },
        by: { farthest, batch in
          farthest.add(sources.dropFirst(batch * width).prefix(width))
        })
      longest = found.reduce(longest) { max($0, $1.distance) }
      count = max(width, 2 * count)
    }
    return longest
  }

  /// The node half way between two that are far apart, or the one of most ties if fewer are far
  /// from that; with the distance of the two.
  private func middle() -> (node: Int, bound: Int) {
    var (fromHub, fromEnd, fromMiddle) = (
      LevelSearch(nodeCount: nodeCount), LevelSearch(nodeCount: nodeCount),
      LevelSearch(nodeCount: nodeCount)
    )
    let end = fromHub.nodes(from: 0, in: self).last ?? 0
    let otherEnd = fromEnd.nodes(from: end, in: self).last ?? end
    let bound = fromEnd.levels[otherEnd]
    var middle = otherEnd
    for level in (bound / 2..<bound).reversed() {
      let before = targets[row(of: NodeID(middle))].first { fromEnd.levels[$0.index] == level }
      middle = before?.index ?? middle
    }
    _ = fromMiddle.nodes(from: middle, in: self)
    let farFromHub = fromHub.levels.count { 2 * $0 > bound }
    let farFromMiddle = fromMiddle.levels.count { 2 * $0 > bound }
    return (farFromMiddle < farFromHub ? middle : 0, bound)
  }
}

/// How many steps each node is from others.
private struct LevelSearch {
  /// The steps from the node that a search was from; `Int.max` for nodes that none reached.
  private(set) var levels: [Int]

  init(nodeCount: Int) { levels = Array(repeating: .max, count: nodeCount) }

  /// The nodes of a node's part, those that are farther from it later.
  mutating func nodes(from first: Int, in rows: AdjacencyRows) -> [Int] {
    var nodes = [first]
    levels[first] = 0
    var turn = 0
    while turn < nodes.count {
      let node = nodes[turn]
      for next in rows.targets[rows.row(of: NodeID(node))] where levels[next.index] == .max {
        levels[next.index] = levels[node] + 1
        nodes.append(next.index)
      }
      turn += 1
    }
    return nodes
  }
}

/// The largest distance of some sources from any node.
private struct Farthest: Sendable {
  private(set) var distance = 0
  var census: HopCensus<SIMD8<UInt64>>

  init(census: HopCensus<SIMD8<UInt64>>) { self.census = census }

  mutating func add(_ sources: ArraySlice<Int>) {
    distance = max(distance, census.add(sources: sources))
  }
}
