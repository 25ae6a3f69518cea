extension Graph {
  /// Returns the coreness of every node.
  ///
  /// The largest *k* such that the node is among nodes of which each has ties to *k* others of
  /// them: how deep in the thick of things it stands, whatever its own number of ties.
  ///
  ///     Graph.star(4).coreness()      // [1, 1, 1, 1]
  ///     Graph.complete(4).coreness()  // [3, 3, 3, 3]
  ///
  /// In a directed graph directions are ignored: a mutual pair is one tie. Libraries that count
  /// it as two, as igraph, networkx and sna do, give other numbers. A node without ties has 0.
  ///
  /// - Complexity: O(*n* + *m*).
  ///
  /// Seidman, "Network structure and minimum degree", 1983, doi:10.1016/0378-8733(83)90028-X.
  /// Batagelj and Zaveršnik, "An O(m) algorithm for cores decomposition of networks", 2003,
  /// arXiv:cs/0310049.
  public func coreness() -> NodeMap<Int> {
    let union = undirected
    let rows = union.outgoing
    var peeling = CorePeeling(degrees: union.degree().values)
    for place in 0..<nodeCount {
      let node = peeling.order[place]
      for arc in rows.offsets[node]..<rows.offsets[node + 1] {
        peeling.lower(rows.targets[arc].index, below: node)
      }
    }
    return NodeMap(peeling.degree)
  }
}

/// Nodes sorted by the degree that they have left, kept sorted while degrees fall by one.
private struct CorePeeling {
  /// The degree that each node has left; once the node's turn is over, its coreness.
  private(set) var degree: [Int]
  private(set) var order: [Int]
  /// The place of each node in `order`.
  private var place: [Int]
  /// The place in `order` of the first node of each degree.
  private var start: [Int]

  init(degrees: [Int]) {
    degree = degrees
    start = Array(repeating: 0, count: (degrees.max() ?? 0) + 2)
    for degree in degrees { start[degree + 1] += 1 }
    for degree in 1..<start.count { start[degree] += start[degree - 1] }
    order = degrees.indices.map { _ in 0 }
    place = order
    var next = start
    for (node, degree) in degrees.enumerated() {
      order[next[degree]] = node
      place[node] = next[degree]
      next[degree] += 1
    }
  }

  /// Takes one tie from a node, unless it has no more than the node whose turn it is.
  mutating func lower(_ node: Int, below current: Int) {
    guard degree[node] > degree[current] else { return }
    // The first node of the same degree changes places with it, and the degree's stretch then
    // begins one later: the node is now the last of the stretch below.
    let first = order[start[degree[node]]]
    order.swapAt(place[first], place[node])
    place.swapAt(first, node)
    start[degree[node]] += 1
    degree[node] -= 1
  }
}
