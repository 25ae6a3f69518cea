// Small graphs whose measures are known in closed form: examples in documentation, and the first
// thing that a new measure is tried on.
extension Graph {
  /// The path 0–1–…–(*n* − 1).
  public static func path(_ nodeCount: Int) -> Graph {
    Graph(nodeCount: nodeCount, edges: (1..<max(1, nodeCount)).map { Edge($0 - 1, $0) })
  }

  /// The cycle 0–1–…–(*n* − 1)–0.
  ///
  /// - Precondition: `nodeCount` is 3 or more.
  public static func cycle(_ nodeCount: Int) -> Graph {
    precondition(nodeCount >= 3, "a cycle has 3 nodes or more")
    return Graph(
      nodeCount: nodeCount, edges: (0..<nodeCount).map { Edge($0, ($0 + 1) % nodeCount) })
  }

  /// The star: node 0 tied to each of the others.
  public static func star(_ nodeCount: Int) -> Graph {
    Graph(nodeCount: nodeCount, edges: (1..<max(1, nodeCount)).map { Edge(0, $0) })
  }

  /// The complete graph: every pair tied.
  public static func complete(_ nodeCount: Int) -> Graph {
    Graph(
      nodeCount: nodeCount,
      edges: (0..<nodeCount).flatMap { first in
        (first + 1..<max(first + 1, nodeCount)).map { Edge(first, $0) }
      })
  }
}
