/// How links between groups look: the wider, the more ties, with their number.
struct LinkScale {
  private let most: Double
  /// The fewest ties that get a number: where nearly all groups are tied, only the larger links
  /// have room for one.
  private let least: Int
  private let links: [SectorPicture.Link]

  /// The most links that all get a number.
  private static let mostNumbers = 28

  init(_ links: [SectorPicture.Link]) {
    self.links = links
    most = Double(max(1, links.map(\.ties).max() ?? 1))
    least =
      links.count > Self.mostNumbers
      ? max(1, links.map(\.ties).sorted(by: >)[Self.mostNumbers - 1]) : 1
  }

  private var isCrowded: Bool { links.count > Self.mostNumbers }

  /// A link as a line between two shapes.
  ///
  /// - Parameter names: What the groups are called, by their places.
  func tie(_ link: SectorPicture.Link, names: [String]) -> Tie {
    let share = (Double(link.ties) / most).squareRoot()
    return Tie(
      first: link.first, second: link.second,
      style: LineStyle(
        stroke: share > 0.6 ? .firmLine : .faintLine,
        width: isCrowded ? 0.6 + 3.4 * share : 0.8 + 5.2 * share,
        pattern: link.ties == 0 ? .dashed : .solid),
      label: link.ties >= least ? Noun.grouped(link.ties) : nil,
      title: "\(names[link.first]) – \(names[link.second]): "
        + (link.ties > 0 ? Noun.tie.counted(link.ties) : "not counted"))
  }

  /// What the lines mean.
  func legend(_ groupNoun: Noun) -> [LegendEntry] {
    var legend: [LegendEntry] = []
    if links.contains(where: { $0.ties > 0 }) {
      legend.append(
        LegendEntry(
          sample: .line(LineStyle(stroke: .firmLine, width: 4)),
          text: "number of ties between \(groupNoun.many)"
            + (least > 1 ? ", from \(least) on" : "")))
    }
    if links.contains(where: { $0.ties == 0 }) {
      legend.append(
        LegendEntry(
          sample: .line(LineStyle(stroke: .faintLine, width: 0.8, pattern: .dashed)),
          text: "ties that are not counted"))
    }
    return legend
  }
}
