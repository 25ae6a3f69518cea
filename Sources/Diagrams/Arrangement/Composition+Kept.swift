internal import SystemMaps

extension Composition {
  /// Takes over where elements stood, whatever the size of the page then.
  mutating func keep(_ positions: [KeptPosition]) {
    for position in positions {
      kept[position.element] = Point(
        x: position.x * page.width / (position.pageWidth ?? page.width),
        y: position.y * page.height / (position.pageHeight ?? page.height))
    }
  }

  /// Leaves chips where they stood in an earlier drawing, and finds free places for the others near
  /// those that they are tied to.
  ///
  /// - Returns: `nil` if fewer than half of the chips stood anywhere, or if no size of text leaves
  ///   all of them apart.
  func keptPlacement(
    _ content: NetworkContent, texts: [[ChipText]], frame: Rect
  ) -> Placement? {
    let tied = content.tiedChips
    var places = content.chips.map { $0.element.flatMap { kept[$0] } }
    // Who has a tie now does not stay among those without.
    let isolates = places.indices.filter { !tied.contains($0) }
    if let top = isolates.compactMap({ places[$0]?.y }).min() {
      for place in tied where (places[place]?.y ?? 0) >= top { places[place] = nil }
    }
    guard places.count(where: { $0 != nil }) * 2 >= places.count, !places.isEmpty else {
      return nil
    }
    var fontSize = typography.largestLabel * (content.isSparse ? 1.35 : 1)
    while fontSize >= typography.smallestLabel {
      for (unit, spacing) in zip(texts, [Spacing.roomy, .close]) {
        let tagWidth = tagWidth(styles: content.styles, fontSize: fontSize, spacing: spacing)
        let texts = unit.map { $0.scaled(by: fontSize) }
        let sizes = zip(content.chips, texts).map { chip, text in
          Size(
            width: text.size.width + (chip.style == nil ? 0 : tagWidth * chip.scale),
            height: text.size.height)
        }
        let gap = fontSize * (content.isSparse ? 2.4 : spacing.chipGap)
        var filling = Filling(frame: frame, gap: gap * 0.98, tied: tied)
        if filling.place(sizes, at: places, neighbors: content.neighbors) {
          return Placement(
            fontSize: fontSize, texts: texts, tagWidth: tagWidth, cells: filling.cells)
        }
      }
      fontSize *= content.chips.count > 150 ? 0.94 : 0.965
    }
    return nil
  }
}

extension NetworkContent {
  /// The chips that have a tie.
  fileprivate var tiedChips: Set<Int> {
    Set(ties.filter { $0.first != $0.second }.flatMap { [$0.first, $0.second] })
  }

  /// The chips that each chip is tied to.
  fileprivate var neighbors: [[Int]] {
    var neighbors: [[Int]] = chips.map { _ in [] }
    for tie in ties {
      neighbors[tie.first].append(tie.second)
      neighbors[tie.second].append(tie.first)
    }
    return neighbors
  }
}

/// Rectangles of which most have their place, and the others look for one.
private struct Filling {
  let frame: Rect
  let gap: Double
  let tied: Set<Int>
  /// Where each rectangle lies.
  private(set) var cells: [Rect] = []

  init(frame: Rect, gap: Double, tied: Set<Int>) {
    self.frame = frame
    self.gap = gap
    self.tied = tied
  }

  /// Places everything; false if something has no room.
  mutating func place(_ sizes: [Size], at places: [Point?], neighbors: [[Int]]) -> Bool {
    let known = places.indices.filter { places[$0] != nil }
    let rects = zip(places, sizes).map { Rect(center: $0 ?? .zero, size: $1) }
    guard known.allSatisfy({ frame.inset(by: -0.5).contains(rects[$0]) }) else { return false }
    let padded = known.map { place in
      // Rows of those without a tie are closer than free places.
      rects[place].inset(by: -(tied.contains(place) ? gap : gap / 3) / 2)
    }
    let crowd = Spread(
      centers: padded.map(\.center), sizes: padded.map(\.size), frame: frame.inset(by: -gap))
    guard !crowd.hasOverlap else { return false }
    cells = rects
    var placed = known
    // Those with most neighbours in place come first: they know best where they belong.
    var waiting = places.indices.filter { places[$0] == nil }
    while !waiting.isEmpty {
      let isPlaced = Set(placed)
      let next = waiting.max { first, second in
        let counts = [first, second].map { neighbors[$0].count(where: isPlaced.contains) }
        return (counts[0], -first) < (counts[1], -second)
      }
      guard let next else { break }
      let near = neighbors[next].filter(isPlaced.contains)
      let wish = wish(near: near, among: placed)
      guard let cell = freeCell(sizes[next], near: wish, placed: placed) else { return false }
      cells[next] = cell
      placed.append(next)
      waiting.removeAll { $0 == next }
    }
    return true
  }

  /// The middle of the neighbours; below everything for who has none.
  private func wish(near: [Int], among placed: [Int]) -> Point {
    if near.isEmpty {
      let isolates = placed.filter { !tied.contains($0) }.map { cells[$0] }
      return isolates.last?.center ?? Point(x: frame.center.x, y: frame.maxY)
    }
    let sum = near.reduce(Point.zero) { $0 + cells[$1].center }
    return sum * (1 / Double(near.count))
  }

  /// The nearest place to a point, in rings around it, where nothing lies.
  private func freeCell(_ size: Size, near wish: Point, placed: [Int]) -> Rect? {
    var radius = 0.0
    let step = size.height / 3
    while radius < frame.width + frame.height {
      // More directions on wider rings.
      let directions = max(1, min(48, Int(radius / step) * 6))
      for direction in 0..<directions {
        let cell = Rect(
          center: wish + Turn.point(direction, of: directions) * radius, size: size)
        let room = cell.inset(by: -gap / 2)
        if frame.contains(cell), !placed.contains(where: { cells[$0].overlaps(room) }) {
          return cell
        }
      }
      radius += max(step, radius * 0.06)
    }
    return nil
  }
}

/// Directions without sines, which differ between machines in their last digit.
private enum Turn {
  /// A point on the unit diamond, `step` of `steps` around it.
  static func point(_ step: Int, of steps: Int) -> Point {
    let share = 4 * Double(step) / Double(steps)
    return switch share {
    case ..<1: Point(x: 1 - share, y: share)
    case ..<2: Point(x: 1 - share, y: 2 - share)
    case ..<3: Point(x: share - 3, y: 2 - share)
    default: Point(x: share - 3, y: share - 4)
    }
  }
}
