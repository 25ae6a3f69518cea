extension Graph {
  /// Whom each node has a tie with, in either direction: the rows of the undirected union, without
  /// weights.
  ///
  /// - Complexity: O(1) in an undirected graph, O(*n* + *m*) in a directed one.
  var contacts: AdjacencyRows { isDirected ? Contacts(of: self).rows : outgoing.unweighted }

  /// How strong the ties of a node and each of its `contacts` are, both directions added up; `nil`
  /// where all are the same.
  var contactStrengths: [Double]? {
    isDirected ? Contacts(of: self).strengths(in: self) : outgoing.weights
  }
}

/// Whom each node of a directed graph has a tie with, and by which arcs.
struct Contacts {
  /// The contacts of each node, in order.
  let rows: AdjacencyRows
  /// For each of them the raw value of its ``ContactTie``.
  let ties: [UInt8]

  /// Merges the arcs that leave and reach each node.
  ///
  /// - Complexity: O(*n* + *m*).
  init(of graph: Graph) {
    let count = graph.nodeCount
    let pieces = 8
    let merged = chunkedResults(count: pieces, concurrently: graph.edgeCount > 20_000) { piece in
      MergedRows(
        of: graph, nodes: count * piece / pieces..<count * (piece + 1) / pieces)
    }
    var starts = [0]
    starts.reserveCapacity(count + 1)
    var targets: [NodeID] = []
    var ties: [UInt8] = []
    targets.reserveCapacity(merged.reduce(0) { $0 + $1.targets.count })
    ties.reserveCapacity(targets.capacity)
    for rows in merged {
      for end in rows.ends { starts.append(targets.count + end) }
      targets += rows.targets
      ties += rows.ties
    }
    rows = AdjacencyRows(offsets: starts, targets: targets)
    self.ties = ties
  }

  /// For each contact the weights of the arcs, both directions added up; `nil` where all are the
  /// same.
  ///
  /// - Parameter graph: The graph that the contacts are of.
  fileprivate func strengths(in graph: Graph) -> [Double] {
    // Arcs come in the order of the contacts, one that reaches a node and one that leaves it alike.
    var (arc, back) = (0, 0)
    return ties.map { tie in
      var strength = 0.0
      if tie & ContactTie.outgoing.rawValue != 0 {
        strength += graph.outgoing.weight(of: arc)
        arc += 1
      }
      if tie & ContactTie.incoming.rawValue != 0 {
        strength += graph.incoming.weight(of: back)
        back += 1
      }
      return strength
    }
  }
}

/// The contacts of some nodes that follow one another.
private struct MergedRows: Sendable {
  /// Where the row of each node ends.
  let ends: [Int]
  let targets: [NodeID]
  let ties: [UInt8]

  init(of graph: Graph, nodes: Range<Int>) {
    let (offsets, backOffsets) = (graph.outgoing.offsets, graph.incoming.offsets)
    let (heads, tails) = (graph.outgoing.targets.span, graph.incoming.targets.span)
    let most =
      offsets[nodes.upperBound] - offsets[nodes.lowerBound] + backOffsets[nodes.upperBound]
      - backOffsets[nodes.lowerBound]
    var ends: [Int] = []
    ends.reserveCapacity(nodes.count)
    var targets = Array(repeating: NodeID(0), count: most)
    var ties = Array(repeating: UInt8(0), count: most)
    var target = targets.mutableSpan
    var tie = ties.mutableSpan
    var end = 0
    for node in nodes {
      var (arc, back) = (offsets[node], backOffsets[node])
      let (arcEnd, backEnd) = (offsets[node + 1], backOffsets[node + 1])
      // Without a branch on which comes first: it would be guessed wrong half of the time.
      while arc < arcEnd, back < backEnd {
        let (head, tail) = (heads[arc], tails[back])
        let (isHead, isTail) = (head <= tail ? 1 : 0, tail <= head ? 1 : 0)
        target[end] = min(head, tail)
        tie[end] = UInt8(truncatingIfNeeded: isHead | isTail << 1)
        arc += isHead
        back += isTail
        end += 1
      }
      while arc < arcEnd {
        target[end] = heads[arc]
        tie[end] = ContactTie.outgoing.rawValue
        arc += 1
        end += 1
      }
      while back < backEnd {
        target[end] = tails[back]
        tie[end] = ContactTie.incoming.rawValue
        back += 1
        end += 1
      }
      ends.append(end)
    }
    targets.removeLast(most - end)
    ties.removeLast(most - end)
    (self.ends, self.targets, self.ties) = (ends, targets, ties)
  }
}

/// The arcs between a node and one of its contacts, as the node sees them.
enum ContactTie: UInt8 {
  case outgoing = 1
  case incoming
  case mutual
}
