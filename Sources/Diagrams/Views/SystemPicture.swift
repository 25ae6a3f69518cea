public import SystemMaps

/// Who works with whom: everyone once, tied as reported, coloured by sector.
///
///     let picture = SystemPicture(
///       caption: Caption(title: "Who works with whom", date: "2026-03-01"),
///       nodes: [.init("Clinic", group: "Health"), .init("School", group: "Education")],
///       ties: [.init(0, 1)])
///     let drawing = try picture.diagram().drawn(on: .slide)
///
/// Places come from the ties alone. Ties between two sectors are dark, ties within one light.
public struct SystemPicture: Hashable, Sendable {
  /// One label of the picture.
  public struct Node: Hashable, Sendable {
    /// The label, as its audience may read it.
    public var label: String
    /// The sector, or whatever groups the picture; `nil` where not reported.
    public var group: String?
    /// What the size of the label shows; `nil` for the smallest.
    public var size: Double?
    /// What it stands for, where that is others whose names are not shown; `nil` for itself.
    ///
    /// How many they are is not for the audience to know: nothing counts such a node or its ties.
    public var standsFor: Noun?
    /// The element it is; `nil` where it stands for others.
    public var element: ElementID?
    /// Whether it gets a heavy border, because somebody asked for it.
    public var isHighlighted = false

    /// Creates a node.
    public init(
      _ label: String, group: String? = nil, size: Double? = nil, standsFor: Noun? = nil,
      element: ElementID? = nil
    ) {
      self.label = label
      self.group = group
      self.size = size
      self.standsFor = standsFor
      self.element = element
    }
  }

  /// One tie of the picture, between two places in the list of nodes.
  public struct Tie: Hashable, Sendable {
    /// The place of the first end, where a directed tie begins.
    public var first: Int
    /// The place of the second end.
    public var second: Int

    /// Creates a tie.
    public init(_ first: Int, _ second: Int) {
      self.first = first
      self.second = second
    }
  }

  /// What stands around the picture.
  public var caption: Caption
  /// The labels.
  public var nodes: [Node]
  /// The ties; those to places that do not exist are left out.
  public var ties: [Tie]
  /// What a node is.
  public var noun: Noun
  /// What a group is.
  public var groupNoun: Noun
  /// Whether ties have a beginning and an end, shown by an arrow.
  public var isDirected: Bool
  /// What the size of labels shows, as in "ties to other sectors"; `nil` for labels of one size.
  public var sizeMeaning: String?
  /// The colours.
  public var palette: Palette

  /// Creates a picture.
  public init(
    caption: Caption, nodes: [Node], ties: [Tie], noun: Noun = .organization,
    groupNoun: Noun = .sector, isDirected: Bool = false, sizeMeaning: String? = nil,
    palette: Palette = .standard
  ) {
    self.caption = caption
    self.nodes = nodes
    self.ties = ties.filter {
      nodes.indices.contains($0.first) && nodes.indices.contains($0.second)
        && $0.first != $0.second
    }
    self.noun = noun
    self.groupNoun = groupNoun
    self.isDirected = isDirected
    self.sizeMeaning = sizeMeaning
    self.palette = palette
  }

  /// Above this number of nodes the groups are always drawn instead.
  public static let mostNodes = 5_000

  /// The picture, ready for a page.
  public func diagram() -> Diagram {
    let groups = Grouping(nodes: nodes, palette: palette)
    let bySector = SectorPicture(self).diagram()
    if nodes.count > Self.mostNodes {
      var diagram = bySector
      diagram.notes.append(
        "\(noun.counted(countedNodes)) are too many for single labels: the \(groupNoun.many) are "
          + "drawn instead.")
      return diagram
    }
    let scales = scales
    let chips = nodes.enumerated().map { place, node in
      let label = DOTText(node.label).plain
      return Chip(
        label: label, style: groups.styleOf[place], scale: scales[place],
        isMarked: node.isHighlighted,
        title: node.group.map { "\(label) (\(DOTText($0).plain))" } ?? label,
        element: node.element)
    }
    let across = countedTies.count { groups.areApart($0.first, $0.second) }
    var diagram = Diagram(
      title: caption.title, facts: facts(groups, across: across),
      notShown: caption.printableNotShown, summary: summary(groups, across: across), notes: [],
      content: .network(
        NetworkContent(
          chips: chips, ties: ties.map { drawn($0, groups: groups, chips: chips) },
          styles: groups.styles, isolatesTitle: "No tie reported")),
      legend: legend(groups, across: across))
    if sizeMeaning != nil {
      var even = self
      even.sizeMeaning = nil
      diagram.replaceIfSmall(by: even.diagram(), "labels of one size are drawn")
    } else if groups.names.count > 1 {
      diagram.replaceIfSmall(by: bySector, "the \(groupNoun.many) are drawn")
    }
    return diagram
  }

  private func drawn(_ tie: Tie, groups: Grouping, chips: [Chip]) -> Diagrams.Tie {
    Diagrams.Tie(
      first: tie.first, second: tie.second,
      style: style(of: tie, groups: groups), isDirected: isDirected,
      title: "\(chips[tie.first].label) \(isDirected ? "→" : "–") \(chips[tie.second].label)")
  }

