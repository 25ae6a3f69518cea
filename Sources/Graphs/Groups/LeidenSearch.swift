/// The Leiden algorithm, and Louvain beside it, with work space that is kept from run to run.
///
/// Named after the paper: a pass moves nodes between groups until no move helps, refines each
/// group into well-connected parts, makes each part a node, and begins again on those. Labels and
/// nodes are 32 bits wide: the speed of the search is that of memory.
struct LeidenSearch<Mass: ChanceMass> {
  /// How many passes make the best merges alone: they come closer to the goal, and sooner; drawn
  /// merges after them lead on where those are stuck.
  private static var greedyPasses: Int { 6 }
  /// How many places `tieWeights` has behind those of the groups, for sums that nobody reads.
  static var sparePlaces: Int { 8 }

  let objective: LeidenObjective<Mass>
  /// The hierarchy, from the graph itself; levels above the one at hand are left from before.
  var levels: [LeidenLevel<Mass>]
  /// The node of the level at hand that each node of the graph is part of.
  private var place: [Int32]
  /// The group of each node of the level at hand.
  var group: [Int32]
  /// The part of its group that refinement puts each node of the level at hand in.
  var part: [Int32]
  /// The groups, by their label.
  var groups: [LeidenGroup<Mass>]
  /// The parts, by their label.
  var parts: [LeidenPart<Mass>]
  /// The labels that no node has, the next to be used last.
  var free: [Int32]
  /// The nodes of the level at hand in the order in which they are looked at.
  var queue: [Int32]
  var isQueued: [Bool]
  /// The groups, or parts, that the node at hand has ties to, and a place to spare.
  var met: [Int32]
  private var numbers: [Int32]
  /// The weight of the ties from the node at hand to each group, or part, −1 where it has none.
  var tieWeights: [Double]
  /// Where the ties of each node within its group end, at the level at hand; they begin where those
  /// of the node before end.
  var innerEnds: [Int]
  /// The nodes that those ties reach.
  var innerTargets: [Int32]
  /// Their weights, at levels that have any.
  var innerWeights: [Double]

  /// Creates a search.
  init(_ objective: LeidenObjective<Mass>) {
    let nodeCount = objective.base.nodeCount
    let zeros = [Int32](repeating: 0, count: nodeCount)
    self.objective = objective
    levels = [objective.base]
    (place, group, part) = (zeros, zeros, zeros)
    (free, queue, met, numbers) = (zeros, zeros, zeros + [0], zeros)
    groups = Array(repeating: LeidenGroup(), count: nodeCount)
    parts = Array(repeating: LeidenPart(), count: nodeCount)
    tieWeights =
      Array(repeating: -1, count: nodeCount) + Array(repeating: 0, count: Self.sparePlaces)
    let room = objective.base.targets.count + 1
    innerEnds = Array(repeating: 0, count: nodeCount)
    innerTargets = Array(repeating: 0, count: room)
    innerWeights = Array(repeating: 0, count: room)
    isQueued = Array(repeating: false, count: nodeCount)
  }

  /// Runs passes of Leiden until one brings nothing, or as many as are asked for.
  mutating func leiden(
    passes: Int? = nil, using start: SeededGenerator
  ) -> LabelledDivision {
    var generator = start
    let labels = (0..<Int32(truncatingIfNeeded: objective.base.nodeCount)).map(\.self)
    return improved(labels, passes: passes, using: &generator)
  }

  /// Runs passes of Leiden on what a climb of the hierarchy gives that begins with these groups,
  /// each kept whole.
  ///
  /// - Parameter cores: The number of each node's group, from 0 to below `count`.
  mutating func leiden(
    fromCores cores: [Int32], count: Int, passes: Int? = nil, using start: SeededGenerator
  ) -> LabelledDivision {
    var generator = start
    for node in cores.indices {
      place[node] = Int32(truncatingIfNeeded: node)
      group[node] = cores[node]
      part[node] = cores[node]
    }
    climb(from: 0, partCount: count)
    var labels = cores
    _ = climbOn(
      from: 1, to: &labels, randomness: Self.randomness(afterPasses: 0), using: &generator)
    return improved(labels, passes: passes, using: &generator)
  }

  /// Runs passes from a division until one brings nothing, or as many as are asked for.
  private mutating func improved(
    _ division: [Int32], passes: Int?, using generator: inout SeededGenerator
  ) -> LabelledDivision {
    var labels = division
    var passesDone = 0
    if objective.totalWeight > 0 {
      while passesDone < passes ?? .max,
        pass(
          from: &labels, randomness: Self.randomness(afterPasses: passesDone), using: &generator)
      {
        passesDone += 1
      }
    }
    splitDisconnected(&labels)
    return LabelledDivision(labels: labels, quality: objective.quality(of: labels))
  }

  /// How far from the best merges a pass may stray, which comes after so many others.
  private static func randomness(afterPasses passes: Int) -> Double {
    passes < greedyPasses ? 1e-6 : 0.03
  }

