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
  /// Kabir and Madduri, "Parallel k-core decomposition on multicore platforms", 2017,
  /// doi:10.1109/IPDPSW.2017.151.
  public func coreness() -> NodeMap<Int> {
    CorePeeling.coreness(contacts)
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
    CorePeeling.coreness(isDirected ? outgoing.joined(incoming) : outgoing)
  }
}

/// Takes nodes out core by core, those with the fewest ties left first.
private struct CorePeeling {
  /// The ties that each node has left; of nodes that are out, the coreness.
  private var degrees: [UInt32]
  /// Nodes that are not out, and some that are.
  private var remaining: [UInt32]
  /// Nodes that belong to the core in hand and to none above it.
  private var leaving: [UInt32] = []

  /// The coreness of all nodes; ties that stand in a row twice count twice.
  static func coreness(_ rows: AdjacencyRows) -> NodeMap<Int> {
    var peeling = CorePeeling(rows)
    // A node is looked at once for each core that it is in: no more often than it has ties.
    var core = peeling.findLeaving { _ in true }
    while let current = core {
      takeOut(&peeling.leaving, core: current, rows: rows, degrees: &peeling.degrees)
      core = peeling.findLeaving { $0 > current }
    }
    return NodeMap(peeling.degrees.map(Int.init))
  }

  private init(_ rows: AdjacencyRows) {
    degrees = zip(rows.offsets, rows.offsets.dropFirst()).map { UInt32($1 - $0) }
    remaining = degrees.indices.map(UInt32.init)
  }

  /// Finds the nodes with the fewest ties left among those that are not out.
  private mutating func findLeaving(_ isIn: (UInt32) -> Bool) -> UInt32? {
    leaving.removeAll(keepingCapacity: true)
    var fewest = UInt32.max
    var kept = 0
    for place in remaining.indices {
      let node = remaining[place]
      let degree = degrees[Int(node)]
      guard isIn(degree) else { continue }
      remaining[kept] = node
      kept += 1
      if degree < fewest {
        fewest = degree
        leaving.removeAll(keepingCapacity: true)
      }
      if degree == fewest { leaving.append(node) }
    }
    remaining.removeSubrange(kept...)
    return kept > 0 ? fewest : nil
  }

  /// Takes one tie from each contact that is in a higher core, as far as is known; those that then
  /// are not leave in their turn.
  private static func takeOut(
    _ leaving: inout [UInt32], core: UInt32, rows: AdjacencyRows, degrees: inout [UInt32]
  ) {
    let (offsets, targets) = (rows.offsets.span, rows.targets.span)
    var left = degrees.mutableSpan
    var turn = 0
    while turn < leaving.count {
      let node = Int(leaving[turn])
      turn += 1
      for arc in offsets[node]..<offsets[node + 1] {
        let contact = targets[arc].index
        // Written whether or not it changes: a branch would be guessed wrong too often.
        let before = left[contact]
        left[contact] = before &- (before > core ? 1 : 0)
        if before == core &+ 1 { leaving.append(UInt32(contact)) }
      }
    }
  }
}

extension AdjacencyRows {
  /// The rows with those of others after them, without weights.
  fileprivate func joined(_ others: AdjacencyRows) -> AdjacencyRows {
    var targets: [NodeID] = []
    targets.reserveCapacity(self.targets.count + others.targets.count)
    for node in 0..<offsets.count - 1 {
      targets += self.targets[offsets[node]..<offsets[node + 1]]
      targets += others.targets[others.offsets[node]..<others.offsets[node + 1]]
    }
    return AdjacencyRows(offsets: zip(offsets, others.offsets).map { $0 + $1 }, targets: targets)
  }
}
