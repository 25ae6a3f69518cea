/// How the characters of a text file were written as bytes.
///
///     TextEncoding(rawValue: "macroman")  // .macRoman
public enum TextEncoding: String, Sendable, Hashable, CaseIterable {
  /// What most programs write today.
  case utf8 = "utf-8"
  /// Two bytes a unit, the lower first: Excel's "Unicode text".
  case utf16 = "utf-16"
  /// Two bytes a unit, the higher first.
  case utf16BigEndian = "utf-16be"
  /// Older Windows programs of Western Europe and the Americas.
  case windows1252 = "windows-1252"
  /// Older Macintosh programs.
  case macRoman = "macroman"

  /// The name that users know it by.
  var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16: "UTF-16"
    case .utf16BigEndian: "UTF-16 (big-endian)"
    case .windows1252: CodePage.windows1252.name
    case .macRoman: CodePage.macRoman.name
    }
  }

  /// The encoding that a byte order mark at the beginning states, with the mark's length.
  static func marked(in bytes: [UInt8]) -> (encoding: TextEncoding, length: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    return nil
  }

  /// The encoding that bytes without a mark look like.
  static func guessed(from bytes: [UInt8]) -> TextEncoding {
    if let wide = wide(bytes) { return wide }
    if isUTF8(bytes) { return .utf8 }
    let (windows, mac) = (
      CodePage.windows1252.plausibility(of: bytes), CodePage.macRoman.plausibility(of: bytes)
    )
    return mac > windows ? .macRoman : .windows1252
  }

  /// Whether bytes are valid UTF-8.
  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    // All bytes at once: a look at each until one is found takes ten times as long.
    bytes.reduce(0, |) < 0x80 || String(validating: bytes, as: UTF8.self) != nil
  }

  /// UTF-16, if every other byte is zero as commas, digits and line ends make it.
  static func wide(_ bytes: [UInt8]) -> TextEncoding? {
    let sample = bytes.prefix(8192)
    guard sample.count >= 8 else { return nil }
    var zeros = [0, 0]
    for (index, byte) in sample.enumerated() where byte == 0 { zeros[index & 1] += 1 }
    let most = sample.count / 2
    if zeros[1] * 4 > most, zeros[0] * 50 < most { return .utf16 }
    if zeros[0] * 4 > most, zeros[1] * 50 < most { return .utf16BigEndian }
    return nil
  }

  /// The text of bytes in UTF-8, and how many of them mean nothing.
  func utf8(of bytes: some RandomAccessCollection<UInt8>) -> (utf8: [UInt8], unreadable: Int) {
    switch self {
    case .utf8:
      let text = Array(bytes)
      if Self.isUTF8(text) { return (text, 0) }
      let mended = String(decoding: text, as: UTF8.self)
      return (Array(mended.utf8), mended.unicodeScalars.count { $0 == "\u{FFFD}" })
    case .utf16, .utf16BigEndian:
      let bytes = Array(bytes)
      let (low, high) = self == .utf16 ? (0, 1) : (1, 0)
      let units = stride(from: 0, to: bytes.count - 1, by: 2).map {
        UInt16(bytes[$0 + high]) << 8 | UInt16(bytes[$0 + low])
      }
      return (Array(String(decoding: units, as: UTF16.self).utf8), 0)
    case .windows1252: return CodePage.windows1252.decoded(bytes)
    case .macRoman: return CodePage.macRoman.decoded(bytes)
    }
  }
}

extension CodePage {
  fileprivate func decoded(_ bytes: some Collection<UInt8>) -> (utf8: [UInt8], unreadable: Int) {
    (utf8(of: bytes), bytes.count { $0 >= 0x80 && scalar(of: $0) == "\u{FFFD}" })
  }
}
