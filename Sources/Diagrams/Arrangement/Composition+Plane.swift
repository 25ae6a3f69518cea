extension Composition {
  /// Places chips on a plane with the largest text with which none lies over another, nor over the
  /// place of another.
  ///
  /// - Returns: False if even the smallest text is too large.
  mutating func arrange(_ content: PlaneContent, in frame: Rect) -> Bool {
    // What can be read only where labels stand closer, or lie on the places of others, does so.
    let readable = max(typography.smallestLabel, page.smallestReadable)
    let largest = typography.largestLabel
    // A label far from its place says less of it than a smaller one.
    let sizes = readable...max(readable, largest)
    let trials: [(spacing: Spacing, limit: Double, reach: Double?, sizes: ClosedRange<Double>)] = [
      (.roomy, 8.5, 2, sizes), (.close, 8.5, 2, sizes), (.close, 8.5, 4, sizes),
      (.close, 12, 12, sizes), (.close, 8.5, nil, sizes),
      (.tight, 8.5, nil, typography.smallestLabel...readable),
    ]
    for trial in trials {
      let texts = content.chips.map {
        text(of: $0, fontSize: 1, limit: trial.limit, spacing: trial.spacing)
      }
      var size = trial.sizes.upperBound
      while size >= trial.sizes.lowerBound {
        let pattern = PlanePattern(
          texts: texts, spacing: trial.spacing, fontSize: size, reach: trial.reach)
        if let cells = cells(of: content, pattern: pattern, frame: frame) {
          fontSize = size
          draw(content, pattern: pattern, cells: cells, frame: frame)
          return true
        }
        size =
          size > trial.sizes.lowerBound ? max(size * 0.95, trial.sizes.lowerBound) : 0
      }
    }
    return false
  }

  /// How the labels of a plane are set.
  private struct PlanePattern {
    var texts: [ChipText]
    var spacing: Spacing
    var fontSize: Double
    /// How far a label may lie from its place, in sizes of the text, so that none lies on the
    /// place of another; `nil` where one may.
    var reach: Double?
  }

  /// The size of the names of quarters and sides.
  private var captionSize: Double { typography.legend * 1.2 }

  /// The plane itself: room for the names of its sides is left above and below.
  private func plane(in frame: Rect) -> Rect {
    let line = captionSize * 1.6
    return Rect(
      x: frame.x, y: frame.y + line, width: frame.width, height: max(1, frame.height - 2 * line))
  }

  private func cells(
    of content: PlaneContent, pattern: PlanePattern, frame: Rect
  ) -> [Rect]? {
    let plane = plane(in: frame)
    let fontSize = pattern.fontSize
    let tag = tagWidth(styles: content.styles, fontSize: fontSize, spacing: pattern.spacing)
    let gap = fontSize * 0.4
    let sizes = zip(content.chips, pattern.texts).map { chip, text in
      let size = text.scaled(by: fontSize).size
      return Size(
        width: size.width + (chip.style == nil ? 0 : tag) + gap, height: size.height + gap)
    }
    guard sizes.reduce(0, { $0 + $1.area }) < plane.size.area * 0.6 else { return nil }
    let points = content.places.map { point(of: $0, on: plane) }
    let inner = plane.inset(by: gap)
    if let reach = pattern.reach {
      return PinnedLabels(points: points, sizes: sizes, frame: inner, reach: reach * fontSize)
        .placed()
        .map { $0.map { $0.inset(by: gap / 2) } }
    }
    var spread = Spread(centers: points, sizes: sizes, frame: inner)
    guard spread.separate(rounds: 300) else { return nil }
    return zip(spread.centers, sizes).map { Rect(center: $0, size: $1).inset(by: gap / 2) }
  }

  private func point(of place: Point, on plane: Rect) -> Point {
    Point(x: plane.x + place.x * plane.width, y: plane.y + place.y * plane.height)
  }

  private mutating func draw(
    _ content: PlaneContent, pattern: PlanePattern, cells: [Rect], frame: Rect
  ) {
    let plane = plane(in: frame)
    let lineScale = Sheet.Line.scale(beside: fontSize)
    drawQuarters(content, plane: plane, lineScale: lineScale)
    let tag = tagWidth(
      styles: content.styles, fontSize: fontSize, spacing: pattern.spacing)
    // Dots lie behind the names: where there is no room, a name covers the place of another.
    var dots: [Int: Int] = [:]
    for (place, cell) in cells.enumerated() {
      let point = point(of: content.places[place], on: plane)
      guard !cell.contains(point) else { continue }
      dots[place] = sheet.marks.count
      sheet.marks.append(
        Sheet.Mark(
          kind: .anchor,
          frame: Rect(center: point, size: Size(width: 5 * lineScale, height: 5 * lineScale)),
          outline: Sheet.Outline(fill: .ink, stroke: .ink, width: 0, shape: .ellipse)))
    }
    for (place, cell) in cells.enumerated() {
      let mark = draw(
        content.chips[place], text: pattern.texts[place].scaled(by: fontSize), in: cell,
        styles: content.styles, tagWidth: content.chips[place].style == nil ? 0 : tag,
        lineScale: lineScale)
      guard let dot = dots[place] else { continue }
      let point = sheet.marks[dot].frame.center
      let edge = cell.nearest(to: point)
      sheet.lines.append(
        Sheet.Line(
          tail: mark, head: dot,
          points: [edge, edge + (point - edge) * (1 / 3), edge + (point - edge) * (2 / 3), point],
          stroke: .firmLine, width: 0.9 * lineScale))
    }
  }

  private mutating func drawQuarters(_ content: PlaneContent, plane: Rect, lineScale: Double) {
    let half = Size(width: plane.width / 2, height: plane.height / 2)
    for (number, name) in content.quarters.enumerated() {
      let (row, column) = number.quotientAndRemainder(dividingBy: 2)
      let quarter = Rect(
        x: plane.x + Double(column) * half.width, y: plane.y + Double(row) * half.height,
        width: half.width, height: half.height)
      sheet.boxes.append(
        Sheet.Box(
          frame: quarter, fill: number == 1 || number == 2 ? .panel : .paper, stroke: .border,
          width: 0.8 * lineScale, title: name))
      // Names of quarters stand outside, above and below: no label can lie over them.
      let width = measure.width(of: name, fontSize: captionSize, bold: true)
      sheet.write(
        name,
        at: Point(
          x: quarter.center.x - width / 2,
          y: row == 0 ? plane.y - captionSize * 1.4 : plane.maxY + captionSize * 0.2),
        fontSize: captionSize, bold: true, ink: .quietInk, measure: measure)
    }
    sheet.write(
      content.up, at: Point(x: plane.x, y: plane.y - captionSize * 1.4), fontSize: captionSize,
      bold: true, measure: measure)
    let width = measure.width(of: content.across, fontSize: captionSize, bold: true)
    sheet.write(
      content.across, at: Point(x: plane.maxX - width, y: plane.maxY + captionSize * 0.2),
      fontSize: captionSize, bold: true, measure: measure)
  }
}
