import Foundation
import Testing

/// Pictures and pages of a family's journey, by the built tool.
@Suite("Journeys in pictures")
struct JourneyPictureCommandTests {
  private let sample = Tool.sample("household-h07")

  @Test(arguments: ["journey", "ecomap", "care-team"])
  func drawsOneCase(view: String) async throws {
    try await withTemporaryFolder { folder in
      let path = folder.path("picture.svg")
      let outcome = try await Tool.run(
        "draw", sample, view, "-o", path, "--page", "a3", "--on", "2026-04-01", "--before",
        "2026-03-01")
      #expect(outcome.status == 0, "\(outcome.errors)")
      let svg = try folder.text("picture.svg")
      #expect(svg.contains("role=\"img\""))
      for name in ["Household H-07", "Marisol", "Whitlock", "Grandmother"] {
        #expect(!svg.contains(name), "\(name)")
      }
      let team = try await Tool.run(
        "draw", sample, view, "-o", path, "--page", "a3", "--share", "team")
      #expect(team.status == 0)
      #expect(try folder.text("picture.svg").contains("Household H-07"))
    }
  }

  @Test func aCaseWithoutConsentStaysWithTheTeam() async throws {
    try await withTemporaryFolder { folder in
      let map = try folder.write([
        "journeys.csv": """
        Case,Step,Start date,Organization
        Quillon,Visit,2026-01-05,Oak Clinic
        Quillon,Call,2026-01-06,Elm School

        """
      ])
      let path = folder.path("picture.svg")
      let members = try await Tool.run("draw", map, "journey", "-o", path)
      #expect(members.status == 1)
      #expect(members.errors.contains("the family has not agreed that its journey is shown"))
      #expect(!members.errors.contains("Quillon"))
      #expect(folder.contents.filter { $0.hasSuffix(".svg") }.isEmpty)
      let team = try await Tool.run("draw", map, "journey", "-o", path, "--share", "team")
      #expect(team.status == 0, "\(team.errors)")
      let unknown = try await Tool.run(
        "draw", map, "journey", "-o", path, "--share", "team", "--case", "Nobody")
      #expect(
        unknown.errors.contains("there is no case \"Nobody\" in the journeys; expected Quillon"))
    }
  }

  @Test func aFormToPrint() async throws {
    try await withTemporaryFolder { folder in
      let path = folder.path("form.html")
      let made = try await Tool.run("new", path, "--for", "journey", "--language", "es")
      #expect(made.status == 0 && made.output == path + "\n")
      #expect(try folder.text("form.html").contains("Su camino por los servicios"))
      let again = try await Tool.run("new", path, "--for", "journey")
      #expect(again.status == 1 && again.errors.contains("is there already"))
      let wrong = try await Tool.run("new", folder.path("other.html"))
      #expect(wrong.status == 64 && wrong.errors.contains("--for journey"))
    }
  }

  /// Below the team neither picture nor page tells of fewer families than the threshold.
  @Test func manyFamiliesKeepTheThreshold() async throws {
    try await withTemporaryFolder { folder in
      let families = Tool.sample("forty-families")
      let outcome = try await Tool.run(
        "report", families, "-o", folder.path("report"), "--for", "journey", "--formats",
        "html,svg,dot")
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(
        folder.contents.filter { $0.hasPrefix("report/") } == [
          "report/flow.dot", "report/flow.svg", "report/index.html",
        ])
      for name in ["report/flow.dot", "report/flow.svg", "report/index.html"] {
        let counts = try folder.text(name).matches(of: /([0-9]+) families/)
          .compactMap { Int($0.1) }
        #expect(counts.allSatisfy { $0 >= 11 }, "\(name): \(counts)")
      }
      #expect(try folder.text("report/index.html").contains("Where families go next"))
      let single = try await Tool.run(
        "draw", families, "journey", "-o", folder.path("one.svg"), "--share", "team")
      #expect(single.status == 1 && single.errors.contains("name one with --case"))
    }
  }
}
