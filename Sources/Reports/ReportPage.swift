import Graphs
import Insights
import SystemMaps

/// The report as one web page that needs nothing beside it.
struct ReportPage {
  let report: MapReport
  let figures: [ReportFigure]
  /// The files that stand beside the page.
  let fileNames: [String]

  /// A part of the page.
  struct Section {
    let id: String
    let title: String
    let content: HTML
  }

  /// The page, from the first byte to the last.
  var markup: String {
    HTML.page(
      title: report.map.title, lead: lead, stamp: stamp, sections: sections,
      footer: "Made with Sightline from the map as reported. \(audienceNote)", style: Self.style
    ).markup
  }

  static let style = HTML(
    trusted: String(decoding: PackageResources.report_css, as: UTF8.self))

  private var lead: HTML {
    report.map.settings.purpose.map { purpose -> HTML in "<p class=\"lead\">\(purpose)</p>\n" }
      ?? .empty
  }

  private var stamp: String {
    "Map of \(report.map.dateText) · for \(report.audience.rawValue) · seed \(report.seed)"
  }

  private var audienceNote: String {
    switch report.audience {
    case .team: "For the team: it holds what others may not see."
    case .members:
      "For members: residents are not named, and confidential rows are left out. "
        + "Two publications of one map can tell more together than each alone."
    case .public:
      "For the public: only organizations and people who agreed are named. "
        + "Two publications of one map can tell more together than each alone."
    }
  }

  /// The parts in the order in which they are read.
  ///
  /// At a kickoff strengths first: what is there and who joins it, before what is missing. In full,
  /// who does not know whom leads: nothing else can be mended as soon.
  private var sections: [Section] {
    let all: [Section?] =
      switch report.purpose {
      case .kickoff:
        [glance, system, bridges, silos, introductions, tables, conditions, unknown, files]
      case .full:
        [
          introductions, glance, system, bridges, silos, tables, voice, conditions, measures,
          unknown, definitions, files,
        ]
      }
    return all.compactMap { $0 }
  }

  func figure(_ view: String) -> HTML {
    figures.first { $0.view == view }.map(\.markup) ?? .empty
  }

  private var files: Section? {
    guard !fileNames.isEmpty else { return nil }
    let items = fileNames.map { name -> HTML in "<li><a href=\"\(name)\">\(name)</a></li>\n" }
    return Section(
      id: "files", title: "Files beside this page", content: "<ul>\(items)</ul>\n")
  }
}

/// A diagram in the page, with its caption.
struct ReportFigure {
  /// The name of the view.
  let view: String
  /// The drawing.
  let svg: String
  /// What is drawn.
  let caption: String
  /// What the reader should know about it.
  let notes: [String]

  var markup: HTML {
    let notes = self.notes.map { note -> HTML in "<br>\(note)" }
    return """
      <figure>
      \(HTML(trusted: svg))
      <figcaption>\(caption)\(notes)</figcaption>
      </figure>

      """
  }
}
