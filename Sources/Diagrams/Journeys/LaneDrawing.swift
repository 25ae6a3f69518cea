/// Draws a plan of lanes.
struct LaneDrawing {
  let content: LaneContent
  let plan: LanePlan
  let frame: Rect
  let measure: TextMeasure
  /// The frame of each step: number, words and tags.
  var cells: [Rect]
  /// The frames of the words beside steps, by their links.
  var words: [Int: Rect] = [:]
  /// Where each band begins.
  private var tops: [Double] = []

  var measures: LaneMeasures { plan.measures }
  var fontSize: Double { plan.measures.fontSize }
  var lineScale: Double { Sheet.Line.scale(beside: fontSize) }
  private var left: Double { frame.x + measures.header }

  init(content: LaneContent, plan: LanePlan, frame: Rect, measure: TextMeasure) {
    self.content = content
    self.plan = plan
    self.frame = frame
    self.measure = measure
    cells = Array(
      repeating: Rect(x: 0, y: 0, width: 0, height: 0), count: content.steps.count)
    // What is left of the height stands between the bands.
    let gaps = Double(max(1, plan.bands.count - 1))
    let spare = min(fontSize * 2, max(0, frame.height - plan.height) / gaps)
    var y = frame.y
    for band in plan.bands {
      tops.append(y)
      y += band.height + measures.bandGap + spare
    }
  }

  mutating func draw(on sheet: inout Sheet) {
    for band in plan.bands.indices {
      drawLanes(of: band, on: &sheet)
      drawHeadings(of: band, on: &sheet)
    }
    drawLinks(on: &sheet)
    for step in content.steps.indices { draw(step, on: &sheet) }
    if let list = plan.list { draw(list, on: &sheet) }
  }

  /// Draws the words below the lanes, each after its step's number.
  private func draw(_ list: LaneList, on sheet: inout Sheet) {
    guard let last = plan.bands.indices.last else { return }
    let top = tops[last] + plan.bands[last].height + fontSize * 0.35
    let height = fontSize * TextMeasure.lineHeight
    for (number, line) in list.lines.enumerated() {
      let y = top + Double(number) * list.lineHeight
      for entry in line {
        let (step, chip) = (content.steps[entry.step], measures.chips[entry.step])
        let tone = content.lanes[step.place.lane].style.tone
        sheet.marks.append(
          Sheet.Mark(
            kind: .tag,
            frame: Rect(x: frame.x + entry.x, y: y, width: chip.number, height: height),
            lines: [step.number], fontSize: fontSize, isBold: true, ink: .paper,
            outline: Sheet.Outline(fill: tone.dark, stroke: tone.dark, width: 0.8 * lineScale)))
        sheet.marks.append(
          Sheet.Mark(
            kind: .text,
            frame: Rect(x: frame.x + entry.words, y: y, width: entry.width, height: height),
            lines: chip.lines, fontSize: fontSize))
      }
    }
  }

  /// Draws the lanes of a band, and finds out where its steps lie.
  private mutating func drawLanes(of number: Int, on sheet: inout Sheet) {
    let band = plan.bands[number]
    var y = tops[number] + measures.headingHeight
    for (lane, rows) in band.lanes {
      let tone = content.lanes[lane].style.tone
      let top = y
      for row in rows {
        let height = band.height(ofRow: row, measures: measures)
        place(row: row, of: number, at: y)
        write(
          measures.rowTitles[lane][band.rows[row].place.row], x: frame.x + measures.rowTitle,
          middle: y + height / 2, ink: .ink, on: &sheet)
        if row > rows.lowerBound {
          sheet.draw(
            StrokeStyle(color: tone.dark, width: 0.4, pattern: .dotted),
            along: StrokeStyle.straight(
              Point(x: frame.x + measures.rowTitle, y: y),
              Point(x: frame.maxX, y: y)), scale: lineScale)
        }
        y += height
      }
      sheet.boxes.append(
        Sheet.Box(
          frame: Rect(x: frame.x, y: top, width: frame.width, height: y - top), fill: tone.fill,
          stroke: tone.dark, width: 0.8 * lineScale, title: content.lanes[lane].title))
      write(
        measures.laneTitles[lane], x: frame.x + fontSize * 0.4, middle: (top + y) / 2,
        ink: tone.dark, on: &sheet, bold: true)
      y += measures.laneGap
    }
  }

