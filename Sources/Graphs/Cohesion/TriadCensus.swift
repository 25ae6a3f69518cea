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
    if isDirected {
      let (rows, ties) = (contacts, contactTies)
      open = rows.pairsOfTies(ties)
      closed = ForwardTies(rows).closures(ties)
    } else {
      open = [.t201: contacts.pairsOfTies.reduce(0, +)]
      let triangles = triangles().reduce(0, +) / 3
      closed = [TriadClosure(.mutual, .mutual, .mutual): triangles]
    }
    return TriadCensus(
      nodeCount: nodeCount, dyads: dyadCensus(), pairsOfTies: open, closures: closed)
  }
}

/// The 16 patterns that arcs between three nodes can have, by the field's names: the numbers of
/// mutual, one-way and missing ties, then a letter where patterns differ in direction.
public enum TriadType: String, CaseIterable, Hashable, Sendable {
  /// No ties.
  case t003 = "003"
  /// One arc.
  case t012 = "012"
  /// One mutual tie.
  case t102 = "102"
  /// Two arcs from one node: *down*.
  case t021D = "021D"
  /// Two arcs to one node: *up*.
  case t021U = "021U"
  /// A path of two arcs: *chain*.
  case t021C = "021C"
  /// A mutual tie, and an arc to one of its ends.
  case t111D = "111D"
  /// A mutual tie, and an arc from one of its ends.
  case t111U = "111U"
  /// Three arcs, of which two lead where the third does.
  case t030T = "030T"
  /// Three arcs in a circle.
  case t030C = "030C"
  /// Two mutual ties.
  case t201 = "201"
  /// A mutual tie, and arcs from the third node to both of its ends.
  case t120D = "120D"
  /// A mutual tie, and arcs from both of its ends to the third node.
  case t120U = "120U"
  /// A mutual tie, and a path of two arcs from one of its ends to the other.
  case t120C = "120C"
  /// Two mutual ties and an arc.
  case t210 = "210"
  /// Three mutual ties.
  case t300 = "300"

  /// How many of the three pairs have arcs both ways, and how many have one.
  var ties: (mutual: Int, oneWay: Int) {
    let digits = rawValue.utf8.prefix(2).map { Int($0) - 48 }
    return (digits[0], digits[1])
  }

