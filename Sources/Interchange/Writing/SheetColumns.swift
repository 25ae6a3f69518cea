internal import SystemMaps

extension Sheet {
  /// The rows that hold anything: blank ones would begin a new section in a workbook.
  var filledRows: [Row] { rows.filter { !$0.cells.allSatisfy(\.isEmpty) } }

  /// The cells of a column, blank where a row is too short.
  func cells(at position: Int) -> [String] {
    rows.map { position < $0.cells.count ? $0.cells[position] : "" }
  }

  /// The sheet with some columns before the others, which keep their order.
  func placingFirst(_ titles: [AttributeName]) -> Sheet {
    let firsts = titles.compactMap { title in header.firstIndex { AttributeName($0) == title } }
    let order = firsts + (0..<width).filter { !firsts.contains($0) }
    if order == Array(0..<width) { return self }
    let named = namingBlankColumns
    func reordered(_ cells: [String]) -> [String] {
      var moved = order.map { $0 < cells.count ? cells[$0] : "" }
      while moved.count > cells.count, moved.last?.isEmpty == true { moved.removeLast() }
      return moved
    }
    var sheet = self
    sheet.header = reordered(named.header)
    for index in sheet.rows.indices { sheet.rows[index].cells = reordered(rows[index].cells) }
    return sheet
  }
}

extension [Sheet] {
  /// The sheets with the names under which a reader knows their kinds, in the order of the design.
  ///
  /// Of several sheets of one kind each gets a number before its name, so that they are read in the
  /// same order: `1 - elements`, `2 - elements`.
  var named: [(name: String, sheet: Sheet)] {
    Sheet.Kind.allCases.flatMap { kind in
      let sheets = filter { $0.kind == kind }
      let digits = String(sheets.count).count
      return sheets.enumerated().map { index, sheet in
        guard sheets.count > 1 else { return (kind.rawValue, sheet) }
        let number = String(index + 1)
        let padded = String(repeating: "0", count: digits - number.count) + number
        return ("\(padded) - \(kind.rawValue)", sheet)
      }
    }
  }
}
