/// Brandes' algorithm where every arc is one step long, on a condensed graph.
///
/// Each number of the algorithm is eight, one lane per source. Path counts and shares of the nodes
/// at one distance are read from an array that is zero everywhere else, so that a sum over all
/// arcs of a node needs no test of each. Counts go ahead with the searches, dependencies come back
/// along the lists. Either way a step is taken from the side that has fewer arcs: the nodes of one
/// distance collect from the others, or the others hand out to them.
struct HopDependencies: DependencyKernel {
  typealias Lanes = SIMD8<Double>
  static let width = 8
  /// Path counts above this lose precision in their reciprocals; such sources are done apart.
  private static let largestCount = 1e290

  let graph: CondensedGraph
  private let share: DependencyShare
  /// The score of each class, or what was found for each arc of `ahead` from its near end.
  var scores: [Double]
  /// For spread, the sum of squares of the dependencies on each source.
  private var squares: [Double]
  /// What was found for each arc of `behind` from its far end.
  var scoresBehind: [Double]
  private var levels: HopLevels
  /// The nodes of each distance, for the eight sources at hand.
  var visits: [Visit] = []
  var steps: [Step] = []
  /// The number of shortest paths to each node; of meaning in the lanes of its visits.
  var counts: [Lanes]
  /// Counts or shares of the nodes of one distance; zero for all other nodes and lanes.
  var current: [Lanes]
  /// Sums over arcs, of meaning for the nodes of the step at hand.
  var arcSums: [Lanes]
  /// For ties, the paths to the nodes of one distance; zero for all other nodes and lanes.
  var paths: [Lanes]
  /// Made where path counts are beyond a `Double`.
  private var scaled: PathDependencies<Int64>?
  /// For each set of sources, 1 in their lanes and 0 in the others.
  let lanes: [Lanes] = (0..<256).map { sources in
    var lanes = Lanes.zero
    for lane in 0..<width where sources >> lane & 1 == 1 { lanes[lane] = 1 }
    return lanes
  }

  /// A node at one distance from some of eight sources.
  struct Visit {
    var node: UInt32
    var sources: UInt8
  }

  /// The visits of one distance, and how many arcs leave and reach their nodes.
  struct Step {
    var visits: Range<Int>
    var arcsAhead = 0
    var arcsBehind = 0
  }

  init(_ graph: CondensedGraph, share: DependencyShare) {
    self.graph = graph
    self.share = share
    let nodeCount = graph.weight.count
    scores = Array(repeating: 0, count: graph.scoreCount(share))
    squares = share == .nodesWithSquares ? scores : []
    scoresBehind = share == .ties ? scores : []
    levels = HopLevels(rows: graph.ahead)
    counts = Array(repeating: .zero, count: nodeCount)
    current = counts
    arcSums = counts
    paths = share == .ties ? counts : []
  }

  var sums: DependencySums {
    var result = DependencySums(scores: scores, squares: squares)
    if let scaled { result.add(scaled.sums) }
    guard share == .ties else { return result }
    // Rows of `behind` hold their arcs in the order in which rows of `ahead` come.
    var next = graph.behind.offsets
    for (arc, target) in graph.ahead.targets.enumerated() {
      result.scores[arc] += scoresBehind[next[target.index]]
      next[target.index] += 1
    }
    return result
  }

  mutating func add(sources: ArraySlice<Int>) {
    for first in stride(from: sources.startIndex, to: sources.endIndex, by: HopLevels.width) {
      let batch = sources[first...].prefix(HopLevels.width)
      levels.search(from: batch)
      for group in stride(from: batch.startIndex, to: batch.endIndex, by: Self.width) {
        list(shift: UInt64(group - first))
        add(group: batch[group...].prefix(Self.width))
      }
    }
  }

