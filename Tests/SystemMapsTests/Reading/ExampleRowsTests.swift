import Testing

@testable import SystemMaps

@Suite("Examples in starter maps")
struct ExampleRowsTests {
  @Test(
    "an example is told by its first filled cell",
    arguments: [
      (["e.g. Hope House"], true), (["", " E.G. Hope House", "x"], true), (["E.g. x"], true),
      (["Hope House", "e.g. x"], false), (["e.g."], false), (["eg. x"], false), (["", ""], false),
    ])
  func told(cells: [String], isExample: Bool) {
    #expect(Sheet.Row(number: 2, cells: cells).isExample == isExample)
  }

  @Test("examples are skipped, and counted once for the whole map")
  func skipped() {
    let reading = readMap(
      elements: "Label;Type;Budget\ne.g. Elm School;organization;x\nOak Clinic;organization;5",
      connections: "From;To\ne.g. Elm School;Oak Clinic", settings: "Setting;Value\nE.g. Title;x")
    #expect(reading.map.elements.map(\.label) == ["Oak Clinic"])
    #expect(reading.map.connections.isEmpty)
    #expect(reading.map.settings.title == nil)
    #expect(
      reading.told == [
        "notice: 3 example rows were skipped; delete rows that begin with \"e.g. \" when they are "
          + "no longer needed"
      ])
  }

  @Test("a map of examples alone is empty, not broken")
  func empty() {
    let reading = readMap(elements: "Label\ne.g. Elm School", settings: "Setting;Value\nTitle;")
    #expect(reading.isUsable)
    #expect(!reading.hasCountedIDs)
    #expect(
      reading.told == [
        "notice: the map is still empty: it holds 1 example row, which is skipped; type your own "
          + "rows below the grey ones, the elements first"
      ])
  }
}
