internal import SystemMaps

/// The bytes of a text file as UTF-8, with how they were written.
struct TextDecoding {
  /// The text in UTF-8, without a byte order mark.
  let utf8: [UInt8]
  /// What the reader should know about the encoding.
  let findings: [Finding]

  /// Decodes as stated, else by byte order mark, else as strict UTF-8 or the likeliest other.
  init(_ content: FileContent) {
    let bytes = content.bytes
    let mark = TextEncoding.marked(in: bytes)
    let isGuess = content.encoding == nil && mark == nil
    let encoding = content.encoding ?? mark?.encoding ?? TextEncoding.guessed(from: bytes)
    let start = mark.map { $0.encoding == encoding ? $0.length : 0 } ?? 0
    let decoded = encoding.utf8(of: bytes[start...])
    utf8 = decoded.utf8
    let isTold = isGuess && encoding != .utf8
    guard isTold || decoded.unreadable > 0 else {
      findings = []
      return
    }
    var message =
      isTold
      ? "the file is not UTF-8; it was read as \(encoding.name)"
      : "the file was read as \(encoding.name)"
    if decoded.unreadable > 0 {
      message += ", in which \(decoded.unreadable) of its bytes mean nothing"
    }
    findings = [
      Finding(
        .notice, at: Place(file: content.name), message,
        expected: "look at its accents and quotation marks; --encoding states another")
    ]
  }
}
