/// The largest eigenvalue of a matrix of weights, and its eigenvector, which is positive.
///
/// The matrix must be irreducible: that of a connected graph, or of a strongly connected one.
/// Then both are unique (Perron 1907, Frobenius 1912).
struct PerronPair: Sendable {
  /// The eigenvalue; where the search did not settle, a bound that it does not exceed.
  let value: Double
  /// The eigenvector, its largest entry 1, or `nil` where the search did not settle.
  let vector: [Double]?

  /// Creates the pair of a matrix.
  ///
  /// - Complexity: O(*n* + *m*) for each step of the power iteration, of which there are few
  ///   where the eigenvalue stands well above the next. Where it does not, as on a long path, a
  ///   symmetric matrix takes some steps of Noda's iteration, a sparse factor each.
  init(_ matrix: WeightMatrix, isSymmetric: Bool) {
    guard matrix.count > 1 else {
      value = 0
      vector = matrix.count == 1 ? [1] : nil
      return
    }
    var search = PerronSearch(matrix)
    var isSettled = search.iteratePowers(isPatient: !isSymmetric)
    if !isSettled, isSymmetric { isSettled = search.iterateInverses() }
    let ratios = search.ratios
    value = isSettled ? search.ratioOfLargest : ratios.max() ?? 0
    vector = isSettled ? search.vector : nil
  }
}

private struct PerronSearch {
  let matrix: WeightMatrix
  private(set) var vector: [Double]

  init(_ matrix: WeightMatrix) {
    self.matrix = matrix
    vector = Array(repeating: 1, count: matrix.count)
  }

  /// Multiplies by the matrix again and again, and returns whether the vector stands still.
  ///
  /// A multiple of the vector is added each time: on a bipartite graph the eigenvalue of the same
  /// size below zero would make it swing for ever. The factor is no larger than the eigenvalue of
  /// a symmetric matrix, whatever the unit of the weights.
  ///
  /// - Parameter isPatient: Whether to go on where the changes hardly get smaller.
  mutating func iteratePowers(isPatient: Bool) -> Bool {
    let sums = matrix.rowSums
    let shift = (sums.reduce(0) { $0 + $1 * $1 } / Double(sums.count)).squareRoot() / 2
    var earlierChange = Double.infinity
    for step in 1...40_000 {
      var product = matrix.times(vector)
      for node in product.indices { product[node] += shift * vector[node] }
      let change = replace(by: product)
      if change <= 1e-14 { return true }
      if step % 50 == 0, !isPatient {
        if change > earlierChange / 10 { return false }
        earlierChange = change
      }
    }
    return false
  }

  /// Solves with the matrix taken from the least multiple of the identity known to exceed it.
  ///
  /// Noda, "Note on the computation of the maximal eigenvalue of a non-negative irreducible
  /// matrix", 1971, doi:10.1007/BF01436376. The bound falls until rounding stops it.
  mutating func iterateInverses() -> Bool {
    var bound = Double.infinity
    for _ in 0..<100 {
      guard let largest = ratios.max(), largest < bound else { return true }
      bound = largest
      let diagonal = Array(repeating: bound, count: matrix.count)
      guard let factor = SparseFactor(matrix, diagonal: diagonal) else { return true }
      let solution = factor.solution(for: vector)
      guard solution.allSatisfy({ $0 > 0 && $0.isFinite }) else { return true }
      if replace(by: solution) <= 1e-15 { return true }
    }
    return false
  }

  /// How many times larger each entry becomes; the eigenvalue lies between the extremes.
  var ratios: [Double] {
    zip(matrix.times(vector), vector).map { $1 > 0 ? $0 / $1 : 0 }
  }

  var ratioOfLargest: Double {
    guard let largest = vector.indices.max(by: { vector[$0] < vector[$1] }) else { return 0 }
    return ratios[largest]
  }

  /// Takes a new vector, its largest entry made 1, and returns how far entries moved at most.
  private mutating func replace(by candidate: [Double]) -> Double {
    let largest = candidate.max() ?? 1
    var change = 0.0
    for node in candidate.indices {
      let value = candidate[node] / largest
      change = max(change, abs(value - vector[node]))
      vector[node] = value
    }
    return change
  }
}
