/// Where a cell stands, as Excel writes it: `D14`.
struct CellReference: Equatable {
  /// The most columns and rows that a sheet can have.
  static let lastColumn = 16_384
  static let lastRow = 1_048_576

  /// The column, from 1.
  let column: Int
  /// The row, from 1.
  let row: Int

  /// Reads a reference; `nil` if it names no cell of a sheet.
  init?(_ text: String) {
    var column = 0
    var row = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0:
        column = column * 26 + Int(byte - UInt8(ascii: "A")) + 1
      case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0:
        row = row * 10 + Int(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "$"): continue
      default: return nil
      }
      if column > Self.lastColumn || row > Self.lastRow { return nil }
    }
    guard column > 0, row > 0 else { return nil }
    self.column = column
    self.row = row
  }
}