  private func write(
    _ lines: [String], x: Double, middle: Double, ink: Color, on sheet: inout Sheet,
    bold: Bool = false
  ) {
    let height = fontSize * TextMeasure.lineHeight
    for (place, line) in lines.enumerated() {
      sheet.write(
        line,
        at: Point(
          x: x, y: middle + height * (Double(place) - Double(lines.count) / 2)),
        fontSize: fontSize, bold: bold, ink: ink, measure: measure)
    }
  }

  /// Puts the steps of a row into their places.
  private mutating func place(row: Int, of number: Int, at top: Double) {
    let (place, parts) = plan.bands[number].rows[row]
    var y = top + measures.rowPadding / 2
    for (part, height) in parts.enumerated() {
      for (step, spot) in plan.spots.enumerated()
      where spot.band == number && spot.part == part && content.steps[step].place == place {
        let size = measures.chips[step].size
        cells[step] = Rect(
          x: left + spot.x, y: y + (height - size.height) / 2, width: size.width,
          height: size.height)
        let beside = measures.chips[step].words
        let total = beside.reduce(0) { $0 + $1.size.height + measures.gap * 0.3 }
        var wordTop = y + (height - total) / 2
        for (link, _, size) in beside {
          words[link] = Rect(
            x: cells[step].maxX + measures.lineGap, y: wordTop, width: size.width,
            height: size.height)
          wordTop += size.height + measures.gap * 0.3
        }
      }
      y += height + measures.gap * 0.5
    }
  }

  private func drawHeadings(of number: Int, on sheet: inout Sheet) {
    let y = tops[number]
    var free = left
    func write(_ text: String, at place: Double) {
      let width = measure.width(of: text, fontSize: fontSize, bold: true)
      let x = min(place, frame.maxX - width)
      guard x >= free else { return }
      free =
        sheet.write(
          text, at: Point(x: x, y: y), fontSize: fontSize, bold: true, ink: .quietInk,
          measure: measure
        ).maxX + fontSize
    }
    if let scale = plan.scale {
      for tick in content.ticks ?? [] {
        let (band, x) = scale.place(of: tick.day)
        if band == number { write(tick.text, at: left + x) }
      }
      return
    }
    var shown: String?
    for (step, spot) in plan.spots.enumerated() where spot.band == number {
      guard let month = content.steps[step].month, month != shown else { continue }
      shown = month
      write(month, at: cells[step].x)
    }
  }

  private func draw(_ number: Int, on sheet: inout Sheet) {
    let (step, chip, cell) = (content.steps[number], measures.chips[number], cells[number])
    let tone = content.lanes[step.place.lane].style.tone
    func part(_ x: Double, _ width: Double) -> Rect {
      Rect(x: x, y: cell.y, width: width, height: cell.height)
    }
    let hasWords = chip.hasWords
    sheet.marks.append(
      Sheet.Mark(
        kind: hasWords ? .tag : .node, frame: part(cell.x, chip.number), lines: [step.number],
        fontSize: fontSize, isBold: true, ink: .paper,
        outline: Sheet.Outline(fill: tone.dark, stroke: tone.dark, width: 0.8 * lineScale),
        title: hasWords ? nil : step.title))
    if hasWords {
      sheet.marks.append(
        Sheet.Mark(
          kind: .node, frame: part(cell.x + chip.number, chip.text.width), lines: chip.lines,
          fontSize: fontSize,
          outline: Sheet.Outline(
            fill: .paper, stroke: tone.dark, width: 0.8 * lineScale, isDashed: step.isOpen),
          title: step.title))
    }
    var x = cell.x + chip.number + (hasWords ? chip.text.width : 0)
    for (tag, width) in zip(step.tags, chip.tags) {
      var outline = tag.outline
      outline.width *= lineScale
      sheet.marks.append(
        Sheet.Mark(
          kind: .tag, frame: part(x, width), lines: [tag.text], fontSize: fontSize,
          isBold: true, ink: tag.ink, outline: outline))
      x += width
    }
    for (link, lines, _) in chip.words {
      guard let frame = words[link] else { continue }
      sheet.marks.append(
        Sheet.Mark(
          kind: .node, frame: frame, lines: lines, fontSize: fontSize,
          outline: Sheet.Outline(
            fill: .paper, stroke: .ink, width: 0.8 * lineScale, isDashed: true),
          title: content.links[link].title))
    }
  }
}
