/// Those who serve one family, and who among them knows whom.
///
/// A tie that nobody reported is drawn, faint, only where one of its ends was asked and answered;
/// elsewhere it is not known whether there is one, and no line says so.
public struct CareTeamPicture: Hashable, Sendable {
  /// One worker.
  public struct Member: Hashable, Sendable {
    /// The name, or for whom they work, as the audience may read it.
    public var label: String
    /// The silo; `nil` where not known.
    public var group: String?

    /// Creates a member.
    public init(_ label: String, group: String? = nil) {
      self.label = label
      self.group = group
    }
  }

  /// What is known of two members.
  public struct Pair: Hashable, Sendable {
    /// What two have to do with each other.
    public enum Kind: Hashable, Sendable, CaseIterable {
      /// At least one was asked, and nobody reported a tie.
      case noneReported
      /// They know each other, and do not coordinate.
      case acquainted
      /// They coordinate.
      case coordinating
    }

    /// The place of the one.
    public var first: Int
    /// The place of the other.
    public var second: Int
    /// What is known.
    public var kind: Kind

    /// Creates a pair.
    public init(_ first: Int, _ second: Int, _ kind: Kind) {
      self.first = first
      self.second = second
      self.kind = kind
    }
  }

  /// The pairs of one day.
  public struct Snapshot: Hashable, Sendable {
    /// The day; `nil` if there is only one.
    public var title: String?
    /// The pairs of whom something is known.
    public var pairs: [Pair]

    /// Creates a snapshot.
    public init(_ title: String? = nil, pairs: [Pair]) {
      self.title = title
      self.pairs = pairs
    }
  }

  /// What stands around the picture.
  public var caption: Caption
  /// The workers.
  public var members: [Member]
  /// The days, the earlier first.
  public var snapshots: [Snapshot]
  /// The colours.
  public var palette: Palette

  /// Creates a picture.
  public init(
    caption: Caption, members: [Member], snapshots: [Snapshot], palette: Palette = .standard
  ) {
    self.caption = caption
    self.members = members
    self.snapshots = snapshots.map { snapshot in
      var snapshot = snapshot
      snapshot.pairs.removeAll {
        !members.indices.contains($0.first) || !members.indices.contains($0.second)
          || $0.first == $0.second
      }
      return snapshot
    }
    self.palette = palette
  }

  /// How many pairs there could be.
  private var possible: Int { members.count * (members.count - 1) / 2 }

  /// The picture, ready for a page.
  public func diagram() -> Diagram {
    let grouping = Grouping(
      nodes: members.map { SystemPicture.Node($0.label, group: $0.group) }, palette: palette)
    // Members of one silo stand together, so that lines across silos can be seen as such.
    let order = members.indices.sorted {
      (grouping.groupOf[$0], $0) < (grouping.groupOf[$1], $1)
    }
    var placeOf = Array(repeating: 0, count: members.count)
    for (place, member) in order.enumerated() { placeOf[member] = place }
    let labels = members.map { DOTText($0.label).plain }
    let panels = snapshots.map { snapshot in
      RingContent.Panel(
        title: title(of: snapshot), middle: nil,
        chips: order.map { member in
          Chip(
            label: labels[member], style: grouping.styleOf[member], title: labels[member])
        },
        links: snapshot.pairs.sorted { $0.kind.rank < $1.kind.rank }.map { pair in
          RingContent.Link(
            first: placeOf[pair.first], second: placeOf[pair.second],
            style: Self.style(of: pair.kind),
            title: "\(labels[pair.first]) – \(labels[pair.second]): \(Self.words(for: pair.kind))")
        })
    }
    return Diagram(
      title: caption.title,
      facts: caption.facts([
        "\(Noun("worker").counted(members.count)) serve the family",
        "\(Noun.grouped(possible)) pairs possible",
      ]),
      notShown: caption.printableNotShown, summary: summary, notes: [],
      content: .rings(RingContent(panels: panels, styles: grouping.styles)),
      legend: legend + grouping.legend)
  }

  private func title(of snapshot: Snapshot) -> String {
    let count = snapshot.pairs.count { $0.kind == .coordinating }
    let words = "\(count) of \(Noun.grouped(possible)) pairs work together"
    return snapshot.title.map { "\(DOTText($0).plain): \(words)" } ?? words
  }

  private static func words(for kind: Pair.Kind) -> String {
    switch kind {
    case .coordinating: "work together"
    case .acquainted: "know of each other"
    case .noneReported: "have not met yet, as reported"
    }
  }

  private static func style(of kind: Pair.Kind) -> StrokeStyle {
    switch kind {
    case .coordinating: StrokeStyle(color: .ink, width: 2)
    case .acquainted: StrokeStyle(color: .firmLine, width: 1.2, pattern: .dashed)
    case .noneReported: StrokeStyle(color: .faintLine, width: 0.5, pattern: .dotted)
    }
  }

  private var legend: [LegendEntry] {
    let present = Set(snapshots.flatMap(\.pairs).map(\.kind))
    var legend = Pair.Kind.allCases.reversed().filter {
      $0 == .coordinating || present.contains($0)
    }
    .map { LegendEntry(sample: .stroke(Self.style(of: $0)), text: Self.words(for: $0)) }
    if snapshots.contains(where: { $0.pairs.count < possible }) {
      legend.append(LegendEntry(sample: .nothing, text: "no line: not known, nobody was asked"))
    }
    return legend
  }

  private var summary: String {
    "The care team of a family: \(Noun("worker").counted(members.count)). "
      + snapshots.map { title(of: $0).capitalizedFirst + "." }.joined(separator: " ")
  }
}

extension CareTeamPicture.Pair.Kind {
  /// The order of drawing: the faint at the back.
  fileprivate var rank: Int {
    switch self {
    case .noneReported: 0
    case .acquainted: 1
    case .coordinating: 2
    }
  }
}
