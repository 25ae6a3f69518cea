import Graphs

extension Composition {
  /// Chips broken and placed at one size of text.
  struct Placement {
    var fontSize: Double
    var texts: [ChipText]
    var tagWidth: Double
    /// The whole chips, tags included.
    var cells: [Rect]
  }

  /// Places the chips of a network with the largest text that leaves nothing overlapping, and
  /// draws them with their ties.
  ///
  /// - Returns: False if even the smallest text is too large.
  mutating func arrange(_ content: NetworkContent, in frame: Rect) throws(GraphvizError) -> Bool {
    var tied = Array(repeating: false, count: content.chips.count)
    for tie in content.ties where tie.first != tie.second && !tie.isAbsent {
      tied[tie.first] = true
      tied[tie.second] = true
    }
    if content.places != nil { tied = tied.map { _ in true } }
    let connected = content.chips.indices.filter { tied[$0] }
    let isolates = content.chips.indices.filter { !tied[$0] }
    let unitTexts = content.chips.map {
      text(of: $0, fontSize: 1, limit: content.isSparse ? 11 : 8.5)
    }
    let rowTexts = content.chips.indices.map { place in
      tied[place]
        ? doubled(content.chips[place], limit: 9)
        : text(of: content.chips[place], fontSize: 1, limit: 18, spacing: .close)
    }
    // A layout takes long: not for what cannot fit anyway.
    let area = unitTexts.reduce(0) { $0 + $1.size.area }
    let least = typography.smallestLabel
    guard area * least * least < frame.size.area else { return false }
    if least > page.smallestReadable * Self.rowsFrom,
      isJammed(connected, of: content, texts: unitTexts, in: frame, fontSize: least)
    {
      return false
    }
    if !kept.isEmpty,
      let placement = keptPlacement(content, texts: [unitTexts, rowTexts], frame: frame)
    {
      draw(content, placement: placement, hasIsolatesTitle: !isolates.isEmpty, frame: frame)
      return true
    }
    let points =
      if let known = content.places ?? plan {
        known
      } else {
        try plan(connected, of: content, texts: unitTexts)
      }
    plan = points
    guard
      let placement = largestPlacement(
        content, connected: connected, isolates: isolates, points: points,
        unitTexts: unitTexts, rowTexts: rowTexts, frame: frame)
    else { return false }
    draw(content, placement: placement, hasIsolatesTitle: !isolates.isEmpty, frame: frame)
    return true
  }

  /// Below this many times the smallest size that can be read, rows are tried too.
  private static let rowsFrom = 1.01

  /// Whether chips surely fill more of a frame than free places can, at a size of text.
  private func isJammed(
    _ connected: [Int], of content: NetworkContent, texts: [ChipText], in frame: Rect,
    fontSize: Double
  ) -> Bool {
    guard let evenness = content.evennesses.max(), content.places == nil else { return false }
    let area = planSizes(connected, of: content, texts: texts).reduce(0) { $0 + $1.area }
    let gap = fontSize * content.gap(.roomy)
    // A little is left to the widths of tags, which do not quite grow with the text.
    return area * fontSize * fontSize * 0.95
      > frame.inset(by: -gap / 2).size.area * content.mostDensity(evenness: evenness)
  }

