public import Graphs

/// The silos side by side: a box for each, its members inside, lines between boxes that are the
/// wider, the more ties there are, and those who tie several boxes marked.
///
/// The lines join boxes, not members: a room sees which silos meet and who makes them meet, where
/// single ties would pass behind the names.
public struct SiloPicture: Hashable, Sendable {
  /// What the boxes are.
  public enum Boxes: Hashable, Sendable {
    /// Groups that the ties show; members have the colours of their sectors.
    case silos
    /// The declared sectors; boxes have their colours.
    case sectors
  }

  /// The nodes and ties, and what stands around the picture.
  public var system: SystemPicture
  /// The box of each node.
  public var boxOf: [Int]
  /// The titles of the boxes.
  public var titles: [String]
  /// What the boxes are.
  public var boxes: Boxes
  /// What a box is called: groups are silos only where a test says so.
  public var boxNoun: Noun
  /// The box of those without a tie, which is no silo; `nil` if there is none.
  public var untiedBox: Int?

  /// Creates a picture of detected silos.
  ///
  /// - Parameters:
  ///   - system: The nodes and ties, and what stands around the picture.
  ///   - boxOf: The box of each node, counted from 0.
  ///   - titles: The titles of the boxes; missing ones are "Silo 1", "Silo 2", ….
  public init(system: SystemPicture, boxOf: [Int], titles: [String] = []) {
    self.system = system
    self.boxOf = system.nodes.indices.map { place in
      boxOf.indices.contains(place) ? max(0, boxOf[place]) : 0
    }
    let count = (self.boxOf.max() ?? -1) + 1
    self.titles = (0..<count).map { box in
      titles.indices.contains(box) ? titles[box] : "Silo \(box + 1)"
    }
    boxes = .silos
    boxNoun = .silo
  }

  /// Creates a picture in which the sectors are the boxes.
  public init(bySector system: SystemPicture) {
    let grouping = Grouping(nodes: system.nodes, palette: system.palette)
    self.system = system
    boxOf = grouping.groupOf
    titles = grouping.allNames.map { $0 ?? "\(system.groupNoun.one) not reported" }
    boxes = .sectors
    boxNoun = system.groupNoun
  }

  /// The picture, ready for a page.
  public func diagram() -> Diagram {
    let grouping = Grouping(nodes: system.nodes, palette: system.palette)
    var members: [[Int]] = titles.map { _ in [] }
    for (place, box) in boxOf.enumerated() where members.indices.contains(box) {
      members[box].append(place)
    }
    // Large boxes first: they pack better, and equal ones keep their order.
    let order = members.indices.filter { !members[$0].isEmpty }
      .sorted {
        if $0 == untiedBox || $1 == untiedBox { return $0 != untiedBox }
        return (members[$0].count, $1) > (members[$1].count, $0)
      }
    let boxCount = order.count { $0 != untiedBox }
    let links = SectorPicture.links(of: system, between: boxOf)
    let scale = LinkScale(links)
    let others = boxesReached
    let content = BoxContent(
      bands: order.isEmpty
        ? []
        : [
          BoxContent.Band(
            title: nil,
            boxes: order.map {
              box($0, members: members[$0], grouping: grouping, reached: others)
            })
        ],
      ties: lines(links, scale: scale, order: order),
      styles: boxes == .silos ? grouping.styles : [], isOrderFree: true, chipNoun: system.noun)
    let counted = system.countedTies
    let across = counted.count { boxOf[$0.first] != boxOf[$0.second] }
    let noun = boxNoun
    return Diagram(
      title: system.caption.title,
      facts: system.caption.facts(
        system.counted(
          membersInBoxes(boxCount),
          "\(system.tieNoun.counted(counted.count)), \(Noun.grouped(across)) between \(noun.many)")),
      notShown: system.caption.printableNotShown + linesNotShown,
      summary: summary(order: order, members: members, across: across), notes: [],
      simpler: [quotient()], content: .boxes(content),
      legend: legend(
        grouping, scale: scale, marks: content.bands.flatMap(\.boxes).flatMap(\.chips)))
  }

  /// How many stand in the boxes, and how many in none because they have no tie.
  private func membersInBoxes(_ boxCount: Int) -> String {
    let untied = system.nodes.indices.count {
      boxOf[$0] == untiedBox && system.nodes[$0].standsFor == nil
    }
    let text =
      "\(system.noun.counted(system.countedNodes - untied)) in \(boxNoun.counted(boxCount))"
    return untied > 0 ? text + ", \(Noun.grouped(untied)) without a reported tie" : text
  }

  /// That lines within boxes are left out, if there are any.
  private var linesNotShown: [String] {
    guard system.ties.contains(where: { boxOf[$0.first] == boxOf[$0.second] }) else { return [] }
    return system.uncounted == nil
      ? ["lines within a \(boxNoun.one); its title counts them"]
      : ["lines within a \(boxNoun.one); its title counts those between named \(system.noun.many)"]
  }

