/// The sheets of a map while answers change them, cell by cell.
///
/// Only the cells that a change speaks of change: columns that nobody knows, blanks and odd cells stay
/// as they are typed.
///
///     var editing = SheetEditing(try MapFile.sheets("larkspur").sheets)
///     let changes = editing.make(.rename(misspelt, to: "Oak Clinic"))
public struct SheetEditing: Sendable {
  /// The sheets as they are now.
  public internal(set) var sheets: [Sheet]
  /// What the map's makers call the design's words.
  let vocabulary: Vocabulary

  /// Begins with the sheets as they were read.
  public init(_ sheets: [Sheet]) {
    self.sheets = sheets
    var settings = Settings()
    for sheet in sheets where sheet.kind == .settings {
      let table = SheetTable<SettingColumn>(sheet, vocabulary: Vocabulary([:]), log: FindingLog())
      settings = SettingsSheet(table, continuing: settings).settings
    }
    vocabulary = Vocabulary(settings.readAs)
  }

  /// The text of a cell, trimmed; blank if its column is not there.
  ///
  /// - Returns: `nil` if the row is not there.
  public func text(of cell: SheetCell) -> String? {
    guard let (sheet, row) = position(of: cell) else { return nil }
    guard let column = sheets[sheet].position(of: cell.column, reading: vocabulary) else {
      return ""
    }
    let cells = sheets[sheet].rows[row].cells
    return column < cells.count ? cells[column].trimmedCell : ""
  }

  /// Puts a text into a cell, in a new column at the end if there is none of its title.
  ///
  /// - Returns: What changed; `nil` if the row is not there or the cell holds the text already.
  mutating func set(_ cell: SheetCell, to text: String) -> CellChange? {
    guard let (sheet, row) = position(of: cell), let before = self.text(of: cell), before != text
    else { return nil }
    let column = makePosition(of: cell.column, in: sheet)
    sheets[sheet].rows[row].setCell(at: column, to: text)
    return CellChange(cell: "\(cell)", before: before, after: text)
  }

  /// Adds a row at the end of the first sheet of a kind, which is made if the map has none.
  ///
  /// - Returns: Where the row stands.
  @discardableResult
  public mutating func append(
    _ cells: [(column: AttributeName, text: String)], to kind: Sheet.Kind
  ) -> Place {
    let index: Int
    if let known = sheets.firstIndex(where: { $0.kind == kind }) {
      index = known
    } else {
      index = sheets.count
      sheets.append(Sheet(kind: kind, file: kind.rawValue, header: [], rows: []))
    }
    var row = Sheet.Row(number: (sheets[index].rows.map(\.number).max() ?? 1) + 1, cells: [])
    for (column, text) in cells {
      row.setCell(at: makePosition(of: column, in: index), to: text)
    }
    sheets[index].rows.append(row)
    return sheets[index].place(row: row.number)
  }

  /// Where the row of a cell stands: the place of its sheet, and its own in there.
  private func position(of cell: SheetCell) -> (sheet: Int, row: Int)? {
    for (index, sheet) in sheets.enumerated() where sheet.kind == cell.kind {
      // Rows are in order, but nothing promises it.
      if let row = sheet.rows.firstIndex(where: { sheet.place(row: $0.number) == cell.row }) {
        return (index, row)
      }
    }
    return nil
  }

  /// Where a column stands in a sheet, which gets it if it has none.
  mutating func makePosition(of column: AttributeName, in sheet: Int) -> Int {
    if let known = sheets[sheet].position(of: column, reading: vocabulary) { return known }
    // Cells beyond the header are not the new column's.
    let position = max(
      sheets[sheet].header.count, sheets[sheet].rows.map(\.cells.count).max() ?? 0)
    while sheets[sheet].header.count < position { sheets[sheet].header.append("") }
    sheets[sheet].header.append(column.text)
    return position
  }

}

extension Sheet {
  /// Where a column stands: one of the design by any of its names, or another as typed.
  func position(of title: AttributeName, reading vocabulary: Vocabulary) -> Int? {
    func known<Column: SheetColumn>(_: Column.Type) -> Int? {
      guard let column = Column.allCases.first(where: { AttributeName($0.title) == title }) else {
        return nil
      }
      return SheetTable<Column>(self, vocabulary: vocabulary, log: FindingLog())
        .position(of: column)
    }
    let position =
      switch kind {
      case .elements: known(ElementColumn.self)
      case .connections: known(ConnectionColumn.self)
      case .seats: known(SeatColumn.self)
      case .journeys: known(JourneyColumn.self)
      case .benchmarks: known(BenchmarkColumn.self)
      case .settings: known(SettingColumn.self)
      case .positions, .answers: nil as Int?
      }
    return position ?? header.firstIndex { AttributeName($0.trimmedCell) == title }
  }
}

extension Sheet.Row {
  /// The text of a cell, trimmed; blank beyond the row's end.
  func text(at column: Int) -> String { column < cells.count ? cells[column].trimmedCell : "" }

  /// Puts a text into a cell, making the row as long as that takes.
  mutating func setCell(at column: Int, to text: String) {
    while cells.count <= column { cells.append("") }
    cells[column] = text
  }
}
