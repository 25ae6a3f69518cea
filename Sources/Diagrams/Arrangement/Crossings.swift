/// How often lines cross.
///
/// Two lines that share an end do not count, and two that cross more than once count once.
enum Crossings {
  /// A line with the places of the two things that it joins.
  struct Line: Hashable, Sendable {
    var first: Int
    var second: Int
    /// Its corners in order; a curve comes in short straight pieces.
    var points: [Point]

    /// Whether it has an end in common with another.
    func meets(_ other: Line) -> Bool {
      first == other.first || first == other.second || second == other.first
        || second == other.second
    }

    /// Whether it crosses another, wherever they end.
    func crosses(_ other: Line) -> Bool {
      guard let origin = other.points.first else { return false }
      for (start, end) in zip(points, points.dropFirst()) {
        // Only where the other changes sides can it cross.
        var (from, isLeft) = (origin, Crossings.side(of: origin, start, end) > 0)
        for to in other.points.dropFirst() {
          let goesLeft = Crossings.side(of: to, start, end) > 0
          if goesLeft != isLeft, Crossings.areApart(start, end, from, to) { return true }
          (from, isLeft) = (to, goesLeft)
        }
      }
      return false
    }
  }

  /// The number of pairs of lines that cross.
  ///
  /// A sweep over the straight pieces by their left ends: O(p log p + q) for p pieces, of which q
  /// pairs share a stretch of x.
  static func count(among lines: [Line]) -> Int {
    var pieces: [(left: Double, right: Double, start: Point, end: Point, line: Int)] = []
    for (number, line) in lines.enumerated() {
      for (start, end) in zip(line.points, line.points.dropFirst()) {
        pieces.append((min(start.x, end.x), max(start.x, end.x), start, end, number))
      }
    }
    pieces.sort { ($0.left, $0.line) < ($1.left, $1.line) }
    var crossed: Set<Int> = []
    for (rank, piece) in pieces.enumerated() {
      for other in pieces[(rank + 1)...] {
        if other.left > piece.right { break }
        guard piece.line != other.line, !lines[piece.line].meets(lines[other.line]),
          areCrossed(piece.start, piece.end, other.start, other.end)
        else { continue }
        crossed.insert(
          min(piece.line, other.line) * lines.count + max(piece.line, other.line))
      }
    }
    return crossed.count
  }

  /// Whether two straight pieces cross, each from its start to its end; pieces along one line do
  /// not.
  @inline(__always)
  static func areCrossed(_ start: Point, _ end: Point, _ from: Point, _ to: Point) -> Bool {
    areApart(from, to, start, end) && areApart(start, end, from, to)
  }

  /// Whether two points lie on different sides of the line through two others.
  @inline(__always)
  private static func areApart(
    _ first: Point, _ second: Point, _ start: Point, _ end: Point
  ) -> Bool {
    (side(of: first, start, end) > 0) != (side(of: second, start, end) > 0)
  }

  /// Positive on one side of the line through two points, negative on the other.
  @inline(__always)
  private static func side(of point: Point, _ start: Point, _ end: Point) -> Double {
    (end.x - start.x) * (point.y - start.y) - (end.y - start.y) * (point.x - start.x)
  }
}
