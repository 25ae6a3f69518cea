/// One level of Leiden's hierarchy: an undirected weighted graph whose nodes stand for groups of
/// nodes of the level below.
///
/// Ties inside a node's own group are left out, as no move changes them; they still count in a
/// mass that is a strength.
struct LeidenLevel<Mass: ChanceMass>: Sendable {
  /// Where the row of each node begins, and where the last one ends; each tie stands at both ends.
  var offsets: [Int] = [0]
  /// The reached nodes, row by row; behind the last row there may be room that is not used.
  var targets: [NodeID] = []
  /// The weights of the ties, or none where every one is 1.
  var weights: [Double] = []
  /// How much each node counts in what chance would give.
  var masses: [Mass] = []

  var nodeCount: Int { masses.count }

  /// Twice the weight of all ties.
  var totalWeight: Double {
    weights.isEmpty ? Double(targets.count) : weights.reduce(0, +)
  }

  /// Makes this the level in which all nodes of one label of the level below are one node.
  ///
  /// - Parameters:
  ///   - below: The level below.
  ///   - labels: The number of each node's group there, from 0 to below `count`.
  ///   - count: How many groups there are; each has a node.
  ///   - sums: −1 for each group, and again when it is done.
  mutating func aggregate(
    _ below: LeidenLevel, by labels: [Int32], count: Int, sums: inout [Double]
  ) {
    let (starts, members) = Self.members(of: labels, nodeCount: below.nodeCount, count: count)
    let (rows, ends) = (below.offsets.span, below.targets.span)
    let (values, label) = (below.weights.span, labels.span)
    var sum = sums.mutableSpan
    // Room is made once: a level has no more ties than the one below.
    let room = below.offsets[below.nodeCount] + 1
    var (targets, weights) = (self.targets, self.weights)
    (self.targets, self.weights) = ([], [])
    if targets.count < room {
      targets = Array(repeating: NodeID(0), count: room)
      weights = Array(repeating: 0, count: room)
    }
    var ties = targets.mutableSpan
    var tieWeights = weights.mutableSpan
    offsets.removeAll(keepingCapacity: true)
    masses.removeAll(keepingCapacity: true)
    offsets.append(0)
    var end = 0
    for group in 0..<count {
      let rowStart = end
      var mass = Mass.zero
      // Ties inside are added up like others, not asked for one by one, and then left out.
      sum[group] = 0
      for place in starts[group]..<starts[group + 1] {
        let member = Int(members[place])
        mass += below.masses[member]
        for arc in rows[member]..<rows[member + 1] {
          let other = Int(label[ends[arc].index])
          let known = sum[other]
          sum[other] = max(known, 0) + (values.isEmpty ? 1 : values[arc])
          ties[end] = NodeID(other)
          end += known < 0 ? 1 : 0
        }
      }
      sum[group] = -1
      for place in rowStart..<end {
        let other = ties[place].index
        tieWeights[place] = sum[other]
        sum[other] = -1
      }
      masses.append(mass)
      offsets.append(end)
    }
    (self.targets, self.weights) = (targets, weights)
  }

  /// The nodes sorted by label, and where those of each label begin.
  private static func members(
    of labels: [Int32], nodeCount: Int, count: Int
  ) -> (starts: [Int], members: [Int32]) {
    var starts = Array(repeating: 0, count: count + 1)
    for node in 0..<nodeCount { starts[Int(labels[node]) + 1] += 1 }
    for label in 0..<count { starts[label + 1] += starts[label] }
    var next = starts
    var members = Array(repeating: 0 as Int32, count: nodeCount)
    for node in 0..<nodeCount {
      let label = Int(labels[node])
      members[next[label]] = Int32(truncatingIfNeeded: node)
      next[label] += 1
    }
    return (starts, members)
  }
}
