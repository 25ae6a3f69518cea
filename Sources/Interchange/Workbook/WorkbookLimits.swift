internal import SystemMaps

/// What a spreadsheet can hold.
enum WorkbookLimits {
  static let rows = 1_048_576
  static let columns = 16_384
  static let nameLength = 31
  /// In UTF-16 units, as spreadsheets count.
  static let textLength = 32_767
  /// What the words of a drop-down may take if they stand in the drop-down itself.
  static let choicesLength = 255
}

extension Workbook {
  /// The names of the pages as spreadsheets take them, in the order of the pages.
  var pageNames: [String] {
    var taken: Set<String> = []
    return pages.map { page in
      let wanted = Self.cleanedName(page.name)
      var name = Self.shortened(wanted, by: 0)
      var number = 2
      while !taken.insert(name.lowercased()).inserted {
        let suffix = " (\(number))"
        name = Self.shortened(wanted, by: suffix.utf16.count) + suffix
        number += 1
      }
      return name
    }
  }

  /// A name without the characters that spreadsheets refuse in it.
  private static func cleanedName(_ name: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      let isRefused = scalar.value < 0x20 || "[]:*?/\\".unicodeScalars.contains(scalar)
      scalars.append(isRefused ? " " : scalar)
    }
    let marks = "' ".unicodeScalars
    var rest = scalars[...]
    while let first = rest.first, marks.contains(first) { rest.removeFirst() }
    while let last = rest.last, marks.contains(last) { rest.removeLast() }
    // Excel keeps "History" for itself.
    let cleaned = String(rest)
    return cleaned.isEmpty || cleaned.lowercased() == "history"
      ? "Sheet \(cleaned)".trimmed : cleaned
  }

  private static func shortened(_ name: String, by count: Int) -> String {
    var name = name
    while name.utf16.count > WorkbookLimits.nameLength - count { name.removeLast() }
    while name.last == "'" || name.last == " " { name.removeLast() }
    return name
  }

  /// Everything that a spreadsheet cannot hold, with the cell that it stands in.
  func faults(in file: String) -> [Finding] {
    if pages.isEmpty { return [Finding(.error, at: Place(file: file), "the workbook has no page")] }
    var findings: [Finding] = []
    for (page, name) in zip(pages, pageNames) {
      var faults = PageFaults(place: Place(file: file, sheet: name))
      faults.look(at: page)
      findings += faults.findings
    }
    return findings
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}

/// The faults of a page while they are gathered.
private struct PageFaults {
  let place: Place
  private(set) var findings: [Finding] = []

  init(place: Place) { self.place = place }

  mutating func look(at page: Workbook.Page) {
    let first = page.hasHeader ? 1 : 0
    let width = max(page.columns.count, page.rows.map(\.count).max() ?? 0)
    count(page.rows.count + first, "rows", atMost: WorkbookLimits.rows)
    count(width, "columns", atMost: WorkbookLimits.columns)
    if !findings.isEmpty { return }
    for (index, column) in page.columns.enumerated() {
      look(at: column.title, row: 0, column: index)
      look(at: column.note ?? "", "its note", row: 0, column: index)
      look(at: column.choices, row: 0, column: index)
    }
    for (row, cells) in page.rows.enumerated() {
      for (column, cell) in cells.enumerated() {
        look(at: cell, row: row + first, column: column)
      }
    }
  }

  private mutating func count(_ count: Int, _ things: String, atMost most: Int) {
    if count <= most { return }
    findings.append(
      Finding(
        .error, at: place,
        "these are \(count) \(things), and a page of a spreadsheet holds \(most)",
        expected: "write a folder of CSV files or a JSON file instead"))
  }

  private mutating func look(at cell: Workbook.Cell, row: Int, column: Int) {
    switch cell.value {
    case .text(let text): look(at: text, row: row, column: column)
    case .number(let number) where !number.isFinite:
      findings.append(
        Finding(
          .error, at: place(row, column), "the cell holds \(number), which is no number",
          expected: "expected a finite number"))
    default: break
    }
    look(at: cell.choices, row: row, column: column)
  }

  private mutating func look(at choices: Workbook.Choices?, row: Int, column: Int) {
    for word in choices?.words ?? [] { look(at: word, "a choice", row: row, column: column) }
  }

  private mutating func look(
    at text: String, _ whose: String = "the cell", row: Int, column: Int
  ) {
    // A unit of UTF-8 is escaped with seven at most: short texts need no counting.
    guard text.utf8.count > WorkbookLimits.textLength / 7 else { return }
    let count = max(text.utf16.count, text.escapedForWorkbook.unicodeScalars.count)
    if count <= WorkbookLimits.textLength { return }
    findings.append(
      Finding(
        .error, at: place(row, column),
        "\(whose) holds \(count) characters, and a spreadsheet holds \(WorkbookLimits.textLength)",
        expected: "shorten it, or write a folder of CSV files or a JSON file instead"))
  }

  private func place(_ row: Int, _ column: Int) -> Place {
    Place(file: place.file, sheet: place.sheet, row: row + 1, column: column + 1)
  }
}
