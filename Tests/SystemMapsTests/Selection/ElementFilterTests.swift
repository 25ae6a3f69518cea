import SystemMaps
import Testing

@Suite struct ElementFilterTests {
  private static let elements: [Element] = {
    func element(
      _ id: ElementID, _ label: String, _ type: ElementType, _ sector: String?,
      _ cells: [AttributeName: String] = [:]
    ) -> Element {
      var element = Element(id: id, label: label, type: type, sector: sector)
      element.attributes = cells
      return element
    }
    return [
      element("a", "Clinic", .organization, "health", ["Budget": "1,200", "Since": "2020-03-01"]),
      element("b", "Elm School", .organization, "schools", ["Budget": "90", "Tags": "lead|youth"]),
      element("c", "Food and Shelter", .organization, nil, ["Lived experience": "Yes"]),
      element("d", "Ana", .person, "early childhood", ["Since": "2024-01-31"]),
    ]
  }()

  private func chosen(_ text: String) throws -> String {
    let filter = try ElementFilter(text)
    return Self.elements.filter(filter.matches).map(\.id.text).joined()
  }

  @Test(
    arguments: [
      ("type = organization and sector != health", "bc"), ("TYPE = Organization", "abc"),
      ("sector = health, schools", "ab"), ("sector = early childhood", "d"),
      ("not type = person", "abc"), ("not (sector = health or sector = schools)", "cd"),
      ("sector = blank", "c"), ("sector != blank and type = organization", "ab"),
      ("lived_experience = yes", "c"), ("Lived experience = yes or label = ana", "cd"),
      ("budget > 100", "a"), ("budget <= 90", "b"), ("budget = 1200", "a"), ("budget < 0", ""),
      ("since >= 2022-01-01", "d"), ("tags = youth", "b"), ("label ~ \"and\"", "c"),
      ("label = “Food and Shelter”", "c"), ("label ~ S", "bc"),
      ("id = a or id = b and id = c", "a"),
      ("(id = a or id = b) and id = b", "b"), ("sector ≠ health", "bcd"), ("sector!=health", "bcd"),
      ("nothing = blank", "abcd"), ("sector != health, schools", "cd"),
    ])
  func conditionsChoose(_ text: String, _ ids: String) throws {
    #expect(try chosen(text) == ids)
  }

  @Test(
    arguments: [
      ("", 1, "ends here"), ("sector", 7, "compared with nothing"),
      ("sector = ", 10, "ends here"), ("sector = health and", 20, "ends here"),
      ("sector == health", 9, "\"=\" was not expected"), ("(sector = health", 17, "not closed"),
      ("sector = health)", 16, "\")\" was not expected"), ("= health", 1, "\"=\" was not"),
      ("sector = \"health", 10, "quotation mark is not closed"),
      ("budget > much", 10, "neither a number nor a day"), ("budget < blank", 10, "neither more"),
      ("sector = a, , b", 13, "\",\" was not expected"), ("and", 1, "\"and\" was not expected"),
    ])
  func errorsPointAtTheCharacter(_ text: String, _ character: Int, _ message: String) {
    let error = #expect(throws: FilterError.self) { try ElementFilter(text) }
    #expect(error?.offset == character - 1)
    #expect(error?.description.hasPrefix("character \(character): ") == true)
    #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
    #expect(error?.explanation.split(separator: "\n").last?.hasSuffix("^") == true)
  }

  /// Whatever is typed is read or refused, with a place within the text.
  @Test(arguments: 0..<200)
  func anyTextIsReadOrRefused(seed: Int) {
    let parts = [
      "(", ")", "and", "or", "not", "=", "!=", "<", ",", "\"", "x", "blank", " ", "é", "\n",
    ]
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
    let text = (0..<(seed % 23)).map { _ -> String in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return parts[Int(state >> 33) % parts.count]
    }.joined(separator: seed.isMultiple(of: 2) ? " " : "")
    do {
      let filter = try ElementFilter(text)
      #expect(filter.text == text)
      #expect(!filter.attributes.isEmpty)
    } catch {
      #expect((0...text.count).contains(error.offset))
    }
  }

