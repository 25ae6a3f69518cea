extension Graph {
  /// Returns the vertex connectivity: how many nodes must leave before the rest falls apart.
  ///
  ///     Graph.cycle(5).vertexConnectivity()     // 2
  ///     Graph.complete(5).vertexConnectivity()  // 4
  ///
  /// 0 where it is apart already. A complete graph never falls apart: *n* − 1, what leaves one node
  /// alone. In a directed graph directions are ignored.
  ///
  /// - Returns: A number of nodes, at most the edge connectivity, or `nil` below two nodes.
  /// - Complexity: O(*n* + *m*) where it is 0 or 1, or 2 and so is the smallest degree; else
  ///   *n* + *k*² flows of at most *k* units, each O(*km*) at worst and local in practice, for a
  ///   smallest degree *k*; no recursion.
  ///
  /// Even, "An algorithm for determining whether the connectivity of a graph is at least k", 1975,
  /// doi:10.1137/0204043.
  public func vertexConnectivity() -> Int? {
    guard nodeCount > 1 else { return nil }
    return smallestVertexCut()?.count ?? nodeCount - 1
  }

  /// Returns the edge connectivity: how many ties must be lost before the graph falls apart.
  ///
  ///     Graph.cycle(5).edgeConnectivity()  // 2
  ///     Graph.path(5).edgeConnectivity()   // 1
  ///
  /// 0 where it is apart already. In a directed graph directions are ignored: a pair with an arc
  /// each way is one tie.
  ///
  /// - Returns: A number of ties, at most the smallest degree, or `nil` below two nodes.
  /// - Complexity: O(*n* + *m*) where it is 0 or 1, or 2 and so is the smallest degree; else *n*
  ///   flows of at most *k* units, each O(*km*) at worst and local in practice, for a smallest
  ///   degree *k*; no recursion.
  ///
  /// Even and Tarjan, "Network flow and testing graph connectivity", 1975, doi:10.1137/0204043.
  public func edgeConnectivity() -> Int? {
    guard nodeCount > 1 else { return nil }
    if components().groupCount > 1 { return 0 }
    let blocks = biconnectedComponents()
    if blocks.sizes.contains(2) { return 1 }
    let rows = contacts
    let degrees = rows.degrees
    guard var smallest = degrees.min() else { return nil }
    var network = UnitFlow(
      nodeCount: nodeCount + 1,
      links: (0..<nodeCount).map { UnitFlow.Link(source: $0, target: nodeCount, capacity: 0) }
        + rows.pairs.map {
          UnitFlow.Link(source: $0, target: $1, capacity: 1, backCapacity: 1)
        })
    // A smallest cut parts the first node from some other. Take the first one that it parts: all
    // nodes before are on the other side, so they may be one. No bridge: two is the least.
    var previous: Int?
    for node in rows.breadthFirstOrder(from: degrees.indexOfLargest) {
      if smallest == 2 { break }
      if let previous {
        network.openFirstArc(of: previous)
        smallest = network.flow(from: node, to: nodeCount, limit: smallest)
      }
      previous = node
    }
    return smallest
  }

  /// The smallest set of nodes without which the rest falls apart, or `nil` in a complete graph.
  ///
  /// Empty where the graph is apart already.
  func smallestVertexCut() -> [Int]? {
    if components().groupCount > 1 { return [] }
    if let point = articulationPoints().first { return [point.index] }
    var search = VertexCutSearch(rows: contacts)
    return search.smallestCut()
  }
}

/// Even's scheme on a connected graph without articulation points.
///
/// Let *b* be the size of a cut. If a smaller one exists, then among the nodes in any order there
/// is a first that it parts from one before. If that node is among the first *b*, a flow between
/// the two finds the cut. If not, the cut cannot hold all the nodes before, and a flow from the
/// node to all of them at once finds it.
private struct VertexCutSearch {
  private let rows: AdjacencyRows
  private let nodeCount: Int
  private var network: UnitFlow

  /// Each node becomes two, in and out, joined by an arc of one unit: that it is passed once.
  init(rows: AdjacencyRows) {
    self.rows = rows
    nodeCount = rows.offsets.count - 1
    let sink = 2 * nodeCount
    // The arc to the sink stands first, closed until the node is one of those before.
    var links = (0..<nodeCount).map {
      UnitFlow.Link(source: 2 * $0 + 1, target: sink, capacity: 0)
    }
    for node in 0..<nodeCount {
      links.append(UnitFlow.Link(source: 2 * node, target: 2 * node + 1, capacity: 1))
      for target in rows.targets[rows.row(of: NodeID(node))] {
        links.append(
          UnitFlow.Link(
            source: 2 * node + 1, target: 2 * target.index, capacity: UnitFlow.unbounded))
      }
    }
    network = UnitFlow(nodeCount: sink + 1, links: links)
  }

  mutating func smallestCut() -> [Int]? {
    let degrees = rows.degrees
    let least = degrees.indices.min { degrees[$0] < degrees[$1] } ?? 0
    guard degrees[least] < nodeCount - 1 else { return nil }
    var cut = rows.targets[rows.row(of: NodeID(least))].map(\.index)
    var before: [Int] = []
    for node in rows.breadthFirstOrder(from: degrees.indexOfLargest) {
      // No articulation point: two is the least.
      if cut.count == 2 { break }
      if before.count < cut.count {
        for other in before where rows.arc(from: NodeID(node), to: NodeID(other)) == nil {
          cut = smallerCut(from: node, to: 2 * other, than: cut)
        }
      } else {
        cut = smallerCut(from: node, to: 2 * nodeCount, than: cut)
      }
      network.openFirstArc(of: 2 * node + 1)
      before.append(node)
    }
    return cut
  }

  private mutating func smallerCut(from node: Int, to sink: Int, than cut: [Int]) -> [Int] {
    let flow = network.flow(from: 2 * node + 1, to: sink, limit: cut.count)
    guard flow < cut.count else { return cut }
    return (0..<nodeCount).filter {
      network.isOnSourceSide(2 * $0) && !network.isOnSourceSide(2 * $0 + 1)
    }
  }
}

extension AdjacencyRows {
  /// The number of arcs in each row.
  fileprivate var degrees: [Int] { zip(offsets, offsets.dropFirst()).map { $1 - $0 } }

  /// The ends of each tie of an undirected graph, the lower one first.
  fileprivate var pairs: [(Int, Int)] {
    (0..<offsets.count - 1).flatMap { node in
      targets[offsets[node]..<offsets[node + 1]].lazy.map(\.index).filter { $0 > node }
        .map { (node, $0) }
    }
  }

  /// The nodes of a connected graph, nearest to the first one first.
  fileprivate func breadthFirstOrder(from first: Int) -> [Int] {
    var isMet = Array(repeating: false, count: offsets.count - 1)
    isMet[first] = true
    var order = [first]
    var next = 0
    while next < order.count {
      for target in targets[row(of: NodeID(order[next]))] where !isMet[target.index] {
        isMet[target.index] = true
        order.append(target.index)
      }
      next += 1
    }
    return order
  }
}

extension [Int] {
  /// The first place of the largest number; 0 where there is none.
  fileprivate var indexOfLargest: Int { indices.max { self[$0] < self[$1] } ?? 0 }
}
