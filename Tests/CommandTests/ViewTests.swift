import Diagrams
import Insights
import Interchange
import Reports
import SystemMaps
import Testing

@testable import sightline

@Suite("Views and rules of drawing")
struct ViewTests {
  /// The later of two years: a tie has grown stronger, one is new.
  private static let map = [
    "elements.csv": """
    Label,Type,Sector,Tier,Responded,Power,Interest,Since
    Oak Clinic,organization,health,,yes,8,9,
    Elm School,organization,schools,,yes,7,6,
    Birch Bank,organization,business,,no,9,2,2026-01-01
    Ash Church,organization,faith,,yes,2,9,
    Rosa Rivera,resident,health,,,1,10,
    Council,table,,1,,,,
    Team,table,,2,,,,

    """,
    "connections.csv": """
    From,To,Type,Level,Since,Until
    Oak Clinic,Elm School,works with,1,,2025-12-31
    Oak Clinic,Elm School,works with,3,2026-01-01,
    Elm School,Birch Bank,works with,2,2026-01-01,
    Birch Bank,Oak Clinic,works with,,2026-01-01,

    """,
    "seats.csv": "Table,Holder\nCouncil,Oak Clinic\nCouncil,Ash Church\nTeam,Oak Clinic\n",
    "benchmarks.csv": """
    Population,Attribute,Group,Share
    town,Origin,north,0.5
    town,Origin,south,0.5

    """,
    "settings.csv": "Setting,Value\nDate,2026-06-01\nLevel scale,Himmelman\n",
  ]

  private func draw(
    _ view: String, in folder: TemporaryFolder, _ arguments: String...
  ) async throws -> (outcome: Tool.Outcome, svg: XMLText?) {
    let map = try folder.write(Self.map)
    let outcome = try await Tool.run(
      ["draw", map, view, "-o", folder.path("x.svg")] + arguments)
    return (outcome, outcome.status == 0 ? XMLText(try folder.bytes("x.svg")) : nil)
  }

