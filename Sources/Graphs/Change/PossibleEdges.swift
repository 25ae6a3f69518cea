extension Graph {
  /// The pairs of nodes that have no tie, as ties of weight 1: the introductions that can be made.
  ///
  ///     Graph.path(3).possibleEdges  // 0–2
  ///
  /// Ordered pairs in a directed graph. In the order of `edges`.
  ///
  /// - Complexity: O(*n*²), as many as there may be.
  public var possibleEdges: [Edge] {
    nodes.flatMap { source in
      var rest = neighbors(of: source)
      return nodes.compactMap { target -> Edge? in
        rest = rest.drop { $0 < target }
        let isTied = rest.first == target
        let isInOrder = isDirected ? source != target : source < target
        return isInOrder && !isTied ? Edge(source, target) : nil
      }
    }
  }
}
