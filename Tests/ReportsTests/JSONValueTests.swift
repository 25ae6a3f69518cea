import Foundation
import Reports
import SystemMaps
import Testing

@Suite struct JSONValueTests {
  @Test func keysAreSortedAndTheUndefinedIsNull() {
    let value: JSONValue = [
      "b": JSONValue(Double.nan), "a": JSONValue(0.5), "c": JSONValue(nil as Int?),
      "d": [1, true, "x/y"],
    ]
    #expect(
      value.text == """
        {
          "a": 0.5,
          "b": null,
          "c": null,
          "d": [
            1,
            true,
            "x/y"
          ]
        }

        """)
  }

  @Test func aLiteralIsTheObjectOfItsDictionary() {
    let keys = ["b", "a", "ä", "", "c", "B", "a"]
    let literal: JSONValue = ["b": 0, "a": 1, "ä": 2, "": 3, "c": 4, "B": 5, "a": 6]
    let values = keys.enumerated().map { ($0.element, JSONValue.integer($0.offset)) }
    #expect(literal == .object(Dictionary(values, uniquingKeysWith: { _, last in last })))
  }

  @Test func textOfAnyKindIsOneString() {
    let hostile = "\"}\\\u{1}</script>\u{202E}😀"
    let text = JSONValue.string(hostile).text
    #expect(text == "\"\\\"}\\\\\\u0001</script>\u{202E}😀\"\n")
  }

  @Test(arguments: [
    (0.1, "0.1"), (-0.0, "0"), (3, "3"), (1e300, "1e+300"), (.leastNonzeroMagnitude, "5e-324"),
    (.infinity, "null"),
    (1.0 / 3, "0.3333333333333333"), (9_007_199_254_740_991, "9007199254740991"),
  ])
  func numbersReadBackAsTheyAre(number: Double, text: String) throws {
    #expect(JSONValue.number(number).text == text + "\n")
  }

  @Test func everyOtherReaderUnderstandsIt() throws {
    let strings = ["", "\u{0}\u{8}\r\n\t\u{7F}", "\"\\/", "é😀\u{2028}", "</script>"]
    let value: JSONValue = [
      "s": .array(strings.map(JSONValue.string)), "e": [], "o": [:],
      "n": [.number(1.5), nil, false],
    ]
    let read = try JSONDecoder().decode(Document.self, from: Data(value.text.utf8))
    #expect(read == Document(s: strings, e: [], o: [:]))
  }

  @Test func findingsNameTheSheetOfWorkbooksAlone() {
    let findings = JSONValue.findings([
      Finding(.notice, at: Place(file: "m.xlsx", sheet: "seats", row: 2, column: 3), "odd"),
      Finding(.notice, at: Place(file: "seats.csv", row: 2), "odd"), Finding(.notice, "odd"),
    ])
    guard case .array(let items) = findings else { return #expect(Bool(false)) }
    #expect(items[0]["sheet"] == "seats")
    #expect(items[0]["row"] == 2)
    #expect(items[0]["column"] == 3)
    #expect(items[1]["sheet"] == nil)
    #expect(items[2]["sheet"] == nil)
  }

  private struct Document: Codable, Equatable {
    var s: [String]
    var e: [Int]
    var o: [String: Int]
  }
}
