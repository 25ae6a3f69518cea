import SystemMaps
import Testing

@testable import Interchange

@Suite("Edge lists")
struct EdgeListTests {
  private func pairs(_ text: String, _ name: String = "x.txt") throws -> [[String]]? {
    let sheets = try MapFile.sheets(of: Array(text.utf8), named: name).sheets
    guard sheets.first?.kind == .connections else { return nil }
    return sheets[0].rows.map(\.cells)
  }

  @Test("commas, tabs and blanks")
  func separators() throws {
    let expected = [["1", "2"], ["2", "3"], ["3", "1"]]
    #expect(try pairs("1,2\n2,3\n3,1\n") == expected)
    #expect(try pairs("1\t2\n2\t3\n3\t1") == expected)
    #expect(try pairs("1 2\r2  3\r3 1\r") == expected)
    #expect(try pairs("1 2 {}\n2 3 {}\n3 1 {}\n") == expected)
    #expect(
      try pairs("Elm,Oak\nOak,Ash\nAsh,Elm\n") == [
        ["Elm", "Oak"], ["Oak", "Ash"], ["Ash", "Elm"],
      ])
  }

  @Test("a third column of numbers is the strength")
  func weights() throws {
    let map = try reading("1 2 0.5\n2 3 2\n", named: "x.txt").map
    #expect(map.connections.map(\.strength) == [0.5, 2])
    #expect(map.elements.map(\.label) == ["1", "2", "3"])
    #expect(map.elements.map(\.id.text) == ["element-1", "element-2", "element-3"])
  }

  @Test("comments, sizes and headers are left out, and that is said")
  func firstLines() throws {
    let sized = try reading("# a graph\n% more\n3 3\n1 2\n2 3\n3 1\n", named: "x.txt")
    #expect(sized.map.connections.count == 3)
    #expect(sized.map.connections.first?.place == Place(file: "x.txt", row: 4))
    #expect(
      sized.told.prefix(2) == [
        "notice: x.txt:3: read as an edge list: the first column is From, the second To; the first line "
          + "tells the numbers of nodes and ties and was left out; a header with From and To, or "
          + "--column connections.From=…, says otherwise",
        "notice: x.txt: 2 lines that begin with # or % were left out as comments",
      ])
    let headed = try reading("id_1,id_2\n0,3\n1,3\n", named: "x.csv")
    #expect(headed.map.connections.count == 2)
    #expect(headed.findings[0].message.contains("the first line was taken as a header"))
    #expect(try pairs("Org,Partner\nElm,Oak\nOak,Ash\n") == [["Elm", "Oak"], ["Oak", "Ash"]])
    #expect(try pairs("5 9\n1 2\n2 3\n")?.count == 3)
  }

  @Test(
    "pairs whose names hardly come up again",
    arguments: [
      ("a b\nb c\nc a 2.5\n", [["a", "b"], ["b", "c"], ["c", "a", "2.5"]]),
      ("a,b\nb,c\n", [["a", "b"], ["b", "c"]]),
      ("Hub,A\nHub,B\nHub,C\n", [["Hub", "A"], ["Hub", "B"], ["Hub", "C"]]),
      ("Hub A\nHub B\n", [["Hub", "A"], ["Hub", "B"]]),
      (
        "# made by hand\nHub,A,2\nHub,B\nHub,C,\n",
        [["Hub", "A", "2"], ["Hub", "B"], ["Hub", "C", ""]]
      ),
      ("\"Hope, Inc.\",B\nB,C\n", [["Hope, Inc.", "B"], ["B", "C"]]),
      ("A;B;2,5\nC;D;1\n", [["A", "B", "2,5"], ["C", "D", "1"]]),
      ("a,b,1\nc,d,2\nd,c,3\n", [["a", "b", "1"], ["c", "d", "2"], ["d", "c", "3"]]),
    ])
  func sparse(_ text: String, _ expected: [[String]]) throws {
    #expect(try pairs(text) == expected)
    let map = try reading(text, named: "x.csv").map
    #expect(map.connections.count == expected.count)
    #expect(
      map.connections.map { $0.strength != nil }
        == expected.map { $0.count > 2 && !$0[2].isEmpty })
    let told = try #require(try reading(text, named: "x.csv").findings.first)
    #expect(told.message.hasPrefix("read as an edge list"))
  }

  @Test(
    "a first row like a header, and names of two words, are no pairs",
    arguments: [
      "Name,Kind\nElm,school\nOak,clinic\n", "Person,Choir\nAnn,Elm\nBen,Oak\n",
      "From,Weight\nElm,1\n", "Org,Town,Staff\nElm,Springfield,12\nOak,Shelby,30\n",
      "Elm School\nOak Clinic\n", "Elm,Oak\n,Ash\n",
    ])
  func refused(_ text: String) throws { #expect(try pairs(text) == nil) }

  @Test("a table that is no edge list is read as elements")
  func others() throws {
    #expect(try pairs("Name,Sector\nElm,schools\nOak,health\n") == nil)
    #expect(try pairs("Organization,Contact\nElm,Ann\nOak,Ben\n") == nil)
    #expect(try pairs("Label\nElm\nOak\n") == nil)
    #expect(try pairs("\"1\",\"2\"\n") == nil)
    #expect(try pairs("1,2,3,4\n5,6,7,8\n") == nil)
  }

  @Test(
    "real edge lists", SharedData.needs("data/networks"),
    arguments: [
      ("ca-HepPh.txt", 11_203, 117_618), ("email-Eu-core.txt", 1_005, 25_571 - 642),
    ])
  func real(_ file: String, _ elements: Int, _ connections: Int) throws {
    let reading = try MapFile.read(SharedData.path("data/networks/" + file))
    #expect(reading.isUsable)
    #expect(reading.map.elements.count == elements)
    #expect(reading.map.connections.count == connections)
    #expect(reading.findings.count < 6)
  }

  @Test("connections named Source and Target", SharedData.needs("data/global-health"))
  func globalHealth() throws {
    let first = try MapFile.read(SharedData.path("data/global-health/Data3.csv")).map
    #expect(first.elements.count == 8)
    #expect(first.connections.count == 1_021)
    #expect(first.connections[0].strength == 2)
    #expect(first.connections[0].attributes["Year"] == "2001")
    let second = try MapFile.read(SharedData.path("data/global-health/Data6.csv")).map
    #expect(second.connections.count == 128)
    #expect(second.connections[0].attributes["value"] == "104")
  }
}
