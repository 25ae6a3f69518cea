/// Ways for lines between steps of one band, behind as few other steps as possible.
struct LaneRoutes {
  /// Everything that a line should not pass behind.
  let obstacles: [Rect]
  let fontSize: Double

  /// The control points of the best way from the step in one rectangle to that in another.
  func way(from first: Rect, to second: Rect) -> [Point] {
    let candidates = candidates(from: first, to: second)
    let others = obstacles.filter { $0 != first && $0 != second }
    var best = candidates[0]
    var least = Double.infinity
    for candidate in candidates {
      let cost = cost(of: candidate, among: others)
      if cost < least - 1e-9 { (best, least) = (candidate, cost) }
    }
    return best
  }

  private func candidates(from first: Rect, to second: Rect) -> [[Point]] {
    let right = Point(x: first.maxX, y: first.center.y)
    let left = Point(x: second.x, y: second.center.y)
    let isBelow = second.center.y > first.center.y
    let out = isBelow ? first.maxY : first.y
    let into = isBelow ? second.y : second.maxY
    let inset = fontSize * 0.5
    var ways: [[Point]] = []
    if left.x - right.x > fontSize {
      let reach = (left.x - right.x) / 2
      ways.append([
        right, Point(x: right.x + reach, y: right.y), Point(x: left.x - reach, y: left.y), left,
      ])
    }
    guard !(first.y < second.maxY && second.y < first.maxY) else {
      if ways.isEmpty || left.x - right.x > fontSize * 3 { ways.append(arch(first, second)) }
      return ways
    }
    let (low, high) = (max(first.x, second.x) + inset, min(first.maxX, second.maxX) - inset)
    if low <= high {
      for share in [0.5, 0, 1, 0.25, 0.75] {
        let x = low + (high - low) * share
        ways.append(StrokeStyle.straight(Point(x: x, y: out), Point(x: x, y: into)))
      }
    }
    for share in [1, 0.75, 0.5, 0.25, 0.0] {
      let x = first.x + inset + (first.width - 2 * inset) * share
      if x < left.x - fontSize {
        let start = Point(x: x, y: out)
        ways.append([
          start, Point(x: x, y: (start.y + left.y * 2) / 3),
          Point(x: x + (left.x - x) * 0.3, y: left.y), left,
        ])
      }
      let end = second.x + inset + (second.width - 2 * inset) * (1 - share)
      if end > right.x + inset {
        ways.append([
          right, Point(x: right.x + (end - right.x) * 0.7, y: right.y),
          Point(x: end, y: (right.y * 2 + into) / 3), Point(x: end, y: into),
        ])
      }
    }
    return ways.isEmpty ? [StrokeStyle.straight(first.center, second.center)] : ways
  }

  /// Over the steps that lie between two of the same row.
  private func arch(_ first: Rect, _ second: Rect) -> [Point] {
    let (start, end) = (first.maxX - fontSize, second.x + fontSize)
    let top = min(first.y, second.y) - fontSize * 0.9
    return [
      Point(x: start, y: first.y), Point(x: start + fontSize, y: top),
      Point(x: end - fontSize, y: top), Point(x: end, y: second.y),
    ]
  }

  /// How much of a way is hidden, and a little for its length; one too short to show its strokes
  /// costs more.
  private func cost(of way: [Point], among others: [Rect]) -> Double {
    let samples = 24
    var hidden = 0.0
    for step in 1..<samples {
      let point = Routes.point(on: way, at: Double(step) / Double(samples))
      for rect in others where rect.contains(point) { hidden += 1 }
    }
    let length =
      (way[1] - way[0]).length + (way[2] - way[1]).length + (way[3] - way[2]).length
    let shortness = max(0, fontSize * 1.8 - length) * 8
    return hidden * (fontSize + length / Double(samples)) * 3 + length + shortness
  }
}
