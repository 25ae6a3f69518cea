/// A table of cells as a reader found it: the form that every container of a map has in common.
///
/// Cells are kept as typed. ``MapReading`` makes a ``SystemMap`` of sheets.
public struct Sheet: Hashable, Sendable {
  /// What the rows of a sheet are.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Nodes.
    case elements
    /// Edges.
    case connections
    /// Who sits where.
    case seats
    /// Steps of cases.
    case journeys
    /// Shares of populations.
    case benchmarks
    /// What the map says about itself.
    case settings
    /// Kept places of a drawing.
    case positions
    /// What was asked about the map, what was answered, and what that changed.
    case answers
  }

  /// A row of cells.
  public struct Row: Hashable, Sendable {
    /// The physical row in the file on which it begins, from 1.
    public var number: Int
    /// The cells; a row may be shorter or longer than the header.
    public var cells: [String]

    /// Creates a row.
    public init(number: Int, cells: [String]) {
      self.number = number
      self.cells = cells
    }
  }

  /// What the rows are.
  public var kind: Kind
  /// The file, as the user would name it in a message.
  public var file: String
  /// The sheet's name in its workbook; `nil` if the file is no workbook.
  public var name: String?
  /// The header's cells, as typed.
  public var header: [String]
  /// The physical row of the header, from 1; `nil` if the file has no such row, as in JSON.
  public var headerNumber: Int? = 1
  /// The rows below the header.
  public var rows: [Row]

  /// Creates a sheet.
  public init(kind: Kind, file: String, header: [String], rows: [Row]) {
    self.kind = kind
    self.file = file
    self.header = header
    self.rows = rows
  }

  /// A place in the sheet.
  ///
  /// - Parameters:
  ///   - row: The physical row, or `nil` for the sheet as a whole.
  ///   - column: The column, from 1, or `nil` for the row as a whole.
  public func place(row: Int? = nil, column: Int? = nil) -> Place {
    Place(file: file, sheet: name, row: row, column: column)
  }
}
