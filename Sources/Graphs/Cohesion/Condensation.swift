/// The strong components of a graph as nodes of their own: what is left has no cycles.
///
/// They are numbered so that arcs lead from lower numbers to higher ones.
struct Condensation {
  /// The number of the strong component of each node.
  let component: [Int]
  /// How many nodes are in each.
  let sizes: [Int]
  /// Arcs between strong components, sorted, each pair once.
  let rows: AdjacencyRows

  init(_ graph: Graph) {
    let strong = graph.strongComponents()
    let count = strong.groupCount
    let arcs = graph.edges.compactMap { arc -> Edge? in
      let (source, target) = (strong.group(of: arc.source), strong.group(of: arc.target))
      return source == target ? nil : Edge(source, target)
    }
    let between = AdjacencyRows(nodeCount: count, kind: .directed, ties: arcs).unweighted
    let place = Self.topologicalPlaces(between)
    component = strong.groups.map { place[$0] }
    var sizes = Array(repeating: 0, count: count)
    for number in component { sizes[number] += 1 }
    self.sizes = sizes
    let renumbered = (0..<count).flatMap { source in
      between.targets[between.row(of: NodeID(source))].map { Edge(place[source], place[$0.index]) }
    }
    rows = AdjacencyRows(nodeCount: count, kind: .directed, ties: renumbered).unweighted
  }

  /// The place of each node in an order in which arcs lead forward.
  private static func topologicalPlaces(_ rows: AdjacencyRows) -> [Int] {
    let count = rows.offsets.count - 1
    var waitingFor = Array(repeating: 0, count: count)
    for target in rows.targets { waitingFor[target.index] += 1 }
    var order = (0..<count).filter { waitingFor[$0] == 0 }
    var next = 0
    while next < order.count {
      for target in rows.targets[rows.row(of: NodeID(order[next]))] {
        waitingFor[target.index] -= 1
        if waitingFor[target.index] == 0 { order.append(target.index) }
      }
      next += 1
    }
    var place = Array(repeating: 0, count: count)
    for (number, node) in order.enumerated() { place[node] = number }
    return place
  }

  /// The number of ordered pairs of different nodes of which the first reaches the second.
  ///
  /// - Complexity: O((*n* + *m*) *n*/512), where *n* and *m* after the first are those left.
  var reachablePairCount: Int {
    // Nodes are sources, 512 at a time; in the order of the numbers one pass carries them all the
    // way, however long the paths are.
    var bySource = component.indices.sorted { (component[$0], $0) < (component[$1], $1) }[...]
    var reached = Array(repeating: SIMD8<UInt64>.zero, count: sizes.count)
    var pairs = -component.count
    while let first = bySource.first {
      let lowest = component[first]
      for (bit, node) in bySource.prefix(512).enumerated() {
        reached[component[node]][bit >> 6] |= 1 << UInt64(bit & 63)
      }
      bySource = bySource.dropFirst(512)
      for number in lowest..<sizes.count {
        let sources = reached[number]
        let sourceCount = (0..<8).reduce(0) { $0 + sources[$1].nonzeroBitCount }
        if sourceCount == 0 { continue }
        reached[number] = .zero
        pairs += sourceCount * sizes[number]
        for target in rows.targets[rows.row(of: NodeID(number))] {
          reached[target.index] |= sources
        }
      }
    }
    return pairs
  }
}
