internal import SystemMaps

/// The tables that stand below each other on a worksheet.
///
/// As in Kumu, two blank rows end a table, and the next begins with a header of its own.
struct SheetSections {
  /// A table with its header.
  struct Section {
    /// What the rows are; `nil` if neither the sheet's name nor the header tells.
    let kind: Sheet.Kind?
    let header: Sheet.Row
    fileprivate(set) var rows: [Sheet.Row] = []
  }

  private(set) var sections: [Section] = []
  /// How many rows stand above the first header.
  private(set) var rowsAboveHeader = 0
  /// The first row that two blank rows part from its header.
  private(set) var firstPartedRow: Int?

  /// How far down a header is looked for, below titles and remarks.
  private static let deepestHeader = 10

  /// Parts the rows of a worksheet.
  ///
  /// - Parameters:
  ///   - kind: What the sheet's name says of its rows.
  ///   - columns: Other names of columns, which may make a header known.
  init(of rows: [Sheet.Row], named kind: Sheet.Kind?, columns: [ColumnAlias]) {
    func recognized(_ row: Sheet.Row) -> Sheet.Kind? {
      Sheet.Kind(recognizing: row.cells) ?? columns.kind(of: row.cells)
    }
    let first = rows.prefix(Self.deepestHeader).firstIndex { recognized($0) != nil } ?? 0
    rowsAboveHeader = first
    var previous: Int?
    for row in rows[min(first, rows.count)...] {
      let isParted = previous.map { row.number - $0 > 2 } ?? true
      previous = row.number
      if let last = sections.indices.last {
        guard isParted else {
          sections[last].rows.append(row)
          continue
        }
        let known = recognized(row)
        if known != nil || row.repeats(sections[last].header) {
          sections.append(Section(kind: known ?? sections[last].kind, header: row))
        } else {
          firstPartedRow = firstPartedRow ?? row.number
          sections[last].rows.append(row)
        }
      } else {
        sections.append(Section(kind: kind ?? recognized(row), header: row))
      }
    }
  }
}

extension Sheet.Row {
  /// Whether the row begins with the same name as a header.
  fileprivate func repeats(_ header: Sheet.Row) -> Bool {
    guard let name = header.cells.first(where: { !$0.isBlankCell }) else { return false }
    return cells.first { !$0.isBlankCell }.map { AttributeName($0) } == AttributeName(name)
  }
}
