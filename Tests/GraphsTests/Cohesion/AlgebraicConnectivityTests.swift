import Foundation
import Testing

@testable import Graphs

struct AlgebraicConnectivityTests {
  @Test func closedForms() {
    #expect(isNear(Graph.complete(6).algebraicConnectivity(), 6))
    #expect(isNear(Graph.star(6).algebraicConnectivity(), 1))
    #expect(isNear(Graph.path(2).algebraicConnectivity(), 2))
    #expect(isNear(Graph.cycle(8).algebraicConnectivity(), 2 - 2.0.squareRoot()))
    #expect(isNear(Graph.path(10).algebraicConnectivity(), 2 - 2 * cos(.pi / 10)))
  }

  @Test func edgeCases() {
    #expect(Graph(nodeCount: 0, edges: []).algebraicConnectivity() == nil)
    #expect(Graph(nodeCount: 1, edges: []).algebraicConnectivity() == nil)
    #expect(Graph(nodeCount: 2, edges: []).algebraicConnectivity() == 0)
    #expect(Graph(nodeCount: 4, edges: [Edge(0, 1), Edge(2, 3)]).algebraicConnectivity() == 0)
    #expect(Graph(nodeCount: 4, edges: [Edge(0, 1)]).fiedlerVector() == nil)
  }

  @Test func longPathsSettle() throws {
    let count = 3_000
    let value = try #require(Graph.path(count).algebraicConnectivity())
    let expected = 4 * pow(sin(.pi / Double(2 * count)), 2)
    #expect(abs(value / expected - 1) < 1e-6)
  }

  @Test func theFiedlerVectorCutsAtTheBridge() throws {
    let vector = try #require(Graph.path(3).fiedlerVector())
    let half = 0.5.squareRoot()
    #expect(areNear(vector.values, [half, 0, -half]))
    let cliques = Graph.complete(4).edges
    let graph = Graph(
      nodeCount: 8,
      edges: cliques + cliques.map { Edge($0.source.index + 4, $0.target.index + 4) }
        + [Edge(3, 4)])
    let line = try #require(graph.fiedlerVector())
    #expect(line.values[..<4].allSatisfy { $0 > 0 })
    #expect(line.values[4...].allSatisfy { $0 < 0 })
  }

  @Test(arguments: 0..<4)
  func isTheSecondEigenvalue(seed: UInt64) throws {
    let tree = randomTree(seed: seed)
    let graph = Graph(nodeCount: 24, edges: tree.edges + randomGraph(seed: seed).edges)
    let spectrum = SymmetricSpectrum(laplacian(graph))
    let value = try #require(graph.algebraicConnectivity())
    #expect(isNear(value, spectrum.values[1]))
    let vector = try #require(graph.fiedlerVector()).values
    let image = laplacian(graph).map { zip($0, vector).reduce(0) { $0 + $1.0 * $1.1 } }
    #expect(areNear(image, vector.map { value * $0 }, tolerance: 1e-7))
    #expect(isNear(shuffled(graph, seed: seed).graph.algebraicConnectivity(), value))
    #expect(isNear(bothWays(graph).algebraicConnectivity(), value))
  }

  /// On large graphs conjugate gradients give the same products.
  @Test(arguments: 0..<8)
  func bothInversesAgree(seed: UInt64) {
    let graph = Graph(
      nodeCount: 24, edges: randomTree(seed: seed).edges + randomGraph(seed: seed).edges)
    let matrix = WeightMatrix(graph)
    var generator = SeededGenerator(seed: seed)
    let side = (0..<24).map { _ in generator.nextUnit() }.centred
    let byFactor = LaplacianInverse(matrix).times(side)
    let bySteps = LaplacianInverse(matrix, smallCount: 0).times(side)
    #expect(areNear(byFactor, bySteps))
    #expect(areNear(LaplacianInverse(matrix).laplacian(byFactor), side))
  }
}

/// The Laplacian as rows.
func laplacian(_ graph: Graph) -> [[Double]] {
  graph.nodes.map { row in
    graph.nodes.map { column in
      row == column
        ? graph.strength()[row] : -(graph.weight(from: row, to: column) ?? 0)
    }
  }
}
