extension FamilyPage {
  /// The page for a browser or a printer; it needs nothing beside it.
  public var html: String {
    let parts = sections.map { section -> HTML in
      let paragraphs = section.paragraphs.map(HTML.paragraph)
      let items = section.items.isEmpty ? HTML.empty : HTML.list(section.items)
      let lines = (0..<section.lines).map { _ -> HTML in "<p class=\"ruled\"></p>\n" }
      return """
        <section>
        <h2>\(section.title)</h2>
        \(paragraphs)\(items)\(lines)</section>

        """
    }
    let body: HTML = """
      <header class="family">
      <h1>\(title)</h1>
      <p class="lead">\(lead)</p>
      <p class="stamp">\(stamp)</p>
      </header>
      <main id="content" class="family">
      \(parts)</main>

      """
    let skip = language == .english ? "Skip to the content" : "Ir al contenido"
    return HTML.page(
      title: title, style: JourneyMapReport.style, body: body, language: language.rawValue,
      skip: skip
    ).markup
  }

  /// The page as Markdown, which can be read as it is.
  public var markdown: String {
    var text = "# \(Markdown.escaped(title))\n\n\(Markdown.escaped(lead))\n\n"
    text += "*\(Markdown.escaped(stamp))*\n"
    for section in sections {
      text += "\n## \(Markdown.escaped(section.title))\n"
      if !section.paragraphs.isEmpty {
        text += "\n" + section.paragraphs.map(Markdown.escaped).joined(separator: "\n\n") + "\n"
      }
      if !section.items.isEmpty {
        text += "\n" + section.items.map { "- \(Markdown.escaped($0))\n" }.joined()
      }
    }
    return text
  }
}

/// Text that cannot become markup in Markdown.
enum Markdown {
  /// One line of text with a backslash before whatever could begin markup.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    let line = text.split(whereSeparator: \.isNewline).joined(separator: " ")
    let leading = line.prefix { $0.isNumber }
    for (place, character) in line.enumerated() {
      // "1." and "1)" begin a list only at the beginning of a line.
      let endsNumber = place == leading.count && place > 0 && ".)".contains(character)
      let beginsList = place == 0 && "+-=~:".contains(character)
      if "\\`*_[]<>#|!&$".contains(character) || endsNumber || beginsList { escaped += "\\" }
      escaped.append(character)
    }
    return escaped
  }
}
