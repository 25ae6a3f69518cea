internal import SystemMaps

/// How the rows of a list of ties are written, and which cells say what.
struct TieLayout {
  /// Whether rows are lines, or records of CSV, whose quoted cells may hold line ends.
  enum Rows {
    case lines(EdgeListForm)
    case records(UInt8)
  }

  let rows: Rows
  /// The columns of the two ends.
  var from = 0
  var to = 1
  /// The column of the weight, if there is one.
  var weight: Int? = 2

  /// The bytes that part cells; the same one twice, or a blank and a tab.
  fileprivate var marks: (UInt8, UInt8) {
    switch rows {
    case .lines(.blanks): (0x20, 0x09)
    case .lines(.mark(let mark)), .records(let mark): (mark, mark)
    }
  }

  /// Whether cells are parted by any number of blanks.
  fileprivate var isBlank: Bool {
    if case .lines(.blanks) = rows { true } else { false }
  }

  /// Whether each line is a row.
  fileprivate var isLines: Bool {
    if case .lines = rows { true } else { false }
  }
}

/// The pairs in a stretch of a file, with numbers for their names.
///
/// Reads the bytes where they lie: a cell without inner quotation marks is never copied.
struct TieScan {
  /// A row with two names and perhaps a weight, by the numbers of their texts.
  struct Row {
    var from: UInt32
    var to: UInt32
    var weight: UInt32
  }

  /// The texts of names.
  private(set) var names = TextTable()
  /// The texts of weights; the first is blank.
  private(set) var weights = TextTable()
  /// The rows that hold two names.
  private(set) var rows: [Row] = []
  /// Where rows begin that may lack a name: blank rows, and mistakes.
  private(set) var oddRows: [Int] = []
  /// How many cells the longest row has.
  private(set) var columnCount = 0
  /// How many lines are comments.
  private(set) var commentCount = 0
  /// Where a quoted cell begins that does not end.
  private(set) var openQuote: Int?
  /// Where the first row after the stretch begins.
  private(set) var end: Int

  private let layout: TieLayout
  /// The cells of names that have no number yet, two for each of the last rows.
  private var waiting: [Cell] = []
  /// Text of cells whose quotation marks had to be taken out.
  private var unquoted: [UInt8] = []

  /// The text of a cell, as it lies in the file or among the unquoted ones.
  private struct Cell {
    var range = 0..<0
    var isUnquoted = false
  }

  private static let quote = UInt8(ascii: "\"")

  /// Reads the rows that begin in a stretch of a file.
  ///
  /// - Parameters:
  ///   - bytes: The whole file.
  ///   - stretch: Where to look; its first byte is taken as the first of a row.
  ///   - layout: How the rows are written.
  init(_ bytes: [UInt8], in stretch: Range<Int>, layout: TieLayout) {
    self.layout = layout
    end = stretch.lowerBound
    rows.reserveCapacity(stretch.count / 24)
    names.reserveCapacity(stretch.count / 256)
    _ = weights.number(of: "")
    bytes.withUnsafeBytes { bytes in
      while end < stretch.upperBound, openQuote == nil {
        end = readRow(of: bytes, at: end)
        if waiting.count >= 512 { numberNames(of: bytes) }
      }
      numberNames(of: bytes)
    }
  }

  /// Adds the rows of the stretch that follows.
  mutating func append(_ next: TieScan) {
    let names = self.names.numbers(ofAll: next.names)
    let weights = self.weights.numbers(ofAll: next.weights)
    rows.reserveCapacity(rows.count + next.rows.count)
    for row in next.rows {
      rows.append(
        Row(
          from: names[Int(row.from)], to: names[Int(row.to)], weight: weights[Int(row.weight)]))
    }
    oddRows += next.oddRows
    columnCount = max(columnCount, next.columnCount)
    commentCount += next.commentCount
    openQuote = openQuote ?? next.openQuote
    end = next.end
  }

  /// Reads a row and returns where the next one begins.
  private mutating func readRow(of bytes: UnsafeRawBufferPointer, at start: Int) -> Int {
    if layout.isLines {
      let first = bytes[start]
      if first.isLineEnd { return bytes.afterLineEnd(at: start) }
      if first == UInt8(ascii: "#") || first == UInt8(ascii: "%") {
        commentCount += 1
        let end = bytes.lineEnd(from: start)
        return bytes.afterLineEnd(at: end)
      }
    }
    // As everywhere, a line with quotation marks is parted by single blanks, not by tabs.
    let marks =
      layout.isBlank && bytes.holdsQuote(inLineAt: start) ? (0x20, 0x20) : layout.marks
    var (from, to, weight, last) = (Cell(), Cell(), Cell(), Cell())
    var count = 0
    var position = start
    while true {
      if layout.isBlank {
        while position < bytes.count, bytes[position] == marks.0 || bytes[position] == marks.1 {
          position += 1
        }
        if position == bytes.count || bytes[position].isLineEnd { break }
      }
      if position < bytes.count, bytes[position] == Self.quote {
        guard let (cell, next) = quotedCell(of: bytes, at: position, marks) else {
          return bytes.count
        }
        position = next
        if layout.isBlank, cell.range.isEmpty { continue }
        last = cell
      } else {
        let end = bytes.cellEnd(from: position, marks)
        (last, position) = (Cell(range: position..<end), end)
      }
      if count == layout.from { from = last }
      if count == layout.to { to = last }
      if count == layout.weight { weight = last }
      count += 1
      if position == bytes.count || bytes[position].isLineEnd { break }
      position += 1
    }
    if layout.isLines, count > 0, holdsBraces(last, bytes) {
      count -= 1
      if count == layout.weight { weight = Cell() }
    }
    columnCount = max(columnCount, count)
    if count > max(layout.from, layout.to), startsName(from, bytes), startsName(to, bytes) {
      waiting.append(from)
      waiting.append(to)
      let weight = weight.range.isEmpty ? 0 : weightNumber(of: weight, bytes)
      rows.append(Row(from: 0, to: 0, weight: weight))
    } else if count > 0 {
      oddRows.append(start)
    }
    return bytes.afterLineEnd(at: position)
  }

