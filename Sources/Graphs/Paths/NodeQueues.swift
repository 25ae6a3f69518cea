/// A queue that gives nodes out nearest first.
protocol NodeQueue<Length> {
  associatedtype Length: PathLength
  /// Forgets the last search.
  mutating func restart()
  mutating func insert(_ node: Int, at distance: Length)
  /// Takes out a node that no node left in the queue can bring nearer.
  mutating func popNearest() -> Int?
}

/// Nodes in buckets that are no wider than the shortest arc.
///
/// No arc joins two nodes of one bucket, so those of the first one may come out in any order.
/// Buckets are used again in a circle: what waits at one time lies no farther apart than the
/// longest arc.
///
/// Dial, "Algorithm 360: shortest-path forest with topological ordering", 1969,
/// doi:10.1145/363269.363610. Denardo and Fox, "Shortest-route methods: 1. Reaching, pruning, and
/// buckets", 1979, doi:10.1287/opre.27.1.161.
struct BucketQueue<Length: PathLength>: NodeQueue {
  private struct Entry {
    var node: UInt32
    /// The next entry of the same bucket, or −1.
    var next: Int32
  }

  private let inverseWidth: Double
  /// The first entry of each bucket, or −1; their number is a power of 2.
  private var first: [Int32]
  private var entries: [Entry] = []
  private var waitingCount = 0
  /// The bucket that is being emptied, counted from the start of the search.
  private var position = 0

  /// Creates the queue for arcs of given lengths, or `nil` where these differ so much that a heap
  /// is faster.
  init?(shortest: Length, longest: Length) {
    // A little narrower than the shortest arc: rounding must not join what lies an arc apart.
    let inverseWidth = (1 + 1e-6) / shortest.inDouble
    let spread = longest.inDouble * inverseWidth
    guard spread < 4_000 else { return nil }
    self.inverseWidth = inverseWidth
    var count = 2
    while Double(count) < spread + 2 { count *= 2 }
    first = Array(repeating: -1, count: count)
  }

  mutating func restart() {
    entries.removeAll(keepingCapacity: true)
    position = 0
  }

  mutating func insert(_ node: Int, at distance: Length) {
    let bucket = Int(distance.inDouble * inverseWidth) & (first.count - 1)
    entries.append(Entry(node: UInt32(truncatingIfNeeded: node), next: first[bucket]))
    first[bucket] = Int32(truncatingIfNeeded: entries.count - 1)
    waitingCount += 1
  }

  mutating func popNearest() -> Int? {
    guard waitingCount > 0 else { return nil }
    while first[position & (first.count - 1)] < 0 { position += 1 }
    let bucket = position & (first.count - 1)
    let entry = entries[Int(first[bucket])]
    first[bucket] = entry.next
    waitingCount -= 1
    return Int(entry.node)
  }
}

/// A heap of nodes, the nearest first; equally near ones in the order of the nodes.
struct HeapQueue<Length: PathLength>: NodeQueue {
  private var nodes = MinimumQueue<Length>()

  mutating func restart() { nodes.removeAll() }

  mutating func insert(_ node: Int, at distance: Length) { nodes.insert(node, key: distance) }

  mutating func popNearest() -> Int? { nodes.popMinimum()?.node }
}
