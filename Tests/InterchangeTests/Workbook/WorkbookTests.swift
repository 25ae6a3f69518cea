import Foundation
import SystemMaps
import Testing

@testable import Interchange

@Suite("Workbooks")
struct WorkbookTests {
  private func page(_ rows: [[Workbook.Cell]], named name: String = "elements") -> Workbook.Page {
    Workbook.Page(name, columns: [Workbook.Column("Label", emphasis: .bold)], rows: rows)
  }

  @Test("the same workbook gives the same bytes, at another time and place")
  func repeatable() throws {
    let folder = try TemporaryFolder()
    let day = try #require(CalendarDate("2026-06-01"))
    let workbook = Workbook(
      title: "Larkspur",
      pages: [
        Workbook.Page(
          "elements",
          columns: [
            Workbook.Column(
              "Label", emphasis: .bold, note: "The name.\nAs people say it.",
              choices: Workbook.Choices((0..<80).map { "word \($0)" }, others: .welcome)),
            Workbook.Column("Type", choices: Workbook.Choices(["a", "b"])),
          ],
          rows: [[.text("A"), .number(1.5)], [.blank(style: .entry), .date(day)]])
      ])
    try workbook.write(to: folder["one.xlsx"])
    Thread.sleep(forTimeInterval: 1.1)
    try workbook.write(to: folder["two.xlsx"])
    let first = try Data(contentsOf: URL(fileURLWithPath: folder["one.xlsx"]))
    #expect(try first == Data(contentsOf: URL(fileURLWithPath: folder["two.xlsx"])))
    #expect(first.starts(with: [0x50, 0x4B]))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == [
        "one.xlsx", "two.xlsx",
      ])
  }

  @Test("names of pages are made fit for a spreadsheet, and stay apart")
  func names() {
    let names = ["seats (ignore)", "Seats (Ignore)", "a/b:c*?", "'quoted'", "", "History"]
    let long = String(repeating: "long ", count: 9)
    let workbook = Workbook(pages: (names + [long, long]).map { Workbook.Page($0, columns: []) })
    #expect(
      workbook.pageNames == [
        "seats (ignore)", "Seats (Ignore) (2)", "a b c", "quoted", "Sheet", "Sheet History",
        "long long long long long long l", "long long long long long lo (2)",
      ])
    #expect(workbook.pageNames.allSatisfy { $0.utf16.count <= 31 })
  }

  @Test("a cell that a spreadsheet cannot hold is named before anything is written")
  func limits() throws {
    let folder = try TemporaryFolder()
    let longest = String(repeating: "ä", count: 32_767)
    let rows: [[Workbook.Cell]] = [
      [.text(longest)], [.text(longest + "ä")], [.blank(), .number(.nan)],
      [.text(String(repeating: "😀", count: 16_384))],
    ]
    let told = failure { try Workbook(pages: [page(rows)]).write(to: folder["map.xlsx"]) }
    let rest =
      "the cell holds 32768 characters, and a spreadsheet holds 32767; shorten it, or write a folder "
      + "of CSV files or a JSON file instead"
    #expect(
      told == """
        map.xlsx: elements!A3: \(rest)
        map.xlsx: elements!B4: the cell holds nan, which is no number; expected a finite number
        map.xlsx: elements!A5: \(rest)
        """)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    #expect(failure { try Workbook(pages: []).write(to: folder["map.xlsx"]) } != nil)
  }

  @Test("what is in the way is told in words, and nothing is left behind")
  func obstacles() throws {
    let folder = try TemporaryFolder(["file": ""])
    let workbook = Workbook(pages: [page([])])
    #expect(
      failure { try workbook.write(to: folder.path) }
        == "\(folder.path): cannot be written: it is a folder; name a file")
    #expect(
      failure { try workbook.write(to: folder["no/map.xlsx"]) }?
        .hasSuffix("cannot be written: there is no folder \(folder["no"]); make it first") == true)
    #expect(
      failure { try workbook.write(to: folder["file/map.xlsx"]) }?
        .hasSuffix("cannot be written: \(folder["file"]) is a file; name a folder") == true)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["file"])
  }

  @Test(
    "what XML cannot hold is escaped, and what looks like an escape is kept",
    arguments: [
      ("Hope House", "Hope House"), ("a\tb\nc", "a\tb\nc"), ("a\r\nb", "a_x000D_\nb"),
      ("\u{0}\u{B}\u{FFFF}", "_x0000__x000B__xFFFF_"), ("_x000D_", "_x005F_x000D_"),
      ("_x000D", "_x000D"), ("_x000D\r", "_x005F_x000D_x000D_"),
      ("_x0041_x0042_", "_x005F_x0041_x005F_x0042_"), ("snake_case", "snake_case"),
    ])
  func escapes(text: String, escaped: String) { #expect(text.escapedForWorkbook == escaped) }
}
