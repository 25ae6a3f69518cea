extension Composition {
  /// Packs boxes of chips with the largest text that fits, and draws them with their ties.
  ///
  /// - Returns: False if even the smallest text is too large.
  mutating func arrange(_ content: BoxContent, in frame: Rect) -> Bool {
    guard let packing = largestPacking(of: content, frame: frame) else { return false }
    let (content, best) = ordered(content, packing: packing, frame: frame)
    draw(content, packing: best, frame: frame)
    return true
  }

  private func largestPacking(of content: BoxContent, frame: Rect) -> BoxPacking? {
    if content.ties.isEmpty {
      return largestPacking(of: content, spacing: .lineless, frame: frame)
    }
    let roomy = largestPacking(of: content, spacing: .roomy, frame: frame)
    if let roomy, roomy.fontSize >= page.smallestReadable { return roomy }
    return largestPacking(of: content, spacing: .close, frame: frame) ?? roomy
  }

  private func largestPacking(
    of content: BoxContent, spacing: Spacing, frame: Rect
  ) -> BoxPacking? {
    var best: BoxPacking?
    for limit in [6.0, 7, 8, 9.5, 11, 13, 15, 18] {
      let pattern = BoxPattern(content, limit: limit, spacing: spacing, composition: self)
      var (low, high) = (best?.fontSize ?? typography.smallestLabel, typography.largestLabel)
      if let packing = pattern.packing(of: content, fontSize: high, frame: frame) {
        low = high
        if best == nil || packing.fontSize > (best?.fontSize ?? 0)
          || packing.height < (best?.height ?? .infinity)
        {
          best = packing
        }
        continue
      }
      guard let packing = pattern.packing(of: content, fontSize: low, frame: frame) else {
        continue
      }
      if best == nil { best = packing }
      while high - low > low * 0.01 {
        let middle = (low + high) / 2
        if let packing = pattern.packing(of: content, fontSize: middle, frame: frame) {
          (best, low) = (packing, middle)
        } else {
          high = middle
        }
      }
    }
    return best
  }

  /// The boxes in an order in which those with many ties lie close to one another, with few boxes
  /// between.
  private func ordered(
    _ content: BoxContent, packing: BoxPacking, frame: Rect
  ) -> (BoxContent, BoxPacking) {
    guard content.isOrderFree, content.bands.count == 1, content.bands[0].boxes.count <= 16 else {
      return (content, packing)
    }
    let links = content.ties
    func cost(_ packing: BoxPacking, of content: BoxContent, order: [Int]) -> Double {
      var frames = order.map { _ in frame }
      for place in packing.places(of: content, frame: frame).boxes {
        frames[order[place.box]] = place.frame
      }
      return links.reduce(0) { $0 + Self.cost(of: $1, among: frames) }
    }
    var order = Array(content.bands[0].boxes.indices)
    var best = (content: content, packing: packing)
    var least = cost(packing, of: content, order: order)
    for _ in 0..<6 {
      var improved = false
      for first in order.indices {
        for second in order.indices.dropFirst(first + 1) {
          var trial = order
          trial.swapAt(first, second)
          let reordered = content.reordered(trial)
          let pattern = packing.pattern.reordered(trial)
          guard
            let packed = pattern.packing(
              of: reordered, fontSize: packing.fontSize, frame: frame)
          else { continue }
          let tried = cost(packed, of: reordered, order: trial)
          if tried < least - 0.5 {
            (order, least, best, improved) = (trial, tried, (reordered, packed), true)
          }
        }
      }
      if !improved { break }
    }
    return best
  }

  /// What a straight line between two boxes costs: its length, and more where other boxes lie in
  /// its way.
  private static func cost(of tie: Tie, among frames: [Rect]) -> Double {
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

  private mutating func draw(_ content: BoxContent, packing: BoxPacking, frame: Rect) {
    fontSize = packing.fontSize
    let lineScale = max(0.5, fontSize / 12)
    let (places, bandTops) = packing.places(of: content, frame: frame)
    for (band, top) in zip(content.bands, bandTops) {
      guard let title = band.title else { continue }
      sheet.write(
        title, at: Point(x: frame.x, y: top + fontSize * 0.05), fontSize: fontSize * 1.2,
        bold: true, ink: .quietInk, measure: measure)
    }
    var cells: [Rect] = []
    var boxOf: [Int] = []
    var titles: [Rect] = []
    for place in places {
      let box = content.bands[place.band].boxes[place.box]
      titles += draw(
        box, title: packing.pattern.titles[place.band][place.box], in: place.frame,
        lineScale: lineScale)
      let measures = place.measures
      for seat in box.chips.indices {
        let (row, column) = seat.quotientAndRemainder(dividingBy: place.columns)
        cells.append(
          Rect(
            x: place.frame.x + measures.gap
              + Double(column) * (measures.cell.width + measures.gap),
            y: place.frame.y + measures.titleHeight + measures.gap
              + Double(row) * (measures.cell.height + measures.gap),
            width: measures.cell.width, height: measures.cell.height))
        boxOf.append(sheet.boxes.count - 1)
      }
    }
    drawChips(content, packing: packing, cells: cells, boxOf: boxOf, lineScale: lineScale)
    guard !content.ties.isEmpty else { return }
    let frames = places.map(\.frame)
    let anchors = frames.enumerated().map { place, frame in
      sheet.marks.append(
        Sheet.Mark(
          kind: .anchor, frame: Rect(center: frame.center, size: Size(width: 0, height: 0)),
          box: place))
      return sheet.marks.count - 1
    }
    draw(
      content.ties, cells: frames, avoiding: titles, marks: anchors, frame: frame,
      lineScale: lineScale)
  }

  private mutating func drawChips(
    _ content: BoxContent, packing: BoxPacking, cells: [Rect], boxOf: [Int], lineScale: Double
  ) {
    let chips = content.bands.flatMap(\.boxes).flatMap(\.chips)
    let texts = packing.pattern.texts.flatMap { $0.flatMap { $0 } }
    for place in chips.indices {
      let mark = draw(
        chips[place], text: texts[place].scaled(by: fontSize), in: cells[place],
        styles: content.styles, tagWidth: packing.pattern.tagWidth * fontSize,
        lineScale: lineScale)
      sheet.boxes[boxOf[place]].members.append(mark)
    }
  }

  /// Draws a box with its title, and returns where the title lies.
  private mutating func draw(
    _ box: BoxContent.Box, title: [String], in frame: Rect, lineScale: Double
  ) -> [Rect] {
    sheet.boxes.append(
      Sheet.Box(
        frame: frame, fill: box.tone.fill, stroke: box.tone.dark, width: 1.2 * lineScale,
        isDashed: box.isDashed, title: box.title))
    let size = fontSize * BoxPattern.titleScale
    return title.enumerated().map { place, line in
      sheet.write(
        line,
        at: Point(
          x: frame.x + fontSize * 0.5,
          y: frame.y + fontSize * 0.3 + size * TextMeasure.lineHeight * Double(place)),
        fontSize: size, bold: true, ink: box.tone.dark, background: box.tone.fill,
        measure: measure)
    }
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
