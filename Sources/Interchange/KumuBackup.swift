internal import SystemMaps

/// The backup of a Kumu project: all elements and connections of all its maps.
struct KumuBackup {
  private(set) var sheets: [Sheet] = []
  private(set) var findings: [Finding] = []
  private let file: String
  private var reversed = 0
  private var dangling: [(line: Int, id: String)] = []

  /// Whether an object is a backup: its elements keep their columns under `attributes`.
  static func isBackup(_ root: JSONValue) -> Bool {
    let rows = (root["elements"]?.items ?? []) + (root["connections"]?.items ?? [])
    return rows.contains { $0["attributes"]?.members != nil && $0["_id"] != nil }
  }

  /// Reads a backup.
  init(_ root: JSONValue, file: String) {
    self.file = file
    let elements = root["elements"]?.items ?? []
    var rows = JSONRows()
    for element in elements { rows.append(Self.elementCells(element), line: element.line) }
    sheets.append(rows.sheet(.elements, file: file))

    let ids = Set(elements.compactMap { $0["_id"]?.cellText })
    rows = JSONRows()
    for connection in root["connections"]?.items ?? [] {
      let ends = [connection["from"]?.cellText ?? "", connection["to"]?.cellText ?? ""]
      if let absent = ends.first(where: { $0.hasPrefix("elem-") && !ids.contains($0) }) {
        dangling.append((connection.line, absent))
        continue
      }
      rows.append(connectionCells(connection, ends), line: connection.line)
    }
    sheets.append(rows.sheet(.connections, file: file))
    sheets.append(settings(of: root))
    describe(root, elements: ids)
  }

  private static func elementCells(_ element: JSONValue) -> [(key: String, text: String)] {
    let id = element["_id"]?.cellText ?? ""
    var cells = [(key: "ID", text: id)]
    var label = ""
    for member in element["attributes"]?.members ?? [] {
      if member.key.lowercased() == "label" {
        label = member.value.cellText
      } else {
        cells.append((member.key, member.value.cellText))
      }
    }
    // Kumu allows elements without a label; their id must do.
    cells.insert((key: "Label", text: label.allSatisfy(\.isWhitespace) ? id : label), at: 1)
    return cells
  }

  private mutating func connectionCells(
    _ connection: JSONValue, _ ends: [String]
  ) -> [(key: String, text: String)] {
    let isReversed = connection["reversed"]?.cellText == "true"
    if isReversed { reversed += 1 }
    var cells = [
      (key: "From", text: isReversed ? ends[1] : ends[0]),
      (key: "To", text: isReversed ? ends[0] : ends[1]),
      (key: "Direction", text: connection["direction"]?.cellText ?? ""),
      (key: "ID", text: connection["_id"]?.cellText ?? ""),
    ]
    if connection["delayed"]?.cellText == "true" { cells.append(("Delayed", "yes")) }
    for member in connection["attributes"]?.members ?? [] {
      let isTaken = cells.contains { AttributeName($0.key) == AttributeName(member.key) }
      cells.append((isTaken ? "\(member.key) (attribute)" : member.key, member.value.cellText))
    }
    return cells
  }

  private func settings(of root: JSONValue) -> Sheet {
    var rows = JSONRows()
    for (setting, key) in [("Title", "name"), ("Purpose", "description")] {
      guard let value = root[key], !value.cellText.isEmpty else { continue }
      rows.append([("Setting", setting), ("Value", value.cellText)], line: value.line)
    }
    var sheet = rows.sheet(.settings, file: file)
    if sheet.header.isEmpty { sheet.header = ["Setting", "Value"] }
    return sheet
  }

  /// Says what was read, and what a map cannot hold.
  private mutating func describe(_ root: JSONValue, elements: Set<String>) {
    let place = Place(file: file)
    func count(_ key: String, _ noun: String) -> String {
      let number = root[key]?.items?.count ?? 0
      return "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
    findings.append(
      Finding(
        .notice, at: place,
        "read as a Kumu project; the elements of \(count("maps", "map")) became one map, and "
          + "\(count("loops", "loop")), \(count("perspectives", "perspective")) and the "
          + "positions were left out"))
    let placed = Set(
      (root["maps"]?.items ?? []).flatMap { $0["elements"]?.items ?? [] }.compactMap {
        $0["element"]?.cellText
      })
    let unplaced = elements.subtracting(placed).count
    if unplaced > 0, !placed.isEmpty {
      findings.append(
        Finding(
          .notice, at: place,
          "\(unplaced) element\(unplaced == 1 ? " is" : "s are") on none of the project's maps and "
            + "\(unplaced == 1 ? "was" : "were") read too",
          expected: "delete them in Kumu if they are trash"))
    }
    if reversed > 0 {
      findings.append(
        Finding(
          .notice, at: place,
          "\(reversed) reversed connection\(reversed == 1 ? " was" : "s were") turned round"))
    }
    if let first = dangling.first {
      findings.append(
        Finding(
          .warning, at: Place(file: file, row: first.line),
          "\(dangling.count) connection\(dangling.count == 1 ? "" : "s") of elements that the "
            + "project does not hold \(dangling.count == 1 ? "was" : "were") left out",
          expected: "expected an element \(first.id)"))
    }
  }
}
