import Graphs
import Insights
import SystemMaps

// The declared sectors beside the groups that the ties show.
extension ReportPage {
  func beside(_ sectors: SectorComparison) -> HTML {
    let sentences = [
      sectors.agreement?.sentence(against: sectors.attribute.text), sectors.sentence,
      sectors.levels?.sentence,
    ].compactMap(\.self)
    return """
      <h3>Beside the declared \(plural(of: sectors.attribute))</h3>
      \(sentences.map(HTML.paragraph))\(figure("sectors"))\(own(sectors))\
      \(HTML.details("Who is tied to whom", "\(between(sectors))\(rungs(sectors))"))\
      \(HTML.details("Groups beside \(plural(of: sectors.attribute))", crossing(sectors)))\
      \(HTML.definitions(SiloDefinition.sectors))
      """
  }

  private func own(_ sectors: SectorComparison) -> HTML {
    HTML.table(
      caption: "Ties of each \(sectors.attribute.text.lowercased())",
      columns: [
        .text(sectors.attribute.text), .figure("Members"), .figure("Ties within"),
        .figure("Ties across"), .figure("E-I index"), .figure("Expected"), .figure("p inward"),
        .figure("Homophily"),
      ],
      rows: sectors.sectors.map {
        [
          $0.name, String($0.elements), String($0.tiesWithin), String($0.tiesAcross),
          FigureText.short($0.outward.index), FigureText.short($0.outward.expected),
          FigureText.probability($0.outward.pInward), FigureText.short($0.homophily),
        ]
      })
  }

  private func between(_ sectors: SectorComparison) -> HTML {
    func cell(_ block: BlockTies.Block) -> String {
      guard block.pairs > 0 else { return "–" }
      guard block.observedPairs > 0 else { return "\(block.ties), unknown" }
      return "\(block.ties) (\(FigureText.percent(block.observedDensity)))"
    }
    return HTML.table(
      caption: "Ties between \(plural(of: sectors.attribute)), each tie once, and the share of "
        + "the observed pairs that have one",
      columns: [.text("")] + sectors.sectors.map { .figure($0.name) },
      rows: zip(sectors.sectors, sectors.blocks.blocks).map { sector, blocks in
        [sector.name] + blocks.map(cell)
      })
  }

  private func rungs(_ sectors: SectorComparison) -> HTML {
    guard let levels = sectors.levels else { return .empty }
    let unknown =
      levels.unknownWithin + levels.unknownAcross > 0
      ? [["not known", String(levels.unknownWithin), String(levels.unknownAcross)]] : []
    return HTML.table(
      caption: "On which rung of the ladder ties stand",
      columns: [
        .text("Level"), .figure("Inside a \(sectors.attribute.text.lowercased())"),
        .figure("Across"),
      ],
      rows: levels.rungs.map { rung in
        [
          rung.word.map { "\(rung.level) \($0)" } ?? String(rung.level), String(rung.within),
          String(rung.across),
        ]
      } + unknown)
  }

  /// How many of each sector are in each group, and who is not where most of their own are.
  private func crossing(_ sectors: SectorComparison) -> HTML {
    guard let agreement = sectors.agreement else { return .empty }
    let matrix = HTML.table(
      caption: "Members of each group by \(sectors.attribute.text.lowercased())",
      columns: [.text("Group")] + sectors.sectors.map { .figure($0.name) },
      rows: agreement.counts.enumerated().map { place, counts in
        ["\(place + 1)"] + counts.map { $0 == 0 ? "" : String($0) }
      })
    guard !sectors.misplaced.isEmpty else { return matrix }
    let elsewhere = HTML.table(
      caption: "In another group than most of their \(sectors.attribute.text.lowercased())",
      columns: [
        .text("Name"), .text(sectors.attribute.text), .figure("Group"),
        .figure("Most of its own are in"),
      ],
      rows: sectors.misplaced.map {
        [report.label(of: $0.element), $0.sector, String($0.group), String($0.mainGroup)]
      })
    return "\(matrix)\(elsewhere)"
  }
}
