import Foundation
import SystemMaps
import Testing

@testable import Interchange

@Suite("Writing maps")
struct WritingTests {
  private func sheet(_ kind: Sheet.Kind, _ rows: [[String]]) -> Sheet {
    Sheet(
      kind: kind, file: kind.rawValue, header: rows.first ?? [],
      rows: rows.dropFirst().enumerated().map { Sheet.Row(number: $0 + 2, cells: $1) })
  }

  @Test("CSV: what it looks like, byte by byte")
  func csv() {
    let plain = sheet(
      .elements,
      [
        ["Label", "Budget"], ["Hope House", "-5"], ["=1+1", "a,b"], ["'=x", "a|b"],
        ["say \"no\"", " x"], ["line\nbreak", "+1 (555) 0100"],
      ])
    #expect(
      String(decoding: CSVText(plain).bytes, as: UTF8.self)
        == "Label,Budget\r\nHope House,-5\r\n'=1+1,\"a,b\"\r\n''=x,\"a|b\"\r\n"
        + "\"say \"\"no\"\"\",\" x\"\r\n\"line\nbreak\",'+1 (555) 0100\r\n")
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    #expect(
      CSVText(sheet(.elements, [["ID", "Label"]])).bytes == mark + Array("ID,Label\r\n".utf8))
    #expect(CSVText(sheet(.elements, [["Label"], ["Zürich"]])).bytes.starts(with: mark))
    let odd = CSVText(sheet(.elements, [["Label", "a|b|c|d"]])).bytes
    #expect(String(decoding: odd, as: UTF8.self) == "sep=,\r\nLabel,\"a|b|c|d\"\r\n")
  }

  @Test(
    "what a spreadsheet takes for a formula is marked as text, and the mark comes off again",
    arguments: ["=1", "+x", "-x", "@x", "\tx", "\rx", "'=1", "''=1", "'-5", "-", "=", "'+"])
  func marks(text: String) {
    #expect(text.markedAsText == "'" + text)
    #expect(text.markedAsText.withoutTextMark == text)
  }

  @Test(
    "numbers and other text have no mark", arguments: ["-5", "+1.5", "'", "'a", "a=b", "''", ""])
  func unmarked(text: String) {
    #expect(text.markedAsText == text)
    #expect(text.withoutTextMark == text)
  }

  @Test("JSON: Kumu's short form, with our sheets beside it")
  func json() {
    let sheets = [
      sheet(.settings, [["Setting", "Value"], ["Title", "A \"map\"\u{1}"]]),
      sheet(
        .elements,
        [
          ["ID", "Label", "Tags", "Budget", "Zip", ""], ["1", "A", "x|y", "", "007", ""],
          ["2", "B", "x||y", "1.50", "7", "z"],
        ]), sheet(.connections, [["From", "To", "Note"]]),
    ]
    #expect(
      String(decoding: JSONText(sheets).bytes, as: UTF8.self) == """
        {
          "elements": [
            {"id": "1", "label": "A", "tags": ["x", "y"], "Budget": null, "Zip": "007", \
        "Column 6": ""},
            {"id": "2", "label": "B", "tags": "x||y", "Budget": 1.50, "Zip": "7", "Column 6": "z"}
          ],
          "connections": [
            {"from": "", "to": "", "Note": ""}
          ],
          "settings": [
            {"Setting": "Title", "Value": "A \\"map\\"\\u0001"}
          ]
        }

        """)
  }

  @Test("a workbook has numbers and days only where each reads back as typed")
  func forms() throws {
    let pages = SheetWorkbook([
      sheet(
        .elements,
        [
          ["Zip", "Label", "Budget", "As of", "Level", "Note", "Mixed"],
          ["02134", "7", "25000", "2026-06-01", "2", "x\ny", "2026"],
          ["10001", "8", "-1.5", "1899-01-01", "high", "", "2026-06-01"],
          ["e.g. x", "", "prefer not to say", "2026-06-02", "0.1"],
        ]), sheet(.seats, [["Table"]]), sheet(.elements, [["Label"]]),
    ]).pages
    #expect(pages.map(\.name) == ["1 - elements", "2 - elements", "seats (ignore)"])
    #expect(
      pages[0].columns.map(\.title) == [
        "Label", "Zip", "Budget", "As of", "Level", "Note", "Mixed",
      ])
    #expect(pages[0].columns.prefix(2).map { $0.emphasis == .bold } == [true, false])
    #expect(
      pages[0].rows[0].map(\.value) == [
        .text("7"), .text("02134"), .number(25000), .text("2026-06-01"), .number(2), .text("x\ny"),
        .text("2026"),
      ])
    #expect(pages[0].rows[0][5].style == .wrapped)
    #expect(pages[0].rows[1][2].value == .number(-1.5))
    #expect(pages[0].rows[1][4].value == .text("high"))
    #expect(pages[0].rows[2].allSatisfy { $0.style == .example })
    #expect(pages[2].columns[0].note?.isEmpty == false)
    let days = SheetWorkbook([sheet(.seats, [["Table", "Since"], ["T", "2026-06-01"]])]).pages
    #expect(days[0].rows[0][1].value == CalendarDate("2026-06-01").map(Workbook.Cell.Value.date))
  }

  @Test(
    "the ending names the container",
    arguments: [
      ("map.xlsx", MapContainer.workbook), ("a.b/map.JSON", .json), ("map", .folder),
      ("map.v2/", .folder), ("./map", .folder),
    ])
  func containers(path: String, container: MapContainer) throws {
    #expect(try MapContainer(path: path) == container)
  }

  @Test(
    "a container that is not known is refused", arguments: ["map.csv", "map.xls", "map.graphml"])
  func unknown(path: String) {
    #expect(failure { _ = try MapContainer(path: path) } != nil)
  }

  @Test("a folder is replaced whole, if it holds nothing but a map")
  func folders() throws {
    let folder = try TemporaryFolder()
    try MapFile.write([sheet(.elements, [["Label"], ["A"]])], to: folder["map"])
    try MapFile.write([sheet(.seats, [["Table", "Holder"], ["T", "A"]])], to: folder["map/"])
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder["map"]) == ["seats.csv"])
    try folder.write([], to: "map/budget.xlsx")
    #expect(
      failure { try MapFile.write([sheet(.elements, [["Label"]])], to: folder["map"]) }
        == "\(folder["map"]): cannot be written: the folder holds other things than a map, which "
        + "would be lost (budget.xlsx); name another folder")
    #expect(
      failure { try MapFile.write([], to: folder["no/map"]) }?.contains("cannot be written") == true
    )
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["map"])
  }
}