  private mutating func add(group: ArraySlice<Int>) {
    guard goAhead(from: group) < Self.largestCount else {
      addWithScaledCounts(group)
      return
    }
    switch share {
    case .nodes, .nodesWithSquares: comeBack(to: group)
    case .ties: comeBackAlongTies(to: group)
    }
  }

  /// Lists the visits of eight of the sources.
  private mutating func list(shift: UInt64) {
    visits.removeAll(keepingCapacity: true)
    steps.removeAll(keepingCapacity: true)
    for level in levels.levels {
      var step = Step(visits: visits.count..<visits.count)
      for visit in levels.visits[level] {
        let sources = UInt8(truncatingIfNeeded: visit.sources >> shift)
        guard sources != 0 else { continue }
        visits.append(Visit(node: visit.node, sources: sources))
        let node = Int(visit.node)
        step.arcsAhead += graph.ahead.offsets[node + 1] - graph.ahead.offsets[node]
        step.arcsBehind += graph.behind.offsets[node + 1] - graph.behind.offsets[node]
      }
      guard step.visits.lowerBound < visits.count else { return }
      step.visits = step.visits.lowerBound..<visits.count
      steps.append(step)
    }
  }
}

// The way out: path counts.
extension HopDependencies {
  /// Counts the shortest paths from eight sources, and returns the largest number met or more.
  private mutating func goAhead(from group: ArraySlice<Int>) -> Double {
    for (lane, node) in group.enumerated() {
      counts[node] = .zero
      counts[node][lane] = 1
      current[node] = counts[node]
    }
    var total = Lanes.zero
    for number in steps.indices.dropFirst() {
      let (last, step) = (steps[number - 1], steps[number])
      Self.gather(
        visits[step.visits], from: visits[last.visits], current, into: &arcSums,
        collecting: Self.isCheaper(step.arcsBehind, than: last.arcsAhead) ? graph.behind : nil,
        handingOut: graph.ahead)
      for visit in visits[last.visits] { current[Int(visit.node)] = .zero }
      total += Self.count(
        visits[step.visits], sums: arcSums, lanes: lanes, twinCount: graph.twinCount,
        counts: &counts, current: &current)
    }
    for visit in visits[(steps.last?.visits ?? 0..<0)] { current[Int(visit.node)] = .zero }
    return Self.total(total)
  }

  /// Takes sums over the arcs to nodes for the numbers of paths to them.
  private static func count(
    _ step: ArraySlice<Visit>, sums sumsArray: [Lanes], lanes lanesArray: [Lanes],
    twinCount twinCountArray: [Double], counts countsArray: inout [Lanes],
    current currentArray: inout [Lanes]
  ) -> Lanes {
    let (sums, lanes, twinCount) = (sumsArray.span, lanesArray.span, twinCountArray.span)
    var counts = countsArray.mutableSpan
    var current = currentArray.mutableSpan
    var total = Lanes.zero
    for visit in step {
      let node = Int(visit.node)
      let reached = lanes[Int(visit.sources)]
      let new = reached * sums[node]
      counts[node] = counts[node] * (1 - reached) + new
      let paths = new * twinCount[node]
      current[node] = paths
      total += paths
    }
    return total
  }

  /// Adds up the current values of the nodes of one step for each node of the next.
  ///
  /// - Parameters:
  ///   - collecting: Arcs from the nodes that get the sums, where these have fewer.
  ///   - handingOut: Arcs from the nodes that have the values.
  private static func gather(
    _ receivers: ArraySlice<Visit>, from givers: ArraySlice<Visit>, _ currentArray: [Lanes],
    into sumsArray: inout [Lanes], collecting: AdjacencyRows?, handingOut: AdjacencyRows
  ) {
    let current = currentArray.span
    var sums = sumsArray.mutableSpan
    if let collecting {
      let (offsets, targets) = (collecting.offsets.span, collecting.targets.span)
      for visit in receivers {
        let node = Int(visit.node)
        var sum = Lanes.zero
        for arc in offsets[node]..<offsets[node + 1] { sum += current[targets[arc].index] }
        sums[node] = sum
      }
    } else {
      let (offsets, targets) = (handingOut.offsets.span, handingOut.targets.span)
      // Others than the receivers get something too, and nobody reads it.
      for visit in receivers { sums[Int(visit.node)] = .zero }
      for visit in givers {
        let node = Int(visit.node)
        let value = current[node]
        for arc in offsets[node]..<offsets[node + 1] { sums[targets[arc].index] += value }
      }
    }
  }

