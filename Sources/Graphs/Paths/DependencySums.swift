/// What Brandes' algorithm adds up over sources.
enum DependencyShare {
  /// How much each source depends on each node.
  case nodes
  /// The same, and its square.
  case nodesWithSquares
  /// How much each source depends on each arc.
  case ties
}

/// Sums over sources, for each class or for each arc of a condensed graph.
struct DependencySums: Sendable {
  var scores: [Double]
  /// Sums of squares, where they are wanted.
  var squares: [Double]

  mutating func add(_ other: DependencySums) {
    for place in scores.indices { scores[place] += other.scores[place] }
    for place in squares.indices { squares[place] += other.squares[place] }
  }
}

/// A way to carry out Brandes' algorithm.
protocol DependencyKernel: SendableMetatype {
  /// The sums over all sources so far.
  var sums: DependencySums { get }
  /// Adds the dependencies on some nodes, of which no two are the same.
  mutating func add(sources: ArraySlice<Int>)
}

extension CondensedGraph {
  /// How many numbers the sums hold.
  func scoreCount(_ share: DependencyShare) -> Int {
    share == .ties ? ahead.targets.count : weight.count
  }

  /// The sums over some sources where ties are as long as a rule says.
  func sums(
    _ share: DependencyShare, over sources: [Int], distances: DistanceRule
  ) -> DependencySums {
    guard distances == .inverseWeight, let lengths = graph.arcLengths else {
      return sums(over: sources) { HopDependencies(self, share: share) }
    }
    switch lengths {
    case .exact(let quanta, _):
      let lengths = origin.map { quanta[$0] }
      return sums(over: sources) { PathDependencies(self, share: share, lengths: lengths) }
    case .approximate(let all):
      let lengths = origin.map { all[$0] }
      return sums(over: sources) { PathDependencies(self, share: share, lengths: lengths) }
    }
  }

  /// The sums in a fixed number of chunks, added in their order.
  private func sums(
    over sources: [Int], kernel: @Sendable () -> some DependencyKernel
  ) -> DependencySums {
    let (width, chunkCount) = (HopLevels.width, 16)
    let parts = chunkedResults(
      count: chunkCount, concurrently: sources.count * ahead.targets.count > 1_000_000
    ) { chunk in
      var kernel = kernel()
      for first in stride(from: width * chunk, to: sources.count, by: width * chunkCount) {
        kernel.add(sources: sources[first...].prefix(width))
      }
      return kernel.sums
    }
    var sum = parts[0]
    for part in parts.dropFirst() { sum.add(part) }
    return sum
  }
}

extension Graph {
  /// The lengths of the arcs that leave each node, or `nil` where every one is 1.
  fileprivate var arcLengths: ArcLengths? {
    outgoing.weights.map { ArcLengths(weights: $0, longestPath: nodeCount) }
  }

  /// The smaller graph on which the shortest paths of this one are counted by a rule.
  func condensed(for distances: DistanceRule) -> CondensedGraph {
    CondensedGraph(self, by: distances == .hops || !isWeighted ? .blocksAndTwins : .blocks)
  }
}
