extension Graph {
  /// Returns how far this graph and another on the same nodes go together: the QAP correlation.
  ///
  /// Pearson's *r* over all pairs of nodes, against its values when the nodes of one graph change
  /// places at random: pairs are not independent, so that the usual test of *r* is wrong.
  ///
  ///     Graph.path(5).quadraticAssignment(with: Graph.path(5), seed: 1)?.correlation  // 1
  ///
  /// Weights are compared; `unweighted` leaves them out. A graph of each kind is compared over
  /// ordered pairs. QAP asks whether two sets of ties go together, not whether one changed into the
  /// other.
  ///
  /// - Parameters:
  ///   - other: The other graph.
  ///   - permutations: How many times the nodes change places.
  ///   - seed: The seed of the draws; the same result on any number of cores.
  /// - Returns: The test, a *p* being (1 + number as extreme) / (1 + permutations), or `nil` where
  ///   all pairs of one graph are alike.
  /// - Precondition: Both have the same number of nodes; `permutations` is 1 or more.
  /// - Complexity: O(*m* log *k*) for each permutation, where *k* is the largest degree.
  ///
  /// Krackhardt, "QAP partialling as a test of spuriousness", 1987,
  /// doi:10.1016/0378-8733(87)90012-8.
  public func quadraticAssignment(
    with other: Graph, permutations: Int = 1_999, seed: UInt64
  ) -> QuadraticAssignment? {
    precondition(permutations > 0, "a test needs permutations")
    guard let pair = MatrixPair(self, other) else { return nil }
    let chunkCount = min(permutations, 16)
    let correlations = chunkedResults(
      count: chunkCount, concurrently: permutations * edgeCount > 50_000
    ) { chunk in
      (permutations * chunk / chunkCount..<permutations * (chunk + 1) / chunkCount).map {
        var generator = SeededGenerator(seed: seed, stream: $0)
        var places = Array(0..<nodeCount)
        generator.shuffle(&places)
        return pair.correlation(places)
      }
    }
    .flatMap(\.self)
    return QuadraticAssignment(
      observed: pair.correlation(Array(0..<nodeCount)), permuted: correlations, isExact: false)
  }

  /// Returns the QAP correlation against all ways in which the nodes can change places.
  ///
  /// As `quadraticAssignment(with:permutations:seed:)` without chance: every permutation counts
  /// once, the identity among them.
  ///
  /// - Parameter other: The other graph.
  /// - Returns: The test, a *p* being the share of permutations as extreme, or `nil` where all pairs
  ///   of one graph are alike.
  /// - Precondition: Both have the same number of nodes, 7 or fewer.
  public func exactQuadraticAssignment(with other: Graph) -> QuadraticAssignment? {
    precondition(nodeCount <= 7, "8 nodes have 40,320 orders: draw from them instead")
    guard let pair = MatrixPair(self, other) else { return nil }
    var correlations: [Double] = []
    var places = Array(0..<nodeCount)
    repeat { correlations.append(pair.correlation(places)) } while places.advanceToNextOrder()
    return QuadraticAssignment(
      observed: correlations[0], permuted: correlations, isExact: true)
  }
}

/// How far two graphs go together, and how far they do when nodes change places.
public struct QuadraticAssignment: Hashable, Sendable {
  /// Pearson's correlation over pairs of nodes.
  public var correlation: Double
  /// The mean over the permutations.
  public var mean: Double
  /// The standard deviation over the permutations: of all of them where they were enumerated, else
  /// estimated; 0 for a single one.
  public var standardDeviation: Double
  /// The share of permutations that are as high or higher.
  public var pHigh: Double
  /// The share of permutations that are as low or lower.
  public var pLow: Double
  /// How many permutations there were.
  public var permutations: Int

  fileprivate init(observed: Double, permuted: [Double], isExact: Bool) {
    let count = Double(permuted.count)
    let mean = permuted.reduce(0, +) / count
    let squares = permuted.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let freedom = isExact ? count : count - 1
    let itself = isExact ? 0.0 : 1
    correlation = observed
    self.mean = mean
    standardDeviation = freedom > 0 ? (squares / freedom).squareRoot() : 0
    // Sums in another order may differ in the last place.
    pHigh = (itself + Double(permuted.count { $0 >= observed - 1e-12 })) / (itself + count)
    pLow = (itself + Double(permuted.count { $0 <= observed + 1e-12 })) / (itself + count)
    permutations = permuted.count
  }
}

/// Two graphs whose weights are compared pair of nodes by pair of nodes.
private struct MatrixPair: Sendable {
  private let ties: [Edge]
  private let other: Graph
  /// What the sum of products is when the correlation is 0, and for each 1 above it.
  private let center: Double
  private let scale: Double

  init?(_ graph: Graph, _ other: Graph) {
    precondition(graph.nodeCount == other.nodeCount, "the graphs have the same nodes")
    self.other = other
    ties = graph.orderedTies
    let pairs = Double(graph.nodeCount) * Double(graph.nodeCount - 1)
    func moments(_ ties: [Edge]) -> (mean: Double, variation: Double)? {
      let sum = ties.reduce(0) { $0 + $1.weight }
      let squares = ties.reduce(0) { $0 + $1.weight * $1.weight }
      let variation = squares - sum * sum / pairs
      return variation > 1e-12 * squares ? (sum / pairs, variation) : nil
    }
    guard let own = moments(ties), let others = moments(other.orderedTies) else { return nil }
    center = pairs * own.mean * others.mean
    scale = (own.variation * others.variation).squareRoot()
  }

  /// The correlation after each node has gone to a place.
  func correlation(_ places: [Int]) -> Double {
    let products = ties.reduce(0) { sum, tie in
      let (source, target) = (places[tie.source.index], places[tie.target.index])
      return sum + tie.weight * (other.weight(from: NodeID(source), to: NodeID(target)) ?? 0)
    }
    return (products - center) / scale
  }
}

extension Graph {
  /// The ties as arcs; an undirected one both ways.
  fileprivate var orderedTies: [Edge] {
    isDirected
      ? edges : edges.flatMap { [$0, Edge($0.target, $0.source, weight: $0.weight)] }
  }
}

extension [Int] {
  /// Makes this the next order of its elements, or returns `false` after the last.
  fileprivate mutating func advanceToNextOrder() -> Bool {
    guard let pivot = indices.dropLast().last(where: { self[$0] < self[$0 + 1] }),
      let successor = indices.last(where: { self[$0] > self[pivot] })
    else { return false }
    swapAt(pivot, successor)
    self[(pivot + 1)...].reverse()
    return true
  }
}
