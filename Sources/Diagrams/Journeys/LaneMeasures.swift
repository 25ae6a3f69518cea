/// How lanes are set: how long lines may become, and how closely steps follow, in sizes of the text.
struct LaneShape: Hashable, Sendable {
  /// The longest line of a step.
  var label: Double
  /// The longest line of a row's title.
  var title: Double
  /// How far a step begins after the one before it.
  var delay: Double

  /// What is tried.
  static let all = [1.4, 0.9].flatMap { delay in
    [8.0, 15].flatMap { title in
      [6.0, 9, 14].map { LaneShape(label: $0, title: title, delay: delay) }
    }
  }

  /// What is tried where the words of steps are not broken.
  static let unbroken = [0.9, 0.6].flatMap { delay in
    [8.0, 15].flatMap { title in
      [6.0, 14].map { LaneShape(label: $0, title: title, delay: delay) }
    }
  }
}

/// The steps of lanes as they come out at one size of text.
struct LaneMeasures {
  /// A step with its number, its words, its tags and the words beside it.
  struct Chip {
    /// Whether the words stand beside the number.
    var hasWords: Bool
    var lines: [String]
    var number: Double
    var text: Size
    var tags: [Double]
    /// The lines of the words that its hand-offs lead to, with the places of the links.
    var words: [(link: Int, lines: [String], size: Size)]

    /// The size of number, words and tags.
    var size: Size {
      Size(
        width: number + (hasWords ? text.width : 0) + tags.reduce(0, +), height: text.height)
    }
  }

  let fontSize: Double
  /// How far a step begins after the one before it, at least.
  let delay: Double
  private(set) var chips: [Chip]
  let laneTitles: [[String]]
  let rowTitles: [[[String]]]
  /// Whether rows stand close.
  let isClose: Bool
  /// The width of the titles of lanes, and of those of rows.
  let titles: (lane: Double, row: Double)

  /// The room between chips of a row, and where a line runs between them.
  var gap: Double { fontSize * 0.5 }
  var lineGap: Double { fontSize * 2 }
  /// The room for the number of a step in another band.
  var markerWidth: Double { fontSize * 3.2 }
  var markerHeight: Double { fontSize * TextMeasure.lineHeight }
  var rowPadding: Double { fontSize * (isClose ? 0.04 : 0.45) }
  var laneGap: Double { fontSize * (isClose ? 0.25 : 0.35) }
  var bandGap: Double { fontSize * 0.7 }
  var headingHeight: Double { fontSize * 1.35 }
  /// Where the titles of rows begin, and where steps do.
  var rowTitle: Double { titles.lane + fontSize * 1.2 }
  var header: Double { rowTitle + titles.row + fontSize * 0.8 }

  init(_ content: LaneContent, shape: LaneShape, fontSize: Double, measure: TextMeasure) {
    func broken(
      _ text: String, limit: Double, most: Int, bold: Bool = false
    ) -> (lines: [String], size: Size) {
      let lines = measure.lines(
        of: text, fontSize: fontSize, limit: limit * fontSize, most: most, bold: bold)
      return (lines, measure.size(of: lines, fontSize: fontSize, bold: bold))
    }
    func tagWidth(_ text: String) -> Double {
      max(
        fontSize * 1.2, measure.width(of: text, fontSize: fontSize, bold: true) + fontSize * 0.4)
    }
    self.fontSize = fontSize
    delay = fontSize * shape.delay
    let isClose = content.isClose
    self.isClose = isClose
    chips = content.steps.enumerated().map { place, step in
      let text = broken(
        step.label, limit: content.listsWords ? 60 : shape.label, most: content.listsWords ? 1 : 4)
      return Chip(
        hasWords: !step.label.isEmpty, lines: text.lines, number: tagWidth(step.number),
        text: Size(
          width: text.size.width + fontSize * 0.6,
          height: text.size.height + fontSize * (isClose ? 0.08 : 0.25)),
        tags: step.tags.map { tagWidth($0.text) },
        words: content.words(after: place).map { link, word in
          let text = broken(word, limit: max(7, shape.label), most: 3)
          return (
            link, text.lines,
            Size(
              width: text.size.width + fontSize * 0.6, height: text.size.height + fontSize * 0.2)
          )
        })
    }
    let lanes = content.lanes.map { broken($0.title, limit: 6, most: 3, bold: true) }
    let rows = content.lanes.map { lane in
      lane.rows.map { broken($0, limit: shape.title, most: 3) }
    }
    laneTitles = lanes.map(\.lines)
    rowTitles = rows.map { $0.map(\.lines) }
    titles = (
      lanes.map(\.size.width).max() ?? 0, rows.joined().map(\.size.width).max() ?? 0
    )
  }

  /// The same with words beside the numbers of some steps only.
  func showingWords(of steps: Set<Int>) -> LaneMeasures {
    var measures = self
    for step in chips.indices { measures.chips[step].hasWords = steps.contains(step) }
    return measures
  }

  /// The height of a row's title, and of a lane's.
  func titleHeight(of place: LaneContent.Place) -> Double {
    Double(rowTitles[place.lane][place.row].count) * fontSize * TextMeasure.lineHeight
  }

  func titleHeight(ofLane lane: Int) -> Double {
    Double(laneTitles[lane].count) * fontSize * TextMeasure.lineHeight
  }

  /// The height of a step with the words beside it.
  func height(of step: Int) -> Double {
    max(chips[step].size.height, chips[step].words.reduce(0) { $0 + $1.size.height + gap * 0.3 })
  }

  /// The width of a step with the words beside it.
  func width(of step: Int) -> Double {
    let words = chips[step].words.map(\.size.width).max()
    return chips[step].size.width + (words.map { $0 + lineGap } ?? 0)
  }
}
