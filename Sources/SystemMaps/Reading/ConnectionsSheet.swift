/// The reading of the connections.
struct ConnectionsSheet {
  let table: SheetTable<ConnectionColumn>
  let registry: ElementRegistry
  /// The words for levels, which must be of one scale.
  let ladder: LevelLadder

  private var log: FindingLog { table.log }

  /// Adds the connections of the rows.
  func read(into connections: inout [Connection]) {
    guard table.hasRequiredColumns else { return }
    table.reportCellsBeyondHeader()
    connections.reserveCapacity(connections.count + table.sheet.rows.count)
    var types = TypeCount()
    for row in table.rows { read(row, into: &connections, counting: &types) }
    report(types)
  }

  private func read(
    _ row: RowReader<ConnectionColumn>, into connections: inout [Connection],
    counting types: inout TypeCount
  ) {
    guard let from = row.requiredText(.from), let to = row.requiredText(.to) else { return }
    let type = row.connectionType
    let starts = ends(from, in: .from, of: row, inConfidence: type.isConfidential)
    let finishes = ends(to, in: .to, of: row, inConfidence: type.isConfidential)
    guard let start = starts.first, let finish = finishes.first else { return }
    var connection = Connection(from: start, to: finish, type: type)
    row.describe(&connection, registry: registry, ladder: ladder)
    types.count(connection, isStated: row.statement(.direction) != nil, at: row.place(of: .type))
    for start in starts {
      for finish in finishes {
        if start == finish {
          log.add(
            .warning, at: row.place(of: .to),
            "\((registry.element(of: start)?.label ?? start.text).quoted) is connected with "
              + "itself; the row was left out",
            expected: "expected two elements",
            summary: "connections join an element with itself and were left out", limit: 1)
          continue
        }
        connection.from = start
        connection.to = finish
        connections.append(connection)
      }
    }
  }

  /// The elements that one end of a row names; none if it names nobody.
  private func ends(
    _ text: String, in column: ConnectionColumn, of row: RowReader<ConnectionColumn>,
    inConfidence: Bool
  ) -> [ElementID] {
    var ends: [ElementID] = []
    for name in registry.names(in: text) {
      if CellWord.isNobody(name) {
        log.add(
          .notice, at: row.place(of: column), "\(column.title) says nobody: asked, and no one",
          summary: "connections say nobody: asked, and no one")
      } else if CellWord.isDeclined(name) {
        log.add(
          .notice, at: row.place(of: column),
          "\(column.title) says prefer not to say: counted as not known",
          summary: "connections say prefer not to say: counted as not known")
      } else if let id = row.resolve(
        name, in: column, inConfidence: inConfidence, among: registry)
      {
        ends.append(id)
      }
    }
    return ends
  }

  /// Says once which types have no meaning here, and how they are read.
  private func report(_ types: TypeCount) {
    if let place = types.firstUntyped {
      log.add(
        .notice, at: place,
        "\(types.untyped.counted("connection has", "connections have")) no type",
        expected: "read as working ties without direction")
    }
    guard let place = types.firstUnlisted else { return }
    let names = types.unlisted.sorted().map(\.name.quoted)
    let listed = names.prefix(5).joined(separator: ", ") + (names.count > 5 ? ", …" : "")
    log.add(
      .notice, at: place,
      "\(names.count.counted("connection type has", "connection types have")) no meaning here: "
        + listed,
      expected: "read as working ties without direction, unless the row says one; "
        + "the setting Read as gives them one")
  }

  /// Which rows have types that the design gives no meaning.
  private struct TypeCount {
    var untyped = 0
    var firstUntyped: Place?
    var unlisted: Set<ConnectionType> = []
    var firstUnlisted: Place?

    mutating func count(
      _ connection: Connection, isStated: Bool, at place: @autoclosure () -> Place
    ) {
      if connection.type == .untyped {
        untyped += isStated ? 0 : 1
        if firstUntyped == nil, !isStated { firstUntyped = place() }
      } else if !connection.type.isKnown, unlisted.insert(connection.type).inserted,
        firstUnlisted == nil
      {
        firstUnlisted = place()
      }
    }
  }
}

extension RowReader<ConnectionColumn> {
  /// The type of the row, in our words.
  fileprivate var connectionType: ConnectionType {
    statement(.type).map { ConnectionType(table.vocabulary.reading($0)) } ?? .untyped
  }

  fileprivate func describe(
    _ connection: inout Connection, registry: ElementRegistry, ladder: LevelLadder
  ) {
    connection.place = place
    connection.attributes = attributes
    if connection.attributes.isEmpty { return }
    if let direction = statedDirection { connection.direction = direction }
    connection.level = level(on: ladder)
    connection.strength = strength
    connection.trust = trust
    connection.quality = choice(.quality)
    connection.frequency = statement(.frequency)
    connection.between = choice(.between)
    connection.purpose = statement(.purpose)
    connection.amount = number(
      .amount, from: 0, expected: "an amount such as 25000 or 25,000", isMoney: true)
    connection.label = text(.label)
    connection.summary = text(.description)
    connection.tags = list(.tags)
    connection.reportedBy = answer(.reportedBy, inConfidence: true, among: registry).elements
    connection.period = period(since: .since, until: .until)
  }

  private var statedDirection: Connection.Direction? {
    guard let text = statement(.direction), text.comparisonKey != "mixed" else { return nil }
    return choice(.direction)
  }

  private var strength: Double? {
    let expected = "a number above 0"
    guard let value = number(.strength, from: .leastNonzeroMagnitude, expected: expected) else {
      return nil
    }
    // Wide enough for any unit; beyond, sums and quotients of strengths are no numbers any more.
    if (1e-12...1e12).contains(value) { return value }
    reportUnread(.strength, expected: expected + ", from 1e-12 to 1e12")
    return nil
  }

  private var trust: Double? {
    let expected = "a number from 1 to 4"
    if text(.trust) != nil { return number(.trust, from: 1, to: 4, expected: expected) }
    let parts = [ConnectionColumn.reliability, .mission, .openness].compactMap {
      number($0, from: 1, to: 4, expected: expected)
    }
    return parts.count == 3 ? parts.reduce(0, +) / 3 : nil
  }

  private func level(on ladder: LevelLadder) -> Int? {
    guard let text = statement(.level) else { return nil }
    if let number = NumberText(text)?.value(in: .english), (1...4).contains(number),
      number == number.rounded()
    {
      return Int(number)
    }
    if let level = ladder.level(of: table.vocabulary.reading(text), at: place(of: .level), log: log)
    {
      return level
    }
    let rungs = (ladder.scale ?? .himmelman).rungs
    reportUnread(.level, expected: "1 to 4, or " + rungs.joined(separator: ", "))
    return nil
  }
}
