extension Sheet {
  /// How many columns the header and the longest row take.
  public var width: Int { max(header.count, rows.map(\.cells.count).max() ?? 0) }

  /// The name of every column, no two alike: as cells are kept whose header is blank, absent or
  /// there twice.
  ///
  ///     Sheet(kind: .elements, file: "", header: ["Label", "", "label"], rows: []).columnNames
  ///     // ["Label", "Column 2", "label (2)"]
  public var columnNames: [String] {
    var taken: Set<AttributeName> = []
    return (0..<width).map { position in
      let title = position < header.count ? header[position] : ""
      let stem = AttributeName(title).key.isEmpty ? "Column \(position + 1)" : title
      var name = stem
      var number = 2
      while !taken.insert(AttributeName(name)).inserted {
        name = "\(stem) (\(number))"
        number += 1
      }
      return name
    }
  }

  /// The sheet with a name over every cell, so that cells keep theirs when columns are moved.
  public var namingBlankColumns: Sheet {
    var sheet = self
    for (position, name) in columnNames.enumerated() {
      let isBeyond = position >= header.count
      guard isBeyond || AttributeName(header[position]).key.isEmpty else { continue }
      let holdsText = rows.contains {
        position < $0.cells.count && !$0.cells[position].trimmedCell.isEmpty
      }
      if isBeyond { sheet.header.append("") }
      if holdsText { sheet.header[position] = name }
    }
    return sheet
  }
}
