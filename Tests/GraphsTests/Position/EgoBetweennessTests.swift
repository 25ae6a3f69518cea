import Graphs
import Testing

struct EgoBetweennessTests {
  @Test func closedForms() {
    #expect(Graph.star(5).egoBetweenness().values == [6, 0, 0, 0, 0])
    #expect(Graph.complete(5).egoBetweenness().values == [0, 0, 0, 0, 0])
    // The other way round is outside the network of the node.
    #expect(Graph.cycle(4).egoBetweenness().values == [1, 1, 1, 1])
    #expect(Graph(nodeCount: 2, edges: []).egoBetweenness().values == [0, 0])
    #expect(Graph(nodeCount: 0, edges: []).egoBetweenness().isEmpty)
  }

  @Test func aHubOfManyTakesLittle() {
    let count = 50_000
    let scores = Graph.star(count).egoBetweenness()
    #expect(scores[0] == Double((count - 1) * (count - 2) / 2))
    #expect(scores[count - 1] == 0)
  }

  /// By the definition: the betweenness of the node in the graph of itself and its contacts.
  @Test(arguments: 0..<8)
  func isBetweennessInTheEgoNetwork(seed: UInt64) {
    // Thin and thick: contacts are counted in one way or the other.
    let graph = randomGraph(
      seed: seed, kind: .directed, nodeCount: 14, edgeCount: 20 + 16 * Int(seed))
    let union = graph.undirected
    let expected = union.nodes.map { ego in
      let network = Set(union.neighbors(of: ego) + [ego])
      let edges = union.edges.filter {
        network.contains($0.source) && network.contains($0.target)
      }
      let part = Graph(nodeCount: union.nodeCount, edges: edges)
      return part.betweenness(scale: .raw)[ego]
    }
    #expect(areNear(graph.egoBetweenness().values, expected))
  }
}

struct BridgingCentralityTests {
  @Test func closedForms() {
    #expect(Graph.path(3).bridgingCentrality().values == [0, 0.25, 0])
    // 1/5 of the degree and 5 leaves of degree 1, for 10 pairs.
    #expect(areNear(Graph.star(6).bridgingCentrality().values, [0.4, 0, 0, 0, 0, 0]))
    #expect(Graph(nodeCount: 2, edges: []).bridgingCentrality().values == [0, 0])
    #expect(Graph(nodeCount: 0, edges: []).bridgingCentrality().isEmpty)
  }

  @Test(arguments: 0..<8)
  func relabellingAndDirectionsChangeNothing(seed: UInt64) {
    let graph = randomGraph(seed: seed)
    let scores = graph.bridgingCentrality()
    let (order, other) = shuffled(graph, seed: seed)
    let moved = other.bridgingCentrality()
    #expect(areNear(order.map { moved[$0] }, scores.values))
    #expect(areNear(bothWays(graph).bridgingCentrality().values, scores.values))
  }
}
