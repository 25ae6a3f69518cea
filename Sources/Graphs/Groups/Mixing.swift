extension Graph {
  /// Returns how many ties join nodes of each two labels.
  ///
  ///     Graph.path(4).mixingMatrix(by: [0, 0, 1, 1]).counts  // [[2, 1], [1, 2]]
  ///
  /// Rows are where an arc begins. An undirected tie is counted both ways, so twice in its own
  /// cell where both ends have one label. Values are ignored. Ties that touch a node without a
  /// label are left out and counted. Equals networkx `attribute_mixing_matrix`.
  ///
  /// - Parameter labels: The label of each node, in the order of the nodes.
  /// - Precondition: There is a label or `nil` for each node.
  /// - Complexity: O(*n* + *m*), and the square of the number of labels.
  ///
  /// Newman, "Mixing patterns in networks", 2003, doi:10.1103/PhysRevE.67.026126.
  public func mixingMatrix(by labels: [Int?]) -> MixingMatrix {
    precondition(labels.count == nodeCount, "every node has a label or nil")
    let used = Set(labels.compactMap(\.self)).sorted()
    let number = Dictionary(uniqueKeysWithValues: zip(used, used.indices))
    let groups = labels.map { label in label.flatMap { number[$0] } }
    var counts = used.map { _ in used.map { _ in 0 } }
    var excluded = 0
    for edge in edges {
      guard let group = groups[edge.source.index], let other = groups[edge.target.index] else {
        excluded += 1
        continue
      }
      counts[group][other] += 1
      if !isDirected { counts[other][group] += 1 }
    }
    var sizes = used.map { _ in 0 }
    for group in groups.compactMap(\.self) { sizes[group] += 1 }
    return MixingMatrix(
      labels: used, nodeCounts: sizes, counts: counts, excludedTieCount: excluded)
  }

  /// Returns how far ties join like with like, by labels.
  ///
  /// 1 where all ties join nodes of one label, 0 where labels mix as by chance, below 0 where
  /// unlike is sought. `mixingMatrix(by:)` has the details.
  ///
  ///     Graph.path(4).assortativity(by: [0, 0, 1, 1])  // 1/3
  ///
  /// - Parameter labels: The label of each node, in the order of the nodes.
  /// - Returns: The coefficient, or `nil` where all ties begin and end in one label, or none is
  ///   left.
  /// - Precondition: There is a label or `nil` for each node.
  ///
  /// Newman, "Mixing patterns in networks", 2003, doi:10.1103/PhysRevE.67.026126.
  public func assortativity(by labels: [Int?]) -> Double? {
    mixingMatrix(by: labels).assortativity
  }
}

/// How many ties join nodes of each two labels.
public struct MixingMatrix: Hashable, Sendable {
  /// The labels of rows and columns, in order.
  public var labels: [Int]
  /// How many nodes have each label.
  public var nodeCounts: [Int]
  /// Ties by the label of their source and, within the row, that of their target.
  public var counts: [[Int]]
  /// How many ties touch a node without a label and were left out.
  public var excludedTieCount: Int

  private var rowSums: [Int] { counts.map { $0.reduce(0, +) } }

  /// Newman's assortativity coefficient (tr *e* − Σ *ab*)/(1 − Σ *ab*), or `nil` where it is 0/0.
  public var assortativity: Double? {
    let columnSums = counts.indices.map { column in counts.reduce(0) { $0 + $1[column] } }
    let total = rowSums.reduce(0, +)
    let inside = counts.indices.reduce(0) { $0 + counts[$1][$1] }
    // Multiplied through by total², in whole numbers: 0/0 is seen for sure.
    let chance = zip(rowSums, columnSums).reduce(0) { $0 + $1.0 * $1.1 }
    guard total * total > chance else { return nil }
    return Double(inside * total - chance) / Double(total * total - chance)
  }

  /// Coleman's homophily of each label: the excess of ties to its own, as a share of the largest
  /// excess possible.
  ///
  /// With *t* ties out of the label, *x* of them to itself and *e* = *t*(*n*ᵍ − 1)/(*n* − 1)
  /// expected: (*x* − *e*)/(*t* − *e*), or (*x* − *e*)/*e* below 0; from −1 to 1. Corrected for the
  /// size of the label, so it compares sectors. `nil` for a label without ties, or one that all
  /// nodes have. Coleman, "Relational analysis", 1958, doi:10.17730/humo.17.4.q5604m676260q8n7.
  public var colemanHomophily: [Double?] {
    let others = Double(nodeCounts.reduce(0, +) - 1)
    return counts.indices.map { label in
      let ties = Double(rowSums[label])
      let own = Double(counts[label][label])
      let expected = ties * Double(nodeCounts[label] - 1) / others
      guard ties > 0, expected < ties else { return nil }
      return own >= expected ? (own - expected) / (ties - expected) : (own - expected) / expected
    }
  }
}
