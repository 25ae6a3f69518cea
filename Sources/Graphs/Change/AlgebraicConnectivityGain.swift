extension Graph {
  /// Returns by how much each of some new ties, alone, would raise the algebraic connectivity.
  ///
  /// Which introduction would make the graph hardest to cut in two. Nothing is gained while the
  /// graph stays in pieces: join these first.
  ///
  ///     Graph.path(3).algebraicConnectivityGains(ofAdding: [Edge(0, 2)])  // [2]
  ///
  /// Directions are ignored; the weights of the graph and of the ties are used. A tie that is there
  /// grows by the weight.
  ///
  /// - Parameter ties: The ties, such as `possibleEdges`.
  /// - Returns: The gains in the order of the ties, or `nil` below two nodes.
  /// - Precondition: Ends are two nodes of the graph.
  /// - Complexity: O(*n*³) once and O(*n*) for each tie; O(*n*²) space.
  ///
  /// Ghosh and Boyd, "Growing well-connected graphs", 2006, doi:10.1109/CDC.2006.377282. Golub,
  /// "Some modified matrix eigenvalue problems", 1973, doi:10.1137/1015032.
  public func algebraicConnectivityGains(ofAdding ties: [Edge]) -> [Double]? {
    guard nodeCount > 1 else { return nil }
    let spectrum = LaplacianSpectrum(undirected)
    let chunkCount = 16
    let parts = chunkedResults(
      count: chunkCount, concurrently: ties.count * nodeCount > 20_000
    ) { chunk in
      stride(from: chunk, to: ties.count, by: chunkCount).map { spectrum.gain(of: ties[$0]) }
    }
    return ties.indices.map { parts[$0 % chunkCount][$0 / chunkCount] }
  }
}

/// All eigenvalues of a Laplacian, and where the second moves when a tie is added.
private struct LaplacianSpectrum: Sendable {
  private let spectrum: SymmetricSpectrum
  private let values: [Double]

  init(_ graph: Graph) {
    var laplacian = graph.nodes.map { _ in Array(repeating: 0.0, count: graph.nodeCount) }
    for edge in graph.edges {
      let (source, target) = (edge.source.index, edge.target.index)
      laplacian[source][target] = -edge.weight
      laplacian[target][source] = -edge.weight
      laplacian[source][source] += edge.weight
      laplacian[target][target] += edge.weight
    }
    spectrum = SymmetricSpectrum(laplacian)
    // As many are 0 as there are components; the rest are not, however small.
    let components = graph.components().groupCount
    values = spectrum.values.enumerated().map { $0.offset < components ? 0 : $0.element }
  }

  /// By how much the second eigenvalue grows.
  ///
  /// With *z* the eigenvectors' differences between the ends of a tie of weight *w*, the new
  /// eigenvalues are the roots of 1 + *w* Σ *z*²/(λ − μ), one between each two old ones; and the sum
  /// grows with μ.
  func gain(of tie: Edge) -> Double {
    let squares = spectrum.vectors.map { vector in
      let difference = vector[tie.source.index] - vector[tie.target.index]
      return tie.weight * difference * difference
    }
    var low = values[1]
    // The sum of all eigenvalues grows by twice the weight.
    var high = low + 2 * tie.weight
    if values.count > 2 { high = min(high, values[2]) }
    while true {
      let middle = low + (high - low) / 2
      guard low < middle, middle < high else { return low - values[1] }
      var sum = 1.0
      for (square, value) in zip(squares, values) { sum += square / (value - middle) }
      if sum < 0 { low = middle } else { high = middle }
    }
  }
}
