extension Composition {
  /// What the parts of a table of gauges measure at one size of text, in sizes of the text.
  private struct GaugeMeasures {
    /// The size of the text, in points.
    var fontSize: Double
    /// Whether the rows stand close, and the headings beside them.
    var isClose: Bool
    /// The width of the headings beside the rows; 0 where they stand above them.
    var heading: Double
    var label: Double
    var note: Double
    /// The size of the notes.
    var small: Double
    /// The width of the words and of the gauges in each column.
    var words: [Double]
    var gauges: [Double]
    /// From one tag of a seat to the next, and how many of them have room in a line.
    var tag: Double
    var tagsInLine = 1
    /// The longest note of a row without gauges, which stands in their place.
    var openNote: Double
    /// How high each row is, by the bands.
    var rows: [[Double]]
    /// All rows and headings together.
    var height: Double

    static let dot = 0.92
    static let gap = 1.4
    /// The size of a note that can be read.
    static let note = 0.85
    /// Between tags, and between lines of them.
    static let tagGap = 0.16
    static let roomyHeading = 1.75

    /// The height of a row of one line, and of the heads of the columns.
    var row: Double { isClose ? 1.24 : 1.5 }
    var head: Double { isClose ? 1.3 : 1.4 }
    /// Between two bands whose headings stand beside them.
    static let bandGap = 0.3

    var width: Double {
      let columns = words.indices.reduce(0) { $0 + words[$1] + gauges[$1] + 0.5 + Self.gap }
      return heading + label + note + max(columns, openNote + Self.gap)
    }

    func fit(in frame: Rect) -> Bool {
      width * fontSize <= frame.width && height * fontSize <= frame.height
    }
  }

  /// Draws a table of gauges with the largest text that fits.
  ///
  /// Where it cannot be read, the rows stand closer, and the headings beside them.
  ///
  /// - Returns: False if even the smallest text is too large.
  mutating func arrange(_ content: GaugeContent, in frame: Rect) -> Bool {
    guard !content.rows.isEmpty else { return true }
    var best = largestMeasures(content, isClose: false, frame: frame)
    if (best?.fontSize ?? 0) < page.smallestReadable,
      let close = largestMeasures(content, isClose: true, frame: frame),
      close.fontSize > best?.fontSize ?? 0
    {
      best = close
    }
    guard let best else { return false }
    fontSize = best.fontSize
    draw(content, measures: best, frame: frame)
    return true
  }

  /// The measures at the largest size of text with which the table has room.
  private func largestMeasures(
    _ content: GaugeContent, isClose: Bool, frame: Rect
  ) -> GaugeMeasures? {
    func measures(_ size: Double) -> GaugeMeasures? {
      let measures = gaugeMeasures(content, fontSize: size, isClose: isClose, frame: frame)
      return measures.fit(in: frame) ? measures : nil
    }
    // A few rows may be larger still; not tags, which would break into lines for it.
    let isLarge = content.rows.count < 7 && !content.isBroken
    var high = typography.largestLabel * (isLarge ? 1.5 : 1)
    var low = typography.smallestLabel
    if let largest = measures(high) { return largest }
    guard var best = measures(low) else { return nil }
    for _ in 0..<24 {
      let middle = (low + high) / 2
      if let larger = measures(middle) { (best, low) = (larger, middle) } else { high = middle }
    }
    return best
  }

