extension LaneDrawing {
  /// Draws the hand-offs.
  func drawLinks(on sheet: inout Sheet) {
    let crossing = plan.crossingLinks(of: content)
    // Several lines to other bands share the room beside a step.
    var leaving: [Int: [Int]] = [:]
    var arriving: [Int: [Int]] = [:]
    for link in content.links.indices {
      switch content.links[link].to {
      case .word:
        guard let word = words[link] else { continue }
        let from = cells[content.links[link].from]
        draw(
          link,
          along: StrokeStyle.straight(
            Point(x: from.maxX, y: from.center.y), Point(x: word.x, y: word.center.y)),
          on: &sheet)
      case .step(let target) where crossing.contains(link):
        leaving[content.links[link].from, default: []].append(link)
        arriving[target, default: []].append(link)
      case .step(let target):
        let band = plan.spots[target].band
        let near = cells.indices.filter { plan.spots[$0].band == band }.map { cells[$0] }
        let beside = words.keys.sorted().compactMap { link in
          plan.spots[content.links[link].from].band == band ? words[link] : nil
        }
        let routes = LaneRoutes(obstacles: near + beside, fontSize: fontSize)
        draw(
          link, along: routes.way(from: cells[content.links[link].from], to: cells[target]),
          on: &sheet)
      }
    }
    drawMarkers(leaving, isLead: false, on: &sheet)
    drawMarkers(arriving, isLead: true, on: &sheet)
  }

  /// Draws the beginnings or ends of lines that go from band to band, with the number of the step
  /// at their other end.
  private func drawMarkers(_ links: [Int: [Int]], isLead: Bool, on sheet: inout Sheet) {
    for (step, list) in links.sorted(by: { $0.key < $1.key }) {
      let cell = cells[step]
      let height = max(measures.markerHeight, cell.height / Double(list.count))
      let top = cell.center.y - height * Double(list.count) / 2
      for (place, link) in list.enumerated() {
        guard let pair = content.links[link].pair else { continue }
        let number = content.steps[isLead ? pair[0] : pair[1]].number
        let y = top + height * (Double(place) + 0.5)
        let width = measure.width(of: number, fontSize: fontSize, bold: true)
        let text = Size(
          width: width, height: fontSize * TextMeasure.lineHeight)
        let reach = measures.markerWidth - fontSize * 0.3
        let start = isLead ? cell.x - reach + width : cell.maxX
        let end = isLead ? cell.x : cell.maxX + reach - width
        draw(
          link, along: StrokeStyle.straight(Point(x: start, y: y), Point(x: end, y: y)),
          on: &sheet)
        let x = isLead ? cell.x - reach : cell.maxX + reach - width
        sheet.marks.append(
          Sheet.Mark(
            kind: .text,
            frame: Rect(x: x, y: y - text.height / 2, width: width, height: text.height),
            lines: [number], fontSize: fontSize, isBold: true))
      }
    }
  }

  private func draw(_ link: Int, along points: [Point], on sheet: inout Sheet) {
    sheet.draw(
      content.links[link].style, along: points, scale: lineScale,
      title: content.links[link].title)
  }
}
