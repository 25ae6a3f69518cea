/// Rows of text in columns, for a terminal: text to the left, figures to the right.
struct TextTable {
  var header: [String]
  var rows: [[String]]
  /// How many columns hold text; the others hold figures.
  var textColumns: Int

  /// The table, a line a row.
  var text: String {
    let all = [header] + rows
    let widths = header.indices.map { column in all.map { $0[column].count }.max() ?? 0 }
    return all.map { row in
      let cells = row.indices.map { column -> String in
        let blank = String(repeating: " ", count: widths[column] - row[column].count)
        return column < textColumns ? row[column] + blank : blank + row[column]
      }
      var line = cells.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }
}