  private func style(of tie: Tie, groups: Grouping) -> LineStyle {
    if groups.areApart(tie.first, tie.second) { return .across }
    // Among one group and nothing else there is only one kind of tie.
    guard groups.names.count > 1, groups.isUnknown(tie.first, tie.second) else { return .within }
    return .unreported
  }

  /// The sizes of the labels: the area of a label grows with its value.
  private var scales: [Double] {
    let values = nodes.map { $0.size.flatMap { $0.isFinite ? max(0, $0) : nil } ?? 0 }
    guard sizeMeaning != nil, let most = values.max(), most > 0 else {
      return nodes.map { _ in 1 }
    }
    return values.map { 0.9 + 0.6 * ($0 / most).squareRoot() }
  }

  private func facts(_ groups: Grouping, across: Int) -> [String] {
    let isGrouped = groups.names.count > 1
    var members = noun.counted(countedNodes)
    if isGrouped { members += " in \(groupNoun.counted(groups.countedNames.count))" }
    var tied = tieNoun.counted(countedTies.count)
    if isGrouped {
      tied += ", \(Noun.grouped(across)) between \(groupNoun.many)"
      let unknown = countedTies.count { groups.isUnknown($0.first, $0.second) }
      if unknown > 0 {
        tied += ", \(Noun.grouped(unknown)) with a \(groupNoun.one) not reported"
      }
    }
    return caption.facts(counted(members, tied))
  }

  private func legend(_ groups: Grouping, across: Int) -> [LegendEntry] {
    var legend = groups.legend
    if groups.names.count > 1 && !ties.isEmpty {
      legend.append(
        LegendEntry(sample: .line(.across), text: "tie between \(groupNoun.many)"))
      legend.append(LegendEntry(sample: .line(.within), text: "within one \(groupNoun.one)"))
      if ties.contains(where: { groups.isUnknown($0.first, $0.second) }) {
        legend.append(
          LegendEntry(sample: .line(.unreported), text: "\(groupNoun.one) not reported"))
      }
    } else if !ties.isEmpty {
      legend.append(LegendEntry(sample: .line(.within), text: "tie"))
    }
    legend += highlightLegend
    if let sizeMeaning, !nodes.isEmpty {
      legend.append(
        LegendEntry(sample: .nothing, text: "Larger label: more \(DOTText(sizeMeaning).plain)"))
    }
    return legend
  }

  private func summary(_ groups: Grouping, across: Int) -> String {
    var sentences = ["A network map of \(membersInWords)."]
    sentences += uncountedSentences
    if !groups.styles.isEmpty {
      let list = groups.styles.map { $0.count > 0 ? "\($0.name) \($0.count)" : $0.name }
        .joined(separator: ", ")
      sentences.append("By \(groupNoun.one): \(list).")
    }
    if countedNodes > 0 || uncounted == nil {
      sentences.append(
        groups.names.count > 1
          ? "\(tieNoun.counted(countedTies.count)), \(across) of them between \(groupNoun.many)."
          : "\(tieNoun.counted(countedTies.count)).")
    }
    let tied = Set(ties.flatMap { [$0.first, $0.second] })
    let untied = nodes.indices.count { nodes[$0].standsFor == nil && !tied.contains($0) }
    if untied > 0 { sentences.append("No tie reported: \(noun.counted(untied)).") }
    return sentences.joined(separator: " ")
  }
}

extension SystemPicture {
  /// What the heavy border means, if any node has one because somebody asked for it.
  var highlightLegend: [LegendEntry] {
    nodes.contains(where: \.isHighlighted) ? [.highlighted] : []
  }

  /// How many nodes stand for themselves.
  var countedNodes: Int { nodes.count { $0.standsFor == nil } }

  /// What a tie is called where ties are counted.
  var tieNoun: Noun { isDirected ? .arc : .tie }

  /// The ties between nodes that stand for themselves.
  var countedTies: [Tie] { ties.filter(isCounted) }

  /// Whether both ends of a tie stand for themselves.
  func isCounted(_ tie: Tie) -> Bool {
    nodes[tie.first].standsFor == nil && nodes[tie.second].standsFor == nil
  }

  /// What some nodes stand for, as in "residents"; `nil` where all stand for themselves.
  var uncounted: String? {
    let names = Set(nodes.compactMap { $0.standsFor?.many }).sorted()
    return names.isEmpty ? nil : names.joined(separator: " and ")
  }

  /// The counts of a picture, and that some are not counted.
  ///
  /// Where all stand together, there is nothing to count.
  func counted(_ members: String, _ ties: String) -> [String] {
    guard let uncounted else { return [members, ties] }
    return (countedNodes > 0 ? [members, ties] : []) + ["unnamed \(uncounted) not counted"]
  }

  /// The nodes for a sentence: "12 organizations", or "unnamed residents" where nobody is named.
  var membersInWords: String {
    guard let uncounted, countedNodes == 0 else { return noun.counted(countedNodes) }
    return "unnamed \(uncounted)"
  }

  /// That some stand together, and are not counted.
  var uncountedSentences: [String] {
    uncounted.map { ["Unnamed \($0) stand together; they and their ties are not counted."] } ?? []
  }
}
