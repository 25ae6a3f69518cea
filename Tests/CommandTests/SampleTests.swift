import Foundation
import Testing

/// Every command on the first sample, as the design shows them.
@Suite("The commands on Larkspur")
struct SampleTests {
  private let larkspur = Tool.sample("larkspur")

  @Test func checkListsWhatIsOddAndWhere() async throws {
    let check = try await Tool.run("check", larkspur)
    #expect(check.status == 0)
    #expect(
      check.output == """
        warning: seats.csv:158:2: "(resident)" is a resident with a seat, and Privacy does not say \
        who may see the name; the seat stays unnamed; expected public role, member or resident in \
        Privacy, as the resident wishes
        notice: no column ID: ids such as organization-1 count the rows and move with them; add the \
        column if ids have to last

        """)
    #expect(check.errors.hasPrefix("1 warning, 1 notice.\nMend first:\n  seats.csv:158:2: "))
    let team = try await Tool.run("check", larkspur, "--share", "team")
    #expect(!team.output.contains("(resident)"))
    let json = try await Tool.run("check", larkspur, "--json").json
    #expect(json.keys == ["findings"])
    #expect(json["findings"].items.map { $0["severity"].text } == ["warning", "notice"])
    #expect(json["findings"].items[0]["row"].number == 158)
    #expect(
      json["findings"].items[0].keys
        == ["severity", "file", "row", "column", "message", "expected"])
  }

  @Test func measureGivesTheShapeThatTheDesignFixes() async throws {
    let first = try await Tool.run("measure", larkspur, "--json")
    let second = try await Tool.run("measure", larkspur, "--json")
    #expect(first.status == 0)
    #expect(first.errors.isEmpty)
    #expect(first.output == second.output)
    #expect(hasSortedKeys(first.output))
    let json = try first.json
    #expect(json.keys == ["map", "network", "matrices", "elements", "connections", "findings"])
    #expect(
      json["map"].keys == ["title", "elements", "connections", "directed", "weighted"])
    #expect(json["map"]["elements"].number == 53)
    #expect(json["map"]["connections"].number == 143)
    #expect(json["elements"].items.count == 53)
    #expect(json["connections"].items.count == 143)
    let backbone = try #require(json["elements"].items.first)
    #expect(backbone.keys == ["id", "label", "type", "measures"])
    #expect(backbone["label"].text == "Larkspur Cradle-to-Career")
    #expect(backbone["measures"].keys == ["degree", "coreness", "betweenness", "harmonic"])
    #expect(backbone["measures"]["degree"].number == 18)
    #expect(json["network"]["isolate_count"].number == 1)
    #expect(json["network"]["component_sizes_weak"].items.map(\.number) == [52, 1])
    #expect(json["network"]["ei_index"].keys.isSuperset(of: ["ei", "z", "per_group"]))
  }

  @Test func measureWritesNothingTwoWays() async throws {
    let weighted = try await Tool.run(
      "measure", larkspur, "--weighted", "--directed", "--measures", "strength,reciprocity_arc",
      "--json")
    #expect(try weighted.json["map"]["weighted"].number == 1)
    #expect(try weighted.json["map"]["directed"].number == 1)
    #expect(try weighted.json["network"].keys == ["reciprocity_arc"])
    let named = try await Tool.run("measure", larkspur, "--measures", "all", "--json")
    #expect(try named.json["network"].keys.isSuperset(of: ["density", "modularity"]))
    #expect(try !named.json["matrices"]["mixing_matrix"]["classes"].items.isEmpty)
  }

  @Test func measureMakesATableForASpreadsheet() async throws {
    let csv = try await Tool.run("measure", larkspur, "--csv")
    let rows = rows(ofCSV: csv.output)
    #expect(rows.count == 54)
    #expect(rows[0] == ["ID", "Label", "Type", "degree", "coreness", "betweenness", "harmonic"])
    #expect(
      rows[1].prefix(4) == ["organization-1", "Larkspur Cradle-to-Career", "organization", "18"])
    #expect(rows.allSatisfy { $0.count == 7 })
    let text = try await Tool.run("measure", larkspur)
    #expect(text.lines.contains { $0.hasPrefix("Larkspur Cradle-to-Career ") })
    #expect(text.errors.hasPrefix("warning: seats.csv:158:2: "))
  }

  @Test func inclusionFindsWhatIsPlantedAtTheSteeringGroup() async throws {
    let inclusion = try await Tool.run("inclusion", larkspur, "--share", "team", "--json")
    #expect(inclusion.status == 0)
    #expect(hasSortedKeys(inclusion.output))
    let tables = try inclusion.json["tables"].items
    let steering = try #require(
      tables.first { $0["table"].text == "Steering Group" && $0["default"].number == 1 })
    let groups = steering["groups"].items
    #expect(groups.map { $0["group"].text } == ["White", "Latino", "Black", "Asian"])
    #expect(groups.map { $0["seats"].number } == [12, 1, 3, 2])
    #expect(steering["n"].number == 18)
    #expect(steering["unknown"].number == 0)
    for (group, ratio) in zip(groups, [1.667, 0.185, 0.758, 1.389]) {
      #expect(abs((group["ratio"].number ?? 0) - ratio) < 0.0005)
    }
    #expect(abs((steering["p_multinomial"].number ?? 0) - 0.0392) < 0.00005)
    let text = try await Tool.run("inclusion", larkspur, "--share", "team")
    #expect(
      text.lines.first?.hasPrefix(
        "Steering Group: 1 Latino seat where about 5 would be expected") == true)
    #expect(!text.output.contains("token"))
  }

  /// Counts of what people say of themselves, and whatever gives them away.
  private static let figures = [
    "n", "seats", "share", "expected", "seat_gap", "ratio", "wilson", "clopper_pearson",
    "p_binomial", "p_hypergeometric", "p_holm", "p_multinomial", "dissimilarity", "unknown",
    "prefer_not_to_say", "webster", "hamilton", "seats_to_add", "four_fifths",
  ]

  @Test(arguments: ["members", "public"])
  func withoutConsentNoFigureLeavesTheTeam(audience: String) async throws {
    try await withTemporaryFolder { folder in
      let map = folder.path("larkspur")
      try FileManager.default.copyItem(atPath: larkspur, toPath: map)
      let settings = try folder.text("larkspur/settings.csv").split(separator: "\n")
      let silent = settings.filter { !$0.hasPrefix("Consent: counts") }
      #expect(silent.count == settings.count - 1)
      try folder.write("larkspur/settings.csv", silent.joined(separator: "\n") + "\n")

      let inclusion = try await Tool.run("inclusion", map, "--share", audience, "--json")
      let json = try inclusion.json
      #expect(json["consent"].isNull)
      #expect(!json["tables"].items.isEmpty)
      for table in json["tables"].items + json["tiers"].items.flatMap({ $0["tiers"].items }) {
        let isSuppressed = table["suppressed"].number == 1
        #expect(isSuppressed || !table["groups"].items.isEmpty)
        #expect(table.allKeys.isDisjoint(with: Self.figures))
        for group in table["groups"].items {
          #expect(group.keys == ["group", "band"])
          #expect(
            group["band"].isNull || ["below", "near", "above"].contains(group["band"].text))
        }
      }
      #expect(json["tables"].items.contains { !$0["groups"].items.isEmpty })
      // Influence is of organizations, whose figures may be seen.
      let seats = try #require(inclusion.output.components(separatedBy: "\"voice\"").first)
      let text = try await Tool.run("inclusion", map, "--share", audience).lines
        .filter { !$0.lowercased().contains("influence") }.joined(separator: "\n")
      for leak in [
        "1.667", "0.185", "0.1851", "0.0392", "0.03922", "12 White", "1 Latino", "1 time in",
      ] {
        #expect(!seats.contains(leak))
        #expect(!text.contains(leak))
      }
    }
  }

  @Test func doctorTellsWhatTheMachineHas() async throws {
    let doctor = try await Tool.run("doctor")
    #expect(doctor.status == 0)
    #expect(doctor.output.hasPrefix("Graphviz "))
    #expect(doctor.output.contains("fonts:   found"))
    #expect(doctor.lines.last == "All is well: every diagram can be drawn.")
  }
}