  private func gaugeMeasures(
    _ content: GaugeContent, fontSize: Double, isClose: Bool, frame: Rect
  ) -> GaugeMeasures {
    func widest(_ texts: [String], bold: Bool = false) -> Double {
      texts.map { measure.width(of: $0, fontSize: 1, bold: bold) }.max() ?? 0
    }
    let withCells = content.rows.filter { !$0.cells.isEmpty }
    let columns = content.columns.indices.map { column in
      withCells.compactMap { $0.cells.indices.contains(column) ? $0.cells[column] : nil }
    }
    let small = max(GaugeMeasures.note, typography.mark(beside: fontSize) / fontSize)
    let titles = content.bands.compactMap(\.title)
    let hasHeads = content.columns.contains { !$0.isEmpty }
    var measures = GaugeMeasures(
      fontSize: fontSize, isClose: isClose,
      heading: isClose && !titles.isEmpty ? widest(titles, bold: true) + 1 : 0,
      label: widest(content.rows.map(\.label)) + 1.3,
      note: withCells.isEmpty ? 0 : widest(withCells.map(\.note)) * small + 0.4,
      small: small, words: columns.map { widest($0.filter { !$0.gauge.isBroken }.map(\.words)) },
      gauges: columns.map { _ in 0 },
      tag: tagWidth(styles: content.styles, fontSize: fontSize) / fontSize + GaugeMeasures.tagGap,
      openNote: widest(content.rows.filter(\.cells.isEmpty).map(\.note)) * small, rows: [],
      height: 0)
    // Seats take what the words leave of the width, in as many lines as they need.
    let left = frame.width / fontSize - measures.width
    measures.tagsInLine = max(1, Int(left / measures.tag))
    let heads = content.columns.map { widest([$0], bold: true) }
    measures.gauges = columns.enumerated().map { number, cells in
      max(
        cells.map { width(of: $0, measures: measures) }.max() ?? 0,
        heads[number] - measures.words[number] - 0.5)
    }
    measures.rows = content.bands.map { band in
      band.rows.map { row in
        measures.row * Double(lines(of: row, measures: measures))
      }
    }
    measures.height =
      measures.rows.joined().reduce(0, +) + (hasHeads ? measures.head : 0)
      + (isClose
        ? Double(max(0, titles.count - 1)) * GaugeMeasures.bandGap
        : Double(titles.count) * GaugeMeasures.roomyHeading)
    return measures
  }

  /// The width of a cell's gauge in sizes of the text, with the words behind its tags.
  private func width(of cell: GaugeContent.Cell, measures: GaugeMeasures) -> Double {
    guard cell.gauge.isBroken else { return cell.gauge.length * GaugeMeasures.dot }
    let slots = Int(cell.gauge.length) + wordSlots(of: cell, measures: measures)
    return Double(min(slots, measures.tagsInLine)) * measures.tag
  }

  /// In how many lines a row stands: tags break where a line is full, and words before they would.
  private func lines(of row: GaugeContent.Row, measures: GaugeMeasures) -> Int {
    row.cells.map { cell in
      cell.gauge.isBroken ? wordPlace(in: cell, measures: measures).line + 1 : 1
    }.max() ?? 1
  }

  /// Where the words behind tags stand; where there are none, behind the last tag.
  private func wordPlace(
    in cell: GaugeContent.Cell, measures: GaugeMeasures
  ) -> (line: Int, place: Int) {
    let count = Int(cell.gauge.length)
    let words = wordSlots(of: cell, measures: measures)
    let (line, place) = count.quotientAndRemainder(dividingBy: measures.tagsInLine)
    if place == 0 && words == 0 && line > 0 { return (line - 1, measures.tagsInLine) }
    return place > 0 && place + words > measures.tagsInLine ? (line + 1, 0) : (line, place)
  }

  /// For how many tags the words behind the tags have room.
  private func wordSlots(of cell: GaugeContent.Cell, measures: GaugeMeasures) -> Int {
    guard !cell.words.isEmpty else { return 0 }
    return Int(
      ((measure.width(of: cell.words, fontSize: 1) + 0.6) / measures.tag).rounded(.up))
  }

