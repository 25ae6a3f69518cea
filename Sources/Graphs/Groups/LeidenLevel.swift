/// One level of Leiden's hierarchy: an undirected weighted graph whose nodes stand for groups of
/// nodes of the level below.
///
/// Ties inside a node's own group are left out, as no move changes them; they still count in a
/// mass that is a strength.
struct LeidenLevel {
  /// Where the row of each node begins, and where the last one ends.
  var offsets: [Int]
  var targets: [NodeID]
  var weights: [Double]
  /// How much each node counts in what chance would give: by modularity the strengths of the nodes
  /// that it stands for, by the constant Potts model their number.
  var masses: [Double]

  var nodeCount: Int { masses.count }

  /// Creates the lowest level from an undirected graph.
  init(_ graph: Graph, for quality: PartitionQuality) {
    self.init(
      offsets: graph.outgoing.offsets, targets: graph.outgoing.targets,
      weights: graph.outgoing.weights
        ?? Array(repeating: 1, count: graph.outgoing.targets.count))
    if case .constantPotts = quality { masses = Array(repeating: 1, count: graph.nodeCount) }
  }

  /// Creates the lowest level for modularity from rows in which each tie stands at both ends.
  init(offsets: [Int], targets: [NodeID], weights: [Double]) {
    self.offsets = offsets
    self.targets = targets
    self.weights = weights
    masses = (0..<offsets.count - 1).map { node in
      weights[offsets[node]..<offsets[node + 1]].reduce(0, +)
    }
  }

  private init(capacity: Int, arcs: Int) {
    offsets = [0]
    offsets.reserveCapacity(capacity + 1)
    targets = []
    targets.reserveCapacity(arcs)
    weights = []
    weights.reserveCapacity(arcs)
    masses = Array(repeating: 0, count: capacity)
  }

  /// The level in which all nodes of one label are one node.
  ///
  /// - Parameters:
  ///   - labels: The number of each node's group, from 0 to below `count`.
  ///   - count: How many groups there are; each has a node.
  func aggregated(by labels: [Int], count: Int) -> LeidenLevel {
    let (starts, members) = Self.members(of: labels, count: count)
    var level = LeidenLevel(capacity: count, arcs: min(targets.count, count * (count - 1)))
    var between = Array(repeating: -1.0, count: count)
    for group in 0..<count {
      let rowStart = level.targets.count
      for member in members[starts[group]..<starts[group + 1]] {
        level.masses[group] += masses[member]
        for arc in offsets[member]..<offsets[member + 1] {
          let other = labels[targets[arc].index]
          if other == group { continue }
          if between[other] < 0 {
            between[other] = weights[arc]
            level.targets.append(NodeID(other))
          } else {
            between[other] += weights[arc]
          }
        }
      }
      for place in rowStart..<level.targets.count {
        let other = level.targets[place].index
        level.weights.append(between[other])
        between[other] = -1
      }
      level.offsets.append(level.targets.count)
    }
    return level
  }

  /// The nodes sorted by label, and where those of each label begin.
  private static func members(of labels: [Int], count: Int) -> (starts: [Int], members: [Int]) {
    var starts = Array(repeating: 0, count: count + 1)
    for label in labels { starts[label + 1] += 1 }
    for label in 0..<count { starts[label + 1] += starts[label] }
    var next = starts
    var members = Array(repeating: 0, count: labels.count)
    for (node, label) in labels.enumerated() {
      members[next[label]] = node
      next[label] += 1
    }
    return (starts, members)
  }
}
