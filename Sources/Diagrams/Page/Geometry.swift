/// A place on a page, in points.
struct Point: Hashable, Sendable, Codable {
  var x: Double
  var y: Double

  static let zero = Point(x: 0, y: 0)

  static func + (first: Point, second: Point) -> Point {
    Point(x: first.x + second.x, y: first.y + second.y)
  }

  static func - (first: Point, second: Point) -> Point {
    Point(x: first.x - second.x, y: first.y - second.y)
  }

  static func * (point: Point, factor: Double) -> Point {
    Point(x: point.x * factor, y: point.y * factor)
  }

  /// The distance from the origin.
  var length: Double { (x * x + y * y).squareRoot() }
}

/// A width and a height, in points.
struct Size: Hashable, Sendable, Codable {
  var width: Double
  var height: Double

  /// The product of the two.
  var area: Double { width * height }
}

/// A rectangle on a page, in points, y downwards from the top of the page.
struct Rect: Hashable, Sendable, Codable {
  var x: Double
  var y: Double
  var width: Double
  var height: Double

  init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  init(center: Point, size: Size) {
    self.init(
      x: center.x - size.width / 2, y: center.y - size.height / 2, width: size.width,
      height: size.height)
  }

  var maxX: Double { x + width }
  var maxY: Double { y + height }
  var center: Point { Point(x: x + width / 2, y: y + height / 2) }
  var size: Size { Size(width: width, height: height) }

  /// The rectangle made smaller on each side.
  func inset(by amount: Double) -> Rect {
    Rect(
      x: x + amount, y: y + amount, width: max(0, width - 2 * amount),
      height: max(0, height - 2 * amount))
  }

  /// Whether a point lies inside or on the border.
  func contains(_ point: Point) -> Bool {
    point.x >= x && point.x <= maxX && point.y >= y && point.y <= maxY
  }

  /// Whether another rectangle lies inside, but for a hair.
  func contains(_ other: Rect) -> Bool {
    other.x >= x - 0.01 && other.maxX <= maxX + 0.01 && other.y >= y - 0.01
      && other.maxY <= maxY + 0.01
  }

  /// Whether the two have more than a hair of area in common.
  func overlaps(_ other: Rect) -> Bool {
    min(maxX, other.maxX) - max(x, other.x) > 0.01
      && min(maxY, other.maxY) - max(y, other.y) > 0.01
  }

  /// The area that the two have in common.
  func sharedArea(with other: Rect) -> Double {
    max(0, min(maxX, other.maxX) - max(x, other.x))
      * max(0, min(maxY, other.maxY) - max(y, other.y))
  }

  /// The point of the rectangle that is nearest to another point.
  func nearest(to point: Point) -> Point {
    Point(x: min(max(point.x, x), maxX), y: min(max(point.y, y), maxY))
  }

  /// Whether a straight line between two points runs through the inside.
  func isCrossed(from start: Point, to end: Point) -> Bool {
    let way = end - start
    var (enters, leaves) = (0.0, 1.0)
    for (from, along, low, high) in [(start.x, way.x, x, maxX), (start.y, way.y, y, maxY)] {
      guard along != 0 else {
        if from <= low || from >= high { return false }
        continue
      }
      let (first, second) = ((low - from) / along, (high - from) / along)
      enters = max(enters, min(first, second))
      leaves = min(leaves, max(first, second))
    }
    return enters < leaves
  }

  /// Where the ray from the centre through a point leaves the rectangle.
  func exit(towards point: Point) -> Point {
    let way = point - center
    guard way.x != 0 || way.y != 0 else { return center }
    let horizontal = way.x == 0 ? Double.infinity : width / 2 / abs(way.x)
    let vertical = way.y == 0 ? Double.infinity : height / 2 / abs(way.y)
    return center + way * min(horizontal, vertical)
  }
}
