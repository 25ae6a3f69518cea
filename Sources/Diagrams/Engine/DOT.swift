/// A drawing in Graphviz's language, built from values that cannot say anything but what is meant.
///
/// Names are made here, attributes are a closed list, numbers are checked, and text from a map
/// only enters a label, through ``DOTText``.
struct DOT: Hashable, Sendable {
  /// A name made by Sightline: a letter or two and a number.
  struct ID: Hashable, Sendable, Codable {
    let text: String

    init(_ prefix: Prefix, _ number: Int) { text = prefix.rawValue + String(number) }

    /// A name that comes back from a layout.
    init(read text: String) { self.text = text }
  }

  /// What an id begins with.
  enum Prefix: String, Sendable {
    case node = "n"
    case tag = "g"
    case text = "t"
    case anchor = "a"
    case edge = "e"
    case cluster = "cluster"
  }

  /// A node.
  struct Node: Hashable, Sendable {
    var id: ID
    var attributes: [Attribute]
  }

  /// An edge.
  struct Edge: Hashable, Sendable {
    var tail: ID
    var head: ID
    var attributes: [Attribute]
  }

  /// A box behind nodes.
  struct Cluster: Hashable, Sendable {
    var id: ID
    var attributes: [Attribute]
    var members: [ID]
  }

  var attributes: [Attribute] = []
  var nodeDefaults: [Attribute] = []
  var edgeDefaults: [Attribute] = []
  var clusters: [Cluster] = []
  var nodes: [Node] = []
  var edges: [Edge] = []

  /// The text that Graphviz reads.
  var text: String {
    var text = "digraph sightline {\n"
    for attribute in attributes { text += "  \(attribute.text)\n" }
    if !nodeDefaults.isEmpty { text += "  node \(Self.list(nodeDefaults))\n" }
    if !edgeDefaults.isEmpty { text += "  edge \(Self.list(edgeDefaults))\n" }
    for node in nodes { text += "  \(node.id.text) \(Self.list(node.attributes))\n" }
    for cluster in clusters {
      text += "  subgraph \(cluster.id.text) {\n"
      for attribute in cluster.attributes { text += "    \(attribute.text)\n" }
      if !cluster.members.isEmpty {
        text += "    \(cluster.members.map(\.text).joined(separator: "; "))\n"
      }
      text += "  }\n"
    }
    for edge in edges {
      text += "  \(edge.tail.text) -> \(edge.head.text) \(Self.list(edge.attributes))\n"
    }
    return text + "}\n"
  }

  private static func list(_ attributes: [Attribute]) -> String {
    "[" + attributes.map(\.text).joined(separator: " ") + "]"
  }
}

extension DOT {
  /// Everything that a drawing may say of itself or of a part.
  enum Attribute: Hashable, Sendable {
    case label(DOTText)
    /// One line that begins at the left side of its node.
    case leftLabel(DOTText)
    case id(String)
    case shape(Shape)
    case styles([Style])
    case fill(Color)
    case stroke(Color)
    case textColor(Color)
    case font(Font)
    case fontSize(Double)
    case lineWidth(Double)
    case width(Double)
    case height(Double)
    case fixedSize
    case margin(Double)
    case center(Point)
    /// Curves, and where the points of their arrows are; further curves belong to the same line.
    case route([Point], arrow: Point?, tailArrow: Point? = nil, crossings: [[Point]] = [])
    case box(Rect)
    case viewport(Size)
    case edgesFirst
    case background(Color)
    case length(Double)
    case weight(Double)
    case arrowSize(Double)
    case noArrow
    case normalArrow
    case backArrow
    case bothArrows
    case transparentBorder

