/// A JSON document: what results become when a program reads them.
///
/// Keys are written in sorted order, so that equal values give equal bytes. A number that is not
/// finite is `null`, as is one that is undefined.
public enum JSONValue: Hashable, Sendable {
  /// Nothing: undefined, suppressed or not known.
  case null
  /// True or false.
  case bool(Bool)
  /// A whole number.
  case integer(Int)
  /// A finite number.
  case number(Double)
  /// Text.
  case string(String)
  /// Values in order.
  case array([JSONValue])
  /// Values by key, in the order of the keys; made by ``object(_:)``.
  case members([Member])

  /// A value of an object, with its key.
  public struct Member: Hashable, Sendable {
    /// The key.
    public let key: String
    /// The value.
    public let value: JSONValue
  }

  /// Values by key.
  public static func object(_ values: [String: JSONValue]) -> JSONValue {
    .members(values.map { Member(key: $0.key, value: $0.value) }.sorted { $0.key < $1.key })
  }

  /// The value of a key, or `nil` where this is no object or has no such key.
  public subscript(key: String) -> JSONValue? {
    guard case .members(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// A number, or `null` where it is undefined.
  public init(_ number: Double?) {
    if let number, number.isFinite { self = .number(number) } else { self = .null }
  }

  /// A whole number, or `null` where it is undefined.
  public init(_ number: Int?) { self = number.map(JSONValue.integer) ?? .null }

  /// Text, or `null` where there is none.
  public init(_ text: String?) { self = text.map(JSONValue.string) ?? .null }

  /// The document as text with sorted keys, two blanks a level and a final line end.
  ///
  /// Written here, byte by byte, rather than by `JSONEncoder`, which takes 4 s for the 170,000 ties
  /// of a large map where this takes less than half a second.
  public var text: String {
    var writer = JSONWriter()
    writer.write(self)
    writer.utf8.append(JSONWriter.lineEnd)
    return String(decoding: writer.utf8, as: UTF8.self)
  }
}

/// The bytes of a document while it is written.
private struct JSONWriter {
  static let lineEnd = UInt8(ascii: "\n")

  var utf8: [UInt8] = []
  private var depth = 0

  mutating func write(_ value: JSONValue) {
    switch value {
    case .null: write("null")
    case .bool(let value): write(value ? "true" : "false")
    case .integer(let value): write(String(value))
    case .number(let value): write(Self.digits(of: value))
    case .string(let value): writeQuoted(value)
    case .array(let values) where values.isEmpty: write("[]")
    case .array(let values):
      open("[")
      for (place, value) in values.enumerated() {
        startItem(place)
        write(value)
      }
      close("]")
    case .members(let members) where members.isEmpty: write("{}")
    case .members(let members):
      open("{")
      for (place, member) in members.enumerated() {
        startItem(place)
        writeQuoted(member.key)
        write(": ")
        write(member.value)
      }
      close("}")
    }
  }

  private mutating func write(_ text: String) { utf8.append(contentsOf: text.utf8) }

  private mutating func open(_ bracket: Unicode.Scalar) {
    utf8.append(UInt8(ascii: bracket))
    depth += 1
  }

  private mutating func close(_ bracket: Unicode.Scalar) {
    depth -= 1
    startLine()
    utf8.append(UInt8(ascii: bracket))
  }

  private mutating func startItem(_ place: Int) {
    if place > 0 { utf8.append(UInt8(ascii: ",")) }
    startLine()
  }

  private mutating func startLine() {
    utf8.append(Self.lineEnd)
    for _ in 0..<2 * depth { utf8.append(UInt8(ascii: " ")) }
  }

  /// The shortest digits that read back as the number; whole numbers without a point.
  private static func digits(of number: Double) -> String {
    guard number.isFinite else { return "null" }
    let isWhole = number == number.rounded() && abs(number) < 9_007_199_254_740_992
    return isWhole ? String(Int(number)) : String(number)
  }

  private mutating func writeQuoted(_ string: String) {
    utf8.append(UInt8(ascii: "\""))
    for byte in string.utf8 {
      switch byte {
      case UInt8(ascii: "\""): write("\\\"")
      case UInt8(ascii: "\\"): write("\\\\")
      case UInt8(ascii: "\n"): write("\\n")
      case UInt8(ascii: "\t"): write("\\t")
      case 0..<0x20, 0x7F:
        let hex = String(byte, radix: 16)
        write("\\u" + String(repeating: "0", count: 4 - hex.utf8.count) + hex)
      default: utf8.append(byte)
      }
    }
    utf8.append(UInt8(ascii: "\""))
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral,
  ExpressibleByNilLiteral
{
  /// Creates text.
  public init(stringLiteral value: String) { self = .string(value) }
  /// Creates true or false.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  /// Creates a whole number.
  public init(integerLiteral value: Int) { self = .integer(value) }
  /// Creates an array.
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  /// Creates an object; of two equal keys the last one holds.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    var members: [Member] = []
    members.reserveCapacity(elements.count)
    for (key, value) in elements {
      // Each goes to its place: a literal has few keys, and a map has many literals.
      let place = members.firstIndex { $0.key >= key } ?? members.count
      let member = Member(key: key, value: value)
      if place < members.count, members[place].key == key {
        members[place] = member
      } else {
        members.insert(member, at: place)
      }
    }
    self = .members(members)
  }
  /// Creates nothing.
  public init(nilLiteral: ()) { self = .null }
}
