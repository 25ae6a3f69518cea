internal import SystemMaps

/// A single text file as a sheet: CSV with a header, or an edge list without one.
struct CSVMap {
  private let content: FileContent
  private let stated: Sheet.Kind?
  private let columns: [ColumnAlias]

  /// Prepares the reading of a file.
  ///
  /// - Parameters:
  ///   - stated: What the rows are, if it is known; else the header tells.
  ///   - columns: Other names of columns, which may make a header known.
  init(_ content: FileContent, taking stated: Sheet.Kind?, columns: [ColumnAlias] = []) {
    self.content = content
    self.stated = stated
    self.columns = columns
  }

  /// The sheet, with what the reader should know about it.
  func read() throws(MapErrors) -> SheetReading {
    let decoded = TextDecoding(content)
    if stated == nil || stated == .connections, !namesColumns(of: .connections),
      let list = EdgeList(utf8: decoded.utf8, file: content.name)
    {
      return SheetReading(sheets: [list.sheet], findings: decoded.findings + list.findings)
    }
    let table = try CSVTable(utf8: decoded.utf8, file: content.name)
    if table.header.isEmpty {
      throw MapErrors(
        at: Place(file: content.name), "the file has no rows", expected: "expected a header")
    }
    let kind = stated ?? kind(of: table.header)
    let sheet = table.sheet(kind, file: content.name)
    return SheetReading(sheets: [sheet], findings: decoded.findings + sheet.emptiness)
  }

  private func namesColumns(of kind: Sheet.Kind) -> Bool { columns.contains { $0.sheet == kind } }

  /// What the rows are, from the header and the names that the user gives its columns.
  private func kind(of header: [String]) -> Sheet.Kind {
    Sheet.Kind(recognizing: header) ?? columns.kind(of: header) ?? .elements
  }
}

extension Sheet {
  /// Says that a sheet is a header only.
  var emptiness: [Finding] {
    guard rows.isEmpty else { return [] }
    return [
      Finding(
        .warning, at: place(), "the file has a header and no rows",
        expected: "expected a row for each of the \(kind.rawValue)")
    ]
  }
}
