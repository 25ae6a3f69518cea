extension Graph {
  /// Returns Krackhardt's least upper boundedness: how many pairs of nodes have a nearest common
  /// superior.
  ///
  /// A superior of a node is one from which directed paths lead to it, and the node itself. A
  /// pair's least upper bound is a superior of both to which every other superior of both leads.
  /// 1 − pairs without one/Σ (*k* − 1)(*k* − 2)/2, over the pairs inside weak components and their
  /// sizes *k*.
  ///
  ///     let arcs = [Edge(0, 1), Edge(0, 2)]
  ///     let tree = Graph(nodeCount: 3, kind: .directed, edges: arcs)
  ///     tree.krackhardtLeastUpperBoundedness()  // 1
  ///
  /// In an undirected graph every pair has one: 1. UCINET's wording is followed; sna `lubness`
  /// looks for a common superior that leads to all others, and gives other numbers.
  ///
  /// - Parameter limit: How many strong components a weak one may have; above, no answer is looked
  ///   for, unless each of them has one superior at most.
  /// - Returns: A share, or `nil` where no weak component has three nodes, or above the limit.
  /// - Complexity: O(*k*³/64) time and *k*²/8 bytes for a weak component of *k* strong ones.
  ///
  /// Krackhardt, "Graph theoretical dimensions of informal organizations", 1994.
  public func krackhardtLeastUpperBoundedness(limit: Int = 10_000) -> Double? {
    let weak = components()
    let largest = weak.sizes.reduce(0) { $0 + ($1 - 1) * ($1 - 2) / 2 }
    guard largest > 0 else { return nil }
    guard isDirected else { return 1 }
    let condensation = Condensation(self)
    var part = Array(repeating: 0, count: condensation.sizes.count)
    for (node, number) in condensation.component.enumerated() { part[number] = weak.groups[node] }
    var members: [[Int]] = Array(repeating: [], count: weak.groupCount)
    for (number, group) in part.enumerated() { members[group].append(number) }
    var missing = 0
    for numbers in members {
      let bounds = SuperiorSets(of: numbers, in: condensation)
      // With one superior each, superiors stand in a line, and one line meets another once.
      if bounds.isTree { continue }
      guard numbers.count <= limit else { return nil }
      missing += bounds.filled().pairsWithoutLeast()
    }
    return 1 - Double(missing) / Double(largest)
  }
}

/// The superiors of each strong component of a weak one, as bits in the order of their numbers.
private struct SuperiorSets: Sendable {
  private let sizes: [Int]
  /// The arcs between them by the one they reach, as places in the weak component.
  private let above: AdjacencyRows
  private let words: Int
  private var bits: [UInt64] = []

  init(of numbers: [Int], in condensation: Condensation) {
    let place = Dictionary(uniqueKeysWithValues: zip(numbers, numbers.indices))
    sizes = numbers.map { condensation.sizes[$0] }
    words = (numbers.count + 63) / 64
    let arcs = numbers.enumerated().flatMap { source, number in
      condensation.rows.targets[condensation.rows.row(of: NodeID(number))].compactMap { target in
        place[target.index].map { Edge($0, source) }
      }
    }
    above = AdjacencyRows(nodeCount: numbers.count, kind: .directed, ties: arcs).unweighted
  }

  /// Whether none is directly below two superiors.
  var isTree: Bool { zip(above.offsets, above.offsets.dropFirst()).allSatisfy { $1 - $0 <= 1 } }

  func filled() -> SuperiorSets {
    var filled = self
    filled.bits = Array(repeating: 0, count: words * sizes.count)
    for place in sizes.indices {
      filled.bits[words * place + (place >> 6)] |= 1 << UInt64(place & 63)
      for superior in above.targets[above.row(of: NodeID(place))] {
        for word in 0...(place >> 6) {
          filled.bits[words * place + word] |= filled.bits[words * superior.index + word]
        }
      }
    }
    return filled
  }

  /// The number of pairs of nodes without a least upper bound.
  func pairsWithoutLeast() -> Int {
    let counts = sizes.indices.map { place in
      bits[words * place..<words * (place + 1)].reduce(0) { $0 + $1.nonzeroBitCount }
    }
    let chunkCount = min(sizes.count, 32)
    return chunkedResults(count: chunkCount, concurrently: sizes.count > 200) { chunk in
      var missing = 0
      for second in stride(from: chunk, to: sizes.count, by: chunkCount) {
        for first in 0..<second where !haveLeast(first, second, counts: counts) {
          missing += sizes[first] * sizes[second]
        }
      }
      return missing
    }
    .reduce(0, +)
  }

  /// Whether a pair, the first with the lower number, has a least upper bound.
  ///
  /// All superiors of a superior are superiors. So the least one is the common superior that has
  /// as many superiors as there are common ones, and it has the highest number of them.
  private func haveLeast(_ first: Int, _ second: Int, counts: [Int]) -> Bool {
    let bits = bits.span
    var common = 0
    var last = -1
    for word in stride(from: first >> 6, through: 0, by: -1) {
      let both = bits[words * first + word] & bits[words * second + word]
      if both == 0 { continue }
      if last < 0 { last = (word << 6) + 63 - both.leadingZeroBitCount }
      common += both.nonzeroBitCount
    }
    return last >= 0 && counts[last] == common
  }
}
