import SystemMaps
import Testing

@testable import Interchange

@Suite("What is no workbook, or no whole one")
struct WorkbookRefusalTests {
  private static let good = WorkbookText([
    ("elements", WorkbookText.inline([["Label"], ["Elm"]]))
  ])

  private func told(_ bytes: [UInt8], _ name: String = "map.xlsx") -> String? {
    failure { _ = try MapFile.sheets(of: bytes, named: name) }
  }

  private static let damaged =
    "map.xlsx: the workbook is damaged: it may have been cut short or changed on its way; copy or "
    + "download it again, or let Excel repair it and save it"

  /// A compound file as far as the names of its streams tell what it is.
  private static func compound(_ streams: String...) -> [UInt8] {
    [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)
      + streams.flatMap { $0.utf16.flatMap { [UInt8($0), 0] } + [0, 0, 0, 0] }
  }

  @Test("a password, an old workbook, an old letter")
  func compoundFiles() {
    #expect(
      told(Self.compound("Root Entry", "EncryptionInfo", "EncryptedPackage"))
        == "map.xlsx: the workbook is locked with a password; open it in Excel, take the password "
        + "away (File, Info, Protect Workbook, Encrypt with Password) and save it")
    #expect(
      told(Self.compound("Root Entry", "Workbook"), "map.xls")
        == "map.xls: this is an old .xls workbook; open it in Excel and save it as Excel Workbook "
        + "(.xlsx)")
    #expect(
      told(Self.compound("Root Entry", "WordDocument"), "map.doc")
        == "map.doc: this is an old Word document; expected a workbook (.xlsx), CSV or JSON")
  }

  @Test(
    "archives of something else",
    arguments: [
      (["word/document.xml"], "this is a Word document; expected a workbook (.xlsx), CSV or JSON"),
      (
        ["ppt/presentation.xml"], "this is a presentation; expected a workbook (.xlsx), CSV or JSON"
      ),
      (
        ["mimetype", "content.xml"],
        "this is a document of LibreOffice or OpenOffice; open it there and save it as Excel 2007-365 "
          + "(.xlsx)"
      ),
      (
        ["Index/Document.iwa"],
        "this is a document of Numbers; open it there and choose File, Export To, Excel (.xlsx)"
      ),
      (
        ["[Content_Types].xml", "xl/workbook.bin"],
        "this is a binary workbook (.xlsb); open it in Excel and save it as Excel Workbook (.xlsx)"
      ),
      (
        ["elements.csv"],
        "this is a zip file of something else than a workbook; unpack it and name the folder or the "
          + "file that holds the map"
      ),
    ])
  func otherArchives(_ parts: [String], _ sentence: String) {
    let archive = WorkbookText(parts: parts.map { ($0, "<x/>") })
    #expect(told(archive.bytes) == "map.xlsx: " + sentence)
  }

  @Test("a file cut short anywhere is damaged, and never half a map")
  func truncated() {
    let bytes = Self.good.bytes
    // The last three bytes tell of nothing that the archive holds.
    for length in 4..<bytes.count - 3 {
      #expect(told(Array(bytes[..<length])) == Self.damaged)
    }
    #expect(told(bytes) == nil)
  }

  @Test("broken parts")
  func broken() {
    var noSheet = Self.good
    noSheet.parts.removeAll { $0.name.contains("worksheets") }
    #expect(told(noSheet.bytes) == Self.damaged)
    let markup = WorkbookText([("elements", "<sheetData><row>")])
    #expect(told(markup.bytes) == Self.damaged)
    let shared = WorkbookText([
      ("elements", "<sheetData><row><c t=\"s\"><v>3</v></c></row></sheetData>")
    ])
    #expect(told(shared.bytes) == Self.damaged)
    var sum = Self.good.bytes
    let text = Array("Elm".utf8)
    let place = sum.indices.first { sum[$0...].starts(with: text) } ?? 0
    sum[place] = UInt8(ascii: "O")
    #expect(told(sum) == Self.damaged, "the checksum is off")
  }

  @Test("a part that is there twice")
  func repeated() {
    var workbook = Self.good
    workbook.add("XL/Workbook.xml", "<workbook/>")
    #expect(
      told(workbook.bytes)
        == "map.xlsx: the workbook holds its part XL/Workbook.xml twice; open it in Excel and save it"
    )
  }

  @Test("a part with a password")
  func encryptedPart() {
    #expect(told(Self.good.archive(flags: 1))?.contains("locked with a password") == true)
  }

  @Test("a bomb is not unpacked, even if it lies about its size", arguments: [0, 20_000_000])
  func bomb(_ claimed: Int) {
    // A deflated block of 200,000 blanks, to be repeated.
    let block: [UInt8] =
      [0xEC, 0xC1, 0x31, 1, 0, 0, 0, 0xC2, 0xA0, 0x2A, 0xEB, 0x9F, 0xD2, 0x0C, 0xFE, 0x40, 1]
      + [UInt8](repeating: 0, count: 193) + [0xAF, 1, 0, 0, 0xFF, 0xFF]
    var workbook = Self.good
    workbook.parts[3].content = repeatElement(block, count: 100).joined() + [3, 0]
    #expect(
      told(workbook.archive(packed: ("xl/worksheets/s0.xml", claimed)))
        == (claimed == 0
          ? Self.damaged
          : "map.xlsx: the workbook unpacks to far more than its size, and was left unread for safety; "
            + "if you know where it comes from, copy its cells into a new workbook"))
  }

  @Test("markup that grows by itself, and markup from elsewhere")
  func entities() {
    let entities = (1...9).map {
      "<!ENTITY e\($0) \"\(String(repeating: "&e\($0 - 1);", count: 10))\">"
    }
    var workbook = Self.good
    workbook.parts.removeAll { $0.name.contains("worksheets") }
    workbook.add(
      "xl/worksheets/s0.xml",
      "<!DOCTYPE x [<!ENTITY e0 \"lol\">\(entities.joined())]><worksheet><sheetData><row>"
        + "<c t=\"str\"><v>&e9;</v></c></row></sheetData></worksheet>")
    #expect(told(workbook.bytes) == Self.damaged)
    workbook.parts.removeLast()
    workbook.add(
      "xl/worksheets/s0.xml",
      "<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><worksheet><sheetData><row>"
        + "<c t=\"str\"><v>Label</v></c></row><row><c t=\"str\"><v>a&f;b</v></c></row></sheetData>"
        + "</worksheet>")
    let map = try? reading(workbook.bytes, named: "map.xlsx").map
    #expect(map?.elements.allSatisfy { !$0.label.contains("root") } ?? true)
  }

  @Test("cells at the ends of the world")
  func sprawling() throws {
    let rows = (1...70).map { "<row r=\"\($0)\"><c r=\"XFD\($0)\"><v>1</v></c></row>" }
    let workbook = WorkbookText([("elements", "<sheetData>\(rows.joined())</sheetData>")])
    #expect(
      told(workbook.bytes)
        == "map.xlsx: the cells of the sheet elements lie too far apart for a table; delete what stands "
        + "far to the right of the columns, or save the sheet as CSV")
  }

  @Test("blank rows with formats are no rows")
  func blankRows() throws {
    let blank = (3...5000).map { "<row r=\"\($0)\" s=\"1\"><c r=\"A\($0)\" s=\"1\"/></row>" }
    let filled = WorkbookText.inline([["Label"], ["Elm"]]).replacing("</sheetData>", with: "")
    let workbook = WorkbookText([("elements", filled + blank.joined() + "</sheetData>")])
    let map = try reading(workbook.bytes, named: "map.xlsx").map
    #expect(map.elements.map(\.label) == ["Elm"])
  }

  @Test("no sheet of a map")
  func noMap() {
    let workbook = WorkbookText([("Notes", WorkbookText.inline([["hello"]])), ("Empty", "")])
    #expect(
      told(workbook.bytes)
        == "map.xlsx: the workbook holds no map (Notes); expected a sheet with a header: Label, or From "
        + "and To, or Table and Holder, or Case and Step")
  }
}
