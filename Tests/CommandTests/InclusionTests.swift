import Foundation
import Testing

/// `sightline inclusion` as a user runs it.
@Suite("Inclusion from the command line")
struct InclusionTests {
  /// A council of six and a benchmark, to which each test adds its nonsense.
  private static func map(
    benchmarks: String, seats: String = "", elements: String = ""
  ) -> [String: String] {
    let people = (1...6).map { "Person \($0),person,,\($0 > 4 ? "Latino" : "White"),\n" }
    return [
      "elements.csv": "Label,Type,Tier,Race,Seats\nCouncil,table,1,,\n" + people.joined()
        + elements,
      "seats.csv": "Table,Holder\n" + (1...6).map { "Council,Person \($0)\n" }.joined() + seats,
      "benchmarks.csv": benchmarks,
    ]
  }

  private static let header = "Population,Attribute,Group,Share,Count\n"

  /// Nonsense, and the sentence with its place that it gets.
  private static let nonsense: [(files: [String: String], told: String)] = [
    (
      map(benchmarks: header + "community,Race,White,1.4,\ncommunity,Race,Latino,0.3,\n"),
      "benchmarks.csv:2:4: Share \"1.4\" was left out; expected a share from 0 to 1, or a percentage"
    ),
    (
      map(benchmarks: header + "community,Race,White,140 %,\ncommunity,Race,Latino,30 %,\n"),
      "benchmarks.csv:2:4: Share \"140 %\" was left out; expected a share from 0 to 1"
    ),
    (
      map(benchmarks: header + "community,Race,White,0.9,\ncommunity,Race,Latino,0.9,\n"),
      "benchmarks.csv:2:3: the shares of \"Race\" add up to 180.0 %; expected 100 %"
    ),
    (
      map(benchmarks: header + "community,Race,White,,\ncommunity,Race,Latino,,\n"),
      "benchmarks.csv:2:3: no group of Race has a share or count that can be used; a share from 0"
    ),
    (
      map(benchmarks: header + "community,Race,White,0,\ncommunity,Race,Latino,,-4\n"),
      "benchmarks.csv:3:5: Count \"-4\" was left out; expected a number, 0 or more"
    ),
    (
      map(benchmarks: header + "community,Race,White,0.6,\ncommunity,Race,Black,0.4,\n"),
      "benchmarks.csv:2:3: some seats are held by groups of Race that the benchmark “community” does "
        + "not list; they are left out of the comparison"
    ),
    (
      map(benchmarks: header + "community,Race,White,0.6,\ncommunity,Race,Latino,-0.4,\n"),
      "benchmarks.csv:3:4: Share \"-0.4\" was left out; expected a share from 0 to 1"
    ),
    (
      map(
        benchmarks: header + "community,Race,White,0.6,\ncommunity,Race,Latino,0.4,\n",
        elements: "Board,table,1,,\n"),
      "elements.csv:9:1: Board has no filled seat; nothing is compared there"
    ),
    (
      map(
        benchmarks: header + "community,Race,White,0.6,\ncommunity,Race,Latino,0.4,\n",
        seats: "Board,Person 1\n", elements: "Board,table,1,,0\n"),
      "elements.csv:9:1: Board has 0 seats by its row, and 1 is filled; the filled ones are compared"
    ),
    (
      map(
        benchmarks: header + "community,Race × Age × Role,a × b × c,0.6,\n"),
      "benchmarks.csv:2:3: Race × Age × Role crosses more than two columns; cross two at most"
    ),
  ]

  @Test(arguments: nonsense)
  func nonsenseGetsASentenceWithItsPlace(files: [String: String], told: String) async throws {
    try await withTemporaryFolder { folder in
      let map = try folder.write(files)
      let inclusion = try await Tool.run("inclusion", map, "--share", "team")
      #expect(inclusion.status == 0)
      #expect(inclusion.errors.contains(": " + told), "\(inclusion.errors)")
      let json = try await Tool.run("inclusion", map, "--share", "team", "--json")
      #expect(json.status == 0)
      // Numbers that are none would be no JSON.
      #expect(throws: Never.self) { try json.json }
    }
  }

  /// What the reader left out, every analysis tells, beside its text as beside its JSON.
  @Test(arguments: ["inclusion", "conditions", "silos"], [[], ["--json"]])
  func everyAnalysisTellsWhatWasLeftOut(command: String, form: [String]) async throws {
    try await withTemporaryFolder { folder in
      let map = try folder.write(
        Self.map(benchmarks: Self.header + "community,Race,White,1.4,\n"))
      let outcome = try await Tool.run([command, map] + form)
      #expect(outcome.status == 0)
      let told = "warning: benchmarks.csv:2:4: Share \"1.4\" was left out"
      #expect(outcome.errors.components(separatedBy: told).count == 2, "\(outcome.errors)")
    }
  }

