/// Finds ways for ties between rectangles that pass behind as few others as possible.
struct Routes {
  /// The rectangles: labels with their tags.
  let obstacles: [Rect]
  /// Where a curve may go.
  let frame: Rect

  /// How far a curve may swing out, as shares of its length, in the order of trial.
  private static let swings = [0, 0.07, -0.07, 0.14, -0.14, 0.22, -0.22, 0.32, -0.32]
  /// The same, to one side only.
  private static let bows = [0.1, 0.16, 0.24, 0.06, 0.32]
  private static let samples = 15

  /// The control points of the best curve from one rectangle to another.
  ///
  /// - Parameters:
  ///   - first: The rectangle where it begins.
  ///   - second: The rectangle where it ends.
  ///   - isBowed: Whether it is always curved, and to one side.
  func curve(from first: Int, to second: Int, isBowed: Bool = false) -> [Point] {
    let (start, end) = (obstacles[first].center, obstacles[second].center)
    let reach = (end - start).length
    guard reach > 0 else { return [start, start, end, end] }
    let swing = Self.swings[Self.swings.count - 2] * reach
    let region = Rect(
      x: min(start.x, end.x) - swing, y: min(start.y, end.y) - swing,
      width: abs(end.x - start.x) + 2 * swing, height: abs(end.y - start.y) + 2 * swing)
    let near = obstacles.indices.filter {
      $0 != first && $0 != second && obstacles[$0].overlaps(region)
    }.map { obstacles[$0] }
    var best: [Point] = []
    var least = Double.infinity
    for swing in isBowed ? Self.bows : Self.swings {
      let points = controlPoints(first, second, swing: swing)
      let cost = cost(of: points, near: near) + abs(swing) * 8
      if cost < least - 1e-9 { (best, least) = (points, cost) }
      if least == 0 { break }
    }
    return best
  }

  private func controlPoints(_ first: Int, _ second: Int, swing: Double) -> [Point] {
    let (start, end) = (obstacles[first].center, obstacles[second].center)
    // The curve leaves both rectangles in the direction in which it swings out; how far it swings
    // goes by the part that can be seen, so that neighbours are not tied by loops.
    let lean = Point(x: start.y - end.y, y: end.x - start.x) * swing
    let from = obstacles[first].exit(towards: start + (end - start) * (1 / 3) + lean * (4 / 3))
    let to = obstacles[second].exit(towards: start + (end - start) * (2 / 3) + lean * (4 / 3))
    let way = to - from
    let aside = Point(x: -way.y, y: way.x) * (swing * 4 / 3)
    return [from, from + way * (1 / 3) + aside, from + way * (2 / 3) + aside, to]
  }

  /// How many sampled points lie behind a rectangle or off the frame.
  private func cost(of curve: [Point], near: [Rect]) -> Double {
    var hidden = 0.0
    for step in 1..<Self.samples {
      let point = Self.point(on: curve, at: Double(step) / Double(Self.samples))
      if !frame.contains(point) { hidden += 4 }
      for rect in near where rect.contains(point) { hidden += 1 }
    }
    return hidden
  }

  /// A place on a cubic curve.
  static func point(on curve: [Point], at share: Double) -> Point {
    let rest = 1 - share
    return curve[0] * (rest * rest * rest) + curve[1] * (3 * rest * rest * share)
      + curve[2] * (3 * rest * share * share) + curve[3] * (share * share * share)
  }
}
