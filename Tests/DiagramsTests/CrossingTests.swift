import Foundation
import Graphs
import Insights
import Interchange
import SystemMaps
import Testing

@testable import Diagrams

@Suite struct CrossingTests {
  /// A sweep finds as many crossings as trying all pairs, over many random pictures.
  @Test(arguments: 0..<20)
  func sweepAgreesWithAllPairs(seed: Int) {
    var generator = SeededGenerator(seed: 9, stream: seed)
    let lines = (0..<40).map { _ in
      Crossings.Line(
        first: Int.random(in: 0..<15, using: &generator),
        second: Int.random(in: 0..<15, using: &generator),
        points: (0..<Int.random(in: 2...5, using: &generator)).map { _ in
          Point(
            x: Double.random(in: 0...100, using: &generator),
            y: Double.random(in: 0...100, using: &generator))
        })
    }
    var count = 0
    for (place, line) in lines.enumerated() {
      count += lines[(place + 1)...].count { !line.meets($0) && line.crosses($0) }
    }
    #expect(Crossings.count(among: lines) == count)
  }

  /// Of n lines that all end on one circle, each crosses those whose ends alternate with its own.
  @Test func diagonalsOfAHexagonCross() {
    let corners = [(2, 0), (4, 0), (6, 3), (4, 6), (2, 6), (0, 3)].map {
      Point(x: Double($0.0), y: Double($0.1))
    }
    var lines: [Crossings.Line] = []
    for first in 0..<6 {
      for second in (first + 1)..<6 {
        lines.append(
          Crossings.Line(first: first, second: second, points: [corners[first], corners[second]]))
      }
    }
    // Any four corners make one crossing: 6 choose 4.
    #expect(Crossings.count(among: lines) == 15)
    #expect(Crossings.count(among: []) == 0)
  }

  /// What is untangled crosses no more than before, lies in its bounds, and overlaps nothing.
  @Test(arguments: 0..<6)
  func untanglingKeepsItsPromises(seed: Int) {
    var generator = SeededGenerator(seed: 4, stream: seed)
    let bounds = Rect(x: 0, y: 0, width: 400, height: 300)
    let frames = (0..<20).map { place in
      Rect(
        x: Double(place % 5) * 80, y: Double(place / 5) * 70,
        width: Double.random(in: 30...70, using: &generator), height: 30)
    }
    let ties = (0..<30).map { _ in
      (Int.random(in: 0..<20, using: &generator), Int.random(in: 0..<20, using: &generator))
    }
    var freedoms = frames.map { _ in Untangling.Freedom.all }
    freedoms[7] = .none
    var untangling = Untangling(frames: frames, ties: ties, bounds: bounds, freedoms: freedoms)
    let before = untangling.cost
    untangling.run(effort: 3e5, threshold: 0, using: &generator)
    #expect(untangling.cost < before)
    #expect(untangling.frames[7] == frames[7])
    for (place, frame) in untangling.frames.enumerated() {
      #expect(bounds.contains(frame))
      #expect(untangling.frames[(place + 1)...].allSatisfy { !$0.overlaps(frame) })
    }
  }

  /// Three rows of four rectangles, and ties drawn among them.
  private static func rows(
    apart distance: Size, tieCount: Int, using generator: inout SeededGenerator
  ) -> (frames: [Rect], ties: [(Int, Int)]) {
    let frames = (0..<12).map { place in
      Rect(
        x: Double(place % 4) * distance.width, y: Double(place / 4) * distance.height, width: 60,
        height: 30)
    }
    let ties = (0..<tieCount).map { _ in
      (Int.random(in: 0..<12, using: &generator), Int.random(in: 0..<12, using: &generator))
    }
    return (frames, ties)
  }

  /// Settling by another measure never makes it worse, and leaves nothing over anything else.
  @Test(arguments: 0..<6)
  func settlingFollowsTheMeasure(seed: Int) {
    var generator = SeededGenerator(seed: 5, stream: seed)
    let bounds = Rect(x: 0, y: 0, width: 400, height: 300)
    let (frames, ties) = Self.rows(
      apart: Size(width: 100, height: 100), tieCount: 18, using: &generator)
    var freedoms = frames.map { _ in Untangling.Freedom.all }
    freedoms[3] = .none
    var untangling = Untangling(frames: frames, ties: ties, bounds: bounds, freedoms: freedoms)
    var asked = 0
    let measure = { (frames: [Rect]) in
      asked += 1
      return frames.enumerated().reduce(0.0) { $0 + Double($1.offset) * $1.element.center.y }
    }
    let before = measure(frames)
    let after = untangling.settle(most: 80, by: measure, using: &generator)
    #expect(asked <= 82)
    #expect(after < before)
    #expect(after == measure(untangling.frames))
    #expect(untangling.frames[3] == frames[3])
    for (place, frame) in untangling.frames.enumerated() {
      #expect(bounds.contains(frame))
      #expect(untangling.frames[(place + 1)...].allSatisfy { !$0.overlaps(frame) })
    }
  }

