import Insights
import SystemMaps

extension QuestionList {
  /// The list as one web page, to be printed and written on.
  public var html: String {
    let rows = questions.enumerated().map { offset, question in
      row(of: question, number: offset + 1)
    }
    let body: HTML = """
      <header>
      <h1>\(title)</h1>
      <p class="lead">\(instruction)</p>
      <p class="stamp">\(stamp) · \(questions.count) questions</p>
      </header>
      <main id="content">
      <section aria-label="Questions">
      \(questions.isEmpty ? HTML.paragraph("There is nothing to ask.") : table(rows))</section>
      </main>

      """
    return HTML.page(title: title, style: Self.style, body: body).markup
  }

  private static let style: HTML = """
    \(ReportPage.style)
    \(HTML(trusted: String(decoding: PackageResources.questions_css, as: UTF8.self)))
    """

  private func table(_ rows: [HTML]) -> HTML {
    """
    <div class="scroll" tabindex="0" role="region" aria-label="Questions"><table class="questions">
    <caption>The most useful first</caption>
    <thead><tr><th scope="col">No.</th><th scope="col" class="whom">Whom to ask</th>\
    <th scope="col">Question</th><th scope="col" class="answer">Answer</th>\
    <th scope="col">Where it stands</th></tr></thead>
    <tbody>
    \(rows)</tbody>
    </table></div>

    """
  }

  private func row(of question: Question, number: Int) -> HTML {
    // A long list of sectors would fill the page.
    let offers = question.choices.count <= 4 ? question.offers : [Question.unknown]
    let items = offers.map { offer -> HTML in "<li>\(offer)</li>" }
    let line: HTML = question.ownWords == .refused ? "" : "<p class=\"line\"></p>"
    return """
      <tr><th scope="row">\(number)</th><td>\(question.whom)</td>\
      <td>\(question.text)<p class="why">\(question.reason)</p></td>\
      <td>\(line)<ul class="offers">\(items)</ul></td>\
      <td class="where">\(question.cell.description)<br><span class="key">\(question.key.text)\
      </span></td></tr>

      """
  }
}
