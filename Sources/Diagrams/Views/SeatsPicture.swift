/// The seats of tables against a population, as dots: who sits there, and how many would be
/// expected.
///
/// Dots have no colour of their own: what people state of themselves is never a colour.
public struct SeatsPicture: Hashable, Sendable {
  /// What may be shown of a group at a table.
  public enum Count: Hashable, Sendable {
    /// Its seats, and those that a draw at random from the population would give it on average.
    case seats(held: Int, expected: Double)
    /// Below, near or above parity, without figures; `nil` where nothing can be said.
    case band(Band?)
  }

  /// How a group's share compares with the population's.
  public enum Band: Int, Hashable, Sendable, CaseIterable {
    /// Fewer seats than its share.
    case below
    /// About its share.
    case near
    /// More seats than its share.
    case above

    var words: String {
      switch self {
      case .below: "below parity"
      case .near: "near parity"
      case .above: "above parity"
      }
    }
  }

  /// One group at a table.
  public struct Row: Hashable, Sendable {
    /// The group.
    public var group: String
    /// What may be shown of it.
    public var count: Count

    /// Creates a row.
    public init(_ group: String, _ count: Count) {
      self.group = group
      self.count = count
    }
  }

  /// One table.
  public struct Table: Hashable, Sendable {
    /// The name.
    public var title: String
    /// The tier, 1 the top; `nil` where not known.
    public var tier: Int?
    /// How many seats were compared, or why none was; empty where neither may be said.
    public var note: String
    /// The groups, in the order of the population; none where nothing may be shown.
    public var rows: [Row]

    /// Creates a table.
    public init(_ title: String, tier: Int? = nil, note: String, rows: [Row]) {
      self.title = title
      self.tier = tier
      self.note = note
      self.rows = rows
    }
  }

  /// What stands around the picture.
  public var caption: Caption
  /// The tables.
  public var tables: [Table]
  /// The population with its source and date.
  public var population: String

  /// Creates a picture.
  public init(caption: Caption, tables: [Table], population: String) {
    self.caption = caption
    self.tables = tables
    self.population = population
  }

  private static let table = Noun("table")

  /// The picture, ready for a page.
  public func diagram() -> Diagram {
    Diagram(
      title: caption.title,
      facts: caption.facts(
        (tables.count == 1
          ? tables.flatMap { [$0.title, $0.note] }.filter { !$0.isEmpty }.map { DOTText($0).plain }
          : [Self.table.counted(tables.count)])
          + ["beside \(DOTText(population).plain)"]),
      notShown: caption.printableNotShown, summary: summary,
      notes: [
        "Seats are appointed, not drawn: a difference of a seat or two is no finding by itself."
      ], content: .gauges(tables.count == 1 ? groupsOfOne : tablesByGroup), legend: legend)
  }

  /// A row for each table, a column for each group.
  private var tablesByGroup: GaugeContent {
    let tiers = Set(tables.map { $0.tier ?? Int.max }).sorted()
    let groups = tables.first { !$0.rows.isEmpty }?.rows.map(\.group) ?? []
    return GaugeContent(
      columns: groups.map { DOTText($0).plain },
      bands: tiers.map { tier in
        GaugeContent.Band(
          title: tiers.count == 1 ? nil : tier == Int.max ? "Tier not reported" : "Tier \(tier)",
          rows: tables.filter { ($0.tier ?? Int.max) == tier }.map { table in
            GaugeContent.Row(
              label: DOTText(table.title).plain, note: DOTText(table.note).plain,
              cells: table.rows.map { cell($0, of: table, isLong: false) })
          })
      }, rowNoun: Self.table)
  }

  /// A row for each group of the only table.
  private var groupsOfOne: GaugeContent {
    let rows = tables.flatMap { table in
      table.rows.map { row in
        GaugeContent.Row(
          label: DOTText(row.group).plain, note: "", cells: [cell(row, of: table, isLong: true)])
      }
    }
    return GaugeContent(columns: [""], bands: [GaugeContent.Band(title: nil, rows: rows)])
  }

  private func cell(_ row: Row, of table: Table, isLong: Bool) -> GaugeContent.Cell {
    let words = Self.words(row.count)
    return GaugeContent.Cell(
      gauge: Self.gauge(row.count), words: isLong ? words.long : words.short,
      title: "\(DOTText(table.title).plain), \(DOTText(row.group).plain): \(words.long)")
  }

  private static func gauge(_ count: Count) -> GaugeContent.Gauge {
    switch count {
    case .seats(let held, let expected): .dots(held: held, expected: expected)
    case .band(let band): .steps(band?.rawValue, of: Band.allCases.count)
    }
  }

  private static func words(_ count: Count) -> (short: String, long: String) {
    switch count {
    case .seats(let held, let expected):
      let tenths = Int((expected * 10).rounded())
      let number = "\(tenths / 10).\(tenths % 10)"
      return ("\(held)", "\(Noun.seat.counted(held)) where about \(number) would be expected")
    case .band(let band):
      let words = band?.words ?? "nothing can be said"
      return (words, words)
    }
  }

  private var legend: [LegendEntry] {
    let counts = tables.flatMap(\.rows).map(\.count)
    if counts.contains(where: { if case .seats = $0 { true } else { false } }) {
      return [
        LegendEntry(sample: .dot(filled: true), text: "seat held"),
        LegendEntry(sample: .dot(filled: false), text: "seat short of the expected"),
        LegendEntry(sample: .tick, text: "expected, by the population's shares"),
      ]
    }
    guard !counts.isEmpty else { return [] }
    return [
      LegendEntry(
        sample: .outline(Sheet.Outline(fill: .ink, stroke: .ink, width: 1), text: ""),
        text: "from left to right: below, near, above parity; broad bands, no figures")
    ]
  }

  private var summary: String {
    tables.map { table in
      let rows = table.rows.map { "\(DOTText($0.group).plain): \(Self.words($0.count).long)" }
      let note = table.note.isEmpty ? "" : " (\(DOTText(table.note).plain))"
      let title = DOTText(table.title).plain + note
      return rows.isEmpty ? "\(title)." : "\(title). \(rows.joined(separator: "; "))."
    }.joined(separator: " ")
  }
}