  /// A measure that takes long is not asked of pictures whose straight lines say enough.
  @Test(arguments: 0..<6)
  func settlingAsksOnlyWhatMayHelp(seed: Int) {
    var generator = SeededGenerator(seed: 6, stream: seed)
    let bounds = Rect(x: 0, y: 0, width: 500, height: 400)
    let (frames, ties) = Self.rows(
      apart: Size(width: 120, height: 130), tieCount: 30, using: &generator)
    func untangling(_ frames: [Rect]) -> Untangling {
      Untangling(
        frames: frames, ties: ties, bounds: bounds, freedoms: frames.map { _ in .all })
    }
    var best = (drawn: Double.infinity, straight: Double.infinity)
    var asked = 0
    let measure = { (frames: [Rect]) in
      let straight = untangling(frames).cost
      #expect(straight < best.straight + 3.001)
      let drawn = frames[0].center.y + frames[5].center.x
      if drawn < best.drawn - 1e-9 { best = (drawn, straight) }
      asked += 1
      return drawn
    }
    var settled = untangling(frames)
    let after = settled.settle(most: 60, by: measure, using: &generator)
    #expect(after == best.drawn)
    #expect(asked > 1 && asked <= 61)
  }

  /// The pictures of a partnership have no more crossings than the best of Graphviz's engines makes
  /// of the same nodes and ties, on a crowded slide too.
  @Test(
    arguments: [
      ("larkspur", "system", Page.a3), ("larkspur", "sectors", .a3),
      ("larkspur", "sectors", .slide),
      ("larkspur", "silos", .slide), ("prairie-basin", "system", .slide),
      ("prairie-basin", "sectors", .slide), ("prairie-basin", "sectors", .a4),
    ])
  func crossesNoMoreThanPlainGraphviz(name: String, view: String, page: Page) throws {
    let diagram = try Self.diagram(of: name, view: view)
    let drawing = try diagram.drawn(on: page)
    let ours = drawing.crossings
    let plain = try ["neato", "sfdp", "dot"].map { try drawing.crossings(plainly: $0) }
    #expect(ours > 0 || view == "silos")
    #expect(ours <= plain.min() ?? 0, "\(ours), plain Graphviz \(plain)")
  }

  /// Where boxes leave little room between them, a number stands beside its line and not upon it.
  @Test func numbersLeaveLinesToBeSeen() throws {
    let sheet = try Self.diagram(of: "prairie-basin", view: "silos").drawn(on: .slide).sheet
    let numbers = sheet.marks.filter { $0.kind == .text && Int($0.lines.joined()) != nil }
    let lines = sheet.lines.filter { !$0.isSample }
    #expect(numbers.count == lines.count && lines.count > 5)
    for line in lines {
      let seen = (1..<100).map { Routes.point(on: line.points, at: Double($0) / 100) }
        .filter { point in !sheet.boxes.contains { $0.frame.contains(point) } }
      let hidden = seen.count { point in numbers.contains { $0.frame.contains(point) } }
      #expect(5 * hidden <= 3 * seen.count, "\(line.title ?? "")")
    }
  }

  /// A view of a sample.
  private static func diagram(of sample: String, view: String) throws -> Diagram {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let map = try MapFile.read(root.appending(path: "Samples/\(sample)").path).usableMap().on()
    let network = map.network()
    let system = SystemPicture(map: map, network: network, audience: .members)
    return switch view {
    case "system": system.diagram()
    case "sectors": SectorPicture(system).diagram()
    default:
      SiloPicture(
        map: map, network: network, silos: Silos(of: network, in: map), audience: .members
      ).diagram()
    }
  }
}

extension Drawing {
  /// The ties of the picture, each with its ends.
  private var ties: [(Int, Int, Diagrams.Sheet.Line)] {
    sheet.lines.filter { !$0.isSample }.map { ($0.tail, $0.head, $0) }
  }

  /// How many pairs of ties cross, each drawn from centre to centre.
  fileprivate var crossings: Int {
    Crossings.count(
      among: ties.map { tail, head, line in
        let center = { (mark: Int) in (sheet.marks[mark].whole ?? sheet.marks[mark].frame).center }
        return Crossings.Line(
          first: tail, second: head,
          points: [center(tail)] + Self.pieces(of: line.points) + [center(head)])
      })
  }

  /// The same of the same graph as an engine of Graphviz draws it by itself.
  fileprivate func crossings(plainly engine: String) throws -> Int {
    var dot = DOT()
    dot.nodeDefaults = [.shape(.point)]
    // The point of an arrow would hide much of a line.
    dot.edgeDefaults = [.noArrow]
    let used = Set(ties.flatMap { [$0.0, $0.1] }).sorted()
    dot.nodes = used.map { DOT.Node(id: DOT.ID(.node, $0), attributes: []) }
    dot.edges = ties.map {
      DOT.Edge(tail: DOT.ID(.node, $0.0), head: DOT.ID(.node, $0.1), attributes: [])
    }
    let job = GraphvizJob(text: dot.text, engine: engine, wish: .positions)
    guard case .positions(let layout) = try Graphviz.perform(job) else { return 0 }
    var numbers: [DOT.ID: Int] = [:]
    for place in used { numbers[DOT.ID(.node, place)] = place }
    return Crossings.count(
      among: layout.edges.map {
        Crossings.Line(
          first: numbers[$0.tail] ?? 0, second: numbers[$0.head] ?? 0,
          points: Self.pieces(of: $0.points))
      })
  }

  private static func pieces(of points: [Point]) -> [Point] {
    var pieces = Array(points.prefix(1))
    for start in stride(from: 0, to: points.count - 3, by: 3) {
      let curve = Array(points[start..<(start + 4)])
      pieces += (1...10).map { Routes.point(on: curve, at: Double($0) / 10) }
    }
    return pieces
  }
}
