/// A reader of JSON as RFC 8259 has it, which tells where a text goes wrong.
struct JSONReader {
  /// Why a text is no JSON.
  struct Failure: Error {
    let line: Int
    let column: Int
    let message: String
  }

  /// How deep arrays and objects may stand in each other.
  static let deepest = 200

  private let bytes: [UInt8]
  private var position = 0
  private var line = 1
  private var lineStart = 0
  private var depth = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Reads a text that holds one value.
  static func value(of bytes: [UInt8]) throws(Failure) -> JSONValue {
    var reader = JSONReader(bytes)
    reader.skipBlanks()
    let value = try reader.value()
    reader.skipBlanks()
    if reader.position < bytes.count { throw reader.failure("there is text after the end") }
    return value
  }

  private func failure(_ message: String) -> Failure {
    Failure(line: line, column: position - lineStart + 1, message: message)
  }

  private mutating func skipBlanks() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09: break
      case 0x0D where position + 1 < bytes.count && bytes[position + 1] == 0x0A: break
      case 0x0A, 0x0D:
        line += 1
        lineStart = position + 1
      default: return
      }
      position += 1
    }
  }

  private mutating func value() throws(Failure) -> JSONValue {
    guard position < bytes.count else { throw failure("the text ends too early") }
    let start = line
    let content: JSONValue.Content
    switch bytes[position] {
    case UInt8(ascii: "{"): content = try object()
    case UInt8(ascii: "["): content = try array()
    case UInt8(ascii: "\""): content = .string(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): content = try number()
    default: content = try word()
    }
    return JSONValue(content: content, line: start)
  }

  private mutating func word() throws(Failure) -> JSONValue.Content {
    let letters = bytes[position...].prefix {
      ($0 | 0x20) >= UInt8(ascii: "a") && ($0 | 0x20) <= UInt8(ascii: "z")
    }
    let content: JSONValue.Content
    switch String(decoding: letters.prefix(20), as: UTF8.self) {
    case "null": content = .null
    case "true": content = .bool(true)
    case "false": content = .bool(false)
    case "NaN", "Infinity", "nan", "inf":
      throw failure("\(String(decoding: letters, as: UTF8.self)) is no number in JSON")
    default: throw failure("there is no value where one should begin")
    }
    position = letters.endIndex
    return content
  }

  private mutating func number() throws(Failure) -> JSONValue.Content {
    let start = position
    if bytes[position] == UInt8(ascii: "-") { position += 1 }
    if position < bytes.count, bytes[position] == UInt8(ascii: "I") {
      throw failure("-Infinity is no number in JSON")
    }
    let firstDigit = position
    var digits = skipDigits()
    if digits > 1, bytes[firstDigit] == UInt8(ascii: "0") {
      throw failure("a number begins with 0")
    }
    if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
      position += 1
      digits = min(digits, skipDigits())
    }
    if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
      position += 1
      if position < bytes.count,
        bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-")
      {
        position += 1
      }
      digits = min(digits, skipDigits())
    }
    if digits == 0 { throw failure("a number lacks digits") }
    return .number(String(decoding: bytes[start..<position], as: UTF8.self))
  }

  private mutating func skipDigits() -> Int {
    let start = position
    while position < bytes.count,
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position])
    {
      position += 1
    }
    return position - start
  }

  /// Enters an array or object.
  private mutating func enter() throws(Failure) {
    depth += 1
    if depth > Self.deepest {
      throw failure("lists and objects stand more than \(Self.deepest) deep in each other")
    }
    position += 1
    skipBlanks()
  }

  /// Whether the array or object ends here; if so, passes its end.
  private mutating func passes(_ end: UInt8) -> Bool {
    guard position < bytes.count, bytes[position] == end else { return false }
    position += 1
    depth -= 1
    return true
  }

  private mutating func passComma(before end: UInt8) throws(Failure) {
    skipBlanks()
    guard position < bytes.count else { throw failure("the text ends too early") }
    if bytes[position] == end { return }
    guard bytes[position] == UInt8(ascii: ",") else { throw failure("a comma is missing") }
    position += 1
    skipBlanks()
    if position < bytes.count, bytes[position] == end {
      throw failure("a comma stands before the end of a list")
    }
  }

  private mutating func array() throws(Failure) -> JSONValue.Content {
    try enter()
    var items: [JSONValue] = []
    while !passes(UInt8(ascii: "]")) {
      items.append(try value())
      try passComma(before: UInt8(ascii: "]"))
    }
    return .array(items)
  }

  private mutating func object() throws(Failure) -> JSONValue.Content {
    try enter()
    var members: [JSONValue.Member] = []
    while !passes(UInt8(ascii: "}")) {
      guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else {
        throw failure("a key in quotation marks is missing")
      }
      let key = try string()
      skipBlanks()
      guard position < bytes.count, bytes[position] == UInt8(ascii: ":") else {
        throw failure("a colon is missing after the key")
      }
      position += 1
      skipBlanks()
      members.append(JSONValue.Member(key: key, value: try value()))
      try passComma(before: UInt8(ascii: "}"))
    }
    return .object(members)
  }
}

extension JSONReader {
  private mutating func string() throws(Failure) -> String {
    let opening = failure("a string never ends")
    position += 1
    var text: [UInt8] = []
    var start = position
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        text.append(contentsOf: bytes[start..<position])
        position += 1
        return String(decoding: text, as: UTF8.self)
      }
      if byte == UInt8(ascii: "\\") {
        text.append(contentsOf: bytes[start..<position])
        position += 1
        try appendEscape(to: &text)
        start = position
        continue
      }
      if byte == 0x0A || byte == 0x0D { throw opening }
      position += 1
    }
    throw opening
  }

  private mutating func appendEscape(to text: inout [UInt8]) throws(Failure) {
    guard position < bytes.count else { throw failure("a string never ends") }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      var units = [try codeUnit()]
      if UTF16.isLeadSurrogate(units[0]), bytes[position...].starts(with: Array("\\u".utf8)) {
        position += 2
        units.append(try codeUnit())
      }
      // A surrogate without its other half becomes U+FFFD.
      text.append(contentsOf: Array(String(decoding: units, as: UTF16.self).utf8))
    default: throw failure("a string has an unknown escape")
    }
  }

  private mutating func codeUnit() throws(Failure) -> UInt16 {
    guard position + 4 <= bytes.count,
      let unit = UInt16(String(decoding: bytes[position..<position + 4], as: UTF8.self), radix: 16)
    else { throw failure("\\u needs four hexadecimal digits") }
    position += 4
    return unit
  }
}
