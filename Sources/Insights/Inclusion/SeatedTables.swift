import SystemMaps

/// The tables of a map with their filled seats and their own counts, looked up once.
struct SeatedTables {
  /// The tables, in the order of the map.
  let all: [Element]
  private let seats: [ElementID: [Seat]]
  private let counts: [ElementID: [Benchmark]]
  private let map: SystemMap

  init(of map: SystemMap) {
    self.map = map
    all = map.tables
    seats = Dictionary(grouping: map.seats.filter(\.role.countsAsSeat), by: \.table)
    var counts: [ElementID: [Benchmark]] = [:]
    for row in map.benchmarks where row.count != nil {
      if case .table(let table) = row.population { counts[table, default: []].append(row) }
    }
    self.counts = counts
  }

  /// The seats of a table that are held and count.
  func filled(at table: ElementID) -> [Seat] { seats[table] ?? [] }

  /// Whether a table has neither a filled seat nor counts of its own.
  func isEmpty(_ table: ElementID) -> Bool { filled(at: table).isEmpty && counts[table] == nil }

  /// The tables that are the list from which others are drawn.
  var lists: Set<ElementID> { Set(all.compactMap(\.table.drawnFrom)) }

  /// Who holds the seats of a table.
  func composition(of table: ElementID, by answers: GroupAnswers) -> SeatComposition {
    SeatComposition(
      of: filled(at: table), counts: ownCounts(of: table, by: answers.attribute), answers: answers)
  }

  /// What a table's own anonymous form says in one column.
  func ownCounts(of table: ElementID, by attribute: AttributeName) -> [Benchmark] {
    (counts[table] ?? []).filter { $0.attribute == attribute }
  }

  /// The columns to compare with member lists: those that the map's makers added themselves and
  /// that at least half of a list fill with two to eight values.
  ///
  /// A column that the design knows is no group unless someone asks for it.
  var columnsOfLists: [AttributeName] {
    var found: [AttributeName] = []
    for list in all where lists.contains(list.id) {
      let members = filled(at: list.id).compactMap { seat in
        (map.organization(of: seat) ?? seat.holder).flatMap { map[$0] }
      }
      var values: [AttributeName: [String]] = [:]
      for member in members {
        for (column, value) in member.attributes
        where Sheet.Kind.elements.guide(of: column.text) == nil {
          values[column, default: []].append(value.groupKey)
        }
      }
      found += values.filter { _, values in
        2 * values.count >= members.count && (2...8).contains(Set(values).count)
      }
      .keys.sorted { $0.key < $1.key }.filter { !found.contains($0) }
    }
    return found
  }

  /// Why the seats of a table cannot be a draw from a list; `nil` if they can.
  func reasonAgainstDraw(of table: ElementID, from list: ElementID) -> String? {
    let members = filled(at: list)
    let holders = Set(members.compactMap(\.holder))
    let organizations = Set(members.compactMap(map.organization(of:)))
    let isDrawn = filled(at: table).allSatisfy { seat in
      guard let holder = seat.holder else { return true }
      return holders.contains(holder)
        || (map.organization(of: seat).map(organizations.contains) ?? false)
    }
    guard isDrawn else { return "not every seat is held by someone on the list it is drawn from" }
    return filled(at: table).count > members.count
      ? "there are more seats than members on the list" : nil
  }
}