  private mutating func draw(
    _ content: GaugeContent, measures: GaugeMeasures, frame: Rect
  ) {
    let spare = max(0, frame.width / fontSize - measures.width)
    // Columns stay near enough to be compared.
    let gap =
      GaugeMeasures.gap
      + (content.isBroken ? 0 : min(spare / Double(max(1, measures.words.count)), 6))
    var lefts: [Double] = []
    let first =
      frame.x + (measures.heading + measures.label + measures.note + gap * 0.6) * fontSize
    var x = first
    for column in measures.words.indices {
      lefts.append(x)
      x += (measures.words[column] + 0.5 + measures.gauges[column] + gap) * fontSize
    }
    let stretch = min(
      content.rows.count < 7 ? 2.6 : 1.5, frame.height / (measures.height * fontSize))
    // A few rows hang a little above the middle of the page.
    var y = frame.y + max(0, frame.height - measures.height * fontSize * stretch) * 0.3
    if content.columns.contains(where: { !$0.isEmpty }) {
      for (left, head) in zip(lefts, content.columns) {
        sheet.write(
          head, at: Point(x: left, y: y), fontSize: fontSize, bold: true, measure: measure)
      }
      y += measures.head * fontSize * stretch
    }
    let end = max(x - gap * fontSize * 0.5, first + measures.openNote * fontSize)
    let width = min(end - frame.x, frame.width - fontSize * 0.3)
    for (place, band) in content.bands.enumerated() {
      if let title = band.title, !measures.isClose {
        sheet.write(
          title, at: Point(x: frame.x, y: y + fontSize * 0.2), fontSize: fontSize * 1.05,
          bold: true, ink: .quietInk, measure: measure)
        y += GaugeMeasures.roomyHeading * fontSize * stretch
      }
      for (number, row) in band.rows.enumerated() {
        let line = Rect(
          x: frame.x + measures.heading * fontSize, y: y,
          width: width - measures.heading * fontSize,
          height: measures.rows[place][number] * fontSize * stretch)
        if let title = band.title, measures.isClose, number == 0 {
          sheet.write(
            title,
            at: Point(
              x: frame.x,
              y: y + (measures.row * stretch - TextMeasure.lineHeight) * fontSize / 2),
            fontSize: fontSize, bold: true, ink: .quietInk, measure: measure)
        }
        draw(
          row, of: content, measures: measures, first: first, lefts: lefts, in: line,
          isShaded: number.isMultiple(of: 2))
        y = line.maxY
      }
      if measures.isClose { y += GaugeMeasures.bandGap * fontSize * stretch }
    }
  }

  private mutating func draw(
    _ row: GaugeContent.Row, of content: GaugeContent, measures: GaugeMeasures, first: Double,
    lefts: [Double], in line: Rect, isShaded: Bool
  ) {
    if isShaded {
      sheet.boxes.append(
        Sheet.Box(
          frame: Rect(
            x: line.x - fontSize * 0.3, y: line.y, width: line.width + fontSize * 0.6,
            height: line.height), fill: .panel, stroke: .panel, width: 0, title: row.label))
    }
    let step = line.height / Double(lines(of: row, measures: measures))
    let middle = line.y + step / 2
    let top = middle - fontSize * TextMeasure.lineHeight / 2
    let small = fontSize * measures.small
    let smallTop =
      middle - small * TextMeasure.lineHeight / 2 + (fontSize - small) * 0.4
    sheet.write(row.label, at: Point(x: line.x, y: top), fontSize: fontSize, measure: measure)
    if !row.note.isEmpty {
      sheet.write(
        row.note,
        at: Point(
          x: row.cells.isEmpty ? first : line.x + measures.label * fontSize, y: smallTop),
        fontSize: small, ink: .quietInk, measure: measure)
    }
    for (column, cell) in row.cells.enumerated() where column < lefts.count {
      if case .tags(let tags) = cell.gauge {
        draw(
          cell, tags: tags, of: content, measures: measures,
          at: Point(x: lefts[column], y: middle), step: step)
        continue
      }
      let right = lefts[column] + measures.words[column] * fontSize
      let isNumber = measures.words[column] < 3
      let width = measure.width(of: cell.words, fontSize: fontSize)
      // Numbers stand before their dots, right-aligned; words behind them.
      let start = isNumber ? right + fontSize * 0.5 : lefts[column]
      let text = sheet.marks.count
      sheet.write(
        cell.words,
        at: Point(
          x: isNumber
            ? right - width : start + (measures.gauges[column] + 0.5) * fontSize, y: top),
        fontSize: fontSize, measure: measure)
      sheet.marks[text].title = cell.title
      draw(cell.gauge, start: start, middle: middle)
    }
  }

