import Foundation
import Testing

/// What a map can have wrong: one clear sentence with its place, and never a crash.
@Suite("Bad input")
struct BadInputTests {
  /// Files that are no map, and the one sentence that each gets.
  private static let refused: [(files: [String: String], told: String)] = [
    (
      [:],
      "map: the folder holds no map; expected one of elements.csv, connections.csv, seats.csv, "
        + "journeys.csv"
    ),
    (
      ["notes.txt": "x"],
      "map: the folder holds no map (notes.txt); expected one of elements.csv, connections.csv, "
        + "seats.csv, journeys.csv"
    ),
    (["elements.csv": ""], "elements.csv: the file is empty; expected a header and rows"),
    (
      ["elements.csv": "Name of it,Kind\nElm,school\n"],
      "elements.csv:1: the elements have no column Label; expected a header with Label "
        + "(found \"Name of it\", \"Kind\")"
    ),
    (
      ["elements.csv": "Label,Type,Mood\nElm,school,glad\nelm,school,sad\n"],
      "elements.csv:3:3: \"Elm\" is there twice, and rows 2 and 3 disagree on Mood: \"glad\" and "
        + "\"sad\"; expected one row, or an ID for each"
    ),
    (
      ["elements.csv": "ID,Label\na,Elm\na,Oak\n"],
      "elements.csv:3:1: ID \"a\" is given to two elements, here and in row 2; expected an ID of "
        + "its own for each"
    ),
    (
      ["connections.csv": "From,To\nElm,\n"],
      "connections.csv:2:2: the row has no To; every row of the connections needs one"
    ),
    (
      ["connections.csv": "From,To,Level\nElm,Oak,coordination\nElm,Ash,coordinating\n"],
      "connections.csv:3:3: "
    ),
    (
      ["journeys.csv": "Case,Step\nA,12\n"],
      "journeys.csv:2:2: Step \"12\" is a number; expected what happened, in words"
    ),
    (["elements.csv": "%PDF-1.4 x"], "elements.csv: this is a PDF"),
    (["elements.csv": "PK\u{3}\u{4}x"], "elements.csv: this is a workbook or another zip file"),
    (["elements.csv": "<html></html>"], "elements.csv: this looks like XML or a web page"),
    (["elements.csv": "{\"elements\": []}"], "elements.csv: this is JSON, though its name"),
  ]

  @Test(arguments: refused)
  func whatIsNoMapIsRefusedInOneSentence(files: [String: String], told: String) async throws {
    try await withTemporaryFolder { folder in
      try FileManager.default.createDirectory(
        atPath: folder.path("map"), withIntermediateDirectories: true)
      let map = try folder.write(files)
      for arguments in [
        ["measure", map, "--json"], ["report", map, "-o", folder.path("out")], [map],
      ] {
        let outcome = try await Tool.run(arguments)
        #expect(outcome.status == 1)
        #expect(outcome.output.isEmpty)
        let errors = outcome.errorLines.filter { $0.hasPrefix("error: ") }
        #expect(errors.count == 1)
        #expect(errors == outcome.errorLines, "nothing else is said")
        let place = told.hasPrefix("map: ") ? "error: " + folder.path("") : "error: "
        #expect(errors.first?.hasPrefix(place + told) == true, "\(errors)")
      }
      let check = try await Tool.run("check", map)
      #expect(check.status == 1)
      #expect((check.output + check.errors).contains(told))
      #expect(Set(folder.contents.map { $0.split(separator: "/")[0] }) == ["map"])
    }
  }

