import Graphs
import Testing

struct CentralizationTests {
  @Test(arguments: 3..<9)
  func starAndCycleAreTheEnds(nodeCount: Int) throws {
    let star = Graph.star(nodeCount)
    #expect(try #require(star.degreeCentralization()) == 1)
    #expect(abs(try #require(star.betweennessCentralization()) - 1) < 1e-12)
    #expect(abs(try #require(star.closenessCentralization()) - 1) < 1e-12)
    for even in [Graph.cycle(nodeCount), .complete(nodeCount)] {
      #expect(try #require(even.degreeCentralization()) == 0)
      #expect(abs(try #require(even.betweennessCentralization())) < 1e-12)
      #expect(abs(try #require(even.closenessCentralization())) < 1e-12)
    }
  }

  @Test func directionsGoApart() {
    let arcs = (1..<5).map { Edge(0, $0) }
    let out = Graph(nodeCount: 5, kind: .directed, edges: arcs)
    #expect(out.outDegreeCentralization() == 1)
    #expect(out.inDegreeCentralization() == 1.0 / 16)
    #expect(out.degreeCentralization() == 1)
    #expect(out.closenessCentralization().map { abs($0 - 1) < 1e-12 } == true)
    #expect(out.betweennessCentralization() == 0)
  }

  @Test func undefinedCases() {
    for nodeCount in 0..<3 {
      let graph = Graph.path(nodeCount == 0 ? 0 : nodeCount)
      #expect(graph.degreeCentralization() == nil)
      #expect(graph.inDegreeCentralization() == nil)
      #expect(graph.outDegreeCentralization() == nil)
      #expect(graph.betweennessCentralization() == nil)
      #expect(graph.closenessCentralization() == nil)
    }
    let apart = Graph(nodeCount: 4, edges: [Edge(0, 1), Edge(2, 3)])
    #expect(apart.closenessCentralization() == nil)
    #expect(apart.degreeCentralization() == 0)
    let tieless = Graph(nodeCount: 4, edges: [])
    #expect(tieless.degreeCentralization() == 0)
    #expect(tieless.betweennessCentralization() == 0)
  }

  @Test(arguments: 0..<8)
  func relabellingChangesNothing(seed: UInt64) throws {
    let graph = randomGraph(seed: seed, kind: .directed)
    let other = shuffled(graph, seed: seed).graph
    #expect(graph.degreeCentralization() == other.degreeCentralization())
    #expect(graph.inDegreeCentralization() == other.inDegreeCentralization())
    let (first, second) = (graph.betweennessCentralization(), other.betweennessCentralization())
    #expect(abs(try #require(first) - #require(second)) < 1e-12)
  }
}

struct BlockDensitiesTests {
  @Test func closedForms() {
    let densities = Graph.path(4).blockDensities(by: [0, 0, 1, 1])
    #expect(densities.values == [[1, 0.25], [0.25, 1]])
    #expect(densities.nodeCounts == [2, 2])
    let arcs = Graph(nodeCount: 3, kind: .directed, edges: [Edge(0, 1), Edge(0, 2), Edge(2, 1)])
    #expect(arcs.blockDensities(by: [7, 3, 3]).values == [[0.5, 0], [1, nil]])
  }

  @Test func nodesWithoutALabelAreLeftOut() {
    let densities = Graph.complete(4).blockDensities(by: [0, nil, 0, 1])
    #expect(densities.values == [[1, 1], [1, nil]])
    #expect(densities.excludedTieCount == 3)
    #expect(Graph(nodeCount: 0, edges: []).blockDensities(by: []).values == [])
  }

  /// Weighted by the number of pairs, blocks add up to the density of the whole.
  @Test(arguments: 0..<8, [Graph.Kind.directed, .undirected])
  func blocksAddUpToTheDensity(seed: UInt64, kind: Graph.Kind) throws {
    let graph = randomGraph(seed: seed, kind: kind)
    let densities = graph.blockDensities(by: graph.nodes.map { $0.index % 5 })
    var ties = 0.0
    for (row, size) in densities.nodeCounts.enumerated() {
      for (column, other) in densities.nodeCounts.enumerated() {
        let pairs = row == column ? size * (size - 1) : size * other
        ties += (densities.values[row][column] ?? 0) * Double(pairs)
      }
    }
    let density = try #require(graph.density)
    #expect(abs(ties / Double(24 * 23) - density) < 1e-12)
  }
}
