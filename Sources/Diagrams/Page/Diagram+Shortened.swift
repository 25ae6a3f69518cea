extension Diagram {
  /// As much of the picture as can be read on a page: the first rows, or some names of each box.
  ///
  /// The picture says how much is left out.
  ///
  /// Draws the picture a few times: about as often as the number of rows can be halved. Of boxes
  /// with lines between, fewer names are shown where the lines are then much clearer.
  ///
  /// - Returns: `nil` if nothing can be left out, or not even the shortest part could be read.
  func shortened(on page: Page, measure: TextMeasure) throws(GraphvizError) -> Drawing? {
    guard !page.fitsContent, let most = content.most else { return nil }
    var readable: [Int: Drawing] = [:]
    var (low, high) = (1, most - 1)
    while low <= high {
      let middle = (low + high) / 2
      readable[middle] = try shortened(to: middle, on: page, measure: measure)
      if readable[middle] == nil { high = middle - 1 } else { low = middle + 1 }
    }
    guard let longest = readable.keys.max() else { return nil }
    var count = longest
    while count > 1, longest - count < Self.mostTrials, readable[count]?.tangle ?? 1 >= 1 {
      count -= 1
      if readable[count] == nil {
        readable[count] = try shortened(to: count, on: page, measure: measure)
      }
    }
    let clearest = readable.values.map(\.tangle).min() ?? 0
    return readable.filter { $0.value.tangle <= clearest + 1 }.max { $0.key < $1.key }?.value
  }

  /// How many shorter parts are tried where the lines of one cross.
  private static let mostTrials = 4

  /// A part of the picture, or `nil` if it cannot be read.
  private func shortened(
    to count: Int, on page: Page, measure: TextMeasure
  ) throws(GraphvizError) -> Drawing? {
    guard let part = content.part(count) else { return nil }
    var shorter = self
    shorter.content = part.content
    shorter.notShown.append("\(part.words), for lack of room")
    shorter.notes.append(
      "Not all can be read on \(page.name), and \(part.words) are left out. To see them all, "
        + "\(page.roomier), or choose some with a focus or a filter.")
    let drawing = try shorter.composed(page, measure: measure)
    return drawing?.advice == nil ? drawing : nil
  }
}

extension Diagram.Content {
  /// A part of the content, and in words what is not in it.
  fileprivate typealias Part = (content: Self, words: String)

  /// How many rows the content has, or names in its largest box; `nil` if none can be left out.
  fileprivate var most: Int? {
    switch self {
    case .gauges(let content): content.rowNoun.map { _ in content.rows.count }
    case .matrix(let content): content.rowNoun.map { _ in content.heads.count }
    case .boxes(let content):
      content.chipNoun.flatMap { _ in content.bands.flatMap(\.boxes).map(\.chips.count).max() }
    case .network, .plane, .lanes, .rings: nil
    }
  }

  /// The content with so many rows, or names in a box; `nil` if nothing can be left out.
  fileprivate func part(_ count: Int) -> Part? {
    switch self {
    case .gauges(var content):
      guard let noun = content.rowNoun else { return nil }
      let words = Self.last(content.rows.count - count, of: noun, in: content.rows.count)
      var left = count
      for place in content.bands.indices {
        content.bands[place].rows = Array(content.bands[place].rows.prefix(left))
        left -= content.bands[place].rows.count
      }
      content.bands.removeAll(where: \.rows.isEmpty)
      return (.gauges(content), words)
    case .matrix(var content):
      guard let noun = content.rowNoun else { return nil }
      let words = Self.last(content.heads.count - count, of: noun, in: content.heads.count)
      content.heads = Array(content.heads.prefix(count))
      content.cells = Array(content.cells.prefix(count))
      return (.matrix(content), words)
    case .boxes(var content):
      guard let noun = content.chipNoun else { return nil }
      let all = content.bands.flatMap(\.boxes).reduce(0) {
        $0 + $1.chips.count(where: \.isCounted)
      }
      var left = 0
      for band in content.bands.indices {
        for box in content.bands[band].boxes.indices {
          left += content.bands[band].boxes[box].keep(count)
        }
      }
      content.hasAll = false
      return (
        .boxes(content), "the names of \(Noun.grouped(left)) of \(noun.counted(all))"
      )
    case .network, .plane, .lanes, .rings: return nil
    }
  }

  private static func last(_ left: Int, of noun: Noun, in all: Int) -> String {
    "the last \(left) of \(noun.counted(all))"
  }
}

extension BoxContent.Box {
  /// Leaves so many names, those with a heavy border before the others, and says how many more
  /// there are.
  ///
  /// What stands for several, and is not counted, stays.
  ///
  /// - Returns: How many are left out.
  fileprivate mutating func keep(_ count: Int) -> Int {
    let counted = chips.indices.filter { chips[$0].isCounted }
    let left = counted.count - count
    // In the room of the line that counts the others a single one can be named.
    guard left > 1 else { return 0 }
    let dropped = Set(
      counted.sorted { (chips[$1].isMarked ? 1 : 0, $0) < (chips[$0].isMarked ? 1 : 0, $1) }
        .dropFirst(count))
    chips = chips.indices.filter { !dropped.contains($0) }.map { chips[$0] }
    let words = "and \(Noun.grouped(left)) more"
    chips.append(Chip(label: words, isOpen: true, title: "\(title): \(words)"))
    return left
  }
}

extension Page {
  /// Where there is more room for what cannot be read on this page.
  var roomier: String {
    switch reading {
    case .projected: "print it on a3 or a4"
    case .held: "choose a larger page (a3, a0, fit)"
    case .poster: "choose fit"
    }
  }
}
