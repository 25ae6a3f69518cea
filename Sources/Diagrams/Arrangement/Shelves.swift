/// Packs boxes of equal cells into shelves across a page, in their order.
struct Shelves: Hashable, Sendable {
  /// Some boxes side by side, all of them as many rows of cells high.
  struct Shelf: Hashable, Sendable {
    var boxes: Range<Int>
    var rows: Int
  }

  /// The room that a box needs beside its cells, in points.
  struct Measures: Hashable, Sendable {
    var cell: Size
    /// Between cells, and between cells and the border.
    var gap: Double
    /// For the title above the cells.
    var titleHeight: Double
    /// Between boxes.
    var boxGap: Double

    /// The same in another size.
    func scaled(by factor: Double) -> Measures {
      Measures(
        cell: Size(width: cell.width * factor, height: cell.height * factor), gap: gap * factor,
        titleHeight: titleHeight * factor, boxGap: boxGap * factor)
    }

    func width(columns: Int) -> Double {
      Double(columns) * (cell.width + gap) + gap
    }

    func height(rows: Int) -> Double {
      Double(rows) * (cell.height + gap) + gap + titleHeight
    }
  }

  var shelves: [Shelf]
  /// The height of all shelves with the gaps between them.
  var height: Double

  /// The shelves with the least height, or `nil` if a box has no place in the width.
  ///
  /// - Parameters:
  ///   - counts: The cells of each box.
  ///   - leastColumns: The fewest columns that the title of each box needs.
  ///   - width: The width of the page.
  init?(counts: [Int], leastColumns: [Int], measures: Measures, width: Double) {
    guard !counts.isEmpty else {
      (shelves, height) = ([], 0)
      return
    }
    // The least height of the first k boxes, and where the last of their shelves begins.
    var least = Array(repeating: Double.infinity, count: counts.count + 1)
    var last: [Shelf?] = Array(repeating: nil, count: counts.count + 1)
    least[0] = 0
    for end in 1...counts.count {
      for start in stride(from: end - 1, through: 0, by: -1) {
        guard
          let rows = Self.rows(
            counts: counts[start..<end], leastColumns: leastColumns[start..<end],
            measures: measures, width: width)
        else { break }
        let gap = start == 0 ? 0 : measures.boxGap
        let height = least[start] + gap + measures.height(rows: rows)
        if height < least[end] - 1e-9 {
          least[end] = height
          last[end] = Shelf(boxes: start..<end, rows: rows)
        }
      }
    }
    guard least[counts.count].isFinite else { return nil }
    var shelves: [Shelf] = []
    var end = counts.count
    while end > 0, let shelf = last[end] {
      shelves.append(shelf)
      end = shelf.boxes.lowerBound
    }
    self.shelves = shelves.reversed()
    height = least[counts.count]
  }

  /// The fewest rows with which some boxes stand side by side in the width.
  private static func rows(
    counts: ArraySlice<Int>, leastColumns: ArraySlice<Int>, measures: Measures, width: Double
  ) -> Int? {
    let most = max(1, counts.max() ?? 1)
    func isNarrowEnough(_ rows: Int) -> Bool {
      var sum = measures.boxGap * Double(counts.count - 1)
      for (count, least) in zip(counts, leastColumns) {
        sum += measures.width(columns: columns(count, rows: rows, least: least))
      }
      return sum <= width + 1e-6
    }
    guard isNarrowEnough(most) else { return nil }
    var (low, high) = (1, most)
    while low < high {
      let middle = (low + high) / 2
      if isNarrowEnough(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The columns of a box with some rows.
  static func columns(_ count: Int, rows: Int, least: Int) -> Int {
    max(1, least, (count + rows - 1) / max(1, rows))
  }
}