  private func largestPlacement(
    _ content: NetworkContent, connected: [Int], isolates: [Int], points: [Point],
    unitTexts: [ChipText], rowTexts: [ChipText], frame: Rect
  ) -> Placement? {
    var fontSize = typography.largestLabel * (content.isSparse ? 1.35 : 1)
    while fontSize >= typography.smallestLabel {
      // As true to the layout as this size allows; text that is large enough can wait for room.
      let evennesses = fontSize > page.smallestReadable * 1.3 ? [0] : content.evennesses
      for evenness in evennesses {
        if let placement = place(
          content, connected: connected, isolates: isolates, points: points,
          unitTexts: unitTexts, frame: frame, fontSize: fontSize, evenness: evenness)
        {
          return placement
        }
      }
      // Rows hold larger text than free places do, where there is little room for either.
      if content.places == nil, fontSize < page.smallestReadable * Self.rowsFrom,
        fontSize > page.smallestReadable * 0.6
      {
        for spacing in [Spacing.close, .tight] {
          if let placement = place(
            content, connected: connected, isolates: isolates, points: points,
            unitTexts: rowTexts, frame: frame, fontSize: fontSize, evenness: nil,
            spacing: spacing)
          {
            return placement
          }
        }
      }
      let smaller = fontSize * (content.chips.count > 150 ? 0.94 : 0.965)
      // What can just be read is tried before anything smaller.
      let least = page.smallestReadable
      fontSize = fontSize > least ? max(smaller, least) : smaller
    }
    return nil
  }

  private func place(
    _ content: NetworkContent, connected: [Int], isolates: [Int], points: [Point],
    unitTexts: [ChipText], frame: Rect, fontSize: Double, evenness: Double?,
    spacing: Spacing = .roomy
  ) -> Placement? {
    let texts = unitTexts.map { $0.scaled(by: fontSize) }
    let tagWidth = tagWidth(styles: content.styles, fontSize: fontSize, spacing: spacing)
    let sizes = zip(content.chips, texts).map { chip, text in
      Size(
        width: text.size.width + (chip.style == nil ? 0 : tagWidth * chip.scale),
        height: text.size.height)
    }
    var cells = Array(repeating: Rect(x: 0, y: 0, width: 0, height: 0), count: texts.count)
    guard
      let rows = isolateRows(
        isolates, title: content.isolatesTitle, sizes: sizes, frame: frame, fontSize: fontSize)
    else { return nil }
    // Where nobody has a tie, the rows stand in the middle of the page.
    let lift = connected.isEmpty ? (rows.top - frame.y) / 2 : 0
    for (place, cell) in rows.cells {
      cells[place] = Rect(x: cell.x, y: cell.y - lift, width: cell.width, height: cell.height)
    }
    var room = frame
    room.height = rows.top - frame.y
    guard connected.isEmpty || room.height > fontSize * 2 else { return nil }

    let gap = fontSize * content.gap(spacing)
    let padded = connected.map {
      Size(width: sizes[$0].width + gap, height: sizes[$0].height + gap)
    }
    let widest = padded.map(\.width).max() ?? 0
    guard widest <= room.width + gap else { return nil }
    // More than this much of the room cannot be filled without a jam.
    guard padded.reduce(0, { $0 + $1.area }) < room.size.area * 0.8 else { return nil }
    let outer = room.inset(by: -gap / 2)
    // A handful of labels keeps together in the middle of a large page.
    let filled = padded.reduce(0) { $0 + $1.area } / max(1, room.size.area)
    let shrink = filled < 0.1 && padded.count <= 6 ? max(0.45, (filled / 0.1).squareRoot()) : 1
    let inner = Rect(
      center: room.center,
      size: Size(
        width: max(1, room.width - (padded.map(\.width).max() ?? 0)) * shrink,
        height: max(1, room.height - (padded.map(\.height).max() ?? 0)) * shrink))
    let starts: [Point]? =
      if content.places != nil {
        points.map { Point(x: inner.x + $0.x * inner.width, y: inner.y + $0.y * inner.height) }
      } else if let evenness {
        Spread.fill(inner, with: points, evenness: evenness)
      } else {
        Spread.rows(in: outer, with: points, sizes: padded)
      }
    let density = padded.reduce(0) { $0 + $1.area } / outer.size.area
    guard let starts, evenness.map({ density < content.mostDensity(evenness: $0) }) ?? true
    else { return nil }
    var spread = Spread(centers: starts, sizes: padded, frame: outer)
    guard spread.separate(rounds: connected.count > 150 ? 120 : 260) else { return nil }
    for (place, center) in zip(connected, spread.centers) {
      cells[place] = Rect(center: center, size: sizes[place])
    }
    if connected.count <= Self.mostUntangled {
      let linesRoom = self.room(
        above: isolates.first.map { cells[$0] }, in: frame, fontSize: fontSize)
      untangle(
        connected, of: content, cells: &cells, gap: gap, outer: outer, linesRoom: linesRoom,
        lineScale: Sheet.Line.scale(beside: fontSize))
    }
    return Placement(fontSize: fontSize, texts: texts, tagWidth: tagWidth, cells: cells)
  }

