/// How a line is drawn whose kind must show without colour: by its strokes and its ends.
struct StrokeStyle: Hashable, Sendable {
  /// Where a line has the head of an arrow.
  enum Ends: Hashable, Sendable {
    case none
    case tail
    case head
    case both
  }

  var color: Color
  var width: Double
  var pattern = DOT.Style.solid
  var ends = Ends.none
  /// Crossed by short strokes, as a stressful tie is in an eco-map.
  var isHatched = false

  /// The control points of a straight line.
  static func straight(_ start: Point, _ end: Point) -> [Point] {
    [start, start + (end - start) * (1 / 3), start + (end - start) * (2 / 3), end]
  }
}

extension Sheet {
  /// Draws a line along curves.
  ///
  /// - Parameters:
  ///   - style: How it is drawn.
  ///   - points: The control points of Bezier curves: 4, 7, 10, ….
  ///   - scale: The width of lines against those of a text of 12 points.
  ///   - title: What a screen reader says of it.
  mutating func draw(
    _ style: StrokeStyle, along points: [Point], scale: Double, title: String? = nil
  ) {
    guard points.count >= 4, let start = points.first, let end = points.last else { return }
    // Anchors of its own: lines are drawn in the order of the marks they hang on.
    for point in [start, end] {
      marks.append(
        Mark(kind: .anchor, frame: Rect(center: point, size: Size(width: 0, height: 0))))
    }
    var line = Line(
      tail: marks.count - 2, head: marks.count - 1, points: points, stroke: style.color,
      width: style.width * scale, pattern: style.pattern, title: title)
    line.arrowSize = 0.7 * scale.squareRoot() * max(1, style.width / 2).squareRoot()
    if style.ends == .head || style.ends == .both {
      line.arrow = end
      line.points[points.count - 1] = Self.drawnBack(
        end, towards: points[points.count - 2], by: line.arrowSize * 10)
    }
    if style.ends == .tail || style.ends == .both {
      line.tailArrow = start
      line.points[0] = Self.drawnBack(start, towards: points[1], by: line.arrowSize * 10)
    }
    if style.isHatched { line.crossings = Self.hatches(along: points, scale: scale) }
    lines.append(line)
  }

  private static func drawnBack(_ tip: Point, towards point: Point, by length: Double) -> Point {
    let way = point - tip
    guard way.length > 0 else { return tip }
    return tip + way * (min(length, way.length * 0.9) / way.length)
  }

  /// Short strokes across a single curve, at even distances.
  private static func hatches(along points: [Point], scale: Double) -> [[Point]] {
    let (distance, reach) = (7 * scale, 3.6 * scale)
    let length = (points[3] - points[0]).length
    let count = min(200, Int(length / distance) - 1)
    guard count > 0 else { return [] }
    return (1...count).map { number in
      let share = Double(number) / Double(count + 1)
      let middle = Routes.point(on: points, at: share)
      let way =
        Routes.point(on: points, at: min(1, share + 0.01))
        - Routes.point(on: points, at: max(0, share - 0.01))
      let aside = Point(x: -way.y, y: way.x) * (reach / max(way.length, 1e-9))
      return StrokeStyle.straight(middle + aside, middle - aside)
    }
  }
}
