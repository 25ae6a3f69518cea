public import Insights
public import Interchange
public import SystemMaps

extension QuestionList {
  /// The list as a workbook: a page of questions with drop-downs, and one that says what it is.
  public var workbook: Workbook {
    let columns = Self.workbookColumns.map { column in
      Workbook.Column(
        column.rawValue, emphasis: column == .answer ? .bold : .plain,
        width: Self.width(of: column),
        note: note(of: column))
    }
    let rows = questions.enumerated().map { offset, question in
      Self.workbookColumns.map { cell($0, of: question, number: offset + 1) }
    }
    let about = [title, stamp, instruction].enumerated().map { offset, text in
      [Workbook.Cell.text(text, style: offset == 0 ? .title : .wrapped)]
    }
    return Workbook(
      title: title,
      pages: [
        Workbook.Page("questions", columns: columns, rows: rows),
        Workbook.Page("about this list", columns: [Workbook.Column(width: 100)], rows: about),
      ])
  }

  /// In a workbook the possible answers are in the drop-downs.
  private static let workbookColumns = Column.allCases.filter { $0 != .offers }

  private static func width(of column: Column) -> Double {
    switch column {
    case .number: 5
    case .whom: 22
    case .question: 58
    case .reason: 34
    case .place: 24
    case .offers, .answer: 30
    case .note: 28
    case .key: 26
    }
  }

  private func note(of column: Column) -> String? {
    switch column {
    case .answer: "\(instruction) The arrow in each cell offers answers."
    case .note: "Who said so, when, and what else there is to say. It is kept with the answer."
    case .key: "Ties the row to its cell in the map. Leave it as it is."
    default: nil
    }
  }

  private func cell(_ column: Column, of question: Question, number: Int) -> Workbook.Cell {
    switch column {
    case .number: return .number(Double(number), style: .wrapped)
    case .answer:
      let others: Workbook.Choices.Others =
        question.ownWords == .refused ? .questioned : .welcome
      return Workbook.Cell(
        .blank, style: .entry, choices: Workbook.Choices(question.offers, others: others))
    case .note: return .blank(style: .entry)
    default: return .text(text(column, of: question, number: number), style: .wrapped)
    }
  }

  /// The list as CSV, which spreadsheets open by a double click.
  public var csv: String {
    let header = Column.allCases.map { CSVCell.text($0.rawValue) }
    let rows = questions.enumerated().map { offset, question in
      Column.allCases.map { CSVCell.text(text($0, of: question, number: offset + 1)) }
    }
    // Without the mark Excel misreads accents.
    return "\u{FEFF}"
      + ([header] + rows).map { $0.joined(separator: ",") + "\r\n" }.joined()
  }

  /// The answers in a list that was filled in: the workbook, or the CSV file.
  ///
  /// - Throws: ``SystemMaps/MapErrors`` if the file cannot be read, or has no columns Key and Answer.
  public static func answers(in path: String) throws(MapErrors) -> [GivenAnswer] {
    let table = try FilledTable(
      path: path,
      having: [AttributeName(Column.key.rawValue), AttributeName(Column.answer.rawValue)])
    return table.rows.map { row in
      GivenAnswer(
        key: row[AttributeName(Column.key.rawValue)],
        answer: row[AttributeName(Column.answer.rawValue)],
        note: row[AttributeName(Column.note.rawValue)], place: row.place)
    }
  }
}
