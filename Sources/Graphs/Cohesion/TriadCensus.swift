extension Graph {
  /// Returns how many of all sets of three nodes have which of the 16 patterns of arcs.
  ///
  ///     let arcs = [Edge(0, 1), Edge(1, 2), Edge(2, 0)]
  ///     Graph(nodeCount: 3, kind: .directed, edges: arcs).triadCensus()[.t030C]  // 1
  ///
  /// An undirected tie counts as an arc each way. The counts add up to *n*(*n* − 1)(*n* − 2)/6.
  ///
  /// - Precondition: Below 3,800,000 nodes; the triads of more cannot be counted in 64 bits.
  /// - Complexity: O(*m*^1.5) time, O(*n* + *m*) space: only closed triads are looked for, the rest
  ///   follows from the numbers of ties.
  ///
  /// Holland and Leinhardt, "A method for detecting structure in sociometric data", 1970,
  /// doi:10.1086/224954.
  public func triadCensus() -> TriadCensus {
    precondition(nodeCount <= 3_800_000, "all triads can be counted in 64 bits")
    let open: [TriadType: Int]
    let closed: [TriadClosure: Int]
    let dyads: DyadCensus
    if isDirected {
      let contacts = ForwardContacts(of: self)
      dyads = dyadCensus(tiedPairs: contacts.ties.count)
      open = pairsOfTies(contactCounts: contacts.counts)
      closed = contacts.closures()
    } else {
      dyads = dyadCensus()
      open = [.t201: contacts.pairsOfTies.reduce(0, +)]
      let triangles = triangles().reduce(0, +) / 3
      closed = [TriadClosure(.mutual, .mutual, .mutual): triangles]
    }
    return TriadCensus(
      nodeCount: nodeCount, dyads: dyads, pairsOfTies: open, closures: closed)
  }
}

/// How many triads have which pattern.
public struct TriadCensus: Equatable, Sendable {
  /// The counts, in the order of `TriadType.allCases`.
  public private(set) var counts: [Int]

  /// How many triads have a pattern.
  public subscript(type: TriadType) -> Int {
    TriadType.allCases.firstIndex(of: type).map { counts[$0] } ?? 0
  }

  /// How many triads there are.
  public var total: Int { counts.reduce(0, +) }

  /// The share of ordered paths of two arcs whose ends an arc joins, the same way; `nil` where
  /// there are no such paths.
  public var transitivity: Double? {
    var (all, closed) = (0, 0)
    for (type, count) in zip(TriadType.allCases, counts) {
      all += count * type.paths.all
      closed += count * type.paths.closed
    }
    return all > 0 ? Double(closed) / Double(all) : nil
  }

  /// Adds up all triads from the closed ones.
  fileprivate init(
    nodeCount: Int, dyads: DyadCensus, pairsOfTies: [TriadType: Int],
    closures: [TriadClosure: Int]
  ) {
    var found = pairsOfTies
    for (closure, count) in closures {
      // Of the pairs of ties that meet in a node, three belong to each closed triad.
      for open in closure.openTypes { found[open, default: 0] -= count }
      found[closure.type, default: 0] += count
    }
    // A pair with a tie is in n − 2 triads; those that have no other tie are left over.
    var (mutual, oneWay) = (dyads.mutual * (nodeCount - 2), dyads.oneWay * (nodeCount - 2))
    for (type, count) in found {
      mutual -= count * type.ties.mutual
      oneWay -= count * type.ties.oneWay
    }
    found[.t102] = mutual
    found[.t012] = oneWay
    let pairs = nodeCount * (nodeCount - 1) / 2
    // Divided before it overflows: of pairs and n − 2, one or the other is a multiple of 3.
    let all = pairs.isMultiple(of: 3) ? pairs / 3 * (nodeCount - 2) : pairs * ((nodeCount - 2) / 3)
    found[.t003] = all - found.values.reduce(0, +)
    counts = TriadType.allCases.map { found[$0] ?? 0 }
  }
}

extension Graph {
  /// How many pairs of ties meet in a node, by the pattern that they make.
  ///
  /// - Parameter contactCounts: How many nodes each node has a tie with.
  fileprivate func pairsOfTies(contactCounts: [Int]) -> [TriadType: Int] {
    var (chains, down, up, mutualIn, mutualOut, twoMutual) = (0, 0, 0, 0, 0, 0)
    for node in nodes {
      let (arcs, backs) = (outgoing.row(of: node).count, incoming.row(of: node).count)
      let mutual = arcs + backs - contactCounts[node.index]
      let (outgoing, incoming) = (arcs - mutual, backs - mutual)
      chains += outgoing * incoming
      down += outgoing * (outgoing - 1) / 2
      up += incoming * (incoming - 1) / 2
      mutualIn += mutual * incoming
      mutualOut += mutual * outgoing
      twoMutual += mutual * (mutual - 1) / 2
    }
    return [
      .t021C: chains, .t021D: down, .t021U: up, .t111D: mutualIn, .t111U: mutualOut,
      .t201: twoMutual,
    ]
  }
}

extension ForwardContacts {
  /// How many closed triads there are, by their ties.
  fileprivate func closures() -> [TriadClosure: Int] {
    let nodeCount = counts.count
    let batch = 256
    let parts = gathered(
      pieces: (nodeCount + batch - 1) / batch, concurrently: isLarge,
      from: { ClosureCount(nodeCount: nodeCount) },
      by: { $0.add(batch * $1..<min(nodeCount, batch * ($1 + 1)), of: self) })
    var closures: [TriadClosure: Int] = [:]
    for code in 0..<64 {
      guard let firstSecond = ContactTie(rawValue: UInt8(code & 3)),
        let secondThird = ContactTie(rawValue: UInt8(code >> 2 & 3)),
        let firstThird = ContactTie(rawValue: UInt8(code >> 4))
      else { continue }
      closures[TriadClosure(firstSecond, secondThird, firstThird)] =
        parts.reduce(0) { $0 + $1.counts[code] }
    }
    return closures
  }
}

/// The closed triads that begin at some nodes.
private struct ClosureCount: Sendable {
  /// How many there are by a code of two bits for each of their ties.
  private(set) var counts = Array(repeating: 0, count: 64)
  /// For the later contacts of the first node, the two highest bits of the code.
  private var marks: [UInt8]

  init(nodeCount: Int) { marks = Array(repeating: 0, count: nodeCount) }

  mutating func add(_ nodes: Range<Int>, of contacts: ForwardContacts) {
    Self.add(nodes, of: contacts, to: &counts, marks: &marks)
  }

  private static func add(
    _ nodes: Range<Int>, of contacts: ForwardContacts, to counts: inout [Int],
    marks: inout [UInt8]
  ) {
    let (offsets, ties) = (contacts.offsets.span, contacts.ties.span)
    var count = counts.mutableSpan
    var mark = marks.mutableSpan
    for first in nodes {
      let row = offsets[first]..<offsets[first + 1]
      guard row.count > 1 else { continue }
      for tie in row { mark[ties[tie].index] = ties[tie].tie << 4 }
      for tie in row {
        let second = ties[tie]
        // Unchecked as in counting triangles.
        for other in offsets[second.index]..<offsets[second.index + 1] {
          let third = ties[unchecked: other]
          let firstThird = mark[unchecked: third.index]
          if firstThird != 0 { count[Int(second.tie | third.tie << 2 | firstThird)] += 1 }
        }
      }
      for tie in row { mark[ties[tie].index] = 0 }
    }
  }
}
