extension Graph {
  /// Counts, for every node, the others by their distance in hops.
  ///
  /// Sums are whole numbers, so that neither the order of the nodes nor that of the work has a
  /// part in them: nodes in like positions have the same bits.
  ///
  /// - Parameters:
  ///   - direction: Whether distances are from each node or to it.
  ///   - limit: The largest distance that counts.
  func hopTallies(direction: PathDirection, limit: Int = .max) -> NodeMap<HopTally> {
    // A thread's three arrays of sets should stay in its cache: beyond some megabytes narrow sets
    // are faster.
    nodeCount <= 40_000
      ? hopTallies(direction: direction, limit: limit, sets: SIMD8<UInt64>.self)
      : hopTallies(direction: direction, limit: limit, sets: SIMD4<UInt64>.self)
  }

  /// Counts with sets of a given width.
  func hopTallies<Sources: SourceSet>(
    direction: PathDirection, limit: Int, sets: Sources.Type
  ) -> NodeMap<HopTally> {
    let order = BreadthFirstOrder(self)
    // Each node's own sums come together where searches reach it: for distances from it, they
    // are searches against the arcs.
    let (ahead, behind) = direction == .outgoing ? (outgoing, incoming) : (incoming, outgoing)
    let spreading = order.reversed(ahead)
    let arriving = isDirected ? order.reversed(behind) : spreading
    let batches = (nodeCount + Sources.width - 1) / Sources.width
    let censuses = gathered(
      pieces: batches, concurrently: batches * spreading.targets.count > 100_000,
      from: { HopCensus<Sources>(spreading: spreading, arriving: arriving) },
      by: { census, batch in
        let first = Sources.width * batch
        census.add(sources: first..<min(nodeCount, first + Sources.width), limit: limit)
      })
    var sums = Array(repeating: HopTally(), count: nodeCount)
    for census in censuses {
      for place in sums.indices { sums[place].add(census.tallies[place]) }
    }
    return NodeMap(order.places.map { sums[Int($0)] })
  }
}

/// How many nodes are how far from a node, in sums that do not depend on their order.
struct HopTally: Equatable, Sendable {
  /// The sum of 1/distance in units of 2⁻⁸⁸: exact beyond what a `Double` can tell.
  private var inverseUnits: UInt128 = 0
  private(set) var distanceSum: UInt64 = 0
  private(set) var reachedCount: UInt32 = 0
  private(set) var farthest: UInt32 = 0

  /// The sum of 1/distance.
  var inverseSum: Double { Double(inverseUnits) * 0x1p-88 }

  /// One step of a search.
  struct Step {
    let number: UInt32
    let inverse: UInt128

    init(_ number: Int) {
      self.number = UInt32(number)
      inverse = (1 << 88) / UInt128(number)
    }
  }

  /// Notes that `count` others are as far away as a step leads.
  @inline(__always)
  mutating func add(_ count: Int, at step: Step) {
    inverseUnits &+= UInt128(UInt64(count)) &* step.inverse
    distanceSum &+= UInt64(count) &* UInt64(step.number)
    reachedCount &+= UInt32(count)
    farthest = max(farthest, step.number)
  }

  /// Adds the counts of other nodes.
  mutating func add(_ other: HopTally) {
    inverseUnits += other.inverseUnits
    distanceSum += other.distanceSum
    reachedCount += other.reachedCount
    farthest = max(farthest, other.farthest)
  }
}

/// Breadth-first search from as many nodes at a time as a set has bits.
///
/// While few nodes are new, they pass their sources on; when many are, every node that lacks some
/// looks round for them.
///
/// Then et al., "The more the merrier: efficient multi-source graph traversal", 2014,
/// doi:10.14778/2735496.2735507. Beamer et al., "Direction-optimizing breadth-first search", 2012.
struct HopCensus<Sources: SourceSet>: Sendable {
  /// The arcs by the node from which sources spread, and by the node at which they arrive.
  let spreading: AdjacencyRows
  let arriving: AdjacencyRows
  private(set) var tallies: [HopTally]
  /// The sources that have reached each node.
  private var seen: [Sources]
  /// The sources that reached each node in the step before, and in this one; empty elsewhere.
  private var current: [Sources]
  private var next: [Sources]
  /// Nodes that sources reached in the step before, and in this one.
  private var frontier: [UInt32] = []
  private var reached: [UInt32] = []
  /// Nodes that some source has not reached yet.
  private var unfinished: [UInt32] = []

