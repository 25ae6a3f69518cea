extension Graph {
  /// Returns the transitivity: how often two contacts of a node have a tie with each other.
  ///
  /// Three times the number of triangles, divided by the number of pairs of ties that share a
  /// node.
  ///
  ///     Graph.complete(3).transitivity()  // 1
  ///     Graph.star(4).transitivity()      // 0
  ///
  /// In a directed graph directions are ignored. Equals networkx and igraph `transitivity`, but
  /// for the undefined case.
  ///
  /// - Returns: A share, or `nil` where no two ties share a node.
  /// - Complexity: O(*m*^1.5) time, O(*n* + *m*) space.
  ///
  /// Luce and Perry, "A method of matrix analysis of group structure", 1949,
  /// doi:10.1007/BF02289146.
  public func transitivity() -> Double? {
    let union = undirected
    let degrees = union.degree()
    let pairs = degrees.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
    guard pairs > 0 else { return nil }
    // Each tie leads to the end with more ties, so that rows are short and each triangle is met
    // once, from the end that stands first.
    let rank = degrees.indices.sorted { (degrees[$0], $0) < (degrees[$1], $1) }
    var place = Array(repeating: 0, count: nodeCount)
    for (order, node) in rank.enumerated() { place[node] = order }
    let later = union.nodes.map { node in
      union.neighbors(of: node).map(\.index).filter { place[$0] > place[node.index] }
    }
    var mark = Array(repeating: -1, count: nodeCount)
    var triangles = 0
    for node in 0..<nodeCount {
      for neighbor in later[node] { mark[neighbor] = node }
      for neighbor in later[node] {
        triangles += later[neighbor].count { mark[$0] == node }
      }
    }
    return 3 * Double(triangles) / Double(pairs)
  }
}
