extension HTML {
  /// A whole page of several parts, with links to them at its top.
  ///
  /// - Parameters:
  ///   - title: Its title.
  ///   - lead: What it is about, below the title.
  ///   - stamp: The day it is of, and who may read it.
  ///   - sections: Its parts.
  ///   - footer: What a reader should know at the end.
  ///   - style: How it looks.
  static func page(
    title: String, lead: HTML = .empty, stamp: String, sections: [ReportPage.Section],
    footer: String, style: HTML
  ) -> HTML {
    let links = sections.map { section -> HTML in
      "<li><a href=\"#\(section.id)\">\(section.title)</a></li>\n"
    }
    let parts = sections.map { section -> HTML in
      """
      <section id="\(section.id)" aria-labelledby="\(section.id)-title">
      <h2 id="\(section.id)-title">\(section.title)</h2>
      \(section.content)</section>

      """
    }
    let body: HTML = """
      <header>
      <h1>\(title)</h1>
      \(lead)<p class="stamp">\(stamp)</p>
      <nav aria-label="Parts of the report"><ul>
      \(links)</ul></nav>
      </header>
      <main id="content">
      \(parts)</main>
      <footer>
      <p>\(footer)</p>
      </footer>

      """
    return page(title: title, style: style, body: body)
  }
}
