import Foundation
import Graphs
import SystemMaps
import Testing

@testable import Interchange

@Suite("Lists of ties")
struct TieListTests {
  /// The pairs that the map of a file has, by label, and what they weigh.
  private func ties(ofMap reading: MapReading) -> [Set<String>: Double] {
    let labels = Dictionary(
      uniqueKeysWithValues: reading.map.elements.map { ($0.id, $0.label) })
    var ties: [Set<String>: Double] = [:]
    for connection in reading.map.connections {
      let ends = Set([connection.from, connection.to].compactMap { labels[$0] })
      ties[ends, default: 0] += connection.strength ?? 1
    }
    return ties
  }

  private func ties(of list: TieList) -> [Set<String>: Double] {
    Dictionary(
      uniqueKeysWithValues: list.graph.edges.map {
        (Set([list.names[$0.source.index], list.names[$0.target.index]]), $0.weight)
      })
  }

  /// Reads a text both ways and compares names, in their order, and ties.
  private func agree(_ text: String) throws {
    let bytes = Array(text.utf8)
    let sheets = (try? MapFile.sheets(of: bytes, named: "x.csv")) ?? SheetReading()
    let reading = MapReading(sheets: sheets.sheets, findings: sheets.findings)
    guard sheets.sheets.first?.kind == .connections, reading.isUsable else {
      #expect(throws: MapErrors.self, "\(text)") { try TieList(bytes, named: "x.csv") }
      return
    }
    let list = try TieList(bytes, named: "x.csv")
    #expect(list.names == reading.map.elements.map(\.label), "\(text)")
    #expect(ties(of: list) == ties(ofMap: reading), "\(text)")
  }

  @Test(
    "reads what the map reader reads",
    arguments: [
      "1,2\n2,3\n3,1\n", "1\t2\n2\t3\n3\t1", "1 2\r2  3\r3 1\r", "1 2 {}\n2 3 {}\n3 1 {}\n",
      "1 2 0.5\n2 3 2\n", "# a graph\n% more\n3 3\n1 2\n2 3\n3 1\n", "id_1,id_2\n0,3\n1,3\n",
      "Org,Partner\nElm,Oak\nOak,Ash\n", "5 9\n1 2\n2 3\n", "a b\nb c\nc a 2.5\n",
      "# made by hand\nHub,A,2\nHub,B\nHub,C,\n", "\"Hope, Inc.\",B\nB,C\n",
      "A;B;2,5\nC;D;1\n", "a,b,1\nc,d,2\nd,c,3\n", "From,To\nA,a\n\n B ,A\n",
      "Weight;Target;Note;Source\n1.234,5;B;x;A\n2;\"C \"\"c\"\"\nD\";y;A\n",
      "From,To\nA,B|C|A\nnobody,C\nD,Prefer not to say\n",
      "Source\tTarget\nA\tB\r\nB\tÉlan\nélan\tA\n",
      "sep=;\nFrom;To\nA;B\n", "\u{FEFF}From,To\n\"A\"b,C\nAb,D\n", "From,To\nA,B,\"x\ny\"\nB,C\n",
      "From,To,Strength\nA,B,\nB,C,x\nC,D,-1\nD,A,1e3\n", "From,To\n, \nA,B\n",
      "Name,Kind\nElm,school\nOak,clinic\n", "1,2,3,4\n5,6,7,8\n", "Elm,Oak\n,Ash\n",
      "A,B\nB,A\n,A\n",
      "From,To\nA\n", "From,To\nA,\"B\n", "\"1\",\"2\"\n", "x", "a \"b c\" 1\n\"b c\" a 2\n",
      "Elm,Elm\nElm,Oak\n", "a,b,Level\nb,c,2\nc,a,x\n", "a,b,Weight\nb,a,1\na,b,2\n",
      "1 2", "# one line\n7,8", "5;6;2,5", "1 2\r",
    ])
  func examples(_ text: String) throws { try agree(text) }

  @Test("reads what the map reader reads, whatever the text", arguments: 0..<200)
  func fuzz(_ seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let mark = [",", ";", "\t", " "].randomElement(using: &random) ?? ","
    let end = ["\n", "\r\n", "\r"].randomElement(using: &random) ?? "\n"
    let names = [
      "Elm", "elm", "Oak \"x\"", "Ash, Inc.", "7", "12", "é", "B|Elm", "nobody", "St. Ann", "",
      "{}",
    ]
    let known = Int.random(in: 2...names.count, using: &random)
    var text =
      ["", "From\(mark)To\(end)", "Source\(mark)Target\(mark)Weight\(end)", "a\(mark)b\(end)"]
      .randomElement(using: &random) ?? ""
    let isWeighted = Bool.random(using: &random)
    for _ in 0..<Int.random(in: 1...30, using: &random) {
      var cells = (0..<2).map { _ in names[Int.random(in: 0..<known, using: &random)] }
      if isWeighted {
        cells.append(["1", "2.5", "0,5", "", "x", "3"].randomElement(using: &random) ?? "")
      }
      text += cells.map { cell in
        let isQuoted =
          cell.contains { "\", ".contains($0) } || Int.random(in: 0..<9, using: &random) == 0
        return isQuoted ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
      }.joined(separator: mark)
      text += Int.random(in: 0..<20, using: &random) == 0 ? end + end : end
    }
    try agree(text)
  }

