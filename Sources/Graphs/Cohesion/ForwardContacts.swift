/// The pairs of a directed graph that have a tie, each in the row of the end with fewer arcs.
///
/// No row is longer than √(2*m*), and each closed triad is met once, from its first node: whoever
/// needs closed triads is done in O(*m*^1.5) at worst.
///
/// Chiba and Nishizeki, "Arboricity and subgraph listing algorithms", 1985,
/// doi:10.1137/0214017.
struct ForwardContacts: Sendable {
  /// Where the row of each node begins, and at the end where the last one ends.
  let offsets: [Int]
  /// The later ends, and how they are tied to.
  let ties: [ForwardContact]
  /// How many nodes each node has a tie with, in either row.
  let counts: [Int]

  /// Creates the rows from the arcs that leave and reach each node.
  ///
  /// - Precondition: Below 2³⁰ nodes.
  /// - Complexity: O(*n* + *m*).
  init(of graph: Graph) {
    let count = graph.nodeCount
    let arcs = (0..<count).map { node in
      let node = NodeID(node)
      return UInt32(graph.outgoing.row(of: node).count + graph.incoming.row(of: node).count)
    }
    let pieces = 8
    let parts = chunkedResults(count: pieces, concurrently: graph.edgeCount > 20_000) { piece in
      ForwardRows(
        of: graph, nodes: count * piece / pieces..<count * (piece + 1) / pieces, arcs: arcs)
    }
    var offsets = [0]
    offsets.reserveCapacity(count + 1)
    var ties: [ForwardContact] = []
    ties.reserveCapacity(parts.reduce(0) { $0 + $1.ties.count })
    for part in parts {
      for end in part.ends { offsets.append(ties.count + end) }
      ties += part.ties
    }
    self.offsets = offsets
    self.ties = ties
    counts = parts.flatMap(\.counts)
  }

  /// Whether work on all closed triads is worth the cost of several threads.
  var isLarge: Bool { ties.count > 20_000 }
}

/// A node and the arcs between it and the node whose contact it is, in one number: they are looked
/// at together, millions of times.
struct ForwardContact {
  private let code: UInt32

  init(node: NodeID, tie: UInt32) { code = node.rawValue << 2 | tie }

  /// The place of the node.
  var index: Int { Int(code >> 2) }
  /// The raw value of its ``ContactTie``.
  var tie: UInt8 { UInt8(truncatingIfNeeded: code & 3) }
}

/// The rows of some nodes that follow one another.
private struct ForwardRows: Sendable {
  /// Where the row of each node ends.
  let ends: [Int]
  let ties: [ForwardContact]
  let counts: [Int]

  init(of graph: Graph, nodes: Range<Int>, arcs arcCounts: [UInt32]) {
    let (offsets, backOffsets) = (graph.outgoing.offsets.span, graph.incoming.offsets.span)
    let (heads, tails) = (graph.outgoing.targets.span, graph.incoming.targets.span)
    let arcs = arcCounts.span
    /// By arcs, and equal ones by node: what stands in the row of its end that comes first.
    func rank(of node: NodeID) -> UInt64 { UInt64(arcs[node.index]) << 32 | UInt64(node.rawValue) }
    let most =
      offsets[nodes.upperBound] - offsets[nodes.lowerBound] + backOffsets[nodes.upperBound]
      - backOffsets[nodes.lowerBound]
    var ends: [Int] = []
    ends.reserveCapacity(nodes.count)
    var counts: [Int] = []
    counts.reserveCapacity(nodes.count)
    // One place more, as every candidate is written and those that do not belong are overwritten.
    var ties = Array(repeating: ForwardContact(node: NodeID(0), tie: 0), count: most + 1)
    var row = ties.mutableSpan
    var end = 0
    for node in nodes {
      let here = rank(of: NodeID(node))
      var (arc, back) = (offsets[node], backOffsets[node])
      let (arcEnd, backEnd) = (offsets[node + 1], backOffsets[node + 1])
      var mutual = 0
      // Without a branch on which comes first: it would be guessed wrong half of the time.
      while arc < arcEnd, back < backEnd {
        let (head, tail) = (heads[arc], tails[back])
        let (isHead, isTail) = (head <= tail ? 1 : 0, tail <= head ? 1 : 0)
        let contact = min(head, tail)
        row[end] = ForwardContact(
          node: contact, tie: UInt32(truncatingIfNeeded: isHead | isTail << 1))
        end += rank(of: contact) > here ? 1 : 0
        arc += isHead
        back += isTail
        mutual += isHead & isTail
      }
      while arc < arcEnd {
        row[end] = ForwardContact(node: heads[arc], tie: UInt32(ContactTie.outgoing.rawValue))
        end += rank(of: heads[arc]) > here ? 1 : 0
        arc += 1
      }
      while back < backEnd {
        row[end] = ForwardContact(node: tails[back], tie: UInt32(ContactTie.incoming.rawValue))
        end += rank(of: tails[back]) > here ? 1 : 0
        back += 1
      }
      ends.append(end)
      counts.append(arcEnd - offsets[node] + backEnd - backOffsets[node] - mutual)
    }
    ties.removeLast(most + 1 - end)
    (self.ends, self.ties, self.counts) = (ends, ties, counts)
  }
}