  /// The cell that a quotation mark opens, and where the byte after it stands; `nil` if nothing
  /// closes it.
  private mutating func quotedCell(
    of bytes: UnsafeRawBufferPointer, at start: Int, _ marks: (UInt8, UInt8)
  ) -> (cell: Cell, end: Int)? {
    let firstUnquoted = unquoted.count
    var position = start + 1
    var part = position
    while position < bytes.count {
      let byte = bytes[position]
      if byte == Self.quote {
        let close = position
        position += 1
        if position < bytes.count, bytes[position] == Self.quote {
          unquoted.append(contentsOf: bytes[part..<position])
          position += 1
          part = position
          continue
        }
        let end = bytes.cellEnd(from: position, marks)
        if end == position, unquoted.count == firstUnquoted {
          return (Cell(range: part..<close), end)
        }
        // What follows the closing mark up to the end of the cell is text too.
        unquoted.append(contentsOf: bytes[part..<close])
        unquoted.append(contentsOf: bytes[position..<end])
        return (Cell(range: firstUnquoted..<unquoted.count, isUnquoted: true), end)
      }
      if layout.isLines, byte.isLineEnd { break }
      position += 1
    }
    openQuote = start
    return nil
  }

  /// Gives the waiting names their numbers.
  private mutating func numberNames(of bytes: UnsafeRawBufferPointer) {
    let numbers = unquoted.withUnsafeBytes { [waiting] unquoted in
      names.numbers(
        of: waiting.map {
          UnsafeRawBufferPointer(rebasing: ($0.isUnquoted ? unquoted : bytes)[$0.range])
        })
    }
    var row = rows.count - waiting.count / 2
    for place in stride(from: 0, to: numbers.count, by: 2) {
      rows[row].from = numbers[place]
      rows[row].to = numbers[place + 1]
      row += 1
    }
    waiting.removeAll(keepingCapacity: true)
    unquoted.removeAll(keepingCapacity: true)
  }

  private mutating func weightNumber(of cell: Cell, _ bytes: UnsafeRawBufferPointer) -> UInt32 {
    unquoted.withUnsafeBytes { unquoted in
      weights.number(
        of: UnsafeRawBufferPointer(rebasing: (cell.isUnquoted ? unquoted : bytes)[cell.range]))
    }
  }

  /// Whether a cell certainly holds text: its first byte is no blank of any kind.
  private func startsName(_ cell: Cell, _ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let first = cell.range.first else { return false }
    let byte = cell.isUnquoted ? unquoted[first] : bytes[first]
    if byte > 0x20 && byte < 0x80 { return true }
    let text =
      cell.isUnquoted
      ? String(decoding: unquoted[cell.range], as: UTF8.self)
      : String(decoding: bytes[cell.range], as: UTF8.self)
    return !text.trimmedCell.isEmpty
  }

  /// Whether a cell is the empty dictionary that some programs write after each pair.
  private func holdsBraces(_ cell: Cell, _ bytes: UnsafeRawBufferPointer) -> Bool {
    guard cell.range.count == 2 else { return false }
    let (first, second) = (cell.range.lowerBound, cell.range.lowerBound + 1)
    return cell.isUnquoted
      ? unquoted[first] == UInt8(ascii: "{") && unquoted[second] == UInt8(ascii: "}")
      : bytes[first] == UInt8(ascii: "{") && bytes[second] == UInt8(ascii: "}")
  }
}

extension UInt8 {
  fileprivate var isLineEnd: Bool { self == 0x0A || self == 0x0D }
}

extension UnsafeRawBufferPointer {
  /// The first byte that ends a cell: one of the marks, or a line end.
  ///
  /// Eight bytes at a time: of a byte that equals the one looked for, nothing is left after `^`,
  /// and subtracting 1 then sets its highest bit. Only the first such bit is sure, which is the
  /// one that is taken.
  fileprivate func cellEnd(from start: Int, _ marks: (UInt8, UInt8)) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let (first, second) = (UInt64(marks.0) &* ones, UInt64(marks.1) &* ones)
    var position = start
    while position + 8 <= count {
      let word = UInt64(littleEndian: loadUnaligned(fromByteOffset: position, as: UInt64.self))
      func zeros(_ value: UInt64) -> UInt64 { (value &- ones) & ~value }
      let found =
        (zeros(word ^ first) | zeros(word ^ second) | zeros(word ^ (0x0A * ones))
          | zeros(word ^ (0x0D * ones))) & (0x80 * ones)
      if found != 0 { return position + found.trailingZeroBitCount / 8 }
      position += 8
    }
    while position < count {
      let byte = self[position]
      if byte == marks.0 || byte == marks.1 || byte.isLineEnd { return position }
      position += 1
    }
    return count
  }

  /// Whether a quotation mark stands anywhere in a line.
  fileprivate func holdsQuote(inLineAt start: Int) -> Bool {
    self[start..<lineEnd(from: start)].contains(UInt8(ascii: "\""))
  }

  /// The next line end.
  fileprivate func lineEnd(from start: Int) -> Int { cellEnd(from: start, (0x0A, 0x0D)) }

  /// The byte after a line end, which may be of two bytes.
  fileprivate func afterLineEnd(at position: Int) -> Int {
    if position >= count { return count }
    let isPair =
      self[position] == 0x0D && position + 1 < count && self[position + 1] == 0x0A
    return position + (isPair ? 2 : 1)
  }
}