  @Test(
    arguments: [
      ("bridges", ["Who joins the groups"]),
      ("ladder", ["3 cooperating (1)", "level not reported"]),
      ("missing", ["Who has not met yet, as reported"]), ("overlap", ["Council", "Team"]),
      ("grid", ["Build power with", "Ash Church"]),
      ("difference", ["What has changed", "since 2025-06-01", "1→3", "new on the map"]),
      ("ego", ["Oak Clinic and its ties", "Birch Bank"]),
    ])
  func everyViewIsDrawn(view: String, texts: [String]) async throws {
    try await withTemporaryFolder { folder in
      let extra =
        view == "difference"
        ? ["--before", "2025-06-01"] : view == "ego" ? ["--focus", "oak clinic"] : []
      let map = try folder.write(Self.map)
      for ending in ["svg", "pdf", "png", "dot"] {
        let drawn = try await Tool.run(
          ["draw", map, view, "-o", folder.path("x.\(ending)"), "--page", "a4"] + extra)
        #expect(drawn.status == 0, "\(drawn.errors)")
      }
      let svg = try #require(XMLText(folder.bytes("x.svg")))
      for text in texts { #expect(svg.text.contains(text), "\(text)") }
      #expect(svg.text.contains("for members"))
      #expect(svg.text.contains("2026-06-01"))
      #expect(!svg.text.contains("Rosa"))
    }
  }

  @Test(
    arguments: [
      (["system", "--filter", "sectr = health"], 64, "character 1: no element has \"sectr\""),
      (["system", "--filter", "sector == health"], 64, "character 9"),
      (["system", "--hide", "Origin = north"], 64, "people state of themselves"),
      (["ego", "--focus", "Oak Clinc"], 64, "Did you mean \"Oak Clinic\"?"),
      (["ego"], 1, "the map names no backbone"),
      (["ego", "--focus", "Rosa Rivera"], 1, "not part of the network"),
      (["difference"], 64, "--before"), (["ego", "--steps", "0"], 64, "expected 1 or more"),
    ])
  func whatCannotBeDrawnIsSaid(_ arguments: [String], _ status: Int32, _ message: String)
    async throws
  {
    try await withTemporaryFolder { folder in
      let map = try folder.write(Self.map)
      let drawn = try await Tool.run(
        ["draw", map, arguments[0], "-o", folder.path("x.svg")] + arguments.dropFirst())
      #expect(drawn.status == status)
      #expect(drawn.errors.contains(message), "\(drawn.errors)")
      #expect(folder.contents.allSatisfy { !$0.hasPrefix("x.") })
    }
  }

  @Test(
    arguments: [
      ("tables", "the sheet seats"), ("overlap", "the sheet seats"),
      ("seats", "the sheet benchmarks"), ("flow", "expected the sheet journeys"),
      ("journey", "expected the sheet journeys"), ("grid", "add the two columns"),
    ])
  func whatTheMapWouldNeedIsSaid(view: String, message: String) async throws {
    try await withTemporaryFolder { folder in
      let map = try folder.write(
        ["connections.csv": "From,To\nOak Clinic,Elm School\n"], into: "map")
      let drawn = try await Tool.run("draw", map, view, "-o", folder.path("x.svg"))
      #expect(drawn.status == 1)
      #expect(drawn.errors.contains(message), "\(drawn.errors)")
      #expect(!folder.contents.contains("x.svg"))
    }
  }

  /// Before its first tie a map's network would by itself be everybody on it, workers and all.
  @Test func anEarlierMapWithoutTiesShowsWhatTheLaterOneShows() async throws {
    try await withTemporaryFolder { folder in
      let drawn = try await Tool.run(
        "draw", Tool.sample("household-h07"), "difference", "--before", "2025-06-01", "-o",
        folder.path("x.svg"))
      #expect(drawn.status == 0)
      let text = try #require(XMLText(try folder.bytes("x.svg"))).text
      #expect(text.contains("2 ties new") && text.contains("Fernleigh"))
      #expect(!text.contains("no longer on the map") && !text.contains("Nora Whitlock"))
    }
  }

  @Test func rulesChooseWhatIsDrawn() async throws {
    try await withTemporaryFolder { folder in
      let whole = try await draw("system", in: folder).svg?.text ?? ""
      #expect(whole.contains("Birch Bank") && whole.contains("4 organizations"))
      let part =
        try await draw(
          "system", in: folder, "--filter", "sector != business", "--highlight", "sector = health",
          "--label", "Sector"
        ).svg?.text ?? ""
      #expect(part.contains("3 organizations") && !part.contains("Birch Bank"))
      #expect(part.contains("what the filter leaves out") && part.contains("highlighted"))
      #expect(!part.contains("Oak Clinic"), "the sector stands in the place of the label")
      let near = try await draw("ladder", in: folder, "--focus", "Ash Church").svg?.text ?? ""
      #expect(near.contains("1 organization") && near.contains("farther than the focus"))
      let dark = try await draw("grid", in: folder, "--palette", "dark")
      #expect(dark.outcome.status == 0)
    }
  }

  /// A wish changes the picture of exactly those views for which it counts; of the others it is told.
  @Test(arguments: MapDiagram.allCases)
  func noWishIsPassedOverInSilence(view: MapDiagram) throws {
    var files = Self.map
    files["elements.csv", default: ""] += "Fir Farm,organization,food,,yes,5,5,\n"
    files["connections.csv", default: ""] += "Fir Farm,Oak Clinic,works with,4,,\n"
    files["seats.csv", default: ""] += "Team,Fir Farm\n"
    files["benchmarks.csv", default: ""] += "town,Age,young,0.3\ntown,Age,old,0.7\n"
    let folder = try TemporaryFolder()
    let map = try MapFile.read(folder.write(files)).map
    withExtendedLifetime(folder) {}
    func element(_ label: String) -> ElementID? { map.elements.first { $0.label == label }?.id }
    var options = DiagramOptions(following: map.on(nil), audience: .team)
    options.focus = view == .ego ? element("Elm School") : nil
    options.before = map.on(CalendarDate("2025-06-01"))
    func diagram(_ options: DiagramOptions, _ scope: NetworkScope = NetworkScope()) -> Diagram {
      var options = options
      options.scope = scope
      let today = map.on(nil)
      return view.diagram(of: today, network: today.network(scope), options: options)
    }
    func expect(_ wish: DrawingWish, _ change: (inout DiagramOptions) throws -> Void) rethrows {
      var wished = options
      try change(&wished)
      let isOther = diagram(wished) != diagram(options)
      #expect(isOther == wish.counts(in: .map(view)), "\(wish)")
      #expect(isOther == (wish.regret(in: .map(view)) == nil))
    }
    try expect(.filter) {
      $0.rules.filter = try ElementFilter("label != \"Oak Clinic\" and label != Team")
    }
    try expect(.hide) { $0.rules.hide = try ElementFilter("label ~ Oak or label = Team") }
    try expect(.highlight) { $0.rules.highlight = try ElementFilter("label ~ Oak") }
    expect(.label) { $0.rules.labelBy = "Type" }
    expect(.color) { $0.attribute = view == .seats ? "Age" : "Tier" }
    expect(.size) { $0.size = Measure(named: "degree") }
    expect(.focus) { $0.focus = element(view == .seats ? "Team" : "Fir Farm") }
    let scope = NetworkScope(types: [.organization, .resident])
    let isOther = diagram(options, scope) != diagram(options)
    #expect(isOther == DrawingWish.types.counts(in: .map(view)))
    if view != .ego { options.focus = element("Fir Farm") }
    expect(.steps) { $0.steps = 2 }
  }

  @Test func rulesChooseTablesOrThoseWhoSitThere() async throws {
    try await withTemporaryFolder { folder in
      func text(_ view: String, _ rule: String, _ condition: String) async throws -> String {
        try await draw(view, in: folder, rule, condition).svg?.text ?? ""
      }
      let seats = try await text("tables", "--filter", "sector = faith")
      #expect(seats.contains("Ash Church") && !seats.contains("Oak Clinic"))
      #expect(seats.contains("1 table") && seats.contains("what the filter leaves out"))
      let tables = try await text("tables", "--filter", "type = table and tier = 2")
      #expect(tables.contains("Team") && !tables.contains("Council"))
      #expect(tables.contains("Oak Clinic"), "the table is there with all who sit at it")
      let nothing = try await text("tables", "--filter", "label = nobody")
      #expect(nothing.contains("0 tables"))
      let hidden = try await text("overlap", "--hide", "label = Oak Clinic")
      #expect(hidden.contains("0 of 1 pair"))
      let around = try await text("tables", "--focus", "Ash Church")
      #expect(around.contains("Council") && !around.contains("Team"))
      let grid = try await text("grid", "--filter", "power > 5")
      #expect(!grid.contains("Ash Church") && grid.contains("what the filter leaves out"))
    }
  }

  @Test func aFamilyHasNoRules() async throws {
    try await withTemporaryFolder { folder in
      let drawn = try await Tool.run(
        "draw", Tool.sample("household-h07"), "journey", "-o", folder.path("x.dot"), "--share",
        "team", "--filter", "sector = health", "--before", "2025-01-01")
      #expect(drawn.errors.contains("--filter says nothing to journey; it is for system, silos"))
      #expect(drawn.errors.contains("--before says nothing to journey; it is for difference, eco"))
      let scaled = try await Tool.run(
        "draw", Tool.sample("larkspur"), "sectors", "-o", folder.path("x.dot"), "--to-scale")
      #expect(scaled.errors.contains("--to-scale says nothing to sectors; it is for journey."))
    }
  }

  @Test func settingsOfTheMapChooseToo() async throws {
    try await withTemporaryFolder { folder in
      var files = Self.map
      files["settings.csv", default: ""] += "Filter,sector = health\nLabel by,Sector\n"
      let map = try folder.write(files)
      let drawn = try await Tool.run("draw", map, "system", "-o", folder.path("x.svg"))
      #expect(drawn.status == 0)
      let text = try #require(XMLText(folder.bytes("x.svg"))).text
      #expect(text.contains("1 organization") && !text.contains("Elm School"))
    }
  }
}
