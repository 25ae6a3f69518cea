import SystemMaps

/// Residents and households as those who give, and as those who are served.
///
/// Of all ties by which one of them gives a service or gets one, the share of giving: a map on which
/// residents only ever receive shows clients, not neighbours.
public struct ResidentTies: Sendable, Hashable {
  /// Ties by which they provide something.
  public let giving: Int
  /// Ties by which they use something, or are served.
  public let receiving: Int
  /// Pairs of one of them and an institution with a tie one way alone.
  public let oneWay: Int
  /// Pairs of one of them and an institution with a tie both ways.
  public let twoWay: Int

  /// The share of giving.
  public var givingShare: Double { Double(giving) / Double(giving + receiving) }

  /// - Returns: `nil` where no such tie is reported.
  init?(in map: SystemMap) {
    let residents = Set(
      map.elements.filter { $0.type == .resident || $0.type == .household }.map(\.id))
    guard !residents.isEmpty else { return nil }
    func isResident(_ id: ElementID) -> Bool { residents.contains(id) }
    let ties = map.connections.filter { !$0.type.isConfidential }
    giving = ties.count { $0.type == .provides && isResident($0.from) }
    receiving = ties.count {
      ($0.type == .uses && isResident($0.from))
        || ([.serves, .provides].contains($0.type) && isResident($0.to))
    }
    let across = ties.filter {
      isResident($0.from) != isResident($0.to) && map.isInstitution($0.from, or: $0.to)
    }
    let balance = TieBalance(of: across)
    (oneWay, twoWay) = (balance.oneWay, balance.twoWay)
    guard giving + receiving > 0 else { return nil }
  }
}

extension SystemMap {
  /// Whether one of two is an organization or a worker.
  fileprivate func isInstitution(_ first: ElementID, or second: ElementID) -> Bool {
    [first, second].contains { self[$0]?.type == .organization || self[$0]?.type == .person }
  }
}

/// How many pairs have ties one way alone, and how many both ways.
public struct TieBalance: Sendable, Hashable {
  /// Pairs with ties from the one to the other alone.
  public let oneWay: Int
  /// Pairs with ties both ways, or with one that has no direction.
  public let twoWay: Int

  /// Counts the pairs that connections join.
  init(of connections: some Sequence<Connection>) {
    var arcs: Set<[ElementID]> = []
    for tie in connections where tie.from != tie.to {
      arcs.insert([tie.from, tie.to])
      if tie.direction != .directed { arcs.insert([tie.to, tie.from]) }
    }
    let answered = arcs.count { arcs.contains([$0[1], $0[0]]) }
    twoWay = answered / 2
    oneWay = arcs.count - answered
  }

  /// The referrals of a map; `nil` where there is none.
  static func ofReferrals(in map: SystemMap) -> TieBalance? {
    let referrals = map.connections.filter { $0.type == .refersTo }
    return referrals.isEmpty ? nil : TieBalance(of: referrals)
  }
}
