internal import SystemMaps

/// A diagram on its way onto a page: the sheet so far, and what is needed to go on.
struct Composition {
  let diagram: Diagram
  let page: Page
  var typography: Typography
  let measure: TextMeasure
  var sheet: Sheet
  /// Where elements stood in an earlier drawing, on this page.
  var kept: [ElementID: Point] = [:]
  /// The size of the labels, once it is known.
  var fontSize = 0.0
  /// What the lines between boxes cost, in crossings.
  var tangle = 0.0
  /// Where the connected elements of a network lie, in shares of the frame, once that is found.
  var plan: [Point]?

  init(_ diagram: Diagram, page: Page, measure: TextMeasure) {
    self.diagram = diagram
    self.page = page
    self.measure = measure
    typography = Typography(page: page)
    sheet = Sheet(size: Size(width: page.width, height: page.height))
  }

  /// All texts that stand on the page, for the measure.
  static func texts(of diagram: Diagram) -> (regular: [String], bold: [String]) {
    var regular = diagram.facts + [notShownLine(of: diagram)] + ["…", "·", "and more"]
    var bold = [DOTText(diagram.title).plain]
    for entry in diagram.legend + diagram.siblingLegend {
      regular.append(entry.text)
      switch entry.sample {
      case .group(let style): bold.append(style.tag)
      case .outline(_, let text): regular.append(text)
      case .tag(let tag): bold.append(tag.text)
      case .line, .stroke, .dot, .tick, .nothing: break
      }
    }
    switch diagram.content {
    case .network(let content):
      regular += content.chips.map(\.label) + content.ties.compactMap(\.label)
      bold += content.styles.map(\.tag)
      bold.append(content.isolatesTitle)
    case .boxes(let content):
      regular += content.ties.compactMap(\.label)
      for band in content.bands {
        bold += [band.title ?? ""] + band.boxes.map(\.title)
        for box in band.boxes {
          regular += box.chips.map(\.label)
          if content.chipNoun != nil { regular += (2...max(2, box.chips.count)).map(String.init) }
        }
      }
      bold += content.styles.map(\.tag)
    case .matrix(let content):
      regular += content.texts
      bold += content.styles.map(\.tag)
    case .plane(let content):
      regular += content.chips.map(\.label)
      bold += content.captions + content.styles.map(\.tag)
    case .gauges(let content):
      regular += content.texts
      bold += content.headings
    case .lanes(let content):
      regular += content.regularTexts
      bold += content.boldTexts
    case .rings(let content):
      regular += content.regularTexts
      bold += content.boldTexts
    }
    return (regular, bold)
  }

  static func notShownLine(of diagram: Diagram) -> String {
    guard !diagram.notShown.isEmpty else { return "" }
    return "Not shown: " + diagram.notShown.joined(separator: "; ") + "."
  }

  /// Writes title, facts, legend and what is not shown, and returns the room that is left.
  mutating func frame() -> Rect {
    let margin = typography.margin
    let inner = Rect(
      x: margin, y: margin * typography.air, width: page.width - 2 * margin,
      height: page.height - 1.9 * margin * typography.air)
    let top = header(in: inner)
    let bottom = footer(in: inner)
    return Rect(x: inner.x, y: top, width: inner.width, height: max(1, bottom - top))
  }

  private mutating func header(in inner: Rect) -> Double {
    var y = inner.y
    let title = measure.lines(
      of: DOTText(diagram.title).plain, fontSize: typography.title, limit: inner.width, most: 2,
      bold: true)
    for line in title {
      y =
        sheet.write(
          line, at: Point(x: inner.x, y: y), fontSize: typography.title, bold: true,
          measure: measure
        ).maxY
    }
    let facts = measure.lines(
      of: diagram.facts.joined(separator: "  ·  "), fontSize: typography.facts,
      limit: inner.width, most: 3)
    for line in facts where !line.isEmpty {
      y =
        sheet.write(
          line, at: Point(x: inner.x, y: y), fontSize: typography.facts, ink: .quietInk,
          measure: measure
        ).maxY
    }
    return y + typography.facts * 0.9 * typography.air
  }

  /// Writes from the bottom upwards, and returns where it begins.
  private mutating func footer(in inner: Rect) -> Double {
    var y = inner.maxY
    let notShown = Self.notShownLine(of: diagram)
    if !notShown.isEmpty {
      let lines = measure.lines(
        of: notShown, fontSize: typography.small, limit: inner.width, most: 3)
      y -= Double(lines.count) * typography.small * TextMeasure.lineHeight
      for (place, line) in lines.enumerated() {
        sheet.write(
          line,
          at: Point(
            x: inner.x, y: y + Double(place) * typography.small * TextMeasure.lineHeight),
          fontSize: typography.small, ink: .quietInk, measure: measure)
      }
      y -= typography.small * 0.75 * typography.air
    }
    guard !diagram.legend.isEmpty else { return y - typography.legend * 0.4 }
    let rows = rows(of: diagram.legend, width: inner.width)
    let sibling = self.rows(of: diagram.siblingLegend, width: inner.width)
    let rowHeight = legendRowHeight
    let top = y - Double(max(rows.count, sibling.count)) * rowHeight
    y -= Double(rows.count) * rowHeight
    for (place, row) in rows.enumerated() {
      var x = inner.x
      for entry in row {
        x = write(entry, at: Point(x: x, y: y + Double(place) * rowHeight))
      }
    }
    return top - typography.legend * 0.75 * typography.air
  }

