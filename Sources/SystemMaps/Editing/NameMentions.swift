extension SheetEditing {
  /// Calls an element by another name wherever cells name it, but in its own row.
  ///
  /// A cell may name it by its label, as `label (type)`, or by its ID; the other names in a cell
  /// stay.
  mutating func renameMentions(of element: Element, to name: String) -> [CellChange] {
    var changes: [CellChange] = []
    for index in sheets.indices {
      for (column, title) in sheets[index].namingColumns(reading: vocabulary) {
        for row in sheets[index].rows.indices {
          let before = sheets[index].rows[row].text(at: column)
          guard !before.isEmpty, let after = element.replacingMentions(in: before, by: name) else {
            continue
          }
          sheets[index].rows[row].setCell(at: column, to: after)
          let place = sheets[index].place(row: sheets[index].rows[row].number)
          let cell = SheetCell(sheets[index].kind, row: place, column: title)
          changes.append(CellChange(cell: "\(cell)", before: before, after: after))
        }
      }
    }
    return changes
  }
}

extension Sheet {
  /// The columns whose cells name elements of other rows, from left to right.
  fileprivate func namingColumns(reading vocabulary: Vocabulary) -> [(Int, AttributeName)] {
    let titles: [AttributeName] =
      switch kind {
      case .elements:
        [
          "Works for", "Part of", "Place", "Owner", "Drawn from", "Convened by", "Agenda by",
          "Paid by", "Reporters",
        ]
      case .connections: ["From", "To", "Reported by"]
      case .seats: ["Table", "Holder", "Representing", "Appointed by"]
      case .journeys: ["Case", "Worker", "Organization", "Referred to", "Barrier"]
      case .benchmarks: ["Population"]
      case .settings: ["Setting", "Value"]
      case .positions: ["ID"]
      case .answers: []
      }
    return titles.compactMap { title in
      position(of: title, reading: vocabulary).map { ($0, title) }
    }.sorted { $0.0 < $1.0 }
  }
}

extension Element {
  /// The text of a cell with another name for the element; `nil` if it does not name it.
  fileprivate func replacingMentions(in text: String, by name: String) -> String? {
    // A setting names a table after its own name: `Benchmark: TABLE`.
    if let colon = text.firstIndex(of: ":"), text[..<colon].comparisonKey == "benchmark",
      isNamed(by: text[text.index(after: colon)...].trimmedCell)
    {
      return "\(text[...colon]) \(name)"
    }
    let values = text.listedValues
    guard values.contains(where: isNamed) else { return nil }
    var renamed: [String] = []
    for value in values {
      let next = isNamed(by: value) ? name : value
      // Who is named by both names is named once.
      if next != name || !renamed.contains(name) { renamed.append(next) }
    }
    let result = renamed.joined(separator: "|")
    return result == text ? nil : result
  }

  /// Whether a name in a cell is that of the element: its ID, its label, or `label (type)`.
  private func isNamed(by name: String) -> Bool {
    let (key, label) = (name.comparisonKey, label.comparisonKey)
    return name == id.text || key == label || key == "\(label) (\(type.name))"
  }
}
