/// A row of a sheet, read column by column; odd cells are reported and read as not known.
struct RowReader<Column: SheetColumn> {
  let table: SheetTable<Column>
  let row: Sheet.Row

  var log: FindingLog { table.log }

  /// Whether no cell of the row holds anything.
  var isBlank: Bool { row.cells.allSatisfy { $0.trimmedCell.isEmpty } }

  /// Where the row stands.
  var place: Place { table.sheet.place(row: row.number) }

  /// Where the row's cell of a column stands.
  func place(of column: Column) -> Place {
    table.sheet.place(row: row.number, column: table.position(of: column).map { $0 + 1 })
  }

  /// The trimmed text of a cell; `nil` if it is blank or the sheet has no such column.
  func text(_ column: Column) -> String? {
    guard let position = table.position(of: column), position < row.cells.count else { return nil }
    let text = row.cells[position].trimmedCell
    return text.isEmpty ? nil : text
  }

  /// The text of a cell that says something; `nil` too if it says "prefer not to say".
  func statement(_ column: Column) -> String? {
    guard let text = text(column), !CellWord.isDeclined(text) else { return nil }
    return text
  }

  /// The text of a cell that the row cannot do without; a blank one is an error.
  func requiredText(_ column: Column) -> String? {
    if let text = text(column) { return text }
    log.add(
      .error, at: place(of: column), "the row has no \(column.title)",
      expected: "every row of the \(Column.sheetKind.rawValue) needs one",
      summary: "rows of the \(Column.sheetKind.rawValue) have no \(column.title)")
    return nil
  }

  /// The values of a cell that may hold several.
  func list(_ column: Column) -> [String] { statement(column)?.listedValues ?? [] }

  /// The texts of every other cell than those that say what the row is.
  var attributes: Attributes {
    var attributes: Attributes = [:]
    for (position, cell) in row.cells.enumerated() where !cell.isEmpty {
      guard let name = table.attributeName(at: position), !cell.trimmedCell.isEmpty else {
        continue
      }
      attributes[name] = cell
    }
    return attributes
  }

  /// Reports a cell that is not what its column holds, and is left out.
  func reportUnread(_ column: Column, expected: String) {
    let title = column.title
    log.add(
      .warning, at: place(of: column),
      "\(title) \((text(column) ?? "").quoted) was left out", expected: "expected \(expected)",
      summary: "cells of \(title) were left out")
  }
}

extension RowReader {
  /// Whether a cell says yes or no.
  func yesNo(_ column: Column) -> Bool? {
    guard let text = statement(column) else { return nil }
    if let answer = CellWord.yesNo(text) ?? table.vocabulary.word(for: text).flatMap(CellWord.yesNo)
    {
      return answer
    }
    reportUnread(column, expected: "yes or no")
    return nil
  }

  /// The word of a cell among those that the column knows.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ column: Column, of type: Choice.Type = Choice.self
  ) -> Choice? where Choice.RawValue == String {
    guard let text = statement(column) else { return nil }
    func match(_ text: String) -> Choice? {
      let name = AttributeName(text)
      return Choice.allCases.first { AttributeName($0.rawValue) == name }
    }
    if let choice = match(text) ?? table.vocabulary.word(for: text).flatMap(match) { return choice }
    let words = Choice.allCases.map(\.rawValue)
    reportUnread(
      column,
      expected: words.dropLast().joined(separator: ", ") + " or " + (words.last ?? ""))
    return nil
  }

  /// The day in a cell.
  func date(_ column: Column) -> CalendarDate? {
    guard let text = statement(column) else { return nil }
    if let date = CalendarDate(text) { return date }
    // A day with midnight, as spreadsheets export it.
    if let moment = JourneyStep.Moment(text), moment.secondOfDay ?? 0 == 0 { return moment.day }
    reportUnread(column, expected: "a day as YYYY-MM-DD")
    return nil
  }

  /// The period between the cells of two columns.
  func period(since: Column, until: Column) -> Period {
    guard table.has(since) || table.has(until) else { return Period() }
    let period = Period(since: date(since), until: date(until))
    if let first = period.since, let last = period.until, last < first {
      log.add(
        .warning, at: place(of: until), "it ends on \(last), before it begins on \(first)",
        expected: "expected \(until.title) on or after \(since.title)",
        summary: "rows end before they begin")
    }
    return period
  }

  /// The number in a cell, if it lies in a range.
  func number(
    _ column: Column, from lower: Double = -.greatestFiniteMagnitude,
    to upper: Double = .greatestFiniteMagnitude, expected: String, isMoney: Bool = false
  ) -> Double? {
    guard let text = statement(column), let position = table.position(of: column) else {
      return nil
    }
    guard let number = NumberText(text),
      let value = number.value(in: table.numberStyle(of: position)), value.isFinite,
      !(isMoney && number.isAmbiguousPoint && table.numberStyle(of: position) != .european)
    else {
      reportUnread(column, expected: expected)
      return nil
    }
    guard value >= lower, value <= upper else {
      reportUnread(column, expected: expected)
      return nil
    }
    return value
  }

  /// The whole number in a cell, if it is not below a bound.
  func wholeNumber(_ column: Column, from lower: Int) -> Int? {
    let expected = "a whole number, \(lower) or more"
    guard let value = number(column, from: Double(lower), to: 1e9, expected: expected) else {
      return nil
    }
    if value == value.rounded() { return Int(value) }
    reportUnread(column, expected: expected)
    return nil
  }
}

/// Words that have a meaning in any cell.
package enum CellWord {
  /// Whether a cell says that it was asked, and there is no one.
  package static func isNobody(_ text: String) -> Bool {
    text.utf8.count == 6 && text.comparisonKey == "nobody"
  }

  /// Whether a cell says that who was asked would rather not tell.
  package static func isDeclined(_ text: String) -> Bool {
    (17...40).contains(text.utf8.count) && text.comparisonKey == "prefer not to say"
  }

  /// What a word says on a yes-or-no question; `nil` if it says neither.
  static func yesNo(_ text: String) -> Bool? {
    switch text.comparisonKey {
    case "yes", "y", "true", "1", "x", "✓", "✔": true
    case "no", "n", "false", "0": false
    default: nil
    }
  }
}
