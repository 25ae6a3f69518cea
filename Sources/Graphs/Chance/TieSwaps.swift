/// A simple graph whose ties change partners: Maslov and Sneppen's null model.
///
/// Holds the ties as two lists of ends. Trading the second ends of two ties leaves every node with
/// as many ties as before (in a directed graph, as many each way).
struct TieSwaps {
  private(set) var sources: [Int]
  private(set) var targets: [Int]
  private let isDirected: Bool
  private var pairs: PairSet

  init(_ graph: Graph) {
    let edges = graph.edges
    sources = edges.map(\.source.index)
    targets = edges.map(\.target.index)
    isDirected = graph.isDirected
    pairs = PairSet(nodeCount: graph.nodeCount)
    for edge in edges { flip(edge.source.index, edge.target.index) }
  }

  /// Tries to trade ends of two ties drawn at random.
  ///
  /// A trade that would make a self-loop or a parallel tie is not made. It still counts as an
  /// attempt: otherwise some graphs of these degrees would come up more often than others.
  ///
  /// - Parameters:
  ///   - times: How many trades are tried.
  ///   - seats: The place of each node on a ring along which trades must not make ties longer, or
  ///     none.
  ///   - generator: The source of randomness.
  mutating func attempt(
    times: Int, onRing seats: [Int] = [], using generator: inout SeededGenerator
  ) {
    guard sources.count > 1 else { return }
    func length(_ source: Int, _ target: Int) -> Int {
      let apart = abs(seats[source] - seats[target])
      return min(apart, seats.count - apart)
    }
    for _ in 0..<times {
      let first = generator.next(below: sources.count)
      let second = generator.next(below: sources.count)
      let (source, target) = (sources[first], targets[first])
      var (otherSource, otherTarget) = (sources[second], targets[second])
      // An undirected tie has no first end: either may take part.
      if !isDirected, generator.next() & 1 == 1 { swap(&otherSource, &otherTarget) }
      if source == otherTarget || otherSource == target
        || pairs.contains(source, otherTarget) || pairs.contains(otherSource, target)
      {
        continue
      }
      if !seats.isEmpty,
        length(source, otherTarget) + length(otherSource, target)
          > length(source, target) + length(otherSource, otherTarget)
      {
        continue
      }
      flip(source, target)
      flip(otherSource, otherTarget)
      flip(source, otherTarget)
      flip(otherSource, target)
      targets[first] = otherTarget
      sources[second] = otherSource
      targets[second] = target
    }
  }

  /// Puts a tie in if it is out and out if it is in, for the look-ups of `attempt`.
  private mutating func flip(_ source: Int, _ target: Int) {
    pairs.flip(source, target)
    if !isDirected { pairs.flip(target, source) }
  }
}

/// A set of ordered pairs of nodes: a bit each on small graphs, hashed on large ones.
private struct PairSet {
  private let nodeCount: Int
  private let usesBits: Bool
  private var bits: [UInt64]
  private var hashed: Set<Int> = []

  init(nodeCount: Int) {
    self.nodeCount = nodeCount
    // 8,192 nodes take 8 MB.
    usesBits = nodeCount <= 8_192
    bits = Array(repeating: 0, count: usesBits ? (nodeCount * nodeCount + 63) / 64 : 0)
  }

  func contains(_ source: Int, _ target: Int) -> Bool {
    let number = source * nodeCount + target
    if usesBits { return bits[number >> 6] >> UInt64(number & 63) & 1 == 1 }
    return hashed.contains(number)
  }

  mutating func flip(_ source: Int, _ target: Int) {
    let number = source * nodeCount + target
    if usesBits {
      bits[number >> 6] ^= 1 << UInt64(number & 63)
    } else if hashed.remove(number) == nil {
      hashed.insert(number)
    }
  }
}
