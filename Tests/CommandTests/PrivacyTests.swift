import Foundation
import Testing

/// What the design promises: the audience decides what an output holds, whatever the format.
@Suite("Privacy")
struct PrivacyTests {
  /// A map in which everything that has to stay with the team has a name of its own.
  private static let map = [
    "elements.csv": """
    Label,Type,Sector,Role,Works for,Owner,Privacy,Also known as,Race,Description,Tags,Tier
    Oak Clinic,organization,health,,,,,,,,,
    Elm School,organization,schools,,,,,,,,,
    Birch Bank,organization,business,,,,,,,,,
    Fir House,organization,health,,,,,,,,,
    Ash Church,organization,faith,,,,,,,,,
    Pine Shelter,organization,faith,,,,,,,,,
    Council,table,,,,,,,,,,1
    Nora Teacher,person,,teacher,Elm School,,,,Zuni,,,
    Paul Pastor,person,,pastor,Ash Church,,,,Quechua,,,
    Carla Chair,person,,chair,Oak Clinic,,public role,,Tongan,,,
    Xenobia Quillfeather,resident,Northgate,,,,,Xenaquill,Zuni,at 12 Hidden Lane,hushedtag,
    Yorick Underhollow,resident,,,,,,,Tongan,,,
    Zebulon Family,household,Northgate,,,,,,,,,
    No transport,barrier,,,,Xenobia Quillfeather,,,,,,

    """,
    "connections.csv": """
    From,To,Type,Level,Strength,Trust,Reliability,Reported by,Description,Label
    Oak Clinic,Elm School,works with,3,,3.0625,,Nora Teacher,,
    Elm School,Birch Bank,works with,2,,1.0625,,Nora Teacher,,
    Birch Bank,Ash Church,works with,2,,,,,,
    Ash Church,Oak Clinic,works with,2,,,,,,
    Pine Shelter,Fir House,works with,2,,,,,,
    Oak Clinic,Pine Shelter,in conflict with,,,,,,leasequarrel,feudlabel
    Birch Bank,Elm School,opposes,,,,,,,
    Nora Teacher,Oak Clinic,rates influence of,,9.0625,,,,,
    Xenobia Quillfeather,Nora Teacher,knows,,,2.0625,,,,
    Nora Teacher,Paul Pastor,knows,,,,,,,
    Zebulon Family,Oak Clinic,uses,,,,,,,
    Nora Teacher,Xenobia Quilfeather,knows,,,,,,,
    Oak Clinic,Fir House,works with,2,,distrustword,,,,
    Yorick Underhollow,Yorick Underhollow,knows,,,,,,,

    """,
    "seats.csv": """
    Table,Holder,Role,Votes
    Council,Nora Teacher,chair,
    Council,Paul Pastor,member,
    Council,Carla Chair,member,
    Council,Xenobia Quillfeather,member,many
    Council,Yorick Underhollow,member,
    Council,Birch Bank,member,

    """,
    "journeys.csv": """
    Case,Step,Start date,Worker,Organization,Referred to,Handoff,Barrier,Notes,Feeling
    Zebulon Family,Intake,2026-01-05,Nora Teacher,Elm School,Oak Clinic,cold,No transport,sorenote,-2
    Wilhelmina,Visit,2026-01-09,,Oak Clinic,,warm,,,9

    """,
    "benchmarks.csv": """
    Population,Attribute,Group,Share
    community,Race,Zuni,0.5
    community,Race,Quechua,0.25
    community,Race,Tongan,0.25

    """,
    "settings.csv": "Setting,Value\nTitle,Quiet Valley\nDate,2026-06-01\n",
  ]

