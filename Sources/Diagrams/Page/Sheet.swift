internal import SystemMaps

/// A page with everything on it in its place: what is drawn, and where.
///
/// Places are in points from the page's upper left corner. Boxes lie at the back, lines over them,
/// marks on top.
struct Sheet: Hashable, Sendable {
  /// A shape with text, or only one of the two.
  struct Mark: Hashable, Sendable {
    /// What a mark is, which says what its id begins with.
    var kind: DOT.Prefix
    var frame: Rect
    var lines: [String] = []
    var fontSize = 10.0
    var isBold = false
    var isLeftAligned = false
    var ink = Color.ink
    var outline: Outline?
    /// What a screen reader or a pointer finds, if more than the lines say.
    var title: String?
    /// The element it stands for, if one, and if its name may be known.
    var element: ElementID?
    /// The place of the group it belongs to.
    var group: Int?
    /// The label with its tag; `nil` where that is the frame.
    var whole: Rect?
    /// The box whose lines begin and end here.
    var box: Int?

    /// The frame with room to spare behind a text that begins at the left: small letters come out
    /// a little wider than measured, and a text that is wider than its node would be centred.
    var drawnFrame: Rect {
      guard isLeftAligned else { return frame }
      return Rect(x: frame.x, y: frame.y, width: frame.width * 1.1 + 4, height: frame.height)
    }
  }

  /// How a shape is drawn.
  struct Outline: Hashable, Sendable {
    var fill: Color
    var stroke: Color
    var width: Double
    var isDashed = false
    var isRounded = false
    var shape = DOT.Shape.box
  }

  /// A curve between two marks.
  struct Line: Hashable, Sendable {
    var tail: Int
    var head: Int
    /// The control points of Bezier curves: 4, 7, 10, ….
    var points: [Point]
    var stroke: Color
    var width: Double
    var pattern = DOT.Style.solid
    /// Where the point of an arrow at its end is.
    var arrow: Point?
    /// Where the point of an arrow at its beginning is.
    var tailArrow: Point?
    /// The length of an arrow's head against Graphviz's own, of 10 points.
    var arrowSize = 0.6
    /// Short strokes across the line.
    var crossings: [[Point]] = []
    var title: String?
    /// Whether it belongs to a legend, and ties nothing.
    var isSample = false

    /// How wide lines are beside text of a size, and how far they keep from labels.
    static func scale(beside fontSize: Double) -> Double { max(0.5, fontSize / 12) }
  }

  /// The size of the smallest text, in points; `nil` where nothing is written.
  var smallestText: Double? { marks.filter { !$0.lines.isEmpty }.map(\.fontSize).min() }

  /// A rectangle behind everything.
  struct Box: Hashable, Sendable {
    var frame: Rect
    var fill: Color
    var stroke: Color
    var width = 1.0
    var isDashed = false
    var title: String
    var members: [Int] = []
  }

  var size: Size
  var boxes: [Box] = []
  var marks: [Mark] = []
  var lines: [Line] = []
  var paper = Color.paper

  /// Puts a line of text with its left upper corner at a point, and returns its frame.
  @discardableResult
  mutating func write(
    _ text: String, at corner: Point, fontSize: Double, bold: Bool = false, ink: Color = .ink,
    background: Color? = nil, measure: TextMeasure
  ) -> Rect {
    let size = measure.size(of: [text], fontSize: fontSize, bold: bold)
    let frame = Rect(x: corner.x, y: corner.y, width: size.width, height: size.height)
    marks.append(
      Mark(
        kind: .text, frame: frame, lines: [text], fontSize: fontSize, isBold: bold,
        isLeftAligned: true, ink: ink,
        outline: background.map { Outline(fill: $0, stroke: $0, width: 0) }))
    return frame
  }
}

extension Sheet {
  /// The ids of the marks, in their order.
  var markIDs: [DOT.ID] {
    var counts: [DOT.Prefix: Int] = [:]
    return marks.map { mark in
      counts[mark.kind, default: 0] += 1
      return DOT.ID(mark.kind, counts[mark.kind, default: 0])
    }
  }

