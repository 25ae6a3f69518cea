public import SystemMaps

/// Who sits at several tables, and which tables share people.
///
/// Of those whom the audience may know by name: a number of others could be worked out from them.
public struct TableOverlap: Sendable, Hashable {
  /// Two tables at which the same people sit.
  public struct Shared: Sendable, Hashable {
    /// The tables, in the order of the map.
    public let tables: ElementPair
    /// Who sits at both, in the order of the map.
    public let holders: [ElementID]
    /// Those at both as a share of those at either (Jaccard).
    public let jaccard: Double
  }

  /// Someone who sits at several tables.
  public struct Sitter: Sendable, Hashable {
    /// Who.
    public let holder: ElementID
    /// The tables, in the order of the map.
    public let tables: [ElementID]
  }

  /// Pairs of tables that share anybody, those who share most first.
  public let shared: [Shared]
  /// Who sits at several tables, at most of them first.
  public let sitters: [Sitter]
  /// How many named people hold a seat.
  public let holders: Int

  /// - Complexity: O(seats + tables²).
  public init(of map: SystemMap, for audience: Audience) {
    let seats = Dictionary(
      grouping: map.seats.filter(\.role.countsAsSeat), by: \.table
    ).mapValues { seats in
      Set(
        seats.compactMap(\.holder).filter { holder in
          map[holder].map { map.mayName($0, to: audience) } ?? false
        })
    }
    let tables = map.tables.map(\.id).filter { !(seats[$0] ?? []).isEmpty }
    var order: [ElementID: Int] = [:]
    for (place, element) in map.elements.enumerated() { order[element.id] = place }
    func ordered(_ ids: some Sequence<ElementID>) -> [ElementID] {
      ids.sorted { (order[$0] ?? .max, $0) < (order[$1] ?? .max, $1) }
    }
    var shared: [Shared] = []
    for (place, one) in tables.enumerated() {
      for other in tables[(place + 1)...] {
        let (first, second) = (seats[one] ?? [], seats[other] ?? [])
        let both = first.intersection(second)
        guard !both.isEmpty else { continue }
        shared.append(
          Shared(
            tables: ElementPair(one, other), holders: ordered(both),
            jaccard: Double(both.count) / Double(first.union(second).count)))
      }
    }
    self.shared = shared.enumerated().sorted {
      ($1.element.holders.count, $0.offset) < ($0.element.holders.count, $1.offset)
    }.map(\.element)
    let everybody = ordered(seats.values.reduce(into: Set()) { $0.formUnion($1) })
    holders = everybody.count
    sitters = everybody.map { holder in
      Sitter(holder: holder, tables: tables.filter { seats[$0]?.contains(holder) ?? false })
    }
    .filter { $0.tables.count > 1 }.enumerated()
    .sorted { ($1.element.tables.count, $0.offset) < ($0.element.tables.count, $1.offset) }
    .map(\.element)
  }

  /// The result as one plain sentence; `nil` without a named holder.
  public var sentence: String? {
    guard holders > 0 else { return nil }
    guard let most = sitters.first?.tables.count else {
      return
        "Nobody of the \(ChanceWords.count(holders, "person", "people")) named sits at several "
        + "tables."
    }
    return "\(sitters.count) of \(ChanceWords.count(holders, "person", "people")) named at tables "
      + "sit at several, up to \(most); \(ChanceWords.count(shared.count, "pair")) of tables share "
      + "somebody."
  }
}
