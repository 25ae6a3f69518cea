/// Finds ways for ties between rectangles that pass behind few others and cross few of one another.
struct Routes {
  /// The rectangles: labels with their tags.
  let obstacles: [Rect]
  /// Where a curve may go.
  let frame: Rect
  /// What a crossing costs, against a sampled point behind a rectangle: less where rectangles are
  /// large, and a detour leads through their neighbours.
  var crossing = 2.0

  /// How far a curve may swing out, as shares of its length, in the order of trial.
  private static let swings = [
    0, 0.07, -0.07, 0.14, -0.14, 0.22, -0.22, 0.32, -0.32, 0.44, -0.44,
  ]
  /// The same, to one side only.
  private static let bows = [0.1, 0.16, 0.24, 0.06, 0.32]
  private static let samples = 15
  /// The straight pieces of a curve whose crossings are looked at.
  private static let pieces = 8
  /// What a sampled point behind a label costs, against a crossing, where pictures are compared.
  private static let hiding = 0.2
  /// What a curve costs for swinging out by its whole length, against the same.
  private static let swinging = 4.0
  /// The most lines whose crossings are looked at: more take long.
  private static let mostLines = 400

  /// A tie to be drawn, from one rectangle to another.
  struct Way: Hashable, Sendable {
    var first: Int
    var second: Int
    /// Whether it is always curved, and to one side.
    var isBowed: Bool
  }

  /// The control points of the best curves together: each passes behind few rectangles, and crosses
  /// few of the others.
  func curves(for ways: [Way]) -> [[Point]] { chosen(for: ways).map(\.points) }

  /// What the best curves cost together, in crossings.
  func cost(of ways: [Way]) -> Double {
    let chosen = chosen(for: ways)
    let crossings = Crossings.count(among: chosen.map(\.line))
    return chosen.reduce(Double(crossings)) {
      $0 + $1.hidden * Self.hiding + ($1.points[3] - $1.points[0]).length * 1e-4
    }
  }

  /// The control points of the best curve from one rectangle to another.
  ///
  /// - Parameters:
  ///   - first: The rectangle where it begins.
  ///   - second: The rectangle where it ends.
  ///   - isBowed: Whether it is always curved, and to one side.
  func curve(from first: Int, to second: Int, isBowed: Bool = false) -> [Point] {
    best(for: Way(first: first, second: second, isBowed: isBowed)).points
  }

  /// A curve that a tie may take.
  private struct Curve {
    /// The four control points.
    var points: [Point]
    /// How many sampled points lie behind a rectangle or off the frame.
    var hidden: Double
    /// What it costs by itself: the same, and more the further it swings out.
    var cost: Double
    /// It in straight pieces, and what lies around them.
    var line: Crossings.Line
    var box: Rect

    func crosses(_ other: Curve) -> Bool {
      box.overlaps(other.box) && !line.meets(other.line) && line.crosses(other.line)
    }
  }

  /// The best curves together.
  private func chosen(for ways: [Way]) -> [Curve] {
    guard ways.count <= Self.mostLines else { return ways.map(best) }
    let options = ways.map { way in
      let near = rectangles(between: way.first, way.second)
      return swings(of: way).map { curve(for: way, swing: $0, near: near) }
    }
    var choices = options.map(Self.best)
    var chosen = zip(options, choices).map { $0[$1] }
    // Each round follows from the one before: two are enough, a third changes next to nothing.
    for _ in 0..<3 {
      let before = choices
      for (place, options) in options.enumerated() {
        var least = Double.infinity
        for (choice, option) in options.enumerated() {
          var cost = option.cost
          // Nothing makes it better again.
          for other in chosen.indices where cost < least - 1e-9 {
            if other != place && option.crosses(chosen[other]) { cost += crossing }
          }
          if cost < least - 1e-9 { (choices[place], least) = (choice, cost) }
        }
        chosen[place] = options[choices[place]]
      }
      if choices == before { break }
    }
    return chosen
  }

  /// Which curve is best by itself.
  private static func best(of curves: [Curve]) -> Int {
    curves.indices.reduce(0) { curves[$1].cost < curves[$0].cost - 1e-9 ? $1 : $0 }
  }

  /// The curve that is best by itself.
  private func best(for way: Way) -> Curve {
    let near = rectangles(between: way.first, way.second)
    let swings = swings(of: way)
    var best = curve(for: way, swing: swings[0], near: near)
    for swing in swings.dropFirst() where best.cost > 0 {
      let curve = curve(for: way, swing: swing, near: near)
      if curve.cost < best.cost - 1e-9 { best = curve }
    }
    return best
  }

  private func swings(of way: Way) -> [Double] { way.isBowed ? Self.bows : Self.swings }

  private func curve(for way: Way, swing: Double, near: [Rect]) -> Curve {
    let points = controlPoints(way.first, way.second, swing: swing)
    let hidden = hidden(points, near: near)
    let line = line(way, along: points)
    return Curve(
      points: points, hidden: hidden, cost: hidden + abs(swing) * Self.swinging, line: line,
      box: Self.box(around: line.points))
  }

  /// The rectangles that a curve between two others might pass behind.
  private func rectangles(between first: Int, _ second: Int) -> [Rect] {
    let (start, end) = (obstacles[first].center, obstacles[second].center)
    let swing = Self.swings[Self.swings.count - 2] * (end - start).length
    let region = Self.box(around: [start, end]).inset(by: -swing)
    return obstacles.indices.filter {
      $0 != first && $0 != second && obstacles[$0].overlaps(region)
    }.map { obstacles[$0] }
  }

  /// A curve in straight pieces, from the middle of the one rectangle to the middle of the other.
  private func line(_ way: Way, along curve: [Point]) -> Crossings.Line {
    let (start, end) = (obstacles[way.first].center, obstacles[way.second].center)
    let (along, aside) = (curve[3] - curve[0], curve[1] - curve[0])
    let isStraight = abs(along.x * aside.y - along.y * aside.x) < 1e-6 * along.length
    let pieces = (0...Self.pieces).map {
      Self.point(on: curve, at: Double($0) / Double(Self.pieces))
    }
    return Crossings.Line(
      first: way.first, second: way.second,
      points: isStraight ? [start, end] : [start] + pieces + [end])
  }

  private static func box(around points: [Point]) -> Rect {
    let (xs, ys) = (points.map(\.x), points.map(\.y))
    let (left, top) = (xs.min() ?? 0, ys.min() ?? 0)
    return Rect(
      x: left, y: top, width: (xs.max() ?? 0) - left, height: (ys.max() ?? 0) - top
    ).inset(by: -0.1)
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
  private func hidden(_ curve: [Point], near: [Rect]) -> Double {
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

extension Routes.Way {
  /// The way of a tie.
  init(_ tie: Tie) { self.init(first: tie.first, second: tie.second, isBowed: tie.isBowed) }
}
