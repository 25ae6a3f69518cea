internal import SystemMaps

/// Sheets as one JSON text: the short form of Kumu, with our other sheets beside it.
///
///     {
///       "elements": [
///         {"label": "Hope House", "type": "organization", "tags": ["food", "rent"]}
///       ],
///       …
///
/// Every row is an object on a line of its own. The first of a sheet has every column, blank ones
/// too, so that the order of the columns reads back; the others have only the cells that hold
/// something.
struct JSONText {
  private let sheets: [Sheet]

  init(_ sheets: [Sheet]) { self.sheets = sheets }

  /// The bytes of the file.
  var bytes: [UInt8] {
    let members = sheets.named.map { name, sheet in
      let rows = JSONSheet(sheet).rows
      return "  \(name.asJSON): [" + (rows.isEmpty ? "" : "\n") + rows.joined(separator: ",\n")
        + (rows.isEmpty ? "]" : "\n  ]")
    }
    return Array(("{\n" + members.joined(separator: ",\n") + "\n}\n").utf8)
  }
}

/// A sheet on its way into JSON.
private struct JSONSheet {
  private enum Form {
    case text, number, list
  }

  private let sheet: Sheet
  /// The columns that have a title or hold something.
  private let columns: [(position: Int, key: String, form: Form)]

  init(_ sheet: Sheet) {
    self.sheet = sheet
    columns = sheet.columnNames.enumerated().compactMap { position, name in
      let hasTitle = position < sheet.header.count && !sheet.header[position].isEmpty
      guard hasTitle || sheet.cells(at: position).contains(where: { !$0.isEmpty }) else {
        return nil
      }
      return (
        position, Self.key(of: name, in: sheet.kind), Self.form(of: name, at: position, in: sheet)
      )
    }
  }

  /// The name of a column as Kumu knows it.
  private static func key(of name: String, in kind: Sheet.Kind) -> String {
    let known: [AttributeName] =
      switch kind {
      case .elements: ["id", "label", "type", "description", "tags"]
      case .connections:
        ["id", "from", "to", "type", "direction", "label", "description", "tags"]
      default: []
      }
    return known.first { $0 == AttributeName(name) }?.text ?? name
  }

  /// A column holds numbers only if all its cells are some, and none of its rows is named by it.
  private static func form(of name: String, at position: Int, in sheet: Sheet) -> Form {
    let guide = sheet.kind.guide(of: name)
    if guide?.title == "Tags" { return .list }
    if guide?.need == .required || guide?.title == "ID" { return .text }
    let filled = sheet.cells(at: position).filter { !$0.isEmpty }
    return !filled.isEmpty && filled.allSatisfy(\.isJSONNumber) ? .number : .text
  }

  /// The rows as objects, a line each; a header without rows is one object of blanks.
  var rows: [String] {
    var rows = sheet.filledRows.map(\.cells)
    if rows.isEmpty, !columns.isEmpty { rows = [[]] }
    return rows.enumerated().map { index, cells in
      let members = columns.compactMap { position, key, form -> String? in
        let cell = position < cells.count ? cells[position] : ""
        if cell.isEmpty, index > 0 { return nil }
        return "\(key.asJSON): \(value(of: cell, in: form))"
      }
      return "    {" + members.joined(separator: ", ") + "}"
    }
  }

  private func value(of cell: String, in form: Form) -> String {
    switch form {
    case .text: return cell.asJSON
    case .number: return cell.isEmpty ? "null" : cell
    case .list:
      let items = cell.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      // A list reads back without its blank items.
      guard items.count > 1, !items.contains("") else { return cell.asJSON }
      return "[" + items.map(\.asJSON).joined(separator: ", ") + "]"
    }
  }
}

extension String {
  /// The text as a string of JSON.
  fileprivate var asJSON: String {
    var json = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": json += "\\\""
      case "\\": json += "\\\\"
      case "\n": json += "\\n"
      case "\r": json += "\\r"
      case "\t": json += "\\t"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        json += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: json.unicodeScalars.append(scalar)
      }
    }
    return json + "\""
  }

  /// Whether the text is a number as JSON writes it, digit by digit.
  fileprivate var isJSONNumber: Bool {
    guard let first = utf8.first, first == UInt8(ascii: "-") || first.isDigit,
      utf8.last?.isDigit == true,
      let value = try? JSONReader.value(of: Array(utf8))
    else { return false }
    if case .number = value.content { return true }
    return false
  }
}

extension UInt8 {
  /// Whether the byte is a digit in ASCII.
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")) ~= self }
}
