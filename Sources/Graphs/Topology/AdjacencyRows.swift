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
  /// Sorts ties into rows; those of one pair become one arc, their weights added up in the order
  /// in which they were given.
  ///
  /// A directed tie stands in the row of its source, an undirected one in that of its lower end;
  /// a self-loop nowhere. The ties are counted into the rows of the nodes they reach, and from
  /// there into those of the nodes they leave: as either step keeps the order of its input, every
  /// row comes out sorted, and no two ties are ever compared.
  init(nodeCount: Int, kind: Graph.Kind, ties: [Edge]) {
    self = AdjacencyRows(nodeCount: nodeCount, kind: kind, arriving: ties).transposed.merged
  }

  /// The ties by the node that they reach, in the order in which they were given.
  private init(nodeCount: Int, kind: Graph.Kind, arriving ties: [Edge]) {
    func ends(of tie: Edge) -> (from: NodeID, to: NodeID) {
      kind == .directed || tie.source < tie.target
        ? (tie.source, tie.target) : (tie.target, tie.source)
    }
    var lengths = Array(repeating: 0, count: nodeCount)
    for tie in ties where tie.source != tie.target { lengths[ends(of: tie).to.index] += 1 }
    let offsets = lengths.offsets
    var next = offsets
    var sources = Array(repeating: NodeID(0), count: offsets[nodeCount])
    let isWeighted = ties.contains { $0.weight != 1 }
    var weights = Array(repeating: 0.0, count: isWeighted ? sources.count : 0)
    for tie in ties where tie.source != tie.target {
      let (from, to) = ends(of: tie)
      let place = next[to.index]
      next[to.index] = place + 1
      sources[place] = from
      if isWeighted { weights[place] = tie.weight }
    }
    self.init(offsets: offsets, targets: sources, weights: isWeighted ? weights : nil)
  }

  /// The same arcs by the node that they reach, sorted by the node that they leave.
  ///
  /// - Complexity: O(*n* + *m*).
  var transposed: AdjacencyRows {
    let offsets = arrivals.offsets
    var next = offsets
    var sources = Array(repeating: NodeID(0), count: targets.count)
    let given = weights ?? []
    var weights = Array(repeating: 0.0, count: given.count)
    for node in 0..<nodeCount {
      for arc in self.offsets[node]..<self.offsets[node + 1] {
        let target = targets[arc].index
        let place = next[target]
        next[target] = place + 1
        sources[place] = NodeID(node)
        if !given.isEmpty { weights[place] = given[arc] }
      }
    }
    return AdjacencyRows(
      offsets: offsets, targets: sources, weights: given.isEmpty ? nil : weights)
  }

  /// Every arc both ways, of arcs that lead from lower nodes to higher ones.
  ///
  /// Both ways have the same weight, to the last bit.
  ///
  /// - Complexity: O(*n* + *m*).
  var mirrored: AdjacencyRows {
    var lengths = arrivals
    for node in 0..<nodeCount { lengths[node] += self.offsets[node + 1] - self.offsets[node] }
    let offsets = lengths.offsets
    var next = offsets
    var ends = Array(repeating: NodeID(0), count: 2 * targets.count)
    let given = weights ?? []
    var weights = Array(repeating: 0.0, count: 2 * given.count)
    // When a node's turn comes, its lower neighbours have all written themselves into its row.
    for node in 0..<nodeCount {
      for arc in self.offsets[node]..<self.offsets[node + 1] {
        let target = targets[arc].index
        let (here, there) = (next[node], next[target])
        next[node] = here + 1
        next[target] = there + 1
        ends[here] = NodeID(target)
        ends[there] = NodeID(node)
        if !given.isEmpty {
          weights[here] = given[arc]
          weights[there] = given[arc]
        }
      }
    }
    return AdjacencyRows(offsets: offsets, targets: ends, weights: given.isEmpty ? nil : weights)
  }

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

  /// The same rows with equal targets, which stand side by side, made one.
  private var merged: AdjacencyRows {
    var distinct = 0
    for node in 0..<nodeCount {
      for arc in offsets[node]..<offsets[node + 1]
      where arc == offsets[node] || targets[arc] != targets[arc - 1] {
        distinct += 1
      }
    }
    if distinct == targets.count { return self }
    var offsets = [0]
    offsets.reserveCapacity(nodeCount + 1)
    var targets: [NodeID] = []
    targets.reserveCapacity(distinct)
    var weights: [Double] = []
    weights.reserveCapacity(distinct)
    for node in 0..<nodeCount {
      for arc in self.offsets[node]..<self.offsets[node + 1] {
        if arc > self.offsets[node], self.targets[arc] == self.targets[arc - 1] {
          weights[weights.count - 1] += weight(of: arc)
        } else {
          targets.append(self.targets[arc])
          weights.append(weight(of: arc))
        }
      }
      offsets.append(targets.count)
    }
    return AdjacencyRows(offsets: offsets, targets: targets, weights: weights)
  }

  /// How many arcs reach each node.
  private var arrivals: [Int] {
    var arrivals = Array(repeating: 0, count: nodeCount)
    for target in targets { arrivals[target.index] += 1 }
    return arrivals
  }
}

extension [Int] {
  /// Where rows of these lengths begin, one after the other, and where the last one ends.
  fileprivate var offsets: [Int] {
    var offsets = [0]
    offsets.reserveCapacity(count + 1)
    var end = 0
    for length in self {
      end += length
      offsets.append(end)
    }
    return offsets
  }
}
