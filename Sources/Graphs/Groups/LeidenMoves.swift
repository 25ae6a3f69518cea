/// What local moving keeps of a group.
struct LeidenGroup<Mass: ChanceMass>: Sendable {
  var mass = Mass.zero
  /// How many nodes of the level at hand it has.
  var size: Int32 = 0
}

extension LeidenSearch {
  /// Moves nodes to the groups where they add most, until none would move, and returns what the
  /// moves have added.
  ///
  /// Only nodes beside a change are looked at again.
  mutating func moveNodes(at height: Int, using generator: inout SeededGenerator) -> Double {
    let level = levels[height]
    let freeCount = countGroups(of: level)
    setRandomOrder(of: level.nodeCount, using: &generator)
    return Self.moveNodes(
      of: level, toward: objective, labels: &group, groups: &groups, free: &free,
      freeCount: freeCount, queue: &queue, isQueued: &isQueued, met: &met,
      tieWeights: &tieWeights)
  }

  /// Moves the nodes that stand in the queue; at most every node waits in it, so as a ring it never
  /// runs over.
  private static func moveNodes(
    of level: LeidenLevel<Mass>, toward objective: LeidenObjective<Mass>, labels: inout [Int32],
    groups: inout [LeidenGroup<Mass>], free: inout [Int32], freeCount: Int,
    queue: inout [Int32], isQueued: inout [Bool], met: inout [Int32],
    tieWeights: inout [Double]
  ) -> Double {
    let (offsets, targets) = (level.offsets.span, level.targets.span)
    let (weights, masses) = (level.weights.span, level.masses.span)
    var label = labels.mutableSpan
    var groups = groups.mutableSpan
    var free = free.mutableSpan
    var queue = queue.mutableSpan
    var isQueued = isQueued.mutableSpan
    var met = met.mutableSpan
    var tieWeights = tieWeights.mutableSpan
    let nodeCount = level.nodeCount
    let (factor, leastGain) = (objective.factor, objective.leastGain)
    let isUnit = weights.isEmpty

    for node in 0..<nodeCount { isQueued[node] = true }
    let spare = tieWeights.count - sparePlaces
    var freeCount = freeCount
    var gainOfAll = 0.0
    var head = 0
    var waiting = nodeCount
    while waiting > 0 {
      let node = Int(queue[head])
      head = head + 1 == nodeCount ? 0 : head + 1
      waiting -= 1
      isQueued[node] = false

      let row = offsets[node]..<offsets[node + 1]
      let own = label[node]
      var ownWeight = 0.0
      var metCount = 0
      for arc in row {
        let other = label[targets[arc].index]
        let weight = isUnit ? 1 : weights[arc]
        // A sum in memory waits for the one before. Most ties lead into the node's own group, once
        // there are groups: their sum stands aside, and what is written goes to the spare places in
        // turn. No branches, which would be guessed wrong too often.
        let isOwn = other == own
        ownWeight += isOwn ? weight : 0
        let place = isOwn ? spare + arc % sparePlaces : Int(other)
        let known = tieWeights[place]
        tieWeights[place] = max(known, 0) + weight
        met[metCount] = other
        metCount += known < 0 ? 1 : 0
      }

      let old = Int(own)
      let mass = masses[node]
      groups[old].mass -= mass
      let oldGain = ownWeight - factor * mass.paired(with: groups[old].mass)
      var new = old
      var newGain = oldGain
      for place in 0..<metCount {
        let candidate = Int(met[place])
        let gain = tieWeights[candidate] - factor * mass.paired(with: groups[candidate].mass)
        tieWeights[candidate] = -1
        if gain > newGain + leastGain {
          new = candidate
          newGain = gain
        }
      }
      if newGain < -leastGain, groups[old].size > 1, freeCount > 0 {
        new = Int(free[freeCount - 1])
        newGain = 0
      }
      groups[new].mass += mass
      if new == old { continue }

      gainOfAll += newGain - oldGain
      label[node] = Int32(truncatingIfNeeded: new)
      if groups[new].size == 0 { freeCount -= 1 }
      groups[new].size += 1
      groups[old].size -= 1
      if groups[old].size == 0 {
        free[freeCount] = Int32(truncatingIfNeeded: old)
        freeCount += 1
      }
      for arc in row {
        let neighbor = targets[arc].index
        if isQueued[neighbor] || Int(label[neighbor]) == new { continue }
        isQueued[neighbor] = true
        let end = head + waiting
        queue[end >= nodeCount ? end - nodeCount : end] = Int32(truncatingIfNeeded: neighbor)
        waiting += 1
      }
    }
    return gainOfAll
  }

  /// Sums the masses of the groups of a level, counts their nodes, and lists the labels that no
  /// node has; returns how many those are.
  private mutating func countGroups(of level: LeidenLevel<Mass>) -> Int {
    let nodeCount = level.nodeCount
    for label in 0..<nodeCount { groups[label] = LeidenGroup() }
    for node in 0..<nodeCount {
      let label = Int(group[node])
      groups[label].mass += level.masses[node]
      groups[label].size += 1
    }
    var count = 0
    for label in 0..<nodeCount where groups[label].size == 0 {
      free[count] = Int32(truncatingIfNeeded: label)
      count += 1
    }
    return count
  }
}
