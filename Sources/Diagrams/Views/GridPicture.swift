public import SystemMaps

/// Power and interest: who can decide, and whom it concerns, each at the place that was reported.
///
/// A power–interest grid files residents under "keep informed". Here that quarter says what the
/// work asks for: build power with them.
///
/// Mendelow, "Environmental scanning: the impact of the stakeholder concept", 1981.
public struct GridPicture: Hashable, Sendable {
  /// One name on the grid.
  public struct Entry: Hashable, Sendable {
    /// The label, as its audience may read it.
    public var label: String
    /// The sector, or whatever groups the picture; `nil` where not reported.
    public var group: String?
    /// How much power it has, from 0 to 10.
    public var power: Double
    /// How much interest it has, from 0 to 10.
    public var interest: Double
    /// The element it is.
    public var element: ElementID?
    /// Whether it gets a heavy border, because somebody asked for it.
    public var isHighlighted = false

    /// Creates an entry.
    public init(
      _ label: String, group: String? = nil, power: Double, interest: Double,
      element: ElementID? = nil
    ) {
      self.label = label
      self.group = group
      self.power = power.isFinite ? min(max(power, 0), 10) : 0
      self.interest = interest.isFinite ? min(max(interest, 0), 10) : 0
      self.element = element
    }
  }

  /// What stands around the picture.
  public var caption: Caption
  /// The names.
  public var entries: [Entry]
  /// What a name is.
  public var noun: Noun
  /// The colours.
  public var palette: Palette

  /// Creates a picture.
  public init(
    caption: Caption, entries: [Entry], noun: Noun = .element, palette: Palette = .standard
  ) {
    self.caption = caption
    self.entries = entries
    self.noun = noun
    self.palette = palette
  }

  /// What to do with each quarter: much power first, little interest first.
  static let quarters = ["Bring in", "Decide together", "Stay in touch", "Build power with"]

  /// The picture, ready for a page.
  public func diagram() -> Diagram {
    let groups = Grouping(
      nodes: entries.map { SystemPicture.Node($0.label, group: $0.group) }, palette: palette)
    let chips = entries.enumerated().map { place, entry in
      let label = DOTText(entry.label).plain
      return Chip(
        label: label, style: groups.styleOf[place], isMarked: entry.isHighlighted,
        title: "\(label): power \(Self.text(entry.power)), interest \(Self.text(entry.interest))",
        element: entry.element)
    }
    let content = PlaneContent(
      chips: chips,
      places: entries.map { Point(x: $0.interest / 10, y: 1 - $0.power / 10) },
      quarters: Self.quarters, across: "more interest →", up: "↑ more power",
      styles: groups.styles)
    var legend = groups.legend
    if !entries.isEmpty {
      legend.append(
        LegendEntry(
          sample: .nothing, text: "A dot with a line: the place of a name that had to move aside"))
    }
    if entries.contains(where: \.isHighlighted) { legend.append(.highlighted) }
    return Diagram(
      title: caption.title, facts: caption.facts([noun.counted(entries.count)]),
      notShown: caption.printableNotShown, summary: summary, notes: [],
      content: .plane(content), legend: legend)
  }

  private var summary: String {
    let list = Self.quarters.enumerated().compactMap { quarter, name -> String? in
      let names = entries.filter {
        ($0.power < 5) == (quarter > 1) && ($0.interest >= 5) == (quarter % 2 == 1)
      }.map { DOTText($0.label).plain }
      return names.isEmpty ? nil : "\(name): \(names.joined(separator: ", "))"
    }
    guard !list.isEmpty else { return "A grid of power and interest, empty." }
    return "A grid of power and interest. \(list.joined(separator: ". "))."
  }

  /// A number with at most one decimal.
  private static func text(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(tenths % 10)"
  }
}

/// Chips at given places on a plane of four quarters.
struct PlaneContent: Hashable, Sendable {
  var chips: [Chip]
  /// Where they lie, from 0 to 1 across and down.
  var places: [Point]
  /// What the quarters are called: upper left, upper right, lower left, lower right.
  var quarters: [String]
  var across: String
  var up: String
  var styles: [GroupStyle]

  /// All that is written in bold letters besides tags.
  var captions: [String] { quarters + [across, up] }
}
