/// The inverse of the Laplacian of a connected graph, on vectors that sum to 0.
///
/// By conjugate gradients on a large graph on which they settle soon, as where all is near to all;
/// else by a sparse factor. A factor is small on long thin graphs, on which gradients take for ever.
struct LaplacianInverse {
  private let matrix: WeightMatrix
  private let strengths: [Double]
  private var factor: SparseFactor?
  private static let patience = 300

  /// Creates the inverse.
  ///
  /// - Parameter smallCount: How many nodes a graph has at most whose factor is taken unasked.
  init(_ matrix: WeightMatrix, smallCount: Int = 500) {
    self.matrix = matrix
    strengths = matrix.rowSums
    if matrix.count > smallCount {
      var generator = SeededGenerator(seed: 1)
      let trial = strengths.map { _ in generator.nextUnit() }.centred
      if conjugateGradients(for: trial, stepLimit: Self.patience).isSettled { return }
    }
    factor = SparseFactor(matrix, diagonal: strengths, ground: 0)
  }

  /// Returns the vector with sum 0 whose product with the Laplacian is a given one with sum 0.
  func times(_ vector: [Double]) -> [Double] {
    if let factor { return factor.solution(for: vector).centred }
    return conjugateGradients(for: vector, stepLimit: 4 * Self.patience).solution.centred
  }

  /// The product of the Laplacian and a vector, of which `times` is the inverse.
  func laplacian(_ vector: [Double]) -> [Double] {
    let product = matrix.times(vector)
    return vector.indices.map { strengths[$0] * vector[$0] - product[$0] }
  }

  /// Returns the solution by conjugate gradients with the strengths as preconditioner, and whether
  /// the steps sufficed to make it exact to rounding.
  ///
  /// Hestenes and Stiefel, "Methods of conjugate gradients for solving linear systems", 1952,
  /// doi:10.6028/jres.049.044.
  private func conjugateGradients(for side: [Double], stepLimit: Int) -> (
    solution: [Double], isSettled: Bool
  ) {
    var solution = Array(repeating: 0.0, count: side.count)
    var residual = side
    var scaled = zip(residual, strengths).map { $0 / $1 }
    var direction = scaled
    var size = residual.dot(scaled)
    let goal = size * 1e-28
    for _ in 0..<stepLimit where size > goal {
      let image = laplacian(direction)
      let step = size / direction.dot(image)
      for node in side.indices {
        solution[node] += step * direction[node]
        residual[node] -= step * image[node]
        scaled[node] = residual[node] / strengths[node]
      }
      let next = residual.dot(scaled)
      for node in side.indices { direction[node] = scaled[node] + next / size * direction[node] }
      size = next
    }
    return (solution, size <= goal)
  }
}

extension [Double] {
  /// The sum of the products with another vector.
  func dot(_ other: [Double]) -> Double {
    let (own, other) = (self.span, other.span)
    var sum = 0.0
    for place in 0..<own.count { sum += own[place] * other[place] }
    return sum
  }

  /// The same vector less its mean.
  var centred: [Double] {
    let mean = reduce(0, +) / Double(count)
    return map { $0 - mean }
  }

  /// Takes away a multiple of another vector.
  mutating func subtract(_ factor: Double, times other: [Double]) {
    for place in indices { self[place] -= factor * other[place] }
  }
}
