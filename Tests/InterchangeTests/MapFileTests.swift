import Foundation
import SystemMaps
import Testing

@testable import Interchange

@Suite("Files and folders")
struct MapFileTests {
  @Test("a folder of CSV files, in any case, with and without (ignore)")
  func folder() throws {
    let folder = try TemporaryFolder([
      "Elements.CSV": "Label,Type\nElm School,organization\nBoard,table\n",
      "connections.csv": "From,To,Type\nElm School,Oak Clinic,works with\n",
      "seats (ignore).csv": "Table,Holder\nBoard,Elm School\n",
      "Our map - settings.csv": "Setting,Value\nTitle,Elm\n",
      "positions (ignore).csv": "View,ID,X,Y\n",
      "notes.txt": "hello", "budget.csv": "a,b\n", ".hidden": "",
    ])
    let reading = try MapFile.read(folder.path)
    #expect(reading.map.elements.map(\.id.text) == ["organization-1", "table-1", "element-1"])
    #expect(reading.map.connections.count == 1)
    #expect(reading.map.seats.count == 1)
    #expect(reading.map.title == "Elm")
    #expect(
      reading.told.filter { !$0.contains("positions") } == [
        "notice: \(URL(fileURLWithPath: folder.path).lastPathComponent): 2 other files were left alone "
          + "(budget.csv, notes.txt)",
        "notice: connections.csv:2:2: \"Oak Clinic\" has no row among the elements; it was added as an "
          + "element without a type; give it a row, or correct the name",
      ])
  }

  @Test("what cannot be read at all is one clear sentence")
  func unreadable() throws {
    let folder = try TemporaryFolder([
      "notes.txt": "hello", "empty.csv": "", "blank.csv": " \n\r\n", "comma.csv": ",,\n,,\n",
      "page.csv": "<html><body>", "open.csv": "Label,Type\nA,\"b\n",
      "book.csv": "PK\u{3}\u{4}…", "map.pdf": "%PDF-1.7",
    ])
    try folder.write([0xD0, 0xCF, 0x11, 0xE0, 0xA1], to: "old.xls")
    try folder.write([0x1F, 0x8B, 8, 0], to: "map.json.gz")
    try folder.write((0..<400).map { UInt8($0 % 7) }, to: "binary.csv")
    func told(_ name: String) -> String? { failure { _ = try MapFile.read(folder[name]) } }
    #expect(
      told("none.csv") == folder["none.csv"]
        + ": there is no such file or folder; expected a folder of CSV files, a workbook, a CSV "
        + "file or a JSON file")
    #expect(
      failure { _ = try MapFile.read(folder.path) } == folder.path
        + ": the folder holds no map (binary.csv, blank.csv, book.csv, comma.csv, empty.csv, …); "
        + "expected one of elements.csv, connections.csv, seats.csv, journeys.csv")
    #expect(told("empty.csv") == "empty.csv: the file is empty; expected a header and rows")
    #expect(told("blank.csv") == "blank.csv: the file is empty; expected a header and rows")
    #expect(told("comma.csv") == "comma.csv: the file has no rows; expected a header")
    #expect(
      told("page.csv") == "page.csv: this looks like XML or a web page; export the map as a "
        + "workbook (.xlsx), CSV or JSON")
    #expect(
      told("open.csv") == "open.csv:2: a quotation mark opens a cell that never closes; expected a "
        + "second quotation mark before the end of the file")
    #expect(
      told("book.csv")
        == "book.csv: the workbook is damaged: it may have been cut short or changed on its way; "
        + "copy or download it again, or let Excel repair it and save it")
    #expect(
      told("old.xls") == "old.xls: this is an old .xls workbook; open it in Excel and save it as "
        + "Excel Workbook (.xlsx)")
    #expect(told("map.json.gz") == "map.json.gz: the file is compressed; unpack it first")
    #expect(
      told("map.pdf") == "map.pdf: this is a PDF, which holds a picture of a table rather than the "
        + "table; expected a workbook (.xlsx), CSV or JSON")
    #expect(
      told("binary.csv")
        == "binary.csv: this is neither a workbook nor a text file; expected a workbook (.xlsx), "
        + "CSV or JSON")
  }

  @Test("all unreadable files of a folder are told at once")
  func severalErrors() throws {
    let folder = try TemporaryFolder([
      "elements.csv": "", "connections.csv": "From,To\n\"A,B\n", "seats.csv": "{}",
    ])
    #expect(
      failure { _ = try MapFile.read(folder.path) } == """
        elements.csv: the file is empty; expected a header and rows
        connections.csv:2: a quotation mark opens a cell that never closes; expected a second \
        quotation mark before the end of the file
        seats.csv: this is JSON, though its name is that of a CSV file; expected a header and rows
        """)
  }

  @Test(
    "a single CSV file is told by its header",
    arguments: [
      ("Label,Type\nA,b\n", Sheet.Kind.elements), ("From,To\nA,B\n", .connections),
      ("Source,Target,Weight\nA,B,1\n", .connections), ("source;target\nA;B\n", .connections),
      ("Table,Holder,Role\nA,B,chair\n", .seats), ("Case,Step\nA,Intake\n", .journeys),
      ("case:concept:name,concept:name,time:timestamp\nA,Intake,2026-01-01\n", .journeys),
      ("Population,Attribute,Group,Share\na,b,c,1\n", .benchmarks),
      ("ID,Label\n1,A\n", .elements), ("Name,Sector\nA,b\n", .elements),
    ])
  func kinds(_ text: String, _ kind: Sheet.Kind) throws {
    #expect(try MapFile.sheets(of: Array(text.utf8), named: "x.csv").sheets.map(\.kind) == [kind])
  }

  @Test("elements and connections in two files")
  func pair() throws {
    let folder = try TemporaryFolder([
      "nodes.csv": "id,name,kind\n7,Elm,school\n8,Oak,clinic\n",
      "ties.csv": "id_1,id_2\n7,8\n8,8\n",
    ])
    let reading = try MapFile.read(
      folder["nodes.csv"], connections: folder["ties.csv"],
      columns: [
        ColumnAlias(parsing: "elements.Label=name"), ColumnAlias(parsing: "Elements.Sector = kind"),
        ColumnAlias(parsing: "connections.From=id_1"), ColumnAlias(parsing: "connections.To=ID-2"),
      ])
    #expect(reading.map.elements.map(\.id.text) == ["7", "8"])
    #expect(reading.map.elements.map(\.sector) == ["school", "clinic"])
    #expect(reading.map.connections.map(\.to.text) == ["8"])
    #expect(
      reading.told == [
        "notice: ties.csv:2: 2 connections have no type; read as working ties without direction",
        "warning: ties.csv:3:2: \"Oak\" is connected with itself; the row was left out; expected two "
          + "elements",
      ])
  }

  @Test("--column says what is wrong with it")
  func aliases() throws {
    func told(_ text: String) -> String? { failure { _ = try ColumnAlias(parsing: text) } }
    #expect(
      told("From=id_1")
        == "\"From=id_1\" does not name a column; expected SHEET.OUR=THEIRS, such as "
        + "connections.From=id_1")
    #expect(
      told("edges.From=a")
        == "\"edges.From=a\" names no sheet: \"edges\"; expected one of elements, "
        + "connections, seats, journeys, benchmarks, settings")
    #expect(
      told("elements.=a")
        == "\"elements.=a\" lacks the name of a column; expected SHEET.OUR=THEIRS, "
        + "such as connections.From=id_1")
    #expect(try ColumnAlias(parsing: "elements.Label=a=b.c").theirs == "a=b.c")

    let folder = try TemporaryFolder(["elements.csv": "Label,Type,Art\nA,x,person\n"])
    func reads(_ alias: String) -> String? {
      failure { _ = try MapFile.read(folder.path, columns: [ColumnAlias(parsing: alias)]) }
    }
    #expect(
      reads("elements.Label=Nam")
        == "elements.csv: there is no column \"Nam\"; expected one of Label, "
        + "Type, Art")
    #expect(
      reads("seats.Table=Board")
        == "--column seats.Table=Board: the map has no seats; expected one of "
        + "elements")
    let reading = try MapFile.read(
      folder.path, columns: [ColumnAlias(parsing: "elements.Type=Art")])
    #expect(reading.map.elements.map(\.type) == [.person])
    #expect(reading.map.elements[0].attributes["Type (in file)"] == "x")
    #expect(
      reading.told == [
        "notice: elements.csv:1:2: --column takes \"Art\" as Type, which the file has too; the file's "
          + "own is kept as \"Type (in file)\""
      ])
  }

  @Test("the facebook pages, elements and connections", SharedData.needs("data/networks"))
  func facebook() throws {
    let reading = try MapFile.read(
      SharedData.path("data/networks/facebook_target.csv"),
      connections: SharedData.path("data/networks/facebook_edges.csv"),
      columns: [ColumnAlias(parsing: "elements.Label=page_name")])
    #expect(reading.map.elements.count == 22_470)
    #expect(reading.map.connections.count == 171_002 - 179)
    #expect(reading.map[ElementID("1")]?.label == "U.S. Consulate General Mumbai")
    #expect(reading.map[ElementID("1")]?.attributes["page_type"] == "government")
    #expect(reading.findings.count == 3)
    #expect(
      reading.told[2] == "warning: facebook_edges.csv:2357:2: 179 connections join an element with "
        + "itself and were left out (rows 2357, 2429, 4002, …); expected two elements")
  }
}
