/// The parts into which refinement has divided the groups so far; a part has the number of one of
/// its nodes.
struct LeidenRefinement {
  let group: [Int]
  private(set) var part: [Int]
  private(set) var isSingle: [Bool]
  private(set) var partMass: [Double]
  /// The weight of the ties of a part to the rest of its group.
  private var outerWeight: [Double]
  private var groupMass: [Double]

  init(level: LeidenLevel, group: [Int], groupCount: Int) {
    self.group = group
    part = Array(0..<level.nodeCount)
    isSingle = Array(repeating: true, count: level.nodeCount)
    partMass = level.masses
    outerWeight = Array(repeating: 0, count: level.nodeCount)
    groupMass = Array(repeating: 0, count: groupCount)
    for node in 0..<level.nodeCount {
      groupMass[group[node]] += level.masses[node]
      for arc in level.offsets[node]..<level.offsets[node + 1]
      where group[level.targets[arc].index] == group[node] {
        outerWeight[node] += level.weights[arc]
      }
    }
  }

  /// Whether a part has at least as much weight to the rest of its group as chance would give.
  func isWellConnected(_ part: Int, factor: Double) -> Bool {
    let rest = groupMass[group[part]] - partMass[part]
    return outerWeight[part] >= factor * partMass[part] * rest - 1e-12
  }

  mutating func merge(_ node: Int, into target: Int, tieWeight: Double) {
    part[node] = target
    isSingle[node] = false
    isSingle[target] = false
    partMass[target] += partMass[node]
    outerWeight[target] += outerWeight[node] - 2 * tieWeight
  }
}
