import SystemMaps
import Testing

@testable import Interchange

@Suite("JSON")
struct JSONMapTests {
  @Test("our own file has the sheets as keys")
  func own() throws {
    let reading = try reading(
      """
      {
        "elements": [
          {"ID": "s", "Label": "Elm School", "Type": "organization", "Budget": 25000.50},
          {"ID": "b", "Label": "Board", "Type": "table", "Tags": ["a", "b"], "Note": null}
        ],
        "connections": [
          {"From": "s", "To": "Oak Clinic", "Type": "works with", "Level": 2, "Extra": {"a": 1}}
        ],
        "seats (ignore)": [{"Table": "Board", "Holder": "s", "Votes": 2}],
        "benchmarks": [{"Population": "town", "Attribute": "Colour", "Group": "red", "Share": 1}],
        "journeys": [{"Case": "H-07", "Step": "Intake"}],
        "settings": {"Title": "Elm \\u00e9\\ud83c\\udfeb", "Privacy threshold": 5},
        "version": 1
      }
      """, named: "map.json")
    let map = reading.map
    #expect(map.elements.map(\.id.text) == ["s", "b", "element-1"])
    #expect(map.elements[0].budget == 25_000.5)
    #expect(map.elements[0].attributes["Budget"] == "25000.50")
    #expect(map.elements[1].tags == ["a", "b"])
    #expect(map.elements[1].attributes["Note"] == nil)
    #expect(map.connections[0].level == 2)
    #expect(map.connections[0].attributes["extra"] == "a: 1")
    #expect(map.connections[0].place == Place(file: "map.json", row: 7))
    #expect(map.seats[0].votes == 2)
    #expect(map.journeySteps.count == 1)
    #expect(map.title == "Elm é🏫")
    #expect(map.settings.privacyThreshold == 5)
    #expect(reading.told.first == "notice: map.json: 1 key was left alone: version")
  }

  @Test("Kumu's short form is a part of our own")
  func shortForm() throws {
    let map = try reading(
      """
      {"elements":[{"id":"a","label":"Elm","type":"School","description":"x","tags":["t","u"]},
      {"label":"Oak","type":"Clinic","power score":"8"}],
      "connections":[{"from":"a","to":"oak","direction":"mutual","type":"refers to"}]}
      """, named: "kumu.json"
    ).map
    #expect(map.elements.map(\.label) == ["Elm", "Oak"])
    #expect(map.elements.map(\.type) == [ElementType("school"), ElementType("clinic")])
    #expect(map.elements[0].summary == "x")
    #expect(map.elements[1].attributes["Power score"] == "8")
    #expect(map.connections[0].direction == .mutual)
    #expect(map.connections[0].type == .refersTo)
  }

