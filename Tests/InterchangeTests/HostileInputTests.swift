import SystemMaps
import Testing

@testable import Interchange

/// What is said of inputs that go wrong: the sentences themselves, because users read them.
@Suite("Hostile inputs")
struct HostileInputTests {
  static let told: [(text: String, findings: [String])] = [
    (
      "Label,Type\n",
      ["warning: x.csv: the file has a header and no rows; expected a row for each of the elements"]
    ),
    (
      "From,To,Type\nElm,Oak,knows\nElm,nobody,knows\nElm,,knows\nElm\n",
      [
        "notice: x.csv:2:1: 2 elements are known by their names only (rows 2, …); a sheet of elements "
          + "would tell types and sectors",
        "notice: x.csv:3:2: To says nobody: asked, and no one",
        "error: x.csv:4:2: the row has no To; every row of the connections needs one",
        "error: x.csv:5:2: the row has no To; every row of the connections needs one",
      ]
    ),
    (
      "From;To;Type;Strength\n\"=HYPERLINK(\"\"x\"\")\";\"a\u{0}b\";knows;1,5\n<b>;\u{202E}x;knows;-2\n"
        + "😀;😀;knows;1;extra\n",
      [
        "notice: x.csv:2:1: 5 elements are known by their names only (rows 2, 3, 4, …); a sheet of "
          + "elements would tell types and sectors",
        "warning: x.csv:3:4: Strength \"-2\" was left out; expected a number above 0",
        "warning: x.csv:4:2: \"😀\" is connected with itself; the row was left out; expected two "
          + "elements",
        "warning: x.csv:4:5: the row is longer than the header; its cells are kept as attributes; put "
          + "values with commas between quotation marks",
      ]
    ),
    (
      "Label,Mood\r\nElm,glad\r\nElm,sad\r\n",
      [
        "error: x.csv:3:2: \"Elm\" is there twice, and rows 2 and 3 disagree on Mood: \"glad\" and "
          + "\"sad\"; expected one row, or an ID for each"
      ]
    ),
    (
      "Name of place,Kind\nElm,school\n",
      [
        "error: x.csv:1: the elements have no column Label; expected a header with Label (found \"Name "
          + "of place\", \"Kind\"), or From and To if these are connections, or --column "
          + "\"elements.Label=Name of place\""
      ]
    ),
    ("Label,Mood\n\n\nElm,\"a \"\"b\"\"\nc\"\n", []),
  ]

  @Test("findings", arguments: told)
  func findings(_ text: String, _ findings: [String]) throws {
    #expect(try reading(text, named: "x.csv").told == findings)
  }

  @Test("a label of a megabyte is a label")
  func longLabel() throws {
    let label = String(repeating: "long ", count: 200_000) + "end"
    let reading = try reading("Label,Type\n\"\(label)\",table\n", named: "x.csv")
    #expect(reading.map.elements.map(\.label) == [label])
    #expect(reading.findings.isEmpty)
  }

  @Test("bytes that are no text in any encoding still make a map")
  func invalidText() throws {
    let bytes = Array("Label,Type\nElm ".utf8) + [0xC3, 0x28, 0xFF, 0x81] + Array(",table\n".utf8)
    let reading = try reading(bytes, named: "x.csv")
    #expect(reading.map.elements.count == 1)
    #expect(reading.findings.count == 1)
    #expect(reading.findings[0].severity == .notice)
  }
}