@Suite("Diagrams from the command line")
struct DrawTests {
  private static let views = ["system", "silos", "sectors", "tables"]

  /// A map whose silos are found before one can blink.
  static let small = [
    "elements.csv": """
    Label,Type,Sector,Tier
    Oak Clinic,organization,health,
    Elm School,organization,schools,
    Birch Bank,organization,business,
    Ash Church,organization,faith,
    Council,table,,1

    """,
    "connections.csv": """
    From,To,Type
    Oak Clinic,Elm School,works with
    Elm School,Birch Bank,works with
    Birch Bank,Oak Clinic,works with

    """,
    "seats.csv": "Table,Holder\nCouncil,Oak Clinic\nCouncil,Ash Church\n",
  ]

  @Test(arguments: views)
  func everyViewInEveryFormat(view: String) async throws {
    try await withTemporaryFolder { folder in
      let map = try folder.write(Self.small)
      let starts: [(ending: String, bytes: [UInt8])] = [
        ("svg", Array("<svg ".utf8)), ("pdf", Array("%PDF-".utf8)),
        ("png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        ("dot", Array("digraph ".utf8)),
      ]
      for (ending, start) in starts {
        let draw = try await Tool.run("draw", map, view, "-o", folder.path("out/\(ending)"))
        #expect(draw.status == 64, "the ending names the format")
        let drawn = try await Tool.run("draw", map, view, "-o", folder.path("x.\(ending)"))
        #expect(drawn.status == 0)
        #expect(drawn.output.isEmpty)
        let bytes = try folder.bytes("x.\(ending)")
        #expect(bytes.starts(with: start), "\(view).\(ending)")
      }
      #expect(
        folder.contents
          == [
            "map", "map/connections.csv", "map/elements.csv", "map/seats.csv", "x.dot", "x.pdf",
            "x.png", "x.svg",
          ])
      let svg = try #require(XMLText(folder.bytes("x.svg")))
      #expect(svg.text.contains("Oak Clinic") || view == "sectors")
      #expect(svg.text.contains("for members"))
      #expect(svg.elements.prefix(3) == ["svg", "title", "desc"])
    }
  }

