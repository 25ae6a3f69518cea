public import SystemMaps

/// Many families together: from which organization to which they go next, on the map of all.
///
/// The wider a line, the more different families; nothing stands for fewer families than the
/// threshold, so that no family can be told. Organizations and their ties are there whether or not
/// a way leads to them, so that a way left out leaves no trace.
public struct FlowPicture: Hashable, Sendable {
  /// An organization.
  public struct Place: Hashable, Sendable {
    /// Its name.
    public var label: String
    /// Its silo; `nil` where not known.
    public var group: String?
    /// How many families it met; `nil` where the number may not be told.
    public var families: Int?
    /// The element it is; `nil` where the map has none.
    public var element: ElementID?

    /// Creates a place.
    public init(
      _ label: String, group: String? = nil, families: Int? = nil, element: ElementID? = nil
    ) {
      self.label = label
      self.group = group
      self.families = families
      self.element = element
    }
  }

  /// Families who go from one place to the next.
  public struct Flow: Hashable, Sendable {
    /// Where they come from.
    public var from: Int
    /// Where they go.
    public var to: Int
    /// How many different families.
    public var families: Int
    /// The median of the days in between; `nil` where not known.
    public var medianDays: Double?

    /// Creates a flow.
    public init(_ from: Int, _ to: Int, families: Int, medianDays: Double? = nil) {
      self.from = from
      self.to = to
      self.families = families
      self.medianDays = medianDays
    }
  }

  /// Two places that serve the same families, and have no tie as reported.
  public struct Gap: Hashable, Sendable {
    /// The one place.
    public var first: Int
    /// The other.
    public var second: Int

    /// Creates a gap.
    public init(_ first: Int, _ second: Int) {
      self.first = first
      self.second = second
    }
  }

  /// What stands around the picture.
  public var caption: Caption
  /// How many families there are; `nil` where the number may not be told.
  public var families: Int?
  /// The organizations.
  public var places: [Place]
  /// The flows.
  public var flows: [Flow]
  /// The pairs that an introduction would help.
  public var gaps: [Gap]
  /// The pairs that work together, as reported: drawn faint, beneath the flows.
  public var ties: [SystemPicture.Tie]
  /// Flows of fewer families are left out.
  public var threshold: Int
  /// The colours.
  public var palette: Palette

  /// Creates a picture; flows and places below the threshold are left out once more.
  public init(
    caption: Caption, families: Int?, places: [Place], flows: [Flow], gaps: [Gap] = [],
    ties: [SystemPicture.Tie] = [], threshold: Int, palette: Palette = .standard
  ) {
    self.caption = caption
    self.families = families
    self.places = places.map { place in
      var place = place
      if let count = place.families, count < threshold { place.families = nil }
      return place
    }
    self.flows = flows.filter {
      places.indices.contains($0.from) && places.indices.contains($0.to) && $0.from != $0.to
        && $0.families >= max(1, threshold)
    }
    self.gaps = gaps.filter {
      places.indices.contains($0.first) && places.indices.contains($0.second)
        && $0.first != $0.second
    }
    self.ties = ties.filter {
      places.indices.contains($0.first) && places.indices.contains($0.second)
        && $0.first != $0.second
    }
    self.threshold = threshold
    self.palette = palette
  }

