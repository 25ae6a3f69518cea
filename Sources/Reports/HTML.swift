/// A piece of a web page: our markup with the user's text in it, which is always escaped.
///
/// The literal parts of an interpolation are markup; interpolated strings and numbers are text;
/// only another piece of HTML goes in as it is.
///
///     let name = "<b>Elm & Oak</b>"
///     HTML("<td>\(name)</td>").markup  // <td>&lt;b&gt;Elm &amp; Oak&lt;/b&gt;</td>
struct HTML: Hashable, Sendable, ExpressibleByStringInterpolation {
  /// The markup.
  var markup: String

  struct StringInterpolation: StringInterpolationProtocol {
    var markup = ""

    init(literalCapacity: Int, interpolationCount: Int) {
      markup.reserveCapacity(literalCapacity * 2)
    }

    mutating func appendLiteral(_ literal: String) { markup += literal }
    mutating func appendInterpolation(_ text: String) { markup += HTML.escaped(text) }
    mutating func appendInterpolation(_ number: Int) { markup += String(number) }
    mutating func appendInterpolation(_ piece: HTML) { markup += piece.markup }
    mutating func appendInterpolation(_ pieces: [HTML]) {
      for piece in pieces { markup += piece.markup }
    }
  }

  init(stringLiteral markup: String) { self.markup = markup }
  init(stringInterpolation: StringInterpolation) { markup = stringInterpolation.markup }

  /// Markup that another part of Sightline made and vouches for: a diagram.
  init(trusted markup: String) { self.markup = markup }

  static let empty: HTML = ""

  /// Text as it stands in an element or a quoted attribute.
  ///
  /// Control characters, which no page may hold, and marks that turn the direction of what
  /// follows become U+FFFD.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    escaped.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case "\n", "\t": escaped.unicodeScalars.append(scalar)
      case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}",
        "\u{2066}"..."\u{2069}":
        escaped += "\u{FFFD}"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

extension HTML {
  /// A whole page that needs nothing beside it.
  ///
  /// - Parameters:
  ///   - style: The style sheet, which is ours.
  ///   - body: What the page shows; it has an element with the id `content`.
  ///   - language: Its language, as in `en`.
  ///   - skip: What the link to the content says.
  static func page(
    title: String, style: HTML, body: HTML, language: String = "en",
    skip: String = "Skip to the content"
  ) -> HTML {
    """
    <!DOCTYPE html>
    <html lang="\(language)">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>\(title)</title>
    <style>
    \(style)
    </style>
    </head>
    <body>
    <a class="skip" href="#content">\(skip)</a>
    \(body)</body>
    </html>

    """
  }

  /// A column of a table.
  struct Column {
    enum Alignment { case text, figure }

    let title: String
    let alignment: Alignment

    static func text(_ title: String) -> Column { Column(title: title, alignment: .text) }
    static func figure(_ title: String) -> Column { Column(title: title, alignment: .figure) }
  }

  /// A table with a caption; the first cell of each row is its header.
  static func table(caption: String, columns: [Column], rows: [[String]]) -> HTML {
    let head = columns.map { column -> HTML in
      column.alignment == .figure
        ? "<th scope=\"col\" class=\"figure\">\(column.title)</th>"
        : "<th scope=\"col\">\(column.title)</th>"
    }
    let body = rows.map { row -> HTML in
      let cells = zip(columns, row).enumerated().map { place, cell -> HTML in
        if place == 0 { return "<th scope=\"row\">\(cell.1)</th>" }
        return cell.0.alignment == .figure
          ? "<td class=\"figure\">\(cell.1)</td>" : "<td>\(cell.1)</td>"
      }
      return "<tr>\(cells)</tr>\n"
    }
    return """
      <div class="scroll" tabindex="0" role="region" aria-label="\(caption)"><table>
      <caption>\(caption)</caption>
      <thead><tr>\(head)</tr></thead>
      <tbody>
      \(body)</tbody>
      </table></div>

      """
  }

  /// Text under a line that opens it.
  static func details(_ summary: String, _ content: HTML) -> HTML {
    "<details><summary>\(summary)</summary>\n\(content)</details>\n"
  }

  /// A paragraph of text.
  static func paragraph(_ text: String) -> HTML { "<p>\(text)</p>\n" }

  /// A list of texts.
  static func list(_ items: [String]) -> HTML {
    "<ul>\(items.map { item -> HTML in "<li>\(item)</li>\n" })</ul>\n"
  }
}
