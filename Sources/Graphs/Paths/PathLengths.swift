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
  ///
  /// Then et al., "The more the merrier: efficient multi-source graph traversal", 2014,
  /// doi:10.14778/2735496.2735507.
  public func pathLengths(
    direction: PathDirection = .outgoing, distances: DistanceRule = .hops
  ) -> PathLengths {
    let (ahead, behind) = direction == .outgoing ? (outgoing, incoming) : (incoming, outgoing)
    guard distances == .inverseWeight, let weights = ahead.weights else {
      return hopLengths(against: behind)
    }
    switch ArcLengths(weights: weights, longestPath: nodeCount) {
    case .exact(let quanta, let unit):
      return weightedLengths(rows: ahead, lengths: quanta) { Double($0) * unit }
    case .approximate(let lengths):
      return weightedLengths(rows: ahead, lengths: lengths) { $0 }
    }
  }

  /// The sums by hops, each node's own added up where searches from the others reach it.
  private func hopLengths(against unordered: AdjacencyRows) -> PathLengths {
    // Neighbours lie near each other in memory, and searches from them meet.
    let order = breadthFirstOrder()
    let place = order.inverse
    let rows = unordered.reordered(order, place)
    let width = HopCensus.width
    let batches = (nodeCount + width - 1) / width
    let chunkCount = max(1, min(batches, 8))
    let parts = chunkedResults(
      count: chunkCount, concurrently: batches * rows.targets.count > 100_000
    ) { chunk in
      var census = HopCensus(rows: rows)
      for batch in stride(from: chunk, to: batches, by: chunkCount) {
        census.add(sources: width * batch..<min(nodeCount, width * (batch + 1)))
      }
      return census.lengths
    }
    var sum = PathLengths(nodeCount: nodeCount)
    for part in parts { sum.add(part) }
    return sum.reordered(place)
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
          part.add(distance: inDouble(search.distance[node]), count: 1, to: source)
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

  init(nodeCount: Int) {
    reachedCount = NodeMap(repeating: 0, count: nodeCount)
    distanceSum = NodeMap(repeating: 0, count: nodeCount)
    inverseSum = distanceSum
    eccentricity = distanceSum
  }

  /// Notes that `count` others are at a distance from a node.
  mutating func add(distance: Double, count: Int, to node: Int) {
    reachedCount.values[node] += count
    distanceSum.values[node] += Double(count) * distance
    inverseSum.values[node] += Double(count) / distance
    eccentricity.values[node] = max(eccentricity.values[node], distance)
  }

  /// The same, with the value of node *i* taken from place `places[i]`.
  func reordered(_ places: [Int]) -> PathLengths {
    var reordered = self
    reordered.reachedCount = NodeMap(places.map { reachedCount[$0] })
    reordered.distanceSum = NodeMap(places.map { distanceSum[$0] })
    reordered.inverseSum = NodeMap(places.map { inverseSum[$0] })
    reordered.eccentricity = NodeMap(places.map { eccentricity[$0] })
    return reordered
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

/// Breadth-first search from 512 nodes at a time, a bit each.
private struct HopCensus {
  typealias Sources = SIMD8<UInt64>
  static let width = 512

  let rows: AdjacencyRows
  private(set) var lengths: PathLengths
  /// The sources that have reached each node.
  private var seen: [Sources]
  /// The sources that reached each node in the step before, and in this one.
  private var current: [Sources]
  private var next: [Sources]

  init(rows: AdjacencyRows) {
    self.rows = rows
    let nodeCount = rows.offsets.count - 1
    lengths = PathLengths(nodeCount: nodeCount)
    seen = Array(repeating: .zero, count: nodeCount)
    current = seen
    next = seen
  }

  mutating func add(sources: Range<Int>) {
    for node in seen.indices { seen[node] = .zero }
    var frontier = Array(sources)
    for (bit, node) in sources.enumerated() {
      seen[node][bit >> 6] = 1 << UInt64(bit & 63)
      current[node] = seen[node]
    }
    var steps = 0.0
    while !frontier.isEmpty {
      steps += 1
      let reached = Self.step(
        from: frontier, rows: rows, seen: seen, current: current, next: &next)
      for node in frontier { current[node] = .zero }
      for node in reached {
        seen[node] |= next[node]
        lengths.add(distance: steps, count: next[node].setBitCount, to: node)
      }
      swap(&current, &next)
      frontier = reached
    }
  }

  /// Passes sources on along the arcs of nodes, and returns the nodes that new ones reach.
  private static func step(
    from frontier: [Int], rows: AdjacencyRows, seen seenArray: [Sources],
    current currentArray: [Sources], next nextArray: inout [Sources]
  ) -> [Int] {
    let offsets = rows.offsets.span
    let targets = rows.targets.span
    let seen = seenArray.span
    let current = currentArray.span
    var next = nextArray.mutableSpan
    var reached: [Int] = []
    for node in frontier {
      let arriving = current[node]
      for arc in offsets[node]..<offsets[node + 1] {
        let target = targets[arc].index
        let new = arriving & ~seen[target]
        if new.isZero { continue }
        if next[target].isZero { reached.append(target) }
        next[target] |= new
      }
    }
    return reached
  }
}

extension SIMD8<UInt64> {
  /// How many bits are 1.
  fileprivate var setBitCount: Int {
    var count = 0
    for index in 0..<8 { count += self[index].nonzeroBitCount }
    return count
  }

  /// Whether no bit is 1; by halves, as comparison of vectors is a loop over the elements.
  fileprivate var isZero: Bool {
    let four = lowHalf | highHalf
    let two = four.lowHalf | four.highHalf
    return two[0] | two[1] == 0
  }
}
