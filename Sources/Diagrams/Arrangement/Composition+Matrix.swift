extension Composition {
  /// What a matrix measures at one size of text.
  private struct MatrixMeasures {
    var head: Double
    var tag: Double
    var cell: Size
  }

  /// Draws a table with the largest text that fits.
  ///
  /// - Returns: False if even the smallest text is too large.
  mutating func arrange(_ content: MatrixContent, in frame: Rect) -> Bool {
    guard !content.heads.isEmpty else { return true }
    var size = typography.largestLabel
    while matrixMeasures(content, fontSize: size, frame: frame) == nil {
      // What can just be read is tried before anything smaller.
      size =
        size > page.smallestReadable
        ? max(size * 0.97, page.smallestReadable) : size * 0.97
      guard size >= typography.smallestLabel else { return false }
    }
    guard let measures = matrixMeasures(content, fontSize: size, frame: frame) else { return false }
    fontSize = size
    draw(content, measures: measures, frame: frame)
    return true
  }

  /// The sizes with which the table fills a frame, or `nil` if the text is too large.
  private func matrixMeasures(
    _ content: MatrixContent, fontSize: Double, frame: Rect
  ) -> MatrixMeasures? {
    let (rows, columns) = (Double(content.heads.count), Double(max(1, content.columnCount)))
    let tag = max(
      tagWidth(styles: content.styles, fontSize: fontSize),
      measure.width(of: "00", fontSize: fontSize) + fontSize * 0.6)
    let head =
      (content.heads.map { measure.width(of: $0.label, fontSize: fontSize) }.max() ?? 0)
      + tag + fontSize * 1.2
    let text =
      content.cells.joined().compactMap { $0 }
      .map { measure.width(of: $0.text, fontSize: fontSize) }.max() ?? 0
    let cell = Size(
      width: (frame.width - head) / columns,
      height: min((frame.height) / (rows + 1), fontSize * 3.4))
    // Rows move together before the text becomes too small to read.
    let pitch = fontSize <= page.smallestReadable ? 1.24 : 1.5
    guard cell.width >= max(text, tag) + fontSize * 0.5, cell.height >= fontSize * pitch else {
      return nil
    }
    // Cells much wider than their text part what belongs together.
    let widest = max(text + fontSize * 2.4, cell.height * 1.2)
    return MatrixMeasures(
      head: head, tag: tag, cell: Size(width: min(cell.width, widest), height: cell.height))
  }

  private mutating func draw(
    _ content: MatrixContent, measures: MatrixMeasures, frame: Rect
  ) {
    let size = Size(
      width: measures.head + Double(content.columnCount) * measures.cell.width,
      height: Double(content.heads.count + 1) * measures.cell.height)
    let corner = Point(
      x: frame.x + (frame.width - size.width) / 2,
      y: frame.y + max(0, frame.height - size.height) / 2)
    let gap = min(2, fontSize * 0.15)
    func cell(_ row: Int, _ column: Int) -> Rect {
      Rect(
        x: corner.x + measures.head + Double(column) * measures.cell.width,
        y: corner.y + Double(row + 1) * measures.cell.height, width: measures.cell.width,
        height: measures.cell.height
      ).inset(by: gap)
    }
    for (row, head) in content.heads.enumerated() {
      let line = cell(row, 0)
      let height = min(line.height, fontSize * 1.7)
      let tag = Rect(
        x: corner.x, y: line.center.y - height / 2, width: measures.tag, height: height)
      draw(head, styles: content.styles, in: tag)
      sheet.write(
        head.label,
        at: Point(
          x: tag.maxX + fontSize * 0.4,
          y: line.center.y - fontSize * TextMeasure.lineHeight / 2),
        fontSize: fontSize, measure: measure)
      for (column, cells) in content.cells[row].enumerated() {
        if let cells { draw(cells, of: content, in: cell(row, column)) }
      }
      // The head of a column stands at its upper end, on the stairs of the table.
      guard content.cells[row...].contains(where: { $0[row] != nil }) else { continue }
      let stair = cell(row - 1, row)
      draw(
        head, styles: content.styles,
        in: Rect(
          x: stair.center.x - measures.tag / 2, y: stair.maxY - height - gap, width: measures.tag,
          height: height))
    }
  }

  private mutating func draw(_ head: MatrixContent.Head, styles: [GroupStyle], in frame: Rect) {
    let style = head.style.map { styles[$0] }
    guard let text = style?.tag ?? head.number.map(String.init) else { return }
    let size = typography.mark(beside: fontSize)
    sheet.marks.append(
      Sheet.Mark(
        kind: .tag, frame: frame, lines: [text],
        fontSize: style == nil ? max(size, fontSize * 0.9) : size, isBold: style != nil,
        ink: style == nil ? .quietInk : .paper,
        outline: style.map {
          Sheet.Outline(fill: $0.tone.dark, stroke: $0.tone.dark, width: 0.8)
        }, title: head.label))
  }

  private mutating func draw(
    _ cell: MatrixContent.Cell, of content: MatrixContent, in frame: Rect
  ) {
    let fill = cell.isFramed ? Color.panel : cell.shade.map(content.fill) ?? .paper
    let isBlank = cell.text.isEmpty
    sheet.marks.append(
      Sheet.Mark(
        kind: .node, frame: frame, lines: isBlank ? [] : [cell.text], fontSize: fontSize,
        ink: cell.shade == nil && !cell.isFramed ? .quietInk : .ink,
        outline: Sheet.Outline(
          fill: fill, stroke: cell.isOpen || cell.isFramed ? .border : isBlank ? .panel : fill,
          width: 0.8, isDashed: cell.isOpen), title: cell.title))
  }
}
