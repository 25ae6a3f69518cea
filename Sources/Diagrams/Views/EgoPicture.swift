/// One element and those it is tied to, in one or two steps: a sheet for each who takes part.
///
///     let sheet = EgoPicture(of: system, focus: 0)
///     let drawing = try sheet.diagram().drawn(on: .a4)
///
/// The element stands in the middle. Around it lie those it has a tie with, sector by sector, and
/// outside them, smaller, those it can reach through them.
public struct EgoPicture: Hashable, Sendable {
  /// The nodes within reach and their ties; the element in the middle comes first.
  public internal(set) var system: SystemPicture
  /// How many steps each node is away from the middle.
  public let steps: [Int]
  /// How many more could be reached with one step more.
  public let beyond: Int

  /// The most steps that are drawn.
  public static let mostSteps = 2

  /// Takes what one node touches out of a picture.
  ///
  /// - Parameters:
  ///   - picture: Everyone; directions do not matter for who is reached.
  ///   - focus: The place of the node in the middle.
  ///   - steps: How far to go, 1 or 2.
  public init(of picture: SystemPicture, focus: Int, steps: Int = 1) {
    let farthest = min(max(steps, 1), Self.mostSteps)
    var distance: [Int?] = picture.nodes.map { _ in nil }
    if picture.nodes.indices.contains(focus) { distance[focus] = 0 }
    for step in 0...farthest {
      for tie in picture.ties {
        for (near, far) in [(tie.first, tie.second), (tie.second, tie.first)]
        where distance[near] == step && distance[far] == nil {
          distance[far] = step + 1
        }
      }
    }
    func place(at step: Int) -> [Int] { distance.indices.filter { distance[$0] == step } }
    let groups = Grouping(nodes: picture.nodes, palette: picture.palette)
    let rings = (1...farthest).map { step in
      // Sectors side by side, those of the largest first, everybody in the order of the map.
      place(at: step).sorted {
        (groups.styleOf[$0] ?? 0, $0) < (groups.styleOf[$1] ?? 0, $1)
      }
    }
    let kept = place(at: 0) + rings.joined()
    var placeOf: [Int: Int] = [:]
    for (new, old) in kept.enumerated() { placeOf[old] = new }
    var system = picture
    system.nodes = kept.map { picture.nodes[$0] }
    system.ties = picture.ties.compactMap { tie in
      guard let first = placeOf[tie.first], let second = placeOf[tie.second] else { return nil }
      // What lies between those two steps away is not about the one in the middle.
      guard distance[tie.first] != 2 || distance[tie.second] != 2 else { return nil }
      return SystemPicture.Tie(first, second)
    }
    self.system = system
    self.steps = kept.map { distance[$0] ?? 0 }
    beyond = place(at: farthest + 1).count { picture.nodes[$0].standsFor == nil }
  }

  /// The picture, ready for a page.
  public func diagram() -> Diagram {
    let groups = Grouping(nodes: system.nodes, palette: system.palette)
    let chips = system.nodes.enumerated().map { place, node in
      let label = DOTText(node.label).plain
      return Chip(
        label: label, style: groups.styleOf[place], scale: scale(of: place),
        isMarked: place == 0 || node.isHighlighted,
        title: node.group.map { "\(label) (\(DOTText($0).plain))" } ?? label)
    }
    let content = NetworkContent(
      chips: chips, ties: system.ties.map { drawn($0, chips: chips) }, styles: groups.styles,
      isolatesTitle: "", places: places(groups),
      freedoms: steps.map(freedom))
    return Diagram(
      title: system.caption.title, facts: system.caption.facts(counts(groups)),
      notShown: system.caption.printableNotShown + beyondNote,
      summary: summary(groups), notes: [], content: .network(content), legend: legend(groups))
  }

  private func scale(of place: Int) -> Double {
    switch steps[place] {
    case 0: 1.3
    case 1: 1
    default: 0.85
    }
  }

  private func drawn(_ tie: SystemPicture.Tie, chips: [Chip]) -> Tie {
    let nearest = min(steps[tie.first], steps[tie.second])
    let isOwn = nearest == 0
    let leadsOn = steps[tie.first] != steps[tie.second]
    return Tie(
      first: tie.first, second: tie.second,
      style: isOwn ? .own : leadsOn ? .within : .among, isDirected: system.isDirected,
      title: "\(chips[tie.first].label) \(system.isDirected ? "→" : "–") "
        + chips[tie.second].label)
  }

