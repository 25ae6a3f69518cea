/// A drawing that could not be made.
public struct GraphvizError: Error, Hashable, Sendable {
  /// What kind of failure it was.
  public enum Reason: Hashable, Sendable {
    /// The description of the drawing was not accepted, or no layout came of it.
    case layout
    /// The layout could not be written in a format.
    case format(String)
    /// The drawing was made of something that no picture can hold.
    case size
  }

  /// What kind of failure it was.
  public var reason: Reason
  /// What Graphviz said, in its words.
  public var message: String

  /// Creates an error.
  public init(reason: Reason, message: String) {
    self.reason = reason
    self.message = message
  }
}

extension GraphvizError: CustomStringConvertible {
  /// What failed, and what Graphviz said about it.
  public var description: String {
    switch reason {
    case .layout: "the diagram could not be laid out: \(message)"
    case .format(let name): "the diagram could not be written as \(name): \(message)"
    case .size: "the diagram is too large: \(message)"
    }
  }
}
