extension Graph {
  /// Returns the *k*-components for every *k*: the largest sets of nodes that hold together
  /// whichever *k* − 1 of them are taken out.
  ///
  /// They are nested: those of one *k* lie inside those of *k* − 1. From *k* = 2 on they may
  /// overlap, in *k* − 1 nodes at most. Those of *k* = 1 are the components, those of *k* = 2 the
  /// blocks of three nodes or more.
  ///
  ///     let components = Graph.complete(4).kComponents()
  ///     components?.map(\.connectivity)  // [1, 2, 3]
  ///
  /// In a directed graph directions are ignored. A node without ties is in none. networkx
  /// `k_components` gives the same on the classic graphs, but leaves single nodes or a whole
  /// component out in some random ones.
  ///
  /// - Parameter limit: How many nodes of coreness 3 or more are taken on: from *k* = 3 each cut
  ///   takes a flow for every node of what it divides. At the default that is seconds at worst.
  /// - Returns: The components by *k*, then by members, or `nil` above the limit.
  /// - Complexity: O(*n* + *m*) for *k* up to 2; above, that of `vertexConnectivity()` for each cut
  ///   made, at most one for each node.
  ///
  /// Moody and White, "Structural cohesion and embeddedness", 2003, doi:10.2307/3088904.
  public func kComponents(limit: Int = 2_000) -> [KComponent]? {
    guard coreness().count(where: { $0 > 2 }) <= limit else { return nil }
    let union = undirected.unweighted
    let blocks = biconnectedComponents()
    var found = components().members.filter { $0.count > 1 }
      .map { KComponent(connectivity: 1, members: $0) }
    // What is still to be divided, and the least connectivity that its parts are wanted for.
    var waiting: [(members: [Int], connectivity: Int)] = []
    for block in 0..<blocks.count where blocks.nodes(of: block).count > 2 {
      let members = blocks.nodes(of: block).sorted()
      found.append(KComponent(connectivity: 2, members: members))
      waiting.append((members.map(\.index), 3))
    }
    while let (members, wanted) = waiting.popLast() {
      let (core, part) = union.core(of: members, degree: wanted)
      guard core.count > wanted else { continue }
      let cut = part.smallestVertexCut()
      let connectivity = cut?.count ?? core.count - 1
      for level in stride(from: wanted, through: connectivity, by: 1) {
        found.append(KComponent(connectivity: level, members: core.map(NodeID.init)))
      }
      // A set that hangs together more closely than the cut is wide lies on one side of it, the
      // cut itself included.
      guard let cut else { continue }
      for side in part.sides(of: cut) {
        waiting.append((side.map { core[$0] }, max(wanted, connectivity + 1)))
      }
    }
    return found.sorted()
  }

  /// The nodes that keep `degree` ties to each other when those with fewer leave, one after
  /// another, and the graph of them.
  private func core(of members: [Int], degree: Int) -> (members: [Int], graph: Graph) {
    var kept = members
    while true {
      let graph = induced(by: kept)
      let degrees = graph.degree()
      let core = kept.indices.filter { degrees[$0] >= degree }.map { kept[$0] }
      if core.count == kept.count { return (kept, graph) }
      kept = core
    }
  }

  /// The graph of some nodes, in order, and the ties between them.
  private func induced(by members: [Int]) -> Graph {
    let place = Dictionary(uniqueKeysWithValues: zip(members, members.indices))
    let ties = members.enumerated().flatMap { source, node in
      outgoing.targets[outgoing.row(of: NodeID(node))].compactMap { target in
        target.index > node ? place[target.index].map { Edge(source, $0) } : nil
      }
    }
    return Graph(nodeCount: members.count, edges: ties)
  }

  /// The pieces into which the graph falls without some nodes, each with those nodes; sorted.
  private func sides(of cut: [Int]) -> [[Int]] {
    let isCut = Set(cut)
    let rest = edges.filter {
      !isCut.contains($0.source.index) && !isCut.contains($0.target.index)
    }
    return Graph(nodeCount: nodeCount, edges: rest).components().members
      .map { $0.map(\.index) }
      .filter { !isCut.contains($0[0]) }
      .map { ($0 + cut).sorted() }
  }
}

/// A largest set of nodes that holds together whichever fewer than `connectivity` of them are
/// taken out.
public struct KComponent: Hashable, Comparable, Sendable {
  /// The *k*: how many nodes, at least, would have to leave for the rest to fall apart.
  public var connectivity: Int
  /// The nodes, in order.
  public var members: [NodeID]

  /// Orders by connectivity, then by members.
  public static func < (first: KComponent, second: KComponent) -> Bool {
    first.connectivity == second.connectivity
      ? first.members.lexicographicallyPrecedes(second.members)
      : first.connectivity < second.connectivity
  }
}
