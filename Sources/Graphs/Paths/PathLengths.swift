extension Graph {
  /// Returns how far nodes are from each other: the sums that reach and distance measures share.
  ///
  /// One pass over all shortest paths gives every measure of ``PathLengths``; take it once where
  /// several are wanted.
  ///
  ///     let lengths = Graph.path(3).pathLengths()
  ///     lengths.diameter           // 2
  ///     lengths.averagePathLength  // 1.333…
  ///
  /// - Parameters:
  ///   - direction: Whether distances are from each node or to it.
  ///   - distances: How long a tie is.
  /// - Complexity: O(*nm*/512) words in the best case and O(*nm*) in the worst for hops,
  ///   O(*nm* log *n*) for weights; O(*n* + *m*) space.
  public func pathLengths(
    direction: PathDirection = .outgoing, distances: DistanceRule = .hops
  ) -> PathLengths {
    let ahead = direction == .outgoing ? outgoing : incoming
    guard distances == .inverseWeight, let weights = ahead.weights else {
      return PathLengths(hopTallies(direction: direction))
    }
    switch ArcLengths(weights: weights, longestPath: nodeCount) {
    case .exact(let quanta, let unit):
      return weightedLengths(rows: ahead, lengths: quanta) { Double($0) * unit }
    case .approximate(let lengths):
      return weightedLengths(rows: ahead, lengths: lengths) { $0 }
    }
  }

  private func weightedLengths<Length: PathLength>(
    rows: AdjacencyRows, lengths: [Length], inDouble: @Sendable (Length) -> Double
  ) -> PathLengths {
    let chunkCount = 16
    let parts = chunkedResults(
      count: chunkCount, concurrently: nodeCount * rows.targets.count > 1_000_000
    ) { chunk in
      var search = ShortestPathSearch(rows: rows, lengths: lengths)
      var part = PathLengths(nodeCount: nodeCount)
      for source in stride(from: chunk, to: nodeCount, by: chunkCount) {
        search.search(from: source)
        for node in search.order.dropFirst() {
          part.add(distance: inDouble(search.distance[node]), to: source)
        }
      }
      return part
    }
    var sum = PathLengths(nodeCount: nodeCount)
    for part in parts { sum.add(part) }
    return sum
  }
}

/// For each node the distances to, or from, the nodes that it can reach, itself apart.
public struct PathLengths: Equatable, Sendable {
  /// How many others are reached.
  public private(set) var reachedCount: NodeMap<Int>
  /// The sum of the distances.
  public private(set) var distanceSum: NodeMap<Double>
  /// The sum of 1/distance.
  public private(set) var inverseSum: NodeMap<Double>
  /// The largest distance; 0 where no other is reached.
  public private(set) var eccentricity: NodeMap<Double>

  init(_ tallies: NodeMap<HopTally>) {
    reachedCount = tallies.mapValues { Int($0.reachedCount) }
    distanceSum = tallies.mapValues { Double($0.distanceSum) }
    inverseSum = tallies.mapValues(\.inverseSum)
    eccentricity = tallies.mapValues { Double($0.farthest) }
  }

  init(nodeCount: Int) {
    reachedCount = NodeMap(repeating: 0, count: nodeCount)
    distanceSum = NodeMap(repeating: 0, count: nodeCount)
    inverseSum = distanceSum
    eccentricity = distanceSum
  }

  /// Notes that another node is at a distance from a node.
  mutating func add(distance: Double, to node: Int) {
    reachedCount.values[node] += 1
    distanceSum.values[node] += distance
    inverseSum.values[node] += 1 / distance
    eccentricity.values[node] = max(eccentricity.values[node], distance)
  }

  /// Adds distances to other nodes.
  mutating func add(_ other: PathLengths) {
    for node in reachedCount.indices {
      reachedCount.values[node] += other.reachedCount[node]
      distanceSum.values[node] += other.distanceSum[node]
      inverseSum.values[node] += other.inverseSum[node]
      eccentricity.values[node] = max(eccentricity[node], other.eccentricity[node])
    }
  }
}
