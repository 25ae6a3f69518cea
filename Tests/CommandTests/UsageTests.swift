import Foundation
import Testing

/// Exit codes and where messages go: 0 done, 1 the map has errors or the job failed, 64 wrong usage.
@Suite("Usage")
struct UsageTests {
  /// Arguments after the map, and what the message has to tell: what, where, what was expected.
  private static let wrong: [(arguments: [String], told: [String])] = [
    (["measure", "MAP", "--nope"], ["Unknown option '--nope'"]),
    (["MAP", "--nope"], ["Unknown option '--nope'"]),
    (["measure"], ["Missing expected argument '<map>'"]),
    (["measure", "MAP", "--measures", "fame"], ["fame", "`sightline measures` lists"]),
    (
      ["measure", "MAP", "--measures", "degree,betweeness"],
      ["unknown measure betweeness; did you mean betweenness, "]
    ),
    (["measure", "MAP", "--measures", ","], ["--measures names none"]),
    (["measure", "MAP", "--share", "all"], ["'all'", "--share", "'public', 'members' or 'team'"]),
    (["measure", "MAP", "--on", "2026-02-30"], ["'2026-02-30'", "--on", "YYYY-MM-DD"]),
    (["measure", "MAP", "--seed", "x"], ["'x'", "--seed", "a whole number, 0 or more"]),
    (["measure", "MAP", "--seed", "-1"], ["'-1'", "--seed", "a whole number, 0 or more"]),
    (
      ["measure", "MAP", "--column", "From=id_1"],
      ["--column \"From=id_1\"", "expected SHEET.OUR=THEIRS"]
    ),
    (
      ["measure", "MAP", "--column", "nodes.Label=name"],
      ["names no sheet: \"nodes\"", "expected one of elements, "]
    ),
    (["measure", "MAP", "--json", "--csv"], ["--json and --csv exclude each other"]),
    (["measure", "MAP", "--directed", "--undirected"], ["--undirected", "--directed"]),
    (
      ["measure", "MAP", "--ties", "knows,In conflict  with"],
      ["--ties in conflict with", "--share team"]
    ),
    (["silos", "MAP", "--ties", "opposes"], ["--ties opposes", "--share team"]),
    (
      ["draw", "MAP", "system", "-o", "OUT.svg", "--ties", "rates influence of"],
      ["--ties rates influence of", "--share team"]
    ),
    (
      ["draw", "MAP", "system", "-o", "OUT.svg", "--page", "b5"],
      ["--page b5", "expected one of slide, a4, "]
    ),
    (["draw", "MAP", "view", "-o", "OUT.svg"], ["'view'", "system"]),
    (["draw", "MAP", "system", "-o", "OUT.gif"], ["OUT.gif", ".svg, .pdf, .png, .dot or .json"]),
    (["draw", "MAP", "system", "-o", "OUT"], ["OUT: ", ".svg, .pdf, .png, .dot or .json"]),
    (["draw", "MAP", "system"], ["--output"]),
    (
      ["draw", "MAP", "system", "-o", "OUT.svg", "--size", "density"],
      ["--size density", "expected one of degree"]
    ),
    (
      ["draw", "MAP", "system", "-o", "OUT.svg", "--palette", "neon"], ["'neon'", "'standard'"]
    ),
    (["report", "MAP"], ["--output"]),
    (["report", "MAP", "-o", "OUT", "--for", "fun"], ["'fun'", "'kickoff', 'journey' or 'full'"]),
    (
      ["report", "MAP", "-o", "OUT", "--formats", "html,docx"],
      ["--formats docx", "expected html, "]
    ),
    (["report", "MAP", "-o", "OUT", "--page", "b5"], ["--page b5", "expected one of slide"]),
  ]

