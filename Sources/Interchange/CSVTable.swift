internal import SystemMaps

/// The records of a CSV file, without the `'` before text that looks like a formula.
struct CSVTable {
  /// The first record that is not blank; empty if there is none.
  var header: [String] = []
  /// The physical row of the header.
  var headerNumber = 1
  /// The records below it that are not blank.
  var rows: [Sheet.Row] = []
  /// The byte that parts the cells.
  let delimiter: UInt8

  /// Reads a decoded file.
  init(utf8 bytes: [UInt8], file: String) throws(MapErrors) {
    let dialect = CSVDialect(of: bytes)
    delimiter = dialect.delimiter
    var reader = CSVReader(
      bytes, delimiter: delimiter, from: dialect.start, line: dialect.firstLine)
    do {
      while var record = try reader.next() {
        if record.cells.allSatisfy(\.isBlankCell) { continue }
        for index in record.cells.indices {
          record.cells[index] = record.cells[index].withoutTextMark
        }
        if header.isEmpty {
          header = record.cells
          headerNumber = record.number
        } else {
          rows.append(record)
        }
      }
    } catch {
      throw MapErrors(
        at: Place(file: file, row: error.line),
        "a quotation mark opens a cell that never closes",
        expected: "expected a second quotation mark before the end of the file")
    }
  }
}

extension String {
  /// Whether a cell holds nothing that anyone could see.
  var isBlankCell: Bool {
    utf8.isEmpty
      || unicodeScalars.allSatisfy {
        $0.properties.isWhitespace || $0 == "\u{200B}" || $0 == "\u{FEFF}"
      }
  }
}

extension CSVTable {
  /// The table as a sheet.
  func sheet(_ kind: Sheet.Kind, file: String) -> Sheet {
    var sheet = Sheet(kind: kind, file: file, header: header, rows: rows)
    sheet.headerNumber = headerNumber
    return sheet
  }
}