  @Test func bracketsWithinBracketsEnd() {
    let deep = String(repeating: "(", count: 100_000) + "a = b"
    #expect(throws: FilterError.self) { try ElementFilter(deep) }
    #expect(throws: FilterError.self) {
      try ElementFilter(String(repeating: "not ", count: 100_000) + "a = b")
    }
  }

  /// For every element a condition holds or its opposite does.
  @Test(arguments: ["sector = health", "budget > 100", "tags ~ you", "sector = blank, schools"])
  func everyConditionHasAnOpposite(_ text: String) throws {
    let (one, other) = (try ElementFilter(text), try ElementFilter("not (\(text))"))
    #expect(Self.elements.allSatisfy { one.matches($0) != other.matches($0) })
  }

  @Test func aMapRefusesWhatItDoesNotHave() throws {
    var map = SystemMap(elements: Self.elements)
    let slip = try ElementFilter("type = person or sectr = health")
    let error = #expect(throws: FilterError.self) { try slip.check(for: map) }
    #expect(error?.offset == 17)
    #expect(error?.expected == "perhaps \"sector\"")
    map.benchmarks = [
      Benchmark(population: .named("town"), attribute: "Origin", group: "north", share: 1)
    ]
    let intimate = try ElementFilter("Origin = north")
    let refusal = #expect(throws: FilterError.self) { try intimate.check(for: map) }
    #expect(refusal?.message.contains("people state of themselves") == true)
    try ElementFilter("Budget > 5 and label ~ x").check(for: map)
    map.settings.drawing.filter = intimate
    map.settings.drawing.hide = try ElementFilter("sector = health")
    #expect(map.settings.drawing.usable(on: map).filter == nil)
    #expect(map.settings.drawing.usable(on: map).hide != nil)
    #expect(
      map.settings.drawing.findings(on: map).map(\.message).first?
        .hasPrefix("the setting Filter, character 1: ") == true)
  }

  @Test func aMapSaysHowItIsDrawn() {
    let reading = readMap(
      elements: "Label;Type\nA;organization",
      settings: """
        Setting;Value
        Colour by;Place
        Filter;type = organization and sector != health
        Hide;sector ==
        Focus;A
        Focus steps;2
        """)
    let rules = reading.map.settings.drawing
    #expect(rules.colorBy == "Place")
    #expect(rules.filter?.text == "type = organization and sector != health")
    #expect(rules.hide == nil)
    #expect(rules.focus == "A")
    #expect(rules.focusSteps == 2)
    let finding = reading.findings.first { $0.message.contains("sector ==") }
    #expect(finding?.message.contains("character 9") == true)
    #expect(finding?.severity == .warning)
  }

  @Test func aNameIsFoundByIdLabelOrAlias() {
    var map = SystemMap(elements: Self.elements)
    map.elements[0].aliases = ["The Clinic"]
    map.elements.append(Element(id: "e", label: "Elm School", type: .place))
    #expect(map.element(named: "a") == .found("a"))
    #expect(map.element(named: " clinic ") == .found("a"))
    #expect(map.element(named: "the clinic") == .found("a"))
    #expect(map.element(named: "Elm School") == .ambiguous(["b", "e"]))
    #expect(map.element(named: "elm school (place)") == .found("e"))
    #expect(map.element(named: "Food an Shelter") == .absent(nearest: "Food and Shelter"))
  }

  @Test func aNetworkIsCutByStepsAndByCondition() throws {
    let pairs = [("a", "b"), ("b", "c"), ("c", "d")]
    let map = SystemMap(
      elements: ["a", "b", "c", "d"].map {
        Element(id: ElementID($0), label: $0, type: .organization)
      },
      connections: pairs.map {
        Connection(from: ElementID($0.0), to: ElementID($0.1), type: .worksWith, level: 2)
      })
    let network = map.network()
    #expect(network.within(1, of: "b").elements == ["a", "b", "c"])
    #expect(network.within(0, of: "b").elements == ["b"])
    #expect(network.within(9, of: "b").elements == network.elements)
    let kept = network.keeping { $0 != "c" }
    #expect(kept.elements == ["a", "b", "d"])
    #expect(kept.ties.map(\.level) == [2])
  }
}