  /// How many other boxes each node has ties to; none for nodes that are not counted.
  private var boxesReached: [Int] {
    var reached: [Set<Int>] = system.nodes.map { _ in [] }
    for tie in system.countedTies where boxOf[tie.first] != boxOf[tie.second] {
      reached[tie.first].insert(boxOf[tie.second])
      reached[tie.second].insert(boxOf[tie.first])
    }
    return reached.map(\.count)
  }

  /// Whether the heavy border is for those whom somebody asked for, and not for those who reach
  /// several boxes.
  private var isHighlighting: Bool { system.nodes.contains(where: \.isHighlighted) }

  private func box(
    _ number: Int, members: [Int], grouping: Grouping, reached: [Int]
  ) -> BoxContent.Box {
    let chips = members.map { place in
      let label = DOTText(system.nodes[place].label).plain
      let group = system.nodes[place].group.map { DOTText($0).plain }
      let title = group.map { "\(label) (\($0))" } ?? label
      let others = reached[place] == 1 ? boxNoun.one : boxNoun.many
      return Chip(
        label: label, style: boxes == .silos ? grouping.styleOf[place] : nil,
        isMarked: isHighlighting ? system.nodes[place].isHighlighted : reached[place] > 1,
        isCounted: system.nodes[place].standsFor == nil,
        title: reached[place] > 0 ? "\(title), tied to \(reached[place]) other \(others)" : title,
        element: system.nodes[place].element)
    }
    var tone = Palette.Tone(fill: .panel, dark: .quietInk)
    if boxes == .sectors, let member = members.first, let style = grouping.styleOf[member] {
      tone = grouping.styles[style].tone
    }
    return BoxContent.Box(
      title: DOTText(titles[number]).plain + counts(of: number, members: members), chips: chips,
      tone: tone, isDashed: number == untiedBox)
  }

  /// What the title of a box counts, in brackets; nothing where nobody in it is named.
  private func counts(of number: Int, members: [Int]) -> String {
    let named = members.count { system.nodes[$0].standsFor == nil }
    guard named > 0 else { return "" }
    var counts = named < members.count ? "\(named) named" : "\(named)"
    let within = system.countedTies.count {
      boxOf[$0.first] == number && boxOf[$0.second] == number
    }
    if within > 0 { counts += ", \(system.tieNoun.counted(within)) within" }
    return " (\(counts))"
  }

  private func lines(
    _ links: [SectorPicture.Link], scale: LinkScale, order: [Int]
  ) -> [Tie] {
    let names = titles.map { DOTText($0).plain }
    var placeOf: [Int: Int] = [:]
    for (place, box) in order.enumerated() { placeOf[box] = place }
    return links.compactMap { link in
      guard let first = placeOf[link.first], let second = placeOf[link.second] else { return nil }
      var tie = scale.tie(link, names: names)
      (tie.first, tie.second) = (first, second)
      return tie
    }
  }

  private func legend(_ grouping: Grouping, scale: LinkScale, marks: [Chip]) -> [LegendEntry] {
    var legend = boxes == .silos ? grouping.legend : []
    legend += scale.legend(boxNoun)
    if isHighlighting {
      legend.append(.highlighted)
    } else if marks.contains(where: \.isMarked) {
      legend.append(
        LegendEntry(
          sample: .outline(Sheet.Outline(fill: .paper, stroke: .ink, width: 1.7), text: ""),
          text: "tied to 2 or more other \(boxNoun.many)"))
    }
    return legend
  }

  private func summary(order: [Int], members: [[Int]], across: Int) -> String {
    let list = order.map { box in
      let named = members[box].count { system.nodes[$0].standsFor == nil }
      let title = DOTText(titles[box]).plain
      return named > 0 ? "\(title) \(named)" : title
    }.joined(separator: ", ")
    let boxCount = order.count { $0 != untiedBox }
    var sentences = [
      "\(system.membersInWords.capitalizedFirst) in \(boxNoun.counted(boxCount)): \(list)."
    ]
    if system.countedNodes > 0 || system.uncounted == nil {
      sentences.append(
        "\(system.tieNoun.counted(system.countedTies.count)), \(across) of them between \(boxNoun.many)."
      )
    }
    return (sentences + system.uncountedSentences).joined(separator: " ")
  }

  /// The boxes alone.
  func quotient() -> Diagram {
    var picture = system
    for place in picture.nodes.indices { picture.nodes[place].group = titles[boxOf[place]] }
    picture.groupNoun = boxNoun
    return SectorPicture(picture).diagram()
  }
}

extension SiloPicture {
  /// Creates a picture of the groups of a partition.
  public init(system: SystemPicture, partition: Partition, titles: [String] = []) {
    self.init(system: system, boxOf: partition.groups, titles: titles)
  }
}
