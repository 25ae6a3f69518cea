internal import Foundation
internal import Graphs
internal import SystemMaps

/// The rows of a file that is a list of ties, with how it was understood.
struct TieSource {
  let scan: TieScan
  /// The first row, where it is a tie and not among those scanned.
  private(set) var firstTie: Sheet.Row?
  /// Whether a column holds the weights of the ties.
  let hasWeights: Bool
  let findings: [Finding]

  /// Finds the rows of an edge list, else those below a header with From and To.
  init(utf8 bytes: [UInt8], file: String) throws(MapErrors) {
    if let list = try TieSource(edgeList: bytes, file: file) {
      self = list
      return
    }
    let dialect = CSVDialect(of: bytes)
    var reader = CSVReader(
      bytes, delimiter: dialect.delimiter, from: dialect.start, line: dialect.firstLine)
    var header: [String] = []
    while header.allSatisfy({ $0.trimmedCell.isEmpty }), let row = try? reader.next() {
      header = row.cells
    }
    let columns = TieColumns(of: header)
    guard let from = columns.from, let to = columns.to else {
      throw MapErrors(
        at: Place(file: file), "this is no list of ties",
        expected: "expected two names a line, or a header with From and To")
    }
    let layout = TieLayout(
      rows: .records(dialect.delimiter), from: from, to: to, weight: columns.weight)
    scan = Self.scan(bytes, from: reader.position, layout: layout)
    if let open = scan.openQuote {
      throw MapErrors(
        at: Place(file: file, row: bytes.lineNumber(at: open)),
        "a quotation mark opens a cell that never closes",
        expected: "expected a second quotation mark before the end of the file")
    }
    for position in scan.oddRows {
      var reader = CSVReader(bytes, delimiter: dialect.delimiter, from: position)
      let cells = (try? reader.next())?.cells ?? []
      try Self.refuse(cells, at: position, of: bytes, file: file, columns: (from, to))
    }
    hasWeights = columns.weight != nil
    findings = columns.findings(in: file)
  }

  /// Finds the rows of an edge list; `nil` if the file is none.
  private init?(edgeList bytes: [UInt8], file: String) throws(MapErrors) {
    guard let form = EdgeListForm(of: bytes) else { return nil }
    var lines = EdgeListLines(bytes)
    var comments = 0
    var first: Sheet.Row?
    while first == nil, let line = lines.next() {
      if line.isComment {
        comments += 1
      } else if let cells = form.cells(of: line.text)?.withoutBraces {
        if !cells.isEmpty { first = Sheet.Row(number: line.number, cells: cells) }
      } else {
        return nil
      }
    }
    // A known header says at once that this is CSV.
    guard let first, Sheet.Kind(recognizing: first.cells) == nil else { return nil }
    scan = Self.scan(bytes, from: lines.position, layout: TieLayout(rows: .lines(form)))
    let oddRows = scan.oddRows.map { position in
      var lines = EdgeListLines(bytes, from: position)
      return Sheet.Row(
        number: position,
        cells: lines.next().flatMap { form.cells(of: $0.text)?.withoutBraces } ?? [])
    }
    let evidence = TieEvidence(first: first, scan: scan, oddRows: oddRows)
    guard scan.openQuote == nil, evidence.columnCount <= 3,
      let shape = EdgeListShape(of: evidence, in: form, file: file)
    else { return nil }
    for row in oddRows {
      try Self.refuse(row.cells, at: row.number, of: bytes, file: file, columns: (0, 1))
    }
    if !shape.skipsFirst {
      try Self.refuse(first.cells, line: first.number, file: file, columns: (0, 1))
      firstTie = first
    }
    hasWeights =
      shape.header.count > 2 && TieColumns.weightNames.contains(AttributeName(shape.header[2]))
    findings =
      shape.findings + EdgeList.findings(ofComments: comments + scan.commentCount, file: file)
  }

