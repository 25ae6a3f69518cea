import Foundation
import SystemMaps
import Testing

@testable import Interchange

/// Splitmix64: the same numbers for the same seed, everywhere.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: Int) { state = UInt64(seed) &+ 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

@Suite("Any bytes at all")
struct FuzzTests {
  /// Sheets of every kind, to be broken.
  static let seeds: [(name: String, text: String)] = [
    (
      "elements.csv",
      "ID,Label,Type,Sector,Works for,Owner,Budget,Privacy,Since,Power,Place\n"
        + "a,Elm School,organization,schools,,nobody,\"25.000,00\",,2026-01-01,7,North|South\n"
        + "b,Ann,person,,Elm School|Oak,prefer not to say,$5,member,2026-02-30,11,\n"
        + "b2,\"Ann \"\"A\"\"\nB\",person,,,,,resident,,,\n"
    ),
    (
      "connections.csv",
      "Source;Target;Type;Weight;Level;Trust;Since\n"
        + "A;B|C;works with;2,5;networking;4;2026-01-01\nA;A;;-1;cooperation;;\nB;nobody;;x;9;;\n"
    ),
    ("seats.csv", "Table,Holder,Role,Votes\nBoard,Ann,chair,1\nBoard,,vacant,\nBoard,Board,x,-1\n"),
    (
      "journeys.csv",
      "Case,Step,Start date,Worker,Barrier,Feeling\nH,Intake,2026-01-01T10:00:00Z,W,No bus|No job,−1\n"
        + "H,12,bad,W,,3\n"
    ),
    (
      "benchmarks.csv",
      "Population,Attribute,Group,Share\ntown,A × B,x × y,40%\ntown,A,z,\"0,4\"\n,A,z,1\n"
    ),
    (
      "settings.csv",
      "Setting,Value,Note\nRead as,works with,helps|aids\nBenchmark: Board,town,\nConsent: H,yes,x\n"
        + "Level scale,PARTNER,\nDate,soon,\n"
    ),
    ("edges.txt", "# x\n3 2\n1 2 {}\n2\t3 0.5\n"),
    (
      "map.json",
      "{\"elements\":[{\"label\":\"A\\u00e9\\ud83c\\udfeb\",\"tags\":[\"x\",1.5e3,null,true]}],"
        + "\"connections\":[{\"from\":\"A\",\"to\":\"B\",\"x\":{\"y\":[[]]}}],\"settings\":{\"Title\":1}}"
    ),
    (
      "kumu.json",
      "{\"elements\":[{\"_id\":\"elem-1\",\"attributes\":{\"label\":\"A\"}}],\"connections\":"
        + "[{\"_id\":\"c\",\"from\":\"elem-1\",\"to\":\"elem-2\",\"reversed\":true,\"attributes\":{}}],"
        + "\"loops\":[],\"maps\":[{\"elements\":[{\"element\":\"elem-1\"}]}]}"
    ),
  ]