  @Test(arguments: wrong)
  func wrongUsageIs64(arguments: [String], told: [String]) async throws {
    try await withTemporaryFolder { folder in
      let map = try folder.write(DrawTests.small)
      let output = folder.path("OUT")
      let outcome = try await Tool.run(
        arguments.map { $0 == "MAP" ? map : $0.replacing(/^OUT/, with: output) })
      #expect(outcome.status == 64)
      #expect(outcome.output.isEmpty)
      for words in told { #expect(outcome.errors.contains(words)) }
      #expect(folder.contents.filter { !$0.hasPrefix("map") }.isEmpty)
    }
  }

  @Test func anUnknownFirstWordIsNoFileOrCommand() async throws {
    let outcome = try await Tool.run("mesure")
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty)
    #expect(
      outcome.errors
        == "error: no file or command \"mesure\"; `sightline --help` lists the commands\n")
  }

  @Test(arguments: ["check", "measure", "silos", "inclusion"])
  func anAbsentFileIsNamed(command: String) async throws {
    let outcome = try await Tool.run(command, "/nowhere/map.csv")
    #expect(outcome.status == 1)
    #expect(outcome.output.isEmpty)
    #expect(
      outcome.errors == """
        error: /nowhere/map.csv: there is no such file or folder; expected a folder of CSV files, \
        a workbook, a CSV file or a JSON file

        """)
  }

  @Test func aColumnThatTheFileLacksIsTheMapsFault() async throws {
    try await withTemporaryFolder { folder in
      let map = try folder.write(DrawTests.small)
      let outcome = try await Tool.run("measure", map, "--column", "elements.Label=Name")
      #expect(outcome.status == 1)
      #expect(
        outcome.errors == """
          error: elements.csv: there is no column "Name"; expected one of Label, Type, Sector, Tier

          """)
    }
  }

  @Test func measuresAreListed() async throws {
    let listed = try await Tool.run("measures", "Core")
    #expect(listed.status == 0)
    #expect(listed.output.hasPrefix("Of each element\n\n  coreness\n      "))
    #expect(!listed.output.contains("  betweenness\n"))
    #expect(try await Tool.run("measures", "fame").status == 1)
  }

  @Test func helpIsAResult() async throws {
    let help = try await Tool.run("--help")
    #expect(help.status == 0)
    #expect(help.errors.isEmpty)
    let commands = ["check", "measure", "silos", "inclusion", "draw", "report", "doctor"]
    for command in commands {
      #expect(help.output.contains("  \(command) "))
      let own = try await Tool.run(command, "--help")
      #expect(own.status == 0)
      #expect(own.errors.isEmpty)
      #expect(own.output.contains("sightline \(command)"), "an example")
    }
    let version = try await Tool.run("--version")
    #expect(version.output == "0.1.0\n")
  }

  /// Every way in which an output can have no place.
  @Test(arguments: [
    ("afile/x", "/afile is a file; name a folder"), ("afile", "it is a file; name another"),
  ])
  func aReportThatHasNoPlaceLeavesNothing(place: String, told: String) async throws {
    try await withTemporaryFolder { folder in
      let map = try folder.write(DrawTests.small)
      try folder.write("afile", "mine")
      let before = folder.contents
      let report = try await Tool.run(
        "report", map, "-o", folder.path(place), "--formats", "csv,svg")
      #expect(report.status == 1)
      #expect(report.output.isEmpty)
      #expect(report.errors.hasPrefix("error: \(folder.path(place)): cannot be made: "))
      #expect(report.errors.hasSuffix(told + "\n"))
      #expect(folder.contents == before)
      #expect(try folder.text("afile") == "mine")
    }
  }

  @Test(arguments: [
    ("afile/x.svg", "/afile is a file; name a folder"),
    ("absent/x.svg", "/absent; make it first"), ("folder.svg", "it is a folder; name a file"),
  ])
  func aDrawingThatHasNoPlaceLeavesNothing(place: String, told: String) async throws {
    try await withTemporaryFolder { folder in
      let map = try folder.write(DrawTests.small)
      try folder.write("afile", "mine")
      try folder.write("folder.svg/within", "mine")
      let before = folder.contents
      let draw = try await Tool.run("draw", map, "sectors", "-o", folder.path(place))
      #expect(draw.status == 1)
      #expect(draw.output.isEmpty)
      #expect(draw.errors.hasPrefix("error: \(folder.path(place)): cannot be written: "))
      #expect(draw.errors.hasSuffix(told + "\n"))
      #expect(folder.contents == before)
    }
  }

  @Test func anOutputIsReplacedWhole() async throws {
    try await withTemporaryFolder { folder in
      let map = try folder.write(DrawTests.small)
      try folder.write("x.dot", String(repeating: "old", count: 100_000))
      let draw = try await Tool.run("draw", map, "sectors", "-o", folder.path("x.dot"))
      #expect(draw.status == 0)
      #expect(try folder.text("x.dot").hasPrefix("digraph "))
      #expect(try !folder.text("x.dot").contains("oldold"))
      #expect(folder.contents.filter { !$0.hasPrefix("map") } == ["x.dot"])
    }
  }
}
