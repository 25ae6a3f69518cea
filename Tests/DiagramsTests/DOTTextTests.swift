import Testing

@testable import Diagrams

@Suite struct DOTTextTests {
  @Test func escapesWhatDOTWouldRead() {
    #expect(DOTText("a\"b").escaped == "a\\\"b")
    #expect(DOTText("end\\").escaped == "end\\\\")
    #expect(DOTText("<b>").escaped == "&lt;b&gt;")
    #expect(DOTText("R&D").escaped == "R&amp;\u{200B}D")
    #expect(DOTText("a\nb", keepingLines: true).escaped == "a\\nb")
    #expect(DOTText("a\r\nb\tc").escaped == "a b c")
  }

  @Test func dropsWhatCannotBeRead() {
    #expect(DOTText("a\u{0}b\u{7F}c\u{1B}[0m").plain == "abc[0m")
    #expect(DOTText("\u{202E}evil\u{202C}\u{200F}").plain == "evil")
    #expect(DOTText("\u{FFFE}x\u{FFFF}\u{FEFF}").plain == "x")
  }

  @Test func whatHasNoLetterGetsACircleOrIsDropped() {
    for text in ["\u{AD}", "\u{200C}", "\u{200D}", "\u{180E}", "\u{FFFC}", "\u{1D173}"] {
      #expect(DOTText(text).plain.isEmpty, "\(text.unicodeScalars)")
      #expect(DOTText("a \(text)").plain.unicodeScalars.starts(with: "a ".unicodeScalars))
    }
    #expect(DOTText("co\u{AD}operate").plain == "cooperate")
    #expect(DOTText("\u{34D}").plain == "\u{25CC}\u{34D}")
    #expect(DOTText("\u{0}\u{20DD}x").plain == "\u{25CC}\u{20DD}x")
    // Where there is a letter nothing changes.
    for text in ["e\u{301}", "👩‍👩‍👧", "می\u{200C}خواهم", "क्\u{200D}ष", "☺\u{FE0F}"] {
      #expect(DOTText(text).plain == text)
    }
  }

  /// Pango makes no text of what has no width, and complains when it is to be drawn.
  @Test func everyTextHasWidth() throws {
    let blocks: [ClosedRange<UInt32>] = [
      0x20...0x52F, 0x180B...0x180F, 0x2000...0x20F0, 0xFE00...0xFFFD, 0x1D165...0x1D17B,
      0xE0100...0xE0110,
    ]
    let texts = blocks.joined().compactMap(Unicode.Scalar.init).map { DOTText(String($0)).plain }
      .filter { !$0.allSatisfy(\.isWhitespace) }
    let measure = try TextMeasure(words: texts, bold: [])
    for text in texts {
      #expect(measure.width(of: text, fontSize: 10) > 0, "\(Array(text.unicodeScalars))")
    }
  }

  @Test func capsTheLength() {
    let text = DOTText(String(repeating: "é", count: 1_000_000))
    #expect(text.plain.count == DOTText.longest + 1)
    #expect(text.plain.hasSuffix("…"))
    let zalgo = DOTText("e" + String(repeating: "\u{301}", count: 100_000))
    #expect(zalgo.plain.unicodeScalars.count <= 16)
  }

  /// Whatever the text, the quotes of the DOT string stay closed.
  @Test(arguments: Pictures.hostileLabels)
  func leavesNoOpenQuote(label: String) {
    var isEscaped = false
    for character in DOTText(label).escaped {
      if isEscaped {
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        #expect(character != "\"")
      }
    }
    #expect(!isEscaped)
  }

  @Test func numbersAreFiniteAndPlain() {
    #expect(DOT.Attribute.lineWidth(1.25).text == "penwidth=1.25")
    #expect(DOT.Attribute.lineWidth(.nan).text == "penwidth=0")
    #expect(DOT.Attribute.lineWidth(1e300).text == "penwidth=200")
    #expect(DOT.Attribute.fontSize(-.infinity).text == "fontsize=0")
    #expect(DOT.Attribute.center(Point(x: -0.00001, y: 12.34567)).text == "pos=\"0,12.3457\"")
    #expect(DOT.Attribute.center(Point(x: -0.5, y: 1e9)).text == "pos=\"-0.5,100000\"")
  }
}
