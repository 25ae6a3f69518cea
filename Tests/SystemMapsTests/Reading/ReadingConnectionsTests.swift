import Testing

@testable import SystemMaps

@Suite("Reading connections")
struct ReadingConnectionsTests {
  private static let people = "Label;Type\nA;person\nB;person\nC;person\n"

  @Test("the columns of a connection")
  func columns() {
    let map = readMap(
      elements: Self.people,
      connections: """
        From;To;Type;Direction;Level;Strength;Trust;Quality;Since;Reported by;Between;Purpose;Amount;Tags;Mood
        A;B;Works With;mutual;Coordinating;2.5;3;stressful;2026-01-01;C|A;Leaders;data;$5;x|y;glad
        """
    ).map
    let tie = map.connections[0]
    #expect((tie.from, tie.to) == (ElementID("person-1"), ElementID("person-2")))
    #expect(tie.type == .worksWith)
    #expect(tie.direction == .mutual)
    #expect(tie.level == 2)
    #expect(tie.strength == 2.5)
    #expect(tie.trust == 3)
    #expect(tie.quality == .stressful)
    #expect(tie.period.since == CalendarDate("2026-01-01"))
    #expect(tie.reportedBy == [ElementID("person-3"), ElementID("person-1")])
    #expect(tie.between == .leaders)
    #expect(tie.purpose == "data")
    #expect(tie.amount == 5)
    #expect(tie.tags == ["x", "y"])
    #expect(tie.attributes["mood"] == "glad")
    #expect(tie.attributes["Level"] == "Coordinating")
    #expect(tie.place == Place(file: "connections", row: 2))
    #expect(map.settings.levelScale == .himmelman)
  }

