internal import SystemMaps

/// Who sits where: a box for each table, the top tier first, a label for each seat.
public struct TablePicture: Hashable, Sendable {
  /// One seat.
  public struct Seat: Hashable, Sendable {
    /// Who or what stands on it, as the audience may read it.
    public var label: String
    /// What is counted over tables, as in an organization's id; `nil` counts nothing.
    public var holder: String?
    /// Whether nobody sits on it.
    public var isVacant: Bool
    /// Whether several sit here whose number is not shown, so that it is not counted as a seat.
    public var isUncounted: Bool
    /// The sector of whoever is represented, or `nil`.
    public var group: String?
    /// Whether it gets a heavy border, because somebody asked for it.
    public var isHighlighted = false

    /// Creates a seat that somebody sits on.
    public init(_ label: String, holder: String? = nil, group: String? = nil) {
      self.label = label
      self.holder = holder
      self.group = group
      isVacant = false
      isUncounted = false
    }

    /// A seat that nobody sits on.
    public static var vacant: Seat {
      var seat = Seat("vacant")
      seat.isVacant = true
      return seat
    }

    /// Seats whose number is not shown, as in "residents (<11)".
    public static func uncounted(_ label: String) -> Seat {
      var seat = Seat(label)
      seat.isUncounted = true
      return seat
    }
  }

  /// One table.
  public struct Table: Hashable, Sendable {
    /// The name.
    public var title: String
    /// The tier, 1 the top; `nil` where not known.
    public var tier: Int?
    /// The seats.
    public var seats: [Seat]

    /// Creates a table.
    public init(_ title: String, tier: Int? = nil, seats: [Seat]) {
      self.title = title
      self.tier = tier
      self.seats = seats
    }

    /// How many seats are counted: "18", or "18 and more" where there are others.
    fileprivate var size: String {
      let count = seats.count { !$0.isUncounted }
      return count < seats.count ? "\(count) and more" : "\(count)"
    }
  }

  /// What stands around the picture.
  public var caption: Caption
  /// The tables.
  public var tables: [Table]
  /// What is counted over tables.
  public var noun: Noun
  /// The colours.
  public var palette: Palette

  /// Creates a picture.
  public init(
    caption: Caption, tables: [Table], noun: Noun = .organization, palette: Palette = .standard
  ) {
    self.caption = caption
    self.tables = tables
    self.noun = noun
    self.palette = palette
  }

  /// From this number of tables on a holder is marked.
  static let manyTables = 3

  /// The picture, ready for a page.
  public func diagram() -> Diagram {
    let tablesOf = tableCounts
    let seats = tables.flatMap(\.seats)
    let counted = seats.count { !$0.isUncounted }
    let grouping = Grouping(
      nodes: seats.filter { !$0.isVacant && !$0.isUncounted }
        .map { SystemPicture.Node($0.label, group: $0.group) },
      palette: palette)
    var next = 0
    var styles: [[Int?]] = []
    for table in tables {
      styles.append(
        table.seats.map { seat in
          guard !seat.isVacant, !seat.isUncounted else { return nil }
          defer { next += 1 }
          return grouping.styleOf[next]
        })
    }
    let tiers = Set(tables.map { $0.tier ?? Int.max }).sorted()
    let bands = tiers.map { tier in
      BoxContent.Band(
        title: Self.heading(of: tier, among: tiers),
        boxes: tables.indices.filter { (tables[$0].tier ?? Int.max) == tier }.map {
          box(tables[$0], styles: styles[$0], tablesOf: tablesOf)
        })
    }
    let vacant = seats.filter(\.isVacant).count
    let many = tablesOf.values.filter { $0 >= Self.manyTables }.count
    var counts = [Self.table.counted(tables.count), Noun.seat.counted(counted)]
    if vacant > 0 { counts[1] += ", \(vacant) vacant" }
    if counted < seats.count { counts[1] += ", and those of residents" }
    var diagram = Diagram(
      title: caption.title, facts: caption.facts(counts), notShown: caption.printableNotShown,
      summary: summary(tiers: tiers, seats: counted, vacant: vacant, many: many), notes: [],
      content: .boxes(
        BoxContent(
          bands: bands, ties: [], styles: grouping.styles, isOrderFree: false,
          chipNoun: grouping.styles.isEmpty ? .seat : nil)),
      legend: legend(grouping, vacant: vacant, many: many))
    // Without groups a seat would have nothing to show but itself.
    guard !grouping.styles.isEmpty else { return diagram }
    var nameless = diagram
    nameless.content = .gauges(seatsByGroup(tiers: tiers, styles: styles, of: grouping))
    nameless.legend =
      grouping.legend + (vacant > 0 ? [.vacant] : []) + (isHighlighting ? [.highlighted] : [])
    nameless.notShown.append("who sits there, and at how many tables, for lack of room")
    diagram.replaceIfSmall(by: nameless, "the seats are drawn without names")
    return diagram
  }

