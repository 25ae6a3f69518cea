/// The boxes of the only band of a picture in some order, packed.
struct BoxOrder: Sendable {
  /// The places of the boxes in the order in which they came.
  var places: [Int]
  var content: BoxContent
  var packing: BoxPacking
  /// What straight lines between the boxes cost, in points of their length.
  var cost: Double
}

/// Looks for an order of boxes in which lines between them are short, cross little, and pass behind
/// few other boxes.
struct BoxOrdering {
  let content: BoxContent
  let pattern: BoxPattern
  let fontSize: Double
  let frame: Rect
  let measure: TextMeasure

  /// The boxes in an order, or `nil` if they do not fit so.
  func order(_ places: [Int]) -> BoxOrder? {
    let reordered = content.reordered(places)
    guard
      let packing = pattern.reordered(places).packing(
        of: reordered, fontSize: fontSize, frame: frame)
    else { return nil }
    return BoxOrder(
      places: places, content: reordered, packing: packing,
      cost: cost(of: reordered, packing: packing))
  }

  /// Exchanges pairs of boxes until no exchange costs less.
  func settled(_ start: BoxOrder, by cost: (BoxOrder) -> Double) -> BoxOrder {
    var best = (order: start, cost: cost(start))
    for _ in 0..<6 {
      let before = best.cost
      for first in start.places.indices {
        for second in start.places.indices.dropFirst(first + 1) {
          var trial = best.order.places
          trial.swapAt(first, second)
          guard let tried = order(trial) else { continue }
          let cost = cost(tried)
          if cost < best.cost - 1e-3 { best = (tried, cost) }
        }
      }
      if best.cost == before { break }
    }
    return best.order
  }

  /// What the lines cost as they are drawn, in crossings.
  func drawnCost(of order: BoxOrder) -> Double {
    let boxes = order.packing.places(of: order.content, frame: frame).boxes
    let titles = boxes.flatMap { order.packing.titleFrames(of: $0, measure: measure) }
    let obstacles = (boxes.map(\.frame) + titles).map { $0.inset(by: -order.packing.lineScale) }
    return Routes(obstacles: obstacles, frame: frame, crossing: BoxPattern.crossing)
      .cost(of: order.content.ties.map(Routes.Way.init))
  }

  private func cost(of content: BoxContent, packing: BoxPacking) -> Double {
    let frames = packing.places(of: content, frame: frame).boxes.map(\.frame)
    let crossings = Crossings.count(
      among: content.ties.map {
        Crossings.Line(
          first: $0.first, second: $0.second,
          points: [frames[$0.first].center, frames[$0.second].center])
      })
    // A crossing is worth a detour across half of the page.
    return content.ties.reduce(Double(crossings) * frame.width / 2) {
      $0 + cost(of: $1, among: frames)
    }
  }

  /// What a straight line between two boxes costs: its length, and more where other boxes lie in
  /// its way.
  private func cost(of tie: Tie, among frames: [Rect]) -> Double {
    let (start, end) = (frames[tie.first].center, frames[tie.second].center)
    let samples = 16
    var hidden = 0
    for step in 1..<samples {
      let point = start + (end - start) * (Double(step) / Double(samples))
      for (place, frame) in frames.enumerated() where frame.contains(point) {
        hidden += place == tie.first || place == tie.second ? 0 : 1
      }
    }
    return (end - start).length * (tie.style.width + 12 * Double(hidden) / Double(samples))
  }
}

extension BoxContent {
  /// The only band with its boxes in another order, the ties following them.
  fileprivate func reordered(_ order: [Int]) -> BoxContent {
    var placeOf = Array(repeating: 0, count: order.count)
    for (place, box) in order.enumerated() { placeOf[box] = place }
    var reordered = self
    reordered.bands[0].boxes = order.map { bands[0].boxes[$0] }
    for place in ties.indices {
      reordered.ties[place].first = placeOf[ties[place].first]
      reordered.ties[place].second = placeOf[ties[place].second]
    }
    return reordered
  }
}

extension BoxPattern {
  /// The pattern of the only band with its boxes in another order.
  fileprivate func reordered(_ order: [Int]) -> BoxPattern {
    var reordered = self
    reordered.texts[0] = order.map { texts[0][$0] }
    reordered.titles[0] = order.map { titles[0][$0] }
    reordered.leastColumns[0] = order.map { leastColumns[0][$0] }
    return reordered
  }
}
