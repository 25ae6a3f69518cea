import Foundation
import SystemMaps
import Testing

@testable import Interchange

/// Sheets as every container keeps them: without blank rows, blank ends of rows, and row numbers.
struct PlainSheets: Equatable {
  struct Table: Equatable {
    let kind: Sheet.Kind
    let header: [AttributeName]
    let rows: [[AttributeName: String]]
  }

  let tables: [Table]

  init(_ sheets: [Sheet]) {
    tables = Sheet.Kind.allCases.flatMap { kind in
      sheets.filter { $0.kind == kind }.map { sheet in
        let names = sheet.columnNames.map { AttributeName($0) }
        let rows = sheet.rows.map { row in
          Dictionary(
            uniqueKeysWithValues: zip(names, row.cells).filter { !$0.1.isEmpty })
        }
        let used = names.indices.filter { position in
          (position < sheet.header.count && !sheet.header[position].isEmpty)
            || rows.contains { $0[names[position]] != nil }
        }
        return Table(
          kind: kind, header: used.map { names[$0] }.sorted { $0.key < $1.key },
          rows: rows.filter {
            !$0.values.allSatisfy {
              $0.trimmingCharacters(in: .whitespacesAndNewlines).isEmpty
            }
          })
      }
    }
  }
}

extension Sheet {
  /// The sheet as a workbook keeps it, where lines within a cell end in LF alone.
  fileprivate var withPlainLineEnds: Sheet {
    func plain(_ text: String) -> String {
      text.replacingOccurrences(of: "\r\n", with: "\n")
        .replacingOccurrences(of: "\r", with: "\n")
    }
    var sheet = self
    sheet.header = header.map(plain)
    for index in rows.indices { sheet.rows[index].cells = rows[index].cells.map(plain) }
    return sheet
  }
}

/// Sheets of random cells, the harder to keep the better.
struct RandomSheets {
  private var generator: SeededGenerator

  init(seed: Int) { generator = SeededGenerator(seed: seed) }

  private static let cells = [
    "", "", "", "Hope House", "St. Mary's", "'quoted'", "a,b", "a;b", "a|b", "say \"no\"",
    "=1+1", "'=1+1", "''=x", "'-5", "-5", "+3.5", "-", "--", "@here", "\tx", "\rx", "'\tx", "'",
    "''", "line\nbreak", "line\r\nbreak", " padded ", "\u{A0}", "Zürich", "😀👩‍👩‍👧", "e\u{301}",
    "007", "7", "-2", "1.50", "0.1", "1e5", "12345678901234567890", "0.30000000000000004",
    "2026-06-01", "1900-02-28", "1899-12-31", "2026-02-30", "TRUE", "#N/A", "_x000D_", "_x000D\r",
    "sep=;", "https://example.org", "\u{B}", "nobody", "prefer not to say", "|", "a||b", "null",
  ]

  private mutating func text() -> String {
    let cell = Self.cells.randomElement(using: &generator) ?? ""
    return Int.random(in: 0..<8, using: &generator) == 0
      ? cell + (Self.cells.randomElement(using: &generator) ?? "") : cell
  }

  mutating func sheets() -> [Sheet] {
    var kinds = Sheet.Kind.allCases.filter { _ in Bool.random(using: &generator) }
    kinds += [.elements] + (Bool.random(using: &generator) ? [.elements] : [])
    return kinds.map { kind in
      var header = kind.guides.prefix(4).map(\.title)
      // Sheets that the program writes have no guides.
      if header.isEmpty { header = ["View", "ID"] }
      for _ in 0..<Int.random(in: 0..<4, using: &generator) { header.append(text()) }
      header.shuffle(using: &generator)
      let rows = (0..<Int.random(in: 1..<8, using: &generator)).map { number in
        let count = Int.random(in: 1...(header.count + 1), using: &generator)
        return Sheet.Row(number: number + 2, cells: (0..<count).map { _ in text() })
      }
      return Sheet(kind: kind, file: kind.rawValue, header: header, rows: rows)
    }
  }
}

@Suite("What is written reads back")
struct RoundTripTests {
  private func check(_ sheets: [Sheet], as name: String, in folder: TemporaryFolder) throws {
    try MapFile.write(sheets, to: folder[name])
    let read = try MapFile.sheets(folder[name])
    let expected = name.hasSuffix("xlsx") ? sheets.map(\.withPlainLineEnds) : sheets
    // Only whether they differ: what differs would fill pages.
    let hasSameCells = PlainSheets(read.sheets) == PlainSheets(expected)
    #expect(hasSameCells, "\(name)")
    let isSameMap =
      MapReading(sheets: read.sheets).map.withoutPlaces
      == MapReading(sheets: expected).map.withoutPlaces
    #expect(isSameMap, "\(name)")
  }

  @Test("hostile cells, in every container", arguments: 0..<16)
  func hostile(seed: Int) throws {
    let folder = try TemporaryFolder()
    var random = RandomSheets(seed: seed)
    for name in ["map", "map.json", "map.xlsx"] { try check(random.sheets(), as: name, in: folder) }
  }

  @Test(
    "real maps, in every container", SharedData.needs("examples"),
    arguments: [
      "examples/larkspur", "examples/prairie", "examples/h07",
      "data/kumu/kumu-changelabs-template.json", "data/kumu/snap-to-tutorial-project.json",
      "data/kumu/paypal-mafia.xlsx", "data/kumu/snap-to-tutorial-data.xlsx",
    ])
  func real(path: String) throws {
    let folder = try TemporaryFolder()
    let sheets = try MapFile.sheets(SharedData.path(path)).sheets
    for name in ["map", "map.json", "map.xlsx"] { try check(sheets, as: name, in: folder) }
  }

  @Test("the sample, in every container")
  func sample() throws {
    let folder = try TemporaryFolder()
    var root = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    let sample = root.appendingPathComponent("Samples/larkspur").path
    let sheets = try MapFile.sheets(sample).sheets
    for name in ["map", "map.json", "map.xlsx"] { try check(sheets, as: name, in: folder) }
  }
}