  /// Scans the rows on all threads: what comes of it does not depend on their number.
  private static func scan(_ bytes: [UInt8], from start: Int, layout: TieLayout) -> TieScan {
    let smallest = 1 << 21
    let cores = Parallelism.threads ?? ProcessInfo.processInfo.activeProcessorCount
    let count = max(1, min(cores, (bytes.count - start) / smallest))
    var bounds = [start]
    for number in 1..<max(count, 1) {
      bounds.append(bytes.rowStart(from: start + (bytes.count - start) / count * number))
    }
    bounds.append(bytes.count)
    let scans = chunkedResults(count: count, concurrently: count > 1) { [bounds] number in
      TieScan(bytes, in: bounds[number]..<bounds[number + 1], layout: layout)
    }
    var whole = scans[0]
    for number in 1..<max(count, 1) {
      // A stretch may have begun within a quoted cell, as one that holds a line end.
      guard whole.end == bounds[number] else {
        return TieScan(bytes, in: start..<bytes.count, layout: layout)
      }
      whole.append(scans[number])
    }
    return whole
  }

  /// Refuses a row that lacks a name, unless it is blank altogether.
  private static func refuse(
    _ cells: [String], at position: Int, of bytes: [UInt8], file: String, columns: (Int, Int)
  ) throws(MapErrors) {
    if cells.allSatisfy({ $0.trimmedCell.isEmpty }) { return }
    try refuse(cells, line: bytes.lineNumber(at: position), file: file, columns: columns)
  }

  private static func refuse(
    _ cells: [String], line: Int, file: String, columns: (Int, Int)
  ) throws(MapErrors) {
    for (column, title) in [(columns.0, "From"), (columns.1, "To")]
    where column >= cells.count || cells[column].trimmedCell.isEmpty {
      throw MapErrors(
        at: Place(file: file, row: line, column: column + 1), "the row has no \(title)",
        expected: "every row of the connections needs one")
    }
  }
}

/// Where the header of a list of ties has its columns.
private struct TieColumns {
  static let weightNames: [AttributeName] = ["Strength", "Weight"]

  private let names: [AttributeName]
  var from: Int? { position(of: ["From", "Source"]) }
  var to: Int? { position(of: ["To", "Target"]) }
  var weight: Int? { position(of: Self.weightNames) }

  init(of header: [String]) { names = header.map { AttributeName($0.trimmedCell) } }

  private func position(of titles: [AttributeName]) -> Int? {
    titles.lazy.compactMap { names.firstIndex(of: $0) }.first
  }

  /// Says which columns were not looked at.
  func findings(in file: String) -> [Finding] {
    let used = [from, to, weight]
    let others = names.indices.filter { !used.contains($0) && !names[$0].key.isEmpty }
    guard !others.isEmpty else { return [] }
    let listed = others.prefix(8).map { names[$0].text.quoted }.joined(separator: ", ")
    return [
      Finding(
        .notice, at: Place(file: file),
        "not looked at: \(listed)\(others.count > 8 ? ", …" : "")",
        expected: "read the file as a map if they say which rows are ties")
    ]
  }
}

extension [String] {
  /// The cells without the empty dictionary that some programs write after each pair.
  fileprivate var withoutBraces: [String] { last == "{}" ? dropLast() : self }
}

extension [UInt8] {
  /// The line that a byte stands on, from 1.
  fileprivate func lineNumber(at position: Int) -> Int {
    var line = 1
    for place in 0..<position
    where self[place] == 0x0A
      || (self[place] == 0x0D && !(place + 1 < count && self[place + 1] == 0x0A))
    {
      line += 1
    }
    return line
  }

  /// The byte after the first line end from a position on, or the end.
  fileprivate func rowStart(from position: Int) -> Int {
    guard let end = self[position...].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else {
      return count
    }
    return end + (self[end] == 0x0D && end + 1 < count && self[end + 1] == 0x0A ? 2 : 1)
  }
}
