import Diagrams
import Foundation
import Insights
import Synchronization
import SystemMaps
import Testing

@testable import Reports

@Suite struct MapReportTests {
  /// Two triangles and a bridge, in two sectors, with one seat.
  private func map() -> SystemMap {
    let names = ["Oak", "Elm", "Ash", "Fir", "Yew", "Bay"]
    var map = SystemMap(
      elements: names.enumerated().map { place, name in
        Element(
          id: ElementID(name.lowercased()), label: name, type: .organization,
          sector: place < 3 ? "health" : "schools")
      } + [Element(id: "council", label: "Council", type: .table)])
    let pairs = [
      ("oak", "elm"), ("elm", "ash"), ("ash", "oak"), ("fir", "yew"), ("yew", "bay"),
      ("bay", "fir"), ("ash", "fir"),
    ]
    map.connections = pairs.map {
      Connection(from: ElementID($0.0), to: ElementID($0.1), type: .worksWith)
    }
    map.seats = [Seat(table: "council", holder: "oak", role: .member)]
    map.settings.title = "Two towns"
    return map
  }

  private func names(_ files: [OutputFile]) -> [String] { files.map(\.name) }

  @Test func everyViewIsAFileInEveryFormat() {
    let files = MapReport(of: map()).edition().files
    let views = ["system", "silos", "sectors", "bridges", "tables"]
    let diagrams = views.flatMap { view in
      ["svg", "pdf", "png", "dot"].map { "\(view).\($0)" }
    }
    #expect(files.first?.name == "index.html")
    #expect(
      Set(names(files))
        == Set(
          diagrams + [
            "index.html", "measures.json", "silos.json", "inclusion.json", "conditions.json",
            "measures.csv",
          ]))
    #expect(names(files).count == Set(names(files)).count)
    #expect(files.allSatisfy { !$0.bytes.isEmpty })
  }

  /// A program that cannot draw stands for a worker that crashes.
  @Test func aPictureThatCannotBeDrawnIsAFinding() throws {
    let report = MapReport(
      of: map(), findings: [Finding(.notice, "an odd cell", expected: "another")])
    let broken = GraphvizWorkers(executable: URL(filePath: "/nowhere/at/all"), arguments: [])
    let edition = Graphviz.$host.withValue(.workers(broken)) {
      report.edition(formats: [.html, .json, .svg])
    }
    let whole = report.edition(formats: [.html, .json, .svg])
    let views = ["system", "silos", "sectors", "bridges", "tables"]
    #expect(whole.findings.isEmpty && edition.findings.count == views.count)
    for (view, finding) in zip(views, edition.findings) {
      #expect(finding.severity == .warning)
      #expect(finding.message.hasPrefix("the picture \(view) could not be drawn: "))
    }
    #expect(names(edition.files) == names(whole.files).filter { !$0.hasSuffix(".svg") })
    for file in edition.files where ["index.html", "measures.json"].contains(file.name) {
      let text = String(decoding: file.bytes, as: UTF8.self)
      #expect(text.contains("an odd cell"))
      for view in views { #expect(text.contains("the picture \(view) could not be drawn")) }
    }
    let kept = { (edition: MapReport.Edition) in
      edition.files.filter { ["silos.json", "inclusion.json"].contains($0.name) }
    }
    #expect(kept(edition) == kept(whole))
  }

  @Test func aMapTooLargeForASlideIsDrawnOnALargerPage() throws {
    let names = (1...500).map {
      "The neighbourhood association of families and friends of street \($0)"
    }
    var map = SystemMap(
      elements: names.map { Element(id: ElementID($0), label: $0, type: .organization) })
    map.connections = [
      Connection(from: ElementID(names[0]), to: ElementID(names[1]), type: .worksWith)
    ]
    let report = MapReport(of: map)
    let slide = MapDiagram.system.diagram(
      of: map, network: map.network(), options: DiagramOptions(audience: .team))
    #expect(throws: GraphvizError.self) { try slide.drawn(on: .slide) }
    let edition = report.edition(formats: [.dot])
    #expect(edition.findings.isEmpty)
    let system = try #require(edition.files.first { $0.name == "system.dot" })
    #expect(
      String(decoding: system.bytes, as: UTF8.self).contains("n500 ["))
  }

  @Test func eachPictureIsTold() {
    let told = Mutex<[String: [Int]]>([:])
    _ = MapReport(of: map()).edition(formats: [.dot]) { view, settled, total in
      told.withLock { $0[view] = [settled, total] }
    }
    let parts = told.withLock { $0 }
    #expect(Set(parts.keys) == ["system", "silos", "sectors", "bridges", "tables"])
    #expect(Set(parts.values) == Set((1...5).map { [$0, 5] }))
  }

  @Test func onlyWhatWasAskedForIsWritten() {
    let report = MapReport(of: map())
    #expect(names(report.edition(formats: [.csv]).files) == ["measures.csv"])
    #expect(names(report.edition(formats: [.html]).files) == ["index.html"])
    #expect(
      names(report.edition(formats: [.dot]).files)
        == ["system.dot", "silos.dot", "sectors.dot", "bridges.dot", "tables.dot"])
    #expect(
      names(report.edition(formats: [.json]).files)
        == ["measures.json", "silos.json", "inclusion.json", "conditions.json"])
    #expect(report.edition(formats: []).files.isEmpty)
  }

  @Test func viewsWithNothingToShowAreLeftOut() {
    var map = SystemMap(elements: [Element(id: "a", label: "Alone", type: .organization)])
    #expect(names(MapReport(of: map).edition(formats: [.dot]).files) == ["system.dot"])
    map.elements.append(Element(id: "b", label: "Two", type: .organization))
    map.connections = [Connection(from: "a", to: "b", type: .knows)]
    #expect(
      names(MapReport(of: map).edition(formats: [.dot]).files) == ["system.dot", "silos.dot"])
  }

  @Test func aMapOfNothingHasAReport() {
    let files = MapReport(of: SystemMap()).edition().files
    #expect(files.first?.name == "index.html")
    #expect(String(decoding: files[0].bytes, as: UTF8.self).contains("</html>"))
  }

  private func page(_ report: MapReport, page: Page = .slide) -> String {
    let file = report.edition(formats: [.html], page: page).files.first
    return String(decoding: file?.bytes ?? [], as: UTF8.self)
  }

  private func sections(_ page: String) -> [String] {
    page.matches(of: /<section id="([^"]*)"/).map { String($0.1) }
  }

  @Test func strengthsComeBeforeWhatIsMissing() {
    let full = sections(page(MapReport(of: map())))
    #expect(
      full == [
        "glance", "system", "bridges", "silos", "tables", "conditions", "measures", "unknown",
        "definitions",
      ])
    let answered = answered
    let kickoff = sections(page(MapReport(of: answered, purpose: .kickoff)))
    #expect(
      kickoff
        == ["glance", "system", "bridges", "silos", "introductions", "tables", "unknown", "files"])
    #expect(
      sections(page(MapReport(of: answered))).first == "introductions",
      "who does not know whom leads the full report")
  }

  /// The map with three at the council who have answered, two of whom have no tie.
  private var answered: SystemMap {
    var map = map()
    for place in map.elements.indices { map.elements[place].responded = true }
    map.seats = ["oak", "bay", "yew"].map { Seat(table: "council", holder: $0, role: .member) }
    return map
  }

  @Test func introductionsAreCardsOfOneLineEach() throws {
    var map = answered
    map.elements[0].label = "<b>Oak</b>"
    let files = MapReport(of: map, purpose: .kickoff).edition(formats: [.html]).files
    #expect(names(files) == ["index.html", "introductions.html"])
    let cards = String(decoding: files[1].bytes, as: UTF8.self)
    #expect(cards.matches(of: /<li>/).count == 2)
    #expect(
      cards.contains(
        "<li><strong>&lt;b&gt;Oak&lt;/b&gt;</strong> and <strong>Yew</strong>: both sit at Council"
      ))
    #expect(cards.contains("have not met yet as reported"))
    #expect(cards.contains("break-inside: avoid"))
    #expect(String(decoding: files[0].bytes, as: UTF8.self).contains("href=\"introductions.html\""))
  }

  @Test func aKickoffShowsNoFigureOfAnyone() {
    let text = page(MapReport(of: map(), purpose: .kickoff))
    #expect(text.contains("through which others are joined, in alphabetical order"))
    #expect(!text.contains("Share of paths"))
    #expect(!text.contains("E-I index"))
  }

  @Test func aDiagramThatCannotBeDrawnBecomesANote() {
    let stamp = Page(name: "stamp", width: 100, height: 100)
    let report = MapReport(of: map())
    let files = report.edition(formats: [.html, .svg, .csv], page: stamp).files
    #expect(names(files).contains("measures.csv"))
    #expect(!names(files).contains("system.svg"))
    let text = page(report, page: stamp)
    #expect(text.contains("This diagram could not be drawn."))
    #expect(text.contains("choose a larger page"))
    #expect(sections(text).contains("unknown"), "the rest of the page is there")
  }

  @Test func filesAreNamedByWordsOfOurs() {
    var map = map()
    map.settings.title = "../../Secret"
    for place in map.elements.indices { map.elements[place].label += "/../x" }
    let letters = Set("abcdefghijklmnopqrstuvwxyz.")
    for name in names(MapReport(of: map).edition().files) {
      #expect(name.allSatisfy(letters.contains))
    }
  }

  @Test func theSameMapAndSeedGiveTheSameBytes() {
    #expect(
      MapReport(of: map(), seed: 7).edition().files == MapReport(of: map(), seed: 7).edition().files
    )
  }

  @Test func groupsAreNeverCalledByWhatRowsOfTheUnnamedSay() throws {
    var map = map()
    for place in map.elements.indices.prefix(3) {
      map.elements[place].privacy = .resident
      map.elements[place].attributes = ["Address": "12 Hidden Lane"]
    }
    let network = map.network()
    for audience in [Audience.members, .public] {
      let influence = Influence(
        of: network, in: map, measures: .all, by: "Address", audience: audience)
      let measures = MeasureReport(influence, of: network, in: map, for: audience)
      #expect(!measures.json.text.contains("Hidden"))
      for view in MapDiagram.allCases {
        let options = DiagramOptions(audience: audience, attribute: "Address")
        let drawing = try view.diagram(of: map, network: network, options: options)
          .drawn(on: .slide)
        #expect(!drawing.dot.contains("Hidden"))
      }
    }
    let team = Influence(of: network, in: map, measures: .all, by: "Address")
    let measures = MeasureReport(team, of: network, in: map, for: .team)
    #expect(measures.json.text.contains("Hidden"))
  }
}

@Suite struct OutputFileTests {
  @Test func aFileIsWrittenWholeAndNothingBesideIt() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "sightline-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.path(percentEncoded: false)
    let files = [OutputFile(name: "a.txt", text: "a"), OutputFile(name: "b.txt", text: "b")]
    try OutputFile.write(files, into: path)
    try OutputFile.write(files, into: path)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: path).sorted() == ["a.txt", "b.txt"])
    #expect(throws: OutputError.self) {
      try OutputFile.write(files, into: path + "/a.txt/within")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: path).count == 2)
  }

  @Test func aFolderInTheWayOfAFileStopsAllOfThem() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "sightline-\(UUID())")
    defer { try? FileManager.default.removeItem(at: folder) }
    let obstacle = folder.appending(path: "b.csv")
    try FileManager.default.createDirectory(at: obstacle, withIntermediateDirectories: true)
    let files = ["a.csv", "b.csv"].map { OutputFile(name: $0, text: "x") }
    #expect(throws: OutputError.self) {
      try OutputFile.write(files, into: folder.path(percentEncoded: false))
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(left == ["b.csv"])
  }
}
