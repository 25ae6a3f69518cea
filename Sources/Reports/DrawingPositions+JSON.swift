public import Diagrams
import SystemMaps

extension DrawingPositions {
  /// The positions for a program, in points from the page's upper left corner, y downwards.
  ///
  /// `{"page": {"name", "width", "height"}, "nodes": [{"id", "element", "label", "x", "y", "width",
  /// "height", "font_size"}], "boxes": [{"id", "label", "x", "y", "width", "height"}], "edges":
  /// [{"id", "from", "to", "points": [[x, y], …]}]}`: `x` and `y` are centres; `id`, `from` and `to`
  /// are the ids of the SVG without their prefix; `element` is the map's id, or null; the points
  /// are the control points of Bezier curves. Lengths have three decimals.
  public var json: JSONValue {
    [
      "page": [
        "name": .string(page), "width": Self.length(width), "height": Self.length(height),
      ],
      "nodes": .array(
        labels.map { item in
          .object(
            Self.members(of: item).merging([
              "element": JSONValue(item.element?.text),
              "font_size": item.fontSize.map(Self.length) ?? .null,
            ]) { $1 })
        }),
      "boxes": .array(boxes.map { .object(Self.members(of: $0)) }),
      "edges": .array(
        lines.map { line in
          [
            "id": .string(line.id), "from": .string(line.from), "to": .string(line.to),
            "points": .array(
              line.points.map { .array([Self.length($0.x), Self.length($0.y)]) }),
          ]
        }),
    ]
  }

  private static func members(of item: Item) -> [String: JSONValue] {
    [
      "id": .string(item.id), "label": .string(item.label), "x": length(item.center.x),
      "y": length(item.center.y), "width": length(item.width), "height": length(item.height),
    ]
  }

  private static func length(_ points: Double) -> JSONValue {
    JSONValue((points * 1_000).rounded() / 1_000)
  }
}
