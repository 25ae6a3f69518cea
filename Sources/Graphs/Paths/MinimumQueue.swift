/// A binary heap of nodes, the smallest key first; equal ones in the order of the nodes.
struct MinimumQueue<Key: Comparable> {
  private var entries: [(key: Key, node: Int)] = []

  mutating func removeAll() { entries.removeAll(keepingCapacity: true) }

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
