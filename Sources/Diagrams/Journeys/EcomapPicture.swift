public import SystemMaps

/// A household in the middle of those around it, with the feel of each tie.
///
/// The key is printed with it, since sources disagree about it: a thick line is strong, a dashed
/// one tenuous, a hatched one stressful; arrows show where energy flows. Two days stand side by
/// side, everyone in the same place.
///
/// Hartman, "Diagrammatic assessment of family relationships", Social Casework, 1978.
public struct EcomapPicture: Hashable, Sendable {
  /// One of those around the household.
  public struct Circle: Hashable, Sendable {
    /// Who it is, as the audience may read it.
    public var label: String
    /// Its sector; `nil` where not known.
    public var group: String?

    /// Creates a circle.
    public init(_ label: String, group: String? = nil) {
      self.label = label
      self.group = group
    }
  }

  /// A tie between the household and one of those around it.
  public struct Tie: Hashable, Sendable {
    /// Where energy or help flows.
    public enum Flow: Hashable, Sendable {
      case notReported
      case toHousehold
      case fromHousehold
      case both
    }

    /// The place of the circle.
    public var circle: Int
    /// Its feel; `nil` where not reported.
    public var quality: Connection.Quality?
    /// Where energy flows.
    public var flow: Flow

    /// Creates a tie.
    public init(_ circle: Int, _ quality: Connection.Quality?, flow: Flow = .notReported) {
      self.circle = circle
      self.quality = quality
      self.flow = flow
    }
  }

  /// The ties of one day.
  public struct Snapshot: Hashable, Sendable {
    /// The day, or what it stands for; `nil` if there is only one.
    public var title: String?
    /// The ties.
    public var ties: [Tie]

    /// Creates a snapshot.
    public init(_ title: String? = nil, ties: [Tie]) {
      self.title = title
      self.ties = ties
    }
  }

  /// What stands around the picture.
  public var caption: Caption
  /// What the household is called here.
  public var household: String
  /// Those around it.
  public var circles: [Circle]
  /// The days, the earlier first.
  public var snapshots: [Snapshot]
  /// The colours.
  public var palette: Palette

  /// Creates a picture.
  public init(
    caption: Caption, household: String, circles: [Circle], snapshots: [Snapshot],
    palette: Palette = .standard
  ) {
    self.caption = caption
    self.household = household
    self.circles = circles
    self.snapshots = snapshots.map { snapshot in
      var snapshot = snapshot
      snapshot.ties.removeAll { !circles.indices.contains($0.circle) }
      return snapshot
    }
    self.palette = palette
  }

  /// The picture, ready for a page.
  public func diagram() -> Diagram {
    let grouping = Grouping(
      nodes: circles.map { SystemPicture.Node($0.label, group: $0.group) }, palette: palette)
    let labels = circles.map { DOTText($0.label).plain }
    let panels = snapshots.map { snapshot in
      let tied = Set(snapshot.ties.map(\.circle))
      return RingContent.Panel(
        title: snapshot.title.map { DOTText($0).plain },
        middle: Chip(label: DOTText(household).plain, title: DOTText(household).plain),
        chips: circles.indices.map { place in
          Chip(
            label: labels[place], style: grouping.styleOf[place], isOpen: !tied.contains(place),
            title: labels[place])
        },
        links: snapshot.ties.map { tie in
          RingContent.Link(
            first: nil, second: tie.circle, style: Self.style(of: tie),
            title: "\(labels[tie.circle]): \(Self.words(for: tie.quality))")
        })
    }
    return Diagram(
      title: caption.title, facts: caption.facts([Noun("tie").counted(mostTies)]),
      notShown: caption.printableNotShown, summary: summary(labels), notes: [],
      content: .rings(RingContent(panels: panels, styles: grouping.styles)),
      legend: Self.legend(snapshots) + grouping.legend)
  }

  private var mostTies: Int { snapshots.map(\.ties.count).max() ?? 0 }

  /// What the feel of a tie is called.
  static func words(for quality: Connection.Quality?) -> String {
    switch quality {
    case .strong: "strong"
    case .ordinary: "ordinary"
    case .tenuous: "tenuous"
    case .stressful: "stressful"
    case nil: "feel not reported"
    }
  }

  private static func style(of tie: Tie) -> StrokeStyle {
    var style = style(of: tie.quality)
    switch tie.flow {
    case .notReported: break
    case .fromHousehold: style.ends = .head
    case .toHousehold: style.ends = .tail
    case .both: style.ends = .both
    }
    return style
  }

  private static func style(of quality: Connection.Quality?) -> StrokeStyle {
    switch quality {
    case .strong: StrokeStyle(color: .ink, width: 4)
    case .ordinary: StrokeStyle(color: .strongLine, width: 1.4)
    case .tenuous: StrokeStyle(color: .strongLine, width: 1.4, pattern: .dashed)
    case .stressful: StrokeStyle(color: Color(0x9B1C1C), width: 1.3, isHatched: true)
    case nil: StrokeStyle(color: .firmLine, width: 1.2, pattern: .dotted)
    }
  }

  private static func legend(_ snapshots: [Snapshot]) -> [LegendEntry] {
    let ties = snapshots.flatMap(\.ties)
    // The key is whole, whether or not a line of each kind is there.
    var kinds: [Connection.Quality?] = [.strong, .ordinary, .tenuous, .stressful]
    if ties.contains(where: { $0.quality == nil }) { kinds.append(nil) }
    var legend = kinds.map {
      LegendEntry(sample: .stroke(style(of: $0)), text: words(for: $0))
    }
    var flow = style(of: .ordinary)
    flow.ends = .head
    legend.append(LegendEntry(sample: .stroke(flow), text: "help or energy flows this way"))
    let untied = snapshots.contains { $0.ties.count < (snapshots.map(\.ties.count).max() ?? 0) }
    if untied {
      legend.append(
        LegendEntry(
          sample: .outline(
            Sheet.Outline(fill: .paper, stroke: .border, width: 1, isDashed: true), text: ""),
          text: "no tie on that day"))
    }
    return legend
  }

  private func summary(_ labels: [String]) -> String {
    let days = snapshots.map { snapshot in
      let kinds: [Connection.Quality?] = [.strong, .ordinary, .tenuous, .stressful, nil]
      let lists = kinds.compactMap { kind -> String? in
        let names = snapshot.ties.filter { $0.quality == kind }.map { labels[$0.circle] }
        return names.isEmpty
          ? nil : "\(Self.words(for: kind)): \(names.joined(separator: ", "))"
      }
      let title = snapshot.title.map { "\(DOTText($0).plain). " } ?? ""
      return title + lists.joined(separator: "; ") + "."
    }
    return "An eco-map of \(DOTText(household).plain). " + days.joined(separator: " ")
  }
}