  private func rows(of legend: [LegendEntry], width: Double) -> [[LegendEntry]] {
    var rows: [[LegendEntry]] = []
    var left = 0.0
    for entry in legend {
      let needed = sampleWidth(of: entry) + legendTextWidth(of: entry)
      if rows.isEmpty || needed > left {
        rows.append([])
        left = width
      }
      rows[rows.count - 1].append(entry)
      left -= needed + typography.legend * 1.5
    }
    return rows
  }

  private var legendRowHeight: Double { typography.legend * (0.85 + typography.air) }

  /// The height of a sample: one does not touch the next row's.
  private var sampleHeight: Double { min(typography.legend * 1.28, legendRowHeight * 0.85) }

  private func legendTextWidth(of entry: LegendEntry) -> Double {
    measure.width(of: entry.text, fontSize: typography.legend)
  }

  private func sampleWidth(of entry: LegendEntry) -> Double {
    switch entry.sample {
    case .group, .tag: typography.legend * 2.1
    case .line: typography.legend * 2.9
    case .stroke: typography.legend * 4
    case .outline(_, let text):
      max(
        typography.legend * 1.6,
        measure.width(of: text, fontSize: typography.mark(beside: typography.legend)) + typography
          .legend * 0.8)
        + typography.legend * 0.5
    case .dot, .tick: typography.legend * 1.2
    case .nothing: 0
    }
  }

  /// Draws a sample with its words, and returns where the next one begins.
  private mutating func write(_ entry: LegendEntry, at corner: Point) -> Double {
    let size = typography.legend
    let width = sampleWidth(of: entry)
    let middle = corner.y + size * 0.6
    switch entry.sample {
    case .group(let style):
      sheet.marks.append(
        Sheet.Mark(
          kind: .tag,
          frame: Rect(
            x: corner.x, y: middle - sampleHeight / 2, width: size * 1.6, height: sampleHeight),
          lines: [style.tag], fontSize: typography.mark(beside: size), isBold: true, ink: .paper,
          outline: Sheet.Outline(fill: style.tone.dark, stroke: style.tone.dark, width: 1)))
    case .tag(let tag):
      sheet.marks.append(
        Sheet.Mark(
          kind: .tag,
          frame: Rect(
            x: corner.x, y: middle - sampleHeight / 2, width: size * 1.6, height: sampleHeight),
          lines: [tag.text], fontSize: typography.mark(beside: size), isBold: true, ink: tag.ink,
          outline: tag.outline))
    case .line(let style):
      let ends = [corner.x, corner.x + size * 2.4].map { Point(x: $0, y: middle) }
      for end in ends {
        sheet.marks.append(
          Sheet.Mark(kind: .anchor, frame: Rect(center: end, size: Size(width: 0, height: 0))))
      }
      sheet.lines.append(
        Sheet.Line(
          tail: sheet.marks.count - 2, head: sheet.marks.count - 1,
          points: [
            ends[0], ends[0] + (ends[1] - ends[0]) * (1 / 3),
            ends[0] + (ends[1] - ends[0]) * (2 / 3), ends[1],
          ], stroke: style.stroke, width: style.width * typography.legend / 11,
          pattern: style.pattern, isSample: true))
    case .stroke(let style):
      let ends = [corner.x, corner.x + size * 3.5].map { Point(x: $0, y: middle) }
      sheet.draw(style, along: StrokeStyle.straight(ends[0], ends[1]), scale: size / 11)
    case .outline(let outline, let text):
      sheet.marks.append(
        Sheet.Mark(
          kind: .tag,
          frame: Rect(
            x: corner.x, y: middle - sampleHeight / 2, width: width - size * 0.5,
            height: sampleHeight),
          lines: text.isEmpty ? [] : [text], fontSize: typography.mark(beside: size),
          outline: outline))
    case .dot(let isFilled):
      sheet.marks.append(
        Sheet.Mark(
          kind: .tag,
          frame: Rect(
            center: Point(x: corner.x + size * 0.45, y: middle),
            size: Size(width: size * 0.72, height: size * 0.72)),
          outline: .dot(filled: isFilled, fontSize: size)))
    case .tick:
      sheet.marks.append(
        Sheet.Mark(
          kind: .tag,
          frame: Rect(
            center: Point(x: corner.x + size * 0.45, y: middle),
            size: Size(width: size * 0.12, height: size * 1.2)), outline: .tick))
    case .nothing:
      break
    }
    sheet.write(
      entry.text, at: Point(x: corner.x + width, y: corner.y), fontSize: size, measure: measure)
    return corner.x + width + legendTextWidth(of: entry) + size * 1.5
  }
}
