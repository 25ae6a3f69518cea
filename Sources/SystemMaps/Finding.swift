/// Where something stands in a file: as a text editor or a spreadsheet counts, from 1.
public struct Place: Hashable, Sendable, CustomStringConvertible {
  /// The file, as the user would name it.
  public var file: String
  /// The sheet of a workbook; `nil` in any other file.
  public var sheet: String?
  /// The physical row, or `nil` for the file or sheet as a whole.
  public var row: Int?
  /// The column, or `nil` for the row as a whole.
  public var column: Int?

  /// Creates a place.
  public init(file: String, sheet: String? = nil, row: Int? = nil, column: Int? = nil) {
    self.file = file
    self.sheet = sheet?.onOneLine
    self.row = row
    self.column = column
  }

  /// The place as `file:row:column`, in a workbook as `file: sheet!D14`.
  public var description: String {
    guard let sheet else {
      return [file, row.map(String.init), column.map(String.init)].compactMap { $0 }
        .joined(separator: ":")
    }
    guard let row else { return "\(file): \(sheet)" }
    return "\(file): \(Self.quoted(sheet))!\(column.map(Self.letters) ?? "")\(row)"
  }

  /// The name of a sheet as Excel writes it before a cell: between marks, unless it is one word.
  private static func quoted(_ sheet: String) -> String {
    let isWord =
      sheet.first?.isNumber == false && sheet.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    return isWord ? sheet : "'" + sheet.replacing("'", with: "''") + "'"
  }

  /// The letters of a column: 4 is D, 28 is AB.
  private static func letters(of column: Int) -> String {
    var letters = ""
    var rest = column
    while rest > 0 {
      rest -= 1
      letters = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(rest % 26))) + letters
      rest /= 26
    }
    return letters
  }
}

/// Something the reader of a map should know, with its place.
///
/// Odd data is a finding, never a failure: the cell is kept as typed and left out of the measure.
public struct Finding: Hashable, Sendable, CustomStringConvertible {
  /// What a finding asks of the reader.
  public enum Severity: String, Hashable, Sendable, CaseIterable {
    /// The map cannot be read as it stands: every command but `check` stops.
    case error
    /// Something was left out of the measures, or read otherwise than typed.
    case warning
    /// Something was assumed, and the reader should know.
    case notice
  }

  /// What it asks of the reader.
  public var severity: Severity
  /// Where it was found, or `nil` for the map as a whole.
  public var place: Place?
  /// What was found, as one sentence without the place.
  public var message: String
  /// What was expected, or what to do.
  public var expected: String?

  /// Creates a finding.
  public init(
    _ severity: Severity, at place: Place? = nil, _ message: String, expected: String? = nil
  ) {
    self.severity = severity
    self.place = place
    self.message = message.onOneLine
    self.expected = expected?.onOneLine
  }

  /// The finding in one line: `file:row:column: what; what was expected`.
  public var description: String {
    (place.map { "\($0): " } ?? "") + message + (expected.map { "; \($0)" } ?? "")
  }
}

extension String {
  /// The text without what could break a line or turn its direction: findings quote any file.
  fileprivate var onOneLine: String {
    func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.value {
      case 0..<0x20, 0x7F..<0xA0, 0x2028...0x202E, 0x2066...0x2069: true
      default: false
      }
    }
    guard unicodeScalars.contains(where: isUnsafe) else { return self }
    return String(
      String.UnicodeScalarView(unicodeScalars.map { isUnsafe($0) ? " " : $0 }))
  }
}

/// A map that cannot be read: every error that was found, in the order of the files.
public struct MapErrors: Error, Hashable, Sendable, CustomStringConvertible {
  /// The errors; never empty.
  public var errors: [Finding]

  /// Creates the failure from findings, of which only the errors count.
  ///
  /// - Returns: `nil` if there is no error among them.
  public init?(among findings: [Finding]) {
    errors = findings.filter { $0.severity == .error }
    if errors.isEmpty { return nil }
  }

  /// Creates the failure that one error makes.
  public init(at place: Place? = nil, _ message: String, expected: String? = nil) {
    errors = [Finding(.error, at: place, message, expected: expected)]
  }

  /// The errors, a line each.
  public var description: String { errors.map(\.description).joined(separator: "\n") }
}
