extension Graph {
  /// Returns the density of ties within and between labels: which sectors work with which.
  ///
  ///     let densities = Graph.path(4).blockDensities(by: [0, 0, 1, 1])
  ///     densities.values  // [[1, 0.25], [0.25, 1]]
  ///
  /// The share of possible ties that exist, from the nodes of a row's label to those of a column's;
  /// values are ignored. Ties that touch a node without a label are left out and counted.
  ///
  /// - Parameter labels: The label of each node, in the order of the nodes.
  /// - Precondition: There is a label or `nil` for each node.
  /// - Complexity: That of `mixingMatrix(by:)`.
  public func blockDensities(by labels: [Int?]) -> BlockDensities {
    let mixing = mixingMatrix(by: labels)
    let sizes = mixing.nodeCounts
    // An undirected tie stands twice in its own cell and once in each of two others, so that in
    // both kinds of graph a count is one of ordered pairs.
    let values = sizes.indices.map { row in
      sizes.indices.map { column -> Double? in
        let pairs = sizes[row] * (row == column ? sizes[row] - 1 : sizes[column])
        return pairs > 0 ? Double(mixing.counts[row][column]) / Double(pairs) : nil
      }
    }
    return BlockDensities(
      labels: mixing.labels, nodeCounts: sizes, values: values,
      excludedTieCount: mixing.excludedTieCount)
  }
}

/// The density of ties within and between labels.
public struct BlockDensities: Hashable, Sendable {
  /// The labels of rows and columns, in order.
  public var labels: [Int]
  /// How many nodes have each label.
  public var nodeCounts: [Int]
  /// The density from each label, row, to each other, column; within a label of one node `nil`.
  public var values: [[Double?]]
  /// How many ties touch a node without a label and were left out.
  public var excludedTieCount: Int
}
