internal import SystemMaps

/// A sheet as the bytes of a CSV file: UTF-8, lines that end in CR LF as RFC 4180 has them.
///
/// The file begins with a byte order mark if Excel would misread it without one: where the first
/// column is ID, which Excel takes for another format, and where a letter is not ASCII.
struct CSVText {
  private let sheet: Sheet

  init(_ sheet: Sheet) { self.sheet = sheet }

  /// The bytes of the file.
  var bytes: [UInt8] {
    var text = ""
    append(sheet.header, to: &text)
    for row in sheet.filledRows { append(row.cells, to: &text) }
    var bytes = Array(text.utf8)
    // A header may hold another delimiter more often than commas: then the file says which it is.
    let dialect = CSVDialect(of: bytes)
    if dialect.delimiter != UInt8(ascii: ",") || dialect.start != 0 {
      bytes = Array("sep=,\r\n".utf8) + bytes
    }
    let beginsWithID = sheet.header.first.map { AttributeName($0) } == "ID"
    if beginsWithID || bytes.contains(where: Self.isOdd) {
      bytes = [0xEF, 0xBB, 0xBF] + bytes
    }
    return bytes
  }

  /// Whether a byte is no letter, sign or line end of ASCII.
  private static func isOdd(_ byte: UInt8) -> Bool {
    byte >= 0x7F || (byte < 0x20 && !"\t\r\n".utf8.contains(byte))
  }

  private func append(_ cells: [String], to text: inout String) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { text += "," }
      text += Self.quoted(cell.markedAsText)
    }
    text += "\r\n"
  }

  /// A cell between quotation marks, if anything in it could part cells or be trimmed.
  private static func quoted(_ cell: String) -> String {
    let bytes = cell.utf8
    let isPlain =
      !bytes.contains(where: isOdd) && !"{[<".utf8.contains(bytes.first ?? 0)
      && bytes.first != UInt8(ascii: " ") && bytes.last != UInt8(ascii: " ")
      && !bytes.contains { ",;\t|\"\n\r".utf8.contains($0) }
    return isPlain ? cell : "\"" + cell.replacing("\"", with: "\"\"") + "\""
  }
}

extension String {
  /// The text as a CSV file has it: with `'` before what a spreadsheet would take for a formula.
  ///
  /// Text that begins with `=`, `+`, `-`, `@`, a tab or a CR gets the mark, unless it is a number; so
  /// does text that would otherwise read as marked. ``withoutTextMark`` takes it off again, so that
  /// every text reads back as it was.
  var markedAsText: String {
    guard beginsLikeFormula(after: utf8.prefix { $0 == UInt8(ascii: "'") }.count) else {
      return self
    }
    return isSignedNumber ? self : "'" + self
  }

  /// The text of a cell of a CSV file: without the `'` that keeps it from being a formula.
  var withoutTextMark: String {
    guard utf8.first == UInt8(ascii: "'") else { return self }
    let marks = utf8.prefix { $0 == UInt8(ascii: "'") }.count
    return beginsLikeFormula(after: marks) ? String(dropFirst()) : self
  }

  private func beginsLikeFormula(after count: Int) -> Bool {
    guard let byte = utf8.dropFirst(count).first else { return false }
    return "=+-@\t\r".utf8.contains(byte)
  }

  /// Whether the text is a sign and digits, which no spreadsheet calculates.
  private var isSignedNumber: Bool {
    guard let sign = utf8.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+"),
      let first = utf8.dropFirst().first, (UInt8(ascii: "0")...UInt8(ascii: "9")) ~= first
    else { return false }
    return utf8.dropFirst().allSatisfy {
      (UInt8(ascii: "0")...UInt8(ascii: "9")) ~= $0 || $0 == UInt8(ascii: ".")
        || $0 == UInt8(ascii: ",")
    }
  }
}
