internal import SystemMaps

/// A reader of event logs as CSV, an event a row.
struct CSVEventLog {
  let content: FileContent
  let columns: [ColumnAlias]

  /// Reads the rows one by one: a log is too large to be held as cells.
  func read() throws(MapErrors) -> EventLogReading {
    let decoded = TextDecoding(content)
    let dialect = CSVDialect(of: decoded.utf8)
    var reader = CSVReader(
      decoded.utf8, delimiter: dialect.delimiter, from: dialect.start, line: dialect.firstLine)
    let header: [String]
    do {
      header = try reader.next()?.cells.map(\.trimmedCell) ?? []
    } catch {
      throw Self.unterminated(error, in: content.name)
    }
    let names = try EventLogColumns(of: header, columns: columns)
    for field in [EventLogColumns.Field.case, .step] where names.names[field] == nil {
      throw MapErrors(
        at: Place(file: content.name, row: dialect.firstLine),
        "no column is known to be the \(field.rawValue)",
        expected: "name it: --column journeys.\(field.rawValue)=THEIRS")
    }
    var row = Row(of: header, names)
    var builder = EventLogBuilder()
    do {
      while let record = try reader.next() { row.add(record, to: &builder) }
    } catch {
      throw Self.unterminated(error, in: content.name)
    }
    let (log, findings) = builder.finish(file: content.name)
    return EventLogReading(
      log: log, columns: names,
      findings: decoded.findings + row.findings(in: content.name) + findings)
  }

  private static func unterminated(
    _ error: CSVReader.UnterminatedQuote, in file: String
  ) -> MapErrors {
    MapErrors(
      at: Place(file: file, row: error.line),
      "a quotation mark opens a cell that never closes",
      expected: "expected a second quotation mark before the end of the file")
  }

  /// What the cells of a row say, by the places of the columns.
  private struct Row {
    private let places: [EventLogColumns.Field: Int]
    private var withoutCase: [Int] = []
    private var unreadTimes: [Int] = []

    init(of header: [String], _ columns: EventLogColumns) {
      places = columns.names.compactMapValues { header.firstIndex(of: $0) }
    }

    mutating func add(_ record: Sheet.Row, to builder: inout EventLogBuilder) {
      let cells = record.cells
      func text(_ field: EventLogColumns.Field) -> String? {
        guard let place = places[field], place < cells.count, !cells[place].isEmpty else {
          return nil
        }
        let text = cells[place].trimmedCell
        return text.isEmpty ? nil : text
      }
      guard let name = text(.case) else {
        if !cells.allSatisfy(\.isBlankCell) { withoutCase.append(record.number) }
        return
      }
      var entry = EventLogBuilder.Entry()
      entry.caseName = name
      entry.activity = text(.step)
      for field in [EventLogColumns.Field.start, .end] {
        guard let text = text(field) else { continue }
        let moment = JourneyStep.Moment(text)
        if moment == nil { unreadTimes.append(record.number) }
        if field == .start { entry.start = moment } else { entry.end = moment }
      }
      entry.worker = text(.worker)
      entry.organization = text(.organization)
      entry.sector = text(.sector)
      entry.referredTo = text(.referredTo)?.listedValues ?? []
      entry.transition = text(.transition)
      entry.instance = text(.instance)
      builder.add(entry)
    }

    func findings(in file: String) -> [Finding] {
      func finding(_ rows: [Int], _ one: String, _ many: String, _ expected: String) -> Finding? {
        rows.first.map {
          Finding(
            .warning, at: Place(file: file, row: $0), rows.count.counted(one, many),
            expected: expected)
        }
      }
      return [
        finding(
          withoutCase, "row has no case, and was left out", "rows have no case, and were left out",
          "every event needs one"),
        finding(
          unreadTimes, "time was left out", "times were left out",
          "expected days as YYYY-MM-DD, with or without a time"),
      ].compactMap(\.self)
    }
  }
}
