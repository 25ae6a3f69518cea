/// A connected graph as an electrical circuit: node 0 is the ground, and has potential 0.
struct Circuit: Sendable {
  let factor: SparseFactor

  init?(_ graph: Graph) {
    guard graph.components().groupCount == 1 else { return nil }
    let matrix = WeightMatrix(graph)
    guard let factor = SparseFactor(matrix, diagonal: matrix.rowSums, ground: 0)
    else { return nil }
    self.factor = factor
  }
}
