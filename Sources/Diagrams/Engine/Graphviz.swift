internal import CGraphvizShim
internal import Synchronization

/// The one door to the Graphviz library: DOT in, positions and bytes out.
///
/// The library keeps its state in globals, so everything here waits for one lock. Any thread may
/// call.
public enum Graphviz {
  /// A way of placing nodes.
  enum Engine: String, CaseIterable, Sendable {
    /// Short ties near one another, by the distances between all pairs.
    case neato
    /// Short ties near one another, for thousands of nodes.
    case sfdp
    /// Positions and routes of ties as given, in points.
    case asGiven = "nop2"
  }

  /// Where an engine has put everything, in points, y upwards.
  struct Layout: Hashable, Sendable {
    /// A node's centre and size.
    struct Node: Hashable, Sendable {
      var center: Point
      var size: Size
    }

    /// An edge's ends and the control points of its curves.
    struct Edge: Hashable, Sendable {
      var tail: DOT.ID
      var head: DOT.ID
      var points: [Point]
    }

    var bounds: Rect
    var nodes: [DOT.ID: Node]
    var edges: [Edge]
  }

  /// A format with the pixels to an inch, for the one format that has pixels.
  struct Target: Hashable, Sendable {
    var format: String
    var dotsPerInch: Double

    init(_ format: String, dotsPerInch: Double = 0) {
      self.format = format
      self.dotsPerInch = dotsPerInch.isFinite ? min(max(dotsPerInch, 0), 600) : 0
    }
  }

  private static let lock = Mutex<Void>(())

  /// Returns where an engine puts the nodes and edges of a graph.
  static func layout(_ dot: DOT, engine: Engine) throws(GraphvizError) -> Layout {
    try withLayout(of: dot.text, engine: engine.rawValue) { layout throws(GraphvizError) in
      positions(in: layout)
    }
  }

  /// Returns a graph drawn in several formats from one layout.
  static func render(
    _ dot: DOT, engine: Engine, as targets: [Target]
  ) throws(GraphvizError) -> [[UInt8]] {
    try render(text: dot.text, engine: engine.rawValue, as: targets)
  }

  /// Returns a text drawn in several formats; the text is Sightline's own DOT.
  static func render(
    text: String, engine: String, as targets: [Target]
  ) throws(GraphvizError) -> [[UInt8]] {
    try withLayout(of: text, engine: engine) { layout throws(GraphvizError) in
      var drawings: [[UInt8]] = []
      for target in targets {
        let bytes = sightline_render(layout, target.format, target.dotsPerInch)
        defer { sightline_free_bytes(bytes) }
        guard let data = bytes.data else {
          throw GraphvizError(reason: .format(target.format), message: failure(of: layout))
        }
        let buffer = UnsafeRawBufferPointer(start: data, count: bytes.length)
        drawings.append(Array(buffer))
      }
      return drawings
    }
  }

  /// Runs `body` under the lock, with a layout that lives until it returns.
  private static func withLayout<Result: Sendable>(
    of text: String, engine: String, _ body: (OpaquePointer) throws(GraphvizError) -> Result
  ) throws(GraphvizError) -> Result {
    try lock.withLock { _ throws(GraphvizError) in
      let length = text.utf8.count
      guard let layout = sightline_layout(text, length, engine) else {
        throw GraphvizError(reason: .layout, message: "out of memory")
      }
      defer { sightline_close(layout) }
      if sightline_failure(layout) != nil {
        throw GraphvizError(reason: .layout, message: failure(of: layout))
      }
      return try body(layout)
    }
  }

  private static func failure(of layout: OpaquePointer) -> String {
    guard let text = sightline_failure(layout) else { return "nothing was said" }
    let lines = String(cString: text).split(whereSeparator: \.isNewline)
    return lines.joined(separator: " ")
  }

  private static func positions(in layout: OpaquePointer) -> Layout {
    let bounds = sightline_bounds(layout)
    var nodes: [DOT.ID: Layout.Node] = [:]
    for place in 0..<sightline_node_count(layout) {
      let node = sightline_node(layout, place)
      guard let name = node.name else { continue }
      nodes[DOT.ID(read: String(cString: name))] = Layout.Node(
        center: Point(x: node.x, y: node.y), size: Size(width: node.width, height: node.height))
    }
    let edges = (0..<sightline_edge_count(layout)).map { place in
      var ends: (tail: UnsafePointer<CChar>?, head: UnsafePointer<CChar>?) = (nil, nil)
      sightline_edge_ends(layout, place, &ends.tail, &ends.head)
      let count = sightline_edge_points(layout, place, nil, 0)
      var points = Array(repeating: SightlinePoint(x: 0, y: 0), count: count)
      _ = sightline_edge_points(layout, place, &points, count)
      return Layout.Edge(
        tail: DOT.ID(read: ends.tail.map { String(cString: $0) } ?? ""),
        head: DOT.ID(read: ends.head.map { String(cString: $0) } ?? ""),
        points: points.map { Point(x: $0.x, y: $0.y) })
    }
    return Layout(
      bounds: Rect(
        x: bounds.left, y: bounds.bottom, width: bounds.right - bounds.left,
        height: bounds.top - bounds.bottom),
      nodes: nodes, edges: edges)
  }
}

extension Graphviz {
  /// What is installed of Graphviz, for a message to whoever misses a picture.
  public struct Diagnosis: Hashable, Sendable {
    /// The version of the library that runs.
    public var version: String
    /// The layout engines it has; Sightline needs `neato` and `nop2`.
    public var engines: [String]
    /// The formats it can write; Sightline needs `svg`, `pdf` and `png`.
    public var formats: [String]
    /// Whether a text has a width, that is, whether a font was found.
    public var hasFonts: Bool

    /// What is missing, each with the way to get it; empty if all is well.
    public var problems: [String] {
      var problems: [String] = []
      let engineNames = Graphviz.Engine.allCases.map(\.rawValue)
      if engineNames.contains(where: { !engines.contains($0) }) {
        problems.append(
          "Graphviz has no layout plugins: run `dot -c` as root, or install `graphviz`.")
      }
      let missing = ["svg", "pdf", "png"].filter { !formats.contains($0) }
      if !missing.isEmpty {
        problems.append(
          "Graphviz cannot write \(missing.joined(separator: ", ")): install it with its pango "
            + "plugin (Debian: `graphviz`; Homebrew: `graphviz`).")
      }
      if !hasFonts {
        problems.append("No font was found: install `fonts-liberation`.")
      }
      return problems
    }
  }

  /// What is installed of Graphviz.
  public static var diagnosis: Diagnosis {
    var diagnosis = lock.withLock { _ in
      Diagnosis(
        version: sightline_graphviz_version().map { String(cString: $0) } ?? "",
        engines: plugins("layout"), formats: plugins("device"), hasFonts: false)
    }
    let widths = try? TextMeasure(words: ["Sightline", "iiiiiiiii"], bold: [])
    if let widths {
      // Without a font Graphviz guesses widths, or finds none at all.
      diagnosis.hasFonts =
        widths.width(of: "Sightline", fontSize: 10) > widths.width(of: "iiiiiiiii", fontSize: 10)
    }
    return diagnosis
  }

  private static func plugins(_ kind: String) -> [String] {
    let bytes = sightline_plugins(kind)
    defer { sightline_free_bytes(bytes) }
    guard let data = bytes.data else { return [] }
    let text = String(
      decoding: UnsafeRawBufferPointer(start: data, count: bytes.length), as: UTF8.self)
    return Set(text.split(separator: "\n").map(String.init)).sorted()
  }
}