  @Test("Gephi's header, and a Type that holds only directions")
  func gephi() {
    let map = readMap(
      connections:
        "Source;Target;Type;Kind;Weight\n1;2;Directed;funds;2\n2;3;Undirected;;1\n3;1;Mixed;refers to;\n"
    ).map
    #expect(map.connections.map(\.direction) == [.directed, .undirected, .directed])
    #expect(map.connections.map(\.type) == [.funds, .untyped, .refersTo])
    #expect(map.connections.map(\.strength) == [2, 1, nil])
    #expect(map.connections[0].attributes["Strength"] == "2")
    let typed = readMap(connections: "Source;Target;Type\n1;2;Directed\n2;3;friend\n").map
    #expect(
      typed.connections.map(\.type) == [ConnectionType("directed"), ConnectionType("friend")])
  }

  @Test("lists in To are several rows; nobody and prefer not to say are none")
  func lists() {
    let reading = readMap(
      elements: Self.people,
      connections:
        "From;To;Type\nA;B | C;knows\nA;nobody;knows\nB;prefer not to say;knows\nA|B;C;knows\n")
    #expect(
      reading.map.connections.map { "\($0.from.text.last ?? "?")\($0.to.text.last ?? "?")" } == [
        "12", "13", "13", "23",
      ])
    #expect(
      reading.told == [
        "notice: connections:3:2: To says nobody: asked, and no one",
        "notice: connections:4:2: To says prefer not to say: counted as not known",
      ])
  }

  @Test("strengths that cannot weigh are told, kept and left out")
  func strengths() {
    let reading = readMap(
      elements: Self.people,
      connections:
        "From;To;Type;Strength\nA;B;knows;-1\nA;C;knows;0\nB;C;knows;strong\nA;B;knows;1e999\n")
    #expect(reading.isUsable)
    #expect(reading.map.connections.map(\.strength) == [nil, nil, nil, nil])
    #expect(
      reading.map.connections.map { $0.attributes["strength"] } == ["-1", "0", "strong", "1e999"])
    #expect(
      reading.told == [
        "warning: connections:2:4: Strength \"-1\" was left out; expected a number above 0",
        "warning: connections:3:4: Strength \"0\" was left out; expected a number above 0",
        "warning: connections:4:4: Strength \"strong\" was left out; expected a number above 0",
        "warning: connections:5:4: Strength \"1e999\" was left out; expected a number above 0",
      ])
  }

  @Test("strengths whose sums would leave the numbers are left out")
  func hugeStrengths() {
    let reading = readMap(
      elements: Self.people,
      connections:
        "From;To;Type;Strength\nA;B;knows;1e308\nA;C;knows;1e12\nB;C;knows;1e-12\nA;B;knows;1e-300\n"
    )
    #expect(reading.map.connections.map(\.strength) == [nil, 1e12, 1e-12, nil])
    #expect(
      reading.told == [
        "warning: connections:2:4: Strength \"1e308\" was left out; expected a number above 0, from "
          + "1e-12 to 1e12",
        "warning: connections:5:4: Strength \"1e-300\" was left out; expected a number above 0, from "
          + "1e-12 to 1e12",
      ])
  }

  @Test("values that are turned around stay above 0")
  func widelySpreadStrengths() {
    let map = readMap(
      elements: Self.people,
      connections: "From;To;Type;Strength\nA;B;knows;1e12\nA;C;knows;1e-12\n",
      settings: "Setting;Value\nStrongest is low;Strength\n"
    ).map
    #expect(map.connections.map(\.strength) == [1e-12, 1e12])
  }

  @Test("where the strongest is low, values are turned around and cells stay as typed")
  func strongestIsLow() {
    let reading = readMap(
      elements: Self.people,
      connections:
        "From;To;Type;Strength;Level\nA;B;knows;1;1\nA;C;knows;4;3\nB;C;knows;;\n",
      settings: "Setting;Value\nStrongest is low;strength|Level\n")
    #expect(reading.map.connections.map(\.strength) == [4, 1, nil])
    #expect(reading.map.connections.map(\.level) == [4, 2, nil])
    #expect(reading.map.connections.map { $0.attributes["Strength"] } == ["1", "4", nil])
  }

  @Test("levels are of one scale")
  func levels() {
    func levels(_ cells: String..., scale: String = "") -> MapReading {
      readMap(
        elements: Self.people,
        connections: "From;To;Type;Level\n"
          + cells.map { "A;B;works with;\($0)" }.joined(separator: "\n"),
        settings: scale.isEmpty ? nil : "Setting;Value\nLevel scale;\(scale)\n")
    }
    #expect(levels("1", "4", "3.0", "").map.connections.map(\.level) == [1, 4, 3, nil])
    #expect(levels("cooperation", "Integration").map.connections.map(\.level) == [2, 4])
    #expect(levels("cooperating", "3").map.connections.map(\.level) == [3, 3])
    #expect(
      levels("5", "lots").told == [
        "warning: connections:2:4: Level \"5\" was left out; expected 1 to 4, or networking, "
          + "coordinating, cooperating, collaborating",
        "warning: connections:3:4: Level \"lots\" was left out; expected 1 to 4, or networking, "
          + "coordinating, cooperating, collaborating",
      ])
    let mixed = levels("cooperating", "1", "coordination")
    #expect(!mixed.isUsable)
    #expect(
      mixed.told.last
        == "error: connections:4:4: Level \"coordination\" is of the scale PARTNER, but "
        + "\"cooperating\" at connections:2:4 is of Himmelman; expected the words of one scale: "
        + "networking, coordinating, cooperating, collaborating")
    #expect(
      levels("networking", scale: "partner").told == [

        "error: connections:2:4: Level \"networking\" is of the scale Himmelman, but the setting Level "
          + "scale is of PARTNER; expected the words of one scale: awareness, cooperation, "
          + "coordination, integration"
      ])
    #expect(levels("awareness", scale: "PARTNER").told.isEmpty)
  }

  @Test("trust is its own, else the mean of three")
  func trust() {
    let map = readMap(
      elements: Self.people,
      connections:
        "From;To;Type;Trust;Reliability;Mission;Openness\nA;B;knows;2;4;4;4\nA;B;knows;;4;3;2\nA;B;knows;;4;3;\n"
    ).map
    #expect(map.connections.map(\.trust) == [2, 3, nil])
  }

  @Test("a tie of two frontline workers is a frontline tie")
  func between() {
    let map = readMap(
      elements: "Label;Frontline\nA;yes\nB;yes\nC;no\nD;\n",
      connections: "From;To;Type;Between\nA;B;knows;\nA;C;knows;\nA;D;knows;\nA;B;knows;leaders\n"
    ).map
    #expect(map.connections.map(\.between) == [.frontline, nil, nil, .leaders])
  }

  @Test("types in the map's own words, unlisted and blank types")
  func types() {
    let reading = readMap(
      elements: Self.people,
      connections: "From;To;Type\nA;B;Collaborates\nA;C;owes\nB;C;\nA;B;owes\n",
      settings: "Setting;Value;Note\nRead as;works with;partners with|collaborates\n")
    #expect(
      reading.map.connections.map(\.type) == [
        .worksWith, ConnectionType("owes"), .untyped, ConnectionType("owes"),
      ])
    #expect(reading.map.connections[0].attributes["Type"] == "Collaborates")
    #expect(
      reading.told == [
        "notice: connections:3:3: 1 connection type has no meaning here: \"owes\"; read as working ties "
          + "without direction, unless the row says one; the setting Read as gives them one",
        "notice: connections:4:3: 1 connection has no type; read as working ties without direction",
      ])
  }

  @Test("many findings of a kind are one, with their number and first rows")
  func aggregation() {
    let rows = (1...30).map { "A;N\($0);knows;x" } + Array(repeating: "A;A;knows;1", count: 12)
    let reading = readMap(
      elements: Self.people,
      connections: "From;To;Type;Strength\n" + rows.joined(separator: "\n"))
    #expect(reading.map.connections.count == 30)
    #expect(
      reading.told == [
        "notice: connections:2:2: 30 elements have no row of their own; they were added as they are "
          + "named (rows 2, 3, 4, …); give it a row, or correct the name",
        "warning: connections:2:4: 30 cells of Strength were left out (rows 2, 3, 4, …); expected a "
          + "number above 0",
        "warning: connections:32:2: 12 connections join an element with itself and were left out (rows "
          + "32, 33, 34, …); expected two elements",
      ])
  }

  @Test("labels that are markup, formulas, long or from right to left stay as typed")
  func hostileLabels() throws {
    let labels = [
      "<b>&\"\\'", "=1+1", "👩‍👩‍👧", "\u{202E}abc", "שלום", "a\u{0}b", "a\u{B}b", "%s", "../x",
      String(repeating: "é", count: 500_000), "-", "(table)", "x (table)",
    ]
    var connections = Sheet(
      kind: .connections, file: "c", header: ["From", "To", "Type"], rows: [])
    var elements = Sheet(kind: .elements, file: "e", header: ["Label"], rows: [])
    for (index, label) in labels.enumerated() {
      elements.rows.append(Sheet.Row(number: index + 2, cells: [label]))
      connections.rows.append(
        Sheet.Row(number: index + 2, cells: [label, label + " B", "works with"]))
    }
    let reading = MapReading(sheets: [elements, connections])
    #expect(reading.isUsable)
    #expect(Array(reading.map.elements.prefix(labels.count).map(\.label)) == labels)
    #expect(
      reading.map.elements.prefix(labels.count).map(\.id.text)
        == (1...labels.count).map { "element-\($0)" })
    #expect(reading.map.connections.count == labels.count)
    #expect(reading.findings.count == labels.count)
    for finding in reading.findings {
      #expect(finding.description.utf8.count < 400)
      #expect(!finding.description.unicodeScalars.contains { $0.value < 0x20 || $0 == "\u{202E}" })
    }
  }
}

