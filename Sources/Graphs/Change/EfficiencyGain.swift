extension Graph {
  /// Returns by how much each of some new ties, alone, would raise the global efficiency.
  ///
  /// Which introduction would bring everybody closer to everybody. By hops, exact: a new tie from
  /// *a* to *b* makes the distance from *i* to *j* the smaller of what it is and
  /// *d*(*i*, *a*) + 1 + *d*(*b*, *j*).
  ///
  ///     Graph.path(3).efficiencyGains(ofAdding: [Edge(0, 2)])  // [1/6]
  ///
  /// The best set of several ties is not the set of the best ones: rank again after each. Efficiency
  /// favours ties to whoever has many already; think of their time.
  ///
  /// - Parameter ties: The ties, such as `possibleEdges`; weights do not matter.
  /// - Returns: The gains in the order of the ties, 0 for a tie that is there.
  /// - Precondition: Ends are nodes of the graph.
  /// - Complexity: O(*nm*) for the distances, then for each tie O(*n*) and the number of pairs of
  ///   which one end would be nearer to *a* by it and the other to *b*; O(*n*²) space.
  ///
  /// Latora and Marchiori, "Efficient behavior of small-world networks", 2001,
  /// doi:10.1103/PhysRevLett.87.198701.
  public func efficiencyGains(ofAdding ties: [Edge]) -> [Double] {
    guard nodeCount > 1 else { return ties.map { _ in 0 } }
    let update = DistanceUpdate(self)
    let chunkCount = 16
    let parts = chunkedResults(
      count: chunkCount, concurrently: ties.count * nodeCount > 20_000
    ) { chunk in
      stride(from: chunk, to: ties.count, by: chunkCount).map { update.gain(of: ties[$0]) }
    }
    let pairs = Double(nodeCount) * Double(nodeCount - 1)
    // Either order of an undirected pair is nearer.
    let orders = isDirected ? 1.0 : 2.0
    return ties.indices.map { parts[$0 % chunkCount][$0 / chunkCount] * orders / pairs }
  }
}

/// The hops between all pairs, and what a new tie changes of them.
private struct DistanceUpdate: Sendable {
  /// More than any distance, and far enough from overflow to be added up.
  private static let unreachable: Int32 = 1 << 28
  private let distance: [[Int32]]
  /// 1 divided by each number.
  private let inverse: [Double]

  init(_ graph: Graph) {
    let chunkCount = 16
    let parts = chunkedResults(
      count: chunkCount, concurrently: graph.nodeCount * graph.edgeCount > 100_000
    ) { chunk in
      stride(from: chunk, to: graph.nodeCount, by: chunkCount).map {
        Self.distances(from: NodeID($0), in: graph)
      }
    }
    distance = (0..<graph.nodeCount).map { parts[$0 % chunkCount][$0 / chunkCount] }
    inverse = (0...graph.nodeCount).map { 1 / Double(max(1, $0)) }
  }

  private static func distances(from source: NodeID, in graph: Graph) -> [Int32] {
    var distance = Array(repeating: unreachable, count: graph.nodeCount)
    distance[source.index] = 0
    var order = [source]
    var place = 0
    while place < order.count {
      let hops = distance[order[place].index] + 1
      for next in graph.neighbors(of: order[place]) where distance[next.index] == unreachable {
        distance[next.index] = hops
        order.append(next)
      }
      place += 1
    }
    return distance
  }

  /// By how much 1/distance grows, over pairs that a path over the tie in its direction joins.
  func gain(of tie: Edge) -> Double {
    let (source, target) = (tie.source.index, tie.target.index)
    // No path to the target gets shorter by the tie unless it leads by the source, and the same
    // the other way round: all other pairs stay as far apart as they are.
    let before = distance.indices.filter {
      distance[$0][source] + 1 < distance[$0][target]
    }
    let behind = distance.indices.filter {
      distance[target][$0] + 1 < distance[source][$0]
    }
    var gain = 0.0
    for first in before {
      let row = distance[first]
      let head = row[source] + 1
      for last in behind where last != first {
        let (old, new) = (row[last], head + distance[target][last])
        guard new < old else { continue }
        gain += inverse[Int(new)] - (old < Self.unreachable ? inverse[Int(old)] : 0)
      }
    }
    return gain
  }
}
