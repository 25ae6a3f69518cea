/// One level of Leiden's hierarchy: an undirected weighted graph whose nodes stand for groups of
/// nodes of the level below.
///
/// Ties inside a node's own group are left out, as no move changes them; they still count in a
/// mass that is a strength.
struct LeidenLevel<Mass: ChanceMass>: Sendable {
  /// Where the row of each node begins, and where the last one ends; each tie stands at both ends.
  var offsets: [Int] = [0]
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
    offsets.removeAll(keepingCapacity: true)
    targets.removeAll(keepingCapacity: true)
    weights.removeAll(keepingCapacity: true)
    masses.removeAll(keepingCapacity: true)
    offsets.append(0)
    for group in 0..<count {
      let rowStart = targets.count
      var mass = Mass.zero
      for place in starts[group]..<starts[group + 1] {
        let member = Int(members[place])
        mass += below.masses[member]
        for arc in rows[member]..<rows[member + 1] {
          let other = Int(label[ends[arc].index])
          if other == group { continue }
          let weight = values.isEmpty ? 1 : values[arc]
          if sum[other] < 0 {
            sum[other] = weight
            targets.append(NodeID(other))
          } else {
            sum[other] += weight
          }
        }
      }
      for place in rowStart..<targets.count {
        let other = targets[place].index
        weights.append(sum[other])
        sum[other] = -1
      }
      masses.append(mass)
      offsets.append(targets.count)
    }
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
