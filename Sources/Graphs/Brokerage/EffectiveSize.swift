extension Graph {
  /// Returns Burt's effective size of every node's network: how many contacts it has, less what
  /// they repeat.
  ///
  /// For each contact *j* of *i*, 1 − Σ *p*(*iq*) *m*(*jq*) over the other contacts *q*: *p* is the
  /// share of *i*'s strength that goes to *q*, *m* the strength of *j* and *q* against *j*'s
  /// strongest tie. Without weights it is *k* − 2*t*/*k*, for *t* ties among *k* contacts.
  ///
  ///     Graph.star(4).burtEffectiveSize()      // [3, 1, 1, 1]
  ///     Graph.complete(4).burtEffectiveSize()  // [1, 1, 1, 1]
  ///
  /// Weights are strengths; arcs of both directions add up. Ties of the contacts to the rest of the
  /// graph count in *m*, as in networkx and igraph; UCINET's ego network model leaves them out.
  /// networkx 3.6.1 is wrong for all nodes at once where ties have weights or directions.
  ///
  /// - Returns: One size per node, from 1 to the number of contacts; `nil` for a node without ties.
  /// - Complexity: O(*m*^1.5) time, O(*n* + *m*) space.
  ///
  /// Burt, "Structural holes", 1992. Borgatti, "Structural holes: unpacking Burt's redundancy
  /// measures", 1997.
  public func burtEffectiveSize() -> NodeMap<Double?> {
    guard isDirected || isWeighted else {
      return NodeMap(
        zip(degree(), triangles()).map { contacts, ties in
          contacts > 0 ? Double(contacts) - 2 * Double(ties) / Double(contacts) : nil
        })
    }
    let network = BurtNetwork(self)
    let (ties, totals, maxima) = (network.ties, network.totals, network.maxima)
    var shared = Array(repeating: 0.0, count: ties.targets.count)
    network.addSharedContacts(to: &shared, factors: totals.map { _ in 1 })
    var redundancy = Array(repeating: 0.0, count: nodeCount)
    for first in 0..<nodeCount {
      for tie in ties.offsets[first]..<ties.offsets[first + 1] {
        let second = Int(ties.targets[tie])
        redundancy[first] += shared[tie] / (totals[first] * maxima[second])
        redundancy[second] += shared[tie] / (totals[second] * maxima[first])
      }
    }
    return ties.byNode(
      zip(network.contactCounts, redundancy).map { $0 > 0 ? Double($0) - $1 : nil })
  }

  /// Returns Burt's efficiency of every node's network: its effective size as a share of the number
  /// of contacts.
  ///
  ///     Graph.complete(4).burtEfficiency()  // [0.333, 0.333, 0.333, 0.333]
  ///
  /// - Returns: A share above 0 per node, 1 where no contact repeats another; `nil` for a node
  ///   without ties.
  /// - Complexity: That of `burtEffectiveSize()`.
  ///
  /// Burt, "Structural holes", 1992.
  public func burtEfficiency() -> NodeMap<Double?> {
    let rows = contacts
    return NodeMap(
      burtEffectiveSize().enumerated().map { node, size in
        size.map { $0 / Double(rows.row(of: NodeID(node)).count) }
      })
  }
}