  /// The most chips of which crossings are taken out on the page itself.
  private static let mostUntangled = 150

  /// What a picture costs at most in which nothing crosses, and next to nothing is hidden.
  private static let untangledCost = 0.5

  /// Takes out crossings where the labels lie, which the plan could only foresee.
  private func untangle(
    _ connected: [Int], of content: NetworkContent, cells: inout [Rect], gap: Double, outer: Rect,
    linesRoom: Rect, lineScale: Double
  ) {
    let ties = content.ties(among: connected)
    let padded = connected.map { cells[$0].inset(by: -gap / 2) }
    let freedoms = connected.map { content.freedoms?[$0] ?? .all }
    let start = { (hiding: Double) in
      Untangling(frames: padded, ties: ties, bounds: outer, freedoms: freedoms, hiding: hiding)
    }
    let frames: [Rect]
    if connected.count > Self.mostForAttempts {
      // Many chips are worth one long trial.
      var untangling = start(0.2)
      var generator = SeededGenerator(seed: 2, stream: 0)
      untangling.run(effort: 100e6, threshold: 1.5, using: &generator)
      frames = untangling.frames
    } else {
      let ways = ties.map { Routes.Way(first: $0.0, second: $0.1, isBowed: content.isBowed) }
      frames = Self.untangled(from: start) { frames in
        Routes(obstacles: frames.map { $0.inset(by: gap / 2 - lineScale) }, frame: linesRoom)
          .cost(of: ways)
      }
    }
    for (place, frame) in zip(connected, frames) { cells[place] = frame.inset(by: gap / 2) }
  }

  /// Where a few rectangles lie best: many pictures are tried, and those whose lines, as drawn, cross
  /// least are settled by that.
  ///
  /// - Parameters:
  ///   - start: Where a trial begins, by what a line behind a label costs.
  ///   - drawnCost: What the lines of a picture cost as they are drawn, in crossings.
  private static func untangled(
    from start: (Double) -> Untangling, by drawnCost: ([Rect]) -> Double
  ) -> [Rect] {
    // The fewer the lines, the shorter and the more are the trials.
    let pairs = max(1, start(0).pairs)
    let effort = min(2e6, 800 * pairs)
    let trials = min(112, Int(72e6 / effort))
    var tried: [(cost: Double, untangling: Untangling)] = []
    for trial in 0..<trials {
      var untangling = start([0.45, 0.2, 0.1][trial % 3])
      var generator = SeededGenerator(seed: 2, stream: trial)
      untangling.run(effort: effort, threshold: [2, 3, 5][trial / 3 % 3], using: &generator)
      let cost = drawnCost(untangling.frames)
      // Nothing is left to take out.
      if cost < untangledCost { return untangling.frames }
      tried.append((cost, untangling))
    }
    let ranked = tried.indices.sorted { (tried[$0].cost, $0) < (tried[$1].cost, $1) }
    var best: (cost: Double, frames: [Rect])?
    for place in ranked.prefix(3) {
      var generator = SeededGenerator(seed: 4, stream: place)
      var untangling = tried[place].untangling
      // To draw many lines takes long, by the square of their pairs with what is near them.
      let most = min(200, Int(2.5e8 / (pairs * pairs)))
      let cost = untangling.settle(most: most, by: drawnCost, using: &generator)
      if cost < best?.cost ?? .infinity { best = (cost, untangling.frames) }
    }
    return best?.frames ?? start(0).frames
  }

  /// The room for the heading to the left of the chips without a tie.
  private func isolatesIndent(_ title: String, fontSize: Double) -> Double {
    measure.width(of: title, fontSize: fontSize, bold: true) + fontSize
  }