  /// A row for each table, with the tag of a group for each seat: what a page shows that has no
  /// room for the names.
  private func seatsByGroup(
    tiers: [Int], styles: [[Int?]], of grouping: Grouping
  ) -> GaugeContent {
    var content = GaugeContent(columns: [""], bands: [], styles: grouping.styles)
    content.rowNoun = Self.table
    content.bands = tiers.map { tier in
      GaugeContent.Band(
        title: Self.heading(of: tier, among: tiers),
        rows: tables.indices.filter { (tables[$0].tier ?? Int.max) == tier }.map { place in
          let table = tables[place]
          let title = DOTText(table.title).plain
          let seated = zip(table.seats, styles[place]).filter { !$0.0.isUncounted }
          // Seats of a group stand together, those that nobody sits on at the end.
          let tags = seated.map { seat, style in
            GaugeContent.Tag(style: style, isMarked: seat.isHighlighted)
          }.sorted { ($0.style ?? Int.max, $1.rank) < ($1.style ?? Int.max, $0.rank) }
          let others = table.seats.filter(\.isUncounted).map { DOTText($0.label).plain }
          return GaugeContent.Row(
            label: title,
            note: Noun.seat.counted(seated.count),
            cells: [
              GaugeContent.Cell(
                gauge: .tags(tags), words: others.map { "and \($0)" }.joined(separator: " "),
                title: title)
            ])
        })
    }
    return content
  }

  private static func heading(of tier: Int, among tiers: [Int]) -> String? {
    tiers.count == 1 ? nil : tier == Int.max ? "Tier not reported" : "Tier \(tier)"
  }

  private static let table = Noun("table")

  /// Whether the heavy border is for those whom somebody asked for, and not for those at many
  /// tables, whose number says so too.
  private var isHighlighting: Bool { tables.contains { $0.seats.contains(where: \.isHighlighted) } }

  /// At how many tables each holder sits.
  private var tableCounts: [String: Int] {
    var counts: [String: Int] = [:]
    for table in tables {
      for holder in Set(table.seats.compactMap(\.holder)) { counts[holder, default: 0] += 1 }
    }
    return counts
  }

  private func box(_ table: Table, styles: [Int?], tablesOf: [String: Int]) -> BoxContent.Box {
    let title = DOTText(table.title).plain
    let chips = zip(table.seats, styles).map { seat, style in
      let count = seat.holder.flatMap { tablesOf[$0] } ?? 0
      let isMarked = count >= Self.manyTables
      let label = DOTText(seat.label).plain
      return Chip(
        label: isMarked ? "\(label) ×\(count)" : label, style: style,
        isMarked: isHighlighting ? seat.isHighlighted : isMarked, isOpen: seat.isVacant,
        isCounted: !seat.isUncounted,
        title: isMarked ? "\(label), at \(count) tables" : "\(label), \(title)",
        element: seat.holder.map { ElementID($0) })
    }
    return BoxContent.Box(
      title: "\(title) (\(table.size))", chips: chips,
      tone: Palette.Tone(fill: .panel, dark: .quietInk))
  }

  private func legend(_ grouping: Grouping, vacant: Int, many: Int) -> [LegendEntry] {
    var legend = grouping.legend
    if many > 0 {
      legend.append(
        LegendEntry(
          sample: .outline(
            isHighlighting
              ? Sheet.Outline(fill: .paper, stroke: .border, width: 1)
              : Sheet.Outline(fill: .paper, stroke: .ink, width: 2.2), text: "×3"),
          text: "at 3 tables or more"))
    }
    if vacant > 0 { legend.append(.vacant) }
    return legend + (isHighlighting ? [.highlighted] : [])
  }

  private func summary(tiers: [Int], seats: Int, vacant: Int, many: Int) -> String {
    let list = tables.map { "\(DOTText($0.title).plain) \($0.size)" }
      .joined(separator: ", ")
    return "\(Self.table.counted(tables.count)) in \(Noun("tier").counted(tiers.count)) with "
      + "\(Noun.seat.counted(seats)), \(vacant) vacant: \(list). "
      + "At \(Self.manyTables) tables or more: \(noun.counted(many))."
  }
}

extension GaugeContent.Tag {
  /// Higher for what stands first among its like.
  fileprivate var rank: Int { isMarked ? 1 : 0 }
}

extension LegendEntry {
  fileprivate static let vacant = LegendEntry(
    sample: .outline(
      Sheet.Outline(fill: .paper, stroke: .border, width: 1, isDashed: true), text: ""),
    text: "vacant seat")
}
