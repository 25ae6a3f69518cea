/// A chip with its text broken into lines, at a size.
struct ChipText: Hashable, Sendable {
  var lines: [String]
  var fontSize: Double
  var size: Size

  /// The same in another size; lines break at the same words.
  func scaled(by factor: Double) -> ChipText {
    ChipText(
      lines: lines, fontSize: fontSize * factor,
      size: Size(width: size.width * factor, height: size.height * factor))
  }
}

extension Composition {
  /// The width of the tags in front of labels, for a size of text.
  func tagWidth(
    styles: [GroupStyle], fontSize: Double, spacing: Spacing = .roomy
  ) -> Double {
    let widest = styles.map {
      measure.width(of: $0.tag, fontSize: typography.mark(beside: fontSize), bold: true)
    }.max()
    return widest.map { max($0 + fontSize * spacing.tag, fontSize * 1.1) } ?? 0
  }

  /// Breaks a chip's label, and measures the chip without its tag.
  func text(
    of chip: Chip, fontSize: Double, limit: Double, spacing: Spacing = .roomy
  ) -> ChipText {
    let size = fontSize * chip.scale
    let lines = chip.label.split(separator: "\n", omittingEmptySubsequences: false).flatMap {
      measure.lines(
        of: String($0), fontSize: size, limit: limit * chip.scale, most: 4)
    }
    let text = measure.size(of: lines, fontSize: size)
    return ChipText(
      lines: lines, fontSize: size,
      size: Size(
        width: max(text.width, size) + size * spacing.sideways,
        height: text.height + size * spacing.upright))
  }

  /// Breaks a chip's label into two lines if it has two words: rows are as high as that anyway.
  func doubled(_ chip: Chip, limit: Double) -> ChipText {
    let whole = measure.width(of: chip.label, fontSize: 1)
    return text(of: chip, fontSize: 1, limit: min(limit, whole * 0.99), spacing: .close)
  }

  /// Draws a chip that fills a cell, and returns the place of its mark.
  mutating func draw(
    _ chip: Chip, text: ChipText, in cell: Rect, styles: [GroupStyle], tagWidth: Double,
    lineScale: Double
  ) -> Int {
    let style = chip.style.map { styles[$0] }
    var frame = cell
    if let style, tagWidth > 0 {
      frame.x += tagWidth
      frame.width -= tagWidth
      sheet.marks.append(
        Sheet.Mark(
          kind: .tag, frame: Rect(x: cell.x, y: cell.y, width: tagWidth, height: cell.height),
          lines: [style.tag], fontSize: typography.mark(beside: text.fontSize), isBold: true,
          ink: .paper,
          outline: Sheet.Outline(
            fill: style.tone.dark, stroke: style.tone.dark, width: 0.8 * lineScale),
          element: chip.element, group: chip.style))
    }
    let tone = style?.tone ?? Palette.Tone(fill: .paper, dark: .border)
    sheet.marks.append(
      Sheet.Mark(
        kind: .node, frame: frame, lines: text.lines, fontSize: text.fontSize,
        outline: Sheet.Outline(
          fill: chip.isOpen ? .paper : tone.fill, stroke: chip.isMarked ? .ink : tone.dark,
          width: (chip.isMarked ? 1.7 : 0.8) * lineScale, isDashed: chip.isOpen),
        title: chip.title, element: chip.element, group: chip.style, whole: cell))
    return sheet.marks.count - 1
  }