  /// Rows of chips without a tie along the lower edge, beside a heading.
  private func isolateRows(
    _ isolates: [Int], title: String, sizes: [Size], frame: Rect, fontSize: Double
  ) -> (top: Double, cells: [(Int, Rect)])? {
    guard !isolates.isEmpty else { return (frame.maxY, []) }
    let gap = fontSize * 0.6
    let indent = isolatesIndent(title, fontSize: fontSize)
    var rows: [[Int]] = [[]]
    var left = frame.width - indent
    for place in isolates {
      if sizes[place].width > frame.width - indent { return nil }
      if sizes[place].width > left {
        rows.append([])
        left = frame.width - indent
      }
      rows[rows.count - 1].append(place)
      left -= sizes[place].width + gap
    }
    let heights = rows.map { row in row.map { sizes[$0].height }.max() ?? 0 }
    let total = heights.reduce(0, +) + gap * Double(rows.count)
    let top = frame.maxY - total - fontSize * 0.4
    guard top >= frame.y else { return nil }
    var cells: [(Int, Rect)] = []
    var y = frame.maxY - total + gap
    for (row, height) in zip(rows, heights) {
      var x = frame.x + indent
      for place in row {
        cells.append(
          (place, Rect(x: x, y: y, width: sizes[place].width, height: sizes[place].height)))
        x += sizes[place].width + gap
      }
      y += height + gap
    }
    return (top, cells)
  }

  /// Where ties may run: above the first of the chips without a tie.
  private func room(above isolate: Rect?, in frame: Rect, fontSize: Double) -> Rect {
    guard let isolate else { return frame }
    var room = frame
    room.height = isolate.y - fontSize * 0.3 - frame.y
    return room
  }

  private mutating func draw(
    _ content: NetworkContent, placement: Placement, hasIsolatesTitle: Bool, frame: Rect
  ) {
    fontSize = placement.fontSize
    let lineScale = Sheet.Line.scale(beside: fontSize)
    let marks = content.chips.indices.map { place in
      draw(
        content.chips[place], text: placement.texts[place], in: placement.cells[place],
        styles: content.styles, tagWidth: placement.tagWidth * content.chips[place].scale,
        lineScale: lineScale)
    }
    var room = frame
    if hasIsolatesTitle {
      var tied: Set<Int> = []
      for tie in content.ties where !tie.isAbsent { tied.formUnion([tie.first, tie.second]) }
      let first = content.chips.indices.first { !tied.contains($0) }.map { placement.cells[$0] }
      if let first {
        room = self.room(above: first, in: frame, fontSize: fontSize)
        sheet.write(
          content.isolatesTitle,
          at: Point(x: frame.x, y: first.center.y - fontSize * TextMeasure.lineHeight / 2),
          fontSize: fontSize, bold: true, ink: .quietInk, measure: measure)
      }
    }
    draw(content.ties, cells: placement.cells, marks: marks, frame: room, lineScale: lineScale)
  }
}

extension NetworkContent {
  /// The room between chips, in sizes of the text: what stands on the lines must fit in between.
  var sparseGap: Double {
    ties.contains { ($0.label?.count ?? 0) > 2 } ? 3.2 : 2.4
  }

  /// The room between chips, in sizes of the text.
  func gap(_ spacing: Spacing) -> Double { isSparse ? sparseGap : spacing.chipGap }

  /// How much of a frame chips may fill: free places jam beyond it, rows do not.
  fileprivate func mostDensity(evenness: Double) -> Double {
    (isSparse ? 0.3 : 0.43) + 0.2 * evenness
  }

  /// Whether its ties are curved anyway.
  fileprivate var isBowed: Bool { ties.contains(where: \.isBowed) }

  /// How far distances are evened out, in the order of trial; places that are given stay.
  fileprivate var evennesses: [Double] { places == nil ? [0, 0.4, 0.8] : [0] }
}
