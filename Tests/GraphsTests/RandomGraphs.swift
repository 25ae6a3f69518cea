import Graphs

/// A sparse graph of 24 nodes, often disconnected.
func randomGraph(
  seed: UInt64, kind: Graph.Kind = .undirected, weights: ClosedRange<Int> = 1...1,
  nodeCount: Int = 24, edgeCount: Int = 40
) -> Graph {
  var generator = SeededGenerator(seed: seed)
  let edges = (0..<edgeCount).map { _ in
    Edge(
      Int.random(in: 0..<nodeCount, using: &generator),
      Int.random(in: 0..<nodeCount, using: &generator),
      weight: Double(Int.random(in: weights, using: &generator)))
  }
  return Graph(nodeCount: nodeCount, kind: kind, edges: edges)
}

/// The same graph with its nodes in another order, and the new place of each node.
func shuffled(_ graph: Graph, seed: UInt64) -> (order: [Int], graph: Graph) {
  var generator = SeededGenerator(seed: seed &+ 1_000)
  let order = Array(0..<graph.nodeCount).shuffled(using: &generator)
  let edges = graph.edges.map {
    Edge(order[$0.source.index], order[$0.target.index], weight: $0.weight)
  }
  return (
    order,
    Graph(nodeCount: graph.nodeCount, kind: graph.kind, edges: edges.shuffled(using: &generator))
  )
}

/// The directed graph that has every tie as an arc each way.
func bothWays(_ graph: Graph) -> Graph {
  Graph(
    nodeCount: graph.nodeCount, kind: .directed,
    edges: graph.edges.flatMap { [$0, Edge($0.target, $0.source, weight: $0.weight)] })
}

/// The number of hops between all ordered pairs, by the plainest breadth-first search.
func hopDistances(_ graph: Graph) -> [[Int?]] {
  graph.nodes.map { source in
    var distance = [Int?](repeating: nil, count: graph.nodeCount)
    distance[source.index] = 0
    var frontier = [source]
    var hops = 0
    while !frontier.isEmpty {
      hops += 1
      var next: [NodeID] = []
      for neighbor in frontier.flatMap({ graph.neighbors(of: $0) })
      where distance[neighbor.index] == nil {
        distance[neighbor.index] = hops
        next.append(neighbor)
      }
      frontier = next
    }
    return distance
  }
}

/// Layers of nodes, each tied to all of the next layer, with *wˡ* paths across *l* layers.
func layeredGraph(layers: Int, width: Int) -> Graph {
  let edges = (0..<(layers - 1) * width).flatMap { source in
    (0..<width).map { Edge(source, (source / width + 1) * width + $0) }
  }
  return Graph(nodeCount: layers * width, edges: edges)
}