  /// The picture, ready for a page.
  public func diagram() -> Diagram {
    let grouping = Grouping(
      nodes: places.map { SystemPicture.Node($0.label, group: $0.group) }, palette: palette)
    let labels = places.map { DOTText($0.label).plain }
    let most = Double(flows.map(\.families).max() ?? 1)
    let isOnAWay = Set(flows.flatMap { [$0.from, $0.to] })
    let chips = places.indices.map { place in
      let count = places[place].families.map { Self.family.counted($0) }
      return Chip(
        label: count.map { "\(labels[place])\n\($0)" } ?? labels[place],
        style: grouping.styleOf[place], scale: isOnAWay.contains(place) ? 1 : 0.8,
        title: count.map { "\(labels[place]): \($0)" } ?? labels[place],
        element: places[place].element)
    }
    // Where the ties alone place everyone who is on a way, this is the map that others know.
    let tied = Set(ties.flatMap { [$0.first, $0.second] })
    let liesOnMap = isOnAWay.isSubset(of: tied)
    let tieLines = ties.map { tie in
      Tie(
        first: tie.first, second: tie.second, style: Self.tieStyle,
        title: "\(labels[tie.first]) – \(labels[tie.second]): \(Self.tieWords)")
    }
    let lines = flows.map { flow in
      let share = Double(flow.families) / most
      return Tie(
        first: flow.from, second: flow.to,
        style: LineStyle(
          stroke: share > 0.5 ? .strongLine : .firmLine, width: 0.8 + 4.2 * share),
        isDirected: true, isAbsent: liesOnMap, isBowed: true, label: Noun.grouped(flow.families),
        title: "\(labels[flow.from]) to \(labels[flow.to]): \(Self.words(for: flow))")
    }
    let gapLines = gaps.map { gap in
      Tie(
        first: gap.first, second: gap.second, style: Self.gapStyle, isAbsent: liesOnMap,
        title: "\(labels[gap.first]) – \(labels[gap.second]): \(Self.gapWords)")
    }
    return Diagram(
      title: caption.title, facts: caption.facts(counts), notShown: notShown,
      summary: summary(labels), notes: [],
      content: .network(
        NetworkContent(
          chips: chips, ties: tieLines + gapLines + lines, styles: grouping.styles,
          isolatesTitle: "No tie, no way told",
          isSparse: places.count <= 30)),
      legend: legend + grouping.legend)
  }

  private static let family = Noun("family", many: "families")
  private static let way = Noun("way")
  private static let gapStyle = LineStyle(stroke: Color(0x9B1C1C), width: 1.2, pattern: .dashed)
  private static let tieStyle = LineStyle(stroke: .faintLine, width: 0.6)
  private static let tieWords = "tie, as reported"
  private static let gapWords = "serve the same families, no tie reported"

  private static func words(for flow: Flow) -> String {
    let days = flow.medianDays.map { days -> String in
      let whole = Int(days.rounded())
      return ", \(Noun("day").counted(whole)) between, as the median"
    }
    return family.counted(flow.families) + (days ?? "")
  }

  private var counts: [String] {
    let ways =
      if !flows.isEmpty {
        "\(Self.way.counted(flows.count)) between them"
      } else if threshold > 1 {
        "no way that \(threshold) families or more took"
      } else {
        "no way between them"
      }
    return [
      families.map { Self.family.counted($0) } ?? "fewer than \(threshold) families",
      Noun.organization.counted(places.count), ways,
    ]
  }

  private var notShown: [String] {
    caption.printableNotShown
      + (threshold > 1 ? ["whatever concerns fewer than \(threshold) families"] : [])
  }

  private var legend: [LegendEntry] {
    var legend: [LegendEntry] = []
    if !flows.isEmpty {
      legend.append(
        LegendEntry(
          sample: .stroke(StrokeStyle(color: .strongLine, width: 3.6, ends: .head)),
          text: "number of families who go there next"))
    }
    if !ties.isEmpty {
      legend.append(LegendEntry(sample: .line(Self.tieStyle), text: Self.tieWords))
    }
    if !gaps.isEmpty {
      legend.append(LegendEntry(sample: .line(Self.gapStyle), text: Self.gapWords))
    }
    return legend
  }

  private func summary(_ labels: [String]) -> String {
    let ways = flows.sorted { ($1.families, $0.from, $0.to) < ($0.families, $1.from, $1.to) }
      .prefix(8).map { "\(labels[$0.from]) to \(labels[$0.to]), \(Self.words(for: $0))" }
    var sentences = ["Where families go next: \(counts.joined(separator: ", "))."]
    if !ways.isEmpty { sentences.append("Most: \(ways.joined(separator: "; ")).") }
    if !gaps.isEmpty { sentences.append("\(gaps.count) pairs \(Self.gapWords).") }
    return sentences.joined(separator: " ")
  }
}
