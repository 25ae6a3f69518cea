import Foundation
import Testing

/// How many residents who may not be named sit at a table is in nothing that is published: two maps
/// that differ in nothing else read the same, to the last byte of every table, page and drawing.
@Suite("Unnamed residents")
struct UnnamedResidentTests {
  /// Larkspur with some more residents, each group of them at some tables.
  ///
  /// Of its ties one in twenty is kept: they tell of no resident at a table, and take long to draw.
  private static func map(
    seating counts: [(tables: [String], residents: Int)], into folder: TemporaryFolder
  ) throws -> String {
    var files: [String: String] = [:]
    let sample = Tool.sample("larkspur")
    for name in try FileManager.default.contentsOfDirectory(atPath: sample) {
      files[name] = try String(contentsOfFile: "\(sample)/\(name)", encoding: .utf8)
    }
    var number = 0
    for (tables, residents) in counts {
      for _ in 0..<residents {
        number += 1
        files["elements.csv", default: ""] += "Zelda\(number) Quill,resident\n"
        for table in tables {
          files["seats.csv", default: ""] += "\(table),Zelda\(number) Quill\n"
        }
      }
    }
    files["connections.csv"] = files["connections.csv"]?.split(separator: "\n").enumerated()
      .filter { $0.offset % 20 == 0 }.map(\.element).joined(separator: "\n")
    // Figures stand under a consent, which is another matter.
    files["settings.csv"] = files["settings.csv"]?.split(separator: "\n")
      .filter { !$0.hasPrefix("Consent") }.joined(separator: "\n")
    return try folder.write(files)
  }

  /// All that an audience gets, by name.
  private static func publication(
    of counts: [(tables: [String], residents: Int)], for audience: String
  ) async throws -> [String: Data] {
    try await withTemporaryFolder { folder in
      let map = try Self.map(seating: counts, into: folder)
      var published: [String: Data] = [:]
      func run(_ arguments: [String]) async throws {
        let outcome = try await Tool.run(arguments + ["--share", audience])
        #expect(outcome.status == 0, "\(arguments) \(outcome.errors)")
        let text = (outcome.output + outcome.errors).replacing(folder.path, with: "")
        published[arguments.joined(separator: " ").replacing(folder.path, with: "")] =
          Data(text.utf8)
      }
      // Their JSON is in the report too, and so is every view.
      for command in ["inclusion", "conditions", "silos", "check"] {
        try await run([command, map])
      }
      try await run(["check", map, "--json"])
      let formats = ["html", "svg", "pdf", "png", "dot", "json", "csv"].joined(separator: ",")
      try await run(["report", map, "-o", folder.path("report"), "--formats", formats])
      for name in folder.contents where name.contains(".") && !name.hasPrefix("map/") {
        published[name] = try folder.bytes(name)
      }
      return published
    }
  }

  @Test(arguments: ["members", "public"])
  func theirNumberIsInNothing(audience: String) async throws {
    let few = try await Self.publication(
      of: [
        (["Steering Group"], 3), (["Early Years Committee"], 2), (["Finance Committee"], 1),
        (["Early Years Committee", "Finance Committee"], 1),
      ], for: audience)
    // In the Early Years Committee they would have most of the votes.
    let more = try await Self.publication(
      of: [
        (["Steering Group"], 1), (["Early Years Committee"], 6), (["Finance Committee"], 3),
        (["Early Years Committee", "Finance Committee"], 4), ([], 40),
      ], for: audience)
    #expect(few.count >= 25)
    #expect(few.keys.sorted() == more.keys.sorted())
    for (name, bytes) in few {
      #expect(bytes == more[name], "\(name) tells how many residents there are")
      let text = String(decoding: bytes, as: Unicode.ASCII.self)
      #expect(!text.contains("Zelda") && !text.contains("Quill"), "\(name) names them")
    }
    let drawing = String(decoding: try #require(few["report/tables.svg"]), as: UTF8.self)
    #expect(drawing.contains("residents (&lt;11)"))
  }
}
