/// A drawing that could not be made.
public struct GraphvizError: Error, Hashable, Sendable, Codable {
  /// What kind of failure it was.
  public enum Reason: Hashable, Sendable, Codable {
    /// The description of the drawing was not accepted, or no layout came of it.
    case layout
    /// The layout could not be written in a format.
    case format(String)
    /// The drawing was made of something that no picture can hold.
    case size
    /// No letter can be measured.
    case font
    /// The work took more than its time, in seconds.
    case time(Int)
    /// The worker that drew could not be started, or ended in the middle of the work.
    case worker
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
    case .font: "the diagram cannot have text: \(message)"
    case .time(let seconds):
      "the diagram was given up after \(seconds) seconds: \(message)"
    case .worker: "the diagram was not finished: \(message)"
    }
  }
}
