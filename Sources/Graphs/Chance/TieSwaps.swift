/// A simple graph whose ties change partners: Maslov and Sneppen's null model.
///
/// Holds the ties as two lists of ends. Trading the second ends of two ties leaves every node with
/// as many ties as before (in a directed graph, as many each way).
struct TieSwaps {
  private(set) var sources: [Int]
  private(set) var targets: [Int]
  private let pairs: OrderedPairs
  /// Which pairs have a tie, a bit each on small graphs, hashed on large ones.
  private var bits = PairBits()
  private var hashes = PairHashes()

  init(_ graph: Graph) {
    let edges = graph.edges
    sources = edges.map(\.source.index)
    targets = edges.map(\.target.index)
    pairs = OrderedPairs(nodeCount: graph.nodeCount, isDirected: graph.isDirected)
    let numbers = edges.map { pairs.number($0.source.index, $0.target.index) }
    if pairs.fitsBits {
      bits = PairBits(numbers, below: graph.nodeCount * graph.nodeCount)
    } else {
      hashes.numbers = Set(numbers)
    }
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
    if pairs.fitsBits {
      Self.attempt(
        times: times, onRing: seats, of: pairs, sources: &sources, targets: &targets, set: &bits,
        using: &generator)
    } else {
      Self.attempt(
        times: times, onRing: seats, of: pairs, sources: &sources, targets: &targets, set: &hashes,
        using: &generator)
    }
  }

  private static func attempt(
    times: Int, onRing seats: [Int], of pairs: OrderedPairs, sources: inout [Int],
    targets: inout [Int], set: inout some PairSet, using generator: inout SeededGenerator
  ) {
    func length(_ source: Int, _ target: Int) -> Int {
      let apart = abs(seats[source] - seats[target])
      return min(apart, seats.count - apart)
    }
    for _ in 0..<times {
      // One draw for two ties, and for the end of the second that takes part: an undirected tie has
      // no first end.
      let random = generator.next()
      let first = place(of: random >> 32, below: sources.count)
      let second = place(of: random & 0xFFFF_FFFE, below: sources.count)
      let isTurned = !pairs.isDirected && random & 1 == 1
      let (source, target) = (sources[first], targets[first])
      let otherSource = isTurned ? targets[second] : sources[second]
      let otherTarget = isTurned ? sources[second] : targets[second]
      let crossed = pairs.number(source, otherTarget)
      let otherCrossed = pairs.number(otherSource, target)
      if source == otherTarget || otherSource == target || set.contains(crossed)
        || set.contains(otherCrossed)
      {
        continue
      }
      if !seats.isEmpty,
        length(source, otherTarget) + length(otherSource, target)
          > length(source, target) + length(otherSource, otherTarget)
      {
        continue
      }
      set.flip(pairs.number(source, target))
      set.flip(pairs.number(otherSource, otherTarget))
      set.flip(crossed)
      set.flip(otherCrossed)
      targets[first] = otherTarget
      sources[second] = otherSource
      targets[second] = target
    }
  }

  /// A whole number from 0 to below `bound`, from 32 random bits.
  private static func place(of random: UInt64, below bound: Int) -> Int {
    Int(truncatingIfNeeded: (random &* UInt64(truncatingIfNeeded: bound)) >> 32)
  }
}

/// The numbers of pairs of nodes: of an undirected pair either way the same.
private struct OrderedPairs {
  let nodeCount: Int
  let isDirected: Bool

  /// Whether a bit for every pair takes little room: 8 MB for 8,192 nodes.
  var fitsBits: Bool { nodeCount <= 8_192 }

  func number(_ source: Int, _ target: Int) -> Int {
    isDirected
      ? source * nodeCount + target : min(source, target) * nodeCount + max(source, target)
  }
}

/// A set of pairs by their numbers.
private protocol PairSet {
  func contains(_ number: Int) -> Bool
  /// Puts a pair in if it is out and out if it is in.
  mutating func flip(_ number: Int)
}

private struct PairBits: PairSet {
  private var bits: [UInt64] = []

  init() {}

  init(_ numbers: [Int], below bound: Int) {
    bits = Array(repeating: 0, count: (bound + 63) / 64)
    for number in numbers { flip(number) }
  }

  func contains(_ number: Int) -> Bool { bits[number >> 6] >> UInt64(number & 63) & 1 == 1 }

  mutating func flip(_ number: Int) { bits[number >> 6] ^= 1 << UInt64(number & 63) }
}

private struct PairHashes: PairSet {
  var numbers: Set<Int> = []

  func contains(_ number: Int) -> Bool { numbers.contains(number) }

  mutating func flip(_ number: Int) {
    if numbers.remove(number) == nil { numbers.insert(number) }
  }
}