  /// Odd rows, and the one finding that each gets.
  private static let odd: [(row: String, finding: String)] = [
    (
      "Elm,Fir,works with,,",
      "notice: connections.csv:2:2: \"Fir\" has no row among the elements; it was added as an "
        + "element without a type; give it a row, or correct the name"
    ),
    (
      "Elm,Okk,works with,,",
      "notice: connections.csv:2:2: \"Okk\" has no row among the elements; it was added as an "
        + "element without a type; give it a row, or correct the name"
    ),
    (
      "Elm,Ash Hospitla,works with,,",
      "notice: connections.csv:2:2: \"Ash Hospitla\" has no row among the elements; it was added as "
        + "an element without a type; did you mean \"Ash Hospital\"?"
    ),
    (
      "Elm,nobody,works with,,",
      "notice: connections.csv:2:2: To says nobody: asked, and no one"
    ),
    (
      "Elm,ELM,works with,,",
      "warning: connections.csv:2:2: \"Elm\" is connected with itself; the row was left out; "
        + "expected two elements"
    ),
    (
      "Elm,Oak,works with,-3,",
      "warning: connections.csv:2:4: Strength \"-3\" was left out; expected a number above 0"
    ),
    (
      "Elm,Oak,works with,much,",
      "warning: connections.csv:2:4: Strength \"much\" was left out; expected a number above 0"
    ),
    (
      "Elm,Oak,works with,,5",
      "warning: connections.csv:2:5: Level \"5\" was left out; expected 1 to 4, or networking, "
        + "coordinating, cooperating, collaborating"
    ),
    (
      "Elm,Oak,wroks with,,",
      "notice: connections.csv:2:3: 1 connection type has no meaning here: \"wroks with\"; read as "
        + "working ties without direction, unless the row says one; the setting Read as gives them one"
    ),
  ]

  @Test(arguments: odd)
  func whatIsOddIsAFindingWithItsPlace(row: String, finding: String) async throws {
    try await withTemporaryFolder { folder in
      let map = try folder.write([
        "elements.csv": "ID,Label,Type,Colour\n1,Elm,organization,red\n2,Oak,organization,\n"
          + "3,Ash Hospital,organization,\n",
        "connections.csv": "From,To,Type,Strength,Level\n\(row)\n",
      ])
      let check = try await Tool.run("check", map)
      #expect(check.status == 0)
      #expect(check.lines == [finding])
      let measure = try await Tool.run("measure", map, "--weighted", "--json")
      #expect(measure.status == 0)
    }
  }

  @Test func aMisspeltColumnIsKeptAndLosesNothing() async throws {
    try await withTemporaryFolder { folder in
      let map = try folder.write([
        "elements.csv": "ID,Label,Colour of door\n1,Elm,red\n2,Oak,blue\n",
        "connections.csv": "From,To\nElm,Oak\n",
      ])
      let measure = try await Tool.run(
        "measure", map, "--by", "colour_of_door", "--measures", "ei_index", "--json")
      #expect(try measure.json["network"]["ei_index"]["ei"].number == 1)
    }
  }
}

@Suite("Hostile labels")
struct HostileLabelTests {
  private static let labels = [
    "<b>&\"bold\"</b>", "back\\slash\\n \\N \\G", "🏥 clinic 👩‍👩‍👧", "مركز صحة", "a\u{202E}b\u{202C}c",
    "bell\u{07}\u{1B}[31m", "=cmd|'/c calc'!A1", "+1+1", "-2-3", "@SUM(A1)", "\tTab",
    "</title><script>alert(1)</script>", "]]> <!-- -->", "{a|b} %s", "&amp;lt; &#1; R&D",
    "' onload='x", "line\nbreak", "../../etc/passwd", "e\u{301}\u{301}",
  ]

  /// Everybody tied to the first, in sectors and with seats that are as bad.
  private static func map(in folder: TemporaryFolder, labels: [String]) throws -> String {
    func cell(_ text: String) -> String { "\"" + text.replacing("\"", with: "\"\"") + "\"" }
    var elements = "ID,Label,Type,Sector\nt,\(cell("=T<i>")),table,\n"
    var connections = "From,To,Type\n"
    var seats = "Table,Holder\n"
    for (place, label) in labels.enumerated() {
      elements += "o\(place),\(cell(label)),organization,\(cell(labels[place % 4]))\n"
      if place > 0 { connections += "o0,o\(place),\(cell("<i>" + labels[place % 2]))\n" }
      seats += "t,o\(place)\n"
    }
    return try folder.write([
      "elements.csv": elements, "connections.csv": connections, "seats.csv": seats,
      "settings.csv":
        "Setting,Value\nTitle,\(cell(labels[0]))\nPurpose,\(cell(labels[11 % labels.count]))\n",
    ])
  }

