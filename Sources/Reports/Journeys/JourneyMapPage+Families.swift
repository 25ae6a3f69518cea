import Insights
import SystemMaps

extension JourneyMapPage {
  /// What many families' journeys show together.
  func families(_ journeys: Journeys) -> [ReportPage.Section] {
    let all: [ReportPage.Section?] = [
      lead(of: journeys), introductions(of: journeys), handovers(of: journeys),
      losses(of: journeys), routes(of: journeys),
    ]
    return all.compactMap(\.self)
  }

  private func label(_ id: ElementID, in journeys: Journeys) -> String {
    report.map[id] == nil ? journeys.label(of: id) : names.name(of: id)
  }

  private func lead(of journeys: Journeys) -> ReportPage.Section {
    let threshold = journeys.suppressed.threshold
    let families = journeys.cases.map(String.init) ?? "fewer than \(threshold)"
    let left = journeys.suppressed
    let hidden = left.directlyFollows + left.handovers + left.siloHandovers + left.routes
    let note =
      threshold > 1
      ? "Whatever concerns fewer than \(threshold) families is left out: \(hidden) rows. "
        + "Numbers are of different families."
      : "Numbers are of different families."
    return ReportPage.Section(
      id: "families", title: "Many families together",
      content: "<p>\(families) families. \(note)</p>\n")
  }

  /// First what an introduction would mend.
  private func introductions(of journeys: Journeys) -> ReportPage.Section? {
    let gaps = journeys.sharedFamilies.filter { $0.tie == .noneReported }
    guard !gaps.isEmpty else { return nil }
    return ReportPage.Section(
      id: "introductions", title: "Introductions that families would feel",
      content: HTML.table(
        caption: "Organizations that serve the same families and have no tie, as reported",
        columns: [.text("One"), .text("Other"), .figure("Families of both")],
        rows: gaps.map { gap in
          [
            label(gap.first, in: journeys), label(gap.second, in: journeys),
            gap.families.map(String.init) ?? "–",
          ]
        }))
  }

  private func handovers(of journeys: Journeys) -> ReportPage.Section? {
    let flows = journeys.handovers.filter { $0.from != $0.to }
    guard !flows.isEmpty else { return nil }
    return ReportPage.Section(
      id: "handovers", title: "Where families go next",
      content: HTML.table(
        caption: "From one organization to the next, with the days in between",
        columns: [
          .text("From"), .text("To"), .figure("Families"), .figure("Median days"),
          .figure("Middle half"),
        ],
        rows: flows.map { flow in
          [
            label(flow.from, in: journeys), label(flow.to, in: journeys), String(flow.families),
            FigureText.short(flow.waits?.median),
            flow.waits.map {
              "\(FigureText.short($0.lowerQuartile))–\(FigureText.short($0.upperQuartile))"
            } ?? "–",
          ]
        }))
  }

  private func losses(of journeys: Journeys) -> ReportPage.Section? {
    guard !journeys.losses.isEmpty else { return nil }
    return ReportPage.Section(
      id: "losses", title: "Where families are lost",
      content: HTML.table(
        caption: "Families who were sent on, and are not known to have arrived in time",
        columns: [.text("From"), .text("To"), .figure("Sent"), .figure("Not arrived")],
        rows: journeys.losses.map { loss in
          [
            loss.from.map { label($0, in: journeys) } ?? "not reported",
            label(loss.to, in: journeys), String(loss.sent), String(loss.lost),
          ]
        }))
  }

  private func routes(of journeys: Journeys) -> ReportPage.Section? {
    guard !journeys.routes.isEmpty else { return nil }
    return ReportPage.Section(
      id: "routes", title: "Common routes",
      content: HTML.table(
        caption: "The ways through organizations that most families went",
        columns: [.text("Route"), .figure("Families")],
        rows: journeys.routes.map { route in
          [
            route.organizations.map { label($0, in: journeys) }.joined(separator: " → "),
            String(route.families),
          ]
        }))
  }
}
