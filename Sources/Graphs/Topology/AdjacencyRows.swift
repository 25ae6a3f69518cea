/// Compressed sparse rows: the arcs that leave each node, sorted by the node they reach.
struct AdjacencyRows: Hashable, Sendable {
  /// Where the row of node *i* begins, and at *n* where the last one ends.
  let offsets: [Int]
  /// The reached nodes, row by row.
  let targets: [NodeID]
  /// The weights of the arcs, or `nil` where every one is 1.
  let weights: [Double]?

  /// Creates rows from their parts.
  init(offsets: [Int], targets: [NodeID], weights: [Double]? = nil) {
    self.offsets = offsets
    self.targets = targets
    self.weights = weights.flatMap { weights in
      weights.allSatisfy { $0 == 1 } ? nil : weights
    }
  }

  /// The number of rows.
  var nodeCount: Int { offsets.count - 1 }

  /// The same arcs, each of weight 1.
  var unweighted: AdjacencyRows { AdjacencyRows(offsets: offsets, targets: targets) }

  /// The places of the arcs that leave a node.
  func row(of node: NodeID) -> Range<Int> { offsets[node.index]..<offsets[node.index + 1] }

  /// The weight of an arc.
  func weight(of arc: Int) -> Double { weights?[arc] ?? 1 }

  /// The place of the arc between two nodes, or `nil`.
  func arc(from source: NodeID, to target: NodeID) -> Int? {
    var range = row(of: source)
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if targets[middle] == target { return middle }
      range =
        targets[middle] < target ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return nil
  }
}

extension AdjacencyRows {
  /// The arcs that are here or there, with the larger weight where they are in both.
  ///
  /// - Complexity: O(*n* + *m*).
  func union(_ other: AdjacencyRows) -> AdjacencyRows {
    let isWeighted = weights != nil || other.weights != nil
    var offsets = [0]
    offsets.reserveCapacity(nodeCount + 1)
    var targets: [NodeID] = []
    targets.reserveCapacity(self.targets.count + other.targets.count)
    var weights: [Double] = []
    if isWeighted { weights.reserveCapacity(targets.capacity) }
    for node in 0..<nodeCount {
      var (arc, end) = (self.offsets[node], self.offsets[node + 1])
      var (otherArc, otherEnd) = (other.offsets[node], other.offsets[node + 1])
      while arc < end || otherArc < otherEnd {
        let isHere =
          otherArc == otherEnd || (arc < end && self.targets[arc] <= other.targets[otherArc])
        let isThere =
          arc == end || (otherArc < otherEnd && other.targets[otherArc] <= self.targets[arc])
        targets.append(isHere ? self.targets[arc] : other.targets[otherArc])
        if isWeighted {
          weights.append(
            max(isHere ? weight(of: arc) : 0, isThere ? other.weight(of: otherArc) : 0))
        }
        arc += isHere ? 1 : 0
        otherArc += isThere ? 1 : 0
      }
      offsets.append(targets.count)
    }
    return AdjacencyRows(offsets: offsets, targets: targets, weights: isWeighted ? weights : nil)
  }
}