  init(spreading: AdjacencyRows, arriving: AdjacencyRows) {
    self.spreading = spreading
    self.arriving = arriving
    let nodeCount = spreading.offsets.count - 1
    tallies = Array(repeating: HopTally(), count: nodeCount)
    seen = Array(repeating: .zero, count: nodeCount)
    current = seen
    next = seen
  }

  /// Adds the distances from some sources, no more than a set has room for.
  ///
  /// - Returns: How far away the last node is that one of them reaches.
  @discardableResult
  mutating func add(sources: some Collection<Int>, limit: Int = .max) -> Int {
    begin(sources)
    var all = Sources.zero
    for bit in 0..<sources.count { all |= Sources(only: bit) }
    var (number, farthest) = (0, 0)
    while !frontier.isEmpty {
      let arcs = frontier.reduce(0) { count, node in
        count + spreading.offsets[Int(node) + 1] - spreading.offsets[Int(node)]
      }
      reached.removeAll(keepingCapacity: true)
      if number < limit {
        number += 1
        let step = HopTally.Step(number)
        if 6 * arcs < spreading.targets.count {
          Self.push(
            step, from: frontier, to: &reached, rows: spreading, seen: &seen, current: current,
            next: &next, tallies: &tallies)
        } else {
          Self.pull(
            step, of: all, unfinished: &unfinished, to: &reached, rows: arriving, seen: &seen,
            current: current, next: &next, tallies: &tallies)
        }
      }
      for node in frontier { current[Int(node)] = .zero }
      if !reached.isEmpty { farthest = number }
      swap(&current, &next)
      swap(&frontier, &reached)
    }
    return farthest
  }

  private mutating func begin(_ sources: some Collection<Int>) {
    for node in seen.indices { seen[node] = .zero }
    for (bit, node) in sources.enumerated() {
      seen[node] = Sources(only: bit)
      current[node] = seen[node]
    }
    frontier = sources.map(UInt32.init)
    unfinished = seen.indices.map(UInt32.init)
  }

  /// Passes sources on along the arcs of the nodes that they reached in the step before.
  private static func push(
    _ step: HopTally.Step, from frontier: [UInt32], to reached: inout [UInt32],
    rows: AdjacencyRows, seen seenSets: inout [Sources], current currentSets: [Sources],
    next nextSets: inout [Sources], tallies: inout [HopTally]
  ) {
    let offsets = rows.offsets.span
    let targets = rows.targets.span
    let current = currentSets.span
    var seen = seenSets.mutableSpan
    var next = nextSets.mutableSpan
    for node in frontier {
      let passed = current[Int(node)]
      for arc in offsets[Int(node)]..<offsets[Int(node) + 1] {
        let target = targets[arc].index
        let new = passed & ~seen[target]
        if new.isEmpty { continue }
        if next[target].isEmpty { reached.append(UInt32(target)) }
        next[target] |= new
      }
    }
    for node in reached {
      let new = next[Int(node)]
      seen[Int(node)] |= new
      tallies[Int(node)].add(new.setBitCount, at: step)
    }
  }

  /// Looks, for every node that lacks sources, at the nodes from which they may arrive.
  private static func pull(
    _ step: HopTally.Step, of all: Sources, unfinished: inout [UInt32],
    to reached: inout [UInt32], rows: AdjacencyRows, seen seenSets: inout [Sources],
    current currentSets: [Sources], next nextSets: inout [Sources], tallies: inout [HopTally]
  ) {
    let offsets = rows.offsets.span
    let targets = rows.targets.span
    let current = currentSets.span
    var seen = seenSets.mutableSpan
    var next = nextSets.mutableSpan
    var kept = 0
    for turn in unfinished.indices {
      let node = Int(unfinished[turn])
      let lacking = all & ~seen[node]
      if lacking.isEmpty { continue }
      unfinished[kept] = UInt32(node)
      kept += 1
      var arriving = Sources.zero
      for arc in offsets[node]..<offsets[node + 1] { arriving |= current[targets[arc].index] }
      let new = arriving & lacking
      if new.isEmpty { continue }
      next[node] = new
      seen[node] |= new
      reached.append(UInt32(node))
      tallies[node].add(new.setBitCount, at: step)
    }
    unfinished.removeSubrange(kept...)
  }
}
