import SystemMaps
import Testing

@testable import Interchange

@Suite("Encodings")
struct TextDecodingTests {
  private func decode(_ bytes: [UInt8]) -> (text: String, told: [String]) {
    let decoding = TextDecoding(FileContent(name: "x.csv", bytes: bytes))
    return (String(decoding: decoding.utf8, as: UTF8.self), decoding.findings.map(\.message))
  }

  @Test("byte order marks are obeyed and dropped")
  func marks() {
    #expect(decode([0xEF, 0xBB, 0xBF] + Array("Zoë".utf8)).text == "Zoë")
    let text = "Label\nZoë 🏫\n"
    let little: [UInt8] =
      [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] as [UInt8] }
    let big: [UInt8] =
      [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] as [UInt8] }
    #expect(decode(little).text == text)
    #expect(decode(big).text == text)
    #expect(decode(little).told.isEmpty)
    #expect(decode([0xFF, 0xFE, 0x41]).text == "")
  }

  @Test("UTF-16 without a mark is known by its zeros", arguments: [false, true])
  func unmarkedWideText(isBigEndian: Bool) {
    let text = "Label,Sector\nZoë 🏫,schools\n"
    let bytes = text.utf16.flatMap { unit -> [UInt8] in
      let pair = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return isBigEndian ? pair.reversed() : pair
    }
    #expect(decode(bytes).text == text)
    #expect(
      decode(bytes).told == [
        "the file is not UTF-8; it was read as UTF-16\(isBigEndian ? " (big-endian)" : "")"
      ])
  }

  @Test("a stated encoding is taken without a guess")
  func stated() {
    // One word in which the two guesses cannot be told apart by any dictionary.
    let bytes: [UInt8] = Array("Zo".utf8) + [0x91]
    func decode(as encoding: TextEncoding) -> (text: String, told: [String]) {
      let decoding = TextDecoding(
        FileContent(name: "x.csv", bytes: bytes, encoding: encoding))
      return (String(decoding: decoding.utf8, as: UTF8.self), decoding.findings.map(\.message))
    }
    #expect(decode(as: .macRoman).text == "Zoë")
    #expect(decode(as: .windows1252).text == "Zo‘")
    #expect(decode(as: .macRoman).told.isEmpty)
    #expect(decode(as: .utf8).text == "Zo\u{FFFD}")
    #expect(
      decode(as: .utf8).told == ["the file was read as UTF-8, in which 1 of its bytes mean nothing"]
    )
    let marked = TextDecoding(
      FileContent(name: "x", bytes: [0xEF, 0xBB, 0xBF, 0x41], encoding: .utf8))
    #expect(marked.utf8 == [0x41])
  }

  @Test("UTF-8 is taken without a word")
  func utf8() {
    #expect(decode(Array("naïve 日本 🏫".utf8)).text == "naïve 日本 🏫")
    #expect(decode(Array("naïve".utf8)).told.isEmpty)
  }

  @Test("Windows-1252 and MacRoman are told apart by what their bytes make")
  func guesses() {
    // "Children’s café – Zoë" in each.
    let windows: [UInt8] =
      Array("Children".utf8) + [0x92] + Array("s caf".utf8) + [0xE9, 0x20, 0x96, 0x20]
      + Array("Zo".utf8) + [0xEB]
    let mac: [UInt8] =
      Array("Children".utf8) + [0xD5] + Array("s caf".utf8) + [0x8E, 0x20, 0xD0, 0x20]
      + Array("Zo".utf8) + [0x91]
    #expect(decode(windows).text == "Children’s café – Zoë")
    #expect(decode(windows).told == ["the file is not UTF-8; it was read as Windows-1252"])
    #expect(decode(mac).text == "Children’s café – Zoë")
    #expect(decode(mac).told == ["the file is not UTF-8; it was read as MacRoman"])
  }

  @Test("the five bytes without a character in Windows-1252 do not lose the file")
  func undefinedBytes() {
    let words = Array("caf".utf8) + [0xE9] + Array(" d".utf8) + [0xE9] + Array("j".utf8) + [0xE0]
    let bytes =
      words + words + words + [0x20, 0x81, 0x20, 0x8D, 0x20, 0x8F, 0x20, 0x90, 0x20, 0x9D]
    #expect(
      CodePage.windows1252.utf8(of: [0x81, 0x8D, 0x8F, 0x90, 0x9D])
        == Array("\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}".utf8))
    #expect(decode(bytes).told.count == 1)
    #expect(CodePage.windows1252.utf8(of: [0x80, 0xFF]) == Array("€ÿ".utf8))
    #expect(CodePage.macRoman.utf8(of: [0x80, 0xD5, 0xFF]) == Array("Ä’ˇ".utf8))
  }

  @Test("a MacRoman file with CR-only lines", SharedData.needs("data/encodings/services.csv"))
  func macFile() throws {
    let reading = try MapFile.sheets(SharedData.path("data/encodings/services.csv"))
    #expect(reading.findings.map(\.message) == ["the file is not UTF-8; it was read as MacRoman"])
    let sheet = try #require(reading.sheets.first)
    #expect(sheet.header.first == "Name of Service or Product")
    #expect(sheet.header.count == 20)
    #expect(sheet.rows.count == RealCSV.measured.last.map { $0.rows - 1 })
    #expect(sheet.rows.contains { row in row.cells.contains { $0.contains("MEDA’s") } })
  }
}
