/// A cell of a map's sheets, by its row and the title of its column.
///
/// The column need not be there yet: what is known of a row may ask for a column that nobody has
/// made.
public struct SheetCell: Hashable, Sendable, CustomStringConvertible {
  /// What the rows of the sheet are.
  public let kind: Sheet.Kind
  /// Where the row stands.
  public let row: Place
  /// The column's title: one that the design knows, or as it is typed.
  public let column: AttributeName

  /// Creates a reference to a cell.
  public init(_ kind: Sheet.Kind, row: Place, column: AttributeName) {
    self.kind = kind
    self.row = row.ofRow
    self.column = column
  }

  /// The column and the row, as a message gives them.
  public var description: String { "\(column), \(row)" }
}

extension Place {
  /// The place of the row as a whole.
  public var ofRow: Place {
    var place = self
    place.column = nil
    return place
  }
}

/// What became of one cell.
public struct CellChange: Hashable, Sendable {
  /// The cell, as a message gives it.
  public let cell: String
  /// What it held.
  public let before: String
  /// What it holds.
  public let after: String
}
