/// A table of small gauges: a row for each thing, a column for each group.
struct GaugeContent: Hashable, Sendable {
  /// What is drawn in a cell.
  enum Gauge: Hashable, Sendable {
    /// A dot for each held, a ring for each that is short of the expected, a tick at the expected.
    case dots(held: Int, expected: Double)
    /// Steps from low to high of which one is marked, or none.
    case steps(Int?, of: Int)
    /// A tag for each seat, in as many lines as they need.
    case tags([Tag])

    /// How many places wide it is.
    var length: Double {
      switch self {
      case .dots(let held, let expected): max(Double(held), expected.rounded(.up), 1)
      case .steps(_, let count): Double(count)
      case .tags(let tags): Double(tags.count)
      }
    }

    /// Whether it breaks into lines.
    var isBroken: Bool {
      if case .tags = self { true } else { false }
    }
  }

  /// One seat.
  struct Tag: Hashable, Sendable {
    /// The place of its style; `nil` where nobody sits.
    var style: Int?
    /// Drawn light, with a heavy border.
    var isMarked: Bool
  }

  /// Where a row meets a column.
  struct Cell: Hashable, Sendable {
    var gauge: Gauge
    /// What it says in words or as a number; behind tags what they do not show.
    var words: String
    /// What a screen reader says of it.
    var title: String
  }

  /// One row; without cells its note takes their place.
  struct Row: Hashable, Sendable {
    var label: String
    var note: String
    var cells: [Cell]
  }

  /// Rows under one heading.
  struct Band: Hashable, Sendable {
    var title: String?
    var rows: [Row]
  }

  /// What stands above the cells.
  var columns: [String]
  var bands: [Band]
  /// The styles of tags.
  var styles: [GroupStyle] = []
  /// What a row is, if some may be left out where they have no room.
  var rowNoun: Noun?

  var rows: [Row] { bands.flatMap(\.rows) }

  /// Whether some of its gauges break into lines.
  var isBroken: Bool { rows.contains { $0.cells.contains(where: \.gauge.isBroken) } }

  /// All that is written in regular letters.
  var texts: [String] {
    rows.flatMap { row in [row.label, row.note] + row.cells.map(\.words) }
  }

  /// All that is written in bold letters.
  var headings: [String] { columns + bands.compactMap(\.title) + styles.map(\.tag) }
}
