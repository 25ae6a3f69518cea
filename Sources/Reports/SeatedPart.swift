import SystemMaps

/// Which tables, and which of their seats, rules leave to be drawn.
///
/// A condition may be about the tables (`tier = 1`) or about those who sit there
/// (`sector = health`). It chooses among the tables if any of them meets it, and among the seats if
/// anybody on one does; a condition that nothing meets leaves nothing.
struct SeatedPart {
  private let tables: Set<ElementID>
  private let seats: [Seat]
  /// Whether there is less than on the map.
  let leavesOut: Bool

  /// Chooses.
  ///
  /// - Parameters:
  ///   - map: The map, as its audience may see it.
  ///   - rules: What is drawn.
  ///   - focus: The one table, or who sits at each table that is drawn; `nil` for all.
  init(of map: SystemMap, by rules: DrawingRules, around focus: ElementID?) {
    let seated = Set(map.seats.map(\.table))
    let all = map.elements.filter { $0.type == .table || seated.contains($0.id) }.map(\.id)
    func meets(_ id: ElementID?, _ filter: ElementFilter?) -> Bool {
      guard let element = id.flatMap({ map[$0] }) else { return false }
      return filter?.matches(element) ?? false
    }
    func sits(_ seat: Seat, _ filter: ElementFilter?) -> Bool {
      meets(seat.holder, filter) || meets(seat.representing, filter)
    }
    let choosesSeats = rules.filter != nil && map.seats.contains { sits($0, rules.filter) }
    let choosesTables =
      rules.filter != nil && (!choosesSeats || all.contains { meets($0, rules.filter) })
    var tables = all.filter {
      (!choosesTables || meets($0, rules.filter)) && !meets($0, rules.hide)
    }
    if let focus, !all.contains(focus) {
      tables.removeAll { table in
        !map.seats.contains {
          $0.table == table && ($0.holder == focus || $0.representing == focus)
        }
      }
    } else if let focus {
      tables.removeAll { $0 != focus }
    }
    var left = Set(tables)
    let seats = map.seats.filter { seat in
      left.contains(seat.table) && (!choosesSeats || sits(seat, rules.filter))
        && !sits(seat, rules.hide)
    }
    if choosesSeats { left.formIntersection(seats.map(\.table)) }
    self.tables = left
    self.seats = seats
    leavesOut = left.count < all.count || seats.count < map.seats.count
  }

  /// A map without the tables and seats that are left out.
  func part(of map: SystemMap) -> SystemMap {
    guard leavesOut else { return map }
    var part = map
    part.elements.removeAll { $0.type == .table && !tables.contains($0.id) }
    part.seats = seats
    return part
  }
}
