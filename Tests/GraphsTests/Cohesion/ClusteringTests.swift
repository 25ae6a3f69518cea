import Graphs
import Testing

struct ClusteringTests {
  @Test func closedForms() {
    #expect(Graph.complete(5).triangles().values == [6, 6, 6, 6, 6])
    #expect(Graph.complete(4).localClustering().values == [1, 1, 1, 1])
    #expect(Graph.star(4).localClustering().values == [0, nil, nil, nil])
    #expect(Graph.cycle(5).averageClustering() == 0)
    // A triangle with a tail: 1/3 where the tail begins, 1 at the other two, undefined at its end.
    let tailed = Graph(nodeCount: 4, edges: [Edge(0, 1), Edge(1, 2), Edge(2, 0), Edge(2, 3)])
    #expect(tailed.localClustering().values == [1, 1, 1.0 / 3, nil])
    #expect(tailed.averageClustering() == 7.0 / 9)
    #expect(tailed.averageClustering(undefined: .countAsZero) == 7.0 / 12)
    #expect(tailed.transitivity() == 0.6)
  }

  @Test func undefinedCases() {
    for nodeCount in 0..<3 {
      let graph = Graph.path(nodeCount)
      #expect(graph.averageClustering() == nil)
      #expect(graph.transitivity() == nil)
      #expect(graph.directedTransitivity() == nil)
      #expect(graph.triangles().values == Array(repeating: 0, count: nodeCount))
      let asZero = graph.averageClustering(undefined: .countAsZero)
      #expect(asZero == (nodeCount == 0 ? nil : 0))
    }
  }

  /// By the definition: every pair of contacts is looked at.
  @Test(arguments: 0..<16, [Graph.Kind.directed, .undirected])
  func agreesWithItsDefinition(seed: UInt64, kind: Graph.Kind) {
    let graph = randomGraph(seed: seed, kind: kind, edgeCount: 110)
    let union = graph.undirected
    for node in graph.nodes {
      let contacts = Array(union.neighbors(of: node))
      let closed = contacts.flatMap { first in
        contacts.filter { union.hasEdge(from: first, to: $0) }
      }
      #expect(graph.triangles()[node] == closed.count / 2)
      let pairs = contacts.count * (contacts.count - 1)
      let share = pairs > 0 ? Double(closed.count) / Double(pairs) : nil
      #expect(graph.localClustering()[node] == share)
    }
  }

  @Test(arguments: 0..<16)
  func directedTransitivityAgreesWithItsDefinition(seed: UInt64) {
    let graph = randomGraph(seed: seed, kind: .directed, nodeCount: 14, edgeCount: 60)
    var (paths, closed) = (0, 0)
    for middle in graph.nodes {
      for first in graph.predecessors(of: middle) {
        for last in graph.neighbors(of: middle) where last != first {
          paths += 1
          closed += graph.hasEdge(from: first, to: last) ? 1 : 0
        }
      }
    }
    #expect(graph.directedTransitivity() == Double(closed) / Double(paths))
    #expect(graph.undirected.directedTransitivity() == graph.transitivity())
  }

  @Test(arguments: 0..<16)
  func followsNodesWhenRelabelled(seed: UInt64) {
    let graph = randomGraph(seed: seed, edgeCount: 90)
    let (order, relabelled) = shuffled(graph, seed: seed)
    let (scores, others) = (graph.localClustering(), relabelled.localClustering())
    for node in 0..<graph.nodeCount { #expect(scores.values[node] == others.values[order[node]]) }
    #expect(graph.transitivity() == relabelled.transitivity())
  }

  @Test func anIsolateChangesTheMeanOnlyWhereItCounts() throws {
    let graph = Graph.complete(4)
    let larger = Graph(nodeCount: 5, edges: graph.edges)
    #expect(larger.averageClustering() == graph.averageClustering())
    #expect(larger.transitivity() == graph.transitivity())
    #expect(larger.averageClustering(undefined: .countAsZero) == 0.8)
  }
}
