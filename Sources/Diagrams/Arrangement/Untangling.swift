/// Exchanges and shifts rectangles so that ties are short and pass behind few labels.
///
/// Greedy and in a fixed order; nothing overlaps afterwards that did not before.
struct Untangling {
  var frames: [Rect]
  let ties: [(Int, Int)]
  let bounds: Rect
  /// The ties of each rectangle.
  private let tiesOf: [[Int]]
  /// What a point of way behind a label costs, against a point of length.
  private let hiding = 3.0

  init(frames: [Rect], ties: [(Int, Int)], bounds: Rect) {
    self.frames = frames
    self.ties = ties
    self.bounds = bounds
    var tiesOf: [[Int]] = Array(repeating: [], count: frames.count)
    for (place, tie) in ties.enumerated() where tie.0 != tie.1 {
      tiesOf[tie.0].append(place)
      tiesOf[tie.1].append(place)
    }
    self.tiesOf = tiesOf
  }

  /// Runs some rounds of exchanges of neighbours and of shifts by a step.
  mutating func run(rounds: Int, neighbors: Int) {
    for _ in 0..<rounds {
      var improved = false
      for first in frames.indices {
        for second in near(first, count: neighbors) where second > first {
          if exchange(first, second) { improved = true }
        }
        if shift(first) { improved = true }
      }
      if !improved { return }
    }
  }

  private func near(_ place: Int, count: Int) -> [Int] {
    let center = frames[place].center
    let others = frames.indices.filter { $0 != place }
    guard others.count > count else { return others }
    let ranked = others.map { (distance: (frames[$0].center - center).length, place: $0) }
      .sorted { $0 < $1 }
    return ranked.prefix(count).map(\.place)
  }

  private mutating func exchange(_ first: Int, _ second: Int) -> Bool {
    let (old, new) = (
      [frames[first], frames[second]],
      [
        Rect(center: frames[second].center, size: frames[first].size),
        Rect(center: frames[first].center, size: frames[second].size),
      ]
    )
    return replace([first, second], from: old, to: new)
  }

  private mutating func shift(_ place: Int) -> Bool {
    let old = frames[place]
    for step in [0.5, 1.5] {
      for (x, y) in [(1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, -1), (1, -1), (-1, 1)] {
        var new = old
        new.x += Double(x) * step * old.height * 1.5
        new.y += Double(y) * step * old.height
        if replace([place], from: [old], to: [new]) { return true }
      }
    }
    return false
  }

  /// Moves rectangles if they stay free and the picture becomes better.
  private mutating func replace(_ places: [Int], from old: [Rect], to new: [Rect]) -> Bool {
    for rect in new where !bounds.contains(rect) { return false }
    if new.count == 2 && new[0].overlaps(new[1]) { return false }
    for (other, frame) in frames.enumerated() where !places.contains(other) {
      for rect in new where rect.overlaps(frame) { return false }
    }
    let before = cost(around: places)
    for (place, rect) in zip(places, new) { frames[place] = rect }
    if cost(around: places) < before - 0.5 { return true }
    for (place, rect) in zip(places, old) { frames[place] = rect }
    return false
  }

  /// The cost of the ties of some rectangles, and of all other ties behind those rectangles.
  private func cost(around places: [Int]) -> Double {
    var cost = 0.0
    for place in places {
      for tie in tiesOf[place] {
        let (start, end) = ends(of: tie)
        cost += (end - start).length
        for (other, frame) in frames.enumerated()
        where other != ties[tie].0 && other != ties[tie].1 {
          cost += hiding * Self.way(from: start, to: end, behind: frame)
        }
      }
      for tie in ties.indices where ties[tie].0 != place && ties[tie].1 != place {
        let (start, end) = ends(of: tie)
        cost += hiding * Self.way(from: start, to: end, behind: frames[place])
      }
    }
    return cost
  }

  private func ends(of tie: Int) -> (Point, Point) {
    (frames[ties[tie].0].center, frames[ties[tie].1].center)
  }

  /// How much of a straight line lies behind a rectangle.
  ///
  /// Liang and Barsky, "A new concept and method for line clipping", 1984,
  /// doi:10.1145/357332.357333.
  static func way(from start: Point, to end: Point, behind rect: Rect) -> Double {
    if max(start.x, end.x) < rect.x || min(start.x, end.x) > rect.maxX
      || max(start.y, end.y) < rect.y || min(start.y, end.y) > rect.maxY
    {
      return 0
    }
    let way = end - start
    var (enter, leave) = (0.0, 1.0)
    func clip(_ direction: Double, _ low: Double, _ high: Double) -> Bool {
      if direction == 0 { return low <= 0 && high >= 0 }
      let (first, second) = (low / direction, high / direction)
      enter = max(enter, min(first, second))
      leave = min(leave, max(first, second))
      return enter < leave
    }
    guard clip(way.x, rect.x - start.x, rect.maxX - start.x),
      clip(way.y, rect.y - start.y, rect.maxY - start.y)
    else { return 0 }
    return (leave - enter) * way.length
  }
}
