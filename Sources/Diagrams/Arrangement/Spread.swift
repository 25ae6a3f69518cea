/// Pushes rectangles apart inside a frame until none overlaps another.
///
/// Each overlapping pair gives way along the axis on which it overlaps less, in the order of the
/// rectangles, so the same input always ends in the same places.
struct Spread {
  var centers: [Point]
  let sizes: [Size]
  let frame: Rect

  /// Prepares rectangles of some sizes, their centres drawn into the frame.
  init(centers: [Point], sizes: [Size], frame: Rect) {
    self.centers = centers
    self.sizes = sizes
    self.frame = frame
    for place in centers.indices { keepInside(place) }
  }

  /// Runs until nothing overlaps; false if that did not come about, or not in sight.
  mutating func separate(rounds: Int) -> Bool {
    let widest = sizes.map(\.width).max() ?? 0
    var order: [Int] = []
    var least = (overlap: Double.infinity, round: 0)
    for round in 0..<rounds {
      // Every so often the rectangles are taken in order of x, so that only neighbours are tried;
      // the slack below keeps pairs that have come closer since.
      if round % 4 == 0 {
        order = centers.indices.sorted { (centers[$0].x, $0) < (centers[$1].x, $1) }
      }
      var overlap = 0.0
      for rank in order.indices {
        let first = order[rank]
        for second in order[(rank + 1)...] {
          if centers[second].x - centers[first].x > widest * 1.4 { break }
          overlap += push(first, second, eagerly: round > rounds / 3)
        }
      }
      if overlap == 0 && !hasOverlap { return true }
      if overlap < least.overlap * 0.97 { least = (overlap, round) }
      // A jam: nothing has loosened for a while.
      if round - least.round > 40 { return false }
    }
    return false
  }

  /// Whether any two overlap.
  var hasOverlap: Bool {
    let order = centers.indices.sorted { (left($0), $0) < (left($1), $1) }
    for (rank, first) in order.enumerated() {
      for second in order[(rank + 1)...] {
        if left(second) >= centers[first].x + sizes[first].width / 2 { break }
        if Rect(center: centers[first], size: sizes[first])
          .overlaps(Rect(center: centers[second], size: sizes[second]))
        {
          return true
        }
      }
    }
    return false
  }

  private func left(_ place: Int) -> Double { centers[place].x - sizes[place].width / 2 }

  /// Moves two rectangles apart, and returns how much they overlapped on the shorter way.
  private mutating func push(_ first: Int, _ second: Int, eagerly: Bool) -> Double {
    let way = centers[second] - centers[first]
    let overlapX = (sizes[first].width + sizes[second].width) / 2 - abs(way.x)
    let overlapY = (sizes[first].height + sizes[second].height) / 2 - abs(way.y)
    guard overlapX > 0.005, overlapY > 0.005 else { return 0 }
    // Later rounds overshoot a little: a tight crowd loosens that way.
    let share = eagerly ? 0.54 : 0.505
    let backward = centers[first]
    let forward = centers[second]
    if overlapX < overlapY {
      let step = overlapX * share * (way.x < 0 || (way.x == 0 && first > second) ? -1 : 1)
      centers[first].x -= step
      centers[second].x += step
    } else {
      let step = overlapY * share * (way.y < 0 || (way.y == 0 && first > second) ? -1 : 1)
      centers[first].y -= step
      centers[second].y += step
    }
    keepInside(first)
    keepInside(second)
    // At a wall one of the two cannot give way: the other goes twice as far.
    let lost = (backward - centers[first]).length + (forward - centers[second]).length
    if lost < min(overlapX, overlapY) * 0.9 {
      if overlapX < overlapY {
        let rest = min(overlapX, overlapY) - lost
        let sign: Double = way.x < 0 || (way.x == 0 && first > second) ? -1 : 1
        if centers[first].x == backward.x { centers[second].x += rest * sign }
        if centers[second].x == forward.x { centers[first].x -= rest * sign }
      } else {
        let rest = min(overlapX, overlapY) - lost
        let sign: Double = way.y < 0 || (way.y == 0 && first > second) ? -1 : 1
        if centers[first].y == backward.y { centers[second].y += rest * sign }
        if centers[second].y == forward.y { centers[first].y -= rest * sign }
      }
      keepInside(first)
      keepInside(second)
    }
    return min(overlapX, overlapY)
  }

