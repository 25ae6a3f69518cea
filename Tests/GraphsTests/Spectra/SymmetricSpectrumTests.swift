import Testing

@testable import Graphs

struct SymmetricSpectrumTests {
  @Test func closedForms() {
    #expect(SymmetricSpectrum([]).values == [])
    #expect(SymmetricSpectrum([[3]]).values == [3])
    #expect(areNear(SymmetricSpectrum([[0, 1], [1, 0]]).values, [-1, 1]))
    #expect(areNear(SymmetricSpectrum([[2, 0, 0], [0, 1, 0], [0, 0, 3]]).values, [1, 2, 3]))
    let complete = laplacian(.complete(6))
    #expect(areNear(SymmetricSpectrum(complete).values, [0, 6, 6, 6, 6, 6]))
  }

  @Test(arguments: 0..<16)
  func vectorsAreTurnedIntoTheirMultiples(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let count = 1 + Int(seed)
    var matrix = SymmetricSpectrum.identity(count)
    for row in 0..<count {
      for column in 0...row {
        matrix[row][column] = generator.nextUnit() - 0.5
        matrix[column][row] = matrix[row][column]
      }
    }
    let spectrum = SymmetricSpectrum(matrix)
    #expect(spectrum.values == spectrum.values.sorted())
    for (value, vector) in zip(spectrum.values, spectrum.vectors) {
      #expect(areNear(matrix.map { $0.dot(vector) }, vector.map { value * $0 }))
    }
    for first in 0..<count {
      for second in 0..<count {
        let product = spectrum.vectors[first].dot(spectrum.vectors[second])
        #expect(isNear(product, first == second ? 1 : 0))
      }
    }
  }
}

struct SparseFactorTests {
  /// Solutions put back into the equations, and the diagonal of the inverse column by column.
  @Test(arguments: 0..<16)
  func solutionsSolve(seed: UInt64) throws {
    let graph = Graph(
      nodeCount: 24, edges: randomTree(seed: seed).edges + randomGraph(seed: seed).edges)
    let matrix = WeightMatrix(graph)
    let diagonal = matrix.rowSums.map { $0 + 0.5 }
    let factor = try #require(SparseFactor(matrix, diagonal: diagonal))
    var inverseDiagonal: [Double] = []
    for node in 0..<24 {
      let side = (0..<24).map { $0 == node ? 1.0 : 0 }
      let solution = factor.solution(for: side)
      let product = matrix.times(solution)
      let back = (0..<24).map { diagonal[$0] * solution[$0] - product[$0] }
      #expect(areNear(back, side))
      inverseDiagonal.append(solution[node])
    }
    #expect(areNear(factor.inverseDiagonal(), inverseDiagonal))
  }

  @Test func whatIsNotPositiveDefiniteHasNoFactor() {
    let matrix = WeightMatrix(.complete(4))
    #expect(SparseFactor(matrix, diagonal: [1, 1, 1, 1]) == nil)
    #expect(SparseFactor(matrix, diagonal: [4, 4, 4, 4]) != nil)
  }

  /// Trees and hubs have no fill, whatever their size.
  @Test func treesAndHubsTakeLittle() {
    for graph in [Graph.star(20_000), .path(20_000)] {
      let matrix = WeightMatrix(graph)
      let order = EliminationOrder(matrix, ground: nil)
      #expect(order.neighbors.reduce(0) { $0 + $1.count } == 19_999)
      #expect(order.order.sorted() == Array(0..<20_000))
    }
  }
}
