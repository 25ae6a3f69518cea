/// Exchanges and moves rectangles so that few ties cross, few pass behind labels, and all are
/// short.
///
/// Threshold accepting: a change is taken if it makes the picture at most a little worse, and what
/// is a little shrinks to nothing. Rectangles that overlap nothing go on so.
///
/// Dueck and Scheuer, "Threshold accepting", 1990, doi:10.1016/0021-9991(90)90201-B.
struct Untangling {
  /// What may become of a rectangle.
  struct Freedom: Hashable, Sendable {
    /// Those of one kind may change places; `nil` stays where it is.
    var kind: Int?
    /// Where it may move to, as shares of the bounds; `nil` only changes places.
    var region: Rect?

    /// Anywhere, and in exchange for any other.
    static let all = Freedom(kind: 0, region: Rect(x: 0, y: 0, width: 1, height: 1))
    /// Nowhere.
    static let none = Freedom(kind: nil, region: nil)
  }

  /// A straight line between the centres of two rectangles.
  private struct Line {
    var first: Int
    var second: Int
    var start: Point
    var end: Point

    @inline(__always)
    func meets(_ other: Line) -> Bool {
      first == other.first || first == other.second || second == other.first
        || second == other.second
    }
  }

  private(set) var frames: [Rect]
  private let bounds: Rect
  private let freedoms: [Freedom]
  private var lines: [Line]
  /// The lines of each rectangle.
  private let linesOf: [[Int]]
  /// The rectangles of each kind.
  private let kinds: [[Int]]
  /// The height of a usual rectangle, in which lengths are counted.
  private let unit: Double
  private var isChanging: [Bool]

  /// What a line behind a label costs, against a crossing.
  private let hiding: Double
  /// What a line costs for each label's height of its length.
  private static let length = 0.02
  /// How often every pair is looked at, at most.
  private static let thoroughness = 6_000.0
  /// The places that are tried for a rectangle at once.
  private static let tries = 6
  /// How much worse a change may make what straight lines cost, to be worth another measure.
  private static let hope = 3.0
  /// How many changes are tried for each for which the measure may be asked: they take little.
  private static let triesForEach = 20

  /// Prepares rectangles with ties between their places in the list.
  ///
  /// - Parameter hiding: What a line behind a label costs, against a crossing.
  init(
    frames: [Rect], ties: [(Int, Int)], bounds: Rect, freedoms: [Freedom], hiding: Double = 0.45
  ) {
    self.hiding = hiding
    self.frames = frames
    self.bounds = bounds
    self.freedoms = freedoms
    lines = ties.filter { $0.0 != $0.1 }.map {
      Line(first: $0.0, second: $0.1, start: frames[$0.0].center, end: frames[$0.1].center)
    }
    var linesOf: [[Int]] = Array(repeating: [], count: frames.count)
    for (place, line) in lines.enumerated() {
      linesOf[line.first].append(place)
      linesOf[line.second].append(place)
    }
    self.linesOf = linesOf
    kinds = (0...(freedoms.compactMap(\.kind).max() ?? 0)).map { kind in
      freedoms.indices.filter { freedoms[$0].kind == kind }
    }
    unit = max(1e-6, frames.reduce(0) { $0 + $1.height } / Double(max(1, frames.count)))
    isChanging = lines.map { _ in false }
  }

  /// How many pairs there are of a line and another line or a label.
  var pairs: Double { Double(lines.count * (lines.count + frames.count)) }

  /// Tries changes.
  ///
  /// - Parameters:
  ///   - effort: About how many pairs of a line and another line or label are looked at, at most:
  ///     two hundred million take a second. Small pictures are done with less.
  ///   - threshold: How much worse a change may make the picture in the beginning, in crossings.
  ///   - generator: Where the changes come from.
  mutating func run(
    effort: Double, threshold: Double, using generator: inout some RandomNumberGenerator
  ) {
    let movable = freedoms.indices.filter {
      freedoms[$0] != .none && !linesOf[$0].isEmpty
    }
    guard movable.count > 1, !lines.isEmpty else { return }
    let effort = min(effort, Self.thoroughness * pairs)
    var left = effort
    while left > 0 {
      // In the end only what is better is taken.
      let slack = max(0, left / effort - 0.33) / 0.67
      let place = movable[Int.random(in: movable.indices, using: &generator)]
      var changed = [place]
      var options: [[Rect]] = []
      if let region = freedoms[place].region, Int.random(in: 0..<5, using: &generator) > 1 {
        options = (0..<Self.tries).map { _ in
          let center = center(for: place, in: region, slack: slack, using: &generator)
          return [Rect(center: center, size: frames[place].size)]
        }
      } else if let kind = freedoms[place].kind {
        let other = partner(of: place, among: kinds[kind], using: &generator)
        if other != place {
          changed.append(other)
          options = exchanges(of: frames[place], and: frames[other])
        }
      }
      left -= 40 + Double(frames.count * options.count * changed.count)
      left -= Double(choose(among: options, for: changed, slack: threshold * slack))
    }
  }

