import Insights

/// A form to print for a session with a family: what to write down, in the order in which people
/// tell it.
///
/// Its columns are those of the sheet journeys, so that it can be typed in row by row afterwards.
///
///     try OutputFile(name: "form.html", text: SessionForm(in: .spanish).html).write(to: "form.html")
public struct SessionForm: Hashable, Sendable {
  /// The language.
  public let language: FamilyLanguage

  /// Makes the form.
  public init(in language: FamilyLanguage = .english) { self.language = language }

  /// The form as a page; printed, it is three sheets of A4 or Letter.
  public var html: String {
    let text = FormText(words: FamilyWords(language))
    let body: HTML = """
      <header class="session">
      <h1>\(text.title)</h1>
      <p class="lead">\(text.lead)</p>
      </header>
      <main id="content" class="session">
      <section>
      <h2>\(text.consentTitle)</h2>
      <p>\(text.consentLead)</p>
      \(Self.boxes(text.consentBoxes))
      \(Self.table(text.consentColumns, rows: 1, isShort: true, caption: text.consentTitle))</section>
      <section>
      <h2>\(text.aroundTitle)</h2>
      <p>\(text.aroundLead)</p>
      \(Self.table(text.aroundColumns, rows: 5, isShort: true, caption: text.aroundTitle))</section>
      <section class="turn">
      <h2>\(text.stepsTitle)</h2>
      <p>\(text.stepsLead)</p>
      \(Self.table(text.stepColumns, rows: 5, isShort: false, caption: text.stepsTitle))</section>
      <section class="turn">
      <h2>\(text.barriersTitle)</h2>
      <p>\(text.barriersLead)</p>
      \(Self.table(text.barrierColumns, rows: 8, isShort: true, caption: text.barriersTitle))\
      <h2>\(text.nextTitle)</h2>
      \((0..<3).map { _ -> HTML in "<p class=\"ruled\"></p>\n" })</section>
      </main>

      """
    let style: HTML = "\(JourneyMapReport.style)\n@page { size: landscape; margin: 12mm; }\n"
    return HTML.page(
      title: text.title, style: style, body: body, language: language.rawValue, skip: text.skip
    ).markup
  }

  /// A column to write into: what goes there, a hint, boxes to tick.
  struct Column {
    let title: String
    var hint = ""
    var boxes: [String] = []
    /// The width against the others'.
    var width = 2
  }

  private static func boxes(_ items: [String]) -> HTML {
    guard !items.isEmpty else { return .empty }
    return "<ul class=\"boxes\">\(items.map { item -> HTML in "<li>\(item)</li>" })</ul>"
  }

  private static func table(
    _ columns: [Column], rows: Int, isShort: Bool, caption: String
  ) -> HTML {
    let all = columns.reduce(0) { $0 + $1.width }
    let widths = columns.map { column -> HTML in
      "<col style=\"width: \(column.width * 100 / all)%\">"
    }
    let heads = columns.map { column -> HTML in
      let hint: HTML = column.hint.isEmpty ? "" : "<span class=\"hint\">\(column.hint)</span>"
      return "<th scope=\"col\">\(column.title)\(hint)</th>"
    }
    let cells = columns.map { column -> HTML in "<td>\(boxes(column.boxes))</td>" }
    let body = (0..<rows).map { _ -> HTML in "<tr>\(cells)</tr>\n" }
    let kind: HTML = isShort ? " class=\"short\"" : ""
    return """
      <div class="scroll" tabindex="0" role="region" aria-label="\(caption)"><table\(kind)>
      <colgroup>\(widths)</colgroup>
      <thead><tr>\(heads)</tr></thead>
      <tbody>
      \(body)</tbody>
      </table></div>

      """
  }
}