  /// What no output below the team may hold, in any case.
  private static let secrets = [
    // Residents and households, one of them misspelt, by any name.
    "xenobia", "quillfeather", "quilfeather", "xenaquill", "yorick", "underhollow", "zebulon",
    "wilhelmina",
    // What their rows say.
    "hidden lane", "hushedtag", "sorenote",
    // Confidential ties and opinions.
    "in conflict", "opposes", "rates influence", "leasequarrel", "feudlabel", "distrustword",
    "reliability", "reported by\"", "\"trust\"", "3.0625", "1.0625", "2.0625", "9.0625",
  ]

  private static let everyone = "person,resident,household,element,organization"

  /// Every command, as an audience may run it; the drawings and the report are in the files.
  private static func outputs(for audience: String) async throws -> [String: String] {
    try await withTemporaryFolder { folder in
      let map = try folder.write(Self.map)
      let commands: [[String]] = [
        ["check", map], ["check", map, "--json"],
        ["check", map, "-o", folder.path("questions.csv")],
        ["check", map, "-o", folder.path("questions.html")],
        ["measure", map], ["measure", map, "--json"], ["measure", map, "--csv"],
        ["measure", map, "--types", everyone, "--measures", "all", "--json"],
        ["measure", map, "--types", everyone, "--weighted", "--csv"],
        ["measure", map, "--types", everyone, "--ties", "knows,uses,faces,told about", "--json"],
        ["measure", map, "--types", everyone, "--by", "description", "--json"],
        ["measure", map, "--types", everyone, "--by", "also known as", "--json"],
        ["silos", map], ["silos", map, "--types", everyone, "--by", "description", "--json"],
        ["inclusion", map], ["inclusion", map, "--json"],
        ["report", map, "-o", folder.path("report")],
        ["draw", map, "system", "-o", folder.path("people.svg"), "--types", everyone],
        ["draw", map, "silos", "-o", folder.path("people.dot"), "--types", everyone],
        [
          "draw", map, "system", "-o", folder.path("groups.svg"), "--types", everyone, "--by",
          "description",
        ],
        [
          "draw", map, "sectors", "-o", folder.path("groups.dot"), "--types", everyone, "--by",
          "tags",
        ],
      ]
      var outputs: [String: String] = [:]
      for (place, command) in commands.enumerated() {
        let outcome = try await Tool.run(command + ["--share", audience])
        #expect(outcome.status == 0, "\(command)")
        let name = "\(place) \(command[0]) \(command.dropFirst(2).joined(separator: " "))"
        outputs[name] = outcome.output + "\n" + outcome.errors
      }
      for name in folder.contents where name.contains(".") && !name.hasPrefix("map/") {
        if name.hasSuffix(".pdf") {
          outputs[name] = try await Tool.text(ofPDF: folder.path(name))
        } else {
          // Of an image, the words that it may carry beside its pixels.
          outputs[name] = String(decoding: try folder.bytes(name), as: Unicode.ASCII.self)
        }
      }
      return outputs
    }
  }

  @Test(arguments: ["members", "public"])
  func nothingSecretIsInAnyOutput(audience: String) async throws {
    let outputs = try await Self.outputs(for: audience)
    #expect(outputs.count >= 35)
    for (name, output) in outputs {
      let text = output.lowercased()
      for secret in Self.secrets {
        // Places on a page are numbers too.
        if secret.first?.isNumber == true, !name.hasSuffix("json"), !name.hasSuffix("csv") {
          continue
        }
        let isThere = text.contains(secret)
        #expect(!isThere, "\(secret) is in \(name)")
      }
      // Values that people state of themselves are counted, never shown beside a name.
      for line in output.split(separator: "\n") {
        let isNamed = ["Nora", "Paul", "Carla"].contains { line.contains($0) }
        let isValued = ["Zuni", "Quechua", "Tongan"].contains { line.contains($0) }
        #expect(!(isNamed && isValued), "\(line.prefix(200)) is in \(name)")
      }
      if audience == "public" {
        for member in ["Nora Teacher", "Paul Pastor"] {
          let isThere = output.contains(member)
          #expect(!isThere, "\(member) is in \(name)")
        }
      }
    }
    // The search would find what is there.
    let people = try #require(outputs["people.svg"])
    #expect(people.contains("Carla Chair"))
    #expect(people.contains("Nora Teacher") == (audience == "members"))
    #expect(people.contains("residents (&lt;11)"))
    #expect(outputs["report/index.html"]?.contains("Oak Clinic") == true)
  }

