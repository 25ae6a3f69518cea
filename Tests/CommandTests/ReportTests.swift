import Foundation
import Testing

/// A report as its reader finds it: every file in memory, the folder gone.
struct WrittenReport: Sendable {
  let outcome: Tool.Outcome
  /// The files by name; hidden ones would be here too.
  let files: [String: Data]
  /// What else stands beside the report's folder.
  let neighbors: [String]

  var page: String { String(decoding: files["index.html"] ?? Data(), as: UTF8.self) }

  /// Runs a command that writes a report into a folder.
  static func written(
    into name: String, by arguments: (TemporaryFolder) throws -> [String]
  ) async throws -> WrittenReport {
    try await withTemporaryFolder { folder in
      let outcome = try await Tool.run(try arguments(folder))
      var files: [String: Data] = [:]
      for path in folder.contents where path.hasPrefix(name + "/") {
        files[String(path.dropFirst(name.count + 1))] = try folder.bytes(path)
      }
      return WrittenReport(
        outcome: outcome, files: files,
        neighbors: folder.contents.filter { !$0.contains("/") })
    }
  }

  // The search for silos takes seconds in a debug build: each report is made once for all tests.
  static let ofLarkspur = Task {
    try await written(into: "larkspur-report") { folder in
      let map = folder.path("larkspur")
      try FileManager.default.copyItem(atPath: Tool.sample("larkspur"), toPath: map)
      return [map]
    }
  }

  static let kickoff = Task {
    try await written(into: "out") { folder in
      [
        "report", Tool.sample("larkspur"), "-o", folder.path("out"), "--for", "kickoff",
        "--formats", "html",
      ]
    }
  }

  /// Whether the page holds some words.
  func tells(_ words: String) -> Bool { page.contains(words) }

  /// The text of a section of the page, from its heading to the next.
  func section(_ id: String) -> Substring? {
    guard let start = page.range(of: "<section id=\"\(id)\""),
      let end = page.range(of: "</section>", range: start.upperBound..<page.endIndex)
    else { return nil }
    return page[start.lowerBound..<end.lowerBound]
  }
}

@Suite("Reports")
struct ReportTests {
  private static let views = [
    "system", "silos", "sectors", "bridges", "ladder", "missing", "tables", "overlap", "seats",
  ]

