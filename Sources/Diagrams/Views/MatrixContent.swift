/// A table in which everything on its rows meets everything before it: the lower half of a square.
struct MatrixContent: Hashable, Sendable {
  /// What stands at a row and above its column.
  struct Head: Hashable, Sendable {
    var label: String
    /// The place of its style, or `nil` for none.
    var style: Int?
    /// What stands for it above its column, if it has no style.
    var number: Int?
  }

  /// Where a row meets a column.
  struct Cell: Hashable, Sendable {
    var text: String
    /// How dark it is, from 0 to 1; `nil` for not at all.
    var shade: Double?
    /// Drawn with a dashed border and no fill.
    var isOpen = false
    /// Drawn with a border, to be told from the others.
    var isFramed = false
    /// What a screen reader says of it.
    var title: String
  }

  var heads: [Head]
  /// A row for each head, with the columns up to itself; `nil` where nothing can stand.
  var cells: [[Cell?]]
  var styles: [GroupStyle]
  /// The lightest and the darkest fill.
  var tone: Palette.Tone
  /// What a row is, if some may be left out where they have no room.
  var rowNoun: Noun?

  /// How many columns something stands in: the last may have nothing but its head.
  var columnCount: Int {
    heads.indices.last { column in
      cells.contains { $0.indices.contains(column) && $0[column] != nil }
    }
    .map { $0 + 1 } ?? 0
  }

  /// All that is written in regular letters.
  var texts: [String] {
    heads.map(\.label) + heads.compactMap { $0.number.map(String.init) }
      + cells.joined().compactMap { $0?.text }
  }

  /// The fill of a cell of some darkness.
  func fill(_ shade: Double) -> Color {
    shade <= 0 ? .paper : tone.fill.mixed(with: tone.dark, share: 0.08 + 0.5 * min(1, shade))
  }
}
