public import SystemMaps

/// The questions to ask before a map is shown: the most useful first, the same on every run.
///
///     let sheets = try MapFile.sheets("larkspur")
///     let reading = MapReading(sheets: sheets.sheets, findings: sheets.findings)
///     Questions(of: reading, sheets: sheets.sheets, for: .team).all.first?.text
///
/// Questions that were settled before are not asked again: the map's sheet of answers remembers them.
public struct Questions: Sendable {
  /// The questions, by kind; within a kind by how much of the map names what they are about.
  public let all: [Question]

  /// Finds the questions.
  ///
  /// - Parameters:
  ///   - reading: The map, usable or not.
  ///   - sheets: The sheets that it was read from.
  ///   - audience: Who may read the questions; whoever may not be named to them is called by an id.
  ///   - day: The day of the map; the setting Date if `nil`.
  /// - Complexity: O(size of the map), and that of ``SystemMaps/NameMatching``.
  public init(
    of reading: MapReading, sheets: [Sheet], for audience: Audience, on day: CalendarDate? = nil
  ) {
    let map = reading.map.on(day)
    let source = QuestionSource(map: map, sheets: sheets, audience: audience)
    let settled = AnswerTrail(sheets).settledAnswers
    let asked =
      NameQuestions(source).questions + SeatQuestions(source).questions
      + ElementQuestions(source).questions
      + CellQuestions(source, findings: reading.findings).questions
    all = asked.filter { question in
      guard let answer = settled[question.key.stem] else { return true }
      return !question.choices.contains { $0.settles && $0.text == answer }
    }.enumerated().sorted {
      ($0.element.kind.rank, -source.reach(of: $0.element), $0.offset)
        < ($1.element.kind.rank, -source.reach(of: $1.element), $1.offset)
    }.map(\.element)
  }
}

extension Question.Kind {
  fileprivate var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
