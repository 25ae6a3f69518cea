/// The best of the sets seen so far, and all that are as good.
struct BestSets: Sendable {
  private(set) var value = -Double.infinity
  private(set) var sets: [[Int]] = []

  /// Values come from whole numbers: equal ones differ by rounding alone.
  static let leastGain = 1e-12

  mutating func note(_ members: [Int], value newValue: Double) {
    if newValue < value - Self.leastGain { return }
    if newValue > value + Self.leastGain {
      value = newValue
      sets.removeAll()
    }
    sets.append(members)
  }

  /// Takes over the sets of another search, each once.
  mutating func merge(_ other: BestSets) {
    if other.value < value - Self.leastGain { return }
    if other.value > value + Self.leastGain {
      self = other
    } else {
      sets += other.sets
    }
    sets.sort { $0.lexicographicallyPrecedes($1) }
    var last: [Int]?
    sets.removeAll { members in
      defer { last = members }
      return members == last
    }
  }
}

/// The sets of a number of nodes, in order.
struct Combinations: Sendable {
  private let nodeCount: Int
  private let size: Int
  /// How many there are, or `nil` where that overflows.
  let count: Int?

  init(of nodeCount: Int, taking size: Int) {
    self.nodeCount = nodeCount
    self.size = size
    count = Self.count(of: nodeCount, taking: size)
  }

  /// The best of a stretch of the sets.
  func best(in numbers: Range<Int>, _ score: KeyPlayerScore) -> BestSets {
    var best = BestSets()
    var scratch = KeyPlayerScore.Scratch(score.graph)
    var members = members(ofNumber: numbers.lowerBound)
    for _ in numbers {
      best.note(members, value: score.value(of: members, in: &scratch))
      advance(&members)
    }
    return best
  }

  /// The set of a number, from 0 to below `count`.
  private func members(ofNumber number: Int) -> [Int] {
    var rest = number
    var node = 0
    return (0..<size).map { place in
      // Sets that go on with a lower node come first.
      while let sets = Self.count(of: nodeCount - node - 1, taking: size - place - 1), rest >= sets
      {
        rest -= sets
        node += 1
      }
      node += 1
      return node - 1
    }
  }

  /// Goes on to the next set; the last one stays.
  private func advance(_ members: inout [Int]) {
    guard let place = members.indices.last(where: { members[$0] < nodeCount - size + $0 }) else {
      return
    }
    members[place] += 1
    for later in place + 1..<max(place + 1, size) { members[later] = members[later - 1] + 1 }
  }

  private static func count(of nodeCount: Int, taking size: Int) -> Int? {
    guard size <= nodeCount else { return 0 }
    var count = 1
    for place in 0..<min(size, nodeCount - size) {
      let (product, overflows) = count.multipliedReportingOverflow(by: nodeCount - place)
      if overflows { return nil }
      count = product / (place + 1)
    }
    return count
  }
}

/// A climb to a good set: members change places with others as long as that helps.
struct KeyPlayerSearch {
  private let score: KeyPlayerScore
  private let size: Int
  /// Nodes with many ties first, so that of nodes as good one with many is taken.
  private let order: [Int]
  private let ties: [Edge]
  private var scratch: KeyPlayerScore.Scratch

  init(graph: Graph, score: KeyPlayerScore, size: Int) {
    self.score = score
    self.size = size
    ties = graph.undirected.edges
    let degrees = graph.degree()
    order = degrees.indices.sorted { (-degrees[$0], $0) < (-degrees[$1], $1) }
    scratch = KeyPlayerScore.Scratch(graph)
  }

  /// Climbs from a set that is drawn at random, or built up one best node at a time.
  mutating func run(using generator: SeededGenerator?) -> BestSets {
    var members: [Int] = []
    if var generator {
      var drawn = order
      generator.shuffle(&drawn)
      members = Array(drawn.prefix(size))
    } else {
      while members.count < size { members.append(bestNode(beside: members).node) }
    }
    var value = score.value(of: members, in: &scratch)
    var place = 0
    var unchanged = 0
    while unchanged < size {
      var others = members
      others.remove(at: place)
      let (node, newValue) = bestNode(beside: others)
      unchanged += 1
      if newValue > value + BestSets.leastGain {
        members[place] = node
        value = newValue
        unchanged = 0
      }
      place = (place + 1) % size
    }
    var best = BestSets()
    best.note(members.sorted(), value: value)
    return best
  }

  /// The node that adds most to some others, the first of several.
  private mutating func bestNode(beside others: [Int]) -> (node: Int, value: Double) {
    var best = (node: 0, value: -Double.infinity)
    if score.goal == .fragmentation {
      // One search of what is left without the others knows what each node would break.
      let left = ties.filter {
        !others.contains($0.source.index) && !others.contains($0.target.index)
      }
      let joined = Graph(nodeCount: order.count, edges: left).joinedPairsWithoutEach()
      let candidates = order.lazy.filter { !others.contains($0) }
      guard let node = candidates.min(by: { joined[$0] < joined[$1] }) else { return best }
      return (node, score.value(of: others + [node], in: &scratch))
    }
    for node in order where !others.contains(node) {
      let value = score.value(of: others + [node], in: &scratch)
      if value > best.value + BestSets.leastGain { best = (node, value) }
    }
    return best
  }
}
