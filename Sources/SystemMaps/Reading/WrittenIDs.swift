extension MapReading {
  /// The sheets that the map was read from, with its counted ids written into them.
  ///
  /// An id such as `organization-7` counts the rows of a type, and moves when one is added above.
  /// Once it is written it stays. A sheet of elements without a column ID gets one before its other
  /// columns; a row that repeats an element gets its id again.
  ///
  /// - Parameter sheets: The sheets as they were read.
  /// - Returns: `nil` if there is no id to write, or if the map would not read back the same.
  /// - Complexity: That of reading the map.
  public func writingIDs(into sheets: [Sheet]) -> [Sheet]? {
    guard hasCountedIDs else { return nil }
    let idOfName = Dictionary(
      map.elements.filter(\.isListed).map { (Self.key($0.label, $0.type), $0.id.text) },
      uniquingKeysWith: { first, _ in first })
    let vocabulary = Vocabulary(map.settings.readAs)
    let written = sheets.map { sheet in
      guard sheet.kind == .elements, !sheet.header.contains(where: { AttributeName($0) == "ID" })
      else { return sheet }
      let table = SheetTable<ElementColumn>(sheet, vocabulary: vocabulary, log: FindingLog())
      var copy = sheet.namingBlankColumns
      copy.header.insert(ElementColumn.id.title, at: 0)
      for index in sheet.rows.indices {
        let row = RowReader(table: table, row: sheet.rows[index])
        let id = row.text(.label).flatMap { idOfName[Self.key($0, row.elementType)] }
        copy.rows[index].cells.insert(sheet.rows[index].isExample ? "" : id ?? "", at: 0)
      }
      return copy
    }
    let isSame = MapReading(sheets: written).map.withoutPlaces == map.withoutPlaces
    return isSame ? written : nil
  }

  private static func key(_ label: String, _ type: ElementType) -> String {
    label.comparisonKey + "\n" + type.name
  }
}
