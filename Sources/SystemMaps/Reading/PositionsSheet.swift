/// The sheet of kept positions, which drawings write and read.
enum PositionsSheet {
  private static let titles = ["View", "ID", "X", "Y", "Page width", "Page height"]

  /// The positions of the rows; those without an id or with no number are reported and left out.
  static func positions(in sheet: Sheet, log: FindingLog) -> [KeptPosition] {
    let columns = titles.map { title in
      sheet.header.firstIndex { AttributeName($0.trimmedCell) == AttributeName(title) }
    }
    return sheet.rows.compactMap { row in
      func text(_ column: Int) -> String { columns[column].map { row.text(at: $0) } ?? "" }
      func number(_ column: Int) -> Double? {
        Double(text(column)).flatMap { abs($0) <= 100_000 ? $0 : nil }
      }
      if titles.indices.allSatisfy({ text($0).isEmpty }) { return nil }
      guard !text(1).isEmpty, let x = number(2), let y = number(3) else {
        log.add(
          .warning, at: sheet.place(row: row.number), "the row holds no position",
          expected: "expected View, ID, and X and Y in points",
          summary: "rows of kept positions hold none")
        return nil
      }
      return KeptPosition(
        view: text(0), element: ElementID(text(1)), x: x, y: y,
        pageWidth: number(4).flatMap { $0 > 0 ? $0 : nil },
        pageHeight: number(5).flatMap { $0 > 0 ? $0 : nil })
    }
  }

  /// The rows of some positions, with three decimals.
  static func rows(of positions: [KeptPosition]) -> [[String]] {
    positions.map { position in
      let numbers = [position.x, position.y, position.pageWidth, position.pageHeight]
      return [position.view, position.element.text]
        + numbers.map { $0.map { String(($0 * 1_000).rounded() / 1_000) } ?? "" }
    }
  }

  /// A sheet of positions.
  static func sheet(of positions: [KeptPosition], file: String) -> Sheet {
    let rows = rows(of: positions).enumerated().map { place, cells in
      Sheet.Row(number: place + 2, cells: cells)
    }
    return Sheet(kind: .positions, file: file, header: titles, rows: rows)
  }
}

extension MapReading {
  /// Sheets of a map with other kept positions of one view; other views keep theirs.
  ///
  /// - Parameters:
  ///   - positions: The positions, all of them of `view`.
  ///   - view: The view, as the command line calls it.
  ///   - sheets: The sheets of the map.
  public func keeping(
    _ positions: [KeptPosition], of view: String, in sheets: [Sheet]
  ) -> [Sheet] {
    let others = map.positions.filter { $0.view != view }
    let file = sheets.first { $0.kind == .positions }?.file ?? "positions.csv"
    return sheets.filter { $0.kind != .positions }
      + [PositionsSheet.sheet(of: others + positions, file: file)]
  }
}