  /// How many ordered paths of two arcs there are between different nodes, and how many have an
  /// arc from their beginning to their end.
  fileprivate var paths: (all: Int, closed: Int) {
    switch self {
    case .t003, .t012, .t102, .t021D, .t021U: (0, 0)
    case .t021C, .t111D, .t111U: (1, 0)
    case .t201: (2, 0)
    case .t030T: (1, 1)
    case .t030C: (3, 0)
    case .t120D, .t120U: (2, 2)
    case .t120C: (3, 1)
    case .t210: (4, 3)
    case .t300: (6, 6)
    }
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

/// The ties of a closed triad: from the first node to the second, from the second to the third,
/// and from the first to the third.
private struct TriadClosure: Hashable {
  let firstSecond: ContactTie
  let secondThird: ContactTie
  let firstThird: ContactTie

  init(_ firstSecond: ContactTie, _ secondThird: ContactTie, _ firstThird: ContactTie) {
    self.firstSecond = firstSecond
    self.secondThird = secondThird
    self.firstThird = firstThird
  }

  /// For each node its two ties, as it sees them.
  private var tiesByNode: [(ContactTie, ContactTie)] {
    [
      (firstSecond, firstThird), (firstSecond.reversed, secondThird),
      (secondThird.reversed, firstThird.reversed),
    ]
  }

  /// The patterns that the two ties of each node would make alone.
  var openTypes: [TriadType] { tiesByNode.map { TriadType(open: $0, $1) } }

  var type: TriadType {
    let open = openTypes
    switch open.count(where: { $0 == .t201 }) {
    case 3: return .t300
    case 1: return .t210
    default: break
    }
    // Without a mutual tie: three chains or one. With one: what the node opposite it sees.
    if open.contains(.t111D) || open.contains(.t111U) {
      if open.contains(.t021D) { return .t120D }
      return open.contains(.t021U) ? .t120U : .t120C
    }
    return open.contains(.t021D) ? .t030T : .t030C
  }
}

extension ContactTie {
  /// The same arcs, as the contact sees them.
  fileprivate var reversed: ContactTie {
    switch self {
    case .outgoing: .incoming
    case .incoming: .outgoing
    case .mutual: .mutual
    }
  }
}

extension TriadType {
  /// The pattern of two ties that meet in a node, as it sees them, and nothing else.
  fileprivate init(open first: ContactTie, _ second: ContactTie) {
    self =
      switch (first, second) {
      case (.mutual, .mutual): .t201
      case (.mutual, .incoming), (.incoming, .mutual): .t111D
      case (.mutual, .outgoing), (.outgoing, .mutual): .t111U
      case (.outgoing, .outgoing): .t021D
      case (.incoming, .incoming): .t021U
      case (.outgoing, .incoming), (.incoming, .outgoing): .t021C
      }
  }
}

extension AdjacencyRows {
  /// How many pairs of ties meet in a node, by the pattern that they make.
  fileprivate func pairsOfTies(_ ties: [ContactTie]) -> [TriadType: Int] {
    var pairs: [TriadType: Int] = [:]
    for node in 0..<offsets.count - 1 {
      var (outgoing, incoming, mutual) = (0, 0, 0)
      for arc in offsets[node]..<offsets[node + 1] {
        switch ties[arc] {
        case .outgoing: outgoing += 1
        case .incoming: incoming += 1
        case .mutual: mutual += 1
        }
      }
      pairs[.t201, default: 0] += mutual * (mutual - 1) / 2
      pairs[.t111D, default: 0] += mutual * incoming
      pairs[.t111U, default: 0] += mutual * outgoing
      pairs[.t021D, default: 0] += outgoing * (outgoing - 1) / 2
      pairs[.t021U, default: 0] += incoming * (incoming - 1) / 2
      pairs[.t021C, default: 0] += outgoing * incoming
    }
    return pairs
  }
}

extension ForwardTies {
  /// How many closed triads there are, by their ties.
  fileprivate func closures(_ contactTies: [ContactTie]) -> [TriadClosure: Int] {
    let kinds = atFirstEnds(contactTies.map(\.rawValue))
    var counts = Array(repeating: 0, count: 64)
    countClosures(kinds: kinds.span, counts: &counts)
    var closures: [TriadClosure: Int] = [:]
    for code in counts.indices where counts[code] > 0 {
      guard let firstSecond = ContactTie(rawValue: UInt8(code & 3)),
        let secondThird = ContactTie(rawValue: UInt8(code >> 2 & 3)),
        let firstThird = ContactTie(rawValue: UInt8(code >> 4))
      else { continue }
      closures[TriadClosure(firstSecond, secondThird, firstThird)] = counts[code]
    }
    return closures
  }

  /// Counts closed triads by a code of two bits for each of their ties.
  private func countClosures(kinds: borrowing Span<UInt8>, counts: inout [Int]) {
    let (offsets, targets) = (offsets.span, targets.span)
    var count = counts.mutableSpan
    var marks = Array(repeating: UInt8(0), count: nodes.count)
    var mark = marks.mutableSpan
    for first in 0..<nodes.count {
      let row = offsets[first]..<offsets[first + 1]
      guard row.count > 1 else { continue }
      for tie in row { mark[Int(targets[tie])] = kinds[tie] << 4 }
      for tie in row {
        let second = Int(targets[tie])
        for other in offsets[second]..<offsets[second + 1] {
          let firstThird = mark[Int(targets[other])]
          if firstThird != 0 { count[Int(kinds[tie] | kinds[other] << 2 | firstThird)] += 1 }
        }
      }
      for tie in row { mark[Int(targets[tie])] = 0 }
    }
  }
}
