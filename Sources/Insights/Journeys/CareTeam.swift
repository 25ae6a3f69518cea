public import SystemMaps

extension CaseJourney {
  /// Those who serve one family, and who among them work with each other.
  public struct CareTeam: Hashable, Sendable {
    /// Two workers who coordinate, the one met first first.
    public struct Tie: Hashable, Sendable {
      /// The one.
      public let first: ElementID
      /// The other.
      public let second: ElementID
    }

    /// The workers, in the order in which they met the family.
    public let members: [ElementID]
    /// The pairs who coordinate: `works with` at level 2 or more, or without a level.
    public let ties: [Tie]
    /// Whether the map tells of anyone who works with anyone; else it is not known who does.
    public let hasReports: Bool

    /// How many workers there are.
    public var size: Int { members.count }

    /// How many pairs there could be: *n*(*n* − 1)/2.
    public var possible: Int { size * (size - 1) / 2 }

    /// The share of possible pairs who coordinate; `nil` for fewer than two workers, and where the
    /// map tells of nobody who works with anyone.
    ///
    /// An absent tie is one that nobody reported; the two may still know each other.
    public var density: Double? {
      size < 2 || !hasReports ? nil : Double(ties.count) / Double(possible)
    }

    init(of members: [ElementID], in map: SystemMap) {
      self.members = members
      hasReports = map.connections.contains { $0.type == .worksWith }
      let places = Dictionary(
        members.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { a, _ in a })
      var pairs: Set<Tie> = []
      for connection in map.connections
      where connection.type == .worksWith && (connection.level ?? 2) >= 2 {
        guard let from = places[connection.from], let to = places[connection.to], from != to else {
          continue
        }
        pairs.insert(Tie(first: members[min(from, to)], second: members[max(from, to)]))
      }
      ties = pairs.sorted {
        (places[$0.first] ?? 0, places[$0.second] ?? 0)
          < (places[$1.first] ?? 0, places[$1.second] ?? 0)
      }
    }
  }
}
