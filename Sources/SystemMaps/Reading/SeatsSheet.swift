/// The reading of the seats.
struct SeatsSheet {
  let table: SheetTable<SeatColumn>
  let registry: ElementRegistry
  let employers: Employers

  private var log: FindingLog { table.log }

  /// Adds the seats of the rows; nobody holds two at one table at one time, but an organization may.
  func read(into seats: inout [Seat]) {
    guard table.hasRequiredColumns else { return }
    table.reportCellsBeyondHeader()
    var held: [[ElementID]: [Seat]] = [:]
    for seat in seats { held[Self.place(of: seat), default: []].append(seat) }
    for row in table.rows {
      guard let seat = seat(row) else { continue }
      let place = Self.place(of: seat)
      if seat.role != .vacant, let holder = seat.holder,
        registry.element(of: holder)?.type != .organization,
        let other = held[place]?.first(where: {
          $0.role != .vacant && $0.period.overlaps(seat.period)
        })
      {
        log.add(
          .warning, at: row.place(of: .holder),
          "\(label(of: holder)) has a seat at \(label(of: seat.table)) in row "
            + "\(other.place?.row ?? 0) too, at the same time; the row was left out",
          expected: "expected one row, or periods that do not overlap",
          summary: "rows repeat a seat of the same holder and were left out")
        continue
      }
      if seat.holder != nil { held[place, default: []].append(seat) }
      seats.append(seat)
    }
  }

  /// At which table who sits.
  private static func place(of seat: Seat) -> [ElementID] {
    [seat.table, seat.holder].compactMap { $0 }
  }

  private func seat(_ row: RowReader<SeatColumn>) -> Seat? {
    guard row.requiredText(.table) != nil,
      let board = row.single(.table, as: .table, among: registry)
    else { return nil }
    let holder = row.answer(.holder, among: registry)
    let (holders, role) = (holder.elements, role(of: row, holder: holder))
    if holders.count > 1 { row.reportUnread(.holder, expected: "one name in each row") }
    var seat = Seat(table: board, holder: holders.count == 1 ? holders.first : nil, role: role)
    if seat.holder == nil, holders.isEmpty, role != .vacant, holder == .unknown {
      log.add(
        .warning, at: row.place(of: .holder), "the seat has no holder",
        expected: "expected a name, or vacant as its Role",
        summary: "seats have no holder")
    }
    if seat.holder == seat.table {
      row.reportUnread(.holder, expected: "someone else than the table")
      seat.holder = nil
    }
    seat.representing = represented(by: seat.holder, in: row)
    seat.appointedBy = row.answer(.appointedBy, among: registry)
    seat.votes = row.number(.votes, from: 0, expected: "a number of votes; 1 was taken") ?? 1
    seat.decisionRight = row.statement(.decisionRight)
    seat.participation = row.statement(.participation)
    seat.scale = row.statement(.scale)
    seat.isPaid = row.yesNo(.paid)
    seat.attended = row.wholeNumber(.attended, from: 0)
    seat.period = row.period(since: .since, until: .until)
    seat.attributes = row.attributes
    seat.place = row.place
    reportUnsettledPrivacy(of: seat, in: row)
    return seat
  }

  private func role(of row: RowReader<SeatColumn>, holder: Answer<[ElementID]>) -> Seat.Role {
    if row.text(.role) == nil, holder == .nobody { return .vacant }
    return row.choice(.role) ?? .member
  }

  private func represented(by holder: ElementID?, in row: RowReader<SeatColumn>) -> ElementID? {
    if row.text(.representing) != nil { return row.single(.representing, among: registry) }
    guard let holder else { return nil }
    let employers = employers.of(holder)
    if employers.count > 1 {
      let names = employers.compactMap { registry.element(of: $0)?.label.quoted }
      log.add(
        .warning, at: row.place(of: .holder),
        "\(label(of: holder)) works for \(names.joined(separator: " and ")): for whom is the seat?",
        expected: "expected one of them in Representing",
        summary: "seats are held by people with several employers: for whom is not said")
      return nil
    }
    return employers.first
  }

  /// Asks how far the name of a resident with a seat may go, if the row of the resident is silent.
  private func reportUnsettledPrivacy(of seat: Seat, in row: RowReader<SeatColumn>) {
    guard let holder = seat.holder, let element = registry.element(of: holder),
      element.type == .resident, element.attributes["Privacy"] == nil
    else { return }
    log.add(
      .warning, at: row.place(of: .holder),
      "\(label(of: holder)) is a resident with a seat, and Privacy does not say who may see the "
        + "name; the seat stays unnamed",
      expected: "expected public role, member or resident in Privacy, as the resident wishes",
      summary: "seats are held by residents whose Privacy is blank; they stay unnamed")
  }

  private func label(of id: ElementID) -> String {
    (registry.element(of: id)?.label ?? id.text).quoted
  }
}

extension Period {
  /// Whether some day is in both.
  fileprivate func overlaps(_ other: Period) -> Bool {
    func ends(_ first: Period, before second: Period) -> Bool {
      guard let end = first.until, let start = second.since else { return false }
      return end < start
    }
    return !ends(self, before: other) && !ends(other, before: self)
  }
}

/// For whom people work, by their own rows and by connections.
struct Employers {
  private var employersOf: [ElementID: [ElementID]] = [:]

  init(elements: [Element], connections: [Connection]) {
    for element in elements where !element.worksFor.elements.isEmpty {
      employersOf[element.id] = element.worksFor.elements
    }
    // By index: a copy of each of many connections would cost more than all else here.
    for index in connections.indices where connections[index].type == .worksFor {
      let (person, employer) = (connections[index].from, connections[index].to)
      if employersOf[person]?.contains(employer) != true {
        employersOf[person, default: []].append(employer)
      }
    }
  }

  /// The employers of a person, in the order of the file.
  func of(_ person: ElementID) -> [ElementID] { employersOf[person] ?? [] }
}
