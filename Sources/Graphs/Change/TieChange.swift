extension Graph {
  /// Returns which ties were kept, lost and made between this graph and a later one.
  ///
  ///     let before = Graph.path(3)
  ///     let after = Graph(nodeCount: 3, edges: [Edge(0, 1), Edge(0, 2)])
  ///     before.tieChange(to: after).jaccard  // 1/3: one tie of three was kept
  ///
  /// Node *i* is the same in both: take only nodes present in both, and list joiners and leavers
  /// apart. An absent tie counts as absent; whoever did not answer must be left out first, or
  /// silence is taken for loss.
  ///
  /// - Parameter later: The graph at the later time.
  /// - Precondition: Both have the same number of nodes, and both are directed or neither is.
  /// - Complexity: O(*n* + *m*).
  ///
  /// Snijders, van de Bunt and Steglich, "Introduction to stochastic actor-based models for
  /// network dynamics", 2010, doi:10.1016/j.socnet.2009.02.004.
  public func tieChange(to later: Graph) -> TieChange {
    precondition(
      nodeCount == later.nodeCount && kind == later.kind,
      "the graphs have the same nodes and are of one kind")
    var change = TieChange(possible: possibleEdgeCount)
    for edge in edges {
      if let weight = later.weight(from: edge.source, to: edge.target) {
        change.keep(edge.weight, weight)
      } else {
        change.lose(edge.weight)
      }
    }
    for edge in later.edges where !hasEdge(from: edge.source, to: edge.target) {
      change.gain(edge.weight)
    }
    return change
  }

  /// How many ties there can be.
  private var possibleEdgeCount: Int {
    nodeCount * max(0, nodeCount - 1) / (isDirected ? 1 : 2)
  }
}

/// How many ties were kept, lost and made between two times.
public struct TieChange: Hashable, Sendable {
  /// Ties at both times, *n*₁₁.
  public private(set) var kept = 0
  /// Ties at the first time only, *n*₁₀.
  public private(set) var lost = 0
  /// Ties at the later time only, *n*₀₁.
  public private(set) var gained = 0
  /// Pairs without a tie at either time, *n*₀₀: ordered pairs in directed graphs.
  public private(set) var absent: Int
  /// The sum over pairs of the smaller weight, and that of the larger.
  private var smallerWeights = 0.0
  private var largerWeights = 0.0

  fileprivate init(possible: Int) { absent = possible }

  fileprivate mutating func keep(_ before: Double, _ after: Double) {
    kept += 1
    absent -= 1
    smallerWeights += min(before, after)
    largerWeights += max(before, after)
  }

  fileprivate mutating func lose(_ weight: Double) {
    lost += 1
    absent -= 1
    largerWeights += weight
  }

  fileprivate mutating func gain(_ weight: Double) {
    gained += 1
    absent -= 1
    largerWeights += weight
  }

  /// The share kept of the ties at either time, or `nil` where there are none.
  ///
  /// Above .3 is usual; below .2 suspect that nodes or questions changed.
  public var jaccard: Double? { share(kept, of: kept + lost + gained) }

  /// The share lost of the ties at the first time, or `nil` where there were none.
  public var loss: Double? { share(lost, of: kept + lost) }

  /// The share made of the ties that were lacking at the first time, or `nil` where none was.
  public var gain: Double? { share(gained, of: gained + absent) }

  /// How many pairs differ.
  public var hamming: Int { lost + gained }

  /// The sum over pairs of the smaller weight divided by that of the larger, or `nil` where there
  /// are no ties: the Jaccard index of weights.
  ///
  /// Ružička, "Anwendung mathematisch-statistischer Methoden in der Geobotanik", 1958.
  public var ruzicka: Double? { largerWeights > 0 ? smallerWeights / largerWeights : nil }

  private func share(_ part: Int, of whole: Int) -> Double? {
    whole > 0 ? Double(part) / Double(whole) : nil
  }
}
