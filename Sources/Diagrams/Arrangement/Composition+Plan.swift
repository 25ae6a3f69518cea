import Graphs

extension Composition {
  /// Places for chips with few crossings between their ties, from 0 to 1 across and down.
  ///
  /// Graphviz's engines make the first proposals; the best of them is untangled in a frame of the
  /// page's proportions that the chips half fill. Legend and size of text play no part, so that
  /// views of the same ties agree.
  func plan(
    _ connected: [Int], of content: NetworkContent, texts: [ChipText]
  ) throws(GraphvizError) -> [Point] {
    guard connected.count > 1 else { return connected.map { _ in Point(x: 0.5, y: 0.5) } }
    let ties = content.ties(among: connected)
    let sizes = planSizes(connected, of: content, texts: texts)
    let engines: [Graphviz.Engine] =
      connected.count > Self.mostForNeato ? [.sfdp] : [.sfdp, .neato]
    var proposals: [Untangling] = []
    var area = Size(width: 0, height: 0)
    for engine in engines {
      let points = try Self.layout(connected.count, ties: ties, engine: engine)
      for evenness in [0.2, 0.5, 0.8] {
        guard let (bounds, frames) = proposal(points, sizes: sizes, evenness: evenness) else {
          continue
        }
        area = bounds.size
        proposals.append(
          Untangling(
            frames: frames, ties: ties, bounds: bounds, freedoms: frames.map { _ in .all }))
      }
    }
    // The best proposals first.
    let costs = proposals.map(\.cost)
    let order = proposals.indices.sorted { (costs[$0], $0) < (costs[$1], $1) }
    let attempts = connected.count <= Self.mostForAttempts ? 4 : 1
    var best: (cost: Double, frames: [Rect])?
    for attempt in 0..<attempts {
      guard !order.isEmpty else { break }
      var untangling = proposals[order[attempt % order.count]]
      var generator = SeededGenerator(seed: 1, stream: attempt)
      untangling.run(effort: Self.effort / Double(attempts), threshold: 3, using: &generator)
      let cost = untangling.cost
      if cost < best?.cost ?? .infinity { best = (cost, untangling.frames) }
      // Less than one crossing is none.
      if cost < 1 { break }
    }
    guard let best else { return connected.map { _ in Point(x: 0.5, y: 0.5) } }
    return best.frames.map {
      Point(x: $0.center.x / area.width, y: $0.center.y / area.height)
    }
  }

  /// The most chips that neato places: it takes seconds for more.
  private static let mostForNeato = 300
  /// The most chips that are untangled several times.
  static let mostForAttempts = 30
  /// How much is tried: a fifth of a second's work.
  private static let effort = 40e6
  /// How much of the frame the chips fill.
  private static let density = 0.45

  /// The sizes of whole chips with the room around them, at a size of text of 1.
  func planSizes(
    _ connected: [Int], of content: NetworkContent, texts: [ChipText]
  ) -> [Size] {
    let tagWidth = tagWidth(styles: content.styles, fontSize: 1)
    let gap = content.gap(.roomy)
    return connected.map { place in
      let chip = content.chips[place]
      return Size(
        width: texts[place].size.width + (chip.style == nil ? 0 : tagWidth * chip.scale) + gap,
        height: texts[place].size.height + gap)
    }
  }

  /// Chips in a frame of the page's proportions, near where an engine has put them.
  private func proposal(
    _ points: [Point], sizes: [Size], evenness: Double
  ) -> (bounds: Rect, frames: [Rect])? {
    let aspect = page.width / page.height * (page.reading == .projected ? 1.35 : 1.15)
    let area = sizes.reduce(0) { $0 + $1.area }
    let widest = sizes.map(\.width).max() ?? 1
    let tallest = sizes.map(\.height).max() ?? 1
    for density in [Self.density, 0.3, 0.1] {
      let height = max((area / density / aspect).squareRoot(), widest * 1.2 / aspect, tallest * 1.5)
      let bounds = Rect(x: 0, y: 0, width: height * aspect, height: height)
      let inner = Rect(
        center: bounds.center,
        size: Size(width: bounds.width - widest, height: bounds.height - tallest))
      var spread = Spread(
        centers: Spread.fill(
          inner, with: Spread.turn(points, lyingDown: aspect >= 1), evenness: evenness),
        sizes: sizes, frame: bounds)
      if spread.separate(rounds: 200) {
        return (bounds, zip(spread.centers, sizes).map { Rect(center: $0, size: $1) })
      }
    }
    return nil
  }

  /// Where the ties alone would put points.
  private static func layout(
    _ count: Int, ties: [(Int, Int)], engine: Graphviz.Engine
  ) throws(GraphvizError) -> [Point] {
    var dot = DOT()
    dot.nodeDefaults = [.shape(.point), .width(10), .height(10), .fixedSize]
    dot.nodes = (0..<count).map { DOT.Node(id: DOT.ID(.node, $0), attributes: []) }
    dot.edges = ties.map {
      DOT.Edge(tail: DOT.ID(.node, $0.0), head: DOT.ID(.node, $0.1), attributes: [])
    }
    let layout = try Graphviz.layout(dot, engine: engine)
    return (0..<count).map { layout.nodes[DOT.ID(.node, $0)]?.center ?? .zero }
  }
}

extension NetworkContent {
  /// The ties that place something, between places in a list of chips.
  func ties(among chips: [Int]) -> [(Int, Int)] {
    var placeOf: [Int: Int] = [:]
    for (place, chip) in chips.enumerated() { placeOf[chip] = place }
    return ties.compactMap { tie in
      guard !tie.isAbsent, tie.first != tie.second, let first = placeOf[tie.first],
        let second = placeOf[tie.second]
      else { return nil }
      return (first, second)
    }
  }
}
