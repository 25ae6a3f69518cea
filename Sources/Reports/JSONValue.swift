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
  /// Values by key.
  case object([String: JSONValue])

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
  /// Written here rather than by `JSONEncoder`, which takes 4 s for the 170,000 ties of a large map
  /// where this takes half a second.
  public var text: String {
    var text = ""
    write(to: &text, indent: "\n")
    return text + "\n"
  }

  private func write(to text: inout String, indent: String) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .number(let value): text += Self.digits(of: value)
    case .string(let value): Self.writeString(value, to: &text)
    case .array(let values) where values.isEmpty: text += "[]"
    case .array(let values):
      let inner = indent + "  "
      for (place, value) in values.enumerated() {
        text += place == 0 ? "[" : ","
        text += inner
        value.write(to: &text, indent: inner)
      }
      text += indent
      text += "]"
    case .object(let values) where values.isEmpty: text += "{}"
    case .object(let values):
      let inner = indent + "  "
      for (place, entry) in values.sorted(by: { $0.key < $1.key }).enumerated() {
        text += place == 0 ? "{" : ","
        text += inner
        Self.writeString(entry.key, to: &text)
        text += ": "
        entry.value.write(to: &text, indent: inner)
      }
      text += indent
      text += "}"
    }
  }

  /// The shortest digits that read back as the number; whole numbers without a point.
  private static func digits(of number: Double) -> String {
    guard number.isFinite else { return "null" }
    let isWhole = number == number.rounded() && abs(number) < 9_007_199_254_740_992
    return isWhole ? String(Int(number)) : String(number)
  }

  private static func writeString(_ string: String, to text: inout String) {
    text += "\""
    if string.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C && $0 != 0x7F }) {
      text += string
    } else {
      for scalar in string.unicodeScalars {
        switch scalar {
        case "\"": text += "\\\""
        case "\\": text += "\\\\"
        case "\n": text += "\\n"
        case "\t": text += "\\t"
        case "\0"..."\u{1F}", "\u{7F}":
          let hex = String(scalar.value, radix: 16)
          text += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
        default: text.unicodeScalars.append(scalar)
        }
      }
    }
    text += "\""
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
    self = .object(Dictionary(elements, uniquingKeysWith: { _, last in last }))
  }
  /// Creates nothing.
  public init(nilLiteral: ()) { self = .null }
}