  @Test func theDefaultCommandWritesEverythingBesideTheMap() async throws {
    let report = try await WrittenReport.ofLarkspur.value
    #expect(report.outcome.status == 0)
    #expect(report.outcome.output.hasSuffix("/larkspur-report/index.html\n"))
    #expect(report.outcome.lines.count == 1)
    #expect(report.neighbors == ["larkspur", "larkspur-report"])
    let diagrams = Self.views.flatMap { view in
      ["svg", "pdf", "png", "dot"].map { "\(view).\($0)" }
    }
    #expect(
      Set(report.files.keys)
        == Set(
          diagrams + [
            "index.html", "introductions.html", "measures.json", "silos.json", "inclusion.json",
            "conditions.json",
            "measures.csv",
          ]))
    #expect(report.files.values.allSatisfy { !$0.isEmpty })
    #expect(report.outcome.errors.contains("\n1 warning.\nMend first:\n  seats.csv:158:2: "))
  }

  @Test func thePageNeedsNothingBesideIt() async throws {
    let report = try await WrittenReport.ofLarkspur.value
    let page = report.page
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"en\">\n"))
    let names = [
      "xmlns=\"http://www.w3.org/2000/svg\"", "xmlns:xlink=\"http://www.w3.org/1999/xlink\"",
    ]
    let rest = names.reduce(page) { $0.replacing($1, with: "") }
    for reference in ["http:", "https:", "src=", "url(", "@import", "<script", "<link", "=\"//"] {
      #expect(!rest.contains(reference), "\(reference) leaves the page")
    }
    #expect(page.contains("default-src 'none'"))
    let parsed = try #require(XMLText(page: page), "the page is well formed")
    // Beside the views there are two curves, of seats and of influence.
    #expect(parsed.count("svg") == Self.views.count + 2)
    #expect(parsed.count("figure") == Self.views.count + 2)
    #expect(parsed.count("figcaption") == Self.views.count + 2)
    #expect(parsed.count("h1") == 1)
    #expect(parsed.attributes.filter { $0.hasPrefix("on") }.isEmpty)
    #expect(Set(parsed.ids).count == parsed.ids.count, "ids are there once")
    #expect(parsed.text.contains("Map of 2026-06-01 · for members · seed 1"))
    for (name, _) in report.files where name != "index.html" {
      #expect(page.contains("href=\"\(name)\""), "\(name) is listed")
    }
    for match in page.matches(of: /href="#([^"]*)"/) {
      #expect(parsed.ids.contains(String(match.1)))
    }
  }

  @Test func theFilesHoldWhatTheCommandsPrint() async throws {
    let report = try await WrittenReport.ofLarkspur.value
    let larkspur = Tool.sample("larkspur")
    let csv = try await Tool.run("measure", larkspur, "--csv")
    #expect(report.files["measures.csv"] == Data(csv.output.utf8))
    let inclusion = try await Tool.run("inclusion", larkspur, "--json")
    #expect(report.files["inclusion.json"] == Data(inclusion.output.utf8))
    for view in Self.views {
      let svg = try #require(report.files["\(view).svg"])
      #expect(svg.starts(with: Data("<svg ".utf8)))
      #expect(XMLText(svg) != nil)
      #expect(report.files["\(view).pdf"]?.starts(with: Data("%PDF-".utf8)) == true)
      #expect(report.files["\(view).png"]?.starts(with: [0x89, 0x50, 0x4E, 0x47]) == true)
      #expect(report.files["\(view).dot"]?.starts(with: Data("digraph ".utf8)) == true)
    }
  }

  @Test func theSilosCommandAgreesWithTheReport() async throws {
    let report = try await WrittenReport.ofLarkspur.value
    let silos = try await Tool.run("silos", Tool.sample("larkspur"), "--json")
    #expect(silos.status == 0)
    #expect(silos.errorLines.map { $0.prefix(24) } == ["warning: seats.csv:158:2"])
    #expect(hasSortedKeys(silos.output))
    #expect(report.files["silos.json"] == Data(silos.output.utf8), "the same bytes twice")
    let json = try silos.json
    #expect(json["verdict"].text == "silos")
    #expect((json["null"]["p"].number ?? 1) < 0.05)
    let isolates = json["isolates"].items.compactMap(\.text)
    #expect(isolates.map { json["labels"][$0].text } == ["Mill Street Tenants' Union"])
    let members = json["silos"].items.flatMap { $0["elements"].items.map(\.text) }
    #expect(members.count == 52)
    #expect(Set(members).count == 52)
    #expect(json["ei"]["value"].number.map { abs($0 - 0.1329) < 0.001 } == true)
    #expect(json["against"]["attribute"].text == "Sector")
  }

  @Test func aKickoffTellsOfStrengthsFirstAndRanksNobody() async throws {
    let report = try await WrittenReport.kickoff.value
    #expect(report.outcome.status == 0)
    #expect(report.files.keys.sorted() == ["index.html", "introductions.html"])
    let order = ["glance", "system", "bridges", "introductions", "tables"]
    let places = order.map { report.page.range(of: "<section id=\"\($0)\"")?.lowerBound }
    #expect(!places.contains(nil))
    #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
    #expect(report.section("measures") == nil)
    #expect(report.section("definitions") == nil)
    let bridges = try #require(report.section("bridges"))
    for figure in ["class=\"figure\"", "%", "Share of paths", "shortest paths", "rank"] {
      #expect(!bridges.contains(figure))
    }
    let table = try #require(bridges.range(of: "</table>"))
    let names = bridges[..<table.lowerBound].matches(of: /<th scope="row">([^<]*)</)
      .map { $0.1.lowercased() }
    #expect(names.count == 12)
    #expect(names == names.sorted(), "in alphabetical order")
    for figure in ["E-I", "p (exact)", "Wilson", "betweenness", "Ratio", "Seat gap"] {
      #expect(!report.tells(figure))
    }
  }

  @Test func theFullReportHoldsTheFigures() async throws {
    let report = try await WrittenReport.ofLarkspur.value
    for figure in ["E-I index", "p (exact)", "Wilson", "betweenness", "Ratio", "Seat gap"] {
      #expect(report.tells(figure), "\(figure)")
    }
    #expect(report.section("measures") != nil)
    #expect(report.section("definitions") != nil)
  }

  @Test func theWordsAreSofterThanTheCode() async throws {
    for task in [WrittenReport.ofLarkspur, WrittenReport.kickoff] {
      let page = try await task.value.page.lowercased()
      for word in [
        "broker", "stranger", "token", "key player", "paper only", "unrepresentative",
      ] {
        let isThere = page.contains(word)
        #expect(!isThere, "\(word)")
      }
    }
  }

  @Test func theDefaultCommandNamesTheThreeToMend() async throws {
    try await withTemporaryFolder { folder in
      var files = DrawTests.small
      files["connections.csv"]? +=
        "Oak Clinic,Oak Clinic,works with\nElm School,Ash Church,works with\n"
      files["connections.csv"] = files["connections.csv"]?.replacing(
        "From,To,Type", with: "From,To,Type,Strength,Level,Since,Trust")
      files["connections.csv"]? += """
        Oak Clinic,Ash Church,works with,-1,9,soon,many

        """
      let map = try folder.write(files, into: "My Town")
      let outcome = try await Tool.run(map + "/", "--share", "team")
      #expect(outcome.status == 0)
      #expect(outcome.output == folder.path("My Town-report/index.html") + "\n")
      let notes = outcome.errorLines
      let start = try #require(notes.firstIndex(of: "Mend first:"))
      #expect(notes.count == start + 4)
      let mended = ["5:2: \"Oak Clinic\" is", "7:4: Strength \"-1\"", "7:5: Level \"9\""]
      for (note, start) in zip(notes[(start + 1)...], mended) {
        #expect(note.hasPrefix("  connections.csv:" + start))
      }
      #expect(notes[start - 1] == "5 warnings.")
    }
  }

  @Test func aMapInOneFileHasItsReportBesideIt() async throws {
    try await withTemporaryFolder { folder in
      let edges = try folder.write("ties.csv", "From,To\nElm,Oak\nOak,Ash\n")
      let outcome = try await Tool.run(edges)
      #expect(outcome.status == 0)
      #expect(outcome.output == folder.path("ties-report/index.html") + "\n")
      #expect(folder.contents.contains("ties-report/system.svg"))
    }
  }
}
