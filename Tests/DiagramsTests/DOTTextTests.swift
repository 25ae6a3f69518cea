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
