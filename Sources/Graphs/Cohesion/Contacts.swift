extension Graph {
  /// Whom each node has a tie with, in either direction: the rows of the undirected union, without
  /// weights.
  ///
  /// - Complexity: O(1) in an undirected graph, O(*n* + *m*) in a directed one.
  var contacts: AdjacencyRows {
    guard isDirected else { return outgoing.unweighted }
    var offsets = [0]
    offsets.reserveCapacity(nodeCount + 1)
    var targets: [NodeID] = []
    targets.reserveCapacity(outgoing.targets.count)
    for node in 0..<nodeCount {
      forEachContact(of: node) { contact, _, _ in targets.append(contact) }
      offsets.append(targets.count)
    }
    return AdjacencyRows(offsets: offsets, targets: targets)
  }

  /// Which arcs join a node and each of its `contacts`, in a directed graph.
  var contactTies: [ContactTie] {
    var ties: [ContactTie] = []
    ties.reserveCapacity(outgoing.targets.count)
    for node in 0..<nodeCount {
      forEachContact(of: node) { _, arc, back in
        ties.append(arc == nil ? .incoming : back == nil ? .outgoing : .mutual)
      }
    }
    return ties
  }

  /// How strong the ties of a node and each of its `contacts` are, both directions added up; `nil`
  /// where all are the same.
  var contactStrengths: [Double]? {
    guard isDirected else { return outgoing.weights }
    var strengths: [Double] = []
    strengths.reserveCapacity(outgoing.targets.count)
    for node in 0..<nodeCount {
      forEachContact(of: node) { _, arc, back in
        strengths.append(
          (arc.map { outgoing.weight(of: $0) } ?? 0) + (back.map { incoming.weight(of: $0) } ?? 0))
      }
    }
    return strengths
  }

  /// Visits, in order, the nodes with which a node has a tie, with the places of the arc to each
  /// in `outgoing` and of the arc from it in `incoming`.
  @inline(__always)
  private func forEachContact(
    of node: Int, _ visit: (_ contact: NodeID, _ arc: Int?, _ back: Int?) -> Void
  ) {
    var (arc, back) = (outgoing.offsets[node], incoming.offsets[node])
    let (arcEnd, backEnd) = (outgoing.offsets[node + 1], incoming.offsets[node + 1])
    while arc < arcEnd || back < backEnd {
      let isAhead =
        back == backEnd || (arc < arcEnd && outgoing.targets[arc] <= incoming.targets[back])
      let isBehind =
        arc == arcEnd || (back < backEnd && incoming.targets[back] <= outgoing.targets[arc])
      visit(
        isAhead ? outgoing.targets[arc] : incoming.targets[back], isAhead ? arc : nil,
        isBehind ? back : nil)
      arc += isAhead ? 1 : 0
      back += isBehind ? 1 : 0
    }
  }
}

/// The arcs between a node and one of its contacts, as the node sees them.
enum ContactTie: UInt8 {
  case outgoing = 1
  case incoming
  case mutual
}