  private mutating func keepInside(_ place: Int) {
    let (half, size) = (sizes[place], frame)
    let (left, right) = (size.x + half.width / 2, size.maxX - half.width / 2)
    let (top, bottom) = (size.y + half.height / 2, size.maxY - half.height / 2)
    centers[place].x = left > right ? size.center.x : min(max(centers[place].x, left), right)
    centers[place].y = top > bottom ? size.center.y : min(max(centers[place].y, top), bottom)
  }
}

extension Spread {
  /// Places that fill a frame with the same neighbours as in a layout of points.
  ///
  /// Distances are evened out as far as `evenness` says: a crowded middle gets room, empty corners
  /// lose it.
  static func fill(_ frame: Rect, with points: [Point], evenness: Double) -> [Point] {
    guard points.count > 1 else { return points.map { _ in frame.center } }
    let xs = evened(points.map(\.x), evenness: evenness)
    let ys = evened(points.map(\.y), evenness: evenness)
    return zip(xs, ys).map {
      Point(x: frame.x + $0 * frame.width, y: frame.y + $1 * frame.height)
    }
  }

  /// Places in rows that fill a frame, from above as in a layout of points, or `nil` if it is too
  /// small.
  static func rows(in frame: Rect, with points: [Point], sizes: [Size]) -> [Point]? {
    guard let tallest = sizes.map(\.height).max(), tallest <= frame.height else { return nil }
    let byHeight = points.indices.sorted { (points[$0].y, $0) < (points[$1].y, $1) }
    let total = sizes.reduce(0) { $0 + $1.width }
    let most = Int(frame.height / tallest)
    let least = max(1, Int((total / frame.width).rounded(.up)))
    guard least <= most else { return nil }
    for count in least...most {
      // Each row takes its share of all widths.
      var rows: [[Int]] = Array(repeating: [], count: count)
      var used = 0.0
      for place in byHeight {
        let middle = used + sizes[place].width / 2
        rows[min(count - 1, Int(middle / total * Double(count)))].append(place)
        used += sizes[place].width
      }
      let widths = rows.map { $0.reduce(0) { $0 + sizes[$1].width } }
      guard widths.allSatisfy({ $0 <= frame.width }) else { continue }
      var centers = Array(repeating: Point.zero, count: points.count)
      for (number, row) in rows.enumerated() {
        let order = row.sorted { (points[$0].x, $0) < (points[$1].x, $1) }
        let gap = (frame.width - widths[number]) / Double(max(1, order.count))
        var x = frame.x + gap * (number.isMultiple(of: 2) ? 0.25 : 0.75)
        let y = frame.y + frame.height * (Double(number) + 0.5) / Double(count)
        for place in order {
          centers[place] = Point(x: x + sizes[place].width / 2, y: y)
          x += sizes[place].width + gap
        }
      }
      return centers
    }
    return nil
  }

  /// Numbers from 0 to 1 in the same order, partly by distance and partly by rank.
  static func evened(_ values: [Double], evenness: Double) -> [Double] {
    guard let low = values.min(), let high = values.max(), high > low else {
      return values.map { _ in 0.5 }
    }
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var evened = values.map { ($0 - low) / (high - low) * (1 - evenness) }
    for (rank, place) in order.enumerated() {
      evened[place] += evenness * Double(rank) / Double(values.count - 1)
    }
    return evened
  }

  /// Turns points so that they spread most along x, or along y.
  static func turn(_ points: [Point], lyingDown: Bool) -> [Point] {
    let count = Double(points.count)
    let sum = points.reduce(Point.zero) { $0 + $1 }
    let middle = Point(x: sum.x / count, y: sum.y / count)
    var (xx, xy, yy) = (0.0, 0.0, 0.0)
    for point in points {
      let way = point - middle
      xx += way.x * way.x
      xy += way.x * way.y
      yy += way.y * way.y
    }
    // The first eigenvector of the spread, by its closed form, without trigonometry.
    let half = (xx - yy) / 2
    let root = (half * half + xy * xy).squareRoot()
    var axis = Point(x: half + root, y: xy)
    if axis.length < 1e-9 { axis = Point(x: xx >= yy ? 1 : 0, y: xx >= yy ? 0 : 1) }
    axis = axis * (1 / axis.length)
    return points.map { point in
      let way = point - middle
      let along = way.x * axis.x + way.y * axis.y
      let across = way.y * axis.x - way.x * axis.y
      return lyingDown ? Point(x: along, y: across) : Point(x: across, y: along)
    }
  }
}
