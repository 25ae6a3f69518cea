extension Composition {
  /// Places rings side by side with the largest text that leaves nothing overlapping, and draws
  /// them.
  ///
  /// - Returns: False if even the smallest text is too large.
  mutating func arrange(_ content: RingContent, in frame: Rect) -> Bool {
    var size = largestRingLabel(of: content)
    while size >= typography.smallestLabel {
      if let places = places(of: content, fontSize: size, in: frame) {
        fontSize = size
        for (panel, place) in zip(content.panels, places) {
          draw(panel, at: place, styles: content.styles)
        }
        return true
      }
      size *= 0.97
    }
    return false
  }

  /// Where lines run across a ring, it needs more room than its labels do.
  private func largestRingLabel(of content: RingContent) -> Double {
    guard content.panels.contains(where: { $0.middle == nil }) else {
      return typography.largestLabel
    }
    let factor = page.reading == .projected ? 1.05 : 1.5
    return min(typography.largestLabel, page.smallestReadable * factor)
  }

  /// Where everything of a ring lies.
  private struct RingPlace {
    var frame: Rect
    var texts: [ChipText]
    var cells: [Rect]
    var middle: (text: ChipText, cell: Rect)?
    var tagWidth: Double

    /// The way between two labels: straight, or bowed towards the middle as far as it takes to pass
    /// behind no other label.
    func way(from first: Int, to second: Int) -> [Point] {
      let (start, end) = (cells[first], cells[second])
      let others = cells.indices.filter { $0 != first && $0 != second }.map { cells[$0] }
      let half = (start.center + end.center) * 0.5
      var ways = [0, 0.2, 0.4, 0.6, 0.8].map { bow in
        let turn = half + (frame.center - half) * bow
        let (from, to) = (start.exit(towards: turn), end.exit(towards: turn))
        return [from, from + (turn - from) * (2 / 3), to + (turn - to) * (2 / 3), to]
      }
      // Neighbours are joined by a straight line.
      ways[0] = StrokeStyle.straight(
        start.exit(towards: end.center), end.exit(towards: start.center))
      let isClear = { (way: [Point]) in
        (1..<24).allSatisfy { step in
          let point = Routes.point(on: way, at: Double(step) / 24)
          return !others.contains { $0.contains(point) }
        }
      }
      return ways.first(where: isClear) ?? ways[0]
    }
  }

  private func places(
    of content: RingContent, fontSize: Double, in frame: Rect
  ) -> [RingPlace]? {
    let count = Double(max(1, content.panels.count))
    let gap = fontSize * 1.5
    var places: [RingPlace] = []
    for (number, panel) in content.panels.enumerated() {
      let room =
        frame.width >= frame.height
        ? Rect(
          x: frame.x + Double(number) * (frame.width + gap) / count, y: frame.y,
          width: (frame.width + gap) / count - gap, height: frame.height)
        : Rect(
          x: frame.x, y: frame.y + Double(number) * (frame.height + gap) / count,
          width: frame.width, height: (frame.height + gap) / count - gap)
      guard
        let place = place(panel, styles: content.styles, fontSize: fontSize, in: room)
      else { return nil }
      places.append(place)
    }
    return places
  }

  private func place(
    _ panel: RingContent.Panel, styles: [GroupStyle], fontSize: Double, in frame: Rect
  ) -> RingPlace? {
    var room = frame
    if panel.title != nil {
      room.y += fontSize * 2
      room.height -= fontSize * 2
    }
    let tagWidth = tagWidth(styles: styles, fontSize: fontSize)
    let texts = panel.chips.map { text(of: $0, fontSize: fontSize, limit: fontSize * 8.5) }
    let sizes = zip(panel.chips, texts).map { chip, text in
      Size(
        width: text.size.width + (chip.style == nil ? 0 : tagWidth), height: text.size.height)
    }
    let middle = panel.middle.map { chip in
      let text = text(of: chip, fontSize: fontSize * 1.15, limit: fontSize * 6.5)
      return (
        text: text,
        cell: Rect(
          center: room.center,
          size: Size(
            width: text.size.width * 1.3 + fontSize, height: text.size.height * 1.4 + fontSize))
      )
    }
    guard
      let cells = Self.ring(of: sizes, in: room, gap: fontSize * 0.8),
      middle.map({ middle in
        // A line shorter than this shows no kind.
        let clear = middle.cell.inset(by: -fontSize * 3)
        return room.contains(middle.cell) && !cells.contains { $0.overlaps(clear) }
      }) ?? true
    else { return nil }
    return RingPlace(
      frame: frame, texts: texts, cells: cells, middle: middle, tagWidth: tagWidth)
  }

  /// Rectangles evenly around the border of a room, from the middle of the top on; `nil` if they
  /// overlap.
  private static func ring(of sizes: [Size], in room: Rect, gap: Double) -> [Rect]? {
    let width = room.width - (sizes.map(\.width).max() ?? 0)
    let height = room.height - (sizes.map(\.height).max() ?? 0)
    guard width > 0, height > 0, !sizes.isEmpty else { return sizes.isEmpty ? [] : nil }
    // The rectangle of the centres, with corners cut so that it looks like a ring.
    let (a, b) = (width / 2, height / 2)
    let outline = Self.roundedOutline(a, b)
    let lengths = zip(outline, outline.dropFirst()).map { ($0 - $1).length }
    let total = lengths.reduce(0, +)
    var cells: [Rect] = []
    var (segment, walked) = (0, 0.0)
    for (place, size) in sizes.enumerated() {
      let wanted = total * Double(place) / Double(sizes.count)
      while segment < lengths.count - 1, walked + lengths[segment] < wanted {
        walked += lengths[segment]
        segment += 1
      }
      let share = lengths[segment] > 0 ? (wanted - walked) / lengths[segment] : 0
      let point = outline[segment] + (outline[segment + 1] - outline[segment]) * share
      cells.append(Rect(center: room.center + point, size: size))
    }
    let padded = sizes.map { Size(width: $0.width + gap, height: $0.height + gap * 0.6) }
    var spread = Spread(
      centers: cells.map(\.center), sizes: padded, frame: room.inset(by: -gap / 2))
    guard spread.separate(rounds: 60) else { return nil }
    return zip(spread.centers, sizes).map { Rect(center: $0, size: $1) }
  }

  /// Points around a superellipse |x/a|³ + |y/b|³ = 1 from its top on, clockwise, closed.
  private static func roundedOutline(_ a: Double, _ b: Double) -> [Point] {
    // One eighth by its slope, the rest by symmetry: only roots, the same digits everywhere.
    let steps = 48
    let eighth = (0...steps).map { step -> Point in
      let slope = Double(step) / Double(steps)
      let scale = 1 / cubeRoot(1 + slope * slope * slope)
      return Point(x: slope * scale, y: scale)
    }
    let quarter = eighth + eighth.dropLast().reversed().map { Point(x: $0.y, y: $0.x) }
    let half = quarter + quarter.dropLast().reversed().map { Point(x: $0.x, y: -$0.y) }
    let whole = half + half.dropLast().reversed().map { Point(x: -$0.x, y: $0.y) }
    return whole.map { Point(x: $0.x * a, y: -$0.y * b) }
  }

  /// The cube root of a number from 1 to 2, by Newton's method.
  private static func cubeRoot(_ value: Double) -> Double {
    var root = 1.1
    for _ in 0..<8 { root -= (root * root * root - value) / (3 * root * root) }
    return root
  }

  private mutating func draw(
    _ panel: RingContent.Panel, at place: RingPlace, styles: [GroupStyle]
  ) {
    let lineScale = Sheet.Line.scale(beside: fontSize)
    if let title = panel.title {
      let lines = measure.lines(
        of: title, fontSize: fontSize * 1.1, limit: place.frame.width, most: 1, bold: true)
      let width = measure.width(of: lines[0], fontSize: fontSize * 1.1, bold: true)
      sheet.write(
        lines[0], at: Point(x: place.frame.center.x - width / 2, y: place.frame.y),
        fontSize: fontSize * 1.1, bold: true, measure: measure)
    }
    for link in panel.links {
      guard let second = place.cells.indices.contains(link.second) ? place.cells[link.second] : nil
      else { continue }
      let way =
        link.first.map { place.way(from: $0, to: link.second) }
        ?? place.middle.map { middle in
          StrokeStyle.straight(
            middle.cell.ovalExit(towards: second.center), second.exit(towards: middle.cell.center))
        }
      sheet.draw(
        link.style, along: way ?? StrokeStyle.straight(second.center, second.center),
        scale: lineScale, title: link.title)
    }
    for (chip, (text, cell)) in zip(panel.chips, zip(place.texts, place.cells)) {
      _ = draw(
        chip, text: text, in: cell, styles: styles,
        tagWidth: chip.style == nil ? 0 : place.tagWidth, lineScale: lineScale)
    }
    if let middle = place.middle, let chip = panel.middle {
      sheet.marks.append(
        Sheet.Mark(
          kind: .node, frame: middle.cell, lines: middle.text.lines,
          fontSize: middle.text.fontSize,
          outline: Sheet.Outline(
            fill: .paper, stroke: .ink, width: 1.6 * lineScale, shape: .ellipse),
          title: chip.title))
    }
  }
}

extension Rect {
  /// Where the ray from the centre through a point leaves the oval inside the rectangle.
  fileprivate func ovalExit(towards point: Point) -> Point {
    let way = point - center
    let reach = Point(x: way.x / (width / 2), y: way.y / (height / 2)).length
    return reach > 0 && reach.isFinite ? center + way * (1 / reach) : center
  }
}
