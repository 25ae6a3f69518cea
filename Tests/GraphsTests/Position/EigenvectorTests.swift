import Foundation
import Graphs
import Testing

struct EigenvectorTests {
  @Test func closedForms() throws {
    let half = 0.5.squareRoot()
    // Bipartite: a plain power iteration swings between the hub and the leaves for ever.
    let star = try #require(Graph.star(5).eigenvector())
    #expect(areNear(star.values, [half] + Array(repeating: half / 2, count: 4)))
    let complete = try #require(Graph.complete(4).eigenvector())
    #expect(areNear(complete.values, [0.5, 0.5, 0.5, 0.5]))
    let path = try #require(Graph.path(3).eigenvector())
    #expect(areNear(path.values, [0.5, half, 0.5]))
    let cycle = Graph(
      nodeCount: 4, kind: .directed, edges: [Edge(0, 1), Edge(1, 2), Edge(2, 3), Edge(3, 0)])
    #expect(areNear(try #require(cycle.eigenvector()).values, [0.5, 0.5, 0.5, 0.5]))
  }

  @Test func undefinedCases() {
    #expect(Graph(nodeCount: 0, edges: []).eigenvector() == nil)
    #expect(Graph(nodeCount: 1, edges: []).eigenvector() == nil)
    #expect(Graph(nodeCount: 3, edges: []).eigenvector() == nil)
    let arc = Graph(nodeCount: 2, kind: .directed, edges: [Edge(0, 1)])
    #expect(arc.eigenvector() == nil)
    // Two pairs lead together: any mix of them is an answer.
    #expect(Graph(nodeCount: 5, edges: [Edge(0, 1), Edge(2, 3)]).eigenvector() == nil)
  }

  @Test func onlyTheLeadingComponentScores() throws {
    let graph = Graph(
      nodeCount: 6, edges: [Edge(0, 1), Edge(2, 3), Edge(3, 4), Edge(2, 4)])
    let third = (1.0 / 3).squareRoot()
    #expect(areNear(try #require(graph.eigenvector()).values, [0, 0, third, third, third, 0]))
  }

  /// The eigenvalue stands 10⁻⁶ above the next: a power iteration would take millions of steps.
  @Test func longPathsSettle() throws {
    let count = 5_000
    let scores = try #require(Graph.path(count).eigenvector()).values
    let step = Double.pi / Double(count + 1)
    let length = (Double(count + 1) / 2).squareRoot()
    for node in stride(from: 0, to: count, by: 997) {
      #expect(abs(scores[node] * length - sin(step * Double(node + 1))) < 1e-5)
    }
  }

  /// By its definition: the sum over ties is one multiple of the score, and scores are not below 0.
  @Test(arguments: 0..<16)
  func scoresSolveTheirEquation(seed: UInt64) throws {
    let graph = randomGraph(seed: seed, weights: 1...9, nodeCount: 12, edgeCount: 40)
    for graph in [graph, bothWays(graph)] {
      let scores = try #require(graph.eigenvector())
      let sums = graph.nodes.map { node in
        graph.predecessors(of: node).reduce(0.0) {
          $0 + (graph.weight(from: $1, to: node) ?? 0) * scores[$1]
        }
      }
      let factor = sums.reduce(0, +) / scores.reduce(0, +)
      #expect(areNear(sums, scores.map { factor * $0 }))
      #expect(scores.allSatisfy { $0 >= 0 })
      #expect(isNear(scores.reduce(0) { $0 + $1 * $1 }, 1))
    }
  }

  @Test(arguments: 0..<16)
  func relabellingAndIsolatesChangeNothing(seed: UInt64) throws {
    let graph = randomGraph(seed: seed, weights: 1...3, edgeCount: 70)
    let scores = try #require(graph.eigenvector())
    let (order, other) = shuffled(graph, seed: seed)
    let moved = try #require(other.eigenvector())
    #expect(areNear(order.map { moved[$0] }, scores.values))
    let larger = Graph(nodeCount: graph.nodeCount + 1, edges: graph.edges)
    #expect(areNear(try #require(larger.eigenvector()).values, scores.values + [0]))
    let scaled = Graph(
      nodeCount: graph.nodeCount,
      edges: graph.edges.map { Edge($0.source, $0.target, weight: 1_000 * $0.weight) })
    #expect(areNear(try #require(scaled.eigenvector()).values, scores.values))
  }
}

