import Graphs

extension Network {
  /// The part of the network whose elements meet a condition, and the ties among them.
  ///
  /// - Complexity: O(*n* + *m*).
  public func keeping(_ isKept: (ElementID) -> Bool) -> Network {
    part(keeping: elements.map(isKept), findings: findings)
  }

  /// The part of the network within some steps of an element; directions do not matter.
  ///
  /// - Complexity: O(*n* + *m*).
  public func within(_ steps: Int, of focus: ElementID) -> Network {
    guard let start = node(of: focus) else { return self }
    let graph = graph.undirected
    var isNear = elements.map { _ in false }
    isNear[start.index] = true
    var edge = [start]
    for _ in 0..<max(0, steps) {
      var reached: [NodeID] = []
      for node in edge {
        for neighbor in graph.neighbors(of: node) where !isNear[neighbor.index] {
          isNear[neighbor.index] = true
          reached.append(neighbor)
        }
      }
      edge = reached
    }
    return part(keeping: isNear, findings: findings)
  }

  /// The part of the network whose nodes are to be kept, and the ties among them.
  func part(keeping isKept: [Bool], findings: [Finding]) -> Network {
    let kept = graph.nodes.filter { isKept[$0.index] }
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
    return Network(
      graph: Graph(nodeCount: kept.count, kind: graph.kind, edges: edges),
      elements: kept.map(element(of:)), ties: ties, types: types, findings: findings)
  }
}
