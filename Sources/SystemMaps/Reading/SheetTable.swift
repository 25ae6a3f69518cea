/// A sheet whose header has been understood.
final class SheetTable<Column: SheetColumn> {
  let sheet: Sheet
  let log: FindingLog
  /// What the map's makers call the design's words.
  let vocabulary: Vocabulary
  /// Where each known column stands, by its raw value; `nil` if the sheet has none.
  private let positions: [Int?]
  /// Under which name the cells of each physical column are kept; `nil` for identity columns.
  private let attributeNames: [AttributeName?]
  private var styles: [Int: NumberStyle] = [:]

  init(_ sheet: Sheet, vocabulary: Vocabulary, log: FindingLog) {
    self.sheet = sheet
    self.log = log
    self.vocabulary = vocabulary
    var header = HeaderReading<Column>(of: sheet, vocabulary: vocabulary, log: log)
    header.placeColumns()
    positions = header.positions
    attributeNames = header.attributeNames
  }

  /// Whether the sheet has every column without which its rows mean nothing.
  var hasRequiredColumns: Bool { Column.required.allSatisfy { has($0) } }

  func has(_ column: Column) -> Bool { positions[column.rawValue] != nil }

  func position(of column: Column) -> Int? { positions[column.rawValue] }

  /// The rows that hold anything.
  var rows: some Sequence<RowReader<Column>> {
    sheet.rows.lazy.map { RowReader(table: self, row: $0) }.filter { !$0.isBlank }
  }

  /// Says once how many cells stand beyond the header.
  func reportCellsBeyondHeader() {
    for row in sheet.rows where row.cells.count > sheet.header.count {
      let beyond = row.cells[sheet.header.count...]
      guard let offset = beyond.firstIndex(where: { !$0.trimmedCell.isEmpty }) else { continue }
      log.add(
        .warning, at: sheet.place(row: row.number, column: offset + 1),
        "the row is longer than the header; its cells are kept as attributes",
        expected: "put values with commas between quotation marks",
        summary: "rows are longer than the header; their cells are kept as attributes")
    }
  }

  /// Whether the cells of a column are kept under a name.
  func keeps(_ name: AttributeName) -> Bool { attributeNames.contains(name) }

  func attributeName(at position: Int) -> AttributeName? {
    guard position < attributeNames.count else { return AttributeName("Column \(position + 1)") }
    return attributeNames[position]
  }

  /// How the numbers of a column are punctuated.
  func numberStyle(of position: Int) -> NumberStyle {
    if let style = styles[position] { return style }
    let style = NumberStyle(
      of: sheet.rows.lazy.compactMap { position < $0.cells.count ? $0.cells[position] : nil })
    styles[position] = style
    return style
  }
}

extension Sheet.Row {
  /// Whether the row is an example, as starter maps have them: its first filled cell begins with
  /// `e.g. `.
  ///
  /// The text tells, because it is the same in every spreadsheet and in CSV.
  public var isExample: Bool {
    cells.first { !$0.trimmedCell.isEmpty }?.trimmedCell.prefix(5).lowercased() == "e.g. "
  }
}

extension Sheet {
  /// The sheet without its examples.
  var withoutExamples: Sheet {
    guard rows.contains(where: \.isExample) else { return self }
    var sheet = self
    sheet.rows.removeAll(where: \.isExample)
    return sheet
  }
}

/// The understanding of a header: which known column stands where, and what the others are called.
private struct HeaderReading<Column: SheetColumn> {
  let sheet: Sheet
  let vocabulary: Vocabulary
  let log: FindingLog
  let names: [AttributeName]
  var positions: [Int?] = Array(repeating: nil, count: Column.allCases.count)
  var attributeNames: [AttributeName?] = []

  init(of sheet: Sheet, vocabulary: Vocabulary, log: FindingLog) {
    self.sheet = sheet
    self.vocabulary = vocabulary
    self.log = log
    names = sheet.header.map { AttributeName($0.trimmedCell) }
  }

