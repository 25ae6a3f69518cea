extension Graph {
  /// The share of arcs that an arc answers, or `nil` in an undirected graph or without arcs.
  ///
  /// 2*M*/(2*M* + *A*) for *M* mutual and *A* one-way pairs, as in networkx and igraph. In surveys
  /// a one-sided claim is often an error of recall.
  public var reciprocity: Double? { isDirected ? dyadCensus().reciprocityOfArcs : nil }

  /// Returns how many pairs of nodes have arcs both ways, one way, and no way.
  ///
  ///     let arcs = [Edge(0, 1), Edge(1, 0), Edge(1, 2)]
  ///     Graph(nodeCount: 3, kind: .directed, edges: arcs).dyadCensus()  // 1, 1, 1
  ///
  /// An undirected tie counts as an arc each way.
  ///
  /// - Complexity: O(*n* + *m*).
  ///
  /// Holland and Leinhardt, "A method for detecting structure in sociometric data", 1970,
  /// doi:10.1086/224954.
  public func dyadCensus() -> DyadCensus {
    // A contact stands at both ends, once however many arcs there are.
    dyadCensus(tiedPairs: contacts.targets.count / 2)
  }

  /// The census of a graph of which is known how many pairs have a tie.
  func dyadCensus(tiedPairs pairs: Int) -> DyadCensus {
    let mutual = isDirected ? edgeCount - pairs : pairs
    return DyadCensus(
      mutual: mutual, oneWay: isDirected ? edgeCount - 2 * mutual : 0,
      pairCount: nodeCount * (nodeCount - 1) / 2)
  }
}

/// How many pairs of nodes have arcs both ways, one way, and no way.
public struct DyadCensus: Equatable, Sendable {
  /// Pairs with an arc each way.
  public let mutual: Int
  /// Pairs with one arc; the field's word is asymmetric.
  public let oneWay: Int
  /// Pairs without an arc.
  public let null: Int

  fileprivate init(mutual: Int, oneWay: Int, pairCount: Int) {
    self.mutual = mutual
    self.oneWay = oneWay
    null = pairCount - mutual - oneWay
  }

  /// The share of arcs that an arc answers, or `nil` without arcs: networkx, igraph.
  public var reciprocityOfArcs: Double? {
    share(2 * mutual, of: 2 * mutual + oneWay)
  }

  /// The share of pairs with a tie that have it both ways, or `nil` without arcs: UCINET's
  /// dyad-based reciprocity, igraph's `ratio`.
  public var reciprocityOfTiedPairs: Double? { share(mutual, of: mutual + oneWay) }

  /// The share of all pairs that are alike both ways, pairs without a tie among them; `nil` below
  /// two nodes.
  ///
  /// What sna's `grecip` gives by default. On a sparse map it is high whatever the ties.
  public var symmetryOfPairs: Double? { share(mutual + null, of: mutual + oneWay + null) }

  private func share(_ part: Int, of whole: Int) -> Double? {
    whole > 0 ? Double(part) / Double(whole) : nil
  }
}
