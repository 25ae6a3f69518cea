import Foundation
import SystemMaps
import Testing

@testable import Interchange

@Suite("Starter maps")
struct StarterMapTests {
  @Test("a fresh one is empty, and nothing in it is odd", arguments: StarterMap.Purpose.allCases)
  func fresh(purpose: StarterMap.Purpose) throws {
    let folder = try TemporaryFolder()
    try StarterMap(for: purpose).write(to: folder["map"])
    let reading = try MapFile.read(folder["map"])
    #expect(reading.findings.map(\.severity) == [.notice])
    #expect(reading.findings.first?.message.hasPrefix("the map is still empty") == true)
    #expect(reading.isUsable)
  }

  @Test(
    "its examples would be a map that nothing is odd in", arguments: StarterMap.Purpose.allCases)
  func examples(purpose: StarterMap.Purpose) throws {
    var sheets = StarterMap(for: purpose).sheets
    for sheet in sheets.indices {
      for row in sheets[sheet].rows.indices where sheets[sheet].rows[row].isExample {
        sheets[sheet].rows[row].cells[0].removeFirst(5)
      }
    }
    let reading = MapReading(sheets: sheets)
    #expect(reading.findings.filter { $0.severity != .notice } == [])
    #expect(reading.map.elements.count > 3)
  }

  @Test("every sheet has its required columns, known ones in the order of the design")
  func columns() {
    for purpose in StarterMap.Purpose.allCases {
      for sheet in StarterMap(for: purpose).sheets {
        let titles = sheet.kind.guides.map(\.title)
        let required = sheet.kind.guides.filter { $0.need == .required }.map(\.title)
        #expect(required.allSatisfy(sheet.header.contains))
        let positions = sheet.header.compactMap { titles.firstIndex(of: $0) }
        #expect(positions == positions.sorted(), "\(sheet.header)")
        #expect(sheet.header.filter { !titles.contains($0) }.allSatisfy { $0 == "Age group" })
      }
    }
    let kinds = Sheet.Kind.allCases.filter { ![.positions, .answers].contains($0) }
    #expect(StarterMap().sheets.map(\.kind) == kinds)
    #expect(
      StarterMap(for: .journey).sheets.map(\.kind) == [
        .elements, .connections, .journeys, .settings,
      ])
    #expect(
      StarterMap(for: .tables).sheets.map(\.kind) == [
        .elements, .seats, .benchmarks, .settings,
      ])
  }

  @Test("the folder explains itself")
  func instructions() throws {
    let folder = try TemporaryFolder()
    try StarterMap().write(to: folder["my map"])
    let text = try String(
      contentsOfFile: folder["my map/instructions (ignore).txt"], encoding: .utf8)
    #expect(text.contains("sightline check \"my map\""))
    #expect(text.contains("  Label          Needed. The name, as people here say it."))
    #expect(text.contains("One of: public role, member, resident."))
    #expect(failure { try StarterMap().write(to: folder["map.json"]) }?.contains(".xlsx") == true)
  }
}
