/// A number that lengths of paths can be given in.
protocol PathLength: Comparable, AdditiveArithmetic, Sendable {
  /// Whether two lengths are to be taken as equal.
  static func isSame(_ first: Self, _ second: Self) -> Bool
}

extension Int64: PathLength {
  static func isSame(_ first: Int64, _ second: Int64) -> Bool { first == second }
}

extension Double: PathLength {
  static func isSame(_ first: Double, _ second: Double) -> Bool {
    abs(first - second) <= 1e-10 * max(first, second)
  }
}

/// Shortest paths from one node after another along arcs that have lengths.
///
/// Dijkstra, "A note on two problems in connexion with graphs", 1959, doi:10.1007/BF01386390.
struct ShortestPathSearch<Length: PathLength> {
  let rows: AdjacencyRows
  /// The length of each arc; above 0.
  let lengths: [Length]
  /// The nodes reached by the last search, nearest first.
  private(set) var order: [Int] = []
  /// The distance of each node in `order`; of no meaning for others.
  private(set) var distance: [Length]
  /// The place of each node in `order`, or −1.
  private var rank: [Int]
  private var queue = MinimumQueue<Length>()

  init(rows: AdjacencyRows, lengths: [Length]) {
    self.rows = rows
    self.lengths = lengths
    let nodeCount = rows.offsets.count - 1
    distance = Array(repeating: .zero, count: nodeCount)
    rank = Array(repeating: -1, count: nodeCount)
  }

  /// Finds all nodes that paths from `source` reach.
  mutating func search(from source: Int) {
    for node in order { rank[node] = -1 }
    order.removeAll(keepingCapacity: true)
    distance[source] = .zero
    rank[source] = Int.max
    queue.insert(source, key: .zero)
    // A rank of Int.max marks a node that is queued and not yet settled. A node may stand in
    // the queue several times; the first time out settles it.
    while let (node, key) = queue.popMinimum() {
      guard rank[node] == Int.max else { continue }
      rank[node] = order.count
      order.append(node)
      for arc in rows.offsets[node]..<rows.offsets[node + 1] {
        let next = rows.targets[arc].index
        let candidate = key + lengths[arc]
        if rank[next] < 0 {
          rank[next] = Int.max
        } else if rank[next] != Int.max || distance[next] <= candidate {
          continue
        }
        distance[next] = candidate
        queue.insert(next, key: candidate)
      }
    }
  }

  /// Whether an arc is the last step of a shortest path to the node that it reaches.
  ///
  /// Asked after the search, so that counting paths and adding up along them agree.
  func isOnShortestPath(_ arc: Int, from node: Int) -> Bool {
    let next = rows.targets[arc].index
    return rank[next] > rank[node]
      && Length.isSame(distance[node] + lengths[arc], distance[next])
  }
}

/// A binary heap of nodes, smallest key first; equal keys in the order of the nodes.
struct MinimumQueue<Key: Comparable> {
  private var entries: [(key: Key, node: Int)] = []

  mutating func insert(_ node: Int, key: Key) {
    entries.append((key, node))
    var place = entries.count - 1
    while place > 0 {
      let parent = (place - 1) / 2
      guard isBefore(place, parent) else { return }
      entries.swapAt(place, parent)
      place = parent
    }
  }

  mutating func popMinimum() -> (node: Int, key: Key)? {
    guard let first = entries.first else { return nil }
    let last = entries.removeLast()
    guard !entries.isEmpty else { return (first.node, first.key) }
    entries[0] = last
    var place = 0
    while 2 * place + 1 < entries.count {
      var child = 2 * place + 1
      if child + 1 < entries.count, isBefore(child + 1, child) { child += 1 }
      guard isBefore(child, place) else { break }
      entries.swapAt(child, place)
      place = child
    }
    return (first.node, first.key)
  }

  private func isBefore(_ first: Int, _ second: Int) -> Bool {
    let (one, other) = (entries[first], entries[second])
    return one.key == other.key ? one.node < other.node : one.key < other.key
  }
}
