internal import SystemMaps

/// A text file of pairs: two names a line, sometimes with a weight, and no header that we know.
///
///     # nodes 4, edges 3
///     1 2
///     1 3 0.5
///     3 4 {}
struct EdgeList {
  /// The pairs as connections.
  let sheet: Sheet
  /// How the file was understood.
  let findings: [Finding]

  /// Reads a file, unless it does not look like an edge list.
  init?(utf8 bytes: [UInt8], file: String) {
    guard let form = EdgeListForm(of: bytes) else { return nil }
    var rows: [Sheet.Row] = []
    var comments = 0
    var isWide = false
    for line in EdgeListLines(bytes) {
      if line.isComment {
        comments += 1
        continue
      }
      guard var cells = form.cells(of: line.text) else { return nil }
      if cells.isEmpty { continue }
      if cells.last == "{}" { cells.removeLast() }
      isWide = isWide || cells.count > 3
      rows.append(Sheet.Row(number: line.number, cells: cells))
    }
    guard !isWide, let evidence = EdgeListRows(rows),
      let shape = EdgeListShape(of: evidence, in: form, file: file)
    else { return nil }
    if shape.skipsFirst { rows.removeFirst() }
    sheet = Sheet(kind: .connections, file: file, header: shape.header, rows: rows)
    findings = shape.findings + Self.findings(ofComments: comments, file: file)
  }

  /// Says how many lines were comments.
  static func findings(ofComments count: Int, file: String) -> [Finding] {
    guard count > 0 else { return [] }
    return [
      Finding(
        .notice, at: Place(file: file),
        "\(count) line\(count == 1 ? " that begins" : "s that begin") with # or % "
          + "\(count == 1 ? "was" : "were") left out as comments")
    ]
  }
}

/// The lines of a file that hold anything.
struct EdgeListLines: Sequence, IteratorProtocol {
  struct Line {
    let number: Int
    let text: ArraySlice<UInt8>

    var isComment: Bool {
      text.first == UInt8(ascii: "#") || text.first == UInt8(ascii: "%")
    }
  }

  private let bytes: [UInt8]
  /// Where the next line begins.
  private(set) var position: Int
  private var number = 0

  /// Prepares the reading of a file from the beginning of one of its lines.
  init(_ bytes: [UInt8], from start: Int = 0) {
    self.bytes = bytes
    position = start
  }

  mutating func next() -> Line? {
    while position < bytes.count {
      let start = position
      number += 1
      while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D {
        position += 1
      }
      let end = position
      if position + 1 < bytes.count, bytes[position] == 0x0D, bytes[position + 1] == 0x0A {
        position += 1
      }
      if position < bytes.count { position += 1 }
      if start < end { return Line(number: number, text: bytes[start..<end]) }
    }
    return nil
  }
}

/// What parts the names on a line.
enum EdgeListForm: Equatable {
  case mark(UInt8)
  case blanks

  /// The form that the first lines agree on; `nil` if they are no edge list.
  init?(of bytes: [UInt8]) {
    var sample: [ArraySlice<UInt8>] = []
    for line in EdgeListLines(bytes) where !line.isComment {
      sample.append(line.text)
      if sample.count == 50 { break }
    }
    // One line with quotation marks is rather a header.
    let isQuotedLine = sample.count == 1 && sample[0].contains(UInt8(ascii: "\""))
    if sample.isEmpty || isQuotedLine { return nil }
    for form in [
      EdgeListForm.mark(0x09), .mark(UInt8(ascii: ",")), .mark(UInt8(ascii: ";")), .blanks,
    ] {
      let counts = Set(sample.dropFirst(sample.count > 1 ? 1 : 0).map { form.count(of: $0) })
      if !counts.isEmpty, counts.isSubset(of: [2, 3]) {
        self = form
        return
      }
    }
    return nil
  }

  private func count(of line: ArraySlice<UInt8>) -> Int {
    guard let cells = cells(of: line) else { return 0 }
    return cells.last == "{}" ? cells.count - 1 : cells.count
  }

  /// The cells of a line; `nil` if a quotation mark opens one that the line does not close.
  func cells(of line: ArraySlice<UInt8>) -> [String]? {
    if line.contains(UInt8(ascii: "\"")) { return quotedCells(of: line) }
    let parts: [ArraySlice<UInt8>]
    switch self {
    case .mark(let mark): parts = line.split(separator: mark, omittingEmptySubsequences: false)
    case .blanks: parts = line.split { $0 == 0x20 || $0 == 0x09 }
    }
    return parts.map { String(decoding: $0, as: UTF8.self) }
  }

  private func quotedCells(of line: ArraySlice<UInt8>) -> [String]? {
    switch self {
    case .mark(let mark):
      var reader = CSVReader(Array(line), delimiter: mark)
      return try? reader.next()?.cells
    case .blanks:
      var reader = CSVReader(Array(line), delimiter: 0x20)
      return (try? reader.next())?.cells.filter { !$0.isEmpty }
    }
  }
}
