import Insights
import SystemMaps

/// The figures of one table against a population, with what would be expected of the others beside.
struct FigureTable {
  let figures: TableComparison
  let beside: [TableComparison]

  init(_ figures: TableComparison, beside: [TableComparison]) {
    self.figures = figures
    self.beside = beside
  }

  var markup: HTML {
    let isCrossed = figures.groups.contains { $0.marginRatio != nil }
    return HTML.table(
      caption:
        "\(figures.seats) seats, \(figures.composition.unknown) unknown, "
        + "\(figures.composition.preferNotToSay) prefer not to say; \(figures.population.citation)"
        + (figures.composition.basis == .anonymousCounts ? "; counted anonymously" : ""),
      columns: [.text("Group"), .figure("Seats"), .figure("Expected")]
        + beside.map { .figure("of \($0.population.name)") }
        + [.figure("Seat gap"), .figure("Ratio")]
        + (isCrossed ? [.figure("by its two groups")] : [])
        + [
          "p (exact)", "p (Holm)", "Webster", "Hamilton", "Share", "Wilson 95 %",
          "Clopper–Pearson 95 %",
        ].map { .figure($0) },
      rows: figures.groups.map { group in
        [group.group, String(group.seats), FigureText.fixed(group.expected, digits: 1)]
          + beside.map { expected(group.group, in: $0) }
          + [signed(group.seatGap), FigureText.short(group.ratio)]
          + (isCrossed ? [FigureText.short(group.marginRatio)] : [])
          + [
            FigureText.probability(group.p), FigureText.probability(group.pHolm),
            group.webster.map(String.init) ?? "–", group.hamilton.map(String.init) ?? "–",
            FigureText.percent(group.share), interval(group.wilson),
            interval(group.clopperPearson),
          ]
      })
  }

  private func expected(_ group: String, in other: TableComparison) -> String {
    other.groups.first { $0.group == group }.map { FigureText.fixed($0.expected, digits: 1) } ?? "–"
  }

  private func interval(_ interval: ConfidenceInterval?) -> String {
    interval.map { "\(FigureText.percent($0.lower)) to \(FigureText.percent($0.upper))" } ?? "–"
  }

  private func signed(_ gap: Double) -> String {
    let text = FigureText.fixed(gap, digits: 1)
    return gap > 0 && text != "0.0" ? "+" + text : text
  }
}
