import Graphs
import Testing

struct BetweennessTests {
  @Test func closedForms() {
    #expect(Graph.path(5).betweenness(scale: .raw).values == [0, 3, 4, 3, 0])
    #expect(Graph.star(6).betweenness().values == [1, 0, 0, 0, 0, 0])
    #expect(Graph.complete(5).betweenness().values == [0, 0, 0, 0, 0])
    #expect(Graph.cycle(5).betweenness(scale: .raw).values == [1, 1, 1, 1, 1])
    #expect(Graph.cycle(4).betweenness(scale: .raw).values == [0.5, 0.5, 0.5, 0.5])
  }

  @Test(arguments: 0..<3)
  func fewNodesScoreZero(nodeCount: Int) {
    let scores = Graph.path(nodeCount).betweenness()
    #expect(scores.values == Array(repeating: 0, count: nodeCount))
  }

  @Test func directedPairsAreOrdered() {
    let cycle = Graph(
      nodeCount: 3, kind: .directed, edges: [Edge(0, 1), Edge(1, 2), Edge(2, 0)])
    #expect(cycle.betweenness(scale: .raw).values == [1, 1, 1])
    #expect(cycle.betweenness().values == [0.5, 0.5, 0.5])
  }

  @Test func strongTiesAreShort() {
    // 0–1–2 is 1/4 + 1/4 long, 0–2 is 1.
    let graph = Graph(
      nodeCount: 3,
      edges: [Edge(0, 1, weight: 4), Edge(1, 2, weight: 4), Edge(0, 2)])
    #expect(graph.betweenness(scale: .raw).values == [0, 0, 0])
    #expect(graph.betweenness(scale: .raw, distances: .inverseWeight).values == [0, 1, 0])
  }

  /// 1/3 + 1/6 = 1/2 and 1/0.3 + 1/0.6 = 1/0.2: both ways from 0 to 3 are as long.
  @Test(arguments: [1.0, 0.1, 1e-3, .pi])
  func equalLengthsAreEqual(scale: Double) {
    let graph = Graph(
      nodeCount: 4,
      edges: [
        Edge(0, 1, weight: 3 * scale), Edge(1, 3, weight: 6 * scale),
        Edge(0, 2, weight: 4 * scale), Edge(2, 3, weight: 4 * scale),
      ])
    let scores = graph.betweenness(scale: .raw, distances: .inverseWeight)
    #expect(scores[NodeID(1)] == 0.5)
    #expect(scores[NodeID(2)] == 0.5)
  }

  /// A chain of *d* diamonds has 2*ᵈ* shortest paths: more than counts are kept for plainly, which
  /// is 10²⁹⁰ by hops and 2⁵¹² by weights.
  @Test(arguments: [(970, DistanceRule.hops), (520, .inverseWeight)])
  func pathCountsMayBeAstronomic(diamonds: Int, distances: DistanceRule) {
    // Diamond i: 3i – (3i + 1, 3i + 2) – 3i + 3. All ties of weight 2, so that lengths are used.
    var edges: [Edge] = []
    for first in stride(from: 0, to: 3 * diamonds, by: 3) {
      edges.append(Edge(first, first + 1, weight: 2))
      edges.append(Edge(first, first + 2, weight: 2))
      edges.append(Edge(first + 1, first + 3, weight: 2))
      edges.append(Edge(first + 2, first + 3, weight: 2))
    }
    let graph = Graph(nodeCount: 3 * diamonds + 1, edges: edges)
    let scores = graph.betweenness(scale: .raw, distances: distances)
    // A joint with a nodes before it and b after it lies between all a·b pairs and half of the
    // pair beside it on either side.
    for diamond in 1..<diamonds {
      let before = Double(3 * diamond)
      let after = Double(3 * (diamonds - diamond))
      let expected = before * after + 1
      #expect(abs(scores.values[3 * diamond] - expected) < 1e-9 * expected)
    }
  }

  /// The inner nodes of all shortest paths, counted by node and by pair.
  @Test(arguments: 0..<32)
  func sumsToInnerLengthOfPaths(seed: UInt64) {
    for kind in [Graph.Kind.directed, .undirected] {
      let graph = randomGraph(seed: seed, kind: kind)
      let sum = graph.betweenness(scale: .raw).reduce(0, +)
      let inner = hopDistances(graph).flatMap(\.self).reduce(0) { $0 + max(0, ($1 ?? 1) - 1) }
      #expect(abs(sum - Double(inner) / (graph.isDirected ? 1 : 2)) < 1e-8)
    }
  }

  @Test(arguments: 0..<32)
  func followsNodesWhenRelabelled(seed: UInt64) {
    let graph = randomGraph(seed: seed, kind: .directed, weights: 1...5)
    let (order, relabelled) = shuffled(graph, seed: seed)
    for distances in [DistanceRule.hops, .inverseWeight] {
      let scores = graph.betweenness(distances: distances)
      let others = relabelled.betweenness(distances: distances)
      for node in 0..<graph.nodeCount {
        #expect(abs(scores.values[node] - others.values[order[node]]) < 1e-12)
      }
    }
  }

  @Test(arguments: 0..<32)
  func mutualArcsAreAnUndirectedTie(seed: UInt64) {
    let graph = randomGraph(seed: seed, weights: 1...3)
    let arcs = bothWays(graph)
    for distances in [DistanceRule.hops, .inverseWeight] {
      let scores = zip(
        graph.betweenness(distances: distances), arcs.betweenness(distances: distances))
      #expect(scores.allSatisfy { abs($0 - $1) < 1e-12 })
    }
  }
}