@Suite("Semicolons in cells")
struct SemicolonTests {
  private func map(to cell: String, labels: [String]) -> SystemMap {
    let elements = Sheet(
      kind: .elements, file: "elements", header: ["Label", "Languages"],
      rows: labels.enumerated().map { Sheet.Row(number: $0 + 2, cells: [$1, "Spanish;Hmong;"]) })
    let connections = Sheet(
      kind: .connections, file: "connections", header: ["From", "To"],
      rows: [Sheet.Row(number: 2, cells: ["Clinic", cell])])
    return MapReading(sheets: [elements, connections]).map
  }

  @Test("they part names if one of the parts is known")
  func lists() {
    let map = map(to: "Court; School", labels: ["Clinic", "Court"])
    #expect(map.connections.map { map[$0.to]?.label } == ["Court", "School"])
    #expect(map.elements.first?.values(of: "Languages") == ["Spanish", "Hmong"])
  }

  @Test("they stay in a name that is known whole, or of which no part is")
  func names() {
    let whole = map(to: "Court; School", labels: ["Clinic", "Court", "Court; School"])
    #expect(whole.connections.map { whole[$0.to]?.label } == ["Court; School"])
    let unknown = map(to: "Smith; Jones", labels: ["Clinic"])
    #expect(unknown.connections.map { unknown[$0.to]?.label } == ["Smith; Jones"])
  }

  @Test("a vertical line parts before they do")
  func verticalLines() {
    let map = map(to: "Court; School | Court", labels: ["Clinic", "Court"])
    #expect(map.connections.map { map[$0.to]?.label } == ["Court; School", "Court"])
  }
}
