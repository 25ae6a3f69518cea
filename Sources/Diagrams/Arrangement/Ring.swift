/// Places along a rounded ring that fills a picture, from 0 to 1 across and down.
enum Ring {
  /// How much of the way around is along the upper edge, and how much along one side: labels are
  /// wider than high, so the sides hold more of them.
  private static let (across, down) = (0.36, 0.64)

  /// A place on the ring, by the share of the way around it, from above the middle clockwise.
  static func point(at share: Double, size: Double) -> Point {
    let way = (share + across / 4).truncatingRemainder(dividingBy: 1) * 2
    var square: Point
    switch way {
    case ..<across: square = Point(x: 2 * way / across - 1, y: -1)
    case ..<(across + down): square = Point(x: 1, y: 2 * (way - across) / down - 1)
    case ..<(2 * across + down):
      square = Point(x: 1 - 2 * (way - across - down) / across, y: 1)
    default: square = Point(x: -1, y: 1 - 2 * (way - 2 * across - down) / down)
    }
    // Half way between a square and a circle.
    square = square * (0.5 + 0.5 / square.length)
    return Point(x: 0.5 + square.x * size / 2, y: 0.5 + square.y * size / 2)
  }

  /// Equal shares of the way around for things that are drawn in some directions, each as near to
  /// its own as their order allows.
  static func shares(along ways: [Point]) -> [Double] {
    guard !ways.isEmpty else { return [] }
    let wanted = ways.map(share)
    let order = wanted.indices.sorted { (wanted[$0], $0) < (wanted[$1], $1) }
    let count = Double(ways.count)
    var best = 0
    var least = Double.infinity
    for turn in ways.indices {
      let cost = order.enumerated().reduce(0.0) { sum, entry in
        let place = (Double((entry.offset + turn) % ways.count) + 0.5) / count
        let apart = abs(place - wanted[entry.element])
        return sum + min(apart, 1 - apart)
      }
      if cost < least - 1e-9 { (best, least) = (turn, cost) }
    }
    var shares = wanted
    for (rank, thing) in order.enumerated() {
      shares[thing] = (Double((rank + best) % ways.count) + 0.5) / count
    }
    return shares
  }

  /// The share of the way around at which a direction from the middle leaves.
  private static func share(_ way: Point) -> Double {
    let farthest = max(abs(way.x), abs(way.y))
    guard farthest > 0 else { return 0 }
    let (x, y) = (way.x / farthest, way.y / farthest)
    let along: Double =
      if y == -1 {
        (x + 1) / 2 * across
      } else if x == 1 {
        across + (y + 1) / 2 * down
      } else if y == 1 {
        across + down + (1 - x) / 2 * across
      } else {
        2 * across + down + (1 - y) / 2 * down
      }
    let share = along / 2 - across / 4
    return share < 0 ? share + 1 : share
  }
}