  @Test func theTeamSeesWhereItShould() async throws {
    let outputs = try await Self.outputs(for: "team")
    func holds(_ name: String, _ words: String) -> Bool {
      outputs.first { $0.key.hasSuffix(name) }?.value.contains(words) == true
    }
    #expect(holds("0 check ", "\"Xenobia Quilfeather\" has no row"))
    #expect(holds("0 check ", "did you mean \"Xenobia Quillfeather\"?"))
    #expect(holds("0 check ", "Trust \"distrustword\" was left out"))
    #expect(holds("people.svg", "Xenobia Quillfeather"))
    #expect(holds("people.dot", "Underhollow"))
    #expect(holds("groups.svg", "12 Hidden Lane"))
    #expect(holds("report/index.html", "Xenobia Quillfeather"))
    #expect(holds("report/tables.svg", "Yorick Underhollow"))
    if outputs["report/tables.pdf"] != nil {
      #expect(holds("report/tables.pdf", "Underhollow"))
    }
    #expect(outputs.values.contains { $0.contains("2 Zuni seats where about 3 would be expected") })
    try await withTemporaryFolder { folder in
      let map = try folder.write(Self.map)
      let conflicts = try await Tool.run(
        "measure", map, "--ties", "in conflict with", "--share", "team", "--json")
      #expect(conflicts.output.contains("\"in conflict with\""))
      #expect(try conflicts.json["map"]["connections"].number == 1)
    }
  }

  @Test func peopleAreGroupedByWhatTheyStateForTheTeamAlone() async throws {
    try await withTemporaryFolder { folder in
      let map = try folder.write(Self.map)
      for audience in ["members", "public", "team"] {
        let isTeam = audience == "team"
        let people = ["--types", "person,resident", "--by", "race", "--share", audience]
        let refusal = "people are not grouped by race for \(audience)"
        let measure = try await Tool.run(["measure", map, "--json"] + people)
        #expect(measure.status == 0)
        #expect(measure.output.contains(refusal) == !isTeam)
        #expect(try measure.json["network"].keys.contains("modularity_of_attribute") == isTeam)
        #expect(measure.output.contains("Zuni") == isTeam)
        let silos = try await Tool.run(["silos", map, "--json"] + people)
        #expect(silos.output.contains(refusal) == !isTeam)
        #expect(try silos.json["against"].isNull == !isTeam)
        #expect(silos.output.contains("Zuni") == isTeam)
        // Never a colour, not even for the team.
        for view in ["system", "sectors", "tables"] {
          let path = folder.path("x.svg")
          let draw = try await Tool.run(
            ["draw", map, view, "-o", path] + people)
          #expect(draw.status == 0)
          let drawing = try folder.text("x.svg")
          for value in ["Zuni", "Quechua", "Tongan"] {
            let isThere = drawing.contains(value)
            #expect(!isThere, "\(value) is in \(view) for \(audience)")
          }
        }
      }
    }
  }

  @Test func errorsAreToldWithoutTheNamesOfResidents() async throws {
    try await withTemporaryFolder { folder in
      let map = try folder.write([
        "elements.csv":
          "Label,Type,Mood\nXenobia Quill,resident,glad\nXenobia Quill,resident,sad\n"
      ])
      let check = try await Tool.run("check", map)
      #expect(check.status == 1)
      #expect(!(check.output + check.errors).contains("Xenobia"))
      let team = try await Tool.run("check", map, "--share", "team")
      #expect(team.output.contains("Xenobia"))
    }
  }
}