  /// Bytes that readers trip over.
  private static let hostile: [[UInt8]] = [
    [0], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], [0x22], [0x22, 0x22], [0x0D], [0x0A], [0x0D, 0x0A],
    [0x7C],
    [0xC3], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0x81, 0x8D, 0x8F, 0x90, 0x9D],
    Array("sep=;\n".utf8), Array("NaN".utf8), Array("1e999".utf8), Array("\u{202E}".utf8),
    Array("\u{301}".utf8), Array("×".utf8), Array("(person)".utf8), Array("()".utf8),
    Array(String(repeating: "[", count: 300).utf8), Array("99999999999999999999".utf8),
  ]

  private func survives(_ bytes: [UInt8], _ name: String) {
    do {
      let sheets = try MapFile.sheets(of: bytes, named: name)
      let reading = MapReading(sheets: sheets.sheets, findings: sheets.findings)
      let ids = Set(reading.map.elements.map(\.id))
      #expect(ids.count == reading.map.elements.count, "ids are unique")
      #expect(
        reading.map.connections.count { !ids.contains($0.from) || !ids.contains($0.to) } == 0,
        "ends are elements")
      #expect(
        reading.map.connections.count { ($0.strength ?? 1).isFinite && ($0.strength ?? 1) > 0 }
          == reading.map.connections.count)
      #expect(
        reading.findings.count { $0.description.unicodeScalars.contains { $0.value < 0x20 } } == 0,
        "findings are single lines")
    } catch {
      #expect(!error.errors.isEmpty)
    }
  }

  @Test("random bytes", arguments: 0..<100)
  func randomBytes(_ seed: Int) {
    var random = SeededGenerator(seed: seed)
    let alphabet = Array(",;\t|\"\n\r{}[]: aB1.-é".utf8) + [0, 0xFF, 0x80]
    let bytes = (0..<Int.random(in: 0...600, using: &random)).map { _ -> UInt8 in
      seed % 2 == 0
        ? .random(in: 0...255, using: &random) : alphabet.randomElement(using: &random) ?? 0
    }
    for name in ["x.csv", "x.json", "x.txt"] { survives(bytes, name) }
    survives(Array("Label,From,To,Type\n".utf8) + bytes, "x.csv")
  }

  @Test("mutated sheets", arguments: 0..<60)
  func mutated(_ seed: Int) {
    for (name, text) in Self.seeds {
      var random = SeededGenerator(seed: seed)
      var bytes = Array(text.utf8)
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let position = Int.random(in: 0...bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0 where position < bytes.count: bytes[position] = .random(in: 0...255, using: &random)
        case 1:
          bytes.insert(contentsOf: Self.hostile.randomElement(using: &random) ?? [], at: position)
        case 2: bytes.removeSubrange(position..<min(bytes.count, position + 5))
        default:
          let other = Int.random(in: 0...bytes.count, using: &random)
          bytes.insert(contentsOf: bytes[min(position, other)..<max(position, other)], at: position)
        }
      }
      survives(bytes, name)
    }
  }

  /// A workbook with some of everything, stored as it is, so that every byte may be broken.
  private static let workbook = WorkbookText(
    [
      (
        "Elements",
        "<cols><col min=\"1\" max=\"2\" hidden=\"1\"/></cols><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\">"
          + "<v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\" t=\"inlineStr\">"
          + "<is><t>Elm_x000D_</t></is></c><c r=\"B2\" s=\"1\"><v>46082.5</v></c></row><row/><row r=\"5\">"
          + "<c t=\"b\"><v>1</v></c><c t=\"e\"><v>#N/A</v></c><c><f>1</f></c></row></sheetData>"
          + "<mergeCells><mergeCell ref=\"A1:B1\"/></mergeCells>"
      ),
      (
        "ties",
        WorkbookText.inline([["From", "To"], ["Elm", "Oak|Ash"], [], [], ["From", "To"]])
      ),
    ],
    strings: "<si><t>Label</t></si><si><r><t>Since</t></r><rPh><t>x</t></rPh></si>",
    styles: "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>",
    properties: "<workbookPr date1904=\"1\"/>"
  )

  @Test("mutated workbooks, whose checksums mostly tell", arguments: 0..<60)
  func mutatedArchive(_ seed: Int) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<10 {
      var bytes = Self.workbook.bytes
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        bytes[.random(in: 4..<bytes.count, using: &random)] ^=
          UInt8(1) << Int.random(in: 0..<8, using: &random)
      }
      survives(bytes, "map.xlsx")
      survives(Array(bytes.prefix(.random(in: 4...bytes.count, using: &random))), "map.xlsx")
    }
  }

  @Test("mutated parts of workbooks, whose checksums hold", arguments: 0..<60)
  func mutatedParts(_ seed: Int) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<5 {
      var workbook = WorkbookText(parts: [])
      workbook.parts = Self.workbook.parts
      let part = Int.random(in: 0..<workbook.parts.count, using: &random)
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let position = Int.random(in: 0..<workbook.parts[part].content.count, using: &random)
        if Bool.random(using: &random) {
          workbook.parts[part].content[position] =
            Array("<>/\"=0159AXFDrstv ".utf8)
            .randomElement(using: &random) ?? 0
        } else {
          let end = min(workbook.parts[part].content.count, position + 9)
          workbook.parts[part].content.removeSubrange(position..<end)
        }
      }
      survives(workbook.bytes, "map.xlsx")
    }
  }

  @Test("the unbroken sheets are read")
  func unbroken() throws {
    for (name, text) in Self.seeds {
      #expect(throws: Never.self) { try reading(text, named: name) }
    }
    #expect(try reading(Self.workbook.bytes, named: "map.xlsx").map.elements.count == 4)
  }
}
