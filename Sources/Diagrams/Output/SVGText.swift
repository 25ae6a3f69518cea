/// Makes Graphviz's SVG fit for a web page: named, described, with ids of its own.
///
/// The XML prolog, the document type and comments go; the picture gets a role, a title and a
/// description; each part's `<title>`, which Graphviz fills with its internal name, says what the
/// part is called.
struct SVGText {
  /// What every id begins with.
  let prefix: String
  let title: String
  let summary: String
  let parts: [DOT.ID: SVGPart]

  init(identifier: String, title: String, summary: String, parts: [DOT.ID: SVGPart]) {
    let safe = identifier.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    prefix = (safe.first?.isLetter == true ? safe : "d" + safe) + "-"
    self.title = title
    self.summary = summary
    self.parts = parts
  }

  /// Returns the rewritten picture.
  func rewritten(_ bytes: [UInt8]) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + bytes.count / 4)
    var rest = bytes[...]
    var part: SVGPart?
    while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
      appendText(rest[..<open], to: &output)
      rest = rest[open...]
      if rest.starts(with: "<!--".utf8) {
        rest = after("-->", in: rest)
        continue
      }
      guard let close = rest.firstIndex(of: UInt8(ascii: ">")) else { break }
      let tag = String(decoding: rest[...close], as: UTF8.self)
      rest = rest[(close + 1)...]
      if tag.hasPrefix("<?") || tag.hasPrefix("<!") {
        rest = rest.first == UInt8(ascii: "\n") ? rest.dropFirst() : rest
      } else if tag.hasPrefix("<svg") {
        output += opening(tag).utf8
      } else if tag.hasPrefix("<g ") {
        let id = Self.value(of: "id", in: tag)
        part = id.flatMap { parts[DOT.ID(read: String(tag[$0]))] }
        output += renamed(tag, part).utf8
      } else if tag == "<title>" {
        rest = after("</title>", in: rest)
        if let name = part?.title {
          output += "<title>\(Self.escaped(name))</title>\n".utf8
        }
        part = nil
      } else if tag.hasPrefix("<text") {
        output += Self.weighted(tag).utf8
      } else {
        output += tag.utf8
      }
    }
    appendText(rest, to: &output)
    return output
  }

  /// Copies text without the marks that keep Graphviz from reading entities into it.
  private func appendText(_ text: ArraySlice<UInt8>, to output: inout [UInt8]) {
    guard text.contains(0xE2) else {
      output += text
      return
    }
    let scalars = String(decoding: text, as: UTF8.self).unicodeScalars
    output += String(String.UnicodeScalarView(scalars.filter { $0 != DOTText.entityBreak })).utf8
  }

  private func after(_ end: String, in text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let end = Array(end.utf8)
    var place = text.startIndex
    while place + end.count <= text.endIndex {
      if text[place..<(place + end.count)].elementsEqual(end) {
        let rest = text[(place + end.count)...]
        return rest.first == UInt8(ascii: "\n") ? rest.dropFirst() : rest
      }
      place += 1
    }
    return text[text.endIndex...]
  }

  private func opening(_ tag: String) -> String {
    """
    \(tag.dropLast()) role="img" aria-labelledby="\(prefix)title \(prefix)desc">
    <title id="\(prefix)title">\(Self.escaped(title))</title>
    <desc id="\(prefix)desc">\(Self.escaped(summary))</desc>
    """
  }

  /// A group's tag with the id and classes of its part, the id under our prefix.
  private func renamed(_ tag: String, _ part: SVGPart?) -> String {
    var tag = tag
    if let part, let classes = Self.value(of: "class", in: tag) {
      tag.insert(contentsOf: part.classes.map { " " + $0 }.joined(), at: classes.upperBound)
    }
    guard let id = Self.value(of: "id", in: tag) else { return tag }
    tag.replaceSubrange(id, with: prefix + (part?.id ?? String(tag[id])))
    return tag
  }

  /// Where the value of an attribute stands in a tag.
  private static func value(of attribute: String, in tag: String) -> Range<String.Index>? {
    guard let start = tag.firstRange(of: " \(attribute)=\"")?.upperBound,
      let end = tag[start...].firstIndex(of: "\"")
    else { return nil }
    return start..<end
  }

  /// A text's tag with its weight said as browsers expect it.
  private static func weighted(_ tag: String) -> String {
    guard let bold = tag.firstRange(of: " Bold\"") else { return tag }
    return tag[..<bold.lowerBound] + "\" font-weight=\"bold\"" + tag[bold.upperBound...]
  }

  /// Text between tags or quotes.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in DOTText.printable(text).unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
