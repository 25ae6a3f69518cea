/// Why a condition could not be read or used, and where in its text.
public struct FilterError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The condition as it was written.
  public let text: String
  /// How many characters stand before the place.
  public let offset: Int
  /// What is wrong.
  public let message: String
  /// What was expected.
  public let expected: String

  init(_ message: String, in text: String, at offset: Int, expected: String) {
    self.text = text
    self.offset = offset
    self.message = message
    self.expected = expected
  }

  /// The message with the place, counted from 1, on one line.
  public var description: String { "character \(offset + 1): \(message); expected \(expected)" }

  /// The message, and below it the condition with a mark under the place.
  public var explanation: String {
    let line = text.map { $0.isNewline || $0 == "\t" ? " " : String($0) }.joined()
    let mark = String(repeating: " ", count: offset) + "^"
    return "\(description)\n  \(line)\n  \(mark)"
  }
}