  @Test func theyAreCarriedSafelyIntoEveryOutput() async throws {
    try await withTemporaryFolder { folder in
      let map = try Self.map(in: folder, labels: Self.labels)
      let report = try await Tool.run("report", map, "-o", folder.path("out"))
      #expect(report.status == 0)
      let names = folder.contents.filter { $0.hasPrefix("out/") }
      #expect(names.count == 22)

      let page = try folder.text("out/index.html")
      let parsed = try #require(XMLText(page: page), "the page is well formed")
      #expect(parsed.count("script") == 0)
      #expect(parsed.count("b") == 0)
      #expect(parsed.count("i") == 0)
      #expect(parsed.attributes.filter { $0.hasPrefix("on") }.isEmpty)
      #expect(parsed.text.contains("</title><script>alert(1)</script>"))
      let unsafe = page.unicodeScalars.contains {
        ($0.value < 0x20 && $0 != "\n" && $0 != "\t") || (0x202A...0x202E).contains($0.value)
      }
      #expect(!unsafe)

      for view in ["system", "silos", "tables"] {
        let svg = try #require(XMLText(folder.bytes("out/\(view).svg")), "\(view)")
        #expect(svg.count("script") == 0)
        #expect(svg.attributes.filter { $0.hasPrefix("on") }.isEmpty)
        for label in [0, 1, 2, 3, 6, 11, 13, 15] {
          let bare = svg.text.filter { !$0.isWhitespace }
          #expect(bare.contains(Self.labels[label].filter { !$0.isWhitespace }), "\(label)")
        }
        let dot = try folder.text("out/\(view).dot")
        #expect(dot.hasPrefix("digraph "))
        #expect(try folder.bytes("out/\(view).pdf").starts(with: Data("%PDF-".utf8)))
      }

      let rows = rows(ofCSV: try folder.text("out/measures.csv"))
      #expect(rows.count == Self.labels.count + 1)
      #expect(rows.allSatisfy { $0.count == rows[0].count })
      for cell in rows.joined() { #expect(!"=+-@".contains(cell.first ?? "a"), "\(cell)") }
      #expect(rows[7][1] == "'=cmd|'/c calc'!A1")

      let elements = try JSON(folder.bytes("out/measures.json"))["elements"].items
      #expect(elements[0]["label"].text == Self.labels[0])
      #expect(elements[6]["label"].text == Self.labels[6])
    }
  }

  @Test func theyDoNotCommandTheTerminal() async throws {
    try await withTemporaryFolder { folder in
      let map = try Self.map(in: folder, labels: Self.labels)
      for command in ["check", "measure", "silos", "inclusion"] {
        let outcome = try await Tool.run(command, map)
        #expect(outcome.status == 0)
        let unsafe = (outcome.output + outcome.errors).unicodeScalars.contains {
          ($0.value < 0x20 && $0 != "\n") || (0x7F...0x9F).contains($0.value)
            || (0x202A...0x202E).contains($0.value)
        }
        #expect(!unsafe, "\(command)")
      }
    }
  }

  @Test func aLabelOfHalfAMegabyteIsALabel() async throws {
    try await withTemporaryFolder { folder in
      let long = String(repeating: "long ", count: 100_000) + "end"
      let map = try Self.map(in: folder, labels: ["Elm", "Oak", long, "Ash"])
      let report = try await Tool.run("report", map, "-o", folder.path("out"))
      #expect(report.status == 0)
      #expect(XMLText(page: try folder.text("out/index.html")) != nil)
      #expect(try folder.bytes("out/system.svg").count < 200_000)
      #expect(try folder.text("out/measures.csv").contains(long))
      let check = try await Tool.run("check", map)
      #expect(check.status == 0)
      #expect(check.output.utf8.count < 10_000)
    }
  }

  @Test(arguments: ["x=\"", "", "   ", "\"", "\u{FEFF}", ",", "\n"])
  func aTitleOfAnythingMakesAPage(title: String) async throws {
    try await withTemporaryFolder { folder in
      var files = DrawTests.small
      files["settings.csv"] =
        "Setting,Value\nTitle,\"\(title.replacing("\"", with: "\"\""))\"\nDate,someday\n"
      let map = try folder.write(files)
      let report = try await Tool.run(
        "report", map, "-o", folder.path("out"), "--formats", "html", "--for", "kickoff")
      #expect(report.status == 0)
      #expect(XMLText(page: try folder.text("out/index.html")) != nil)
    }
  }
}
