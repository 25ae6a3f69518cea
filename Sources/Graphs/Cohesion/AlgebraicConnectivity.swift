extension Graph {
  /// Returns the algebraic connectivity: how hard the graph is to cut in two.
  ///
  /// The second smallest eigenvalue of the Laplacian, the matrix of strengths less that of weights:
  /// 0 where the graph is in several pieces, small where few ties hold two large parts together.
  ///
  ///     Graph.complete(4).algebraicConnectivity()  // 4
  ///     Graph.star(4).algebraicConnectivity()      // 1
  ///
  /// In a directed graph directions are ignored. The weights are used; `unweighted` leaves them
  /// out. Equals networkx `algebraic_connectivity`.
  ///
  /// - Returns: The eigenvalue, or `nil` below two nodes.
  /// - Complexity: O(*n* + *m*) for each of some hundreds of steps on a large graph in which all is
  ///   near to all, else one sparse factor, as in `currentFlowCloseness()`.
  ///
  /// Fiedler, "Algebraic connectivity of graphs", 1973.
  public func algebraicConnectivity() -> Double? {
    guard nodeCount > 1 else { return nil }
    return fiedlerPair?.value ?? 0
  }

  /// Returns the Fiedler vector: a line on which nodes with ties stand close together.
  ///
  /// The eigenvector of the algebraic connectivity, of length 1 and sum 0; its signs cut the graph
  /// where it is easily cut. Which side is above 0 means nothing: it is the side of the first node
  /// that is on one. Where the eigenvalue is a multiple one, as in a complete graph, many vectors do
  /// as well, and this is one of them.
  ///
  ///     Graph.path(3).fiedlerVector()  // [0.707, 0, -0.707]
  ///
  /// - Returns: One value per node, or `nil` below two nodes and unless the graph is connected.
  /// - Complexity: That of `algebraicConnectivity()`.
  ///
  /// Fiedler, "A property of eigenvectors of nonnegative symmetric matrices and its application to
  /// graph theory", 1975.
  public func fiedlerVector() -> NodeMap<Double>? {
    fiedlerPair.map { NodeMap($0.vector) }
  }

  /// The second smallest eigenvalue and its vector; `nil` unless connected, with two nodes or more.
  private var fiedlerPair: (value: Double, vector: [Double])? {
    let union = undirected
    guard nodeCount > 1, union.components().groupCount == 1 else { return nil }
    let inverse = LaplacianInverse(WeightMatrix(union))
    var search = LanczosSearch(count: nodeCount)
    let vector = search.leadingVector(of: inverse.times)
    // The quotient of the vector has an error of the square of the vector's.
    let value = max(0, vector.dot(inverse.laplacian(vector)))
    let isUpsideDown = (vector.first { abs($0) > 1e-9 } ?? 0) < 0
    return (value, isUpsideDown ? vector.map { -$0 } : vector)
  }
}

/// Lanczos' search for the largest eigenvalue of a symmetric operator on vectors that sum to 0.
///
/// Lanczos, "An iteration method for the solution of the eigenvalue problem of linear differential
/// and integral operators", 1950, doi:10.6028/jres.045.026.
private struct LanczosSearch {
  private let stepLimit: Int
  private var start: [Double]

  init(count: Int) {
    stepLimit = min(count - 1, 40)
    // Any start will do that is not at right angles to the answer; the same one each time.
    var generator = SeededGenerator(seed: 1)
    start = (0..<count).map { _ in generator.nextUnit() }.centred
  }

  mutating func leadingVector(of operation: ([Double]) -> [Double]) -> [Double] {
    for _ in 0..<50 where !improve(by: operation) {}
    let length = start.dot(start).squareRoot()
    return start.map { $0 / length }
  }

  /// Makes the start the best vector of the space that some steps reach, and returns whether it
  /// is the answer to rounding.
  private mutating func improve(by operation: ([Double]) -> [Double]) -> Bool {
    var basis: [[Double]] = []
    var (diagonal, beside): ([Double], [Double]) = ([], [])
    var next = start
    var length = next.dot(next).squareRoot()
    while true {
      basis.append(next.map { $0 / length })
      next = operation(basis[basis.count - 1])
      diagonal.append(next.dot(basis[basis.count - 1]))
      // Twice, or rounding brings vectors back that were taken out.
      for _ in 0..<2 {
        next = next.centred
        for vector in basis { next.subtract(next.dot(vector), times: vector) }
      }
      length = next.dot(next).squareRoot()
      if basis.count % 4 == 0 || basis.count >= stepLimit {
        let spectrum = SymmetricSpectrum(diagonal: diagonal, beside: beside)
        guard let largest = spectrum.values.last, let mix = spectrum.vectors.last
        else { return true }
        let isExact = length * abs(mix[mix.count - 1]) <= 1e-13 * largest
        if isExact || basis.count >= stepLimit {
          start = Array(repeating: 0, count: start.count)
          for (share, vector) in zip(mix, basis) { start.subtract(-share, times: vector) }
          return isExact
        }
      }
      beside.append(length)
    }
  }
}
