import Foundation
import SystemMaps
import Testing

@testable import Diagrams

/// Labels that try to be something else than text.
///
/// `SIGHTLINE_FUZZ=10000 swift test --filter FuzzTests` tries that many instead of a few.
@Suite struct FuzzTests {
  private static let count =
    ProcessInfo.processInfo.environment["SIGHTLINE_FUZZ"].flatMap { Int($0) } ?? 100

  /// Pieces that mean something to DOT, XML, HTML, PDF, Pango, C or a terminal.
  private static let pieces = [
    "\"", "\\", "\\\"", "\\N", "\\G", "\\n", "\\l", "\\E", "\\T", "<", ">", "</text>", "<b>",
    "</b>",
    "<script>", "</script>", "<TABLE>", "<IMG SRC=\"/etc/passwd\"/>", "<![CDATA[", "]]>", "<!--",
    "-->", "<?xml ?>", "&", "&amp;", "&lt;", "&#60;", "&#x3c;", "&eacute;", "&bogus;", "&", ";",
    "'", "`", "$(id)", "%s", "%n", "%63", "{", "}", "|", "[", "]", "label=", "URL=\"javascript:1\"",
    "onload=\"x\"", "--", "->", "//", "/*", "*/", "#", "digraph", "strict", "(", ")", ") Tj", "BT",
    "endobj", "stream", "\u{0}", "\u{1}", "\u{7}", "\u{8}", "\u{B}", "\u{1B}[31m", "\u{7F}",
    "\u{85}", "\u{AD}", "\u{200B}", "\u{200D}", "\u{202E}", "\u{2066}", "\u{2028}", "\u{FEFF}",
    "\u{FFFD}", "\u{FFFE}", "\u{1F469}\u{200D}\u{1F467}", "\u{E0041}", "\u{10FFFF}", "é", "ё",
    "שלום", "مركز", "日本", "e\u{301}\u{302}", "\r", "\n", "\t", "\r\n", " ", "  ", "a", "Z", "0",
    "-",
    "=", "+", "@", "Oak", "Clinic", "x\u{336}", "\u{F0000}", "ﷺ", "ﬃ", "\u{1D15E}",
  ]

  private static func labels(seed: UInt64, count: Int) -> [String] {
    var state = seed &* 2 + 1
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    return (0..<count).map { _ in
      (0...next(9)).map { _ in
        next(6) == 0
          ? String(UnicodeScalar(UInt32(next(0x2FFF))) ?? "?") : pieces[next(pieces.count)]
      }.joined()
    }
  }

  private static let perPicture = 50

  /// The elements and attributes that a picture of ours has.
  private static let elements: Set = [
    "svg", "g", "title", "desc", "text", "path", "polygon", "polyline", "ellipse",
  ]

  @Test(arguments: 0..<UInt64(max(1, count / perPicture)))
  func labelsStayText(seed: UInt64) throws {
    let labels = Self.labels(seed: seed, count: Self.perPicture)
    let picture = SystemPicture(
      caption: Caption(title: labels[0], date: labels[1], notShown: [labels[2]]),
      nodes: labels.enumerated().map { place, label in
        .init(
          label, group: place % 4 == 0 ? nil : labels[place % 5],
          element: ElementID(labels[(place + 7) % labels.count]))
      }, ties: labels.indices.dropFirst().map { .init($0 - 1, $0) })
    let diagram = picture.diagram()
    let drawing = try diagram.drawn(on: .a0)
    // In DOT a label is one string: there is a statement for each label and each tie, no more.
    let statements = drawing.dot.split(separator: "\n").count {
      $0.hasPrefix("  n") && !$0.hasPrefix("  node ")
    }
    #expect(statements == labels.count + picture.ties.count)

    let files = try drawing.rendered(as: [.svg, .pdf], identifier: labels[3])
    let svg = try SVGReader.read(files[0])
    #expect(Set(svg.elements.keys).isSubset(of: Self.elements))
    #expect(!svg.attributeNames.contains { $0.hasPrefix("on") || $0.hasSuffix("href") })
    #expect(Set(svg.ids).count == svg.ids.count)
    // The very label is the title of its part, but for what no reader could see.
    for label in labels {
      let plain = DOTText(label).plain
      let isThere = svg.texts.contains { text in
        // By scalars: what follows may join the last letter.
        text == plain || text.unicodeScalars.starts(with: (plain + " (").unicodeScalars)
      }
      #expect(isThere, "\(label)")
    }
    // Without the packed streams, whose bytes may spell anything.
    let pdf = String(decoding: files[1], as: Unicode.ASCII.self)
      .components(separatedBy: "endstream").map { $0.components(separatedBy: "stream\n")[0] }
      .joined()
    #expect(pdf.contains("/Page") || pdf.contains("/ObjStm"))
    // The names of embedded fonts begin with letters drawn by lot, so a bare /AA says nothing.
    let actions = [
      "/JavaScript", "/URI", "/Launch", "/OpenAction", "/AA ", "/AA<", "/EmbeddedFile",
    ]
    for word in actions {
      #expect(!pdf.contains(word))
    }
  }
}
