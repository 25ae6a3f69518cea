internal import SystemMaps

/// What parts the cells of a CSV file, and where its records begin.
struct CSVDialect {
  /// The byte between cells.
  let delimiter: UInt8
  /// The first byte of the first record.
  let start: Int
  /// The line of the first record, from 1.
  let firstLine: Int

  /// The bytes that may part cells, the likelier first.
  private static let candidates = Array(",;\t|".utf8)
  private static let sampledRecords = 50

  /// Takes the delimiter from a `sep=` line, else from the columns that it would make.
  init(of bytes: [UInt8]) {
    if let (stated, length) = Self.statedDelimiter(bytes) {
      delimiter = stated
      start = length
      firstLine = 2
      return
    }
    start = 0
    firstLine = 1
    var best = (delimiter: Self.candidates[0], agreement: 0.0, columns: 1)
    for candidate in Self.candidates {
      let (agreement, columns) = Self.columns(of: bytes, parting: candidate)
      if columns < 2 { continue }
      if agreement > best.agreement + 0.05
        || (agreement > best.agreement - 0.05 && columns > best.columns)
      {
        best = (candidate, agreement, columns)
      }
    }
    delimiter = best.delimiter
  }

  /// The delimiter of Excel's line `sep=;`, with the length of the line.
  private static func statedDelimiter(_ bytes: [UInt8]) -> (delimiter: UInt8, length: Int)? {
    guard bytes.count >= 5,
      Array(bytes[..<4].map { $0 | 0x20 }) == Array("sep=".utf8.map { $0 | 0x20 })
    else { return nil }
    var length = 5
    if bytes[4] == 0x0A || bytes[4] == 0x0D || bytes[4] == UInt8(ascii: "\"") { return nil }
    guard length == bytes.count || bytes[length] == 0x0A || bytes[length] == 0x0D else {
      return nil
    }
    if length < bytes.count, bytes[length] == 0x0D { length += 1 }
    if length < bytes.count, bytes[length] == 0x0A { length += 1 }
    return (bytes[4], length)
  }

  /// The columns of the header, and the share of the first records that have as many.
  private static func columns(
    of bytes: [UInt8], parting candidate: UInt8
  ) -> (agreement: Double, columns: Int) {
    var reader = CSVReader(bytes, delimiter: candidate)
    var columns: Int?
    var records = 0
    var agreeing = 0
    while records < sampledRecords, let record = try? reader.next() {
      if record.cells == [""] { continue }
      records += 1
      if let columns {
        agreeing += record.cells.count == columns ? 1 : 0
      } else {
        columns = record.cells.count
        agreeing = 1
      }
    }
    return (records == 0 ? 0 : Double(agreeing) / Double(records), columns ?? 1)
  }
}
