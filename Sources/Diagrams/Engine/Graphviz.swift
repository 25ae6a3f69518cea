internal import CGraphvizShim
internal import Foundation
internal import Synchronization

/// The one door to the Graphviz library: DOT in, positions and bytes out.
///
/// The library keeps its state in globals, so everything in this process waits for one lock. Any
/// thread may call. With workers, several drawings are made at once: see ``host``.
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
  struct Layout: Hashable, Sendable, Codable {
    /// A node's centre and size.
    struct Node: Hashable, Sendable, Codable {
      var center: Point
      var size: Size
    }

    /// An edge's ends and the control points of its curves.
    struct Edge: Hashable, Sendable, Codable {
      var tail: DOT.ID
      var head: DOT.ID
      var points: [Point]
    }

    var bounds: Rect
    var nodes: [DOT.ID: Node]
    var edges: [Edge]
  }

  /// A format with the pixels to an inch, for the one format that has pixels.
  struct Target: Hashable, Sendable, Codable {
    var format: String
    var dotsPerInch: Double

    init(_ format: String, dotsPerInch: Double = 0) {
      self.format = format
      self.dotsPerInch = dotsPerInch.isFinite ? min(max(dotsPerInch, 0), 600) : 0
    }
  }

  static let lock = Mutex<Void>(())

  /// Returns where an engine puts the nodes and edges of a graph.
  static func layout(_ dot: DOT, engine: Engine) throws(GraphvizError) -> Layout {
    let job = GraphvizJob(text: dot.text, engine: engine.rawValue, wish: .positions)
    guard case .positions(let layout) = try host.perform(job) else {
      throw GraphvizError(reason: .layout, message: "no positions came back")
    }
    return layout
  }

  /// Returns a text drawn in several formats; the text is Sightline's own DOT.
  static func render(
    text: String, engine: String, as targets: [Target]
  ) throws(GraphvizError) -> [[UInt8]] {
    let job = GraphvizJob(text: text, engine: engine, wish: .drawings(targets))
    guard case .drawings(let drawings) = try host.perform(job) else {
      throw GraphvizError(reason: .layout, message: "no drawing came back")
    }
    return drawings.map { Array($0) }
  }

  /// Does a piece of work in this process, when its turn has come.
  static func perform(_ job: GraphvizJob) throws(GraphvizError) -> GraphvizAnswer {
    try withLayout(of: job.text, engine: job.engine) { layout throws(GraphvizError) in
      switch job.wish {
      case .positions: .positions(positions(in: layout))
      case .drawings(let targets): .drawings(try drawings(of: layout, as: targets))
      }
    }
  }

  private static func drawings(
    of layout: OpaquePointer, as targets: [Target]
  ) throws(GraphvizError) -> [Data] {
    var drawings: [Data] = []
    for target in targets {
      let bytes = sightline_render(layout, target.format, target.dotsPerInch)
      defer { sightline_free_bytes(bytes) }
      guard let data = bytes.data else {
        throw GraphvizError(reason: .format(target.format), message: failure(of: layout))
      }
      drawings.append(Data(bytes: data, count: bytes.length))
    }
    return drawings
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
