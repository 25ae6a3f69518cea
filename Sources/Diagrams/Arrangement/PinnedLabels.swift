/// Labels that say what lies at given points, each upon its point or near it.
///
/// No label lies over another, over the point of another, or over the line from another to its
/// point. Labels are placed one after the other, each at the nearest free place; of several orders
/// the one is taken in which they stay nearest to their points.
struct PinnedLabels {
  let points: [Point]
  let sizes: [Size]
  let frame: Rect
  /// How far a label may lie from its point.
  let reach: Double

  /// Where the labels lie, or `nil` if they found no room.
  ///
  /// Takes at most time in the square of the number of labels, for each place that is tried.
  func placed() -> [Rect]? {
    let crowding = points.indices.map { place in
      points.count {
        abs($0.x - points[place].x) < sizes[place].width
          && abs($0.y - points[place].y) < sizes[place].height * 2
      }
    }
    let orders: [(Int, Int) -> Bool] = [
      { (crowding[$1], $0) < (crowding[$0], $1) },
      { (crowding[$0], $0) < (crowding[$1], $1) },
      { (points[$0].y, $0) < (points[$1].y, $1) },
      { (points[$1].y, $0) < (points[$0].y, $1) },
      { (points[$0].x, $0) < (points[$1].x, $1) },
      { (points[$1].x, $0) < (points[$0].x, $1) },
    ]
    let candidates = points.indices.map(candidates)
    var best: (way: Double, cells: [Rect])?
    for order in orders {
      guard let cells = placed(candidates, inOrder: points.indices.sorted(by: order)) else {
        continue
      }
      let way = zip(cells, points).reduce(0) { $0 + ($1.0.center - $1.1).length }
      if way < best?.way ?? .infinity { best = (way, cells) }
    }
    return best?.cells
  }

  /// How many places are tried on each side of a point.
  private static let steps = 24

  private func placed(_ candidates: [[Rect]], inOrder order: [Int]) -> [Rect]? {
    var cells: [Int: Rect] = [:]
    for place in order {
      guard let cell = candidates[place].first(where: { isFree($0, for: place, among: cells) })
      else { return nil }
      cells[place] = cell
    }
    return points.indices.compactMap { cells[$0] }
  }

  /// Places for a label, the nearest to its point first.
  private func candidates(_ place: Int) -> [Rect] {
    let size = sizes[place]
    let steps = -Self.steps...Self.steps
    return steps.flatMap { row in
      steps.map { column in
        Point(x: Double(column) * size.width / 10, y: Double(row) * size.height / 6)
      }
    }
    .enumerated().sorted { ($0.element.length, $0.offset) < ($1.element.length, $1.offset) }
    .compactMap { _, offset in
      let cell = Rect(center: inside(points[place], size) + offset, size: size)
      return frame.contains(cell)
        && (cell.nearest(to: points[place]) - points[place]).length <= reach
        ? cell : nil
    }
  }

  /// The point, or the nearest around which a label has room in the frame.
  private func inside(_ point: Point, _ size: Size) -> Point {
    let half = Size(width: size.width / 2, height: size.height / 2)
    return Point(
      x: min(
        max(point.x, frame.x + half.width), max(frame.x + half.width, frame.maxX - half.width)),
      y: min(
        max(point.y, frame.y + half.height), max(frame.y + half.height, frame.maxY - half.height)))
  }

  private func isFree(_ cell: Rect, for place: Int, among cells: [Int: Rect]) -> Bool {
    let point = points[place]
    for other in points.indices where other != place {
      if cell.contains(points[other]) { return false }
      guard let taken = cells[other] else { continue }
      if cell.overlaps(taken) { return false }
      if !cell.contains(point), taken.isCrossed(from: cell.nearest(to: point), to: point) {
        return false
      }
      if !taken.contains(points[other]),
        cell.isCrossed(from: taken.nearest(to: points[other]), to: points[other])
      {
        return false
      }
    }
    return true
  }
}
