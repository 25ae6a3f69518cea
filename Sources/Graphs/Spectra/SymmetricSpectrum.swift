/// All eigenvalues and eigenvectors of a small symmetric matrix.
///
/// Householder's reflections to three diagonals, then the implicit QL method.
///
/// Bowdler, Martin, Reinsch and Wilkinson, "The QR and QL algorithms for symmetric matrices", 1968,
/// doi:10.1007/BF02219772.
struct SymmetricSpectrum: Sendable {
  /// The eigenvalues in ascending order.
  private(set) var values: [Double]
  /// For each eigenvalue a vector of length 1; those of different values are at right angles.
  private(set) var vectors: [[Double]]

  /// Creates the spectrum of a matrix.
  ///
  /// - Complexity: O(*n*³).
  init(_ matrix: [[Double]]) {
    var reduction = HouseholderReduction(matrix)
    reduction.reduce()
    self.init(
      diagonal: reduction.diagonal, beside: reduction.beside, basis: reduction.basis)
  }

  /// Creates the spectrum of a matrix with three diagonals.
  ///
  /// - Parameters:
  ///   - diagonal: The diagonal.
  ///   - beside: The entries beside it, one fewer.
  init(diagonal: [Double], beside: [Double]) {
    self.init(diagonal: diagonal, beside: beside, basis: Self.identity(diagonal.count))
  }

  static func identity(_ count: Int) -> [[Double]] {
    (0..<count).map { row in (0..<count).map { $0 == row ? 1 : 0 } }
  }

  private init(diagonal: [Double], beside: [Double], basis: [[Double]]) {
    var sweep = ImplicitQL(diagonal: diagonal, beside: beside + [0], vectors: basis)
    for index in diagonal.indices { sweep.settle(index) }
    let order = diagonal.indices.sorted { sweep.diagonal[$0] < sweep.diagonal[$1] }
    values = order.map { sweep.diagonal[$0] }
    vectors = order.map { sweep.vectors[$0] }
  }
}

/// Turns a symmetric matrix until only the diagonal and the entries beside it are left.
private struct HouseholderReduction {
  private var matrix: [[Double]]
  /// The rows of the product of all reflections: the new axes in terms of the old ones.
  private(set) var basis: [[Double]]

  init(_ matrix: [[Double]]) {
    self.matrix = matrix
    basis = SymmetricSpectrum.identity(matrix.count)
  }

  var diagonal: [Double] { matrix.indices.map { matrix[$0][$0] } }
  var beside: [Double] { matrix.indices.dropLast().map { matrix[$0][$0 + 1] } }

  mutating func reduce() {
    for column in matrix.indices.dropLast(2) { reflect(below: column) }
  }

  /// Makes a column zero below the entry beside the diagonal.
  private mutating func reflect(below column: Int) {
    let range = column + 1..<matrix.count
    var normal = matrix[column]
    let length = range.reduce(0) { $0 + normal[$1] * normal[$1] }.squareRoot()
    guard length > 0 else { return }
    normal[column + 1] += normal[column + 1] < 0 ? -length : length
    let square = range.reduce(0) { $0 + normal[$1] * normal[$1] }
    // A ← (1 − 2vvᵀ/vᵀv) A (1 − 2vvᵀ/vᵀv) = A − vwᵀ − wvᵀ
    let product = matrix.map { row in
      range.reduce(0) { $0 + row[$1] * normal[$1] } * 2 / square
    }
    let along = range.reduce(0) { $0 + product[$1] * normal[$1] } / square
    var change = product
    for row in range { change[row] -= along * normal[row] }
    for row in range {
      for other in range {
        matrix[row][other] -= normal[row] * change[other] + change[row] * normal[other]
      }
    }
    let image = matrix[column][column + 1] - normal[column + 1] * product[column]
    for row in range {
      matrix[column][row] = 0
      matrix[row][column] = 0
    }
    matrix[column][column + 1] = image
    matrix[column + 1][column] = image
    // Rows of the basis are axes; each reflection mixes those of the range.
    var sum = Array(repeating: 0.0, count: matrix.count)
    for row in range {
      for place in sum.indices { sum[place] += normal[row] * basis[row][place] }
    }
    for row in range {
      let factor = 2 / square * normal[row]
      for place in sum.indices { basis[row][place] -= factor * sum[place] }
    }
  }
}

/// The QL method with implicit shifts, and the turning of the axes that goes with it.
private struct ImplicitQL {
  private(set) var diagonal: [Double]
  private var beside: [Double]
  private(set) var vectors: [[Double]]

  init(diagonal: [Double], beside: [Double], vectors: [[Double]]) {
    self.diagonal = diagonal
    self.beside = beside
    self.vectors = vectors
  }

  /// Makes the entry beside a place of the diagonal zero.
  mutating func settle(_ place: Int) {
    // Convergence is cubic: more than a few steps are never seen, 60 would be a defect.
    for _ in 0..<60 {
      var end = place
      while end < diagonal.count - 1, !isNegligible(end) { end += 1 }
      if end == place { return }
      step(from: place, to: end)
    }
  }

  private func isNegligible(_ place: Int) -> Bool {
    abs(beside[place]) <= 0x1p-52 * (abs(diagonal[place]) + abs(diagonal[place + 1]))
  }

  private mutating func step(from first: Int, to last: Int) {
    let slope = (diagonal[first + 1] - diagonal[first]) / (2 * beside[first])
    let root = (slope * slope + 1).squareRoot()
    var rest = diagonal[last] - diagonal[first]
    rest += beside[first] / (slope + (slope < 0 ? -root : root))
    var (sine, cosine, shift) = (1.0, 1.0, 0.0)
    for place in (first..<last).reversed() {
      let bulge = sine * beside[place]
      let side = cosine * beside[place]
      let length = (bulge * bulge + rest * rest).squareRoot()
      beside[place + 1] = length
      if length == 0 {
        // The matrix falls into two here; the next step begins below.
        diagonal[place + 1] -= shift
        beside[last] = 0
        return
      }
      sine = bulge / length
      cosine = rest / length
      rest = diagonal[place + 1] - shift
      let turned = (diagonal[place] - rest) * sine + 2 * cosine * side
      shift = sine * turned
      diagonal[place + 1] = rest + shift
      rest = cosine * turned - side
      turn(place, sine: sine, cosine: cosine)
    }
    diagonal[first] -= shift
    beside[first] = rest
    beside[last] = 0
  }

  private mutating func turn(_ place: Int, sine: Double, cosine: Double) {
    for index in vectors[place].indices {
      let (one, other) = (vectors[place][index], vectors[place + 1][index])
      vectors[place + 1][index] = sine * one + cosine * other
      vectors[place][index] = cosine * one - sine * other
    }
  }
}
