import SystemMaps
import Testing

@Suite struct AudienceTests {
  private func map() -> SystemMap {
    var resident = Element(id: "resident-1", label: "Ana Ortiz", type: .resident)
    resident.attributes = ["Notes": "lives on 5th", "Language at home": "Spanish"]
    let worker = Element(id: "person-1", label: "Bo Lind", type: .person)
    var seat = Element(id: "resident-2", label: "Cy Vance", type: .resident)
    seat.privacy = .publicRole
    var map = SystemMap(elements: [resident, worker, seat])
    var tie = Connection(from: "person-1", to: "resident-2", type: .knows)
    tie.trust = 2
    tie.attributes = ["Trust": "2", "Reported by": "Bo Lind", "Room": "12"]
    map.connections = [tie, Connection(from: "person-1", to: "resident-2", type: .inConflictWith)]
    map.benchmarks = [
      Benchmark(population: .named("community"), attribute: "Language at home", group: "Spanish")
    ]
    return map
  }

  @Test(arguments: [
    (Audience.team, ["Ana Ortiz", "Bo Lind", "Cy Vance"]),
    (.members, ["(resident)", "Bo Lind", "Cy Vance"]),
    (.public, ["(resident)", "(person)", "Cy Vance"]),
  ])
  func namesGoAsFarAsTheirPrivacy(audience: Audience, labels: [String]) {
    #expect(map().shared(with: audience).elements.map(\.label) == labels)
  }

  @Test func onlyTheTeamSeesOpinionsAndConflicts() {
    #expect(map().shared(with: .team) == map())
    let shared = map().shared(with: .members)
    #expect(shared.connections.map(\.type) == [.knows])
    #expect(shared.connections[0].trust == nil)
    #expect(shared.connections[0].attributes == ["Room": "12"])
  }

  @Test func anUnnamedElementKeepsWhatCountsNeed() {
    let resident = map().shared(with: .members).elements[0]
    #expect(resident.attributes == ["Language at home": "Spanish"])
  }

  @Test func findingsAreToldWithoutTheName() {
    let finding = Finding(.warning, "Ana Ortiz has two homes", expected: "ask Ana Ortiz")
    let shared = map().shared([finding], with: .members)[0]
    #expect(shared.description == "(resident) has two homes; ask (resident)")
    #expect(map().shared([finding], with: .team) == [finding])
  }

  @Test func aMisspeltNameGoesNoFurtherThanTheOneItMayMean() {
    let reading = MapReading(sheets: [
      Sheet(
        kind: .elements, file: "elements.csv", header: ["Label", "Type"],
        rows: [
          Sheet.Row(number: 2, cells: ["Ana Ortiz", "resident"]),
          Sheet.Row(number: 3, cells: ["Oak Clinic", "organization"]),
        ]),
      Sheet(
        kind: .connections, file: "connections.csv", header: ["From", "To"],
        rows: [Sheet.Row(number: 2, cells: ["Ana Ortis", "Oak Clinik"])]),
    ])
    let privacies = reading.map.elements.map { ($0.label, $0.privacy) }
    #expect(privacies.map(\.0) == ["Ana Ortiz", "Oak Clinic", "Ana Ortis", "Oak Clinik"])
    #expect(privacies.map(\.1) == [.resident, .publicRole, .resident, .publicRole])
    let shared = reading.map.shared(reading.findings, with: .members).map(\.description)
    #expect(!shared.contains { $0.contains("Ana") })
  }

  @Test func aMisspeltOtherNameOfAResidentIsGuardedToo() {
    let reading = readMap(
      elements: "Label;Type;Also known as\nAna Ortiz;resident;Nita Belmonte\nElm;organization;\n",
      connections: "From;To;Type\nNita Belmonta;Elm;knows\n")
    #expect(reading.map.elements.map(\.privacy) == [.resident, .publicRole, .resident])
    #expect(reading.findings.map(\.expected) == ["did you mean \"Nita Belmonte\"?"])
    let shared = reading.map.shared(reading.findings, with: .members).map(\.description)
    #expect(!shared.contains { $0.contains("Nita") })
  }

