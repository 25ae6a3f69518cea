import Foundation
import Testing

/// No family is named where many are shown together, in any format, to anybody; and nobody is taken
/// for a member of a family because of a name.
@Suite("Names of families")
struct JourneyNamesTests {
  /// Twelve families by telling names, one of them with a parent who holds a seat.
  private static let families = [
    "Quillon", "Zarkovic", "Abernathy", "Okonkwo", "Brightwater", "Delacroix", "Fenwick",
    "Haverford", "Iturbide", "Jankowski", "Kalani", "Lindqvist",
  ]

  private static var map: [String: String] {
    var steps = ["Case,Step,Start date,Organization,Worker,Referred to,Handoff,Barrier,Notes"]
    for (place, family) in families.enumerated() {
      let day = 10 + place
      steps += [
        "\(family),Intake,2026-01-\(day),Elm School,Tess Holloway,Oak Clinic,cold,No transport,",
        "\(family),Call with \(family) at home,2026-02-\(day),Oak Clinic,,Pantry,warm,,\(family)",
        "\(family),Visit,2026-03-\(day),Pantry,,,,,Spoke with Ines \(family)",
      ]
    }
    return [
      "elements.csv": """
      ID,Label,Type,Sector,Works for
      O1,Elm School,organization,schools,
      O2,Oak Clinic,organization,health,
      O3,Pantry,organization,nonprofit,
      H1,Quillon,household,,
      R1,Ines Quillon,resident,,
      W1,Tess Holloway,person,,Elm School
      T1,Steering group,table,,

      """,
      "connections.csv": "From,To,Type\nElm School,Oak Clinic,works with\n",
      "seats.csv": "Table,Holder,Role\nSteering group,Ines Quillon,member\n",
      "journeys.csv": steps.joined(separator: "\n") + "\n",
      "settings.csv": "Setting,Value\nDate,2026-06-01\n",
    ]
  }

  private static func named(in text: String) -> [String] {
    families.filter { text.localizedCaseInsensitiveContains($0) }
      + (text.contains("H1") ? ["H1"] : [])
  }

  @Test(arguments: ["team", "members", "public"])
  func noFamilyIsNamedInAnAggregate(audience: String) async throws {
    try await withTemporaryFolder { folder in
      let map = try folder.write(Self.map)
      let share = ["--share", audience]
      for arguments in [["journey", map], ["journey", map, "--json"]] {
        let run = try await Tool.run(arguments + share)
        #expect(run.status == 0, "\(run.errors)")
        #expect(Self.named(in: run.output + run.errors).isEmpty)
        // A finding of the files would quote the parent's name: its number is told.
        #expect(run.errors.contains("`sightline check` tells which"), "\(run.errors)")
      }
      // What all of them did is told all the same, with a word in the place of the name.
      let json = try await Tool.run(["journey", map, "--json"] + share).json
      let steps = json["directly_follows"].items.compactMap { $0["to"].text }
      #expect(steps.contains("Call with the family at home"))
      for ending in ["svg", "dot", "json"] {
        let file = folder.path("flow.\(ending)")
        let run = try await Tool.run(["draw", map, "flow", "-o", file, "--page", "a4"] + share)
        #expect(run.status == 0, "\(run.errors)")
        #expect(Self.named(in: try folder.text("flow.\(ending)") + run.errors).isEmpty)
      }
      let report = try await Tool.run(
        ["report", map, "--for", "journey", "-o", folder.path("report")] + share)
      #expect(report.status == 0, "\(report.errors)")
      let texts = folder.contents.filter {
        $0.hasPrefix("report/") && $0.contains(/\.(html|svg|md|dot|csv|json)$/)
      }
      #expect(texts.contains("report/index.html"))
      for name in texts { #expect(Self.named(in: try folder.text(name)).isEmpty, "\(name)") }
    }
  }

  /// A log's cases are named after families as often as a map's are.
  @Test func noCaseOfALogIsNamed() async throws {
    try await withTemporaryFolder { folder in
      let rows = Self.families.flatMap { family in
        [
          "\(family),Intake,2026-01-01,Elm", "\(family),Call \(family),2026-01-02,Oak",
          "\(family),Close,2026-01-03,Elm",
        ]
      }
      let log = try folder.write(
        "log.csv", "case,activity,timestamp,group\n" + rows.joined(separator: "\n") + "\n")
      for share in ["team", "members"] {
        let run = try await Tool.run("journey", log, "--share", share, "--json")
        #expect(Self.named(in: run.output + run.errors).isEmpty)
        #expect(run.output.contains("Call the family"))
      }
    }
  }

  /// The parent's seat is hers; her household's journey is the household's.
  ///
  /// Only a row may join
  /// them, never a name.
  @Test func aSeatIsNotLinkedToAJourneyByAName() async throws {
    try await withTemporaryFolder { folder in
      var sheets = Self.map
      sheets["journeys.csv"] = """
        Case,Step,Start date,Organization,Worker
        Quillon,Intake,2026-01-05,Elm School,Tess Holloway
        Quillon,Visit,2026-01-09,Oak Clinic,Tess Holloway

        """
      let map = try folder.write(sheets)
      for name in ["Quillon", "H1"] {
        let run = try await Tool.run("journey", map, "--case", name, "--share", "team", "--json")
        #expect(run.status == 0, "\(run.errors)")
        for word in ["Ines", "R1", "Steering"] { #expect(!run.output.contains(word), "\(word)") }
        #expect(try run.json["care_team"]["size"].number == 1)
      }
      // Nor is she a case by her own name, or by a part of it.
      for name in ["Ines Quillon", "R1", "Ines"] {
        let run = try await Tool.run("journey", map, "--case", name, "--share", "team")
        #expect(run.status == 1 && run.errors.contains("there is no such case"), "\(name)")
      }
      for (view, word) in [("journey", "Ines"), ("care-team", "Ines"), ("ecomap", "Ines")] {
        let file = folder.path("\(view).dot")
        let run = try await Tool.run("draw", map, view, "-o", file, "--share", "team")
        #expect(run.status == 0, "\(run.errors)")
        #expect(!(try folder.text("\(view).dot")).contains(word), "\(view)")
      }
      let inclusion = try await Tool.run("inclusion", map, "--share", "team", "--json")
      for word in ["Intake", "Elm School", "H1"] {
        #expect(!inclusion.output.contains(word), "\(word)")
      }
    }
  }
}
