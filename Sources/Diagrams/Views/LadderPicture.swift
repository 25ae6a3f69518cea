/// How closely they work together: the same ties as in the system picture, the darker and wider,
/// the higher they stand on the ladder of working ties.
public struct LadderPicture: Hashable, Sendable {
  /// The nodes and ties, and what stands around the picture.
  public var system: SystemPicture
  /// The rung of each tie, 1 to 4; `nil` where none was reported.
  public var levels: [Int?]
  /// The words of the rungs, from 1 to 4.
  public var rungs: [String]

  /// Creates a picture.
  ///
  /// - Parameters:
  ///   - system: The nodes and ties.
  ///   - levels: The rung of each tie; others than 1 to 4 count as not reported.
  ///   - rungs: The words of the rungs, the lowest first.
  public init(system: SystemPicture, levels: [Int?], rungs: [String]) {
    self.system = system
    self.rungs = rungs
    self.levels = system.ties.indices.map { place in
      let level = levels.indices.contains(place) ? levels[place] : nil
      return level.flatMap { rungs.indices.contains($0 - 1) ? $0 : nil }
    }
  }

  /// The picture, ready for a page.
  public func diagram() -> Diagram {
    var diagram = system.diagram()
    guard system.nodes.count <= SystemPicture.mostNodes,
      case .network(var content) = diagram.content
    else { return diagram }
    for place in content.ties.indices {
      content.ties[place].style = .rung(levels[place])
      let word = levels[place].map { DOTText(rungs[$0 - 1]).plain } ?? "level not reported"
      content.ties[place].title = content.ties[place].title.map { "\($0): \(word)" }
    }
    diagram.content = .network(content)
    let sibling = diagram
    diagram.legend = legend
    diagram.sharePlaces(with: sibling)
    diagram.summary += " " + summary
    return diagram
  }

  private var legend: [LegendEntry] {
    Grouping(nodes: system.nodes, palette: system.palette).legend + rungLegend
      + system.highlightLegend
  }

  private func count(_ level: Int?) -> Int {
    zip(system.ties, levels).count { system.isCounted($0) && $1 == level }
  }

  /// The highest rung first, as on a ladder; a rung that no tie stands on is named too.
  private var rungLegend: [LegendEntry] {
    guard !system.ties.isEmpty else { return [] }
    var legend = rungs.indices.reversed().map { rung in
      LegendEntry(
        sample: .line(.rung(rung + 1)),
        text: "\(rung + 1) \(DOTText(rungs[rung]).plain) (\(Noun.grouped(count(rung + 1))))")
    }
    if levels.contains(nil) {
      legend.append(
        LegendEntry(
          sample: .line(.rung(nil)), text: "level not reported (\(Noun.grouped(count(nil))))"))
    }
    return legend
  }

  private var summary: String {
    var parts = rungs.indices.reversed().map { rung in
      "\(DOTText(rungs[rung]).plain) \(count(rung + 1))"
    }
    if levels.contains(nil) { parts.append("level not reported \(count(nil))") }
    return "By level: \(parts.joined(separator: ", "))."
  }
}

extension LineStyle {
  /// A tie on a rung of the ladder, 1 to 4; dashed where the rung is not known.
  ///
  /// The lowest is dotted: beside the next one a thinner line alone could not be told in print.
  fileprivate static func rung(_ level: Int?) -> LineStyle {
    switch level {
    case 4: LineStyle(stroke: .ink, width: 3.4)
    case 3: LineStyle(stroke: .strongLine, width: 2)
    case 2: LineStyle(stroke: .faintLine, width: 1)
    case 1: LineStyle(stroke: .faintLine, width: 0.9, pattern: .dotted)
    default: LineStyle(stroke: .faintLine, width: 0.7, pattern: .dashed)
    }
  }
}
