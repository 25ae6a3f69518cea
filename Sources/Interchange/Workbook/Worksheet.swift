internal import SystemMaps

/// The cells of a worksheet that hold anything, with what is odd about them.
struct Worksheet {
  /// Cells of one kind: how many there are, and where the first stands.
  struct Tally {
    private(set) var count = 0
    private(set) var row = 0
    private(set) var column = 0

    mutating func add(row: Int, column: Int) {
      if count == 0 { (self.row, self.column) = (row, column) }
      count += 1
    }
  }

  /// The rows with text, by their number; what a row lacks at its end is not there.
  fileprivate(set) var rows: [Sheet.Row] = []
  /// Formulas without a value.
  fileprivate(set) var uncalculated = Tally()
  /// Values such as `#N/A`.
  fileprivate(set) var errors = Tally()
  fileprivate(set) var hiddenRows = 0
  fileprivate(set) var hiddenColumns = 0
  fileprivate(set) var mergedRanges = 0
}

/// What the cells of a workbook have in common.
struct CellSource {
  let sharedStrings: [String]
  let formats: [NumberFormat]
  let countsFrom1904: Bool
}

/// The reading of a worksheet's markup, cell by cell.
final class WorksheetReader: MarkupReader {
  private(set) var worksheet = Worksheet()
  /// Whether a cell points to a shared text that is not there.
  private(set) var isDamaged = false
  /// Whether the cells are too far apart to be laid out.
  private(set) var isSprawling = false

  private let source: CellSource
  private var row = Sheet.Row(number: 0, cells: [])
  private var rowIsHidden = false
  private var rowIsBlank = true
  private var cell: Cell?
  private var lastColumn = 0
  private var filledCells = 0
  private var blankCells = 0
  private var hiddenColumns: [ClosedRange<Int>] = []

  private struct Cell {
    var column: Int
    var type = "n"
    var format = NumberFormat.number
    var value = ""
    var hasFormula = false
    var isInValue = false
    var inline = RichText()
  }

  init(_ source: CellSource) { self.source = source }

  func begin(_ name: String, _ attributes: [String: String]) {
    if cell != nil {
      switch name {
      case "v": cell?.isInValue = true
      case "f": cell?.hasFormula = true
      default: cell?.inline.begin(name)
      }
      return
    }
    switch name {
    case "c": beginCell(attributes)
    case "row": beginRow(attributes)
    case "col":
      guard attributes.isTrue("hidden"), let first = attributes["min"].flatMap({ Int($0) }),
        let last = attributes["max"].flatMap({ Int($0) }), first >= 1, last >= first
      else { return }
      hiddenColumns.append(first...last)
    case "mergeCell": worksheet.mergedRanges += 1
    default: break
    }
  }

  func end(_ name: String) {
    switch name {
    case "c": endCell()
    case "v": cell?.isInValue = false
    case "row": endRow()
    case "sheetData": endCells()
    default: cell?.inline.end(name)
    }
  }

  func text(_ text: String) {
    guard cell != nil else { return }
    if cell?.isInValue == true { cell?.value += text } else { cell?.inline.text(text) }
  }

  private func beginRow(_ attributes: [String: String]) {
    let stated = attributes["r"].flatMap { Int($0) }
    let number = stated.flatMap { (1...CellReference.lastRow).contains($0) ? $0 : nil }
    row = Sheet.Row(number: number ?? row.number + 1, cells: [])
    rowIsHidden = attributes.isTrue("hidden")
    rowIsBlank = true
    lastColumn = 0
  }

  private func beginCell(_ attributes: [String: String]) {
    let reference = attributes["r"].flatMap { CellReference($0) }
    var cell = Cell(column: reference?.column ?? min(lastColumn + 1, CellReference.lastColumn))
    // Some writers number the cells alone.
    if let reference, row.cells.isEmpty { row.number = reference.row }
    if let type = attributes["t"] { cell.type = type }
    if let style = attributes["s"].flatMap({ Int($0) }), source.formats.indices.contains(style) {
      cell.format = source.formats[style]
    }
    lastColumn = cell.column
    self.cell = cell
  }

  private func endCell() {
    guard var cell else { return }
    self.cell = nil
    let text = text(of: &cell)
    if text.isEmpty { return }
    if !text.isBlankCell { rowIsBlank = false }
    if row.cells.count < cell.column {
      let gap = cell.column - 1 - row.cells.count
      row.cells += repeatElement("", count: gap)
      blankCells += gap
      filledCells += 1
      row.cells.append(text)
    } else {
      row.cells[cell.column - 1] = text
    }
  }

  private func text(of cell: inout Cell) -> String {
    if cell.type == "inlineStr" { return cell.inline.taken() }
    let hasBlanks = cell.type != "str" && cell.value.utf8.contains { $0 <= 0x20 }
    let raw = hasBlanks ? cell.value.filter { !$0.isWhitespace } : cell.value
    if raw.isEmpty {
      if cell.hasFormula, cell.type != "str" {
        worksheet.uncalculated.add(row: row.number, column: cell.column)
      }
      return ""
    }
    switch cell.type {
    case "s":
      guard let index = Int(raw), source.sharedStrings.indices.contains(index) else {
        isDamaged = true
        return ""
      }
      return source.sharedStrings[index]
    case "str": return raw.unescapedCell
    case "b": return raw == "1" || raw == "true" ? "yes" : "no"
    case "e":
      worksheet.errors.add(row: row.number, column: cell.column)
      return raw
    case "d": return Self.day(raw)
    default:
      return CellNumber(raw: raw, countsFrom1904: source.countsFrom1904).text(in: cell.format)
    }
  }

  /// A moment that is written as text: `2026-03-01T14:30:00` without what says nothing.
  private static func day(_ text: String) -> String {
    let parts = text.split(separator: "T", maxSplits: 1)
    guard parts.count == 2 else { return text }
    let isMidnight = parts[1].allSatisfy { "0:.Z".contains($0) }
    return isMidnight ? String(parts[0]) : parts.joined(separator: " ")
  }

  private func endRow() {
    if rowIsBlank || isSprawling { return }
    // A cell far to the right in every row would make a table of blanks that fills the memory.
    isSprawling =
      blankCells > 20_000_000 || (blankCells > 1_000_000 && blankCells > 100 * filledCells)
    worksheet.rows.append(row)
    if rowIsHidden { worksheet.hiddenRows += 1 }
  }

  private func endCells() {
    let isInOrder = zip(worksheet.rows, worksheet.rows.dropFirst()).allSatisfy {
      $0.number < $1.number
    }
    if !isInOrder { worksheet.rows.sort { $0.number < $1.number } }
    let width = worksheet.rows.map(\.cells.count).max() ?? 0
    worksheet.hiddenColumns = hiddenColumns.reduce(0) { count, range in
      count + max(0, min(range.upperBound, width) - range.lowerBound + 1)
    }
  }
}
