extension Composition {
  /// The widths of the parts of a table of gauges, in sizes of the text.
  private struct GaugeMeasures {
    var label: Double
    var note: Double
    /// The width of the words and of the gauges in each column.
    var words: [Double]
    var gauges: [Double]
    /// The longest note of a row without gauges, which stands in their place.
    var openNote: Double
    /// All rows and headings together.
    var height: Double

    static let dot = 0.92
    static let row = 1.5
    static let heading = 1.75
    static let gap = 1.4
    static let small = 0.85

    var width: Double {
      let columns = words.indices.reduce(0) { $0 + words[$1] + gauges[$1] + 0.5 + Self.gap }
      return label + note + max(columns, openNote + Self.gap)
    }
  }

  /// Draws a table of gauges with the largest text that fits.
  ///
  /// - Returns: False if even the smallest text is too large.
  mutating func arrange(_ content: GaugeContent, in frame: Rect) -> Bool {
    guard !content.rows.isEmpty else { return true }
    let measures = gaugeMeasures(content)
    let size = min(
      typography.largestLabel * (content.rows.count < 7 ? 1.5 : 1),
      frame.width / measures.width, frame.height / measures.height)
    guard size >= typography.smallestLabel else { return false }
    fontSize = size
    draw(content, measures: measures, frame: frame)
    return true
  }

  private func gaugeMeasures(_ content: GaugeContent) -> GaugeMeasures {
    func widest(_ texts: [String], bold: Bool = false) -> Double {
      texts.map { measure.width(of: $0, fontSize: 1, bold: bold) }.max() ?? 0
    }
    let withCells = content.rows.filter { !$0.cells.isEmpty }
    let columns = content.columns.indices.map { column in
      withCells.compactMap { $0.cells.indices.contains(column) ? $0.cells[column] : nil }
    }
    let words = columns.map { widest($0.map(\.words)) }
    let heads = content.columns.map { widest([$0], bold: true) }
    let gauges = columns.enumerated().map { number, cells in
      max(
        (cells.map(\.gauge.length).max() ?? 0) * GaugeMeasures.dot,
        heads[number] - words[number] - 0.5)
    }
    let headings = content.bands.count { $0.title != nil }
    let hasHeads = content.columns.contains { !$0.isEmpty }
    return GaugeMeasures(
      label: widest(content.rows.map(\.label)) + 1.3,
      note: withCells.isEmpty ? 0 : widest(withCells.map(\.note)) * GaugeMeasures.small + 0.4,
      words: words, gauges: gauges,
      openNote: widest(content.rows.filter(\.cells.isEmpty).map(\.note)) * GaugeMeasures.small,
      height: Double(content.rows.count) * GaugeMeasures.row
        + Double(headings) * GaugeMeasures.heading + (hasHeads ? 1.4 : 0))
  }

  private mutating func draw(
    _ content: GaugeContent, measures: GaugeMeasures, frame: Rect
  ) {
    let spare = max(0, frame.width / fontSize - measures.width)
    // Columns stay near enough to be compared.
    let gap = GaugeMeasures.gap + min(spare / Double(max(1, measures.words.count)), 6)
    var lefts: [Double] = []
    let first = frame.x + (measures.label + measures.note + gap * 0.6) * fontSize
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
      y += 1.4 * fontSize * stretch
    }
    let end = max(x - gap * fontSize * 0.5, first + measures.openNote * fontSize)
    let width = min(end - frame.x, frame.width - fontSize * 0.3)
    for band in content.bands {
      if let title = band.title {
        sheet.write(
          title, at: Point(x: frame.x, y: y + fontSize * 0.2), fontSize: fontSize * 1.05,
          bold: true, ink: .quietInk, measure: measure)
        y += GaugeMeasures.heading * fontSize * stretch
      }
      for (number, row) in band.rows.enumerated() {
        let line = Rect(
          x: frame.x, y: y, width: width, height: GaugeMeasures.row * fontSize * stretch)
        draw(
          row, measures: measures, first: first, lefts: lefts, in: line,
          isShaded: number.isMultiple(of: 2))
        y = line.maxY
      }
    }
  }

  private mutating func draw(
    _ row: GaugeContent.Row, measures: GaugeMeasures, first: Double, lefts: [Double],
    in line: Rect, isShaded: Bool
  ) {
    if isShaded {
      sheet.boxes.append(
        Sheet.Box(
          frame: Rect(
            x: line.x - fontSize * 0.3, y: line.y, width: line.width + fontSize * 0.6,
            height: line.height), fill: .panel, stroke: .panel, width: 0, title: row.label))
    }
    let top = line.center.y - fontSize * TextMeasure.lineHeight / 2
    let small = fontSize * GaugeMeasures.small
    let smallTop = line.center.y - small * TextMeasure.lineHeight / 2 + fontSize * 0.06
    sheet.write(row.label, at: Point(x: line.x, y: top), fontSize: fontSize, measure: measure)
    if !row.note.isEmpty {
      sheet.write(
        row.note,
        at: Point(
          x: row.cells.isEmpty ? first : line.x + measures.label * fontSize, y: smallTop),
        fontSize: small, ink: .quietInk, measure: measure)
    }
    for (column, cell) in row.cells.enumerated() where column < lefts.count {
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
      draw(cell.gauge, start: start, middle: line.center.y)
    }
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
