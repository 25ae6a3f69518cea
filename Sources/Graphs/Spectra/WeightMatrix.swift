/// The weights of ties as a sparse square matrix; row *i* holds the ties that reach node *i*.
struct WeightMatrix: Sendable {
  /// Where the row of each node begins, and at *n* where the last one ends.
  let offsets: [Int]
  /// The nodes from which the ties come, row by row.
  let columns: [Int]
  let weights: [Double]

  var count: Int { offsets.count - 1 }

  private init(offsets: [Int], columns: [Int], weights: [Double]) {
    self.offsets = offsets
    self.columns = columns
    self.weights = weights
  }

  /// Creates the matrix of a whole graph.
  init(_ graph: Graph) {
    self =
      WeightMatrix.blocks(of: graph, by: Partition(labels: graph.nodes.map { _ in 0 }))
      .first ?? WeightMatrix(offsets: [0], columns: [], weights: [])
  }

  /// Returns the matrices of the groups of a partition: ties inside each, nodes in their order.
  ///
  /// - Complexity: O(*n* + *m*) for all groups together.
  static func blocks(of graph: Graph, by partition: Partition) -> [WeightMatrix] {
    let members = partition.members
    var place = Array(repeating: 0, count: graph.nodeCount)
    for nodes in members {
      for (position, node) in nodes.enumerated() { place[node.index] = position }
    }
    let rows = graph.incoming
    return members.map { nodes in
      var offsets = [0]
      var columns: [Int] = []
      var weights: [Double] = []
      for node in nodes {
        for arc in rows.row(of: node) {
          let source = rows.targets[arc]
          guard partition.group(of: source) == partition.group(of: node) else { continue }
          columns.append(place[source.index])
          weights.append(rows.weight(of: arc))
        }
        offsets.append(columns.count)
      }
      return WeightMatrix(offsets: offsets, columns: columns, weights: weights)
    }
  }

  /// The sum of each row: how much reaches each node.
  var rowSums: [Double] { times(Array(repeating: 1, count: count)) }

  /// The product of the matrix and a vector.
  func times(_ vector: [Double]) -> [Double] {
    let (offsets, columns, weights) = (offsets.span, columns.span, weights.span)
    let vector = vector.span
    return (0..<count).map { row in
      var sum = 0.0
      for entry in offsets[row]..<offsets[row + 1] {
        sum += weights[entry] * vector[columns[entry]]
      }
      return sum
    }
  }
}
