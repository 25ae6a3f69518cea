/// Rings of labels side by side, each around a middle or around nothing, with lines between.
struct RingContent: Hashable, Sendable {
  /// A line between two labels of a ring.
  struct Link: Hashable, Sendable {
    /// The place of a label, or `nil` for the middle.
    var first: Int?
    /// The place of the other label.
    var second: Int
    var style: StrokeStyle
    var title: String
  }

  /// One ring: a day, or a place.
  struct Panel: Hashable, Sendable {
    var title: String?
    /// What stands in the middle.
    var middle: Chip?
    /// The labels in their order around it, from the top on.
    var chips: [Chip]
    /// The lines, those at the back first.
    var links: [Link]
  }

  var panels: [Panel]
  var styles: [GroupStyle]
}

extension RingContent {
  var regularTexts: [String] {
    panels.flatMap { $0.chips.map(\.label) + [$0.middle?.label].compactMap { $0 } }
  }

  var boldTexts: [String] { panels.compactMap(\.title) + styles.map(\.tag) }
}
