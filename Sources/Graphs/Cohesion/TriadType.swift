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
  var paths: (all: Int, closed: Int) {
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

extension TriadType {
  /// The pattern of two ties that meet in a node, as it sees them, and nothing else.
  init(open first: ContactTie, _ second: ContactTie) {
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

/// The ties of a closed triad: from the first node to the second, from the second to the third,
/// and from the first to the third.
struct TriadClosure: Hashable {
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
