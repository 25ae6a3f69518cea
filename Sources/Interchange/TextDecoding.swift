internal import SystemMaps

/// The bytes of a text file as UTF-8, with how they were written.
struct TextDecoding {
  /// The text in UTF-8, without a byte order mark.
  let utf8: [UInt8]
  /// What the reader should know about the encoding.
  let findings: [Finding]

  /// Whether the bytes say that they are UTF-8 or UTF-16.
  static func hasByteOrderMark(_ bytes: [UInt8]) -> Bool {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) || bytes.starts(with: [0xFF, 0xFE])
      || bytes.starts(with: [0xFE, 0xFF])
  }

  /// Decodes by byte order mark, as strict UTF-8, or by the better of two guesses.
  init(_ content: FileContent) {
    let bytes = content.bytes
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      let isLittle = bytes[0] == 0xFF
      var units: [UInt16] = []
      units.reserveCapacity(bytes.count / 2)
      for index in stride(from: 2, to: bytes.count - 1, by: 2) {
        let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
        units.append(isLittle ? second << 8 | first : first << 8 | second)
      }
      utf8 = Array(String(decoding: units, as: UTF16.self).utf8)
      findings = []
      return
    }
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    if body.allSatisfy({ $0 < 0x80 }) || String(validating: body, as: UTF8.self) != nil {
      utf8 = body
      findings = []
      return
    }
    let page = CodePage.best(for: body)
    utf8 = page.utf8(of: body)
    let unknown = body.count { $0 >= 0x80 && page.scalar(of: $0) == "\u{FFFD}" }
    var message = "the file is not UTF-8; it was read as \(page.name)"
    if unknown > 0 { message += ", in which \(unknown) of its bytes mean nothing" }
    findings = [
      Finding(
        .notice, at: Place(file: content.name), message,
        expected: "look at its accents and quotation marks, and save it as UTF-8")
    ]
  }
}
