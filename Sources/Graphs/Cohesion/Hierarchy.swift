// Krackhardt's four dimensions of an informal organization: how near a graph is to an out-tree, in
// which one node stands above all and every other has one superior. An out-tree has 1 on each.
//
// Krackhardt, "Graph theoretical dimensions of informal organizations", 1994. The fourth, least
// upper bounds, has a file of its own.
extension Graph {
  /// Returns Krackhardt's connectedness: the share of pairs of nodes that ties join, directly or
  /// through others.
  ///
  ///     Graph.path(3).krackhardtConnectedness()  // 1
  ///
  /// Directions are ignored.
  ///
  /// - Returns: A share, or `nil` below two nodes.
  /// - Complexity: O(*n* + *m*).
  ///
  /// Krackhardt, "Graph theoretical dimensions of informal organizations", 1994.
  public func krackhardtConnectedness() -> Double? {
    guard nodeCount > 1 else { return nil }
    let joined = components().sizes.reduce(0) { $0 + $1 * ($1 - 1) }
    return Double(joined) / (Double(nodeCount) * Double(nodeCount - 1))
  }

  /// Returns Krackhardt's hierarchy: of the pairs of which one reaches the other, the share that
  /// is not answered.
  ///
  ///     Graph(nodeCount: 2, kind: .directed, edges: [Edge(0, 1)]).krackhardtHierarchy()  // 1
  ///
  /// Paths are meant, not ties alone. In an undirected graph it says nothing: always 0.
  ///
  /// - Returns: A share, or `nil` where there are no ties.
  /// - Complexity: O((*n* + *m*) *n*/512) time, O(*n* + *m*) space.
  ///
  /// Krackhardt, "Graph theoretical dimensions of informal organizations", 1994.
  public func krackhardtHierarchy() -> Double? {
    guard edgeCount > 0 else { return nil }
    guard isDirected else { return 0 }
    let condensation = Condensation(self)
    let mutual = condensation.sizes.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
    // A mutual pair is two ordered pairs.
    let joined = condensation.reachablePairCount - mutual
    return 1 - Double(mutual) / Double(joined)
  }

  /// Returns Krackhardt's efficiency: how few ties there are beyond those that hold the components
  /// together.
  ///
  /// 1 − excess/largest excess, summed over components. A component of *k* nodes needs *k* − 1
  /// ties.
  ///
  ///     Graph.star(6).krackhardtEfficiency(counting: .pairs)     // 1
  ///     Graph.complete(6).krackhardtEfficiency(counting: .pairs) // 0
  ///
  /// Counted by arcs it equals sna `efficiency`; an undirected tie is then two arcs.
  ///
  /// - Parameter ties: What is counted.
  /// - Returns: A share, or `nil` where no component could have more ties than it needs.
  /// - Complexity: O(*n* + *m*).
  ///
  /// Krackhardt, "Graph theoretical dimensions of informal organizations", 1994.
  public func krackhardtEfficiency(counting ties: TieCount = .arcs) -> Double? {
    let counted = ties == .pairs ? contacts.targets.count / 2 : outgoing.targets.count
    let components = components()
    var needed = 0
    var largestExcess = 0
    for size in components.sizes {
      needed += size - 1
      let possible = ties == .pairs ? size * (size - 1) / 2 : size * (size - 1)
      largestExcess += possible - (size - 1)
    }
    guard largestExcess > 0 else { return nil }
    return 1 - Double(counted - needed) / Double(largestExcess)
  }

  /// What Krackhardt's efficiency counts as a tie.
  public enum TieCount: Hashable, Sendable {
    /// Arcs: a pair with an arc each way, and an undirected tie, is two.
    case arcs
    /// Pairs of nodes that a tie joins in either direction, as in Krackhardt's paper.
    case pairs
  }
}
