import Graphs
import Testing

struct FragmentationTests {
  @Test func closedForms() throws {
    #expect(Graph(nodeCount: 3, edges: [Edge(0, 1)]).fragmentation() == 1 - 1.0 / 3)
    #expect(Graph.path(5).fragmentation() == 0)
    #expect(Graph(nodeCount: 4, edges: []).fragmentation() == 1)
    #expect(Graph(nodeCount: 4, edges: []).distanceWeightedFragmentation() == 1)
    #expect(Graph.complete(4).distanceWeightedFragmentation() == 0)
    let path = try #require(Graph.path(3).distanceWeightedFragmentation())
    #expect(abs(path - 1.0 / 6) < 1e-15)
  }

  @Test func belowTwoNodesUndefined() {
    for nodeCount in 0..<2 {
      #expect(Graph(nodeCount: nodeCount, edges: []).fragmentation() == nil)
      #expect(Graph(nodeCount: nodeCount, edges: []).distanceWeightedFragmentation() == nil)
    }
  }

  @Test(arguments: 0..<16)
  func directionsAndWeightsAreIgnored(seed: UInt64) throws {
    let graph = randomGraph(seed: seed, kind: .directed, weights: 1...5)
    let union = graph.undirected.unweighted
    #expect(graph.fragmentation() == union.fragmentation())
    #expect(graph.distanceWeightedFragmentation() == union.distanceWeightedFragmentation())
    #expect(
      try #require(graph.fragmentation())
        <= #require(graph.distanceWeightedFragmentation()) + 1e-15)
    #expect(graph.fragmentation() == 1 - (union.pathLengths().reachableShare ?? 0))
  }
}
