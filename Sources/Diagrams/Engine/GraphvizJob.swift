internal import Foundation

/// One piece of work for Graphviz, as a value that can be sent to another process.
struct GraphvizJob: Hashable, Sendable, Codable {
  /// What is to come of a graph.
  enum Wish: Hashable, Sendable, Codable {
    /// Where everything lies.
    case positions
    /// Drawings in several formats, from one layout.
    case drawings([Graphviz.Target])
  }

  /// The graph in Graphviz's language; it is Sightline's own text.
  var text: String
  /// The engine that places the nodes.
  var engine: String
  var wish: Wish
}

/// What came of a ``GraphvizJob``.
enum GraphvizAnswer: Hashable, Sendable, Codable {
  case positions(Graphviz.Layout)
  case drawings([Data])
}