  /// Those with a tie lie on one ring, those behind them on another, near the ones they know.
  private func places(_ groups: Grouping) -> [Point] {
    let inner = steps.indices.filter { steps[$0] == 1 }
    let outer = steps.indices.filter { steps[$0] == 2 }
    var shares = steps.map { _ in 0.0 }
    for (rank, place) in inner.enumerated() {
      shares[place] = (Double(rank) + 0.5) / Double(inner.count)
    }
    let middle = Point(x: 0.5, y: 0.5)
    var places = steps.map { _ in middle }
    let innerSize = outer.isEmpty ? (inner.count > 6 ? 1 : 0.8) : 0.5
    for place in inner { places[place] = Ring.point(at: shares[place], size: innerSize) }
    var ways = steps.map { _ in Point.zero }
    for tie in system.ties {
      for (near, far) in [(tie.first, tie.second), (tie.second, tie.first)]
      where steps[near] == 1 && steps[far] == 2 {
        ways[far] = ways[far] + (places[near] - middle)
      }
    }
    for (place, share) in zip(outer, Ring.shares(along: outer.map { ways[$0] })) {
      places[place] = Ring.point(at: share, size: 1)
    }
    return places
  }

  /// The one in the middle stays there.
  ///
  /// Those around it keep to their ring where there are two, or where few ties among them could
  /// cross; else their ties decide.
  private func freedom(at step: Int) -> Untangling.Freedom {
    guard step > 0 else { return .none }
    return keepsToRings ? Untangling.Freedom(kind: step, region: nil) : .all
  }

  private var keepsToRings: Bool {
    if steps.contains(2) { return true }
    let among = system.ties.count { steps[$0.first] == 1 && steps[$0.second] == 1 }
    return among * 2 <= steps.count { $0 == 1 }
  }

  private func counts(_ groups: Grouping) -> [String] {
    let direct = system.nodes.indices.filter { steps[$0] == 1 && system.nodes[$0].standsFor == nil }
    let sectors = Set(direct.map { groups.groupOf[$0] }.filter { groups.allNames[$0] != nil })
    var first = "tied to \(system.noun.counted(direct.count))"
    if groups.names.count > 1 { first += " in \(system.groupNoun.counted(sectors.count))" }
    let second = system.nodes.indices.count { steps[$0] == 2 && system.nodes[$0].standsFor == nil }
    var counts = [first]
    if steps.contains(2) { counts.append("\(Noun.grouped(second)) more within two steps") }
    if let uncounted = system.uncounted { counts.append("unnamed \(uncounted) not counted") }
    return counts
  }

  private var beyondNote: [String] {
    let reach = steps.contains(2) ? 3 : 2
    return (reach == 3 ? ["ties among those two steps away"] : [])
      + (beyond > 0 ? ["\(system.noun.counted(beyond)) \(reach) steps away"] : [])
  }

  private func legend(_ groups: Grouping) -> [LegendEntry] {
    var legend = groups.legend
    guard steps.count > 1 else { return legend }
    let name = system.nodes.first.map { DOTText($0.label).plain } ?? ""
    legend.append(
      LegendEntry(
        sample: .line(.own), text: name.count > 40 ? "its ties" : "ties of \(name)"))
    if steps.contains(2) {
      legend.append(LegendEntry(sample: .line(.within), text: "on to the second step"))
    }
    if system.ties.contains(where: { steps[$0.first] == 1 && steps[$0.second] == 1 }) {
      legend.append(LegendEntry(sample: .line(.among), text: "ties among those around it"))
    }
    return legend + system.highlightLegend
  }

  private func summary(_ groups: Grouping) -> String {
    guard let focus = system.nodes.first else { return "Nobody is shown." }
    func names(at step: Int) -> [String] {
      system.nodes.indices.filter { steps[$0] == step }.map {
        DOTText(system.nodes[$0].label).plain
      }
    }
    let direct = names(at: 1)
    var sentences = [
      direct.isEmpty
        ? "\(DOTText(focus.label).plain) has no tie as reported."
        : "\(DOTText(focus.label).plain) is tied to \(direct.joined(separator: ", "))."
    ]
    let second = names(at: 2)
    if !second.isEmpty {
      sentences.append("Through them it reaches \(second.joined(separator: ", ")).")
    }
    return (sentences + system.uncountedSentences).joined(separator: " ")
  }
}

extension LineStyle {
  /// A tie of the element in the middle.
  fileprivate static let own = LineStyle(stroke: .strongLine, width: 2.2)
  /// Between two of the same ring.
  fileprivate static let among = LineStyle(stroke: .faintLine, width: 0.6, pattern: .dashed)
}
