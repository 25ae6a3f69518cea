/// What is left of a graph, directions ignored, when some of its nodes leave.
struct Residual {
  private typealias Sources = SIMD4<UInt64>

  private let rows: AdjacencyRows
  /// The nodes that have left.
  private var isGone: [Bool]
  private var order: [Int] = []
  private var isMet: [Bool]
  /// The sources that have reached each node, all in those that have left.
  private var seen: [Sources]
  private var current: [Sources]
  private var next: [Sources]
  private var frontier: [Int] = []

  init(_ graph: Graph) {
    rows = graph.contacts
    isGone = Array(repeating: false, count: graph.nodeCount)
    isMet = isGone
    seen = Array(repeating: .zero, count: graph.nodeCount)
    current = seen
    next = seen
  }

  mutating func remove(_ node: Int) { isGone[node] = true }
  mutating func restore(_ node: Int) { isGone[node] = false }

  /// The number of ordered pairs of nodes that are in one component.
  ///
  /// - Complexity: O(*n* + *m*).
  mutating func joinedPairCount() -> Int {
    for node in isMet.indices { isMet[node] = isGone[node] }
    var pairs = 0
    for first in isMet.indices where !isMet[first] {
      order.removeAll(keepingCapacity: true)
      visit(first)
      var place = 0
      while place < order.count {
        let node = order[place]
        place += 1
        for arc in rows.offsets[node]..<rows.offsets[node + 1] { visit(rows.targets[arc].index) }
      }
      pairs += order.count * (order.count - 1)
    }
    return pairs
  }

  private mutating func visit(_ node: Int) {
    if isMet[node] { return }
    isMet[node] = true
    order.append(node)
  }

  /// The sum of 1/distance by hops over ordered pairs of nodes.
  ///
  /// - Complexity: O(*nm*/256) words in the best case and O(*nm*) in the worst.
  mutating func inverseDistanceSum() -> Double {
    // Whole numbers of pairs at each distance: the sum does not depend on the order of searches.
    var pairsAtDistance: [Int] = []
    var first = 0
    while first < isGone.count {
      first = search(from: first, counting: &pairsAtDistance)
    }
    return pairsAtDistance.enumerated().reduce(0) {
      $0 + Double($1.element) / Double($1.offset + 1)
    }
  }

  /// Searches from the next 256 nodes that are left, a bit each, and returns where to go on.
  private mutating func search(from first: Int, counting pairsAtDistance: inout [Int]) -> Int {
    for node in seen.indices {
      seen[node] = isGone[node] ? Sources(repeating: .max) : .zero
    }
    frontier.removeAll(keepingCapacity: true)
    var source = first
    while source < isGone.count, frontier.count < Sources.width {
      if !isGone[source] {
        seen[source] = Sources(only: frontier.count)
        current[source] = seen[source]
        frontier.append(source)
      }
      source += 1
    }
    var distance = 0
    while !frontier.isEmpty {
      let reached = Self.step(from: frontier, rows: rows, seen: seen, current: current, next: &next)
      for node in frontier { current[node] = .zero }
      if pairsAtDistance.count == distance { pairsAtDistance.append(0) }
      for node in reached {
        seen[node] |= next[node]
        pairsAtDistance[distance] += next[node].setBitCount
      }
      swap(&current, &next)
      frontier = reached
      distance += 1
    }
    return source
  }

  /// Passes sources on along the ties of nodes, and returns the nodes that new ones reach.
  private static func step(
    from frontier: [Int], rows: AdjacencyRows, seen seenArray: [Sources],
    current currentArray: [Sources], next nextArray: inout [Sources]
  ) -> [Int] {
    let (offsets, targets) = (rows.offsets.span, rows.targets.span)
    let (seen, current) = (seenArray.span, currentArray.span)
    var next = nextArray.mutableSpan
    var reached: [Int] = []
    for node in frontier {
      let arriving = current[node]
      for arc in offsets[node]..<offsets[node + 1] {
        let target = targets[arc].index
        let new = arriving & ~seen[target]
        if new.isEmpty { continue }
        if next[target].isEmpty { reached.append(target) }
        next[target] |= new
      }
    }
    return reached
  }
}
