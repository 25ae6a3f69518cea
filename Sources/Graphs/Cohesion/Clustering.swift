extension Graph {
  /// Returns the local clustering of every node: the share of pairs of its contacts that have a tie
  /// with each other.
  ///
  ///     Graph.complete(3).localClustering()  // [1, 1, 1]
  ///     Graph.star(4).localClustering()      // [0, nil, nil, nil]
  ///
  /// In a directed graph directions are ignored.
  ///
  /// - Returns: One share per node, `nil` for a node with fewer than two contacts; networkx gives 0
  ///   there.
  /// - Complexity: O(*m*^1.5) time, O(*n* + *m*) space.
  ///
  /// Watts and Strogatz, "Collective dynamics of 'small-world' networks", 1998,
  /// doi:10.1038/30918.
  public func localClustering() -> NodeMap<Double?> {
    let rows = contacts
    return NodeMap(
      zip(triangles(), rows.pairsOfTies).map { triangles, pairs in
        pairs > 0 ? Double(triangles) / Double(pairs) : nil
      })
  }

  /// Returns the mean of the local clustering.
  ///
  ///     Graph.star(4).averageClustering()                      // 0
  ///     Graph.path(2).averageClustering()                      // nil
  ///     Graph.path(2).averageClustering(undefined: .countAsZero)  // 0
  ///
  /// Say with it how many nodes it is the mean of: with few contacts each, few are left. igraph
  /// leaves nodes with fewer than two contacts out, networkx counts them as 0.
  ///
  /// - Parameter undefined: What becomes of nodes with fewer than two contacts.
  /// - Returns: A share, or `nil` where it is the mean of no nodes.
  /// - Complexity: That of `localClustering()`.
  public func averageClustering(undefined: UndefinedScores = .leaveOut) -> Double? {
    let scores = localClustering()
    let defined = scores.compactMap(\.self)
    let count = undefined == .leaveOut ? defined.count : scores.count
    return count > 0 ? defined.reduce(0, +) / Double(count) : nil
  }
}

/// What becomes of nodes without a score in a mean.
public enum UndefinedScores: Hashable, Sendable {
  /// The mean is of the others.
  case leaveOut
  /// They count as 0.
  case countAsZero
}

extension AdjacencyRows {
  /// For each row the number of pairs of its ties.
  var pairsOfTies: [Int] {
    zip(offsets, offsets.dropFirst()).map { ($1 - $0) * ($1 - $0 - 1) / 2 }
  }
}
