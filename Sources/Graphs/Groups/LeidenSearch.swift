import Foundation

/// The Leiden algorithm, with work space that is kept from run to run.
///
/// Named after the paper: a pass moves nodes between groups until no move helps, refines each
/// group into well-connected parts, makes each part a node, and begins again on those.
struct LeidenSearch {
  /// A division that a run has found.
  struct Outcome: Sendable {
    var labels: [Int]
    var quality: Double
  }

  /// Gains below this are taken as none: sums of weights in another order differ by as much.
  private static let leastGain = 1e-12
  /// How freely refinement departs from the best merge, in units of the mean tie; θ in the paper.
  private static let randomness = 0.01

  private let base: LeidenLevel
  private let quality: PartitionQuality
  /// Twice the weight of all ties.
  private let totalWeight: Double
  /// What the product of two masses is divided by to be compared with the weight of ties.
  private let massScale: Double
  /// The weight of the ties from the node at hand to each group, or −1 where none was met.
  private var tieWeight: [Double]
  /// The groups for which `tieWeight` is not −1.
  private var met: [Int] = []
  /// The mass of each group.
  private var groupMass: [Double]
  private var order: [Int] = []
  private var queue: [Int] = []
  private var isQueued: [Bool]

  /// Creates a search of an undirected graph.
  ///
  /// - Parameters:
  ///   - level: The graph, with masses that fit the quality.
  ///   - quality: What divisions are judged by.
  init(_ level: LeidenLevel, by quality: PartitionQuality) {
    base = level
    self.quality = quality
    switch quality {
    case .modularity:
      totalWeight = level.masses.reduce(0, +)
      massScale = totalWeight
    case .constantPotts:
      totalWeight = level.weights.reduce(0, +)
      massScale = 1
    }
    tieWeight = Array(repeating: -1, count: level.nodeCount)
    groupMass = Array(repeating: 0, count: level.nodeCount)
    isQueued = Array(repeating: false, count: level.nodeCount)
  }

  /// Runs passes until one brings nothing.
  mutating func run(using start: SeededGenerator) -> Outcome {
    var generator = start
    var best = Outcome(labels: Array(0..<base.nodeCount), quality: 0)
    guard totalWeight > 0 else { return best }
    best.quality = quality(of: best.labels)
    while true {
      var labels = pass(from: best.labels, using: &generator)
      splitDisconnected(&labels)
      let reached = quality(of: labels)
      guard reached > best.quality + Self.leastGain else { return best }
      best = Outcome(labels: labels, quality: reached)
    }
  }

  /// One pass up the hierarchy from a division of the lowest level.
  private mutating func pass(
    from labels: [Int], using generator: inout SeededGenerator
  ) -> [Int] {
    var level = base
    var group = labels
    // The node of the current level that each node of the lowest level is part of.
    var place = Array(0..<base.nodeCount)
    while true {
      moveNodes(of: level, between: &group, using: &generator)
      let groupCount = renumber(&group)
      if groupCount == level.nodeCount { break }
      var part = refine(level, within: group, groupCount: groupCount, using: &generator)
      let partCount = renumber(&part)
      if partCount == level.nodeCount { break }
      var groupOfPart = Array(repeating: 0, count: partCount)
      for node in 0..<level.nodeCount { groupOfPart[part[node]] = group[node] }
      level = level.aggregated(by: part, count: partCount)
      for node in place.indices { place[node] = part[place[node]] }
      group = groupOfPart
    }
    return place.map { group[$0] }
  }

  // MARK: Local moving

  /// Moves nodes to the groups where they add most, until none would move.
  ///
  /// Only nodes beside a change are looked at again.
  private mutating func moveNodes(
    of level: LeidenLevel, between group: inout [Int], using generator: inout SeededGenerator
  ) {
    let nodeCount = level.nodeCount
    var sizes = Array(repeating: 0, count: nodeCount)
    sumMasses(of: level, by: group)
    for label in group { sizes[label] += 1 }
    var free = (0..<nodeCount).filter { sizes[$0] == 0 }

    setRandomOrder(of: nodeCount, using: &generator)
    queue = order
    for node in 0..<nodeCount { isQueued[node] = true }
    // A ring: at most every node is waiting, so it never runs over.
    var head = 0
    var waiting = nodeCount
    while waiting > 0 {
      let node = queue[head]
      head = head + 1 == nodeCount ? 0 : head + 1
      waiting -= 1
      isQueued[node] = false

      let old = group[node]
      let new = bestGroup(for: node, in: level, of: group, alone: sizes[old] == 1, free: free.last)
      groupMass[new] += level.masses[node]
      if new == old { continue }
      group[node] = new
      if sizes[new] == 0 { free.removeLast() }
      sizes[new] += 1
      sizes[old] -= 1
      if sizes[old] == 0 { free.append(old) }
      for arc in level.offsets[node]..<level.offsets[node + 1] {
        let neighbor = level.targets[arc].index
        if isQueued[neighbor] || group[neighbor] == new { continue }
        isQueued[neighbor] = true
        let end = head + waiting
        queue[end >= nodeCount ? end - nodeCount : end] = neighbor
        waiting += 1
      }
    }
  }

