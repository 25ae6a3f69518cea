import Graphs
import Testing

struct ComponentsTests {
  @Test func closedForms() {
    #expect(Graph(nodeCount: 0, edges: []).components().groupCount == 0)
    #expect(Graph(nodeCount: 3, edges: []).components().groups == [0, 1, 2])
    #expect(Graph(nodeCount: 4, edges: [Edge(0, 2)]).components().groups == [0, 1, 0, 2])
    #expect(Graph.cycle(5).components().groupCount == 1)
  }

  @Test func strongComponentsNeedPathsBothWays() {
    let arcs = [
      Edge(0, 1), Edge(1, 2), Edge(2, 0), Edge(2, 3), Edge(3, 4), Edge(4, 3), Edge(5, 4),
    ]
    let graph = Graph(nodeCount: 6, kind: .directed, edges: arcs)
    #expect(graph.strongComponents().groups == [0, 0, 0, 1, 1, 2])
    #expect(graph.components().groupCount == 1)
  }

  @Test func longPathsDoNotOverflowTheStack() {
    let arcs = (1..<100_000).map { Edge($0 - 1, $0) }
    let path = Graph(nodeCount: 100_000, kind: .directed, edges: arcs)
    #expect(path.components().groupCount == 1)
    #expect(path.strongComponents().groupCount == 100_000)
    #expect(path.bridges().count == 99_999)
    #expect(path.articulationPoints().count == 99_998)
    #expect(path.coreness().allSatisfy { $0 == 1 })
  }

  /// Two nodes are together exactly where each reaches the other.
  @Test(arguments: 0..<32)
  func strongComponentsAreMutualReach(seed: UInt64) {
    let graph = randomGraph(seed: seed, kind: .directed)
    let distances = hopDistances(graph)
    let components = graph.strongComponents().groups
    for first in 0..<graph.nodeCount {
      for second in 0..<graph.nodeCount {
        let isMutual = distances[first][second] != nil && distances[second][first] != nil
        #expect((components[first] == components[second]) == isMutual)
      }
    }
  }

  @Test(arguments: 0..<32)
  func mutualArcsAreAnUndirectedTie(seed: UInt64) {
    let graph = randomGraph(seed: seed)
    #expect(bothWays(graph).strongComponents() == graph.components())
    #expect(bothWays(graph).components() == graph.components())
  }
}

struct CutPointsTests {
  @Test func closedForms() {
    #expect(Graph.path(4).articulationPoints() == [NodeID(1), NodeID(2)])
    #expect(Graph.path(4).bridges() == [Edge(0, 1), Edge(1, 2), Edge(2, 3)])
    #expect(Graph.star(5).articulationPoints() == [NodeID(0)])
    #expect(Graph.cycle(5).articulationPoints() == [])
    #expect(Graph.cycle(5).bridges() == [])
    #expect(Graph.path(2).articulationPoints() == [])
    #expect(Graph(nodeCount: 0, edges: []).bridges() == [])
    #expect(Graph(nodeCount: 3, edges: []).articulationPoints() == [])
  }

  @Test func bridgesKeepTheirWeight() {
    let graph = Graph(nodeCount: 2, kind: .directed, edges: [Edge(1, 0, weight: 2), Edge(0, 1)])
    #expect(graph.bridges() == [Edge(0, 1, weight: 2)])
  }

  /// By the definition: take each node and each tie out, and count components.
  @Test(arguments: 0..<32)
  func agreeWithTheirDefinition(seed: UInt64) {
    let graph = randomGraph(seed: seed)
    let edges = graph.edges
    let components = graph.components().groupCount
    let bridges = edges.filter { bridge in
      let rest = Graph(nodeCount: graph.nodeCount, edges: edges.filter { $0 != bridge })
      return rest.components().groupCount > components
    }
    #expect(graph.bridges() == bridges)
    let points = graph.nodes.filter { node in
      let rest = edges.filter { $0.source != node && $0.target != node }
      // The node itself stays as a component; a node without ties was one before.
      let left = Graph(nodeCount: graph.nodeCount, edges: rest).components().groupCount - 1
      return !graph.neighbors(of: node).isEmpty && left > components
    }
    #expect(graph.articulationPoints() == Array(points))
  }
}

struct CorenessTests {
  @Test func closedForms() {
    #expect(Graph.star(5).coreness().values == [1, 1, 1, 1, 1])
    #expect(Graph.complete(5).coreness().values == [4, 4, 4, 4, 4])
    #expect(Graph.cycle(4).coreness().values == [2, 2, 2, 2])
    #expect(Graph(nodeCount: 2, edges: []).coreness().values == [0, 0])
    #expect(Graph(nodeCount: 0, edges: []).coreness().isEmpty)
    let arcs = [Edge(0, 1), Edge(1, 0), Edge(1, 2)]
    let graph = Graph(nodeCount: 3, kind: .directed, edges: arcs)
    #expect(graph.coreness().values == [1, 1, 1])
    #expect(graph.totalDegreeCoreness().values == [2, 2, 1])
  }

  /// By the definition: take nodes of fewer than k ties away until none is left of them.
  @Test(arguments: 0..<32)
  func agreesWithPeeling(seed: UInt64) {
    let graph = randomGraph(seed: seed, edgeCount: 90)
    var expected = Array(repeating: 0, count: graph.nodeCount)
    for core in 1..<graph.nodeCount {
      var kept = Set(graph.nodes)
      while let node = kept.first(where: { node in
        graph.neighbors(of: node).count(where: kept.contains) < core
      }) { kept.remove(node) }
      for node in kept { expected[node.index] = core }
    }
    #expect(graph.coreness().values == expected)
    #expect(bothWays(graph).coreness().values == expected)
    #expect(graph.totalDegreeCoreness().values == expected)
    #expect(bothWays(graph).totalDegreeCoreness().values == expected.map { 2 * $0 })
  }
}
