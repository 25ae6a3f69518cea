/// The name of a column, compared without regard to case, spaces, `_` and `-`.
///
///     AttributeName("Lived experience") == AttributeName("lived_experience")  // true
public struct AttributeName: Hashable, Sendable, CustomStringConvertible,
  ExpressibleByStringLiteral
{
  /// The name as it was written.
  public let text: String
  /// The name as it is compared.
  public let key: String

  /// Creates a name.
  public init(_ text: String) {
    self.text = text
    key = String(
      text.lowercased().unicodeScalars.filter {
        !$0.properties.isWhitespace && $0 != "_" && $0 != "-" && $0 != "\u{200B}"
          && $0 != "\u{FEFF}"
      })
  }

  /// Creates a name from a literal.
  public init(stringLiteral text: String) { self.init(text) }

  /// The name as it was written.
  public var description: String { text }

  /// Whether two names are the same column.
  public static func == (first: AttributeName, second: AttributeName) -> Bool {
    first.key == second.key
  }

  /// Feeds what is compared into a hasher.
  public func hash(into hasher: inout Hasher) { hasher.combine(key) }
}

/// What a row says beyond its place in the map: the text of its cells by column.
public typealias Attributes = [AttributeName: String]
