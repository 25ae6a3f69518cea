extension ElementFilter {
  /// Stops where the condition cannot be used on a map for a picture.
  ///
  /// - Throws: ``FilterError`` at an attribute that no element of the map has, since a slip must
  ///   not pass for an empty picture; and at one that people state of themselves: a picture of only
  ///   those who gave an answer would show it beside their names.
  public func check(for map: SystemMap) throws(FilterError) {
    for comparison in condition.comparisons {
      let attribute = comparison.attribute
      guard !map.selfIdentifiedAttributes.contains(attribute) else {
        throw FilterError(
          "\(attribute.text.quoted) is what people state of themselves, and chooses nobody",
          in: text, at: comparison.offset, expected: "another attribute")
      }
      guard !map.hasAttribute(attribute) else { continue }
      let known = map.attributeNames
      var near = NearLabels(of: known)
      let hint = near.nearest(to: attribute.text).map { "perhaps \($0.quoted)" }
      throw FilterError(
        "no element has \(attribute.text.quoted)", in: text, at: comparison.offset,
        expected: hint ?? "one of \(known.prefix(12).joined(separator: ", "))")
    }
  }
}

extension SystemMap {
  /// The attributes that any element of the map has, those of every element first.
  fileprivate var attributeNames: [String] {
    var names = ["label", "id", "type", "sector"]
    var seen = Set(names.map { AttributeName($0) })
    for element in elements {
      for attribute in element.attributes.keys.sorted(by: { $0.key < $1.key })
      where seen.insert(attribute).inserted {
        names.append(attribute.text)
      }
    }
    return names
  }

  fileprivate func hasAttribute(_ attribute: AttributeName) -> Bool {
    let always: [AttributeName] = ["label", "id", "type", "sector"]
    return always.contains(attribute) || elements.contains { $0.attributes[attribute] != nil }
  }
}
