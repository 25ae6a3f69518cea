import Graphs

extension Composition {
  /// Packs boxes of chips with the largest text that fits, and draws them with their ties.
  ///
  /// - Returns: False if even the smallest text is too large.
  mutating func arrange(_ content: BoxContent, in frame: Rect) -> Bool {
    guard let packing = largestPacking(of: content, frame: frame) else { return false }
    let (content, best) = ordered(content, packing: packing, frame: frame)
    if !content.ties.isEmpty {
      let frames = best.places(of: content, frame: frame).boxes.map(\.frame)
      tangle = Routes(obstacles: frames, frame: frame).cost(of: content.ties.map(Routes.Way.init))
    }
    draw(content, packing: best, frame: frame)
    return true
  }

  private func largestPacking(of content: BoxContent, frame: Rect) -> BoxPacking? {
    if content.ties.isEmpty {
      let loose = largestPacking(of: content, spacing: .lineless, frame: frame)
      if let loose, loose.fontSize >= page.smallestReadable { return loose }
      let tight = largestPacking(of: content, spacing: .packed, frame: frame)
      return tight?.fontSize ?? 0 > loose?.fontSize ?? 0 ? tight : loose
    }
    let roomy = largestPacking(of: content, spacing: .roomy, frame: frame)
    if let roomy, roomy.fontSize >= page.smallestReadable { return roomy }
    let close = largestPacking(of: content, spacing: .close, frame: frame)
    if let close, close.fontSize >= page.smallestReadable { return close }
    return largestPacking(of: content, spacing: content.hasAll ? .tight : .parted, frame: frame)
      ?? close ?? roomy
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
  ///
  /// Somewhat smaller text leaves the choice among more orders: it is taken where that saves
  /// crossings, unless the text could then not be read.
  private func ordered(
    _ content: BoxContent, packing: BoxPacking, frame: Rect
  ) -> (BoxContent, BoxPacking) {
    guard content.isOrderFree, !content.ties.isEmpty, content.bands.count == 1,
      content.bands[0].boxes.count <= 16
    else { return (content, packing) }
    let start = Array(content.bands[0].boxes.indices)
    var generator = SeededGenerator(seed: 3)
    var best: (cost: Double, order: BoxOrder)?
    for scale in [1, 0.93, 0.86] {
      let fontSize = packing.fontSize * scale
      let least = page.smallestReadable
      if scale < 1 && fontSize < least && packing.fontSize >= least { continue }
      let ordering = BoxOrdering(
        content: content, pattern: packing.pattern, fontSize: fontSize, frame: frame,
        measure: measure)
      // What no exchange makes better, a fresh start sometimes does.
      let orders = (0..<40).compactMap { attempt in
        ordering.order(attempt == 0 ? start : start.shuffled(using: &generator))
          .map { ordering.settled($0) { $0.cost } }
      }
      let costs = orders.map(ordering.drawnCost)
      let ranked = orders.indices.sorted { (costs[$0], $0) < (costs[$1], $1) }
      for place in ranked.prefix(4) {
        let order = ordering.settled(orders[place], by: ordering.drawnCost)
        let cost = ordering.drawnCost(of: order) + 12 * (1 - scale)
        if cost < best?.cost ?? .infinity { best = (cost, order) }
      }
    }
    return best.map { ($0.order.content, $0.order.packing) } ?? (content, packing)
  }

  private mutating func draw(_ content: BoxContent, packing: BoxPacking, frame: Rect) {
    fontSize = packing.fontSize
    let lineScale = packing.lineScale
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
      let frames = packing.titleFrames(of: place, measure: measure)
      let lines = packing.pattern.titles[place.band][place.box]
      draw(box, title: zip(lines, frames), in: place.frame, lineScale: lineScale)
      titles += frames
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
      lineScale: lineScale, crossing: BoxPattern.crossing)
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

  /// Draws a box with the lines of its title where they lie.
  private mutating func draw(
    _ box: BoxContent.Box, title: Zip2Sequence<[String], [Rect]>, in frame: Rect, lineScale: Double
  ) {
    sheet.boxes.append(
      Sheet.Box(
        frame: frame, fill: box.tone.fill, stroke: box.tone.dark, width: 1.2 * lineScale,
        isDashed: box.isDashed, title: box.title))
    for (line, place) in title {
      sheet.write(
        line, at: Point(x: place.x, y: place.y), fontSize: fontSize * BoxPattern.titleScale,
        bold: true, ink: box.tone.dark, background: box.tone.fill, measure: measure)
    }
  }
}
