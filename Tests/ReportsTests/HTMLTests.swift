import Testing

@testable import Reports

@Suite struct HTMLTests {
  @Test func interpolatedTextNeverBecomesMarkup() {
    let label = "<img src=x onerror='a()'> & \"b\"\u{0}\u{202E}"
    let piece: HTML = "<td title=\"\(label)\">\(label)</td>"
    let escaped = "&lt;img src=x onerror=&#39;a()&#39;&gt; &amp; &quot;b&quot;\u{FFFD}\u{FFFD}"
    #expect(piece.markup == "<td title=\"\(escaped)\">\(escaped)</td>")
  }

  @Test func piecesGoInAsTheyAre() {
    let inner: HTML = "<b>\("x<y")</b>"
    #expect(
      ("<p>\(inner)\([inner, inner])</p>" as HTML).markup
        == "<p><b>x&lt;y</b><b>x&lt;y</b><b>x&lt;y</b></p>")
  }

  @Test func tablesHaveACaptionAndHeaders() {
    let table = HTML.table(
      caption: "Ties & such", columns: [.text("Name"), .figure("n")], rows: [["a", "1"]])
    #expect(table.markup.contains("<caption>Ties &amp; such</caption>"))
    #expect(table.markup.contains("<th scope=\"row\">a</th><td class=\"figure\">1</td>"))
  }
}
