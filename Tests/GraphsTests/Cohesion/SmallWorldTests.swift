import Graphs
import Testing

struct SmallWorldTests {
  /// Each node tied to the two next on either side, and some ties moved.
  private func lattice(moved: Int) -> Graph {
    var generator = SeededGenerator(seed: 7)
    var edges = (0..<60).flatMap { [Edge($0, ($0 + 1) % 60), Edge($0, ($0 + 2) % 60)] }
    for place in 0..<moved {
      edges[place * 5] = Edge(place, Int.random(in: 30..<60, using: &generator))
    }
    return Graph(nodeCount: 60, edges: edges)
  }

  @Test func aFewMovedTiesMakeASmallWorld() throws {
    let ring = try #require(lattice(moved: 0).smallWorld(replicates: 5, seed: 1))
    #expect(ring.transitivity == 0.5)
    #expect(try #require(ring.omega) < -0.3)
    let small = try #require(lattice(moved: 6).smallWorld(replicates: 5, seed: 1))
    #expect(try #require(small.sigma) > 1.5)
    #expect(try #require(small.omega) > #require(ring.omega))
    #expect(try #require(small.latticeTransitivity) >= small.transitivity)
  }

  @Test func onlyTheLargestComponentCounts() throws {
    let graph = lattice(moved: 6)
    let more = Graph(nodeCount: 65, edges: graph.edges + [Edge(60, 61), Edge(61, 62)])
    #expect(more.smallWorld(replicates: 3, seed: 1) == graph.smallWorld(replicates: 3, seed: 1))
    #expect(more.smallWorldByFormula() == graph.smallWorldByFormula())
    #expect(more.smallWorldByFormula()?.nodeCount == 60)
    #expect(bothWays(more).smallWorldByFormula() == graph.smallWorldByFormula())
  }

  @Test func undefinedCases() {
    for graph in [Graph(nodeCount: 0, edges: []), Graph(nodeCount: 3, edges: []), .path(2)] {
      #expect(graph.smallWorld(replicates: 2, seed: 1) == nil)
      #expect(graph.smallWorldByFormula() == nil)
    }
    let star = Graph.star(6).smallWorld(replicates: 2, seed: 1)
    #expect(star?.sigma == nil)
    #expect(star?.omega == nil)
    #expect(Graph.star(6).smallWorldByFormula()?.sigma == 0)
    #expect(Graph.star(6).smallWorldByFormula()?.omega == nil)
  }

  @Test func latticesKeepDegreesAndCluster() throws {
    var generator = SeededGenerator(seed: 3)
    let graph = lattice(moved: 0).rewired(using: &generator)
    let lattice = graph.latticized(using: &generator)
    #expect(lattice.degree() == graph.degree())
    #expect(lattice.edgeCount == graph.edgeCount)
    #expect(try #require(lattice.transitivity()) > 0.35)
    let arcs = randomGraph(seed: 1, kind: .directed)
    let latticeOfArcs = arcs.latticized(using: &generator)
    #expect(latticeOfArcs.inDegree() == arcs.inDegree())
    #expect(latticeOfArcs.outDegree() == arcs.outDegree())
  }
}
