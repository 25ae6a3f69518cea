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
    guard rows.count > 0, !isWide, let shape = EdgeListShape(of: rows, in: form, file: file) else {
      return nil
    }
    if shape.skipsFirst { rows.removeFirst() }
    sheet = Sheet(kind: .connections, file: file, header: shape.header, rows: rows)
    var findings = shape.findings
    if comments > 0 {
      findings.append(
        Finding(
          .notice, at: Place(file: file),
          "\(comments) line\(comments == 1 ? " that begins" : "s that begin") with # or % "
            + "\(comments == 1 ? "was" : "were") left out as comments"))
    }
    self.findings = findings
  }
}

/// The lines of a file that hold anything.
private struct EdgeListLines: Sequence, IteratorProtocol {
  struct Line {
    let number: Int
    let text: ArraySlice<UInt8>

    var isComment: Bool {
      text.first == UInt8(ascii: "#") || text.first == UInt8(ascii: "%")
    }
  }

  private let bytes: [UInt8]
  private var position = 0
  private var number = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

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
      position += 1
      if start < end { return Line(number: number, text: bytes[start..<end]) }
    }
    return nil
  }
}

/// What parts the names on a line.
private enum EdgeListForm: Equatable {
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

/// What the first line of an edge list is, and what its columns are.
private struct EdgeListShape {
  private(set) var header = ["From", "To"]
  private(set) var skipsFirst = false
  private(set) var findings: [Finding] = []

  /// Takes rows as pairs if both columns are numbers, if names come up in both, or if nothing
  /// says that they are anything else.
  init?(of rows: [Sheet.Row], in form: EdgeListForm, file: String) {
    guard let first = rows.first else { return nil }
    let rest = rows.dropFirst()
    guard Sheet.Kind(recognizing: first.cells) == nil else { return nil }
    var isHeader = false
    if rest.allSatisfy({ $0.isPairOfNumbers }) {
      isHeader = !first.isPairOfNumbers
      if isHeader && rest.isEmpty { return nil }
    } else {
      if Self.knowsColumn(of: first) { return nil }
      if let overlap = EdgeListOverlap(of: rows) {
        isHeader = overlap.firstStandsApart && !first.statesWeight
      } else if Self.looksLikeHeader(first) || !Self.holdsPairsAlone(rows, in: form) {
        return nil
      }
    }
    let count = rows.map(\.cells.count).max() ?? 2
    if count > 2 {
      let isWeighted = rest.allSatisfy(\.hasWeightOrNone)
      header.append(isWeighted ? "Strength" : "Column 3")
    }
    describe(first, isHeader: isHeader, following: rest, file: file)
  }

  private mutating func describe(
    _ first: Sheet.Row, isHeader: Bool, following rest: ArraySlice<Sheet.Row>, file: String
  ) {
    let place = Place(file: file, row: first.number)
    let columns = header.count > 2 ? ", the third \(header[2])" : ""
    var message = "read as an edge list: the first column is From, the second To\(columns)"
    if isHeader {
      skipsFirst = true
      message += "; the first line was taken as a header"
      for (index, name) in first.cells.enumerated().dropFirst(2) where header[index] != "Strength" {
        header[index] = name
      }
    } else if first.statesSize(of: rest) {
      skipsFirst = true
      message += "; the first line tells the numbers of nodes and ties and was left out"
    }
    findings = [
      Finding(
        .notice, at: place, message,
        expected: "a header with From and To, or --column connections.From=…, says otherwise")
    ]
  }

  /// Whether a row holds the name of a column that elements have.
  private static func knowsColumn(of row: Sheet.Row) -> Bool {
    let known: Set<AttributeName> = [
      "ID", "Label", "Type", "Sector", "Role", "Name", "Description",
    ]
    return row.cells.contains { known.contains(AttributeName($0)) }
  }

  /// Whether a row holds a word that heads columns, such as a type of elements.
  private static func looksLikeHeader(_ row: Sheet.Row) -> Bool {
    let known: Set<AttributeName> = [
      "From", "To", "Source", "Target", "Table", "Holder", "Case", "Step", "Setting", "Value",
      "Population", "Attribute", "Group", "Kind", "Works for", "Part of", "Owner", "Privacy",
      "Budget", "Tags", "Contact", "Title", "Email", "Phone", "Address", "Website", "Notes",
    ]
    let types = Set(ElementType.known.map { AttributeName($0.name) })
    return row.cells.contains {
      let name = AttributeName($0)
      return known.contains(name) || types.contains(name)
    }
  }

  /// Whether every row is a pair, with a number or nothing beside it.
  ///
  /// A single row may be a header. Where blanks part the names, a list of names of two words would
  /// pass, so one must come up twice.
  private static func holdsPairsAlone(_ rows: [Sheet.Row], in form: EdgeListForm) -> Bool {
    guard rows.count > 1, rows.allSatisfy({ $0.isPair && $0.hasWeightOrNone }) else { return false }
    if form != .blanks { return true }
    let names = rows.flatMap { $0.cells.prefix(2) }
    return Set(names).count < names.count
  }
}

/// Whether names come up in both columns, as they do where each is a node.
private struct EdgeListOverlap {
  /// Whether the names of the first row come up nowhere else, as those of a header do.
  let firstStandsApart: Bool

  init?(of rows: [Sheet.Row]) {
    var froms: Set<String> = []
    var tos: Set<String> = []
    for row in rows.dropFirst() where row.cells.count > 1 {
      froms.insert(row.cells[0])
      tos.insert(row.cells[1])
    }
    froms.remove("")
    tos.remove("")
    if froms.isDisjoint(with: tos) { return nil }
    let names = froms.union(tos)
    firstStandsApart = rows[0].cells.prefix(2).allSatisfy { !names.contains($0) }
  }
}

extension Sheet.Row {
  /// Whether the first two cells are whole numbers.
  fileprivate var isPairOfNumbers: Bool {
    cells.count > 1 && cells[0].isWholeNumber && cells[1].isWholeNumber
  }

  /// Whether the first two cells hold anything.
  fileprivate var isPair: Bool { cells.count > 1 && cells.prefix(2).allSatisfy(\.holdsText) }

  /// Whether the third cell is a number.
  fileprivate var statesWeight: Bool {
    cells.count > 2 && Double(cells[2].replacing(",", with: ".").filter { $0 != " " }) != nil
  }

  /// Whether the third cell is a number, blank or not there.
  fileprivate var hasWeightOrNone: Bool {
    cells.count < 3 || !cells[2].holdsText || statesWeight
  }

  /// Whether the row says how many nodes and ties follow.
  fileprivate func statesSize(of rows: ArraySlice<Sheet.Row>) -> Bool {
    guard cells.count == 2, rows.count > 1, let nodes = Int(cells[0]), let ties = Int(cells[1]),
      ties == rows.count || ties == rows.count / 2
    else { return false }
    var names: Set<String> = []
    for row in rows { names.formUnion(row.cells.prefix(2)) }
    return names.count <= nodes
  }
}

extension String {
  fileprivate var holdsText: Bool { contains { !$0.isWhitespace } }

  fileprivate var isWholeNumber: Bool {
    !utf8.isEmpty && utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }
}
