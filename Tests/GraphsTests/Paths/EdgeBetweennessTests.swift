import Graphs
import Testing

struct EdgeBetweennessTests {
  @Test func closedForms() {
    // The i-th tie of a path parts i nodes from n − i.
    #expect(Graph.path(5).edgeBetweenness(scale: .raw) == [4, 6, 6, 4])
    #expect(Graph.star(6).edgeBetweenness(scale: .raw) == [5, 5, 5, 5, 5])
    #expect(Graph.complete(5).edgeBetweenness(scale: .raw) == Array(repeating: 1, count: 10))
    #expect(Graph.cycle(5).edgeBetweenness(scale: .raw) == [3, 3, 3, 3, 3])
    #expect(Graph.cycle(4).edgeBetweenness(scale: .raw) == [2, 2, 2, 2])
    #expect(Graph.path(3).edgeBetweenness() == [2.0 / 3, 2.0 / 3])
    #expect(Graph(nodeCount: 3, edges: []).edgeBetweenness() == [])
    #expect(Graph(nodeCount: 0, edges: []).edgeBetweenness() == [])
  }

  @Test func directedPairsAreOrdered() {
    let cycle = Graph(
      nodeCount: 3, kind: .directed, edges: [Edge(0, 1), Edge(1, 2), Edge(2, 0)])
    #expect(cycle.edgeBetweenness(scale: .raw) == [3, 3, 3])
    #expect(cycle.edgeBetweenness() == [0.5, 0.5, 0.5])
  }

  @Test func strongTiesAreShort() {
    let graph = Graph(
      nodeCount: 3, edges: [Edge(0, 1, weight: 4), Edge(0, 2), Edge(1, 2, weight: 4)])
    #expect(graph.edgeBetweenness(scale: .raw, distances: .inverseWeight) == [2, 0, 2])
  }

  /// The ties of all shortest paths, counted by tie and by pair.
  @Test(arguments: 0..<16, [Graph.Kind.directed, .undirected])
  func sumsToDistances(seed: UInt64, kind: Graph.Kind) {
    for edgeCount in [24, 40, 120] {
      let graph = randomGraph(seed: seed, kind: kind, edgeCount: edgeCount)
      let sum = graph.edgeBetweenness(scale: .raw).reduce(0, +)
      let distances = hopDistances(graph).flatMap(\.self).reduce(0) { $0 + ($1 ?? 0) }
      #expect(abs(sum - Double(distances) / (graph.isDirected ? 1 : 2)) < 1e-8)
    }
  }

  /// What the ties of a node carry is what ends there and, twice, what goes through it.
  @Test(arguments: 0..<16)
  func tiesOfANodeCarryItsBetweennessTwice(seed: UInt64) {
    let graph = randomGraph(seed: seed, weights: 1...4, edgeCount: 30)
    for distances in [DistanceRule.hops, .inverseWeight] {
      var carried = Array(repeating: 0.0, count: graph.nodeCount)
      for (edge, score) in zip(
        graph.edges, graph.edgeBetweenness(scale: .raw, distances: distances))
      {
        carried[edge.source.index] += score
        carried[edge.target.index] += score
      }
      let through = graph.betweenness(scale: .raw, distances: distances)
      let reached = graph.pathLengths().reachedCount
      for node in 0..<graph.nodeCount {
        #expect(abs(carried[node] - 2 * through[node] - Double(reached[node])) < 1e-9)
      }
    }
  }

  @Test(arguments: 0..<16, [Graph.Kind.directed, .undirected])
  func followsTiesWhenRelabelled(seed: UInt64, kind: Graph.Kind) {
    let graph = randomGraph(seed: seed, kind: kind, weights: 1...5)
    let (order, relabelled) = shuffled(graph, seed: seed)
    for distances in [DistanceRule.hops, .inverseWeight] {
      let others = Dictionary(
        uniqueKeysWithValues: zip(
          relabelled.edges.map { [$0.source.index, $0.target.index] },
          relabelled.edgeBetweenness(distances: distances)))
      for (edge, score) in zip(graph.edges, graph.edgeBetweenness(distances: distances)) {
        let (source, target) = (order[edge.source.index], order[edge.target.index])
        let other = others[[source, target]] ?? others[[target, source]]
        #expect(abs(score - (other ?? .infinity)) < 1e-12)
      }
    }
  }

  @Test(arguments: 0..<16)
  func anUndirectedTieIsAnArcEachWay(seed: UInt64) {
    let graph = randomGraph(seed: seed, weights: 1...3, edgeCount: 50)
    let arcs = bothWays(graph)
    for distances in [DistanceRule.hops, .inverseWeight] {
      var sums: [Set<NodeID>: Double] = [:]
      for (arc, score) in zip(
        arcs.edges, arcs.edgeBetweenness(scale: .raw, distances: distances))
      {
        sums[[arc.source, arc.target], default: 0] += score / 2
      }
      for (tie, score) in zip(
        graph.edges, graph.edgeBetweenness(scale: .raw, distances: distances))
      {
        #expect(abs(score - (sums[[tie.source, tie.target]] ?? .infinity)) < 1e-9)
      }
    }
  }

  @Test func pathCountsMayBeAstronomic() {
    let (layers, width) = (500, 4)
    let graph = layeredGraph(layers: layers, width: width)
    let scores = graph.edgeBetweenness(scale: .raw)
    // Each of a node's three pairs within its layer takes one of its ties, all alike.
    let pairs = { (layer: Int) in layer % (layers - 1) == 0 ? 3.0 / 4 : 3.0 / 8 }
    for layer in [0, 1, 17, layers / 2, layers - 2] {
      let expected =
        Double((layer + 1) * (layers - 1 - layer)) + pairs(layer) + pairs(layer + 1)
      #expect(abs(scores[width * width * layer] - expected) < 1e-9 * expected)
    }
  }
}
