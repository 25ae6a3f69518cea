public import SystemMaps

/// Another name for a column, as a file has it: `connections.From=id_1`.
public struct ColumnAlias: Hashable, Sendable {
  /// The sheet that the column is in.
  public let sheet: Sheet.Kind
  /// The column's name in the design.
  public let ours: String
  /// The column's name in the file.
  public let theirs: String

  /// Creates an alias.
  public init(sheet: Sheet.Kind, ours: String, theirs: String) {
    self.sheet = sheet
    self.ours = ours
    self.theirs = theirs
  }

  /// Reads `SHEET.OUR=THEIRS`.
  public init(parsing text: String) throws(MapErrors) {
    let kinds = Sheet.Kind.allCases.filter { !$0.guides.isEmpty }
    let sheets = kinds.map(\.rawValue)
    let form = "expected SHEET.OUR=THEIRS, such as connections.From=id_1"
    guard let equals = text.firstIndex(of: "="),
      let dot = text[..<equals].firstIndex(of: ".")
    else {
      throw MapErrors("\"\(text)\" does not name a column", expected: form)
    }
    let sheet = text[..<dot].trimmed.lowercased()
    guard let kind = Sheet.Kind(rawValue: sheet), kinds.contains(kind) else {
      throw MapErrors(
        "\"\(text)\" names no sheet: \"\(sheet)\"",
        expected: "expected one of \(sheets.joined(separator: ", "))")
    }
    let ours = text[text.index(after: dot)..<equals].trimmed
    let theirs = text[text.index(after: equals)...].trimmed
    guard !ours.isEmpty, !theirs.isEmpty else {
      throw MapErrors("\"\(text)\" lacks the name of a column", expected: form)
    }
    self.init(sheet: kind, ours: ours, theirs: theirs)
  }
}

extension Substring {
  /// The text without outer blanks.
  fileprivate var trimmed: String {
    var text = self
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}

extension [ColumnAlias] {
  /// What the rows below a header are, if one of its columns has another name.
  func kind(of header: [String]) -> Sheet.Kind? {
    if isEmpty { return nil }
    let names = Set(header.map { AttributeName($0) })
    return first { names.contains(AttributeName($0.theirs)) }?.sheet
  }
}

extension [Sheet] {
  /// The sheets with their columns renamed, and what came of it.
  func renamed(by aliases: [ColumnAlias]) throws(MapErrors) -> SheetReading {
    var reading = SheetReading(sheets: self)
    for alias in aliases {
      let indices = reading.sheets.indices.filter { reading.sheets[$0].kind == alias.sheet }
      if indices.isEmpty {
        throw MapErrors(
          "--column \(alias.sheet.rawValue).\(alias.ours)=\(alias.theirs): the map has no "
            + alias.sheet.rawValue,
          expected: "expected one of \(map(\.kind.rawValue).joined(separator: ", "))")
      }
      var isFound = false
      for index in indices {
        if let finding = reading.sheets[index].rename(by: alias) {
          isFound = true
          reading.findings += finding
        }
      }
      if !isFound, let index = indices.first {
        let header = reading.sheets[index].header.filter { !$0.isEmpty }
        throw MapErrors(
          at: reading.sheets[index].place(),
          "there is no column \"\(alias.theirs)\"",
          expected: "expected one of \(header.prefix(12).joined(separator: ", "))")
      }
    }
    return reading
  }
}

extension Sheet {
  /// Renames a column; a column that has its new name already steps aside.
  ///
  /// - Returns: What the reader should know, or `nil` if the sheet has no such column.
  fileprivate mutating func rename(by alias: ColumnAlias) -> [Finding]? {
    let names = header.map { AttributeName($0) }
    guard let position = names.firstIndex(of: AttributeName(alias.theirs)) else { return nil }
    var findings: [Finding] = []
    let ours = AttributeName(alias.ours)
    for other in names.indices where other != position && names[other] == ours {
      header[other] += " (in file)"
      findings.append(
        Finding(
          .notice, at: place(row: headerNumber, column: other + 1),
          "--column takes \"\(alias.theirs)\" as \(alias.ours), which the file has too",
          expected: "the file's own is kept as \"\(header[other])\""))
    }
    header[position] = alias.ours
    return findings
  }
}