    /// The attribute as it stands in the text.
    ///
    /// Positions are given with y upwards.
    var text: String {
      switch self {
      case .label(let text): "label=\"\(text.escaped)\""
      case .leftLabel(let text): "label=\"\(text.escaped)\\l\""
      case .id(let name):
        "id=\"\(name.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })\""
      case .shape(let shape): "shape=\(shape.rawValue)"
      case .styles(let styles):
        "style=\"\(styles.map(\.rawValue).joined(separator: ","))\""
      case .fill(let color): "fillcolor=\"\(color.hex)\""
      case .stroke(let color): "color=\"\(color.hex)\""
      case .textColor(let color): "fontcolor=\"\(color.hex)\""
      case .font(let font): "fontname=\"\(font.rawValue)\""
      case .fontSize(let size): "fontsize=\(number(size, in: 1...2_000))"
      case .lineWidth(let width): "penwidth=\(number(width, in: 0...200))"
      // Graphviz takes the sizes of nodes in inches.
      case .width(let width): "width=\(number(width / 72, in: 0...500))"
      case .height(let height): "height=\(number(height / 72, in: 0...500))"
      case .fixedSize: "fixedsize=true"
      case .margin(let margin): "margin=\(number(margin, in: 0...100))"
      case .center(let point): "pos=\"\(coordinates(point))\""
      case .route(let points, let arrow, let tailArrow, let crossings):
        "pos=\"\(tailArrow.map { "s,\(coordinates($0)) " } ?? "")"
          + "\(arrow.map { "e,\(coordinates($0)) " } ?? "")"
          + ([points] + crossings).map { $0.map(coordinates).joined(separator: " ") }
          .joined(separator: ";") + "\""
      case .box(let rect):
        "bb=\"\(coordinates(Point(x: rect.x, y: rect.y))),"
          + "\(coordinates(Point(x: rect.maxX, y: rect.maxY)))\""
      case .viewport(let size):
        "viewport=\"\(number(size.width, in: 1...20_000)),\(number(size.height, in: 1...20_000)),1,"
          + "\(number(size.width / 2, in: 0...20_000)),\(number(size.height / 2, in: 0...20_000))\""
      case .edgesFirst: "outputorder=edgesfirst"
      case .background(let color): "bgcolor=\"\(color.hex)\""
      case .length(let length): "len=\(number(length, in: 0.01...1_000))"
      case .weight(let weight): "weight=\(number(weight, in: 0.01...1_000))"
      case .arrowSize(let size): "arrowsize=\(number(size, in: 0...20))"
      case .noArrow: "arrowhead=none"
      case .normalArrow: "arrowhead=normal"
      case .backArrow: "dir=back arrowtail=normal"
      case .bothArrows: "dir=both arrowhead=normal arrowtail=normal"
      case .transparentBorder: "color=\"transparent\""
      }
    }
  }

  /// The outline of a node.
  enum Shape: String, Sendable {
    case box
    case plaintext
    case ellipse
    case point
  }

  /// How an outline or a line is drawn.
  enum Style: String, Sendable {
    case filled
    case rounded
    case solid
    case dashed
    case dotted
    case invisible = "invis"
  }

  /// The typeface: Arial, or Liberation Sans, which has the same widths.
  enum Font: String, Sendable {
    case regular = "Arial,Liberation Sans,Helvetica,sans-serif"
    case bold = "Arial,Liberation Sans,Helvetica,sans-serif Bold"
  }
}

/// A number with up to four decimals and a point, whatever the locale; 0 for what is not finite.
private func number(_ value: Double, in range: ClosedRange<Double>) -> String {
  guard value.isFinite else { return "0" }
  let clamped = min(max(value, range.lowerBound), range.upperBound)
  let scaled = Int((clamped * 10_000).rounded())
  let digits = String(abs(scaled) % 10_000)
  var fraction = String(repeating: "0", count: 4 - digits.count) + digits
  while fraction.hasSuffix("0") { fraction.removeLast() }
  let whole = (scaled < 0 ? "-" : "") + String(abs(scaled) / 10_000)
  return fraction.isEmpty ? whole : whole + "." + fraction
}

private func coordinates(_ point: Point) -> String {
  let range = -100_000.0...100_000.0
  return number(point.x, in: range) + "," + number(point.y, in: range)
}
