import Foundation
import Testing

/// `sightline silos`, as a facilitator runs it.
@Suite("The silos command")
struct SiloTests {
  /// The marriages of sixteen Florentine families (Padgett and Ansell 1993), one of them unrelated.
  private static let florence = """
    From,To
    Acciaiuoli,Medici
    Albizzi,Ginori
    Albizzi,Guadagni
    Albizzi,Medici
    Barbadori,Castellani
    Barbadori,Medici
    Bischeri,Guadagni
    Bischeri,Peruzzi
    Bischeri,Strozzi
    Castellani,Peruzzi
    Castellani,Strozzi
    Guadagni,Lamberteschi
    Guadagni,Tornabuoni
    Medici,Ridolfi
    Medici,Salviati
    Medici,Tornabuoni
    Pazzi,Salviati
    Peruzzi,Strozzi
    Ridolfi,Strozzi
    Ridolfi,Tornabuoni

    """

  @Test func florenceHasNoSilosBeyondChance() async throws {
    try await withTemporaryFolder { folder in
      let map = try folder.write(["connections.csv": Self.florence])
      let text = try await Tool.run("silos", map)
      #expect(text.status == 0)
      #expect(text.lines[0].contains("no more grouped than chance would give"))
      #expect(!text.lines[0].contains("silo"))
      let json = try await Tool.run("silos", map, "--json").json
      #expect(json["modularity"].number.map { abs($0 - 0.39875) < 1e-9 } == true)
      #expect(json["verdict"].text == "no more grouped than chance would give")
      let p = try #require(json["null"]["p"].number)
      #expect(p > 0.15 && p < 0.35, "about .24")
      let z = try #require(json["null"]["z"].number)
      #expect(z > 0.2 && z < 1)
    }
  }

  @Test func larkspurIsJoinedThroughTheBackbone() async throws {
    let report = try await WrittenReport.ofLarkspur.value
    let bridges = try #require(report.section("bridges"))
    #expect(bridges.contains("5 tables joined only through the backbone"))
    for team in [
      "Healthy Births Team", "Home Childcare Team", "Newcomer Families Team",
      "Youth Justice Team", "Faith Mentoring Team",
    ] {
      #expect(bridges.contains(team))
    }
    let meetings = try #require(report.section("introductions"))
    #expect(
      meetings.contains(
        "In Northside no tie is reported between any two of these roles: block leader, pastor, "
          + "teacher and youth worker."))
    let first = try #require(report.page.firstMatch(of: /<section id="([^"]*)"/))
    #expect(first.1 == "introductions")
    let json = try JSON(try #require(report.files["silos.json"]))
    #expect(json["backbone"]["silos_cut_off"].items.count == 5)
    #expect(json["strangers"].items.allSatisfy { $0.keys == ["a", "b", "because"] })
    #expect(json["roles"].items.first?["gaps"].items.count == 6)
    #expect(json["agreements"]["no_frontline_contact_reported"].items.count == 3)
  }

  @Test func everyFigureIsExplainedWhereItStands() async throws {
    let report = try await WrittenReport.ofLarkspur.value
    for section in ["introductions", "bridges", "silos"] {
      #expect(report.section(section)?.contains("What these figures mean") == true, "\(section)")
    }
    let json = try JSON(try #require(report.files["silos.json"]))
    for key in ["modularity", "null", "stability", "ari", "ei", "bridges", "strangers"] {
      #expect(json["definitions"][key].text?.isEmpty == false, "\(key)")
    }
  }

  @Test(arguments: ["leiden-cpm", "leiden-directed", "louvain", "label-propagation"])
  func anotherMethodIsNamedInTheResult(_ method: String) async throws {
    try await withTemporaryFolder { folder in
      let map = try folder.write(["connections.csv": Self.florence])
      let json = try await Tool.run(
        "silos", map, "--method", method, "--resolution", "0.5", "--json"
      ).json
      #expect(json["method"].text == method)
      #expect(json["resolution"].number == 0.5)
    }
  }

  @Test(arguments: ["0", "-1", "nan", "inf"])
  func aResolutionIsAboveNothing(_ resolution: String) async throws {
    let outcome = try await Tool.run(
      "silos", Tool.sample("larkspur"), "--resolution=\(resolution)")
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains("expected a number above 0"))
  }
}