struct KatzTests {
  @Test func closedForms() throws {
    #expect(areNear(try #require(Graph.path(2).katz(alpha: 0.5)).scores.values, [2, 2]))
    let arcs = Graph(nodeCount: 3, kind: .directed, edges: [Edge(0, 1), Edge(1, 2)])
    #expect(areNear(try #require(arcs.katz(alpha: 3)).scores.values, [1, 4, 13]))
    // No cycle: 0.85/λ does not exist.
    #expect(arcs.katz()?.alpha == 0.1)
    #expect(isNear(Graph.complete(5).katz()?.alpha, 0.85 / 4))
    #expect(Graph(nodeCount: 2, edges: []).katz()?.scores.values == [1, 1])
    #expect(Graph(nodeCount: 0, edges: []).katz()?.scores.values == [])
  }

  @Test func walksWithoutASumAreUndefined() {
    #expect(Graph.path(2).katz(alpha: 1) == nil)
    #expect(Graph.complete(4).katz(alpha: 0.5) == nil)
    #expect(Graph.path(2).katz(alpha: .infinity) == nil)
    #expect(Graph.path(2).katz(alpha: 0)?.scores.values == [1, 1])
  }

  @Test(arguments: 0..<16)
  func scoresSolveTheirEquation(seed: UInt64) throws {
    for kind in [Graph.Kind.directed, .undirected] {
      let graph = randomGraph(seed: seed, kind: kind, weights: 1...4)
      let katz = try #require(graph.katz())
      for node in graph.nodes {
        let sum = graph.predecessors(of: node).reduce(0.0) {
          $0 + (graph.weight(from: $1, to: node) ?? 0) * katz.scores[$1]
        }
        #expect(isNear(katz.scores[node], 1 + katz.alpha * sum))
      }
      let (order, other) = shuffled(graph, seed: seed)
      let moved = try #require(other.katz()).scores
      #expect(areNear(order.map { moved[$0] }, katz.scores.values))
    }
  }
}

struct HubsAndAuthoritiesTests {
  @Test func closedForms() throws {
    let arcs = Graph(nodeCount: 4, kind: .directed, edges: [Edge(0, 2), Edge(1, 2)])
    let scores = try #require(arcs.hubsAndAuthorities())
    #expect(areNear(scores.hubs.values, [0.5, 0.5, 0, 0]))
    #expect(areNear(scores.authorities.values, [0, 0, 1, 0]))
  }

  @Test func undefinedCases() {
    #expect(Graph(nodeCount: 0, edges: []).hubsAndAuthorities() == nil)
    #expect(Graph(nodeCount: 3, kind: .directed, edges: []).hubsAndAuthorities() == nil)
    // Two arcs apart do equally well, as do the nodes of an out-tree of equal branches.
    let two = Graph(nodeCount: 4, kind: .directed, edges: [Edge(0, 1), Edge(2, 3)])
    #expect(two.hubsAndAuthorities() == nil)
    let tree = (1..<7).map { Edge(($0 - 1) / 2, $0) }
    #expect(Graph(nodeCount: 7, kind: .directed, edges: tree).hubsAndAuthorities() == nil)
    #expect(Graph.star(4).hubsAndAuthorities() == nil)
  }

  @Test(arguments: 0..<16)
  func undirectedScoresAreThoseOfTheEigenvector(seed: UInt64) throws {
    let graph = randomGraph(seed: seed, edgeCount: 90)
    let scores = try #require(graph.hubsAndAuthorities())
    let vector = try #require(graph.eigenvector())
    let sum = vector.reduce(0, +)
    #expect(areNear(scores.hubs.values, vector.map { $0 / sum }, tolerance: 1e-8))
    #expect(areNear(scores.authorities.values, scores.hubs.values, tolerance: 1e-8))
  }

  @Test(arguments: 0..<16)
  func sharesSumToOneAndFollowTheirArcs(seed: UInt64) throws {
    let graph = randomGraph(seed: seed, kind: .directed, weights: 1...3, edgeCount: 90)
    let scores = try #require(graph.hubsAndAuthorities())
    #expect(isNear(scores.hubs.reduce(0, +), 1))
    #expect(isNear(scores.authorities.reduce(0, +), 1))
    let sums = graph.nodes.map { node in
      graph.predecessors(of: node).reduce(0.0) {
        $0 + (graph.weight(from: $1, to: node) ?? 0) * scores.hubs[$1]
      }
    }
    let total = sums.reduce(0, +)
    #expect(areNear(scores.authorities.values, sums.map { $0 / total }, tolerance: 1e-8))
    let back = Graph(
      nodeCount: graph.nodeCount, kind: .directed,
      edges: graph.edges.map { Edge($0.target, $0.source, weight: $0.weight) })
    let turned = try #require(back.hubsAndAuthorities())
    #expect(areNear(turned.hubs.values, scores.authorities.values, tolerance: 1e-8))
  }
}
