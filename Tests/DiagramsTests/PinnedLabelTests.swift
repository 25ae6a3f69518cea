import Graphs
import Testing

@testable import Diagrams

@Suite struct PinnedLabelTests {
  private static let frame = Rect(x: 10, y: 20, width: 900, height: 400)

  private static func points(seed: UInt64) -> [Point] {
    var generator = SeededGenerator(seed: seed)
    // Whole numbers from 0 to 10, as they are typed: some share a place.
    return (0..<14).map { _ in
      Point(
        x: frame.x + frame.width * Double(Int.random(in: 0...10, using: &generator)) / 10,
        y: frame.y + frame.height * Double(Int.random(in: 0...10, using: &generator)) / 10)
    }
  }

  @Test(arguments: 0..<UInt64(40))
  func labelsLieNearTheirPointsAndOverNothing(seed: UInt64) throws {
    let points = Self.points(seed: seed)
    let size = Size(width: 110, height: 36)
    let reach = 60.0
    let placed = PinnedLabels(
      points: points, sizes: points.map { _ in size }, frame: Self.frame, reach: reach
    ).placed()
    let cells = try #require(placed)
    #expect(cells.count == points.count)
    for (place, cell) in cells.enumerated() {
      let point = points[place]
      #expect(Self.frame.contains(cell) && cell.size == size)
      #expect((cell.nearest(to: point) - point).length <= reach)
      for other in cells.indices where other != place {
        #expect(!cell.overlaps(cells[other]))
        #expect(!cells[other].contains(point))
        let isAside = !cell.contains(point)
        #expect(!isAside || !cells[other].isCrossed(from: cell.nearest(to: point), to: point))
      }
    }
  }

  @Test func aLabelWithRoomLiesUponItsPoint() throws {
    let points = [Point(x: 200, y: 200), Point(x: 600, y: 300)]
    let labels = PinnedLabels(
      points: points, sizes: points.map { _ in Size(width: 100, height: 30) },
      frame: Self.frame, reach: 0)
    #expect(labels.placed()?.map(\.center) == points)
  }

  @Test func withoutRoomNothingIsPlaced() {
    let points = Array(repeating: Point(x: 200, y: 200), count: 2)
    let labels = PinnedLabels(
      points: points, sizes: points.map { _ in Size(width: 100, height: 30) },
      frame: Self.frame, reach: 0)
    // Either label would lie upon the point of the other.
    #expect(labels.placed() == nil)
  }

  @Test func aLineCrossesWhatItRunsThrough() {
    let rect = Rect(x: 0, y: 0, width: 10, height: 10)
    #expect(rect.isCrossed(from: Point(x: -5, y: 5), to: Point(x: 15, y: 5)))
    #expect(rect.isCrossed(from: Point(x: 5, y: 5), to: Point(x: 6, y: 6)))
    #expect(!rect.isCrossed(from: Point(x: -5, y: 5), to: Point(x: -1, y: 5)))
    #expect(!rect.isCrossed(from: Point(x: -5, y: 12), to: Point(x: 15, y: 12)))
    // Along a side it touches, and no more.
    #expect(!rect.isCrossed(from: Point(x: -5, y: 10), to: Point(x: 15, y: 10)))
    #expect(rect.nearest(to: Point(x: 12, y: 5)) == Point(x: 10, y: 5))
    #expect(rect.nearest(to: Point(x: 3, y: 4)) == Point(x: 3, y: 4))
  }
}
