/// A value of a JSON text, with the line on which it begins.
///
/// Numbers keep their digits and objects the order of their keys, so that what a file holds
/// survives the reading of it.
struct JSONValue {
  /// What a value is.
  indirect enum Content {
    case null
    case bool(Bool)
    case number(String)
    case string(String)
    case array([JSONValue])
    case object([Member])
  }

  /// A key of an object, with its value.
  struct Member {
    let key: String
    let value: JSONValue
  }

  let content: Content
  /// The physical line, from 1.
  let line: Int

  var members: [Member]? {
    if case .object(let members) = content { members } else { nil }
  }

  var items: [JSONValue]? {
    if case .array(let items) = content { items } else { nil }
  }

  /// The value of the last member of a key; keys are compared without case.
  subscript(key: String) -> JSONValue? {
    members?.last { $0.key == key || $0.key.lowercased() == key }?.value
  }

  /// The value as the text of a cell: `null` is blank, a list is parted by `|`.
  var cellText: String {
    switch content {
    case .null: ""
    case .bool(let value): value ? "true" : "false"
    case .number(let digits): digits
    case .string(let text): text
    case .array(let items): items.map(\.cellText).filter { !$0.isEmpty }.joined(separator: "|")
    case .object(let members):
      members.map { "\($0.key): \($0.value.cellText)" }.joined(separator: "; ")
    }
  }
}
