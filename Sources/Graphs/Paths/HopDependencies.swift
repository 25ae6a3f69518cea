/// Brandes' algorithm where every arc is one step long, from eight sources at a time.
///
/// Each number of the algorithm is eight, one lane per source. A step out from the sources makes a
/// list of the nodes that it reaches and the sources that it reaches them from; path counts and
/// shares of such a step are read from an array that is zero everywhere else, so that a sum over
/// all arcs of a node needs no test of each. Counts go ahead with the searches, dependencies come
/// back along the lists.
struct HopDependencies {
  typealias Lanes = SIMD8<Double>
  static let width = 8
  /// Path counts above this lose precision in their reciprocals; such sources are done apart.
  private static let largestCount = 1e290

  private let ahead: AdjacencyRows
  private let behind: AdjacencyRows
  private(set) var scores: [Double]
  /// The sources that have reached each node, a bit each.
  private var seen: [UInt8]
  /// The sources that reach each node in the step at hand.
  private var arriving: [UInt8]
  /// Counts or shares of the nodes of one step; zero for all other nodes and lanes.
  private var current: [Lanes]
  private var visits: [Visit] = []
  /// For each set of sources, 1 in their lanes and 0 in the others.
  private let lanes: [Lanes] = (0..<256).map { sources in
    var lanes = Lanes.zero
    for lane in 0..<width where sources >> lane & 1 == 1 { lanes[lane] = 1 }
    return lanes
  }

  /// A node at one distance from some of the sources.
  private struct Visit {
    var node: Int
    var sources: UInt8
    /// The number of shortest paths from each source; on the way back, what the node passes on to
    /// each path that leads to it.
    var value: Lanes
  }

  /// Creates a kernel from the arcs that leave each node and those that reach it.
  init(ahead: AdjacencyRows, behind: AdjacencyRows) {
    let nodeCount = ahead.offsets.count - 1
    self.ahead = ahead
    self.behind = behind
    scores = Array(repeating: 0, count: nodeCount)
    seen = Array(repeating: 0, count: nodeCount)
    arriving = seen
    current = Array(repeating: .zero, count: nodeCount)
  }

  /// Adds the dependencies of at most eight sources to the scores.
  mutating func add(sources: Range<Int>) {
    var steps = [start(from: sources)]
    var sum = Lanes.zero
    while let last = steps.last, !last.isEmpty {
      let first = visits.count
      advance(from: last)
      for place in first..<visits.count {
        let visit = visits[place]
        let count = lanes[Int(visit.sources)] * Self.pull(from: current, along: behind, to: visit)
        visits[place].value = count
        sum += count
      }
      show(first..<visits.count, insteadOf: last)
      steps.append(first..<visits.count)
    }
    for place in visits.indices {
      seen[visits[place].node] = 0
      current[visits[place].node] = .zero
    }
    if total(sum) < Self.largestCount {
      comeBack(along: steps)
    } else {
      addWithScaledCounts(sources)
    }
    visits.removeAll(keepingCapacity: true)
  }

  /// Puts the sources themselves on the list.
  private mutating func start(from sources: Range<Int>) -> Range<Int> {
    for (lane, node) in sources.enumerated() {
      var value = Lanes.zero
      value[lane] = 1
      visits.append(Visit(node: node, sources: 1 << UInt8(lane), value: value))
      seen[node] = 1 << UInt8(lane)
      current[node] = value
    }
    return visits.indices
  }

  /// Lists the nodes that sources reach for the first time one step on.
  private mutating func advance(from step: Range<Int>) {
    let found = Self.reached(
      from: visits[step], along: ahead, seen: seen, arriving: &arriving)
    for node in found {
      visits.append(Visit(node: node, sources: arriving[node], value: .zero))
      seen[node] |= arriving[node]
      arriving[node] = 0
    }
  }

  private static func reached(
    from visits: ArraySlice<Visit>, along rows: AdjacencyRows, seen seenArray: [UInt8],
    arriving arrivingArray: inout [UInt8]
  ) -> [Int] {
    let offsets = rows.offsets.span
    let targets = rows.targets.span
    let seen = seenArray.span
    var arriving = arrivingArray.mutableSpan
    var found: [Int] = []
    for visit in visits {
      for arc in offsets[visit.node]..<offsets[visit.node + 1] {
        let target = targets[arc].index
        let new = visit.sources & ~seen[target]
        if new == 0 { continue }
        if arriving[target] == 0 { found.append(target) }
        arriving[target] |= new
      }
    }
    return found
  }

