public import SystemMaps

extension StarterMap {
  /// Writes the map as a workbook or as a folder of CSV files, by the ending of the path.
  ///
  /// - Throws: ``MapErrors`` if the path is neither, or nothing can be written there.
  public func write(to path: String) throws(MapErrors) {
    switch try MapContainer(path: path) {
    case .workbook:
      let pages = SheetWorkbook(sheets).pages.map(Self.dressed)
      try Workbook(title: "Sightline map", pages: [instructionsPage(for: path)] + pages)
        .write(to: path)
    case .folder:
      let files = sheets.named.map { (name: "\($0.name).csv", bytes: CSVText($0.sheet).bytes) }
      let text = instructionsText(for: path)
      try WholeFolder(path: path).write(
        files + [(name: "instructions (ignore).txt", bytes: Array(text.utf8))])
    case .json:
      throw MapErrors(
        at: Place(file: path), "no one fills in a JSON file by hand",
        expected: "expected a name ending in .xlsx, or a folder")
    }
  }

  /// The page with a note on the column that no sheet knows, and with cells to fill in where a
  /// setting waits for its value.
  private static func dressed(_ page: Workbook.Page) -> Workbook.Page {
    var page = page
    for index in page.columns.indices where page.columns[index].title == ownColumn.title {
      page.columns[index].note = ownColumn.note
    }
    guard page.columns.map(\.title).starts(with: ["Setting", "Value"]) else { return page }
    page.columns[1].width = 60
    page.columns[2].width = 40
    for index in page.rows.indices where page.rows[index][1].value == .blank {
      page.rows[index][1].style = .entry
    }
    return page
  }
}

/// What people are told before they fill in a map.
private struct Instructions {
  let title: String
  /// What each sheet holds.
  let sheets: [(name: String, text: String)]
  let advice: [(topic: String, text: String)]
  let next: [(command: String, text: String)]
}

extension StarterMap {
  private func instructions(for path: String) -> Instructions {
    let isWorkbook = (try? MapContainer(path: path)) == .workbook
    let name = FileContent.name(of: path)
    let shown = name.contains(" ") ? "\"\(name)\"" : name
    var advice = [
      ("Blank", "Not known. It never means no, and never 0."),
      ("nobody", "You asked, and there is no one."),
      ("Names", "Spell a name the same way wherever it stands."),
      ("Several", "Put | between them, in one cell: Hope House|City Clinic."),
      ("Dates", "Year, month, day: 2026-06-01."),
      ("Your own", "Add columns as you like: they are kept, and can color the map."),
      ("e.g.", "Rows that begin with e.g. are examples and are skipped. Delete them any time."),
    ]
    if isWorkbook {
      advice.insert(
        (
          "Headers", "Dark ones are needed in every row. Point at any header to see what it is for."
        ),
        at: 0)
      advice.append(("(ignore)", "Kumu skips sheets that are named so. Sightline reads them."))
    }
    return Instructions(
      title: "Your map",
      sheets: sheets.map { ($0.kind.rawValue, Self.summary(of: $0.kind)) }, advice: advice,
      next: [
        ("sightline check \(shown)", "Lists what is odd, and where."),
        ("sightline \(shown)", "Draws the map and writes the report."),
      ])
  }

  private static func summary(of kind: Sheet.Kind) -> String {
    switch kind {
    case .elements: "Who and what is there: a row for each organization, person, table, barrier."
    case .connections: "Who does what with whom: a row for each tie."
    case .seats: "Who sits at which table, for whom, with what right: a row for each seat."
    case .journeys: "What families go through: a row for each step."
    case .benchmarks: "The people that tables are compared with: a row for each group."
    case .settings: "What the map is called, and of which day it is."
    case .positions: "Where things stand in a drawing."
    case .answers: "What was asked about the map, and what was answered."
    }
  }

  /// The instructions as a page that fits one screen.
  private func instructionsPage(for path: String) -> Workbook.Page {
    let text = instructions(for: path)
    func lines(_ heading: String, _ pairs: [(String, String)]) -> [[Workbook.Cell]] {
      [[], [.text(heading, style: .heading)]] + pairs.map { [.text($0.0), .text($0.1)] }
    }
    let rows: [[Workbook.Cell]] =
      [[.text(text.title, style: .title)]]
      + lines("One sheet for each question; leave out what you do not need", text.sheets)
      + lines("Good to know", text.advice) + lines("When you have filled it in", text.next)
    let first = rows.compactMap { row -> Int? in
      guard row.count > 1, case .text(let text) = row[0].value else { return nil }
      return text.count
    }
    return Workbook.Page(
      "instructions (ignore)",
      columns: [
        Workbook.Column(width: Double((first.max() ?? 0) + 3)), Workbook.Column(width: 84),
      ],
      rows: rows)
  }

  /// The instructions as plain text, with the notes that CSV files have no room for.
  private func instructionsText(for path: String) -> String {
    let text = instructions(for: path)
    func lines(_ pairs: [(String, String)]) -> String {
      let width = pairs.map(\.0.count).max() ?? 0
      return pairs.map { name, text in
        "  " + name + String(repeating: " ", count: width - name.count + 2) + text + "\n"
      }.joined()
    }
    var page = "\(text.title)\n\nOne file for each question; leave out what you do not need\n"
    page += lines(text.sheets.map { ("\($0.name).csv", $0.text) })
    page += "\nGood to know\n" + lines(text.advice)
    page += "\nWhen you have filled it in\n" + lines(text.next)
    for sheet in sheets {
      page += "\nThe columns of \(sheet.kind.rawValue).csv\n"
      page += lines(
        sheet.header.map { title in
          guard let guide = sheet.kind.guide(of: title) else { return (title, Self.ownColumn.note) }
          return (title, (guide.need == .required ? "Needed. " : "") + guide.fullNote)
        })
    }
    return page
  }
}

extension ColumnGuide {
  /// The note, with the words that the column offers.
  fileprivate var fullNote: String {
    switch words {
    case .any: note
    case .suggested(let words): "\(note) For example: \(words.joined(separator: ", "))."
    case .known(let words): "\(note) One of: \(words.joined(separator: ", "))."
    }
  }
}