  @Test(arguments: [
    (
      "\"Ana Ortiz\" is there twice; rows disagree on Notes: \"yes\" and \"no\"",
      "\"(resident)\" is there twice; rows disagree on Notes: \"…\" and \"…\""
    ),
    ("Notes \"a \"sad\" day\" of \"Ana Ortiz\"", "Notes \"…\" of \"(resident)\""),
    ("\"Ana Ortiz\" says \"so \"what\"; it is kept", "\"…\"; it is kept"),
    ("\"Ana Ortiz\" says \"a\" b\"; it is kept", "\"…\"; it is kept"),
    ("\"Oak\" disagrees: \"yes\" and \"no\"", "\"Oak\" disagrees: \"yes\" and \"no\""),
  ])
  func valuesBesideAGuardedNameAreLeftOut(message: String, expected: String) {
    let finding = Finding(.warning, message, expected: "write \"yes\"")
    let shared = map().shared([finding], with: .members)[0]
    #expect(shared.message == expected)
    #expect((shared.expected == finding.expected) == (message == expected))
  }

  @Test func namesThatOnlyConfidentialCellsHoldStayWithTheTeam() {
    let reading = readMap(
      elements: "Label;Type\nElm;organization\nOak;organization\n",
      connections: """
        From;To;Type;Reported by
        Elm;Oak;works with;Zed Quill|Open Hand
        Yan Moor;Elm;opposes;
        Uma Birch;nobody;in conflict with;
        Elm;Open Hand;works with;
        Oak;Wide Door;works with;Wide Door
        """)
    #expect(
      reading.map.elements.filter { $0.privacy == .resident }.map(\.label) == [
        "Zed Quill", "Yan Moor", "Uma Birch",
      ])
    let shared = reading.map.shared(reading.findings, with: .public).map(\.description)
    // Two organizations, and the three who may not be named, of whom it is said once.
    #expect(shared.count { $0.contains("has no row") } == 3)
    for name in ["Zed", "Yan", "Uma"] { #expect(!shared.contains { $0.contains(name) }) }
  }

  @Test func whatIsSaidOfTrustStaysWithTheTeam() {
    let findings = [
      Finding(.warning, "Trust \"low\" was left out"),
      Finding(.warning, "30 cells of Reported by name several elements alike"),
      Finding(.warning, "Strength \"low\" was left out"),
    ]
    #expect(map().shared(findings, with: .team) == findings)
    #expect(map().shared(findings, with: .members) == [findings[2]])
  }

  @Test func casesAreNumberedUnlessTheyAgreed() {
    var map = SystemMap()
    map.journeySteps = ["Ortiz", "Lind", "Ortiz"].map {
      JourneyStep(caseName: $0, activity: "Intake")
    }
    map.settings.consents = [.journey("Lind"): "signed"]
    #expect(map.shared(with: .public).journeySteps.map(\.caseName) == ["case 1", "Lind", "case 1"])
  }
}

@Suite struct CalendarDateTests {
  @Test(arguments: ["2026-02-28", "2024-02-29", "2000-02-29", "0001-01-01"])
  func realDaysAreRead(text: String) { #expect(CalendarDate(text)?.description == text) }

  @Test(arguments: [
    "2026-02-29", "1900-02-29", "2026-13-01", "26-01-01", "2026-1-1", "", "2026-01-0x",
    "٢٠٢٦-٠١-٠١",
  ])
  func otherTextIsNot(text: String) { #expect(CalendarDate(text) == nil) }

  @Test func periodsIncludeBothEnds() {
    let period = Period(since: CalendarDate("2026-01-01"), until: CalendarDate("2026-01-31"))
    #expect(period.contains(CalendarDate("2026-01-01")))
    #expect(period.contains(CalendarDate("2026-01-31")))
    #expect(!period.contains(CalendarDate("2026-02-01")))
    #expect(period.contains(nil))
  }
}

@Suite struct ElementTypeTests {
  @Test(arguments: [
    ("Organization", ElementType.organization), (" ORGANISATION ", .organization),
    ("", .element), ("Food  bank", ElementType("food bank")),
  ])
  func spellingsOfOneTypeAreOne(text: String, type: ElementType) {
    #expect(ElementType(text) == type)
  }
}
