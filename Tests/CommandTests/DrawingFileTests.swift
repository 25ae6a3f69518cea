import Foundation
import Subprocess
import Testing

/// What the files of `sightline draw` hold.
@Suite struct DrawingFileTests {
  private static let map = [
    "elements.csv": """
    Label,Type,Sector
    Elm School,organization,schools
    Oak Clinic,organization,health
    Food Bank,organization,food
    Library,organization,schools

    """,
    "connections.csv": """
    From,To,Type
    Elm School,Oak Clinic,works with
    Oak Clinic,Food Bank,works with
    Food Bank,Library,works with

    """,
  ]

  @Test func positionsAreTold() async throws {
    try await withTemporaryFolder { folder in
      let map = try folder.write(Self.map)
      let outcome = try await Tool.run(
        "draw", map, "system", "-o", folder.path("map.json"), "--page", "a4")
      #expect(outcome.status == 0)
      let json = try JSON(folder.bytes("map.json"))
      #expect(json["page"]["name"].text == "a4" && json["page"]["width"].number == 842)
      let nodes = json["nodes"].items
      #expect(nodes.compactMap { $0["element"].text }.first == "organization-1")
      #expect(nodes.compactMap { $0["label"].text }.contains("Oak Clinic"))
      let ids = Set(nodes.compactMap { $0["id"].text })
      let edges = json["edges"].items
      #expect(edges.count == 3)
      for edge in edges {
        #expect(ids.contains(try #require(edge["from"].text)))
        #expect(ids.contains(try #require(edge["to"].text)))
        #expect(edge["points"].items.count == 4)
      }
    }
  }

  @Test(arguments: [96, 150, 300]) func pixelsAreThoseAskedFor(dpi: Int) async throws {
    try await withTemporaryFolder { folder in
      let map = try folder.write(Self.map)
      let outcome = try await Tool.run(
        "draw", map, "system", "-o", folder.path("map.png"), "--page", "a4", "--dpi", "\(dpi)")
      #expect(outcome.status == 0)
      // The width of a PNG stands at byte 16, big-endian.
      let width = try folder.bytes("map.png")[16..<20].reduce(0) { $0 << 8 | Int($1) }
      #expect(abs(width - 842 * dpi / 72) <= 1)
    }
  }

  @Test func pixelsThatCannotBeAreRefused() async throws {
    let outcome = try await Tool.run(
      "draw", Tool.sample("larkspur"), "system", "-o", "map.png", "--dpi", "9000")
    #expect(outcome.status == 64 && outcome.errors.contains("--dpi 9000"))
  }

  @Test func textOfAPDFIsTextInFontsOfItsOwn() async throws {
    try await withTemporaryFolder { folder in
      let map = try folder.write(Self.map)
      let path = folder.path("map.pdf")
      #expect(try await Tool.run("draw", map, "system", "-o", path).status == 0)
      guard let text = try await Tool.text(ofPDF: path) else { return }
      for word in ["Elm School", "Oak Clinic", "Food Bank", "Library"] {
        #expect(text.split(whereSeparator: \.isWhitespace).joined(separator: " ").contains(word))
      }
      let fonts = try await Subprocess.run(
        .name("pdffonts"), arguments: [path], output: .string(limit: 1 << 20), error: .discarded)
      let lines = fonts.standardOutput.split(separator: "\n").dropFirst(2)
      #expect(!lines.isEmpty)
      // Embedded, a subset, with the letters that it stands for.
      for line in lines { #expect(line.contains("yes yes yes"), "\(line)") }
    }
  }

  @Test func keptPlacesStay() async throws {
    try await withTemporaryFolder { folder in
      let map = try folder.write(Self.map)
      let (first, second) = (folder.path("first.json"), folder.path("second.json"))
      let kept = folder.path("kept")
      #expect(
        try await Tool.run("draw", map, "system", "-o", first, "--keep", kept).status == 0)
      let rows = try folder.text("kept/positions.csv").split(whereSeparator: \.isNewline)
      #expect(rows.count == 5 && rows[1].hasPrefix("system,organization-1,"))
      #expect(try folder.text("map/elements.csv") == Self.map["elements.csv"], "MAP is as it was")
      // Somebody new at the head of the file.
      let elements = try folder.text("kept/elements.csv").split(whereSeparator: \.isNewline)
      try folder.write(
        "kept/elements.csv",
        ([elements[0], "new,Youth Club,organization,youth"] + elements.dropFirst())
          .joined(separator: "\n"))
      let connections = try folder.text("kept/connections.csv")
      try folder.write("kept/connections.csv", connections + "Youth Club,Oak Clinic,works with\n")
      let outcome = try await Tool.run("draw", kept, "system", "-o", second)
      #expect(outcome.status == 0, "\(outcome.errors)")
      func places(_ name: String) throws -> [String: [Double?]] {
        let nodes = try JSON(folder.bytes(name))["nodes"].items
        return Dictionary(
          nodes.map { ($0["element"].text ?? "", [$0["x"].number, $0["y"].number]) },
          uniquingKeysWith: { first, _ in first })
      }
      let (before, after) = (try places("first.json"), try places("second.json"))
      #expect(before.count == 4 && after.count == 5)
      for (id, place) in before { #expect(after[id] == place) }
    }
  }

  @Test func theMapItselfIsNeverWrittenOver() async throws {
    try await withTemporaryFolder { folder in
      let map = try folder.write(Self.map)
      let outcome = try await Tool.run(
        "draw", map, "system", "-o", folder.path("map.svg"), "--keep", map)
      #expect(outcome.status == 1 && outcome.errors.contains("never written over"))
      #expect(!folder.contents.contains("map.svg"))
    }
  }
}
