public import SystemMaps

/// A table that is no sheet of a map: a list that people filled in and sent back.
public struct FilledTable: Sendable {
  /// A row of the table.
  public struct Row: Sendable {
    /// Where it stands.
    public let place: Place
    fileprivate let columns: [AttributeName: Int]
    fileprivate let cells: [String]

    /// The text of a cell, without outer blanks; blank if the table has no such column.
    public subscript(column: AttributeName) -> String {
      guard let position = columns[column], position < cells.count else { return "" }
      var text = cells[position][...]
      while text.first?.isWhitespace == true { text.removeFirst() }
      while text.last?.isWhitespace == true { text.removeLast() }
      return String(text)
    }
  }

  /// The rows below the header that hold anything.
  public private(set) var rows: [Row] = []

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - path: A workbook, of which the first sheet with the columns counts, or a CSV file.
  ///   - required: The columns by which the table is known.
  /// - Throws: ``SystemMaps/MapErrors`` if the file cannot be read, or no table in it has the columns.
  public init(path: String, having required: [AttributeName]) throws(MapErrors) {
    let content = try FileContent(path: path)
    switch try content.kind() {
    case .text:
      let table = try CSVTable(utf8: TextDecoding(content).utf8, file: content.name)
      let header = Sheet.Row(number: table.headerNumber, cells: table.header)
      let place = Place(file: content.name)
      if take([header] + table.rows, at: place, having: required) { return }
    case .workbook:
      if try take(workbook: content, having: required) { return }
    case .json: break
    }
    let names = required.map(\.text).joined(separator: " and ")
    throw MapErrors(
      at: Place(file: content.name),
      "this is no list of questions: it has no columns \(names)",
      expected: "expected a list that sightline check MAP -o wrote, filled in")
  }

  /// Takes the first sheet that has the columns.
  ///
  /// - Returns: Whether one has.
  private mutating func take(
    workbook content: FileContent, having required: [AttributeName]
  ) throws(MapErrors) -> Bool {
    do {
      let workbook = try OpenWorkbook(content.bytes)
      for entry in workbook.index.sheets {
        let rows = try workbook.worksheet(entry).rows
        let place = Place(file: content.name, sheet: entry.name)
        if take(rows, at: place, having: required) { return true }
      }
      return false
    } catch {
      throw error.errors(in: content.name)
    }
  }

  /// Titles and remarks may stand above the header.
  private static let deepestHeader = 10

  /// Takes the rows below the header, if there is one.
  ///
  /// - Returns: Whether there is.
  private mutating func take(
    _ rows: [Sheet.Row], at place: Place, having required: [AttributeName]
  ) -> Bool {
    for (index, row) in rows.prefix(Self.deepestHeader).enumerated() {
      let columns = Dictionary(
        row.cells.enumerated().map { (AttributeName($0.element), $0.offset) },
        uniquingKeysWith: { first, _ in first })
      guard required.allSatisfy({ columns[$0] != nil }) else { continue }
      self.rows = rows[(index + 1)...].map { row in
        var place = place
        place.row = row.number
        return Row(place: place, columns: columns, cells: row.cells)
      }
      return true
    }
    return false
  }
}
