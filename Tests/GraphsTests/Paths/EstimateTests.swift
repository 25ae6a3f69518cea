import Graphs
import Testing

struct EstimateTests {
  /// A few hubs, so that some scores are large and their spread is too.
  private func hubs(seed: UInt64, kind: Graph.Kind, weights: ClosedRange<Int> = 1...1) -> Graph {
    var generator = SeededGenerator(seed: seed)
    let edges = (0..<800).map { node in
      Edge(
        node, Int.random(in: 0..<(node % 3 == 0 ? 800 : 6), using: &generator),
        weight: Double(Int.random(in: weights, using: &generator)))
    }
    return Graph(
      nodeCount: 800, kind: kind,
      edges: kind == .directed ? edges + edges.map { Edge($0.target, $0.source) } : edges)
  }

  /// The bound is meant to hold for all scores at once in half of the cases, and holds in more.
  @Test(arguments: [Graph.Kind.directed, .undirected])
  func errorsStayWithinTheBound(kind: Graph.Kind) {
    let graph = hubs(seed: 1, kind: kind)
    let (betweenness, harmonic) = (graph.betweenness(), graph.harmonic())
    var kept = 0
    for seed in 0..<6 as Range<UInt64> {
      let estimates = [
        (graph.estimatedBetweenness(error: 0.3, confidence: 0.5, seed: seed), betweenness),
        (graph.estimatedHarmonic(error: 0.3, confidence: 0.5, seed: seed), harmonic),
      ]
      for (estimate, exact) in estimates {
        #expect(!estimate.isExact && estimate.sampleCount <= 400)
        #expect(estimate.error <= 0.3 && estimate.confidence == 0.5)
        #expect(estimate.scores != exact)
        if zip(estimate.scores, exact).allSatisfy({ abs($0 - $1) <= estimate.error }) { kept += 1 }
      }
    }
    #expect(kept >= 6)
  }

  /// No bound is tested if scores are off by less than the sampling: their mean over seeds is not.
  @Test func estimatesAreUnbiased() {
    let graph = hubs(seed: 2, kind: .undirected, weights: 1...3)
    for distances in [DistanceRule.hops, .inverseWeight] {
      let exact = graph.betweenness(distances: distances)
      let hub = exact.indices.max { exact[$0] < exact[$1] } ?? 0
      let scores = (0..<8 as Range<UInt64>).map {
        graph.estimatedBetweenness(error: 0.4, distances: distances, seed: $0).scores[hub]
      }
      #expect(Set(scores).count == 8)
      #expect(abs(scores.reduce(0, +) / 8 / exact[hub] - 1) < 0.02)
    }
  }

  @Test func aSampleOfAllIsExact() {
    let graph = randomGraph(seed: 1)
    let betweenness = graph.estimatedBetweenness(error: 0.01, seed: 1)
    #expect(betweenness.isExact && betweenness.sampleCount == 24)
    #expect(betweenness.scores == graph.betweenness())
    let harmonic = graph.estimatedHarmonic(error: 0.01, direction: .incoming, seed: 1)
    #expect(harmonic.isExact && harmonic.scores == graph.harmonic(direction: .incoming))
    for nodeCount in 0..<3 {
      #expect(Graph.path(nodeCount).estimatedBetweenness(error: 0.9, seed: 1).isExact)
      #expect(Graph.path(nodeCount).estimatedHarmonic(error: 0.9, seed: 1).isExact)
    }
  }

  @Test func theSeedFixesTheEstimate() {
    let graph = hubs(seed: 3, kind: .undirected)
    let estimate = graph.estimatedBetweenness(error: 0.4, seed: 5)
    Parallelism.$threads.withValue(1) {
      #expect(graph.estimatedBetweenness(error: 0.4, seed: 5) == estimate)
    }
    #expect(graph.estimatedBetweenness(error: 0.4, seed: 6) != estimate)
  }

  @Test func workIsKnownBeforehand() {
    #expect(Graph.cycle(5).betweennessWork() == 50)
    #expect(Graph.star(9).betweennessWork() == 0)
    #expect(Graph.complete(9).betweennessWork() == 0)
    #expect(Graph.complete(9).betweennessWork(distances: .inverseWeight) == 0)
    let arcs = Graph(nodeCount: 3, kind: .directed, edges: [Edge(0, 1), Edge(1, 2)])
    #expect(arcs.betweennessWork() == 6)
    // Two cycles with a node in common are two blocks.
    let eight = Graph(
      nodeCount: 9,
      edges: [(0, 1), (1, 2), (2, 3), (3, 4), (4, 0), (4, 5), (5, 6), (6, 7), (7, 8), (8, 4)]
        .map { Edge($0.0, $0.1) })
    #expect(eight.betweennessWork() == 100)
    #expect(Graph(nodeCount: 0, edges: []).betweennessWork() == 0)
  }
}
