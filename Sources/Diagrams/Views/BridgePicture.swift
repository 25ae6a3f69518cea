/// Who joins silos: each silo as one box, and between the boxes those who have ties to several.
///
/// Nobody is ranked: all names are of one size, in places that come from the ties alone.
public struct BridgePicture: Hashable, Sendable {
  /// The silos with their members.
  public var silos: SiloPicture

  /// The most names that are drawn while all who have a tie to another silo are.
  public static let mostNames = 18

  /// Creates a picture.
  public init(_ silos: SiloPicture) { self.silos = silos }

  private var system: SystemPicture { silos.system }

  /// The picture, ready for a page.
  public func diagram() -> Diagram {
    let groups = Grouping(nodes: system.nodes, palette: system.palette)
    let reach = reach
    let all = system.nodes.indices.filter { node in
      system.nodes[node].standsFor == nil && reach[node].keys.contains { $0 != silos.boxOf[node] }
    }
    let shown = all.count > Self.mostNames ? needed(among: all, reach: reach) : all
    let boxes = silos.titles.indices.filter { $0 != silos.untiedBox && !members(of: $0).isEmpty }
    var chips = boxes.map { box in
      Chip(
        label: words(for: box, groups: groups), style: nil, scale: 1.12, isMarked: true,
        title: "\(DOTText(silos.titles[box]).plain): \(members(of: box).count)")
    }
    chips += shown.map { node in
      let label = DOTText(system.nodes[node].label).plain
      let others = reach[node].keys.count { $0 != silos.boxOf[node] }
      let noun = others == 1 ? silos.boxNoun.one : silos.boxNoun.many
      return Chip(
        label: label, style: groups.styleOf[node], isMarked: system.nodes[node].isHighlighted,
        title: "\(label), tied to \(others) other \(noun)")
    }
    let ties = shown.enumerated().flatMap { rank, node in
      lines(of: node, chip: boxes.count + rank, boxes: boxes, reach: reach[node], chips: chips)
    }
    let content = NetworkContent(
      chips: chips, ties: ties, styles: groups.styles,
      isolatesTitle: "No tie to another \(silos.boxNoun.one)")
    let joined = all.count == 1 ? "joins" : "join"
    return Diagram(
      title: system.caption.title,
      facts: system.caption.facts([
        "\(system.noun.counted(all.count)) \(joined) \(silos.boxNoun.counted(boxes.count))"
      ]),
      notShown: system.caption.printableNotShown + notShown(all.count - shown.count),
      summary: summary(shown, reach: reach), notes: [], simpler: [silos.quotient()],
      content: .network(content),
      legend: legend(groups, shown: shown))
  }

  /// How many ties each node has to each box.
  private var reach: [[Int: Int]] {
    var reach: [[Int: Int]] = system.nodes.map { _ in [:] }
    for tie in system.countedTies {
      reach[tie.first][silos.boxOf[tie.second], default: 0] += 1
      reach[tie.second][silos.boxOf[tie.first], default: 0] += 1
    }
    return reach
  }

  private func members(of box: Int) -> [Int] {
    system.nodes.indices.filter { silos.boxOf[$0] == box && system.nodes[$0].standsFor == nil }
  }

  /// Those with ties to two other silos or more, and those without whom two silos have no tie.
  private func needed(among all: [Int], reach: [[Int: Int]]) -> [Int] {
    var ends: [[Int]: Set<Int>] = [:]
    var links: [[Int]: Int] = [:]
    for tie in system.countedTies {
      let pair = [silos.boxOf[tie.first], silos.boxOf[tie.second]].sorted()
      guard pair[0] != pair[1] else { continue }
      links[pair, default: 0] += 1
      ends[pair, default: []].formUnion([tie.first, tie.second])
    }
    let only = links.filter { $0.value == 1 }.keys.reduce(into: Set<Int>()) { found, pair in
      found.formUnion(ends[pair] ?? [])
    }
    return all.filter { node in
      reach[node].keys.count { $0 != silos.boxOf[node] } > 1 || only.contains(node)
    }
  }

  /// The title of a silo, its size, and the sector that most of it is of.
  private func words(for box: Int, groups: Grouping) -> String {
    let members = members(of: box)
    var lines = [DOTText(silos.titles[box]).plain, system.noun.counted(members.count)]
    var sizes: [Int: Int] = [:]
    for member in members { sizes[groups.groupOf[member], default: 0] += 1 }
    let most = sizes.max { ($0.value, $1.key) < ($1.value, $0.key) }
    if let most, most.value * 2 > members.count, let name = groups.allNames[most.key] {
      lines.append(most.value == members.count ? "all \(name)" : "mostly \(name)")
    }
    return lines.joined(separator: "\n")
  }

  private func lines(
    of node: Int, chip: Int, boxes: [Int], reach: [Int: Int], chips: [Chip]
  ) -> [Tie] {
    let own = silos.boxOf[node]
    return boxes.enumerated().compactMap { place, box in
      let count = reach[box] ?? 0
      guard count > 0 || box == own else { return nil }
      let title = DOTText(silos.titles[box]).plain
      if box == own {
        return Tie(
          first: place, second: chip, style: .belonging,
          title: "\(chips[chip].label) is in \(title)")
      }
      return Tie(
        first: place, second: chip, style: .bridging,
        title: "\(chips[chip].label) has ties to \(title)")
    }
  }

  private func notShown(_ count: Int) -> [String] {
    guard count > 0 else { return ["ties within a \(silos.boxNoun.one)"] }
    let noun = count == 1 ? system.noun.one : system.noun.many
    return [
      "ties within a \(silos.boxNoun.one)",
      "\(count) more \(noun) with ties to one other \(silos.boxNoun.one)",
    ]
  }

  private func legend(_ groups: Grouping, shown: [Int]) -> [LegendEntry] {
    let used = Set(shown.compactMap { groups.styleOf[$0] })
    var legend = groups.styles.indices.filter(used.contains).map {
      LegendEntry(sample: .group(groups.styles[$0]), text: groups.styles[$0].name)
    }
    guard !shown.isEmpty else { return legend }
    legend.append(
      LegendEntry(sample: .line(.belonging), text: "belongs to the \(silos.boxNoun.one)"))
    legend.append(
      LegendEntry(
        sample: .line(.bridging), text: "has ties to another \(silos.boxNoun.one)"))
    let isAnyHighlighted = shown.contains { system.nodes[$0].isHighlighted }
    return legend + (isAnyHighlighted ? [.highlighted] : [])
  }

  private func summary(_ shown: [Int], reach: [[Int: Int]]) -> String {
    guard !shown.isEmpty else { return "Nobody has a tie to another \(silos.boxNoun.one)." }
    let list = shown.map { node in
      let boxes = reach[node].keys.filter { $0 != silos.boxOf[node] }.sorted()
      let names = boxes.map { DOTText(silos.titles[$0]).plain }.joined(separator: ", ")
      let own = DOTText(silos.titles[silos.boxOf[node]]).plain
      return "\(DOTText(system.nodes[node].label).plain) (\(own)) to \(names)"
    }
    return "Who has ties to several \(silos.boxNoun.many): \(list.joined(separator: "; "))."
  }
}

extension LineStyle {
  /// From a member to its own silo.
  fileprivate static let belonging = LineStyle(stroke: .faintLine, width: 0.8, pattern: .dashed)

  /// From a member to another silo; of one width, since numbers of ties would rank the members.
  fileprivate static let bridging = LineStyle(stroke: .strongLine, width: 1.5)
}