  /// The group in which a node adds most, after taking its mass out of its present one.
  private mutating func bestGroup(
    for node: Int, in level: LeidenLevel, of group: [Int], alone: Bool, free: Int?
  ) -> Int {
    for arc in level.offsets[node]..<level.offsets[node + 1] {
      addTie(level.weights[arc], to: group[level.targets[arc].index])
    }
    let old = group[node]
    groupMass[old] -= level.masses[node]
    let factor = quality.resolution * level.masses[node] / massScale
    var best = old
    var bestGain = max(tieWeight[old], 0) - factor * groupMass[old]
    for candidate in met {
      let gain = tieWeight[candidate] - factor * groupMass[candidate]
      if gain > bestGain + Self.leastGain {
        best = candidate
        bestGain = gain
      }
      tieWeight[candidate] = -1
    }
    met.removeAll(keepingCapacity: true)
    if bestGain < -Self.leastGain, !alone, let free { return free }
    return best
  }

  // MARK: Refinement

  /// Divides each group into well-connected parts, by random merges of single nodes.
  private mutating func refine(
    _ level: LeidenLevel, within group: [Int], groupCount: Int,
    using generator: inout SeededGenerator
  ) -> [Int] {
    let nodeCount = level.nodeCount
    var refinement = LeidenRefinement(level: level, group: group, groupCount: groupCount)
    setRandomOrder(of: nodeCount, using: &generator)
    let unit = Self.randomness * totalWeight / Double(max(1, base.targets.count))
    for node in order {
      guard refinement.isSingle[node],
        refinement.isWellConnected(node, factor: quality.resolution / massScale)
      else { continue }
      for arc in level.offsets[node]..<level.offsets[node + 1] {
        let neighbor = level.targets[arc].index
        if group[neighbor] == group[node] {
          addTie(level.weights[arc], to: refinement.part[neighbor])
        }
      }
      if let part = choosePart(for: node, in: refinement, unit: unit, using: &generator) {
        refinement.merge(node, into: part, tieWeight: tieWeight[part])
      }
      for part in met { tieWeight[part] = -1 }
      met.removeAll(keepingCapacity: true)
    }
    return refinement.part
  }

  /// A part for a single node to join, or `nil` to stay single.
  ///
  /// Drawn with a probability that grows as exp(gain/θ), from those that lose nothing.
  private mutating func choosePart(
    for node: Int, in refinement: LeidenRefinement, unit: Double,
    using generator: inout SeededGenerator
  ) -> Int? {
    let factor = quality.resolution / massScale
    let mass = refinement.partMass[node]
    var candidates: [(part: Int, gain: Double)] = []
    var largest = 0.0
    for part in met where refinement.isWellConnected(part, factor: factor) {
      let gain = tieWeight[part] - factor * mass * refinement.partMass[part]
      guard gain >= 0 else { continue }
      candidates.append((part, gain))
      largest = max(largest, gain)
    }
    // Exponents are taken against the largest, so that none runs over.
    var sum = exp(-largest / unit)
    let sums = candidates.map { candidate in
      sum += exp((candidate.gain - largest) / unit)
      return sum
    }
    let drawn = generator.nextUnit() * sum
    guard drawn >= exp(-largest / unit), let place = sums.firstIndex(where: { drawn < $0 })
    else { return nil }
    return candidates[place].part
  }

  // MARK: Sums

  private mutating func addTie(_ weight: Double, to label: Int) {
    if tieWeight[label] < 0 {
      tieWeight[label] = weight
      met.append(label)
    } else {
      tieWeight[label] += weight
    }
  }

  private mutating func sumMasses(of level: LeidenLevel, by group: [Int]) {
    for label in 0..<level.nodeCount { groupMass[label] = 0 }
    for node in 0..<level.nodeCount { groupMass[group[node]] += level.masses[node] }
  }

  private mutating func setRandomOrder(of count: Int, using generator: inout SeededGenerator) {
    order.removeAll(keepingCapacity: true)
    order.append(contentsOf: 0..<count)
    generator.shuffle(&order)
  }

  /// The quality of a division of the lowest level.
  private mutating func quality(of labels: [Int]) -> Double {
    sumMasses(of: base, by: labels)
    var inside = 0.0
    for node in 0..<base.nodeCount {
      for arc in base.offsets[node]..<base.offsets[node + 1]
      where labels[base.targets[arc].index] == labels[node] {
        inside += base.weights[arc]
      }
    }
    var expected = 0.0
    switch quality {
    case .modularity(let resolution):
      for label in 0..<base.nodeCount {
        let share = groupMass[label] / totalWeight
        expected += share * share
      }
      return inside / totalWeight - resolution * expected
    case .constantPotts(let resolution):
      for size in groupMass { expected += size * (size - 1) / 2 }
      return inside / 2 - resolution * expected
    }
  }

  /// Numbers labels from 0 in the order in which they come, and returns how many there are.
  private func renumber(_ labels: inout [Int]) -> Int {
    var numbers = Array(repeating: -1, count: labels.count)
    var count = 0
    for node in labels.indices {
      let label = labels[node]
      if numbers[label] < 0 {
        numbers[label] = count
        count += 1
      }
      labels[node] = numbers[label]
    }
    return count
  }

  /// Makes each connected piece of a group a group.
  ///
  /// Rarely needed, as parts are connected; it never lowers the quality, and makes connectedness
  /// certain where a pass ended before its last refinement.
  private mutating func splitDisconnected(_ labels: inout [Int]) {
    var pieces = Array(repeating: -1, count: labels.count)
    var count = 0
    for first in labels.indices where pieces[first] < 0 {
      pieces[first] = count
      queue.removeAll(keepingCapacity: true)
      queue.append(first)
      while let node = queue.popLast() {
        for arc in base.offsets[node]..<base.offsets[node + 1] {
          let next = base.targets[arc].index
          if pieces[next] < 0, labels[next] == labels[node] {
            pieces[next] = count
            queue.append(next)
          }
        }
      }
      count += 1
    }
    labels = pieces
  }
}