  @Test(arguments: ["system", "sectors", "tables"])
  func larkspurIsDrawn(view: String) async throws {
    try await withTemporaryFolder { folder in
      for (file, page) in [("a.svg", "a3"), ("b.svg", "a3"), ("c.pdf", "a0")] {
        let draw = try await Tool.run(
          "draw", Tool.sample("larkspur"), view, "-o", folder.path(file), "--page", page)
        #expect(draw.status == 0)
        #expect(draw.errorLines.allSatisfy { $0.hasPrefix("note: ") })
      }
      #expect(try folder.bytes("a.svg") == folder.bytes("b.svg"))
      #expect(try folder.bytes("c.pdf").starts(with: Array("%PDF-".utf8)))
      let svg = try #require(XMLText(folder.bytes("a.svg")))
      #expect(svg.text.contains("2026-06-01"))
      #expect(Set(svg.ids).count == svg.ids.count)
    }
  }

  @Test func theOptionsShow() async throws {
    try await withTemporaryFolder { folder in
      let map = try folder.write(Self.small)
      func drawn(_ arguments: String...) async throws -> String {
        let draw = try await Tool.run(
          ["draw", map, "system", "-o", folder.path("x.svg")] + arguments)
        #expect(draw.status == 0)
        return try folder.text("x.svg")
      }
      let plain = try await drawn()
      let portrait = try await drawn("--page", "a4", "--portrait")
      #expect(portrait.contains("width=\"595pt\" height=\"842pt\""))
      #expect(try await drawn("--palette", "grey") != plain)
      #expect(try await drawn("--size", "degree") != plain)
      #expect(try await drawn("--share", "public").contains("for the public"))
      let seats = try await Tool.run(
        "draw", map, "system", "-o", folder.path("x.svg"), "--ties", "wroks with")
      #expect(
        seats.errors == """
          warning: the map has no tie of type "wroks with"; expected some of sits on, works with

          """)
    }
  }
}
