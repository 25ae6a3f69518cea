/// How the text of boxes of chips is broken, at one width of the cells.
///
/// Everything is measured at a font size of 1: where lines break does not depend on the size.
struct BoxPattern: Sendable {
  var texts: [[[ChipText]]]
  var titles: [[[String]]]
  var leastColumns: [[Int]]
  var tagWidth: Double
  var measures: Shelves.Measures
  /// The height of a heading above a band, in font sizes.
  static let heading = 1.6
  /// The size of the titles of boxes against the labels'.
  static let titleScale = 1.08
  /// What a crossing of lines costs, against a sampled point of a line behind a box.
  static let crossing = 0.8

  init(_ content: BoxContent, limit: Double, spacing: Spacing, composition: Composition) {
    let measure = composition.measure
    let tagWidth = composition.tagWidth(
      styles: content.styles, fontSize: 1, spacing: spacing)
    texts = content.bands.map { band in
      band.boxes.map { box in
        box.chips.map {
          composition.text(of: $0, fontSize: 1, limit: limit, spacing: spacing)
        }
      }
    }
    let all = texts.joined().joined()
    let cell = Size(
      width: (all.map(\.size.width).max() ?? limit) + tagWidth,
      height: all.map(\.size.height).max() ?? 1.6)
    let gap = spacing.cellGap
    let titles = content.bands.map { band in
      band.boxes.map { box in
        measure.lines(
          of: box.title, fontSize: Self.titleScale, limit: 2.2 * cell.width, most: 3, bold: true)
      }
    }
    leastColumns = titles.map { band in
      band.map { lines in
        let width = measure.size(of: lines, fontSize: Self.titleScale, bold: true).width
        return max(1, Int(((width + gap) / (cell.width + gap)).rounded(.up)))
      }
    }
    let titleLines = titles.joined().map(\.count).max() ?? 1
    self.titles = titles
    self.tagWidth = tagWidth
    measures = Shelves.Measures(
      cell: cell, gap: gap,
      titleHeight: Double(titleLines) * Self.titleScale * TextMeasure.lineHeight
        + (spacing == .roomy ? 0.3 : 0.2),
      boxGap: spacing.boxGap)
  }

  /// The boxes packed into a frame with labels of a size, or `nil` if they do not fit.
  func packing(of content: BoxContent, fontSize: Double, frame: Rect) -> BoxPacking? {
    let measures = measures.scaled(by: fontSize)
    var bands: [Shelves] = []
    var height = Double(max(0, content.bands.count - 1)) * measures.boxGap
    for (band, least) in zip(content.bands, leastColumns) {
      guard
        let shelves = Shelves(
          counts: band.boxes.map { max(1, $0.chips.count) }, leastColumns: least,
          measures: measures, width: frame.width)
      else { return nil }
      height += shelves.height + (band.title == nil ? 0 : Self.heading * fontSize)
      bands.append(shelves)
    }
    guard height <= frame.height else { return nil }
    return BoxPacking(
      pattern: self, fontSize: fontSize, measures: measures, bands: bands, height: height)
  }
}

/// Boxes packed at one size of text.
struct BoxPacking: Sendable {
  /// Where one box lies.
  struct Place: Sendable {
    var band: Int
    var box: Int
    var frame: Rect
    var columns: Int
    var measures: Shelves.Measures
  }

  var pattern: BoxPattern
  var fontSize: Double
  var measures: Shelves.Measures
  var bands: [Shelves]
  var height: Double

  /// How wide lines are beside its labels, and how far they keep from boxes.
  var lineScale: Double { Sheet.Line.scale(beside: fontSize) }

  /// Where the boxes lie in a frame that they fill, and where each band begins.
  func places(of content: BoxContent, frame: Rect) -> (boxes: [Place], bandTops: [Double]) {
    let stretched = stretchedHeights(frame: frame)
    var boxes: [Place] = []
    var bandTops: [Double] = []
    var y = frame.y
    for (number, band) in content.bands.enumerated() {
      bandTops.append(y)
      if band.title != nil { y += BoxPattern.heading * fontSize }
      for shelf in bands[number].shelves {
        let columns = shelf.boxes.map {
          Shelves.columns(
            max(1, band.boxes[$0].chips.count), rows: shelf.rows,
            least: pattern.leastColumns[number][$0])
        }
        let wider = stretchedWidth(
          columns: columns, measures: stretched, frame: frame, isParted: !content.hasAll)
        var x = frame.x
        for (box, columns) in zip(shelf.boxes, columns) {
          let place = Rect(
            x: x, y: y, width: wider.width(columns: columns),
            height: wider.height(rows: shelf.rows))
          boxes.append(
            Place(band: number, box: box, frame: place, columns: columns, measures: wider))
          x = place.maxX + wider.boxGap
        }
        y += wider.height(rows: shelf.rows) + stretched.boxGap
      }
    }
    return (boxes, bandTops)
  }

  /// Where the lines of a box's title lie.
  func titleFrames(of place: Place, measure: TextMeasure) -> [Rect] {
    let size = fontSize * BoxPattern.titleScale
    return pattern.titles[place.band][place.box].enumerated().map { number, line in
      let text = measure.size(of: [line], fontSize: size, bold: true)
      return Rect(
        x: place.frame.x + fontSize * 0.5,
        y: place.frame.y + fontSize * 0.3 + size * TextMeasure.lineHeight * Double(number),
        width: text.width, height: text.height)
    }
  }

  /// Gives the height that is left over to the cells, then to the gaps between boxes.
  private func stretchedHeights(frame: Rect) -> Shelves.Measures {
    var stretched = measures
    let shelves = bands.flatMap(\.shelves)
    let rows = Double(shelves.reduce(0) { $0 + $1.rows })
    guard rows > 0 else { return stretched }
    let spare = frame.height - height
    let perCell = min(spare / (rows * 1.6), measures.cell.height * 0.5)
    stretched.cell.height += perCell
    let gaps = Double(max(1, shelves.count - 1))
    stretched.boxGap += min(max(0, spare - perCell * rows) / gaps, measures.boxGap)
    return stretched
  }

  /// Gives the width that a shelf leaves over to its cells, where boxes are parted to the gaps first.
  private func stretchedWidth(
    columns: [Int], measures: Shelves.Measures, frame: Rect, isParted: Bool
  ) -> Shelves.Measures {
    let used =
      columns.reduce(0.0) { $0 + measures.width(columns: $1) }
      + measures.boxGap * Double(columns.count - 1)
    let count = Double(max(1, columns.reduce(0, +)))
    var wider = measures
    // The gaps between boxes may have grown into more than the width: cells never shrink.
    if used > frame.width {
      wider.boxGap -= (used - frame.width) / Double(max(1, columns.count - 1))
    } else {
      let spare = frame.width - used
      let gaps = Double(max(1, columns.count - 1))
      if isParted { wider.boxGap += min(spare * 0.6 / gaps, measures.boxGap * 0.8) }
      let rest = spare - (wider.boxGap - measures.boxGap) * Double(columns.count - 1)
      wider.cell.width += min(rest / count, measures.cell.width * 0.7)
    }
    return wider
  }
}
