internal import SystemMaps

/// What was asked of a map before, as its sheet of answers keeps it.
struct AnswerTrail {
  /// The columns of the sheet.
  private static let header = [
    "Date", "Key", "Question", "Answer", "Note", "Cell", "Before", "After",
  ]

  /// The last answer to each question, by the stem of its key.
  private(set) var settledAnswers: [String: String] = [:]
  private var noted: Set<[String]> = []

  init(_ sheets: [Sheet]) {
    for sheet in sheets where sheet.kind == .answers {
      let names = sheet.header.map { AttributeName($0) }
      guard let key = names.firstIndex(of: "Key"), let answer = names.firstIndex(of: "Answer")
      else {
        continue
      }
      for row in sheet.rows where key < row.cells.count && answer < row.cells.count {
        note(row.cells[key], row.cells[answer])
      }
    }
  }

  /// Whether an answer to a question has been noted.
  func holds(_ answer: GivenAnswer) -> Bool {
    noted.contains([answer.key, AttributeName(answer.answer).key])
  }

  private mutating func note(_ key: String, _ answer: String) {
    guard let parsed = QuestionKey(key) else { return }
    settledAnswers[parsed.stem] = answer
    noted.insert([parsed.text, AttributeName(answer).key])
  }

  /// Adds rows to the sheet of answers, which is made if the map has none: one for each cell that an
  /// answer changed, or one if it changed none.
  static func add(
    _ answer: GivenAnswer, to question: Question, changes: [CellChange], on day: CalendarDate,
    in editing: inout SheetEditing
  ) {
    let told = [day.description, question.key.text, question.text, answer.answer, answer.note]
    let cells = changes.map { [$0.cell, $0.before, $0.after] }
    for cells in cells.isEmpty ? [["\(question.cell)", "", ""]] : cells {
      editing.append(zip(header, told + cells).map { (AttributeName($0), $1) }, to: .answers)
    }
  }
}
