import Graphs
import Testing

struct PageRankTests {
  @Test func closedForms() {
    #expect(Graph(nodeCount: 0, edges: []).pageRank().isEmpty)
    for kind in [Graph.Kind.directed, .undirected] {
      #expect(Graph(nodeCount: 1, kind: kind, edges: []).pageRank().values == [1])
      let even = Graph(nodeCount: 4, kind: kind, edges: []).pageRank()
      #expect(even.allSatisfy { abs($0 - 0.25) < 1e-15 })
    }
    #expect(Graph.cycle(5).pageRank().allSatisfy { abs($0 - 0.2) < 1e-12 })
    #expect(Graph.star(4).pageRank(damping: 0).allSatisfy { abs($0 - 0.25) < 1e-12 })
    // The middle x and the ends y: x = 0.05 + 0.85 · 2y, 2y = 1 − x.
    let middle = 0.9 / 1.85
    let path = Graph.path(3).pageRank()
    for (score, expected) in zip(path, [(1 - middle) / 2, middle, (1 - middle) / 2]) {
      #expect(abs(score - expected) < 1e-12)
    }
  }

  @Test func weightsAreProportions() {
    // From 0 three of four walkers go to 1, one to 2; both send everyone back.
    let edges = [Edge(0, 1, weight: 3), Edge(0, 2), Edge(1, 0, weight: 9), Edge(2, 0)]
    let scores = Graph(nodeCount: 3, kind: .directed, edges: edges).pageRank()
    let hub = (0.05 + 0.85) / 1.85
    for (score, expected) in zip(
      scores, [hub, 0.05 + 0.85 * 0.75 * hub, 0.05 + 0.85 * 0.25 * hub])
    {
      #expect(abs(score - expected) < 1e-12)
    }
  }

  /// One step of the walk leaves the scores as they are.
  @Test(arguments: 0..<16, [Graph.Kind.directed, .undirected])
  func aStepChangesNothing(seed: UInt64, kind: Graph.Kind) {
    let graph = randomGraph(seed: seed, kind: kind, weights: 1...5)
    let scores = graph.pageRank()
    let strengths = graph.outStrength()
    let lost = zip(scores, strengths).reduce(0) { $0 + ($1.1 == 0 ? $1.0 : 0) }
    let everywhere = (0.15 + 0.85 * lost) / Double(graph.nodeCount)
    var after = Array(repeating: everywhere, count: graph.nodeCount)
    for source in graph.nodes {
      for target in graph.neighbors(of: source) {
        let weight = graph.weight(from: source, to: target) ?? 0
        after[target.index] += 0.85 * scores[source] * weight / strengths[source]
      }
    }
    #expect(zip(scores, after).reduce(0) { $0 + abs($1.0 - $1.1) } < 1e-12)
    #expect(abs(scores.reduce(0, +) - 1) < 1e-14)
    #expect(scores.allSatisfy { $0 > 0 })
  }

  /// Sweeps and conjugate gradients give the same.
  @Test(arguments: 0..<16)
  func mutualArcsAreAnUndirectedTie(seed: UInt64) {
    let graph = randomGraph(seed: seed, weights: 1...5)
    for damping in [0.5, 0.85, 0.99] {
      let pairs = zip(graph.pageRank(damping: damping), bothWays(graph).pageRank(damping: damping))
      #expect(pairs.reduce(0) { $0 + abs($1.0 - $1.1) } < 2e-12)
    }
  }

  @Test(arguments: 0..<16, [Graph.Kind.directed, .undirected])
  func followsNodesWhenRelabelled(seed: UInt64, kind: Graph.Kind) {
    let graph = randomGraph(seed: seed, kind: kind, weights: 1...5)
    let (order, relabelled) = shuffled(graph, seed: seed)
    let (scores, others) = (graph.pageRank(), relabelled.pageRank())
    for node in 0..<graph.nodeCount {
      #expect(abs(scores.values[node] - others.values[order[node]]) < 1e-12)
    }
  }

  /// Where what is asked for is finer than rounding, the search still ends.
  @Test func dampingNearOneEnds() {
    for kind in [Graph.Kind.directed, .undirected] {
      let graph = randomGraph(seed: 1, kind: kind)
      let scores = graph.pageRank(damping: 0.9999)
      #expect(abs(scores.reduce(0, +) - 1) < 1e-12)
      #expect(scores.allSatisfy { $0 > 0 })
    }
  }

  @Test func weightsOfAllSizesConverge() {
    let edges = [Edge(0, 1, weight: 1e-300), Edge(1, 2, weight: 1e300), Edge(2, 3)]
    for kind in [Graph.Kind.directed, .undirected] {
      let scores = Graph(nodeCount: 4, kind: kind, edges: edges).pageRank()
      #expect(abs(scores.reduce(0, +) - 1) < 1e-12)
      #expect(scores.allSatisfy { $0 > 0 && $0.isFinite })
    }
  }
}