  /// Takes every change that makes the picture better by another measure, which takes long: each
  /// rectangle in turn changes places with each other, or moves to somewhere.
  ///
  /// The measure is not asked of changes that make much worse what straight lines cost.
  ///
  /// - Parameters:
  ///   - most: How often the measure is asked, at most.
  ///   - measure: What a picture costs.
  ///   - generator: Where the places to try come from.
  /// - Returns: What the picture costs in the end.
  mutating func settle(
    most: Int, by measure: ([Rect]) -> Double, using generator: inout some RandomNumberGenerator
  ) -> Double {
    var least = measure(frames)
    var straight = cost
    var (asked, tried) = (0, 0)
    let movable = freedoms.indices.filter { freedoms[$0] != .none && !linesOf[$0].isEmpty }
    while asked < most, tried < most * Self.triesForEach {
      let before = tried
      for place in movable {
        var changes: [(places: [Int], rects: [Rect])] = []
        if let kind = freedoms[place].kind {
          for other in kinds[kind] where other != place {
            changes += exchanges(of: frames[place], and: frames[other])
              .map { ([place, other], $0) }
          }
        }
        if let region = freedoms[place].region {
          changes += (0..<Self.tries).map { _ in
            let center = center(for: place, in: region, slack: 0.5, using: &generator)
            return ([place], [Rect(center: center, size: frames[place].size)])
          }
        }
        for change in changes where asked < most && isFree(change.rects, for: change.places) {
          let old = change.places.map { frames[$0] }
          for (place, rect) in zip(change.places, change.rects) { move(place, to: rect) }
          tried += 1
          if cost < straight + Self.hope {
            asked += 1
            let drawn = measure(frames)
            if drawn < least - 1e-9 {
              (least, straight) = (drawn, cost)
              break
            }
          }
          for (place, rect) in zip(change.places, old) { move(place, to: rect) }
        }
      }
      if tried == before { break }
    }
    return least
  }

  /// One to change places with: the nearest of a few, and now and then any.
  private func partner(
    of place: Int, among others: [Int], using generator: inout some RandomNumberGenerator
  ) -> Int {
    let center = frames[place].center
    var (nearest, least) = (place, Double.infinity)
    for _ in 0..<(Bool.random(using: &generator) ? 4 : 1) {
      let other = others[Int.random(in: others.indices, using: &generator)]
      let distance = (frames[other].center - center).length
      if other != place && distance < least { (nearest, least) = (other, distance) }
    }
    return nearest
  }

  /// Ways for two rectangles to change places: by their centres or by their outer sides, so that
  /// neighbours of different widths can always do it.
  private func exchanges(of first: Rect, and second: Rect) -> [[Rect]] {
    let byCenters = [
      Rect(center: second.center, size: first.size), Rect(center: first.center, size: second.size),
    ]
    var bySides = byCenters
    let isLeft = first.center.x < second.center.x
    bySides[0].x = isLeft ? second.maxX - first.width : second.x
    bySides[1].x = isLeft ? first.x : first.maxX - second.width
    return [byCenters, bySides]
  }

  /// A place to try: near where a rectangle is, or in the middle of those it is tied to.
  private func center(
    for place: Int, in region: Rect, slack: Double,
    using generator: inout some RandomNumberGenerator
  ) -> Point {
    var center = frames[place].center
    var reach = 1.5 * unit + 0.35 * slack * max(bounds.width, bounds.height)
    if Int.random(in: 0..<3, using: &generator) == 0 {
      let sum = linesOf[place].reduce(Point.zero) { sum, line in
        sum + (lines[line].first == place ? lines[line].end : lines[line].start)
      }
      center = sum * (1 / Double(linesOf[place].count))
      reach = 4 * unit
    }
    center.x += Double.random(in: -reach...reach, using: &generator)
    center.y += Double.random(in: -reach...reach, using: &generator)
    let (low, high) = (
      Point(x: bounds.x + region.x * bounds.width, y: bounds.y + region.y * bounds.height),
      Point(x: bounds.x + region.maxX * bounds.width, y: bounds.y + region.maxY * bounds.height)
    )
    return Point(x: min(max(center.x, low.x), high.x), y: min(max(center.y, low.y), high.y))
  }

