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
  ///
  /// - Precondition: fewer than 2³² arcs.
  init(nodeCount: Int, kind: Graph.Kind, ties: [Edge]) {
    let isLong = ties.count > 50_000
    let cores = Parallelism.threads ?? ProcessInfo.processInfo.activeProcessorCount
    let bounds =
      isLong ? Self.bounds(nodeCount, kind, ties, count: min(cores, 16)) : [0, nodeCount]
    let isWeighted = ties.contains { $0.weight != 1 }
    let parts = chunkedResults(count: bounds.count - 1, concurrently: isLong) { part in
      let leaving = bounds[part]..<bounds[part + 1]
      let arcs = CountedArcs(
        of: ties, kind: kind, leaving: leaving, nodeCount: nodeCount, isWeighted: isWeighted)
      var rows = CountedArcs(transposing: arcs, into: leaving)
      rows.mergeEqual()
      return rows
    }
    self.init(parts)
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

  /// The same arcs by the node that they reach, sorted by the node that they leave.
  ///
  /// - Complexity: O(*n* + *m*).
  var transposed: AdjacencyRows {
    let ends = offsets.dropFirst().map { UInt32($0) }
    let arcs = CountedArcs(ends: ends, nodes: targets, weights: weights ?? [])
    return AdjacencyRows([CountedArcs(transposing: arcs, into: 0..<nodeCount)])
  }

  /// The rows of several parts, one after the other.
  private init(_ parts: [CountedArcs]) {
    var offsets = [0]
    offsets.reserveCapacity(parts.reduce(1) { $0 + $1.ends.count })
    for part in parts {
      let start = offsets[offsets.count - 1]
      for end in part.ends { offsets.append(start + Int(end)) }
    }
    let isWeighted = parts.contains { !$0.weights.isEmpty }
    if parts.count == 1 {
      self.init(
        offsets: offsets, targets: parts[0].nodes, weights: isWeighted ? parts[0].weights : nil)
      return
    }
    var bounds = [0]
    for part in parts { bounds.append(bounds[bounds.count - 1] + part.nodes.count) }
    let isLong = offsets[offsets.count - 1] > 50_000
    let targets = [NodeID](pieces: bounds, concurrently: isLong) { piece, targets in
      for node in parts[piece].nodes { targets.append(node) }
    }
    let weights = [Double](pieces: isWeighted ? bounds : [0], concurrently: isLong) {
      piece, weights in
      if parts[piece].weights.isEmpty {
        for _ in parts[piece].nodes { weights.append(1) }
      } else {
        for weight in parts[piece].weights { weights.append(weight) }
      }
    }
    self.init(offsets: offsets, targets: targets, weights: isWeighted ? weights : nil)
  }
}

/// Arcs sorted by one of their ends, each row in the order in which they came.
private struct CountedArcs {
  /// Where the row of each node ends.
  var ends: [UInt32]
  /// The other ends, row by row.
  var nodes: [NodeID]
  /// The weights of the arcs; none if every one is 1.
  var weights: [Double]

  init(ends: [UInt32], nodes: [NodeID], weights: [Double]) {
    (self.ends, self.nodes, self.weights) = (ends, nodes, weights)
  }

  /// The arcs of ties that leave some nodes, by the node that they reach.
  init(
    of ties: [Edge], kind: Graph.Kind, leaving: Range<Int>, nodeCount: Int, isWeighted: Bool
  ) {
    let isBothWays = kind == .undirected
    let (first, count) = (leaving.lowerBound, UInt(leaving.count))
    // One comparison: a node below the first one wraps around to a large number.
    func leaves(_ node: NodeID) -> Bool { UInt(bitPattern: node.index &- first) < count }

    var places = RowPlaces(count: nodeCount)
    for tie in ties where tie.source != tie.target {
      if leaves(tie.source) { places.count(tie.target.index) }
      if isBothWays, leaves(tie.target) { places.count(tie.source.index) }
    }
    let length = places.begin()
    nodes = Array(repeating: NodeID(0), count: length)
    weights = Array(repeating: 0.0, count: isWeighted ? length : 0)
    for tie in ties where tie.source != tie.target {
      if leaves(tie.source) {
        let place = places.next(tie.target.index)
        nodes[place] = tie.source
        if isWeighted { weights[place] = tie.weight }
      }
      if isBothWays, leaves(tie.target) {
        let place = places.next(tie.source.index)
        nodes[place] = tie.target
        if isWeighted { weights[place] = tie.weight }
      }
    }
    ends = places.ends
  }

  /// The arcs of some rows by their other end, which is one of `range`; its first has the first row.
  init(transposing arcs: CountedArcs, into range: Range<Int>) {
    let first = range.lowerBound
    let isWeighted = !arcs.weights.isEmpty
    var places = RowPlaces(count: range.count)
    for node in arcs.nodes { places.count(node.index - first) }
    let length = places.begin()
    nodes = Array(repeating: NodeID(0), count: length)
    weights = Array(repeating: 0.0, count: isWeighted ? length : 0)
    var start = 0
    for row in arcs.ends.indices {
      let end = Int(arcs.ends[row])
      for arc in start..<end {
        let place = places.next(arcs.nodes[arc].index - first)
        nodes[place] = NodeID(row)
        if isWeighted { weights[place] = arcs.weights[arc] }
      }
      start = end
    }
    ends = places.ends
  }

  /// Makes equal arcs one, which stand side by side.
  mutating func mergeEqual() {
    var kept = 0
    var start = 0
    for row in ends.indices {
      let (first, end) = (kept, Int(ends[row]))
      for arc in start..<end {
        if kept > first, nodes[kept - 1] == nodes[arc] {
          if weights.isEmpty { weights = Array(repeating: 1, count: nodes.count) }
          weights[kept - 1] += weights[arc]
        } else {
          nodes[kept] = nodes[arc]
          if !weights.isEmpty { weights[kept] = weights[arc] }
          kept += 1
        }
      }
      ends[row] = UInt32(kept)
      start = end
    }
    if kept == nodes.count { return }
    nodes.removeLast(nodes.count - kept)
    weights.removeLast(weights.count - kept)
  }
}

/// Where the next arc of each row goes.
///
/// One array serves three times: the count of a row stands one place after it, then its beginning
/// in its own place, which filling moves to its end.
private struct RowPlaces {
  private var places: [UInt32]

  init(count: Int) { places = Array(repeating: 0, count: count + 1) }

  mutating func count(_ row: Int) { places[row + 1] += 1 }

  /// Ends the counting and returns how many arcs there are.
  mutating func begin() -> Int {
    var end: UInt32 = 0
    for row in places.indices {
      end += places[row]
      places[row] = end
    }
    return Int(end)
  }

  mutating func next(_ row: Int) -> Int {
    defer { places[row] += 1 }
    return Int(places[row])
  }

  /// Where each row ends, when all are filled.
  var ends: [UInt32] { places.dropLast() }
}
