import Foundation
import SystemMaps
import Testing

@testable import Interchange

@Suite("Workbooks that nobody here made")
struct RealWorkbookTests {
  /// What openpyxl finds in each sheet: cells that are not blank, bytes of their text.
  static let measured: [(file: String, sheets: [(name: String, cells: Int, bytes: Int)])] = [
    ("kumu/paypal-mafia.xlsx", [("Elements", 213, 24454), ("Connections", 166, 2055)]),
    ("kumu/snap-to-tutorial-data.xlsx", [("Elements", 364, 2891), ("Connections", 228, 1895)]),
    ("global-health/Data5.xlsx", [("Reporting-reported v2", 522, 1816)]),
  ]

  @Test("cells are those that openpyxl finds", SharedData.needs("data/kumu"), arguments: measured)
  func cells(_ file: String, _ sheets: [(name: String, cells: Int, bytes: Int)]) throws {
    let content = try FileContent(path: SharedData.path("data/\(file)"))
    let workbook = try OpenWorkbook(content.bytes)
    #expect(workbook.index.sheets.map(\.name) == sheets.map(\.name))
    for (entry, expected) in zip(workbook.index.sheets, sheets) {
      let cells = try workbook.worksheet(entry).rows.flatMap(\.cells).filter { !$0.isBlankCell }
      #expect(cells.count == expected.cells)
      #expect(cells.reduce(0) { $0 + $1.utf8.count } == expected.bytes)
    }
  }

  @Test("Kumu's workbooks are maps as they are", SharedData.needs("data/kumu"))
  func kumu() throws {
    let mafia = try MapFile.read(SharedData.path("data/kumu/paypal-mafia.xlsx"))
    #expect(mafia.isUsable)
    #expect(mafia.map.elements.count == 34)
    #expect(mafia.map.connections.count == 49)
    let states = try MapFile.read(SharedData.path("data/kumu/snap-to-tutorial-data.xlsx"))
    #expect(states.isUsable)
    #expect(states.map.elements.count == 51)
    #expect(states.map.connections.count == 113)
  }

  @Test(
    "the damaged one, and one that is no map, are a sentence each", SharedData.needs("data/kumu"))
  func refused() {
    #expect(
      failure {
        _ = try MapFile.read(SharedData.path("data/kumu/overview-of-the-euro-crisis.xlsx"))
      }
        == "overview-of-the-euro-crisis.xlsx: the workbook is damaged: it may have been cut short or "
        + "changed on its way; copy or download it again, or let Excel repair it and save it")
    #expect(
      failure { _ = try MapFile.read(SharedData.path("data/global-health/Data5.xlsx")) }
        == "Data5.xlsx: the workbook holds no map (Reporting-reported v2); expected a sheet with a "
        + "header: Label, or From and To, or Table and Holder, or Case and Step")
  }
}