  @Test("a backup of a Kumu project: reversed, trash, loops, numbers as text")
  func backup() throws {
    let reading = try reading(
      """
      {"name":"P","description":"","maps":[{"elements":[{"element":"elem-1"}]},{"elements":[]}],
      "elements":[
      {"_id":"elem-1","attributes":{"label":"Elm","element type":"School","Power":"8"}},
      {"_id":"elem-2","attributes":{"label":null,"element type":null}}],
      "connections":[
      {"_id":"conn-1","direction":"directed","reversed":true,"delayed":true,
      "attributes":{"connection type":"+","strength":"2.5"},"from":"elem-1","to":"elem-2"},
      {"_id":"conn-2","direction":"mutual","attributes":{},"from":"elem-1","to":"elem-9"}],
      "loops":[{"_id":"loop-1"}],"perspectives":[]}
      """, named: "p.json")
    let map = reading.map
    #expect(map.title == "P")
    #expect(map.elements.map(\.id.text) == ["elem-1", "elem-2"])
    #expect(map.elements.map(\.label) == ["Elm", "elem-2"])
    #expect(map.elements[0].type == ElementType("School"))
    #expect(map.elements[0].power == 8)
    #expect(map.connections.count == 1)
    #expect(map.connections[0].from.text == "elem-2")
    #expect(map.connections[0].strength == 2.5)
    #expect(map.connections[0].attributes["delayed"] == "yes")
    #expect(
      reading.told.prefix(4) == [
        "notice: p.json: read as a Kumu project; the elements of 2 maps became one map, and 1 loop, "
          + "0 perspectives and the positions were left out",
        "notice: p.json: 1 element is on none of the project's maps and was read too; delete them in "
          + "Kumu if they are trash",
        "notice: p.json: 1 reversed connection was turned round",
        "warning: p.json:8: 1 connection of elements that the project does not hold was left out; "
          + "expected an element elem-9",
      ])
  }

  @Test(
    "real projects", SharedData.needs("data/kumu"),
    arguments: [
      ("snap-to-tutorial-project.json", 51, 113, "US State Population Growth"),
      ("kumu-changelabs-template.json", 10, 11, "ChangeLabs"),
    ])
  func real(_ file: String, _ elements: Int, _ connections: Int, _ title: String) throws {
    let reading = try MapFile.read(SharedData.path("data/kumu/" + file))
    #expect(reading.isUsable)
    #expect(reading.map.elements.count == elements)
    #expect(reading.map.connections.count == connections)
    #expect(reading.map.elements.count { !$0.isListed } == 0)
    #expect(reading.map.title == title)
  }

  @Test("numbers keep their digits in attributes", SharedData.needs("data/kumu"))
  func digits() throws {
    let map = try MapFile.read(SharedData.path("data/kumu/snap-to-tutorial-project.json")).map
    #expect(map.elements[0].attributes["2010 population"] == "19400867")
    #expect(map.elements[0].attributes["Relative growth"] == "0.01899695852565953")
    #expect(map.elements[0].type == ElementType("State"))
    #expect(map.connections.allSatisfy { $0.direction == .undirected })
  }

  @Test(
    "what is no JSON map is told with its place",
    arguments: [
      (
        "{\"elements\": [{\"Label\": NaN}]}",
        "x.json:1:25: this is no JSON: NaN is no number in JSON"
      ),
      (
        "{\"elements\": [-Infinity]}",
        "x.json:1:16: this is no JSON: -Infinity is no number in JSON"
      ),
      (
        "{\n\"elements\": [\n{\"Label\": \"A\",}]}",
        "x.json:3:15: this is no JSON: a comma stands before "
          + "the end of a list"
      ),
      ("{\"elements\": [\"A\"", "x.json:1:18: this is no JSON: the text ends too early"),
      ("{\"elements\": \"A", "x.json:1:14: this is no JSON: a string never ends"),
      ("{} x", "x.json:1:4: this is no JSON: there is text after the end"),
      ("{\"a\" 1}", "x.json:1:6: this is no JSON: a colon is missing after the key"),
      ("{'a': 1}", "x.json:1:2: this is no JSON: a key in quotation marks is missing"),
      ("{\"elements\": [\"\\q\"]}", "x.json:1:18: this is no JSON: a string has an unknown escape"),
      ("{\"elements\": [01]}", "x.json:1:17: this is no JSON: a number begins with 0"),
    ])
  func noJSON(_ text: String, _ expected: String) {
    let told = failure { _ = try reading(text, named: "x.json") }
    #expect(told == expected + "; expected a complete JSON text")
  }

  @Test("JSON without a map, or with sheets that are no lists")
  func noMap() {
    #expect(
      failure { _ = try reading("{\"nodes\": []}", named: "x.json") }
        == "x.json: this JSON holds no map; expected an object with elements, connections, seats or "
        + "journeys")
    #expect(
      failure { _ = try reading("[1]", named: "x.json") }
        == "x.json: this JSON holds no map; expected an object with elements, connections, seats or "
        + "journeys")
    #expect(
      failure { _ = try reading("{\n\"elements\": 3}", named: "x.json") }
        == "x.json:2: elements is no list; expected a list of objects, one a row")
    #expect(
      failure { _ = try reading("{\"elements\": [\n3]}", named: "x.json") }
        == "x.json:2: the list of elements holds something that is no object; expected an object with "
        + "the columns as keys")
  }

  @Test("a thousand levels of lists are refused, two hundred are read")
  func depth() {
    func nested(_ levels: Int) -> String {
      "{\"elements\": [{\"Label\": \"A\", \"x\": " + String(repeating: "[", count: levels)
        + String(repeating: "]", count: levels) + "}]}"
    }
    #expect(
      failure { _ = try reading(nested(1000), named: "x.json") }
        == "x.json:1:232: this is no JSON: lists and objects stand more than 200 deep in each other; "
        + "expected a complete JSON text")
    #expect(failure { _ = try reading(nested(190), named: "x.json") } == nil)
  }
}