  /// The drawing in Graphviz's language, every position given.
  var dot: DOT {
    var dot = DOT()
    dot.attributes = [
      .viewport(size), .margin(0), .edgesFirst, .background(paper), .font(.regular),
      .id("drawing"),
    ]
    dot.nodeDefaults = [.font(.regular), .shape(.plaintext), .margin(0)]
    dot.edgeDefaults = [.noArrow]
    let ids = markIDs
    // Two points in the corners keep the page's own coordinates.
    for (place, corner) in [Point.zero, Point(x: size.width, y: size.height)].enumerated() {
      let id = DOT.ID(.anchor, -place - 1)
      dot.nodes.append(
        DOT.Node(
          id: DOT.ID(read: "corner\(place + 1)"),
          attributes: [
            .id(id.text), .shape(.point), .width(0), .height(0), .styles([.invisible]),
            .center(corner),
          ]))
    }
    for (mark, id) in zip(marks, ids) {
      dot.nodes.append(DOT.Node(id: id, attributes: attributes(of: mark, id: id)))
    }
    for (place, box) in boxes.enumerated() {
      let id = DOT.ID(.cluster, place + 1)
      dot.clusters.append(
        DOT.Cluster(
          id: id,
          attributes: [
            .id(id.text), .box(flipped(box.frame)), .fill(box.fill), .stroke(box.stroke),
            .lineWidth(box.width),
            .styles(box.isDashed ? [.filled, .dashed] : [.filled]),
          ], members: box.members.map { ids[$0] }))
    }
    for (place, line) in lines.enumerated() {
      var attributes: [DOT.Attribute] = [
        .id(DOT.ID(.edge, place + 1).text),
        .route(
          onPage(line.points).map(flipped), arrow: line.arrow.map(flipped),
          tailArrow: line.tailArrow.map(flipped),
          crossings: line.crossings.map { $0.map(flipped) }),
        .stroke(line.stroke), .lineWidth(line.width),
      ]
      if line.pattern != .solid { attributes.append(.styles([line.pattern])) }
      switch (line.tailArrow, line.arrow) {
      case (nil, nil): break
      case (nil, _): attributes += [.normalArrow, .arrowSize(line.arrowSize)]
      case (_, nil): attributes += [.backArrow, .arrowSize(line.arrowSize)]
      case (_, _): attributes += [.bothArrows, .arrowSize(line.arrowSize)]
      }
      dot.edges.append(
        DOT.Edge(tail: ids[line.tail], head: ids[line.head], attributes: attributes))
    }
    return dot
  }

  private func attributes(of mark: Mark, id: DOT.ID) -> [DOT.Attribute] {
    let text = DOTText(mark.lines.joined(separator: "\n"), keepingLines: true)
    var attributes: [DOT.Attribute] = [
      .id(id.text), mark.isLeftAligned ? .leftLabel(text) : .label(text),
      .center(flipped(mark.drawnFrame.center)),
    ]
    if !mark.lines.isEmpty { attributes.append(.fontSize(mark.fontSize)) }
    if mark.isBold { attributes.append(.font(.bold)) }
    if mark.ink != .ink || mark.outline == nil { attributes.append(.textColor(mark.ink)) }
    guard let outline = mark.outline else {
      if mark.kind == .anchor { attributes.append(.styles([.invisible])) }
      guard mark.isLeftAligned else { return attributes + [.width(0), .height(0)] }
      return attributes + [
        .width(mark.drawnFrame.width), .height(mark.frame.height), .fixedSize,
      ]
    }
    var styles: [DOT.Style] = [.filled]
    if outline.isRounded { styles.append(.rounded) }
    if outline.isDashed { styles.append(.dashed) }
    attributes += [
      .shape(outline.shape), .styles(styles), .width(mark.drawnFrame.width),
      .height(mark.frame.height), .fixedSize, .fill(outline.fill), .stroke(outline.stroke),
      .lineWidth(outline.width),
    ]
    return attributes
  }

  /// The same curves in shorter pieces where a control point lies off the page.
  ///
  /// Graphviz draws its frame around the control points, which may lie far from the curve, and would
  /// move the whole picture.
  private func onPage(_ points: [Point]) -> [Point] {
    let page = Rect(x: 0, y: 0, width: size.width, height: size.height)
    var points = points
    // Each time the control points come four times nearer to the curve.
    for _ in 0..<4 where !points.allSatisfy(page.contains) { points = Self.halved(points) }
    return points.map(page.nearest)
  }

  /// The same curves, each cut in two in its middle.
  private static func halved(_ points: [Point]) -> [Point] {
    var halves = Array(points.prefix(1))
    for start in stride(from: 0, to: points.count - 3, by: 3) {
      let curve = points[start...start + 3]
      // De Casteljau: the middles of the middles.
      var level = Array(curve)
      var (left, right) = ([Point](), [Point]())
      while level.count > 1 {
        level = zip(level, level.dropFirst()).map { ($0 + $1) * 0.5 }
        left += level.prefix(1)
        right += level.suffix(1)
      }
      halves += left + right.reversed().dropFirst() + curve.suffix(1)
    }
    return halves
  }

  /// A point with y upwards, as Graphviz counts.
  private func flipped(_ point: Point) -> Point { Point(x: point.x, y: size.height - point.y) }

  private func flipped(_ rect: Rect) -> Rect {
    Rect(x: rect.x, y: size.height - rect.maxY, width: rect.width, height: rect.height)
  }
}
