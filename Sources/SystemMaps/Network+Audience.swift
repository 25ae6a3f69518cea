import Graphs

extension SystemMap {
  /// The network of those whom an audience may know by name.
  ///
  /// A number of unnamed elements could be worked out from almost any figure of a network that
  /// holds them, so they and their ties are left out of all figures, and a finding says so.
  public func network(_ scope: NetworkScope = NetworkScope(), for audience: Audience) -> Network {
    network(scope).named(in: self, for: audience)
  }
}

extension Network {
  /// The part of the network whose elements an audience may know by name.
  ///
  /// - Complexity: O(*n* + *m*).
  public func named(in map: SystemMap, for audience: Audience) -> Network {
    let kept = graph.nodes.filter { node in
      map[element(of: node)].map { map.mayName($0, to: audience) } ?? true
    }
    guard kept.count < graph.nodeCount else { return self }
    var places = NodeMap<Int?>(repeating: nil, count: graph.nodeCount)
    for (place, node) in kept.enumerated() { places[node] = place }
    var edges: [Edge] = []
    var ties: [Tie] = []
    for (edge, tie) in zip(graph.edges, self.ties) {
      guard let source = places[edge.source], let target = places[edge.target] else { continue }
      edges.append(Edge(source, target, weight: edge.weight))
      ties.append(tie)
    }
    let left = Finding(
      .notice,
      "elements that may not be named to this audience, and their ties, are left out of the figures",
      expected: "the team sees them")
    return Network(
      graph: Graph(nodeCount: kept.count, kind: graph.kind, edges: edges),
      elements: kept.map(element(of:)), ties: ties, types: types, findings: findings + [left])
  }
}