  /// Draws ties between cells, each a curve behind as few labels as possible.
  mutating func draw(
    _ ties: [Tie], cells: [Rect], avoiding others: [Rect] = [], marks: [Int], frame: Rect,
    lineScale: Double, crossing: Double = 2
  ) {
    let routes = Routes(
      obstacles: (cells + others).map { $0.inset(by: -1 * lineScale) }, frame: frame,
      crossing: crossing)
    let curves = routes.curves(for: ties.map(Routes.Way.init))
    // Light lines first: where the order is kept, the dark ones lie on top.
    let order = ties.indices.sorted { (ties[$0].style.width, $0) < (ties[$1].style.width, $1) }
    var labelled: [(label: String, tie: Int)] = []
    for place in order {
      let tie = ties[place]
      var points = curves[place]
      if let label = tie.label { labelled.append((label, place)) }
      var arrow: Point?
      if tie.isDirected, let tip = points.last {
        let back = points[2] - tip
        if back.length > 0 {
          arrow = tip
          points[3] = tip + back * (min(6, back.length) / back.length)
        }
      }
      sheet.lines.append(
        Sheet.Line(
          tail: marks[tie.first], head: marks[tie.second], points: points,
          stroke: tie.style.stroke, width: tie.style.width * lineScale,
          pattern: tie.style.pattern, arrow: arrow, title: tie.title))
    }
    // The widest lines choose the places of their numbers first.
    var numbers: [Rect] = []
    for (label, tie) in labelled.reversed() {
      var others = curves
      let curve = others.remove(at: tie)
      let frame = labelFrame(label, on: curve, cells: cells, numbers: numbers, others: others)
      numbers.append(frame)
      sheet.marks.append(
        Sheet.Mark(
          kind: .text, frame: frame, lines: [label], fontSize: numberSize,
          outline: Sheet.Outline(fill: .paper, stroke: .paper, width: 0)))
    }
  }

  /// The size of the numbers on lines.
  private var numberSize: Double { typography.mark(beside: fontSize) }

  /// Where a number on a line covers neither a chip nor another line, and stands apart from other
  /// numbers, or does so as little as can be.
  ///
  /// On the line if there is room, and if more of the line is seen then than is behind the number;
  /// else beside it.
  private func labelFrame(
    _ label: String, on curve: [Point], cells: [Rect], numbers: [Rect], others: [[Point]]
  ) -> Rect {
    let text = measure.size(of: [label], fontSize: numberSize)
    let size = Size(width: text.width + fontSize * 0.3, height: text.height)
    let tangent = Routes.point(on: curve, at: 0.55) - Routes.point(on: curve, at: 0.45)
    let across =
      Point(x: -tangent.y, y: tangent.x) * (size.height / 2 / max(tangent.length, 0.001))
    // A number at a crossing, or close to another number, might belong to either line.
    let apart = numbers.map { $0.inset(by: -fontSize * 0.5) }
    let samples = stride(from: 0.02, to: 1, by: 0.02)
    let passing = others.flatMap { other in samples.map { Routes.point(on: other, at: $0) } }
    let seen = samples.map { Routes.point(on: curve, at: $0) }
      .filter { point in !cells.contains { $0.contains(point) } }
    var best = Rect(center: Routes.point(on: curve, at: 0.5), size: size)
    var least = Double.infinity
    for aside in [0.0, 1, -1, 2, -2] {
      for step in 0..<17 where least > 0 {
        // From the middle outwards, to either side.
        let offset = Double((step + 1) / 2) * 0.045 * (step.isMultiple(of: 2) ? 1 : -1)
        let center = Routes.point(on: curve, at: 0.5 + offset) + across * aside
        let frame = Rect(center: center, size: size)
        var covered = cells.reduce(0) { $0 + $1.sharedArea(with: frame) } * 4
        covered += numbers.reduce(0) { $0 + $1.sharedArea(with: frame) }
        covered += apart.reduce(0) { $0 + $1.sharedArea(with: frame) } * 0.1
        // On its own line is worth more than off every other.
        covered += passing.contains(where: frame.contains) ? size.area * 0.02 : 0
        covered += abs(aside) * size.area * 0.04
        // Nor should it bite a piece out of the line's width.
        let around = frame.inset(by: -fontSize * 0.2)
        let hidden = Double(seen.count(where: around.contains)) / Double(max(1, seen.count))
        covered += max(0, hidden - 0.5) * size.area * 0.5
        if covered < least { (best, least) = (frame, covered) }
      }
    }
    return best
  }
}
