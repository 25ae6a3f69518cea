import Foundation

extension AdjacencyRows {
  /// Sorts ties into rows; those of one pair become one arc, their weights added up in the order
  /// in which they were given.
  ///
  /// A directed tie stands in the row of its source, an undirected one in those of both its ends; a
  /// self-loop nowhere. The arcs are counted into the rows of the nodes they reach, and from there
  /// into those of the nodes they leave: as either step keeps the order of its input, every row
  /// comes out sorted, and no two ties are ever compared.
  ///
  /// Each thread makes some of the rows, so that the result does not depend on how many there are.
  init(nodeCount: Int, kind: Graph.Kind, ties: [Edge]) {
    let isLong = ties.count > 50_000
    let cores = Parallelism.threads ?? ProcessInfo.processInfo.activeProcessorCount
    let bounds =
      isLong ? Self.bounds(nodeCount, kind, ties, count: min(cores, 16)) : [0, nodeCount]
    let isWeighted = ties.contains { $0.weight != 1 }
    let parts = chunkedResults(count: bounds.count - 1, concurrently: isLong) { part in
      let leaving = bounds[part]..<bounds[part + 1]
      return AdjacencyRows(
        nodeCount: nodeCount, kind: kind, ties: ties, isWeighted: isWeighted, leaving: leaving
      )
      .transposed(into: leaving).merged
    }
    self = parts.count == 1 ? parts[0] : AdjacencyRows(joining: parts)
  }

  /// Where the nodes are parted so that about as many arcs leave those of each part, by a sample.
  private static func bounds(
    _ nodeCount: Int, _ kind: Graph.Kind, _ ties: [Edge], count: Int
  ) -> [Int] {
    let sample = stride(from: 0, to: ties.count, by: max(1, ties.count / 1_000))
      .flatMap { kind == .directed ? [ties[$0].source] : [ties[$0].source, ties[$0].target] }
      .sorted()
    let inner = (1..<max(1, count)).map { sample[sample.count * $0 / count].index }
    return [0] + inner + [nodeCount]
  }

  /// The arcs that leave some nodes, by the node that they reach, in the order in which the ties
  /// were given.
  private init(
    nodeCount: Int, kind: Graph.Kind, ties: [Edge], isWeighted: Bool, leaving: Range<Int>
  ) {
    let isBothWays = kind == .undirected
    let (first, count) = (leaving.lowerBound, UInt(leaving.count))
    // One comparison: a node below the first one wraps around to a large number.
    func leaves(_ node: NodeID) -> Bool { UInt(bitPattern: node.index &- first) < count }

    var lengths = Array(repeating: 0, count: nodeCount)
    for tie in ties where tie.source != tie.target {
      if leaves(tie.source) { lengths[tie.target.index] += 1 }
      if isBothWays, leaves(tie.target) { lengths[tie.source.index] += 1 }
    }
    let offsets = lengths.offsets
    var next = offsets
    var sources = Array(repeating: NodeID(0), count: offsets[nodeCount])
    var weights = Array(repeating: 0.0, count: isWeighted ? sources.count : 0)
    func add(_ from: NodeID, _ to: NodeID, _ weight: Double) {
      let place = next[to.index]
      next[to.index] = place + 1
      sources[place] = from
      if isWeighted { weights[place] = weight }
    }
    for tie in ties where tie.source != tie.target {
      if leaves(tie.source) { add(tie.source, tie.target, tie.weight) }
      if isBothWays, leaves(tie.target) { add(tie.target, tie.source, tie.weight) }
    }
    self.init(offsets: offsets, targets: sources, weights: isWeighted ? weights : nil)
  }

  /// The same arcs by the node that they reach, sorted by the node that they leave.
  ///
  /// - Complexity: O(*n* + *m*).
  var transposed: AdjacencyRows { transposed(into: 0..<nodeCount) }

  /// The same arcs by the node that they reach, which is one of `range`; its first has the first row.
  private func transposed(into range: Range<Int>) -> AdjacencyRows {
    let first = range.lowerBound
    var lengths = Array(repeating: 0, count: range.count)
    for target in targets { lengths[target.index - first] += 1 }
    let offsets = lengths.offsets
    var next = offsets
    var sources = Array(repeating: NodeID(0), count: targets.count)
    let given = weights ?? []
    var weights = Array(repeating: 0.0, count: given.count)
    for node in 0..<nodeCount {
      for arc in self.offsets[node]..<self.offsets[node + 1] {
        let target = targets[arc].index - first
        let place = next[target]
        next[target] = place + 1
        sources[place] = NodeID(node)
        if !given.isEmpty { weights[place] = given[arc] }
      }
    }
    return AdjacencyRows(
      offsets: offsets, targets: sources, weights: given.isEmpty ? nil : weights)
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

  /// The rows of several parts, one after the other.
  private init(joining parts: [AdjacencyRows]) {
    var offsets = [0]
    offsets.reserveCapacity(parts.reduce(1) { $0 + $1.nodeCount })
    var targets: [NodeID] = []
    targets.reserveCapacity(parts.reduce(0) { $0 + $1.targets.count })
    var weights: [Double]?
    if parts.contains(where: { $0.weights != nil }) {
      weights = []
      weights?.reserveCapacity(targets.capacity)
    }
    for part in parts {
      let end = targets.count
      offsets += part.offsets.dropFirst().lazy.map { $0 + end }
      targets += part.targets
      weights? += part.weights ?? Array(repeating: 1, count: part.targets.count)
    }
    self.init(offsets: offsets, targets: targets, weights: weights)
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
