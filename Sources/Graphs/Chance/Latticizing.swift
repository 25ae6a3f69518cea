extension Graph {
  /// Returns a lattice in which every node has as many ties as here.
  ///
  /// The nodes are set on a ring, in random order, and pairs of ties trade ends again and again
  /// where that makes them no longer along the ring; a trade that would make a self-loop or a
  /// parallel tie is left out. What comes out is as clustered as the degrees allow, or nearly.
  ///
  ///     var generator = SeededGenerator(seed: 1)
  ///     let lattice = Graph.cycle(10).latticized(using: &generator)
  ///     lattice.degree() == Graph.cycle(10).degree()  // true
  ///
  /// Directions are kept as in `rewired(attemptsPerEdge:using:)`; values are ignored.
  ///
  /// - Parameters:
  ///   - attemptsPerEdge: How many trades are tried for each tie.
  ///   - generator: The source of randomness, from which one number is drawn.
  /// - Complexity: As that of `rewired(attemptsPerEdge:using:)`.
  ///
  /// Sporns and Zwi, "The small world of the cerebral cortex", 2004, doi:10.1385/NI:2:2:145.
  public func latticized(
    attemptsPerEdge: Int = 200, using generator: inout some RandomNumberGenerator
  ) -> Graph {
    var random = SeededGenerator(seed: generator.next())
    var seats = Array(0..<nodeCount)
    random.shuffle(&seats)
    var swaps = TieSwaps(self)
    swaps.attempt(times: attemptsPerEdge * edgeCount, onRing: seats, using: &random)
    let ties = zip(swaps.sources, swaps.targets).map { Edge($0, $1) }
    return Graph(nodeCount: nodeCount, kind: kind, edges: ties)
  }
}
