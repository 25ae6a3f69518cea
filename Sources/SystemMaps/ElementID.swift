/// The lasting name of an element within its map.
///
/// Taken from the ID column if the map has one; else made as `TYPE-N`, counting the elements of
/// that type in the order of the file. Never made from a label, which would leak names into file
/// names and exports.
public struct ElementID: Hashable, Comparable, Sendable, CustomStringConvertible,
  ExpressibleByStringLiteral
{
  /// The id as it is written.
  public let text: String

  /// Creates an id.
  public init(_ text: String) { self.text = text }

  /// Creates an id from a literal.
  public init(stringLiteral text: String) { self.init(text) }

  /// The id as it is written.
  public var description: String { text }

  /// Orders ids by their text.
  public static func < (first: ElementID, second: ElementID) -> Bool { first.text < second.text }
}
