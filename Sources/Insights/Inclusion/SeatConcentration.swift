public import SystemMaps

/// Which organizations hold how many of the seats of one tier.
///
/// A seat is its representing organization's, else its holder's one employer's, else its holder's
/// own if that is an organization.
public struct SeatConcentration: Sendable, Hashable {
  /// An organization and its seats.
  public struct Holding: Sendable, Hashable {
    /// The organization.
    public let organization: ElementID
    /// Its seats.
    public let seats: Int
    /// Their share of all seats of the tier.
    public let share: Double
  }

  /// The tier; `nil` is of the tables that have none.
  public let tier: Int?
  /// The tables, in the order of the map.
  public let tables: [ElementID]
  /// All filled seats that count.
  public let seats: Int
  /// The organizations, those with most seats first, then in the order of the map.
  public let holdings: [Holding]
  /// The Gini coefficient of the seats among the organizations that hold any: from 0, all the same;
  /// `nil` without one.
  public let gini: Double?
  /// Seats that speak for no organization that the map names: residents, unnamed holders, holders
  /// with two employers.
  public let seatsWithoutOrganization: Int

  /// The share of all seats that the `count` organizations with most of them hold together.
  public func share(ofTop count: Int) -> Double {
    seats > 0 ? Double(holdings.prefix(count).reduce(0) { $0 + $1.seats }) / Double(seats) : 0
  }

  /// The top three as a sentence; `nil` where four organizations or fewer share the seats, or where
  /// all hold as many.
  public var sentence: String? {
    guard holdings.count > 4, (gini ?? 0) > 1e-12 else { return nil }
    let place = tier.map { "at tier \($0)" } ?? "at tables without a tier"
    return "3 organizations hold \(ChanceWords.percent(share(ofTop: 3))) of the "
      + "\(ChanceWords.count(seats, "filled seat")) \(place)."
  }

  /// The same without those who may not be named.
  func naming(_ mayName: (ElementID) -> Bool) -> SeatConcentration {
    SeatConcentration(
      tier: tier, tables: tables, seats: seats,
      holdings: holdings.filter { mayName($0.organization) }, gini: gini,
      seatsWithoutOrganization: seatsWithoutOrganization)
  }

  /// The tiers of a map with seats, from the top; tables without a tier come last.
  ///
  /// - Parameter audience: Who will read it: seats are counted as it may count them.
  static func byTier(of map: SystemMap, for audience: Audience = .team) -> [SeatConcentration] {
    let counted = map.seats(countedBy: audience)
    let tables = map.tables
    let order = Dictionary(
      map.elements.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    let tiers = Set(tables.map(\.table.tier)).sorted { ($0 ?? .max) < ($1 ?? .max) }
    return tiers.compactMap { tier in
      let here = tables.filter { $0.table.tier == tier }.map(\.id)
      let ids = Set(here)
      let seats = counted.filter { ids.contains($0.table) && $0.role.countsAsSeat }
      guard !seats.isEmpty else { return nil }
      let seated = Set(seats.map(\.table))
      let organizations = seats.compactMap(map.organization(of:))
      let counts = Dictionary(grouping: organizations, by: \.self).mapValues(\.count)
      let holdings = counts.sorted {
        (-$0.value, order[$0.key] ?? .max, $0.key) < (-$1.value, order[$1.key] ?? .max, $1.key)
      }
      return SeatConcentration(
        tier: tier, tables: here.filter(seated.contains),
        seats: seats.count,
        holdings: holdings.map {
          Holding(
            organization: $0.key, seats: $0.value, share: Double($0.value) / Double(seats.count))
        }, gini: Insights.gini(of: counts.values.sorted().map(Double.init)),
        seatsWithoutOrganization: seats.count - organizations.count)
    }
  }
}

/// A person or an organization that sits at several tables.
public struct SeveralTables: Sendable, Hashable {
  /// Who.
  public let element: ElementID
  /// The tables, in the order of the map.
  public let tables: [ElementID]
  /// The filled seats held at them.
  public let seats: Int

  static func all(in map: SystemMap) -> [SeveralTables] {
    let order = Dictionary(
      map.elements.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    let seats = map.seats.filter(\.role.countsAsSeat)
    let tables = Set(seats.map(\.table)).sorted {
      (order[$0] ?? .max, $0) < (order[$1] ?? .max, $1)
    }
    let numbers = Dictionary(
      zip(tables, tables.indices), uniquingKeysWith: { first, _ in first })
    var held: [ElementID: [Int]] = [:]
    for seat in seats {
      guard let table = numbers[seat.table] else { continue }
      let organization = map.organization(of: seat)
      if let holder = seat.holder { held[holder, default: []].append(table) }
      if let organization, organization != seat.holder {
        held[organization, default: []].append(table)
      }
    }
    return held.compactMap { who, places -> (order: Int, entry: SeveralTables)? in
      let distinct = Set(places).sorted()
      guard distinct.count > 1 else { return nil }
      let entry = SeveralTables(
        element: who, tables: distinct.map { tables[$0] }, seats: places.count)
      return (order[who] ?? .max, entry)
    }
    .sorted {
      (-$0.entry.tables.count, -$0.entry.seats, $0.order, $0.entry.element)
        < (-$1.entry.tables.count, -$1.entry.seats, $1.order, $1.entry.element)
    }
    .map(\.entry)
  }
}