  /// Takes the best of some changes if the picture becomes at most a little worse, and returns the
  /// number of pairs that were looked at.
  private mutating func choose(
    among options: [[Rect]], for places: [Int], slack: Double
  ) -> Int {
    let free = options.filter { isFree($0, for: places) }
    guard !free.isEmpty else { return 0 }
    for place in places { for line in linesOf[place] { isChanging[line] = true } }
    defer { for place in places { for line in linesOf[place] { isChanging[line] = false } } }
    let old = places.map { frames[$0] }
    var pairs = 0
    var best = old
    var least = cost(around: places, limit: .infinity, pairs: &pairs) + slack - 1e-9
    for rects in free {
      for (place, rect) in zip(places, rects) { move(place, to: rect) }
      let cost = cost(around: places, limit: least, pairs: &pairs)
      if cost < least { (best, least) = (rects, cost) }
    }
    for (place, rect) in zip(places, best) { move(place, to: rect) }
    return pairs
  }

  private mutating func move(_ place: Int, to rect: Rect) {
    frames[place] = rect
    for line in linesOf[place] {
      if lines[line].first == place {
        lines[line].start = rect.center
      } else {
        lines[line].end = rect.center
      }
    }
  }

  private func isFree(_ rects: [Rect], for places: [Int]) -> Bool {
    for rect in rects where !bounds.contains(rect) { return false }
    if rects.count == 2 && rects[0].overlaps(rects[1]) { return false }
    for rect in rects {
      for other in frames.indices where rect.overlaps(frames[other]) && !places.contains(other) {
        return false
      }
    }
    return true
  }

  /// What the whole picture costs, in crossings.
  var cost: Double {
    lines.indices.reduce(0) { sum, number in
      let line = lines[number]
      let crossed = lines[(number + 1)...].count {
        !line.meets($0) && Crossings.areCrossed(line.start, line.end, $0.start, $0.end)
      }
      let hidden = frames.indices.reduce(0.0) {
        $1 == line.first || $1 == line.second ? $0 : $0 + share(of: line, behind: frames[$1])
      }
      return sum + Double(crossed) + hiding * hidden
        + Self.length * (line.end - line.start).length / unit
    }
  }

  /// The cost of the lines of some rectangles, and of all other lines behind those rectangles; or
  /// more than the limit, as soon as that is certain.
  private func cost(around places: [Int], limit: Double, pairs: inout Int) -> Double {
    var sum = 0.0
    for (rank, place) in places.enumerated() {
      for number in linesOf[place] {
        let line = lines[number]
        // The line between two that change is the first one's.
        if rank == 1 && (line.first == places[0] || line.second == places[0]) { continue }
        sum += Self.length * (line.end - line.start).length / unit
        var crossed = 0
        for other in lines.indices
        where Crossings.areCrossed(line.start, line.end, lines[other].start, lines[other].end) {
          let isCounted = isChanging[other] && other <= number
          if !isCounted && !line.meets(lines[other]) { crossed += 1 }
        }
        sum += Double(crossed)
        var hidden = 0.0
        for other in frames.indices where other != line.first && other != line.second {
          hidden += share(of: line, behind: frames[other])
        }
        sum += hiding * hidden
        pairs += lines.count + frames.count
        if sum > limit { return sum }
      }
      var hidden = 0.0
      for other in lines.indices where !isChanging[other] {
        let line = lines[other]
        guard line.first != place, line.second != place else { continue }
        hidden += share(of: line, behind: frames[place])
      }
      sum += hiding * hidden
      pairs += lines.count
    }
    return sum
  }

  /// How much a rectangle hides of a line: all of it from most of the rectangle's height on.
  @inline(__always)
  private func share(of line: Line, behind rect: Rect) -> Double {
    min(1, Self.way(from: line.start, to: line.end, behind: rect) / (0.7 * unit))
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