  mutating func placeColumns() {
    let titles = Dictionary(
      Column.allCases.map { (AttributeName($0.title), $0) }, uniquingKeysWith: { first, _ in first }
    )
    let firsts = Dictionary(
      zip(names, names.indices), uniquingKeysWith: { first, _ in first })
    if Column.sheetKind == .connections, let (type, direction) = columnOfDirections(firsts) {
      positions[direction] = type
    }
    for (name, column) in titles where positions[column.rawValue] == nil {
      guard let position = firsts[name], !positions.contains(position) else { continue }
      positions[column.rawValue] = position
    }
    placeOtherNames(of: firsts, titles: titles)
    nameAttributes()
    for column in Column.required where positions[column.rawValue] == nil {
      reportMissing(column)
    }
  }

  /// Places the columns that are there under another program's or the map's own name.
  private mutating func placeOtherNames(
    of firsts: [AttributeName: Int], titles: [AttributeName: Column]
  ) {
    for (position, name) in names.enumerated() {
      guard firsts[name] == position, !positions.contains(position) else { continue }
      let column =
        Column.synonyms[name]
        ?? vocabulary.word(for: name.text).flatMap { titles[AttributeName($0)] }
      if let column, positions[column.rawValue] == nil { positions[column.rawValue] = position }
    }
  }

  /// The Type column, if it holds nothing but the words for directions, as Gephi writes it.
  private func columnOfDirections(_ firsts: [AttributeName: Int]) -> (type: Int, direction: Int)? {
    guard let type = firsts["type"], firsts["direction"] == nil,
      let direction = Column.allCases.first(where: { $0.title == "Direction" })
    else { return nil }
    var holdsDirection = false
    for row in sheet.rows where type < row.cells.count {
      switch row.cells[type].comparisonKey {
      case "": continue
      case "directed", "undirected", "mixed", "mutual": holdsDirection = true
      default: return nil
      }
    }
    return holdsDirection ? (type, direction.rawValue) : nil
  }

  private mutating func nameAttributes() {
    let columns = Dictionary(
      uniqueKeysWithValues: Column.allCases.compactMap { column in
        positions[column.rawValue].map { ($0, column) }
      })
    var taken = Set(columns.values.map { AttributeName($0.title) })
    for (position, name) in names.enumerated() {
      if let column = columns[position] {
        attributeNames.append(
          Column.identity.contains(column) ? nil : AttributeName(column.title))
        continue
      }
      var free = name.key.isEmpty ? AttributeName("Column \(position + 1)") : name
      var number = 2
      while !taken.insert(free).inserted {
        free = AttributeName(
          "\(name.key.isEmpty ? "Column \(position + 1)" : name.text) (\(number))")
        number += 1
      }
      attributeNames.append(free)
      let place = sheet.place(row: sheet.headerNumber, column: position + 1)
      if name.key.isEmpty {
        guard sheet.rows.contains(where: { holdsText($0, at: position) }) else { continue }
        log.add(
          .warning, at: place, "column \(position + 1) has cells but no name",
          expected: "it is kept as \(free.text.quoted)")
      } else if free != name {
        log.add(
          .warning, at: place, "the column \(name.text.quoted) is there twice",
          expected: "the second is kept as \(free.text.quoted)")
      }
    }
  }

  private func holdsText(_ row: Sheet.Row, at position: Int) -> Bool {
    position < row.cells.count && !row.cells[position].trimmedCell.isEmpty
  }

  private func reportMissing(_ column: Column) {
    let others = names.filter { !$0.key.isEmpty }.map(\.text.quoted)
    let listed = others.prefix(8).joined(separator: ", ") + (others.count > 8 ? ", …" : "")
    let candidate =
      names.first { name in
        ["name", "title"].contains { name.key.contains($0) }
      } ?? names.first { !$0.key.isEmpty }
    var expected = "a header with \(column.title)"
    if !listed.isEmpty { expected += " (found \(listed))" }
    if Column.sheetKind == .elements { expected += ", or From and To if these are connections" }
    if let candidate {
      let alias = "\(sheet.kind.rawValue).\(column.title)=\(candidate.text)"
      expected += ", or --column " + (alias.contains(" ") ? alias.quoted : alias)
    }
    log.add(
      .error, at: sheet.place(row: sheet.headerNumber),
      "the \(sheet.kind.rawValue) have no column \(column.title)",
      expected: "expected \(expected)")
  }
}
