extension SheetEditing {
  /// Lays the row of an element over that of another, and takes it away.
  ///
  /// Blank cells of the row that stays are filled; what the two disagree on is told as a change of
  /// the cell that goes. An element without a row leaves its name only.
  mutating func mergeRow(of element: Element, into other: Element) -> [CellChange] {
    guard other.isListed, let place = other.place else { return [] }
    var changes: [CellChange] = []
    if element.isListed, let (index, row) = takeRow(of: element) {
      for (column, title) in sheets[index].header.enumerated() where column < row.cells.count {
        let text = row.text(at: column)
        let name = AttributeName(title.trimmedCell)
        if text.isEmpty || name.key.isEmpty || Self.namesRow(name) { continue }
        changes += fill(SheetCell(.elements, row: place, column: name), with: text)
      }
      let gone = sheets[index].place(row: row.number)
      changes.append(
        CellChange(
          cell: "\(SheetCell(.elements, row: gone, column: "Label"))", before: element.label,
          after: ""))
    }
    let aliases = SheetCell(.elements, row: place, column: "Also known as")
    if let known = text(of: aliases), element.label.comparisonKey != other.label.comparisonKey,
      !known.listedValues.contains(where: { $0.comparisonKey == element.label.comparisonKey })
    {
      let names = known.listedValues + [element.label]
      changes += [set(aliases, to: names.joined(separator: "|"))].compactMap { $0 }
    }
    return changes
  }

  /// Whether a column says which element a row is.
  private static func namesRow(_ column: AttributeName) -> Bool {
    ["ID", "Label", "Type"].contains(column)
  }

  /// Fills a blank cell; a cell that says otherwise stays, and what was not taken is told.
  private mutating func fill(_ cell: SheetCell, with text: String) -> [CellChange] {
    guard let known = self.text(of: cell) else { return [] }
    if known.isEmpty { return [set(cell, to: text)].compactMap { $0 } }
    if known.comparisonKey == text.comparisonKey { return [] }
    return [CellChange(cell: "\(cell), not taken", before: text, after: known)]
  }

  /// Takes away the row in which an element stands.
  private mutating func takeRow(of element: Element) -> (sheet: Int, row: Sheet.Row)? {
    guard let place = element.place else { return nil }
    for index in sheets.indices where sheets[index].kind == .elements {
      let row = sheets[index].rows.firstIndex {
        sheets[index].place(row: $0.number, column: place.column) == place
      }
      if let row { return (index, sheets[index].rows.remove(at: row)) }
    }
    return nil
  }
}
