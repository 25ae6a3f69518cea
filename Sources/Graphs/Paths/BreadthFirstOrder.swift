/// The nodes of a graph in the order of breadth-first searches: neighbours lie near each other in
/// memory, and searches from nodes that stand together meet the others together.
struct BreadthFirstOrder: Sendable {
  /// The node at each place.
  let nodes: [NodeID]
  /// The place of each node.
  let places: [UInt32]

  /// Creates the order of a graph: each part from its node of the most ties on, directions
  /// ignored.
  ///
  /// - Complexity: O(*n* + *m*).
  init(_ graph: Graph) { self.init(contacts: graph.contacts) }

  /// Creates the order of the rows of an undirected graph; nodes without ties come last.
  init(contacts rows: AdjacencyRows) {
    let byDegree = ForwardTies.nodesByDegree(rows)
    var places = Array(repeating: UInt32.max, count: byDegree.count)
    var nodes: [NodeID] = []
    nodes.reserveCapacity(byDegree.count)
    for first in byDegree.reversed() where places[first.index] == .max {
      var turn = nodes.count
      places[first.index] = UInt32(turn)
      nodes.append(first)
      while turn < nodes.count {
        for next in rows.targets[rows.row(of: nodes[turn])] where places[next.index] == .max {
          places[next.index] = UInt32(nodes.count)
          nodes.append(next)
        }
        turn += 1
      }
    }
    self.nodes = nodes
    self.places = places
  }

  /// The arcs turned round, without weights, their ends known by their places.
  ///
  /// - Complexity: O(*n* + *m*).
  func reversed(_ rows: AdjacencyRows) -> AdjacencyRows {
    var offsets = Array(repeating: 0, count: nodes.count + 1)
    for target in rows.targets { offsets[Int(places[target.index]) + 1] += 1 }
    for place in nodes.indices { offsets[place + 1] += offsets[place] }
    var next = offsets
    var targets = Array(repeating: NodeID(0), count: rows.targets.count)
    // Sources come in the order of their places, so every row comes out sorted.
    for (place, node) in nodes.enumerated() {
      for arc in rows.offsets[node.index]..<rows.offsets[node.index + 1] {
        let target = Int(places[rows.targets[arc].index])
        targets[next[target]] = NodeID(place)
        next[target] += 1
      }
    }
    return AdjacencyRows(offsets: offsets, targets: targets)
  }
}
