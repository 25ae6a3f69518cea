internal import SystemMaps

/// Questions about cells that were left out, or that keep the map from being used.
struct CellQuestions {
  private let source: QuestionSource
  private let findings: [Finding]

  init(_ source: QuestionSource, findings: [Finding]) {
    self.source = source
    self.findings = findings
  }

  /// The questions, in the order of the findings, for each cell one.
  var questions: [Question] {
    var asked: Set<SheetCell> = []
    return findings.compactMap { finding in
      guard finding.severity != .notice, let place = finding.place,
        let (cell, text) = source.cell(at: place), !text.isEmpty,
        // A finding about many cells alike does not quote this one.
        finding.message.contains(text.prefix(40)), !isAboutSeatedPerson(finding, in: cell),
        // The audience may read of it what it may read in the list of findings.
        let told = source.map.shared([finding], with: source.audience).first,
        asked.insert(cell).inserted
      else { return nil }
      return question(told, cell: cell, before: text)
    }
  }

  /// Whether the finding asks about someone with a seat: the name itself is not wrong.
  private func isAboutSeatedPerson(_ finding: Finding, in cell: SheetCell) -> Bool {
    cell.kind == .seats && cell.column == "Holder" && finding.severity == .warning
  }

  private func question(_ finding: Finding, cell: SheetCell, before: String) -> Question {
    let isError = finding.severity == .error
    let kind: Question.Kind = isError ? .error : .cell
    return Question(
      key: QuestionKey(kind, about: ["\(cell)"], before: before), kind: kind,
      whom: "Whoever filled in \(cell.row)",
      text: "What belongs in \(cell)? \(finding.message)"
        + (finding.expected.map { " (\($0))." } ?? "."),
      reason: isError
        ? "The map cannot be used until this is mended." : "It was left out of every figure.",
      cell: cell, choices: [], ownWords: .fill(cell))
  }
}
