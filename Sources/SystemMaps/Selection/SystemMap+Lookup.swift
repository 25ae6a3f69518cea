extension SystemMap {
  /// What a name that somebody typed means on a map.
  public enum Lookup: Hashable, Sendable {
    /// One element.
    case found(ElementID)
    /// Several elements have the name; `Label (type)` or the ID tells them apart.
    case ambiguous([ElementID])
    /// No element has it; a label that it may be a misspelling of.
    case absent(nearest: String?)
  }

  /// Finds an element by its ID, else by its label, `Label (type)`, or another name.
  ///
  ///     map.element(named: "Hope House (service)")
  ///
  /// - Complexity: O(elements).
  public func element(named name: String) -> Lookup {
    if let element = self[ElementID(name.trimmedCell)] { return .found(element.id) }
    let key = name.comparisonKey
    for isNamed in [
      { $0.label.comparisonKey == key },
      { "\($0.label) (\($0.type.name))".comparisonKey == key },
      { $0.aliases.contains { $0.comparisonKey == key } },
    ] as [(Element) -> Bool] {
      let matches = elements.filter(isNamed).map(\.id)
      if matches.count > 1 { return .ambiguous(matches) }
      if let match = matches.first { return .found(match) }
    }
    var near = NearLabels(of: elements.map(\.label))
    return .absent(nearest: near.nearest(to: name))
  }
}
