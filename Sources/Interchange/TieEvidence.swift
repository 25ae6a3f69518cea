internal import SystemMaps

/// What a scanned list tells of its shape.
struct TieEvidence: EdgeListEvidence {
  let first: Sheet.Row
  let scan: TieScan
  /// The rows that lack a name, cell by cell.
  let oddRows: [Sheet.Row]

  var followingCount: Int { scan.rows.count + oddRows.count }
  var columnCount: Int { max(first.cells.count, scan.columnCount) }

  var followingAreNumbers: Bool {
    oddRows.isEmpty && (0..<scan.names.count).allSatisfy { scan.names[$0].isWholeNumber }
  }

  var followingHaveWeightOrNone: Bool {
    oddRows.allSatisfy(\.hasWeightOrNone)
      && (0..<scan.weights.count).allSatisfy {
        let text = scan.weights[$0]
        return !text.holdsText || text.statesWeight
      }
  }

  var arePairs: Bool {
    first.isPair && first.hasWeightOrNone && oddRows.isEmpty && followingHaveWeightOrNone
  }

  var followingNameCount: Int { names(in: oddRows).count }

  var repeatNames: Bool {
    let cells = oddRows.reduce(0) { $0 + min(2, $1.cells.count) } + min(2, first.cells.count)
    return names(in: oddRows + [first]).count < 2 * scan.rows.count + cells
  }

  var firstStandsApart: Bool? {
    var names = scan.names
    let odd = oddRows.filter { $0.cells.count > 1 }.map {
      (names.number(of: $0.cells[0]), names.number(of: $0.cells[1]))
    }
    let blank = names.number(of: "")
    var isFrom = Array(repeating: false, count: names.count)
    var isTo = isFrom
    for row in scan.rows {
      isFrom[Int(row.from)] = true
      isTo[Int(row.to)] = true
    }
    for (from, to) in odd {
      isFrom[Int(from)] = true
      isTo[Int(to)] = true
    }
    isFrom[Int(blank)] = false
    isTo[Int(blank)] = false
    guard zip(isFrom, isTo).contains(where: { $0 && $1 }) else { return nil }
    return first.cells.prefix(2).allSatisfy { cell in
      let number = Int(names.number(of: cell))
      return number >= isFrom.count || !(isFrom[number] || isTo[number])
    }
  }

  /// The names of the scanned rows and of some others.
  private func names(in rows: [Sheet.Row]) -> TextTable {
    var names = scan.names
    for row in rows { for cell in row.cells.prefix(2) { _ = names.number(of: cell) } }
    return names
  }
}