  /// Whether to collect along some arcs costs less than to hand out along others, which writes as
  /// well as reads: found by trial.
  static func isCheaper(_ collecting: Int, than handingOut: Int) -> Bool {
    collecting <= 2 * handingOut
  }

  /// The sum over all lanes; `SIMD8.sum()` is a loop.
  static func total(_ lanes: Lanes) -> Double {
    let four = lanes.lowHalf + lanes.highHalf
    let two = four.lowHalf + four.highHalf
    return two[0] + two[1]
  }
}

// The way back: dependencies.
extension HopDependencies {
  /// Adds up dependencies from the farthest step back to the sources.
  private mutating func comeBack(to group: ArraySlice<Int>) {
    var sourceWeights = Lanes.zero
    for (lane, node) in group.enumerated() { sourceWeights[lane] = graph.weight[node] }
    for number in steps.indices.dropFirst().reversed() {
      let step = steps[number]
      if number + 1 < steps.count {
        let farther = steps[number + 1]
        Self.gather(
          visits[step.visits], from: visits[farther.visits], current, into: &arcSums,
          collecting: Self.isCheaper(step.arcsAhead, than: farther.arcsBehind)
            ? graph.ahead : nil,
          handingOut: graph.behind)
        for visit in visits[farther.visits] { current[Int(visit.node)] = .zero }
      } else {
        for visit in visits[step.visits] { arcSums[Int(visit.node)] = .zero }
      }
      Self.depend(
        visits[step.visits], on: sourceWeights, graph, sums: arcSums, counts: counts, lanes: lanes,
        current: &current, scores: &scores, squares: &squares)
    }
    if steps.count > 1 {
      for visit in visits[steps[1].visits] { current[Int(visit.node)] = .zero }
    }
  }

  /// Takes sums over the arcs from nodes for their dependencies.
  static func depend(
    _ step: ArraySlice<Visit>, on sourceWeights: Lanes, _ graph: CondensedGraph,
    sums sumsArray: [Lanes], counts countsArray: [Lanes], lanes lanesArray: [Lanes],
    current currentArray: inout [Lanes], scores scoresArray: inout [Double],
    squares squaresArray: inout [Double]
  ) {
    let (sums, counts, lanes) = (sumsArray.span, countsArray.span, lanesArray.span)
    let (weight, twinCount) = (graph.weight.span, graph.twinCount.span)
    var current = currentArray.mutableSpan
    var scores = scoresArray.mutableSpan
    var squares = squaresArray.mutableSpan
    for visit in step {
      let node = Int(visit.node)
      let reached = lanes[Int(visit.sources)]
      let count = counts[node] * reached
      let dependency = count * sums[node]
      if !scores.isEmpty { scores[node] += total(dependency) }
      if !squares.isEmpty { squares[node] += total(dependency * dependency) }
      current[node] =
        (sourceWeights * reached * weight[node] + dependency * twinCount[node])
        / (count + (1 - reached))
    }
  }

  /// Adds the dependencies on sources whose path counts are beyond a `Double`.
  private mutating func addWithScaledCounts(_ group: ArraySlice<Int>) {
    var scaled =
      scaled.take()
      ?? PathDependencies(
        graph, share: share, lengths: Array(repeating: 1, count: graph.ahead.targets.count))
    scaled.add(sources: group)
    self.scaled = scaled
    // An infinite count would stay in the lanes of later sources.
    for visit in visits { counts[Int(visit.node)] = .zero }
  }
}
