/// The widths of words in the drawings' typeface, measured by Graphviz itself.
///
/// Widths grow in step with the size of the font, so each word is measured once, large.
struct TextMeasure: Sendable {
  private static let measuredSize = 50.0
  private var regular: [String: Double] = [:]
  private var bold: [String: Double] = [:]
  /// Single letters of words that may have to be broken.
  private var letters: [Character: Double] = [:]
  private var space = measuredSize * 0.278

  /// Lines of text are this many font sizes high.
  static let lineHeight = 1.2

  /// Measures all words of some texts.
  init(words texts: [String], bold boldTexts: [String]) throws(GraphvizError) {
    let regularWords = Self.words(of: texts + ["a", "aa", "a a"] + Self.probes)
    let boldWords = Self.words(of: boldTexts)
    var dot = DOT()
    dot.nodeDefaults = [
      .shape(.plaintext), .margin(0), .width(0), .height(0), .fontSize(Self.measuredSize),
    ]
    let fonts =
      Array(repeating: DOT.Font.regular, count: regularWords.count)
      + Array(repeating: DOT.Font.bold, count: boldWords.count)
    let long = (regularWords + boldWords).lazy.filter { $0.count > 8 }
    let letterList = Set(long.joined().prefix(20_000)).sorted()
    let words = regularWords + boldWords
    for (place, word) in (words + ["a a"] + letterList.map { String($0) }).enumerated() {
      dot.nodes.append(
        DOT.Node(
          id: DOT.ID(.text, place),
          attributes: [
            .label(DOTText(word)), .font(place < fonts.count ? fonts[place] : .regular),
            .center(.zero),
          ]))
    }
    let layout = try Graphviz.layout(dot, engine: .asGiven)
    func width(_ place: Int) -> Double { layout.nodes[DOT.ID(.text, place)]?.size.width ?? 0 }
    for (place, word) in words.enumerated() {
      if place < regularWords.count {
        regular[word] = width(place)
      } else {
        bold[word] = width(place)
      }
    }
    space = width(words.count) - (regular["aa"] ?? 0)
    for (place, letter) in letterList.enumerated() {
      letters[letter] = width(words.count + 1 + place)
    }
    // Without a font Graphviz guesses widths, or finds none at all.
    guard (regular[Self.probes[0]] ?? 0) > (regular[Self.probes[1]] ?? 0) else {
      throw GraphvizError(
        reason: .font, message: "no font was found; install `fonts-liberation`, or Arial")
    }
  }

  /// Two words of as many letters, of which the first is much the wider one in any typeface.
  private static let probes = ["Sightline", "iiiiiiiii"]

  /// Whether the text is measured and drawn in Arial, or in a typeface of the same widths.
  ///
  /// A browser that has the typeface would draw the text narrower or wider than its place.
  var isInArial: Bool {
    // Thousandths of the size of the font, from the typeface's own table.
    let meant = 3_835.0 / 1_000 * Self.measuredSize
    return abs((regular[Self.probes[0]] ?? 0) - meant) < meant * 0.01
  }

  /// The different words of some texts, sorted.
  private static func words(of texts: [String]) -> [String] {
    var words: Set<String> = []
    for text in texts {
      for word in text.split(whereSeparator: \.isWhitespace) { words.insert(String(word)) }
    }
    return words.sorted()
  }

  /// The width of one line of text.
  func width(of line: String, fontSize: Double, bold isBold: Bool = false) -> Double {
    let words = line.split(whereSeparator: \.isWhitespace)
    let letters = words.reduce(0.0) { $0 + width(ofWord: $1, bold: isBold) }
    return (letters + space * Double(max(0, words.count - 1))) * fontSize / Self.measuredSize
  }

  private func width(ofWord word: Substring, bold isBold: Bool) -> Double {
    if let known = (isBold ? bold : regular)[String(word)] { return known }
    // A piece of a word, or a word that nobody asked for: wide rather than narrow.
    let sum = word.reduce(0.0) { $0 + (letters[$1] ?? Self.measuredSize * 0.75) }
    return isBold ? sum * 1.12 : sum
  }

  /// Breaks a text at words into lines no wider than `limit`, as evenly as that many lines allow.
  ///
  /// A word wider than the limit is broken. What goes beyond `most` lines is cut
  /// out of the middle, with "…".
  func lines(
    of text: String, fontSize: Double, limit: Double, most: Int = 4, bold: Bool = false
  ) -> [String] {
    let words = pieces(of: text, fontSize: fontSize, limit: limit, bold: bold)
    guard !words.isEmpty else { return [""] }
    let widths = words.map { width(of: $0, fontSize: fontSize, bold: bold) }
    let gap = space * fontSize / Self.measuredSize
    func broken(at limit: Double) -> [Range<Int>] {
      var lines: [Range<Int>] = []
      var (start, length) = (0, 0.0)
      for place in words.indices {
        let longer = place == start ? widths[place] : length + gap + widths[place]
        if place > start && longer > limit {
          lines.append(start..<place)
          (start, length) = (place, widths[place])
        } else {
          length = longer
        }
      }
      return lines + [start..<words.count]
    }
    var best = broken(at: limit)
    if best.count > 1 && best.count <= most {
      // The narrowest limit with as many lines makes them even.
      var (low, high) = (widths.max() ?? 0, limit)
      for _ in 0..<12 {
        let middle = (low + high) / 2
        let lines = broken(at: middle)
        if lines.count <= best.count { (high, best) = (middle, lines) } else { low = middle }
      }
    }
    var lines = best.map { words[$0].joined(separator: " ") }
    if lines.count > most {
      // Names that begin alike mostly end differently: the middle is what can be spared.
      let head = (most + 1) / 2
      lines.removeSubrange(head..<(lines.count - (most - head)))
      let last = lines[head - 1]
      let kept = last.count > 4 ? String(last.dropLast(2)) : last
      lines[head - 1] = kept + "…"
    }
    return lines
  }

  /// The words of a text, those wider than the limit cut into pieces.
  private func pieces(of text: String, fontSize: Double, limit: Double, bold: Bool) -> [String] {
    text.split(whereSeparator: \.isWhitespace).prefix(200).flatMap { word -> [String] in
      let wide = width(ofWord: word, bold: bold) * fontSize / Self.measuredSize
      guard wide > limit, word.count > 1 else { return [String(word)] }
      var pieces = [""]
      for letter in word {
        let longer = pieces[pieces.count - 1] + String(letter)
        if pieces[pieces.count - 1].isEmpty
          || width(ofWord: longer[...], bold: bold) * fontSize / Self.measuredSize <= limit
        {
          pieces[pieces.count - 1] = longer
        } else {
          pieces.append(String(letter))
        }
      }
      return pieces
    }
  }

  /// The size of some lines of text.
  func size(of lines: [String], fontSize: Double, bold: Bool = false) -> Size {
    Size(
      width: lines.map { width(of: $0, fontSize: fontSize, bold: bold) }.max() ?? 0,
      height: Double(lines.count) * fontSize * Self.lineHeight)
  }
}
