import Insights
import SystemMaps

/// The report on journeys as one web page that needs nothing beside it.
struct JourneyMapPage {
  let report: JourneyMapReport
  let figures: [ReportFigure]
  let fileNames: [String]

  var names: JourneyNames { JourneyNames(of: report.map, for: report.audience) }

  private var title: String { report.audience == .team ? report.map.title : "A family's journey" }

  /// The page, from the first byte to the last.
  var markup: String {
    HTML.page(
      title: title, stamp: "Map of \(report.map.dateText) · for \(report.audience.rawValue)",
      sections: sections, footer: "Made with Sightline from the steps as reported. \(note)",
      style: JourneyMapReport.style
    ).markup
  }

  private var note: String {
    switch (report.audience, report.shared?.consent) {
    case (.team, .given(let note)?): "For the team. The family agreed: \(note)."
    case (.team, _): "For the team: the family has not agreed that others may see it."
    case (_, .given(let note)?): "Shown by the family's consent: \(names.text(note))."
    case (_, _): "No single family is told of."
    }
  }

  private var sections: [ReportPage.Section] {
    let all: [ReportPage.Section?] = [
      report.shared.flatMap { barriers(of: $0.journey) },
      report.shared.map { glance(of: $0.journey) },
      picture(.journey, "Step by step"), picture(.ecomap, "Who is around the family"),
      picture(.careTeam, "Who works with whom"),
      report.shared.flatMap { askedAgain(of: $0.journey) },
      report.shared.flatMap { ends(of: $0.journey) },
      picture(.flow, "The ways of many families"),
    ]
    return (all + (report.families.map(families) ?? []) + [files]).compactMap(\.self)
  }

  private func picture(_ view: JourneyDiagram, _ title: String) -> ReportPage.Section? {
    guard let figure = figures.first(where: { $0.view == view.rawValue }) else { return nil }
    return ReportPage.Section(id: view.rawValue, title: title, content: figure.markup)
  }

  /// First what nobody has taken on.
  private func barriers(of journey: CaseJourney) -> ReportPage.Section? {
    guard !journey.barriers.isEmpty else { return nil }
    let rows = journey.barriers.map { barrier -> [String] in
      let owner =
        switch barrier.ownership {
        case .nobody: "nobody"
        case .notKnown: "not reported"
        case .owned: owners(of: barrier)
        }
      return [
        names.name(of: barrier.element), owner, String(barrier.toldWorkers.count),
        barrier.toldOrganizations.map(names.name(of:)).joined(separator: ", "),
      ]
    }
    return ReportPage.Section(
      id: "barriers", title: "Whose job is it?",
      content: HTML.table(
        caption: "What got in the family's way, first what nobody has taken on",
        columns: [
          .text("Barrier"), .text("Whose job"), .figure("Workers told"), .text("Told at"),
        ], rows: rows))
  }

  private func owners(of barrier: CaseJourney.Barrier) -> String {
    let owners = barrier.owners.compactMap { owner in
      report.audience == .team ? names.name(of: owner) : names.organization(behind: owner)
    }
    return owners.isEmpty ? "somebody" : owners.joined(separator: ", ")
  }

  private func glance(of journey: CaseJourney) -> ReportPage.Section {
    let share = journey.handoffs.warmShare.map { FigureText.percent($0) } ?? "–"
    let density = journey.careTeam
    let figures: [(String, String)] = [
      ("Steps", String(journey.steps.count)), ("Workers", String(journey.workers.count)),
      ("Organizations", String(journey.organizations.count)),
      ("Keep a file", String(journey.burden.files)), ("Silos", String(journey.silos.count)),
      ("Warm hand-offs", share),
      ("Pairs who work together", "\(density.ties.count) of \(density.possible)"),
      ("Days in all", FigureText.short(journey.times.throughputDays)),
      ("The family's hours", FigureText.short(journey.burden.familyHours)),
    ]
    let entries = figures.map { name, value -> HTML in
      "<div><dt>\(name)</dt><dd>\(value)</dd></div>\n"
    }
    return ReportPage.Section(
      id: "glance", title: "At a glance", content: "<dl class=\"glance\">\(entries)</dl>\n")
  }

  private func askedAgain(of journey: CaseJourney) -> ReportPage.Section? {
    guard !journey.askedAgain.isEmpty else { return nil }
    return ReportPage.Section(
      id: "again", title: "Asked again",
      content: HTML.table(
        caption: "What more than one organization asked the family for",
        columns: [.text("What"), .figure("Times"), .figure("Organizations"), .text("Which")],
        rows: journey.askedAgain.map { item in
          [
            names.text(item.item), String(item.times), String(item.organizations.count),
            item.organizations.map(names.name(of:)).joined(separator: ", "),
          ]
        }))
  }

  private func ends(of journey: CaseJourney) -> ReportPage.Section? {
    func row(_ referral: CaseJourney.Referral, _ outcome: String) -> [String] {
      [
        String(referral.step), referral.from.map(names.name(of:)) ?? "not reported",
        names.name(of: referral.to), outcome,
      ]
    }
    let rows =
      journey.deadEnds.map { row($0, "never arrived, though there was time") }
      + journey.openEnds.map { row($0, "not arrived yet, or nobody can tell") }
    guard !rows.isEmpty else { return nil }
    return ReportPage.Section(
      id: "ends", title: "Where the way ended",
      content: HTML.table(
        caption: "Referrals without an answer",
        columns: [.text("Step"), .text("From"), .text("To"), .text("What came of it")],
        rows: rows))
  }

  private var files: ReportPage.Section? {
    guard !fileNames.isEmpty else { return nil }
    let items = fileNames.map { name -> HTML in "<li><a href=\"\(name)\">\(name)</a></li>\n" }
    return ReportPage.Section(
      id: "files", title: "Files beside this page", content: "<ul>\(items)</ul>\n")
  }
}
