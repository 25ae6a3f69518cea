import Foundation
import SystemMaps
import Testing

@testable import Interchange

@Suite("Sheets of workbooks")
struct WorkbookSheetTests {
  private let elements = WorkbookText.inline([["Label", "Type"], ["Elm", "organization"]])

  @Test("all sheets of a map in one workbook, whatever else is there")
  func sheets() throws {
    let workbook = WorkbookText([
      ("instructions (ignore)", WorkbookText.inline([["Fill in the sheets."]])),
      ("Elements", elements),
      (
        "who works with whom",
        WorkbookText.inline([["From", "To", "Type"], ["Elm", "Oak", "works with"]])
      ),
      ("seats (ignore)", WorkbookText.inline([["Table", "Holder"], ["Board", "Elm"]])),
      ("Settings", WorkbookText.inline([["Setting", "Value"], ["Title", "Elm"]])),
      (
        "positions (ignore)",
        WorkbookText.inline([["View", "ID", "X", "Y"], ["system", "a", "1", "2"]])
      ),
      ("old (ignore)", WorkbookText.inline([["From", "To"], ["a", "b"]])),
      ("Budget", WorkbookText.inline([["Item", "Cost"], ["bread", "3"]])),
      ("Sheet3", "<sheetData/>"),
    ])
    let reading = try reading(workbook.bytes, named: "map.xlsx")
    #expect(reading.map.title == "Elm")
    #expect(reading.map.seats.count == 1)
    #expect(
      try MapFile.sheets(of: workbook.bytes, named: "map.xlsx").sheets.map(\.kind) == [
        .elements, .connections, .seats, .settings, .positions,
      ])
    #expect(
      reading.told == [
        "notice: map.xlsx: 2 other sheets were left alone (old (ignore), Budget)",
        "notice: map.xlsx: 'who works with whom'!B2: \"Oak\" has no row among the elements; it was "
          + "added as an element without a type; give it a row, or correct the name",
        "notice: map.xlsx: 'seats (ignore)'!A2: \"Board\" has no row among the elements; it was added "
          + "as type table; give it a row, or correct the name",
      ])
  }

  @Test("findings name the cell as Excel does")
  func places() throws {
    let workbook = WorkbookText([
      (
        "connections",
        WorkbookText.inline(
          [["From", "To", "Type", "Strength"], ["Elm", "Oak", "knows", "x"], ["Elm"]], from: 13)
      )
    ])
    let reading = try reading(workbook.bytes, named: "map.xlsx")
    #expect(
      reading.told == [
        "notice: map.xlsx: connections!A14: 2 elements are known by their names only (rows 14, …); a "
          + "sheet of elements would tell types and sectors",
        "warning: map.xlsx: connections!D14: Strength \"x\" was left out; expected a number above 0",
        "error: map.xlsx: connections!B15: the row has no To; every row of the connections needs one",
      ])
    #expect(
      reading.findings[1].place == Place(file: "map.xlsx", sheet: "connections", row: 14, column: 4)
    )
  }

  @Test("a name of several lines is told on one")
  func names() throws {
    let workbook = WorkbookText([
      ("a&#10;b&#x202E;", WorkbookText.inline([["Label"], ["Elm"], ["", "x"]]))
    ])
    let reading = try reading(workbook.bytes, named: "map.xlsx")
    #expect(
      reading.findings.map { $0.place?.description } == [
        "map.xlsx: 'a b '!A3", "map.xlsx: 'a b '!B3",
      ])
  }

  @Test("a workbook in a folder of its own")
  func folder() throws {
    let folder = try TemporaryFolder()
    try folder.write(WorkbookText([("a", elements)]).bytes, to: "map.xlsx")
    #expect(
      failure { _ = try MapFile.read(folder.path) }?.hasSuffix(
        "the folder holds no map (map.xlsx); expected one of elements.csv, connections.csv, seats.csv, "
          + "journeys.csv, or the workbook itself instead of its folder") == true)
  }

  @Test("what is seen of a file changes when it is saved, through links too; locks are not seen")
  func stamps() throws {
    let folder = try TemporaryFolder([
      "elements.csv": "Label\nElm\n", ".~lock.elements.csv#": "", "map.svg": "x",
    ])
    let first = MapFile.stamps(of: folder.path)
    #expect(first.keys.map { FileContent.name(of: $0) } == ["elements.csv"])
    #expect(MapFile.stamps(of: folder.path) == first)
    let link = folder["link.csv"]
    try FileManager.default.createSymbolicLink(
      atPath: link, withDestinationPath: folder["elements.csv"])
    let linked = MapFile.stamps(of: link)
    try folder.write(Array("Label\nElm\nOak\n".utf8), to: "elements.csv")
    #expect(MapFile.stamps(of: folder.path) != first)
    #expect(MapFile.stamps(of: link) != linked)
    #expect(MapFile.stamps(of: folder["none.csv"]).isEmpty)
  }

  @Test("two blank rows begin a section, if a header follows")
  func sections() throws {
    let markup = WorkbookText.inline([
      ["Label", "Type"], ["Elm", "organization"], [], ["Oak", "organization"], [], [],
      ["Label", "Role"], ["Ann", "nurse"], [], [], [], ["Bob", "pastor"], [], [],
      ["From", "To"], ["Elm", "Oak"],
    ])
    let reading = try MapFile.sheets(
      of: WorkbookText([("Elements", markup)]).bytes, named: "map.xlsx")
    #expect(reading.sheets.map(\.kind) == [.elements, .elements, .connections])
    #expect(reading.sheets.map(\.headerNumber) == [1, 7, 15])
    #expect(reading.sheets.map { $0.rows.map(\.number) } == [[2, 4], [8, 12], [16]])
    #expect(
      reading.findings.map(\.description) == [
        "map.xlsx: Elements!12: two blank rows come before this row, and no header; it was read under "
          + "the header above; in Kumu two blank rows begin a section with a header of its own"
      ])
  }

  @Test("a header repeated under two blank rows begins a section, though it is not known")
  func repeatedHeader() throws {
    let markup = WorkbookText.inline([
      ["Name", "Type"], ["Elm", "organization"], [], [], ["Name", "Role"], ["Ann", "nurse"],
    ])
    let folder = try TemporaryFolder()
    try folder.write(WorkbookText([("Sheet1", markup)]).bytes, to: "map.xlsx")
    let alias = try ColumnAlias(parsing: "elements.Label=Name")
    let map = try MapFile.read(folder["map.xlsx"], columns: [alias]).map
    #expect(map.elements.map(\.label) == ["Elm", "Ann"])
    #expect(map.elements[1].role == "nurse")
  }

  @Test("a title above the header is passed over")
  func title() throws {
    let markup = WorkbookText.inline([
      ["Our coalition"], ["as of March"], [], [], ["Label", "Type"], ["Elm", "organization"],
    ])
    let reading = try reading(WorkbookText([("Sheet1", markup)]).bytes, named: "map.xlsx")
    #expect(reading.map.elements.map(\.label) == ["Elm"])
    #expect(
      reading.told == [
        "notice: map.xlsx: Sheet1!5: this row was taken as the header; 2 rows above it were left out"
      ])
  }

  @Test("what people do not see, or see otherwise, is told once")
  func oddities() throws {
    let markup = """
      <cols><col min="2" max="3" hidden="1"/><col min="9" max="16384" hidden="1"/></cols><sheetData>\
      <row r="1"><c r="A1" t="str"><v>Label</v></c><c r="B1" t="str"><v>Type</v></c>\
      <c r="C1" t="str"><v>Mood</v></c></row>\
      <row r="2" hidden="1"><c r="A2" t="str"><v>Elm</v></c><c r="B2" t="e"><v>#N/A</v></c></row>\
      <row r="3" hidden="1"/><row r="4"><c r="A4" t="str"><v>Oak</v></c><c r="C4"><f>A2&amp;1</f></c>\
      </row><row r="5"><c r="A5" t="str"><v>Fir</v></c><c r="C5"><f>1</f><v></v></c></row></sheetData>\
      <mergeCells><mergeCell ref="A4:A5"/></mergeCells>
      """
    let workbook = WorkbookText([("elements", markup)], states: ["elements": "veryHidden"])
    let reading = try MapFile.sheets(of: workbook.bytes, named: "map.xlsx")
    #expect(
      reading.findings.map { "\($0.severity): \($0)" } == [
        "warning: map.xlsx: elements!C4: 2 cells hold formulas that were never calculated, and are "
          + "blank; open the workbook in Excel and save it",
        "warning: map.xlsx: elements!B2: 1 cell holds an error such as #N/A, kept as text; correct the "
          + "formula, or clear the cell",
        "notice: map.xlsx: elements: the sheet is hidden, and was read too",
        "notice: map.xlsx: elements: 1 hidden row and 2 hidden columns were read too",
        "notice: map.xlsx: elements: 1 range of cells is merged; the value belongs to the first cell, "
          + "and the others are blank; unmerge them and fill the value down where it holds for each "
          + "row",
      ])
    #expect(reading.sheets[0].rows.map(\.cells) == [["Elm", "#N/A"], ["Oak"], ["Fir"]])
  }

  @Test("headers without rows are told only if there are no rows at all")
  func headersOnly() throws {
    let empty = WorkbookText.inline([["Table", "Holder"]])
    let filled = WorkbookText([("elements", elements), ("seats", empty)])
    #expect(try reading(filled.bytes, named: "map.xlsx").told.isEmpty)
    #expect(
      try reading(WorkbookText([("seats", empty)]).bytes, named: "map.xlsx").told == [
        "warning: map.xlsx: seats: the file has a header and no rows; expected a row for each of the "
          + "seats"
      ])
  }

  @Test("a workbook of elements beside one of connections")
  func pair() throws {
    let folder = try TemporaryFolder()
    try folder.write(WorkbookText([("a", elements)]).bytes, to: "nodes.xlsx")
    let ties = WorkbookText.inline([["id 1", "id 2"], ["Elm", "Oak"]])
    try folder.write(WorkbookText([("b", ties)]).bytes, to: "edges.xlsx")
    let columns = try [
      ColumnAlias(parsing: "connections.From=id 1"), ColumnAlias(parsing: "connections.To=id 2"),
    ]
    let map = try MapFile.read(
      folder["nodes.xlsx"], connections: folder["edges.xlsx"], columns: columns
    ).map
    #expect(map.elements.count == 2)
    #expect(map.connections.count == 1)
  }
}