  @Test(
    "real files", SharedData.needs("data/networks"),
    arguments: [
      ("ca-HepPh.txt", 11_203, 117_618), ("email-Eu-core.txt", 1_005, 16_064),
      ("facebook_edges.csv", 22_470, 170_823),
    ])
  func real(_ file: String, _ nodes: Int, _ ties: Int) throws {
    let path = SharedData.path("data/networks/" + file)
    let list = try TieList(path)
    #expect(list.graph.nodeCount == nodes)
    #expect(list.graph.edgeCount == ties)
    let map = try MapFile.read(path).map
    #expect(list.names == map.elements.map(\.label))
    let network = map.network()
    #expect(list.graph.unweighted.edges == network.graph.unweighted.edges)
    let alone = try Parallelism.$threads.withValue(1) { try TieList(path) }
    #expect(alone.graph == list.graph)
  }

  @Test("directed ties keep their way, and what was left out is counted")
  func counts() throws {
    let text = "From,To,Strength,Since\nA,B,2,2020-01-01\nA,B,3,\nB,A,,\nC,C,,\nA,nobody,,\n"
    let list = try TieList(Array(text.utf8), named: "x.csv", kind: .directed)
    #expect(list.graph.edges == [Edge(0, 1, weight: 5), Edge(1, 0)])
    #expect(list.names == ["A", "B", "C"])
    #expect(list.rowCount == 5)
    #expect(list.rowsWithoutTie == 1)
    #expect(list.graph.parallelEdgeCount == 1)
    #expect(
      list.findings.map(\.description) == [
        "x.csv: not looked at: \"Since\"; read the file as a map if they say which rows are ties",
        "x.csv: 3 of 5 rows have no weight; they weigh 1",
        "x.csv: 1 tie joins a name with itself and was left out; expected two names",
        "x.csv: 1 row names no one at one of its ends: asked, and no one or not known",
      ])
  }

  @Test(
    "mistakes have a place",
    arguments: [
      ("From,To\nA,B\n\n\"C\nD\",\n", "x.csv:4:2: the row has no To"),
      ("Weight,From,To\n1,A,B\n2,,B\n", "x.csv:3:2: the row has no From"),
      ("From,To\nA,\"B\n", "x.csv:2: a quotation mark opens a cell that never closes"),
      ("Name,Town\nA,B\nC,D\n", "x.csv: this is no list of ties"),
      ("{\"elements\": []}", "x.csv: this is JSON"),
    ])
  func mistakes(_ text: String, _ message: String) {
    let error = #expect(throws: MapErrors.self) { try TieList(Array(text.utf8), named: "x.csv") }
    #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "")")
  }

  @Test("many names keep their order among those that need more than lower case")
  func manyNames() throws {
    let others = ["A|B", "nobody", " Élan", "élan ", "É|A", "Hope  House", "a|Prefer not to say"]
    var text = "From,To\n"
    for number in 0..<20_000 {
      let isPlain = number % 89 > 0
      text += isPlain ? "Hope \(number)" : "\(others[number / 89 % others.count])\(number % 3)"
      text += number % 4_001 == 4_000 ? ",C|\(number)\n" : ",HOPE \(number / 2 * 3)\n"
    }
    try agree(text)
  }

  @Test("a large file is read to its last byte on any number of threads")
  func largeFile() throws {
    var text = "From,To\n"
    for number in 0..<200_000 { text += "Elm Street \(number % 1_009),Oak \(number % 1_013)\n" }
    text += "Elm,Last"
    let file = FileManager.default.temporaryDirectory.appending(path: "ties-\(UUID()).csv")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let expected = try TieList(Array(text.utf8), named: file.lastPathComponent)
    #expect(expected.names.last == "Last")
    for threads in [1, 2, 3] {
      let list = try Parallelism.$threads.withValue(threads) { try TieList(file.path) }
      #expect(list.graph == expected.graph)
      #expect(list.names == expected.names)
    }
  }

  @Test("stretches that begin within a quoted cell change nothing")
  func stretches() throws {
    var text = "From,To,Note\n"
    for number in 0..<24_000 {
      text += "\"Name, \(number % 997)\",N\(number % 613),\"one\nA,B\n\(number)\"\n"
      text += "N\(number % 31),\"N\"\"\(number % 77)\",\n"
    }
    let filler = String(repeating: "x", count: 140)
    text += (0..<24_000).map { "N\($0 % 97),\(filler)\($0 % 89),\n" }.joined()
    let bytes = Array(text.utf8)
    let whole = try Parallelism.$threads.withValue(1) { try TieList(bytes, named: "x.csv") }
    for threads in [2, 3] {
      let parts = try Parallelism.$threads.withValue(threads) {
        try TieList(bytes, named: "x.csv")
      }
      #expect(parts.graph == whole.graph)
      #expect(parts.names == whole.names)
    }
    #expect(whole.rowCount == 72_000)
  }
}
