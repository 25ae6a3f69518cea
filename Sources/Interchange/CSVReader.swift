internal import SystemMaps

/// A reader of comma-separated values, byte by byte.
///
/// Lines may end in CR, LF or both. A quotation mark opens a quoted cell only as its first byte;
/// within one, `""` is a quotation mark and line ends are text. Quotation marks elsewhere are text.
/// Cells equal those of Python's `csv`.
struct CSVReader {
  /// Why a file could not be read to its end.
  struct UnterminatedQuote: Error {
    /// The physical line on which the quoted cell begins, from 1.
    let line: Int
  }

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  private let bytes: [UInt8]
  private let delimiter: UInt8
  /// Where the next record begins.
  private(set) var position: Int
  private var line: Int

  init(_ bytes: [UInt8], delimiter: UInt8, from start: Int = 0, line: Int = 1) {
    self.bytes = bytes
    self.delimiter = delimiter
    position = start
    self.line = line
  }

  /// The next record with the line it begins on, or `nil` at the end of the file.
  ///
  /// A line without a byte is a record of one blank cell.
  mutating func next() throws(UnterminatedQuote) -> Sheet.Row? {
    guard position < bytes.count else { return nil }
    let number = line
    var cells: [String] = []
    while true {
      if position < bytes.count, bytes[position] == Self.quote {
        cells.append(try quotedCell())
      } else {
        let start = position
        skipToCellEnd()
        cells.append(String(decoding: bytes[start..<position], as: UTF8.self))
      }
      guard position < bytes.count else { break }
      if bytes[position] == delimiter {
        position += 1
        continue
      }
      passLineEnd()
      break
    }
    return Sheet.Row(number: number, cells: cells)
  }

  private mutating func skipToCellEnd() {
    while position < bytes.count {
      let byte = bytes[position]
      if byte == delimiter || byte == Self.lineFeed || byte == Self.carriageReturn { return }
      position += 1
    }
  }

  private mutating func passLineEnd() {
    if bytes[position] == Self.carriageReturn, position + 1 < bytes.count,
      bytes[position + 1] == Self.lineFeed
    {
      position += 1
    }
    position += 1
    line += 1
  }

  private mutating func quotedCell() throws(UnterminatedQuote) -> String {
    let firstLine = line
    var text: [UInt8] = []
    position += 1
    var start = position
    while position < bytes.count {
      let byte = bytes[position]
      if byte == Self.quote {
        text.append(contentsOf: bytes[start..<position])
        position += 1
        if position < bytes.count, bytes[position] == Self.quote {
          start = position
          position += 1
          continue
        }
        // What follows the closing mark up to the delimiter is text too.
        start = position
        skipToCellEnd()
        text.append(contentsOf: bytes[start..<position])
        return String(decoding: text, as: UTF8.self)
      }
      if byte == Self.lineFeed
        || (byte == Self.carriageReturn
          && !(position + 1 < bytes.count && bytes[position + 1] == Self.lineFeed))
      {
        line += 1
      }
      position += 1
    }
    throw UnterminatedQuote(line: firstLine)
  }
}
