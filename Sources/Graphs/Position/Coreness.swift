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
  /// it as two, as igraph, networkx and sna do, give other numbers: those of
  /// ``totalDegreeCoreness()``. A node without ties has 0.
  ///
  /// - Complexity: O(*n* + *m*).
  ///
  /// Seidman, "Network structure and minimum degree", 1983, doi:10.1016/0378-8733(83)90028-X.
  /// Batagelj and Zaveršnik, "An O(m) algorithm for cores decomposition of networks", 2003,
  /// arXiv:cs/0310049.
  public func coreness() -> NodeMap<Int> {
    let rows = contacts
    var peeling = CorePeeling(
      degrees: zip(rows.offsets, rows.offsets.dropFirst()).map { $1 - $0 })
    peeling.run([rows])
    return peeling.coreness
  }

  /// Returns the coreness of every node where a mutual pair of arcs counts as two ties.
  ///
  /// The largest *k* such that the node is among nodes of which each has *k* arcs from and to
  /// others of them. Equals igraph's and networkx's coreness of a directed graph; in an undirected
  /// one it is the ``coreness()``.
  ///
  ///     let arcs = [Edge(0, 1), Edge(1, 0)]
  ///     Graph(nodeCount: 2, kind: .directed, edges: arcs).totalDegreeCoreness()  // [2, 2]
  ///
  /// - Complexity: O(*n* + *m*).
  public func totalDegreeCoreness() -> NodeMap<Int> {
    var peeling = CorePeeling(degrees: degree().values)
    peeling.run(isDirected ? [outgoing, incoming] : [outgoing])
    return peeling.coreness
  }
}

/// Nodes sorted by the degree that they have left, kept sorted while degrees fall by one.
private struct CorePeeling {
  /// The degree that each node has left; once the node's turn is over, its coreness.
  private var degree: [UInt32]
  private var order: [UInt32]
  /// The place of each node in `order`.
  private var place: [UInt32]
  /// The place in `order` of the first node of each degree.
  private var start: [UInt32]

  var coreness: NodeMap<Int> { NodeMap(degree.map(Int.init)) }

  init(degrees: [Int]) {
    degree = degrees.map(UInt32.init)
    start = Array(repeating: 0, count: (degrees.max() ?? 0) + 2)
    for degree in degrees { start[degree + 1] += 1 }
    for degree in 1..<start.count { start[degree] += start[degree - 1] }
    order = Array(repeating: 0, count: degrees.count)
    place = order
    var next = start
    for (node, degree) in degrees.enumerated() {
      order[Int(next[degree])] = UInt32(node)
      place[node] = next[degree]
      next[degree] += 1
    }
  }

  /// Takes the nodes out, the one with the fewest ties left first.
  mutating func run(_ rows: [AdjacencyRows]) {
    for turn in order.indices {
      let node = Int(order[turn])
      for rows in rows {
        lowerContacts(
          rows.targets.span.extracting(rows.offsets[node]..<rows.offsets[node + 1]), of: node)
      }
    }
  }

  /// Takes one tie from each contact of a node that has more left than the node.
  private mutating func lowerContacts(_ contacts: borrowing Span<NodeID>, of node: Int) {
    let core = degree[node]
    for index in contacts.indices {
      let contact = contacts[index].index
      let left = degree[contact]
      guard left > core else { continue }
      // The first node of the same degree changes places with it, and the degree's stretch then
      // begins one later: the contact is now the last of the stretch below.
      let (here, first) = (place[contact], start[Int(left)])
      let other = order[Int(first)]
      order[Int(first)] = UInt32(contact)
      order[Int(here)] = other
      place[Int(other)] = here
      place[contact] = first
      start[Int(left)] = first + 1
      degree[contact] = left - 1
    }
  }
}