  /// The sum of the current values at the other ends of a node's arcs.
  private static func pull(
    from currentArray: [Lanes], along rows: AdjacencyRows, to visit: Visit
  ) -> Lanes {
    let current = currentArray.span
    let targets = rows.targets.span
    var sum = Lanes.zero
    for arc in rows.offsets[visit.node]..<rows.offsets[visit.node + 1] {
      sum += current[targets[arc].index]
    }
    return sum
  }

  /// The sum over all lanes; `SIMD8.sum()` is a loop.
  private func total(_ lanes: Lanes) -> Double {
    let four = lanes.lowHalf + lanes.highHalf
    let two = four.lowHalf + four.highHalf
    return two[0] + two[1]
  }

  /// Makes the values of one step the current ones, in the place of another's.
  private mutating func show(_ step: Range<Int>, insteadOf other: Range<Int>) {
    for visit in visits[other] { current[visit.node] = .zero }
    for visit in visits[step] { current[visit.node] = visit.value }
  }

  /// Adds up dependencies from the farthest step back to the first.
  ///
  /// The sources themselves get nothing from paths that begin at them.
  private mutating func comeBack(along steps: [Range<Int>]) {
    for (number, step) in steps.enumerated().dropFirst().reversed() {
      for place in step {
        let visit = visits[place]
        let count = visit.value
        let reached = lanes[Int(visit.sources)]
        // Counts are 0 in the other lanes, and so are dependencies.
        let dependency = count * Self.pull(from: current, along: ahead, to: visit)
        scores[visit.node] += total(dependency)
        visits[place].value = reached * (1 + dependency) / (count + (1 - reached))
      }
      let farther = number + 1 < steps.count ? steps[number + 1] : 0..<0
      show(step, insteadOf: farther)
    }
    if steps.count > 1 { show(0..<0, insteadOf: steps[1]) }
  }

  /// Adds the dependencies of sources whose path counts are beyond a `Double`.
  private mutating func addWithScaledCounts(_ sources: Range<Int>) {
    let steps = Array(repeating: Int64(1), count: ahead.targets.count)
    var search = ShortestPathSearch(rows: ahead, lengths: steps)
    var counts = PathCounts(nodeCount: scores.count)
    for source in sources {
      search.search(from: source)
      counts.addDependencies(of: search.order, rows: ahead, to: &scores) { arc, node in
        search.isOnShortestPath(arc, from: node)
      }
    }
  }
}

extension Graph {
  /// All nodes, those of a component together and nearest first.
  ///
  /// Every search begins at the node with the most ties that is left.
  func breadthFirstOrder() -> [Int] {
    let degrees = degree()
    let byDegree = degrees.indices.sorted { (degrees[$1], $0) < (degrees[$0], $1) }
    var isFound = Array(repeating: false, count: nodeCount)
    var order: [Int] = []
    order.reserveCapacity(nodeCount)
    for first in byDegree where !isFound[first] {
      isFound[first] = true
      var place = order.count
      order.append(first)
      while place < order.count {
        for neighbor in neighbors(of: NodeID(order[place])) where !isFound[neighbor.index] {
          isFound[neighbor.index] = true
          order.append(neighbor.index)
        }
        place += 1
      }
    }
    return order
  }
}

extension [Int] {
  /// The place of each number, for an array that holds every number below its count once.
  var inverse: [Int] {
    var places = self
    for (place, number) in enumerated() { places[number] = place }
    return places
  }
}

extension AdjacencyRows {
  /// The same arcs, without weights, after the nodes have changed places.
  func reordered(_ order: [Int], _ place: [Int]) -> AdjacencyRows {
    var offsets = [0]
    var targets: [NodeID] = []
    targets.reserveCapacity(self.targets.count)
    for node in order {
      targets += self.targets[row(of: NodeID(node))].map { NodeID(place[$0.index]) }.sorted()
      offsets.append(targets.count)
    }
    return AdjacencyRows(offsets: offsets, targets: targets)
  }
}