  /// A resident who left is not on the map of the day, but in the findings of its files.
  @Test(arguments: ["inclusion", "conditions", "silos", "measure"])
  func whatWasLeftOutNamesNobodyWhoLeft(command: String) async throws {
    try await withTemporaryFolder { folder in
      let map = try folder.write([
        "elements.csv": "Label,Type,Until\nAna Ruiz,resident,2025-01-01\nCouncil,table,\n",
        "seats.csv": "Table,Holder,Votes\nCouncil,Ana Ruiz,x\n",
        "settings.csv": "Setting,Value\nDate,2026-01-01\n",
      ])
      let members = try await Tool.run(command, map)
      #expect(members.status == 0)
      #expect(members.errors.contains("warning: seats.csv:2:2: \"(resident)\""))
      #expect(!(members.output + members.errors).contains("Ana"), "\(members.errors)")
      #expect(try await Tool.run(command, map, "--share", "team").errors.contains("Ana Ruiz"))
    }
  }

  /// Every process orders its dictionaries in its own way: nothing may follow from that.
  @Test func whatIsWithheldIsTheSameEveryTime() async throws {
    var outputs: Set<String> = []
    for _ in 0..<3 {
      outputs.insert(try await Tool.run("inclusion", Tool.sample("prairie-basin"), "--json").output)
    }
    #expect(outputs.count == 1)
  }

  @Test func anAttributeThatNobodyHasIsSaid() async throws {
    let outcome = try await Tool.run(
      "inclusion", Tool.sample("prairie-basin"), "--share", "team", "--by", "Shoe size")
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("no element has a value in Shoe size"))
  }

  @Test func prairieBasinsSteeringCommitteeIsDrawnFromItsMembers() async throws {
    let outcome = try await Tool.run(
      "inclusion", Tool.sample("prairie-basin"), "--share", "team", "--json")
    #expect(outcome.status == 0)
    #expect(hasSortedKeys(outcome.output))
    let json = try outcome.json
    let table = try #require(
      json["tables"].items.first {
        $0["table"].text == "Steering Committee" && $0["attribute"].text == "Size"
      })
    #expect(table["population_size"].number == 65)
    #expect(table["n"].number == 15 && table["unknown"].number == 0)
    #expect(table["p_multinomial"].isNull && !table["p_hypergeometric"].isNull)
    let grassroots = try #require(
      table["groups"].items.first { $0["group"].text == "grassroots" })
    #expect(grassroots["seats"].number == 3)
    #expect(abs((grassroots["p_one_sided"].number ?? 0) - 0.000268) < 0.0000005)
    #expect(
      grassroots.keys.isSuperset(of: [
        "group", "seats", "share", "benchmark", "expected", "seat_gap", "ratio", "wilson",
        "clopper_pearson", "p_hypergeometric", "webster", "hamilton", "seats_to_swap",
        "seats_to_add", "parity_gap", "share_bounds",
      ]))
    #expect(grassroots["wilson"].items.count == 2)
    let budget = json["voice"]["influence_by_budget"]
    #expect((budget["concentration_index"].number ?? 0) > 0.2)
    #expect(json["between_tables"].items.contains { $0["attribute"].text == "Size" })
    let text = try await Tool.run("inclusion", Tool.sample("prairie-basin"), "--share", "team")
    #expect(text.output.contains("3 grassroots seats where about 9 would be expected"))
    #expect(text.output.contains("probability .000268 (one-sided)"))
  }

  @Test(arguments: ["members", "public"])
  func belowTheTeamNothingOfPeopleIsCounted(audience: String) async throws {
    let outcome = try await Tool.run(
      "inclusion", Tool.sample("prairie-basin"), "--share", audience, "--json")
    let json = try outcome.json
    let hidden: Set = [
      "seats_to_swap", "parity_gap", "p_one_sided", "share_bounds", "diversity", "jensen_shannon",
      "margin_ratio", "theil_h", "p_holm", "unlisted",
    ]
    #expect(json.allKeys.isDisjoint(with: hidden))
    #expect(json["between_tables"].items.isEmpty)
    #expect(json["voice"]["residents"].isNull)
    let groups = json["voice"]["influence_by_group"].items
    #expect(groups.map { $0["attribute"].text } == ["Size"])
  }

  @Test func theReportTellsWhoIsHeard() async throws {
    try await withTemporaryFolder { folder in
      for (purpose, isFull) in [("full", true), ("kickoff", false)] {
        let report = try await Tool.run(
          "report", Tool.sample("prairie-basin"), "-o", folder.path(purpose), "--for", purpose,
          "--formats", "html", "--share", "team")
        #expect(report.status == 0)
        let name = try #require(
          folder.contents.first { $0.hasPrefix(purpose) && $0.hasSuffix(".html") })
        let page = try folder.text(name)
        #expect(page.contains("What is there already"))
        #expect(page.contains("Mothers and Babies Team is called together by organizations"))
        #expect(page.contains("Who is heard") == isFull)
        #expect(page.contains("Influence leans to the larger budgets") == isFull)
      }
    }
  }
}
