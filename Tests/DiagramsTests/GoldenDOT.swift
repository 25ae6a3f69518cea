import Foundation
import Testing

@testable import Diagrams

/// Compares a text with the one that was looked at and kept; RECORD_GOLDEN=1 keeps it anew.
func expectGolden(
  _ text: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures/\(name).dot")
  if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
    try Data(text.utf8).write(to: url)
    return
  }
  let kept = try String(contentsOf: url, encoding: .utf8)
  #expect(structure(of: text) == structure(of: kept), sourceLocation: sourceLocation)
}

/// A drawing with its coordinates and sizes taken out: they follow the version of Graphviz and the
/// font, and differ between machines.
private func structure(of text: String) -> [String] {
  text.split(separator: "\n").map { line -> String in
    String(line).replacing(/(pos|bb|width|height|fontsize|penwidth)="?[-0-9e.,\ ]*"?/) { "\($0.1)" }
  }
}

@Suite struct GoldenDOT {
  @Test(arguments: ["system", "silos", "tables", "sectors", "sectorboxes"])
  func smallMap(view: String) throws {
    let diagram =
      switch view {
      case "system": Pictures.small.diagram()
      case "silos": Pictures.silos.diagram()
      case "tables": Pictures.tables.diagram()
      case "sectors": Pictures.sectors.diagram()
      default: SiloPicture(bySector: Pictures.small).diagram()
      }
    try expectGolden(try diagram.drawn(on: .slide).dot, view)
  }

  @Test(arguments: Pictures.views.keys.sorted())
  func view(name: String) throws {
    let diagram = try #require(Pictures.views[name])
    try expectGolden(try diagram.drawn(on: .slide).dot, name)
  }
}
