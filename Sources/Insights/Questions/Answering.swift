public import SystemMaps

/// An answer as someone filled it in.
public struct GivenAnswer: Hashable, Sendable {
  /// The key of the question, as the list has it.
  public var key: String
  /// The answer; blank if there is none.
  public var answer: String
  /// Who said so, or what else there is to say.
  public var note: String
  /// Where the answer stands.
  public var place: Place

  /// Creates an answer.
  public init(key: String, answer: String, note: String = "", place: Place) {
    self.key = key
    self.answer = answer
    self.note = note
    self.place = place
  }
}

/// The sheets of a map after answers were put in, and what became of each answer.
///
///     var reading = try MapFile.sheets("larkspur")
///     let answering = Answering(answers, of: reading.sheets, findings: reading.findings, on: today)
///     try MapFile.write(answering.sheets, to: "larkspur-2")
///
/// Nothing but the cells that answers speak of changes, and the sheet of answers, which keeps day,
/// question, answer, note, cell, and what it held before and after. The same answers once more change
/// nothing.
public struct Answering: Sendable {
  /// The sheets, with the sheet of answers at the end.
  public var sheets: [Sheet] { editing.sheets }
  /// How many answers changed the map.
  public private(set) var applied = 0
  /// How many answers were written down and changed nothing: "they are different", "don't know".
  public private(set) var noted = 0
  /// How many questions have no answer yet.
  public private(set) var blank = 0
  /// How many answers had been put in before.
  public private(set) var repeated = 0
  /// The answers that do not fit, and why: nothing was done with them.
  public private(set) var findings: [Finding] = []
  private var editing: SheetEditing

  /// Puts answers into the sheets of a map.
  ///
  /// - Parameters:
  ///   - answers: The answers, in the order of the list.
  ///   - original: The sheets of the map.
  ///   - findings: What was found in the files of the map.
  ///   - day: The day of the answers, for the sheet of answers.
  /// - Complexity: O(answers × cells) at worst, where every answer replaces a name.
  public init(
    _ answers: [GivenAnswer], of original: [Sheet], findings: [Finding] = [], on day: CalendarDate
  ) {
    editing = SheetEditing(original)
    let reading = MapReading(sheets: original, findings: findings)
    // Questions that hold on another day are answered too.
    let questions = Questions(of: reading, sheets: original, for: .team).all
    let questionOfStem = Dictionary(
      questions.map { ($0.key.stem, $0) }, uniquingKeysWith: { first, _ in first })
    let trail = AnswerTrail(original)
    var answered: Set<String> = []
    for answer in answers {
      guard !answer.answer.isEmpty else {
        blank += 1
        continue
      }
      guard let key = QuestionKey(answer.key) else {
        leaveOut(answer, "its key is none of a question", expected: "leave the column Key as it is")
        continue
      }
      if trail.holds(answer), !changesCells(answer, to: questionOfStem[key.stem]) {
        repeated += 1
        continue
      }
      guard answered.insert(key.stem).inserted else {
        leaveOut(answer, "the question was answered further up", expected: "keep one of the rows")
        continue
      }
      guard let question = questionOfStem[key.stem] else {
        leaveOut(
          answer, "the map does not ask this any more: it has changed since the list was made",
          expected: "make a new list with sightline check")
        continue
      }
      apply(answer, to: question, askedAs: key, on: day)
    }
  }

  private mutating func apply(
    _ answer: GivenAnswer, to question: Question, askedAs key: QuestionKey, on day: CalendarDate
  ) {
    guard key.mark == question.key.mark else {
      let held = editing.text(of: question.cell) ?? ""
      leaveOut(
        answer, "\(question.cell) has changed since the list was made: it holds \"\(held)\" now",
        expected: "make a new list with sightline check")
      return
    }
    if Self.isUnknown(answer.answer) {
      AnswerTrail.add(answer, to: question, changes: [], on: day, in: &editing)
      noted += 1
      return
    }
    guard let changes = question.changes(for: answer.answer) else {
      let words = question.offers.map { "\"\($0)\"" }.joined(separator: ", ")
      leaveOut(
        answer, "\"\(answer.answer)\" is none of the answers", expected: "expected one of \(words)")
      return
    }
    var made: [CellChange] = []
    for change in changes { made += editing.make(change) }
    AnswerTrail.add(answer, to: question, changes: made, on: day, in: &editing)
    if made.isEmpty { noted += 1 } else { applied += 1 }
  }

  /// Whether an answer that was put in before would change cells again, since someone undid it.
  private func changesCells(_ answer: GivenAnswer, to question: Question?) -> Bool {
    guard !Self.isUnknown(answer.answer), let changes = question?.changes(for: answer.answer) else {
      return false
    }
    var trial = editing
    return changes.contains { !trial.make($0).isEmpty }
  }

  /// Whether someone says that nobody knows.
  private static func isUnknown(_ answer: String) -> Bool {
    let word = answer.lowercased().filter { $0.isLetter }
    return ["dontknow", "donotknow", "notknown", "unknown", "idontknow"].contains(word)
  }

  private mutating func leaveOut(_ answer: GivenAnswer, _ why: String, expected: String) {
    findings.append(
      Finding(.warning, at: answer.place, "the answer was left out: \(why)", expected: expected))
  }
}
