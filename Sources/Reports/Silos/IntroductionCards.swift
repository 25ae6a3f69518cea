import Insights
import SystemMaps

/// Introductions worth making as cards, one line each, to print, cut out and hand over.
struct IntroductionCards {
  /// The name of the page in a report's folder.
  static let fileName = "introductions.html"

  /// The most cards of a report: more than this nobody hands out.
  static let mostCards = 24

  private let report: MapReport
  private let introductions: [Introductions.Introduction]

  /// - Returns: `nil` where nobody is to be introduced.
  init?(of report: MapReport) {
    introductions = report.silos.study.introductions.selection(Self.mostCards)
    self.report = report
    if introductions.isEmpty { return nil }
  }

  /// The page, from the first byte to the last.
  var markup: String {
    let cards = introductions.map { introduction -> HTML in
      """
      <li><strong>\(report.label(of: introduction.pair.first))</strong> and \
      <strong>\(report.label(of: introduction.pair.second))</strong>: \
      \(introduction.reasons(in: report.map))</li>

      """
    }
    let body: HTML = """
      <header>
      <h1>Introductions worth making</h1>
      <p class="lead">They have not met yet as reported. Cut along the lines, and hand each card to \
      one of the two.</p>
      <p class="stamp">\(report.map.title) · \(report.map.dateText) · for \
      \(report.audience.rawValue)</p>
      </header>
      <main id="content">
      <ul class="cards">
      \(cards)</ul>
      </main>

      """
    return HTML.page(title: "Introductions: \(report.map.title)", style: Self.style, body: body)
      .markup
  }

  private static let style: HTML = """
    \(ReportPage.style)
    \(HTML(trusted: String(decoding: PackageResources.cards_css, as: UTF8.self)))
    """
}
