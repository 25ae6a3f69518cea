/// The words of steps that have no room beside their numbers: entries one after the other, in lines
/// below the lanes.
struct LaneList: Hashable, Sendable {
  /// The words of one step.
  struct Entry: Hashable, Sendable {
    let step: Int
    /// How far from the left its number begins, and its words do.
    let x: Double
    let words: Double
    let width: Double
  }

  let fontSize: Double
  /// The entries of each line.
  private(set) var lines: [[Entry]] = []

  var lineHeight: Double { fontSize * 1.3 }
  /// The height of all lines, with the room above them.
  var height: Double {
    lines.isEmpty ? 0 : Double(lines.count) * lineHeight + fontSize * 0.35
  }

  /// Sets the words of those steps that have none beside their number.
  ///
  /// - Returns: `nil` if one entry is wider than a line.
  init?(of measures: LaneMeasures, width: Double) {
    fontSize = measures.fontSize
    var x = 0.0
    for (step, chip) in measures.chips.enumerated() where !chip.hasWords {
      let words = chip.number + fontSize * 0.1
      let length = words + chip.text.width
      guard length <= width else { return nil }
      if lines.isEmpty || x + length > width {
        lines.append([])
        x = 0
      }
      lines[lines.count - 1].append(
        Entry(step: step, x: x, words: x + words, width: chip.text.width))
      x += length + fontSize * 0.3
    }
  }
}

extension LanePlan {
  /// The plan with words beside as many numbers as there is room for, the others' below the lanes.
  ///
  /// - Parameters:
  ///   - width: The width of the lines below.
  ///   - plan: Places the steps.
  /// - Returns: `nil` if there is no plan even without words, or words are wider than a line.
  static func listingWords(
    _ measures: LaneMeasures, width: Double, plan: (LaneMeasures) -> LanePlan?
  ) -> LanePlan? {
    var shown: Set<Int> = []
    guard var best = plan(measures.showingWords(of: shown)) else { return nil }
    let widths = measures.chips.map(\.text.width)
    let longest = widths.indices.sorted { (widths[$1], $0) < (widths[$0], $1) }
    // First what moves nothing, then what makes no row higher.
    for mayMove in [false, true] {
      for step in longest where !shown.contains(step) {
        let more = shown.union([step])
        guard let trial = plan(measures.showingWords(of: more)),
          trial.height <= best.height + 1e-9, trial.bands.count == best.bands.count,
          mayMove || trial.spots == best.spots
        else { continue }
        (best, shown) = (trial, more)
      }
    }
    guard let list = LaneList(of: best.measures, width: width) else { return nil }
    best.list = list
    return best
  }
}