  /// Draws a tag for each seat, in lines, and the words behind them.
  private mutating func draw(
    _ cell: GaugeContent.Cell, tags: [GaugeContent.Tag], of content: GaugeContent,
    measures: GaugeMeasures, at start: Point, step: Double
  ) {
    func middle(_ line: Int, _ place: Int) -> Point {
      Point(
        x: start.x + Double(place) * measures.tag * fontSize, y: start.y + Double(line) * step)
    }
    let width = (measures.tag - GaugeMeasures.tagGap) * fontSize
    let height = min(step - fontSize * GaugeMeasures.tagGap, fontSize * 1.5)
    for (number, tag) in tags.enumerated() {
      let (line, place) = number.quotientAndRemainder(dividingBy: measures.tagsInLine)
      let left = middle(line, place)
      let look = tag.style.map { content.styles[$0] }
      let frame = Rect(x: left.x, y: left.y - height / 2, width: width, height: height)
      sheet.marks.append(
        Sheet.Mark(
          kind: .tag, frame: tag.isMarked ? frame.inset(by: fontSize * 0.05) : frame,
          lines: look.map { [$0.tag] } ?? [], fontSize: typography.mark(beside: fontSize),
          isBold: true, ink: tag.isMarked ? .ink : .paper,
          outline: Sheet.Outline(
            fill: (tag.isMarked ? look?.tone.fill : look?.tone.dark) ?? .paper,
            stroke: tag.isMarked ? .ink : look?.tone.dark ?? .border,
            width: fontSize * (tag.isMarked ? 0.15 : 0.07), isDashed: look == nil),
          title: "\(cell.title): \(look?.name ?? "vacant")", group: tag.style))
    }
    guard !cell.words.isEmpty else { return }
    let (line, place) = wordPlace(in: cell, measures: measures)
    let left = middle(line, place)
    sheet.write(
      cell.words,
      at: Point(
        x: left.x + (place > 0 ? fontSize * 0.3 : 0),
        y: left.y - fontSize * TextMeasure.lineHeight / 2),
      fontSize: fontSize, ink: .quietInk, measure: measure)
  }

  private mutating func draw(_ gauge: GaugeContent.Gauge, start: Double, middle: Double) {
    let step = GaugeMeasures.dot * fontSize
    func frame(_ place: Double, _ width: Double, _ height: Double) -> Rect {
      Rect(
        center: Point(x: start + place * step, y: middle),
        size: Size(width: width * fontSize, height: height * fontSize))
    }
    switch gauge {
    case .dots(let held, let expected):
      for dot in 0..<max(held, Int(expected.rounded())) {
        sheet.marks.append(
          Sheet.Mark(
            kind: .tag, frame: frame(Double(dot) + 0.5, 0.62, 0.62),
            outline: .dot(filled: dot < held, fontSize: fontSize)))
      }
      sheet.marks.append(
        Sheet.Mark(kind: .tag, frame: frame(expected, 0.1, 1.15), outline: .tick))
    case .steps(let marked, let count):
      for number in 0..<count {
        let isMarked = number == marked
        sheet.marks.append(
          Sheet.Mark(
            kind: .tag, frame: frame(Double(number) + 0.5, 0.66, 0.66),
            outline: Sheet.Outline(
              fill: isMarked ? .ink : .paper, stroke: isMarked ? .ink : .border,
              width: fontSize * 0.06)))
      }
    case .tags: break
    }
  }
}

extension Sheet.Outline {
  /// A seat that is held, or one that is short of the expected.
  static func dot(filled isFilled: Bool, fontSize: Double) -> Sheet.Outline {
    Sheet.Outline(
      fill: isFilled ? .ink : .paper, stroke: isFilled ? .ink : .firmLine,
      width: fontSize * 0.09, shape: .ellipse)
  }

  /// The expected number of seats.
  static let tick = Sheet.Outline(fill: .quietInk, stroke: .quietInk, width: 0)
}
