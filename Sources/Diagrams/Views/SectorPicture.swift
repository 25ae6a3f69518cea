/// How groups are tied to one another: a box for each, lines as wide as the ties are many.
///
/// It takes the place of a picture whose labels could not be read.
public struct SectorPicture: Hashable, Sendable {
  /// One group.
  public struct Group: Hashable, Sendable {
    /// The name; `nil` for those whose group is not reported.
    public var name: String?
    /// How many members it has.
    public var count: Int
    /// How many ties there are within it.
    public var tiesWithin: Int
    /// Whether there are more in it, who are not counted.
    public var hasUncounted = false

    /// Creates a group.
    public init(_ name: String?, count: Int, tiesWithin: Int) {
      self.name = name
      self.count = count
      self.tiesWithin = tiesWithin
    }
  }

  /// The ties between two groups.
  public struct Link: Hashable, Sendable {
    /// The place of one group.
    public var first: Int
    /// The place of the other.
    public var second: Int
    /// How many ties there are; 0 where only ties that are not counted join the two.
    public var ties: Int

    /// Creates a link.
    public init(_ first: Int, _ second: Int, ties: Int) {
      self.first = first
      self.second = second
      self.ties = ties
    }
  }

  /// What stands around the picture.
  public var caption: Caption
  /// The groups.
  public var groups: [Group]
  /// The links between them, each pair once.
  public var links: [Link]
  /// What a member is.
  public var noun: Noun
  /// What a group is.
  public var groupNoun: Noun
  /// The colours.
  public var palette: Palette
  /// What a tie is, counted: an arc where ties have a direction.
  var tieNoun = Noun.tie
  /// Who stands in the groups but is not counted, as in "residents"; `nil` where all are counted.
  public var uncounted: String?

  /// Creates a picture.
  public init(
    caption: Caption, groups: [Group], links: [Link], noun: Noun = .organization,
    groupNoun: Noun = .sector, palette: Palette = .standard
  ) {
    self.caption = caption
    self.groups = groups
    self.links = links.filter {
      groups.indices.contains($0.first) && groups.indices.contains($0.second)
        && $0.first != $0.second && $0.ties >= 0
    }
    self.noun = noun
    self.groupNoun = groupNoun
    self.palette = palette
  }

  /// Creates the picture of the groups of another picture's nodes.
  public init(_ picture: SystemPicture) {
    let grouping = Grouping(nodes: picture.nodes, palette: picture.palette)
    var groups = grouping.allNames.map { Group($0, count: 0, tiesWithin: 0) }
    for (node, group) in zip(picture.nodes, grouping.groupOf) {
      if node.standsFor == nil {
        groups[group].count += 1
      } else {
        groups[group].hasUncounted = true
      }
    }
    for tie in picture.countedTies {
      let (first, second) = (grouping.groupOf[tie.first], grouping.groupOf[tie.second])
      if first == second { groups[first].tiesWithin += 1 }
    }
    self.init(
      caption: picture.caption, groups: groups,
      links: Self.links(of: picture, between: grouping.groupOf), noun: picture.noun,
      groupNoun: picture.groupNoun, palette: picture.palette)
    uncounted = picture.uncounted
    tieNoun = picture.tieNoun
  }

  /// The ties between groups of a picture's nodes, in the order in which they come.
  ///
  /// A link that only unnamed nodes make counts none.
  static func links(of picture: SystemPicture, between groupOf: [Int]) -> [Link] {
    var links: [Link] = []
    var places: [[Int]: Int] = [:]
    for tie in picture.ties {
      let count = picture.isCounted(tie) ? 1 : 0
      let ends = [groupOf[tie.first], groupOf[tie.second]].sorted()
      if ends[0] == ends[1] { continue }
      if let place = places[ends] {
        links[place].ties += count
      } else {
        places[ends] = links.count
        links.append(Link(ends[0], ends[1], ties: count))
      }
    }
    return links
  }

  /// The picture, ready for a page.
  public func diagram() -> Diagram {
    let names = groups.map { group in
      group.name.map { DOTText($0).plain } ?? "\(groupNoun.one) not reported"
    }
    let looks = palette.styles(names: groups.map(\.name), sizes: groups.map(\.count))
    let scale = LinkScale(links)
    let chips = groups.indices.map { place in
      let counts = counts(of: groups[place])
      return Chip(
        label: names[place] + "\n" + counts, style: looks.styleOf[place],
        title: names[place] + ": " + counts.split(separator: "\n").joined(separator: ", "))
    }
    let ties = links.map { scale.tie($0, names: names) }
    // Nobody can tell whether a tie to those of no known group runs between two.
    let unknown = links.reduce(0) { sum, link in
      let isKnown = groups[link.first].name != nil && groups[link.second].name != nil
      return sum + (isKnown ? 0 : link.ties)
    }
    let between = links.reduce(0) { $0 + $1.ties } - unknown
    let within = groups.reduce(0) { $0 + $1.tiesWithin }
    let members = groups.reduce(0) { $0 + $1.count }
    let named = groups.count { $0.name != nil && ($0.count > 0 || !$0.hasUncounted) }
    let counted = [
      "\(noun.counted(members)) in \(groupNoun.counted(named))",
      "\(tieNoun.counted(between + unknown + within)), \(Noun.grouped(between)) between "
        + groupNoun.many
        + (unknown > 0
          ? ", \(Noun.grouped(unknown)) with a \(groupNoun.one) not reported" : ""),
    ]
    return Diagram(
      title: caption.title,
      facts: caption.facts(
        uncounted.map { (members > 0 ? counted : []) + ["unnamed \($0) not counted"] } ?? counted),
      notShown: caption.printableNotShown + ["single \(noun.many) and their ties"],
      summary: summary(names: names, between: between, within: within, unknown: unknown),
      notes: [],
      content: .network(
        NetworkContent(
          chips: chips, ties: ties, styles: looks.styles,
          isolatesTitle: "No tie to another \(groupNoun.one) reported", isSparse: true)),
      legend: scale.legend(groupNoun))
  }

  /// What stands below the name of a group, a line each.
  private func counts(of group: Group) -> String {
    guard group.count > 0 || !group.hasUncounted else { return "not counted" }
    return noun.counted(group.count) + "\n\(tieNoun.counted(group.tiesWithin)) within"
  }

  private func summary(names: [String], between: Int, within: Int, unknown: Int) -> String {
    let members = groups.indices.map { place in
      let isCounted = groups[place].count > 0 || !groups[place].hasUncounted
      return isCounted ? "\(names[place]) \(groups[place].count)" : names[place]
    }.joined(separator: ", ")
    let counted = links.filter { $0.ties > 0 }
    let strongest = counted.sorted {
      ($0.ties, $1.first, $1.second) > ($1.ties, $0.first, $0.second)
    }
    .prefix(5).map { "\(names[$0.first]) and \(names[$0.second]) \($0.ties)" }
    .joined(separator: ", ")
    var sentences = ["A map of \(groupNoun.counted(groups.count)): \(members)."]
    if uncounted == nil || groups.contains(where: { $0.count > 0 }) {
      sentences.append(
        "\(tieNoun.counted(between)) between them and \(within) within"
          + (unknown > 0 ? ", \(unknown) with a \(groupNoun.one) not reported." : "."))
    }
    if !counted.isEmpty { sentences.append("The most ties: \(strongest).") }
    if let uncounted {
      sentences.append("Unnamed \(uncounted) and their ties are not counted.")
    }
    return sentences.joined(separator: " ")
  }
}
