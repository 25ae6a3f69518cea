import Testing

@testable import SystemMaps

@Suite("Writing the ids that count")
struct WrittenIDsTests {
  private func sheets(_ elements: String, _ connections: String = "From;To") -> [Sheet] {
    [(Sheet.Kind.elements, elements), (.connections, connections)].map { kind, text in
      let lines = text.split(separator: "\n").map {
        $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
      }
      return Sheet(
        kind: kind, file: kind.rawValue, header: lines[0],
        rows: lines.dropFirst().enumerated().map { Sheet.Row(number: $0 + 2, cells: $1) })
    }
  }

  @Test("the ids are those of the map, and the map stays the same")
  func written() throws {
    let sheets = sheets(
      "Label;Type;;Works for\nElm School;organization;a;\ne.g. x;person;;\nAnn;person;;Oak\n"
        + "Elm School;Organisation;;", "From;To\nAnn;Ben")
    let reading = MapReading(sheets: sheets)
    let written = try #require(reading.writingIDs(into: sheets))
    #expect(written[0].header == ["ID", "Label", "Type", "Column 3", "Works for"])
    #expect(
      written[0].rows.map { $0.cells[0] } == ["organization-1", "", "person-1", "organization-1"])
    #expect(written[1] == sheets[1])
    let second = MapReading(sheets: written)
    #expect(second.map.withoutPlaces == reading.map.withoutPlaces)
    #expect(second.map.elements.map(\.id.text).contains("organization-2"))
    #expect(second.writingIDs(into: written) == nil)
  }

  @Test("a cell keeps its name when the columns move")
  func names() {
    var sheet = Sheet(
      kind: .elements, file: "x", header: ["Label", "", "label", "-"],
      rows: [Sheet.Row(number: 2, cells: ["a", "b", "c", "", "e"])])
    #expect(sheet.columnNames == ["Label", "Column 2", "label (2)", "Column 4", "Column 5"])
    #expect(sheet.namingBlankColumns.header == ["Label", "Column 2", "label", "-", "Column 5"])
    sheet.rows = []
    #expect(sheet.namingBlankColumns == sheet)
  }
}
