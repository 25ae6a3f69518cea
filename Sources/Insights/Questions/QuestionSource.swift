internal import SystemMaps

/// A map as questions speak of it: by names where the audience may read them, and by cells.
struct QuestionSource {
  let map: SystemMap
  let audience: Audience
  private let sheets: [Sheet]
  /// Where each row stands among the sheets; in some containers rows of two sheets share a place.
  private let rows: [Place: [(sheet: Int, row: Int)]]
  /// How many rows name each element.
  private let mentions: [ElementID: Int]
  private let elementOfRow: [Place: ElementID]

  init(map: SystemMap, sheets: [Sheet], audience: Audience) {
    self.map = map
    self.sheets = sheets
    self.audience = audience
    var rows: [Place: [(sheet: Int, row: Int)]] = [:]
    for (index, sheet) in sheets.enumerated() where sheet.kind != .answers {
      for (position, row) in sheet.rows.enumerated() {
        rows[sheet.place(row: row.number), default: []].append((index, position))
      }
    }
    self.rows = rows
    var mentions: [ElementID: Int] = [:]
    for tie in map.connections + map.impliedConnections {
      mentions[tie.from, default: 0] += 1
      mentions[tie.to, default: 0] += 1
    }
    self.mentions = mentions
    elementOfRow = Dictionary(
      map.elements.compactMap { element in element.place.map { ($0.ofRow, element.id) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// How many rows name what a question is about.
  func reach(of question: Question) -> Int {
    elementOfRow[question.cell.row].map { mentions[$0] ?? 0 } ?? 0
  }

  /// The cell at a place, if it is one, with its trimmed text.
  func cell(at place: Place) -> (cell: SheetCell, text: String)? {
    guard let column = place.column else { return nil }
    for (index, row) in rows[place.ofRow] ?? [] where column <= sheets[index].header.count {
      let title = AttributeName(sheets[index].header[column - 1])
      let cells = sheets[index].rows[row].cells
      guard !title.key.isEmpty, column <= cells.count else { continue }
      let cell = SheetCell(sheets[index].kind, row: place, column: title)
      return (cell, Self.trimmed(cells[column - 1]))
    }
    return nil
  }

  /// The name of an element, or its id where the audience may not read it.
  ///
  /// - Parameter others: Elements that it is named beside and that look alike: where one of them may
  ///   not be named, none is.
  func name(_ element: Element, beside others: [Element] = []) -> String {
    ([element] + others).allSatisfy { map.mayName($0, to: audience) }
      ? element.label : "\(element.type) \(element.id)"
  }

  /// The name between quotation marks, the id without.
  func quoted(_ element: Element, beside others: [Element] = []) -> String {
    let name = name(element, beside: others)
    return name == element.label ? "“\(name)”" : name
  }

  /// What a key may hold of elements that look alike: their names only if anyone may read them.
  func subjects(_ elements: Element...) -> [String] {
    let isOpen = elements.allSatisfy { $0.privacy == .publicRole }
    return elements.map { isOpen ? "\($0.type) \($0.label.lowercased())" : $0.id.text }
  }

  /// A question about a cell of an element's row.
  func question(
    _ kind: Question.Kind, about element: Element, column: AttributeName, whom: String,
    text: String, reason: String, choices: [Question.Choice],
    ownWords: Question.OwnWords = .refused
  ) -> Question? {
    guard let place = element.place else { return nil }
    let before = element.attributes[column].map(Self.trimmed) ?? ""
    return Question(
      key: QuestionKey(kind, about: subjects(element) + [column.key], before: before), kind: kind,
      whom: whom, text: text, reason: reason,
      cell: SheetCell(.elements, row: place, column: column), choices: choices, ownWords: ownWords)
  }

  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
