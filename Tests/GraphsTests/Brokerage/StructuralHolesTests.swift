import Foundation
import Graphs
import Testing

struct StructuralHolesTests {
  @Test func closedForms() {
    #expect(Graph.star(5).burtEffectiveSize().values == [4, 1, 1, 1, 1])
    #expect(Graph.star(5).burtEfficiency().values == [1, 1, 1, 1, 1])
    #expect(Graph.star(5).burtConstraint().values == [0.25, 1, 1, 1, 1])
    #expect(Graph.star(5).burtHierarchy().values == [0, 1, 1, 1, 1])
    #expect(Graph.complete(4).burtEffectiveSize().values == [1, 1, 1, 1])
    // Shares of 1/3, and as much again by two thirds through the others: 3 (1/3 + 2/9)².
    for score in Graph.complete(4).burtConstraint() {
      #expect(abs((score ?? 0) - 25.0 / 27) < 1e-15)
    }
    // In a closed group of three it exceeds 1: 2 (1/2 + 1/4)² = 9/8.
    #expect(Graph.complete(3).burtConstraint().values == [1.125, 1.125, 1.125])
  }

  @Test func aNodeWithoutTiesHasNone() {
    for kind in [Graph.Kind.directed, .undirected] {
      let graph = Graph(nodeCount: 3, kind: kind, edges: [Edge(0, 1)])
      #expect(graph.burtEffectiveSize().values == [1, 1, nil])
      #expect(graph.burtEfficiency().values == [1, 1, nil])
      #expect(graph.burtConstraint().values == [1, 1, nil])
      #expect(graph.burtHierarchy().values == [1, 1, nil])
      #expect(Graph(nodeCount: 0, kind: kind, edges: []).burtConstraint().isEmpty)
      #expect(Graph(nodeCount: 1, kind: kind, edges: []).burtEffectiveSize().values == [nil])
    }
  }

  /// By the formulas, over all nodes.
  @Test(arguments: 0..<16, [Graph.Kind.directed, .undirected])
  func agreeWithTheirDefinitions(seed: UInt64, kind: Graph.Kind) throws {
    let graph = randomGraph(seed: seed, kind: kind, weights: 1...5, edgeCount: 90)
    let places = 0..<graph.nodeCount
    let strength = places.map { first in
      places.map { second in
        (graph.weight(from: NodeID(first), to: NodeID(second)) ?? 0)
          + (graph.weight(from: NodeID(second), to: NodeID(first)) ?? 0)
      }
    }
    let share = strength.map { row in row.map { $0 / row.reduce(0, +) } }
    for ego in places {
      let contacts = places.filter { strength[ego][$0] > 0 }
      guard !contacts.isEmpty else { continue }
      let size = contacts.reduce(0) { size, contact in
        let strongest = strength[contact].max() ?? 1
        let repeated = places.filter { $0 != ego && $0 != contact }.reduce(0) {
          $0 + share[ego][$1] * strength[contact][$1] / strongest
        }
        return size + 1 - repeated
      }
      let parts = contacts.map { contact in
        let through = contacts.filter { $0 != contact }.reduce(0) {
          $0 + share[ego][$1] * share[$1][contact]
        }
        return (share[ego][contact] + through) * (share[ego][contact] + through)
      }
      let constraint = parts.reduce(0, +)
      let count = Double(contacts.count)
      let disorder = parts.reduce(0) { $0 + $1 * count / constraint * log($1 * count / constraint) }
      let hierarchy = contacts.count == 1 ? 1 : disorder / (count * log(count))
      let node = NodeID(ego)
      #expect(abs(try #require(graph.burtEffectiveSize()[node]) - size) < 1e-12)
      #expect(abs(try #require(graph.burtEfficiency()[node]) - size / count) < 1e-12)
      #expect(abs(try #require(graph.burtConstraint()[node]) - constraint) < 1e-12)
      #expect(abs(try #require(graph.burtHierarchy()[node]) - hierarchy) < 1e-12)
    }
  }

  @Test(arguments: 0..<16)
  func equalWeightsAreNoWeights(seed: UInt64) {
    let graph = randomGraph(seed: seed, edgeCount: 90).unweighted
    let heavy = Graph(
      nodeCount: graph.nodeCount, edges: graph.edges.map { Edge($0.source, $0.target, weight: 3) })
    for (plain, others) in [
      (
        graph.burtEffectiveSize(), [heavy.burtEffectiveSize(), bothWays(graph).burtEffectiveSize()]
      ),
      (graph.burtConstraint(), [heavy.burtConstraint(), bothWays(graph).burtConstraint()]),
      (graph.burtHierarchy(), [heavy.burtHierarchy(), bothWays(graph).burtHierarchy()]),
    ] {
      for other in others { #expect(isClose(plain, other)) }
    }
  }

  @Test(arguments: 0..<16)
  func followNodesWhenRelabelled(seed: UInt64) {
    let graph = randomGraph(seed: seed, kind: .directed, weights: 1...5, edgeCount: 90)
    let (order, relabelled) = shuffled(graph, seed: seed)
    for (scores, others) in [
      (graph.burtEffectiveSize(), relabelled.burtEffectiveSize()),
      (graph.burtConstraint(), relabelled.burtConstraint()),
      (graph.burtHierarchy(), relabelled.burtHierarchy()),
    ] {
      #expect(isClose(scores, NodeMap(order.map { others.values[$0] })))
    }
  }

  private func isClose(_ first: NodeMap<Double?>, _ second: NodeMap<Double?>) -> Bool {
    first.count == second.count
      && zip(first, second).allSatisfy { one, other in
        (one == nil) == (other == nil) && abs((one ?? 0) - (other ?? 0)) < 1e-12
      }
  }
}
