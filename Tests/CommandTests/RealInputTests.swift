import Foundation
import Testing

/// Files that others made, where they stand beside the repository.
@Suite("Real input")
struct RealInputTests {
  @Test(
    Tool.needs("data/kumu"),
    arguments: ["kumu-changelabs-template.json", "snap-to-tutorial-project.json"])
  func aKumuProjectHasAReport(file: String) async throws {
    try await withTemporaryFolder { folder in
      let report = try await Tool.run(
        "report", Tool.shared("data/kumu/\(file)"), "-o", folder.path("out"), "--formats",
        "html,svg,pdf,png,dot")
      #expect(report.status == 0)
      #expect(report.output == folder.path("out/index.html") + "\n")
      let page = try folder.text("out/index.html")
      #expect(page.hasSuffix("</html>\n"))
      let parsed = try #require(XMLText(page: page), "the page is well formed")
      #expect(parsed.count("svg") >= 1)
      #expect(Set(parsed.ids).count == parsed.ids.count)
      let couldNot = page.contains("could not be drawn")
      #expect(!couldNot)
      #expect(XMLText(try folder.bytes("out/system.svg")) != nil)
      for ending in ["svg", "pdf", "png", "dot"] {
        #expect(try !folder.bytes("out/system.\(ending)").isEmpty)
      }
    }
  }

  /// 22,470 pages of four types and 171,002 likes (Rozemberczki, Allen and Sarkar 2019).
  private static let facebook = [
    Tool.shared("data/networks/facebook_target.csv"), "--connections",
    Tool.shared("data/networks/facebook_edges.csv"), "--column", "elements.Label=page_name",
    "--column", "connections.From=id_1", "--column", "connections.To=id_2", "--by", "page_type",
  ]

  @Test(Tool.needs("data/networks/facebook_edges.csv"))
  func theMeasuresAreThoseOfIgraph() async throws {
    let measure = try await Tool.run(
      ["measure"] + Self.facebook + [
        "--measures", "ei_index,assortativity_nominal,modularity_of_attribute", "--json",
      ])
    #expect(measure.status == 0)
    let json = try measure.json
    // igraph 0.10 after simplify().
    let expected: [(JSON, Double)] = [
      (json["network"]["ei_index"]["ei"], -0.7706397850406561),
      (json["network"]["assortativity_nominal"], 0.8206200407380531),
      (json["network"]["modularity_of_attribute"], 0.5246338267609175),
    ]
    for (value, expected) in expected {
      #expect(abs((value.number ?? .infinity) - expected) < 1e-9)
    }
    #expect(json["map"]["elements"].number == 22_470)
    #expect(json["map"]["connections"].number == 170_823)
    let messages = json["findings"].items.compactMap { $0["message"].text }
    #expect(
      messages.contains {
        $0.hasPrefix("179 connections join an element with itself and were left out")
      })
  }

  @Test(Tool.needs("data/networks/facebook_edges.csv"))
  func whatIsTooLargeToReadIsDrawnInGroups() async throws {
    try await withTemporaryFolder { folder in
      let path = folder.path("x.svg")
      let draw = try await Tool.run(
        ["draw"] + Self.facebook.prefix(1) + ["system", "-o", path] + Self.facebook.dropFirst())
      #expect(draw.status == 0)
      #expect(draw.output.isEmpty)
      #expect(
        draw.errors.contains(
          "note: 22,470 elements are too many for single labels: the groups are drawn instead."))
      let svg = try #require(XMLText(folder.bytes("x.svg")))
      for group in ["company", "government", "politician", "tvshow"] {
        #expect(svg.text.contains(group))
      }
      #expect(try folder.bytes("x.svg").count < 100_000)
    }
  }

  @Test(Tool.needs("examples/h07"))
  func aDayGivesItsOwnSnapshot() async throws {
    let map = Tool.shared("examples/h07")
    for (day, ties) in [(nil, 4.0), ("2026-03-01", 4), ("2026-03-11", 4), ("2026-03-12", 38)] {
      let on = day.map { ["--on", $0] } ?? []
      let measure = try await Tool.run(["measure", map, "--types", "person", "--json"] + on)
      #expect(try measure.json["map"]["connections"].number == ties)
      #expect(try measure.json["elements"].items.count == 15)
    }
    try await withTemporaryFolder { folder in
      let draw = try await Tool.run(
        "draw", map, "system", "-o", folder.path("x.svg"), "--on", "2026-04-01")
      #expect(draw.status == 0)
      let svg = try #require(XMLText(folder.bytes("x.svg")))
      #expect(svg.text.contains("2026-04-01"))
    }
  }
}
