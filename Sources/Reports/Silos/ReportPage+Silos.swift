import Graphs
import Insights
import SystemMaps

// The part of the page that tells which groups the ties show, and how sure that is.
extension ReportPage {
  private var found: Silos { report.silos.silos }

  var silos: Section? {
    guard report.network.graph.edgeCount > 0 else { return nil }
    let isFull = report.purpose == .full
    let sentence = isFull ? found.sentence : found.plainSentence
    let sure = isFull ? [found.stabilitySentence, found.resolutionSentence] : []
    var content: HTML = """
      <p>\(sentence)</p>
      \(sure.compactMap(\.self).map(HTML.paragraph))\(figure("silos"))\(HTML.details("The groups as a table", groups))
      """
    if isFull {
      content = "\(content)\(levels)\(HTML.definitions(SiloDefinition.groups))"
      if let sectors = found.sectors, sectors.sectors.count > 1 {
        content = "\(content)\(beside(sectors))"
      }
    }
    return Section(id: "silos", title: "Groups that the ties show", content: content)
  }

  private var groups: HTML {
    let isFull = report.purpose == .full
    let sure = found.elements.indices.reduce(into: [Int: [Double]]()) { values, place in
      guard let group = found.groupNumbers[place], let value = found.confidence[place] else {
        return
      }
      values[group, default: []].append(value)
    }
    return HTML.table(
      caption: "Groups that the ties show",
      columns: [
        .figure("Group"), .figure("Members"), .figure("Ties within"), .figure("Ties across"),
      ] + (isFull ? [.figure("Least sure member")] : []) + [.text("Who")],
      rows: found.groups.map { group in
        let names = group.members.map(report.label(of:))
        let more = names.count > 60 ? ["and \(names.count - 60) more"] : []
        return [
          String(group.number), String(group.members.count), String(group.tiesWithin),
          String(group.tiesAcross),
        ] + (isFull ? [FigureText.percent(sure[group.number]?.min())] : [])
          + [(names.prefix(60) + more).joined(separator: ", ")]
      })
  }

  /// Workers, organizations and places side by side.
  private var levels: HTML {
    let levels = report.silos.study.levels
    guard levels.contains(where: { $0.ties > 0 }) else { return .empty }
    let table = HTML.table(
      caption: "The same search at each level of the system",
      columns: [
        .text("Among"), .figure("Elements"), .figure("Ties"), .figure("Groups"),
        .figure("Modularity"), .figure("p"), .text("Verdict"),
      ],
      rows: levels.map { level in
        [
          "\(level.level.rawValue)s", String(level.elements), String(level.ties),
          String(level.silos.groups.count), FigureText.short(level.silos.modularity),
          FigureText.probability(level.silos.significance?.p),
          level.absence ?? verdict(level.silos),
        ]
      })
    return "<h3>At each level</h3>\n\(table)"
  }

  private func verdict(_ silos: Silos) -> String {
    switch silos.verdict {
    case .silos: "more grouped than chance would give"
    case .noMoreThanChance: "no more grouped than chance would give"
    case .oneGroup: "one group"
    case .noTies: "no ties"
    }
  }
}
