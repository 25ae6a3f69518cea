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
    var best: BoxPacking?
    for limit in [6.0, 7, 8, 9.5, 11, 13, 15, 18] {
      let pattern = BoxPattern(content, limit: limit, composition: self)
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

  /// The boxes in an order in which those with many ties lie close to one another.
  private func ordered(
    _ content: BoxContent, packing: BoxPacking, frame: Rect
  ) -> (BoxContent, BoxPacking) {
    guard content.isOrderFree, content.bands.count == 1, content.bands[0].boxes.count <= 16 else {
      return (content, packing)
    }
    let links = content.linksBetweenBoxes
    func length(_ content: BoxContent, _ packing: BoxPacking, _ order: [Int]) -> Double {
      let places = packing.places(of: content, frame: frame).boxes
      var centers: [Int: Point] = [:]
      for place in places { centers[order[place.box]] = place.frame.center }
      return links.reduce(0) { sum, link in
        guard let first = centers[link.first], let second = centers[link.second] else {
          return sum
        }
        return sum + (second - first).length * Double(link.count)
      }
    }
    var order = Array(content.bands[0].boxes.indices)
    var best = (content: content, packing: packing)
    var least = length(content, packing, order)
    for _ in 0..<3 {
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
          let cost = length(reordered, packed, trial)
          if cost < least - 0.5 {
            (order, least, best, improved) = (trial, cost, (reordered, packed), true)
          }
        }
      }
      if !improved { break }
    }
    return best
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
    var kinds: [Int] = []
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
        kinds.append(sheet.boxes.count - 1)
      }
    }
    if content.isOrderFree && cells.count <= 400 {
      var untangling = Untangling(
        frames: cells, ties: content.ties.map { ($0.first, $0.second) }, bounds: frame,
        kinds: kinds)
      untangling.run(rounds: 3, neighbors: 40, shifts: false)
      cells = untangling.frames
    }
    let marks = drawChips(
      content, packing: packing, cells: cells, kinds: kinds, lineScale: lineScale)
    draw(
      content.ties, cells: cells, rooms: kinds.map { sheet.boxes[$0].frame }, avoiding: titles,
      marks: marks, frame: frame,
      lineScale: lineScale)
  }

  private mutating func drawChips(
    _ content: BoxContent, packing: BoxPacking, cells: [Rect], kinds: [Int], lineScale: Double
  ) -> [Int] {
    let chips = content.bands.flatMap(\.boxes).flatMap(\.chips)
    let texts = packing.pattern.texts.flatMap { $0.flatMap { $0 } }
    return chips.indices.map { place in
      let mark = draw(
        chips[place], text: texts[place].scaled(by: fontSize), in: cells[place],
        styles: content.styles, tagWidth: packing.pattern.tagWidth * fontSize,
        lineScale: lineScale)
      sheet.boxes[kinds[place]].members.append(mark)
      return mark
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
  /// How many ties join two boxes of the only band.
  fileprivate struct BoxLink {
    var first: Int
    var second: Int
    var count: Int
  }

  fileprivate var linksBetweenBoxes: [BoxLink] {
    let boxes = bands[0].boxes
    let boxOf = boxes.indices.flatMap { box in boxes[box].chips.map { _ in box } }
    var counts = Array(repeating: 0, count: boxes.count * boxes.count)
    for tie in ties {
      counts[boxOf[tie.first] * boxes.count + boxOf[tie.second]] += 1
    }
    return counts.indices.filter { counts[$0] > 0 && $0 / boxes.count != $0 % boxes.count }.map {
      BoxLink(first: $0 / boxes.count, second: $0 % boxes.count, count: counts[$0])
    }
  }

  /// The only band with its boxes in another order, the ties following their chips.
  fileprivate func reordered(_ order: [Int]) -> BoxContent {
    var starts = [0]
    for box in bands[0].boxes { starts.append(starts[starts.count - 1] + box.chips.count) }
    var placeOf = Array(repeating: 0, count: starts[starts.count - 1])
    var next = 0
    for box in order {
      for chip in starts[box]..<starts[box + 1] {
        placeOf[chip] = next
        next += 1
      }
    }
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