  /// Climbs the hierarchy once without refinement, as Louvain does.
  mutating func louvain(using start: SeededGenerator) -> LabelledDivision {
    var generator = start
    var labels = (0..<Int32(truncatingIfNeeded: objective.base.nodeCount)).map(\.self)
    if objective.totalWeight > 0 {
      _ = pass(from: &labels, randomness: nil, using: &generator)
    }
    return LabelledDivision(labels: labels, quality: objective.quality(of: labels))
  }

  /// One pass up the hierarchy from a division of the graph; whether it found a better one.
  ///
  /// Without `randomness`, groups are not refined.
  private mutating func pass(
    from labels: inout [Int32], randomness: Double?, using generator: inout SeededGenerator
  ) -> Bool {
    for node in labels.indices {
      group[node] = labels[node]
      place[node] = Int32(truncatingIfNeeded: node)
    }
    return climbOn(from: 0, to: &labels, randomness: randomness, using: &generator)
  }

  /// Climbs from a level to the top; whether that found a better division.
  private mutating func climbOn(
    from start: Int, to labels: inout [Int32], randomness: Double?,
    using generator: inout SeededGenerator
  ) -> Bool {
    var height = start
    var gain = 0.0
    while true {
      let nodeCount = levels[height].nodeCount
      gain += moveNodes(at: height, using: &generator)
      let groupCount = Self.renumber(&group, count: nodeCount, numbers: &numbers)
      if groupCount == nodeCount { break }
      var partCount = nodeCount
      if let randomness {
        refine(at: height, randomness: randomness, using: &generator)
        partCount = Self.renumber(&part, count: nodeCount, numbers: &numbers)
      }
      if partCount == nodeCount {
        // Nothing to refine: the groups themselves become nodes.
        for node in 0..<nodeCount { part[node] = group[node] }
        partCount = groupCount
      }
      climb(from: height, partCount: partCount)
      height += 1
    }
    for node in labels.indices { labels[node] = group[Int(place[node])] }
    return gain > objective.leastGain
  }

  /// Makes each part of a level a node of the next, in the group that its nodes were in.
  private mutating func climb(from height: Int, partCount: Int) {
    if levels.count == height + 1 { levels.append(LeidenLevel()) }
    var above = LeidenLevel<Mass>()
    swap(&above, &levels[height + 1])
    above.aggregate(levels[height], by: part, count: partCount, sums: &tieWeights)
    swap(&above, &levels[height + 1])
    for node in 0..<levels[height].nodeCount { numbers[Int(part[node])] = group[node] }
    for node in 0..<partCount { group[node] = numbers[node] }
    for node in place.indices { place[node] = part[Int(place[node])] }
  }

  /// Numbers labels from 0 in the order in which they come, and returns how many there are.
  private static func renumber(
    _ labels: inout [Int32], count: Int, numbers: inout [Int32]
  ) -> Int {
    for label in 0..<count { numbers[label] = -1 }
    var found: Int32 = 0
    for node in 0..<count {
      let label = Int(labels[node])
      if numbers[label] < 0 {
        numbers[label] = found
        found += 1
      }
      labels[node] = numbers[label]
    }
    return Int(found)
  }

  /// Makes each connected piece of a group a group.
  ///
  /// Rarely needed, as parts are connected; it never lowers the quality, and makes connectedness
  /// certain where a pass ended before its last refinement.
  private mutating func splitDisconnected(_ labels: inout [Int32]) {
    let base = objective.base
    let (offsets, targets) = (base.offsets.span, base.targets.span)
    var pieces = Array(repeating: -1 as Int32, count: labels.count)
    var count: Int32 = 0
    for first in labels.indices where pieces[first] < 0 {
      pieces[first] = count
      queue[0] = Int32(truncatingIfNeeded: first)
      var waiting = 1
      while waiting > 0 {
        waiting -= 1
        let node = Int(queue[waiting])
        for arc in offsets[node]..<offsets[node + 1] {
          let next = targets[arc].index
          if pieces[next] < 0, labels[next] == labels[node] {
            pieces[next] = count
            queue[waiting] = Int32(truncatingIfNeeded: next)
            waiting += 1
          }
        }
      }
      count += 1
    }
    labels = pieces
  }

  /// Puts the nodes of a level into random order.
  mutating func setRandomOrder(of count: Int, using generator: inout SeededGenerator) {
    var order = queue.mutableSpan
    for node in 0..<count { order[node] = Int32(truncatingIfNeeded: node) }
    for last in stride(from: count - 1, to: 0, by: -1) {
      order.swapAt(last, generator.next(below: last + 1))
    }
  }
}

/// A division that one run has found, and its quality.
struct LabelledDivision: Sendable {
  /// The number of each node's group, below the number of nodes.
  var labels: [Int32]
  var quality: Double

  /// The division with its groups numbered in order.
  var partition: Partition { Partition(labels: labels.map(Int.init), below: labels.count) }
}
