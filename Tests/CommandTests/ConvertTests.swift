import Foundation
import Testing

/// `new` and `convert`: what they write, say, and refuse.
@Suite("Starter maps and converted maps")
struct ConvertTests {
  @Test("a new folder is there, says what comes next, and is checked in one sentence")
  func newFolder() async throws {
    try await withTemporaryFolder { folder in
      let made = try await Tool.run("new", folder.path("my map"))
      #expect(made.status == 0)
      #expect(made.lines == [folder.path("my map")])
      #expect(made.errors.contains("sightline check \"\(folder.path("my map"))\""))
      #expect(
        folder.contents == [
          "my map", "my map/benchmarks.csv", "my map/connections.csv", "my map/elements.csv",
          "my map/instructions (ignore).txt", "my map/journeys.csv", "my map/seats.csv",
          "my map/settings.csv",
        ])
      let check = try await Tool.run("check", folder.path("my map"))
      #expect(check.status == 0)
      #expect(check.lines.count == 1)
      #expect(check.output.hasPrefix("notice: the map is still empty"))
    }
  }

  @Test("the short forms have the sheets of their session", arguments: ["journey", "tables"])
  func shortForms(purpose: String) async throws {
    try await withTemporaryFolder { folder in
      let made = try await Tool.run("new", folder.path("map"), "--for", purpose)
      #expect(made.status == 0)
      let own = purpose == "journey" ? "journeys.csv" : "seats.csv"
      #expect(folder.contents.contains("map/\(own)"))
      #expect(
        !folder.contents.contains(purpose == "journey" ? "map/seats.csv" : "map/journeys.csv"))
    }
  }

  @Test("new makes a workbook, the same each time")
  func newWorkbook() async throws {
    try await withTemporaryFolder { folder in
      for name in ["one.xlsx", "two.xlsx"] {
        let made = try await Tool.run("new", folder.path(name))
        #expect(made.status == 0)
      }
      // The name stands in the instructions; nothing else differs in length.
      #expect(try folder.bytes("one.xlsx").starts(with: Data("PK".utf8)))
      #expect(folder.contents == ["one.xlsx", "two.xlsx"])
    }
  }

  @Test("what is there is never touched by new", arguments: ["map.xlsx", "map"])
  func newKeeps(name: String) async throws {
    try await withTemporaryFolder { folder in
      try folder.write(name, "mine")
      let outcome = try await Tool.run("new", folder.path(name))
      #expect(outcome.status == 1)
      #expect(outcome.errors.contains("is there already and was left as it is"))
      #expect(try folder.text(name) == "mine")
    }
  }

  @Test("new makes nothing else", arguments: ["map.csv", "map.json", "map.ods", "no/map.xlsx"])
  func newRefuses(name: String) async throws {
    try await withTemporaryFolder { folder in
      let outcome = try await Tool.run("new", folder.path(name))
      #expect(outcome.status == 1)
      #expect(outcome.errorLines.count == 1)
      #expect(folder.contents.isEmpty)
    }
  }

  @Test(
    "a converted map measures the same, and says what was kept",
    arguments: ["map", "map.json", "map.xlsx"])
  func convert(name: String) async throws {
    try await withTemporaryFolder { folder in
      let outcome = try await Tool.run("convert", Tool.sample("larkspur"), "-o", folder.path(name))
      #expect(outcome.status == 0)
      #expect(outcome.lines == [folder.path(name)])
      #expect(outcome.errors.contains("278 elements, 257 connections, 172 seats, "))
      #expect(outcome.errors.contains("organization-1 were written into the column ID"))
      #expect(outcome.errors.contains("residents too"))
      let before = try await Tool.run("measure", Tool.sample("larkspur"), "--csv")
      let after = try await Tool.run("measure", folder.path(name), "--csv")
      #expect(before.status == 0)
      #expect(before.output == after.output)
    }
  }

  @Test("a map is never written over itself, nor over anything else unasked")
  func convertKeeps() async throws {
    try await withTemporaryFolder { folder in
      try folder.write(["elements.csv": "Label\nA\n"])
      try folder.write("other/elements.csv", "Label\nB\n")
      for output in ["map", "map/", "map/../map", "other"] {
        let outcome = try await Tool.run("convert", folder.path("map"), "-o", folder.path(output))
        #expect(outcome.status == 1, "\(output)")
        #expect(
          outcome.errors.contains(
            output == "other" ? "add --force to replace it" : "never written over"))
      }
      for input in [["map"], ["map/elements.csv"]] {
        let outcome = try await Tool.run(
          ["convert", folder.path(input[0]), "-o", folder.path("map"), "--force"])
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("never written over"))
      }
      #expect(try folder.text("map/elements.csv") == "Label\nA\n")
      let forced = try await Tool.run(
        "convert", folder.path("map"), "-o", folder.path("other"), "--force")
      #expect(forced.status == 0)
      #expect(try folder.text("other/elements.csv").hasSuffix("element-1,A\r\n"))
    }
  }

  @Test("a map with errors, an unknown format and a missing output are told")
  func convertRefuses() async throws {
    try await withTemporaryFolder { folder in
      try folder.write(["elements.csv": "Label,Sector\nA,x\nA,y\n"])
      let broken = try await Tool.run("convert", folder.path("map"), "-o", folder.path("x.xlsx"))
      #expect(broken.status == 1)
      #expect(broken.errors.contains("elements.csv:3:2"))
      let unknown = try await Tool.run(
        "convert", Tool.sample("larkspur"), "-o", folder.path("x.graphml"))
      #expect(unknown.status == 1)
      #expect(unknown.errors.contains("expected a name ending in .xlsx or .json, or a folder"))
      let nowhere = try await Tool.run("convert", folder.path("map"))
      #expect(nowhere.status == 64)
      #expect(folder.contents == ["map", "map/elements.csv"])
    }
  }

  @Test("what a container could not carry is said")
  func convertTells() async throws {
    try await withTemporaryFolder { folder in
      try folder.write("map.json", #"{"version": 1, "elements": [{"label": "A"}]}"#)
      let outcome = try await Tool.run("convert", folder.path("map.json"), "-o", folder.path("map"))
      #expect(outcome.status == 0)
      #expect(outcome.errors.contains("note: map.json: 1 key was left alone: version"))
    }
  }
}
