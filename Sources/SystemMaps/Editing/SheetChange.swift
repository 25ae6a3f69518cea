/// A change to the sheets of a map, as an answer to a question makes it.
public enum SheetChange: Hashable, Sendable {
  /// A cell gets a text.
  case cell(SheetCell, text: String)
  /// Whoever names the one element names the other, whose row takes over what the one's row says.
  ///
  /// Where both rows say something, the row that stays is right. The name that goes becomes another
  /// name of the element.
  case merge(Element, into: Element)
  /// Whoever names an element without a row of its own calls it otherwise.
  case rename(Element, to: String)
  /// An element that was only named gets a row.
  case list(Element)
}

extension SheetEditing {
  /// Makes a change.
  ///
  /// - Returns: The cells that changed, in the order of the sheets; none if the change has been made
  ///   already, or its rows are not there.
  /// - Complexity: O(cells).
  public mutating func make(_ change: SheetChange) -> [CellChange] {
    switch change {
    case .cell(let cell, let text): return [set(cell, to: text)].compactMap { $0 }
    case .merge(let element, let other):
      return renameMentions(of: element, to: other.label) + mergeRow(of: element, into: other)
    case .rename(let element, let name): return renameMentions(of: element, to: name)
    case .list(let element): return addRow(for: element)
    }
  }

  /// Adds a row with the label and the type of an element.
  private mutating func addRow(for element: Element) -> [CellChange] {
    guard let index = sheets.firstIndex(where: { $0.kind == .elements }) else { return [] }
    let label = makePosition(of: "Label", in: index)
    let isListed = sheets[index].rows.contains {
      $0.text(at: label).comparisonKey == element.label.comparisonKey
    }
    if isListed { return [] }
    let type = element.type == .element ? [] : [("Type" as AttributeName, element.type.name)]
    let place = append([("Label", element.label)] + type, to: .elements)
    let cell = SheetCell(.elements, row: place, column: "Label")
    return [CellChange(cell: "\(cell)", before: "", after: element.label)]
  }
}
