import Foundation

/// A workbook made in memory from the markup of its parts.
///
/// The archive is a plain one: parts are stored as they are, in the order given.
struct WorkbookText {
  /// The parts by name; later ones may repeat a name.
  var parts: [(name: String, content: [UInt8])] = []

  /// Makes a workbook of sheets, each the markup within `<worksheet>`.
  init(
    _ sheets: [(name: String, markup: String)], strings: String? = nil, styles: String? = nil,
    properties: String = "", states: [String: String] = [:]
  ) {
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    func relation(_ id: String, _ type: String, _ target: String) -> String {
      "<Relationship Id=\"\(id)\" Type=\"\(office)/\(type)\" Target=\"\(target)\"/>"
    }
    func relations(_ content: String) -> String {
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + "\(content)</Relationships>"
    }
    add("_rels/.rels", relations(relation("r", "officeDocument", "/xl/workbook.xml")))
    var entries = ""
    var targets = ""
    for (index, sheet) in sheets.enumerated() {
      let state = states[sheet.name].map { " state=\"\($0)\"" } ?? ""
      entries +=
        "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\"\(state) r:id=\"r\(index)\"/>"
      // Targets come in each of the ways that writers use.
      let target = ["worksheets/s\(index).xml", "/xl/worksheets/s\(index).xml"][index % 2]
      targets += relation("r\(index)", "worksheet", target)
    }
    if strings != nil { targets += relation("rs", "sharedStrings", "../xl/sharedStrings.xml") }
    if styles != nil { targets += relation("rf", "styles", "styles.xml") }
    add(
      "xl/workbook.xml",
      "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\">\(properties)<sheets>\(entries)</sheets>"
        + "</workbook>")
    add("xl/_rels/workbook.xml.rels", relations(targets))
    for (index, sheet) in sheets.enumerated() {
      add("xl/worksheets/s\(index).xml", "<worksheet xmlns=\"\(main)\">\(sheet.markup)</worksheet>")
    }
    if let strings { add("xl/sharedStrings.xml", "<sst xmlns=\"\(main)\">\(strings)</sst>") }
    if let styles { add("xl/styles.xml", "<styleSheet xmlns=\"\(main)\">\(styles)</styleSheet>") }
  }

  /// Makes an archive of parts that may be no workbook at all.
  init(parts: [(name: String, text: String)]) {
    for part in parts { add(part.name, part.text) }
  }

  /// The markup of a sheet of texts, each in the cell itself; blank texts are no cells.
  static func inline(_ rows: [[String]], from first: Int = 1) -> String {
    var markup = ""
    for (index, row) in rows.enumerated() where !row.allSatisfy(\.isEmpty) {
      let number = index + first
      markup += "<row r=\"\(number)\">"
      for (column, text) in row.enumerated() where !text.isEmpty {
        let letter = Character(UnicodeScalar(UInt8(65 + column)))
        let escaped = text.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        markup +=
          "<c r=\"\(letter)\(number)\" t=\"inlineStr\"><is><t>\(escaped)</t></is></c>"
      }
      markup += "</row>"
    }
    return "<sheetData>\(markup)</sheetData>"
  }

  mutating func add(_ name: String, _ text: String) {
    parts.append(
      (name, Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>".utf8) + Array(text.utf8)))
  }

  /// The bytes of the archive.
  var bytes: [UInt8] { archive() }

  /// The bytes of the archive.
  ///
  /// - Parameters:
  ///   - flags: The flags of each entry; 1 says that it is encrypted.
  ///   - packed: The name of a part whose content is a deflated stream, and the size it claims.
  func archive(flags: Int = 0, packed: (name: String, claimed: Int)? = nil) -> [UInt8] {
    var file: [UInt8] = []
    var directory: [UInt8] = []
    for part in parts {
      let name = Array(part.name.utf8)
      let isPacked = part.name == packed?.name
      let fields =
        bytes(flags, 2) + bytes(isPacked ? 8 : 0, 2) + bytes(0, 4)
        + bytes(Int(Self.checksum(of: part.content)), 4) + bytes(part.content.count, 4)
        + bytes(isPacked ? packed?.claimed ?? 0 : part.content.count, 4) + bytes(name.count, 2)
      directory +=
        [0x50, 0x4B, 1, 2] + bytes(20, 2) + bytes(20, 2) + fields + bytes(0, 12)
        + bytes(file.count, 4) + name
      file += [0x50, 0x4B, 3, 4] + bytes(20, 2) + fields + bytes(0, 2) + name + part.content
    }
    let end =
      [0x50, 0x4B, 5, 6] + bytes(0, 4) + bytes(parts.count, 2) + bytes(parts.count, 2)
      + bytes(directory.count, 4) + bytes(file.count, 4) + bytes(0, 2)
    return file + directory + end
  }

  private func bytes(_ number: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { $0 < 8 ? UInt8(truncatingIfNeeded: number >> (8 * $0)) : 0 }
  }

  /// The CRC-32 of zip files.
  private static func checksum(of content: [UInt8]) -> UInt32 {
    ~content.reduce(~0) { sum, byte in
      (sum >> 8) ^ table[Int((sum ^ UInt32(byte)) & 0xFF)]
    }
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { sum, _ in sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
  }
}
