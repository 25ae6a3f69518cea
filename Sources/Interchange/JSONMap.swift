internal import SystemMaps

/// A map in one JSON file: our own, Kumu's short form, or a backup of a Kumu project.
///
/// Our own has the sheets as keys and the columns as keys of their rows; Kumu's short form is a
/// part of it.
struct JSONMap {
  private let content: FileContent

  init(_ content: FileContent) { self.content = content }

  /// Reads the sheets.
  func read() throws(MapErrors) -> SheetReading {
    let decoded = TextDecoding(content)
    let root: JSONValue
    do {
      root = try JSONReader.value(of: decoded.utf8)
    } catch {
      throw MapErrors(
        at: Place(file: content.name, row: error.line, column: error.column),
        "this is no JSON: \(error.message)", expected: "expected a complete JSON text")
    }
    guard let members = root.members, members.contains(where: { Self.kind(of: $0.key) != nil })
    else {
      throw MapErrors(
        at: Place(file: content.name), "this JSON holds no map",
        expected: "expected an object with elements, connections, seats or journeys")
    }
    var reading = SheetReading(findings: decoded.findings)
    if KumuBackup.isBackup(root) {
      let backup = KumuBackup(root, file: content.name)
      reading.sheets = backup.sheets
      reading.findings += backup.findings
      return reading
    }
    var others: [String] = []
    for member in members {
      guard let kind = Self.kind(of: member.key) else {
        others.append(member.key)
        continue
      }
      reading.sheets.append(try sheet(kind, of: member.value))
    }
    if !others.isEmpty {
      reading.findings.append(
        Finding(
          .notice, at: Place(file: content.name),
          "\(others.count) key\(others.count == 1 ? " was" : "s were") left alone: "
            + others.prefix(5).joined(separator: ", ") + (others.count > 5 ? ", …" : "")))
    }
    return reading
  }

  private static func kind(of key: String) -> Sheet.Kind? { MapFolder.kind(ofSheet: key) }

  /// A sheet of a list of objects; settings may be one object of names and values.
  private func sheet(_ kind: Sheet.Kind, of value: JSONValue) throws(MapErrors) -> Sheet {
    if kind == .settings, let members = value.members {
      return Sheet(
        kind: kind, file: content.name, header: ["Setting", "Value"],
        rows: members.map {
          Sheet.Row(number: $0.value.line, cells: [$0.key, $0.value.cellText])
        })
    }
    guard let items = value.items else {
      throw MapErrors(
        at: Place(file: content.name, row: value.line), "\(kind.rawValue) is no list",
        expected: "expected a list of objects, one a row")
    }
    var rows = JSONRows()
    for item in items {
      guard let members = item.members else {
        throw MapErrors(
          at: Place(file: content.name, row: item.line),
          "the list of \(kind.rawValue) holds something that is no object",
          expected: "expected an object with the columns as keys")
      }
      rows.append(members.map { ($0.key, $0.value.cellText) }, line: item.line)
    }
    return rows.sheet(kind, file: content.name)
  }
}

/// The rows of a sheet while objects are laid out in columns.
struct JSONRows {
  private var header: [String] = []
  private var positionOfKey: [String: Int] = [:]
  private var rows: [Sheet.Row] = []

  /// Adds a row; keys that no row has had yet become columns.
  mutating func append(_ cells: [(key: String, text: String)], line: Int) {
    var row = Sheet.Row(number: line, cells: [])
    for (key, text) in cells {
      let position: Int
      if let known = positionOfKey[key] {
        position = known
      } else {
        position = header.count
        positionOfKey[key] = position
        header.append(key)
      }
      while row.cells.count <= position { row.cells.append("") }
      row.cells[position] = text
    }
    rows.append(row)
  }

  /// The sheet of the rows so far; where all stand on one line, rows are counted instead.
  func sheet(_ kind: Sheet.Kind, file: String) -> Sheet {
    var rows = rows
    if rows.count > 1, let first = rows.first, let last = rows.last, first.number == last.number {
      for index in rows.indices { rows[index].number = index + 1 }
    }
    var sheet = Sheet(kind: kind, file: file, header: header, rows: rows)
    sheet.headerNumber = nil
    return sheet
  }
}
