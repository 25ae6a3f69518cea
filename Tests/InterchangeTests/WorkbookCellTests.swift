import SystemMaps
import Testing

@testable import Interchange

/// Reads the first sheet of a workbook, whose name is no known one.
private func cells(
  _ markup: String, strings: String? = nil, styles: String? = nil, properties: String = ""
) throws -> [Sheet.Row] {
  let workbook = WorkbookText(
    [("elements", markup)], strings: strings, styles: styles, properties: properties)
  let sheet = try #require(
    try MapFile.sheets(of: workbook.bytes, named: "map.xlsx").sheets.first)
  return [Sheet.Row(number: sheet.headerNumber ?? 0, cells: sheet.header)] + sheet.rows
}

@Suite("Cells of workbooks")
struct WorkbookCellTests {
  @Test("texts: shared, in the cell, of formulas; runs are joined, readings are not")
  func texts() throws {
    let rows = try cells(
      """
      <sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>\
      <c r="C1" t="inlineStr"><is><r><t>in</t></r><r><rPr><b/></rPr><t xml:space="preserve"> it</t></r>\
      <rPh sb="0" eb="1"><t>no</t></rPh></is></c>\
      <c r="D1" t="str"><f>A1&amp;"x"</f><v>a_x000D_&#10;b</v></c>\
      <c r="E1" t="str"><f>""</f><v></v></c><c r="F1" t="inlineStr"><is><t/></is></c></row></sheetData>
      """,
      strings: """
        <si><t>plain &amp; short</t></si><si><r><t>El</t></r><r><rPr/><t>m</t></r><rPh sb="0" eb="1">\
        <t>エルム</t></rPh><phoneticPr fontId="1"/></si>
        """)
    #expect(rows == [Sheet.Row(number: 1, cells: ["plain & short", "Elm", "in it", "a\nb"])])
  }

  @Test(
    "what XML cannot hold",
    arguments: [
      ("a_x000D__x000A_b", "a\nb"), ("a_x000A_b", "a\nb"), ("_x005F_x0041_", "_x0041_"),
      ("_xD83C__xDFEB_", "🏫"), ("_x41_", "_x41_"), ("_x00zz_", "_x00zz_"), ("a_x0007_", "a\u{7}"),
      ("snake_x", "snake_x"), ("_x", "_x"), ("_x0041", "_x0041"), ("a\r\nb\rc", "a\nb\nc"),
    ])
  func escapes(_ text: String, _ expected: String) {
    #expect(text.unescapedCell == expected)
  }

  @Test(
    "numbers as a person sees them",
    arguments: [
      ("1", "1"), ("1.0", "1"), ("2.50", "2.5"), ("-0", "0"), ("-0.0", "0"), ("-3.25", "-3.25"),
      ("0.40000000000000002", "0.4"), ("0.30000000000000004", "0.3"), ("1E3", "1000"),
      ("2.6545887952211943E-3", "0.00265458879522119"),
      ("123456789012345678", "123456789012345678"),
      ("1.2345678901234567E19", "1.23456789012346e+19"), ("1e999", "1e999"), ("nan", "nan"),
      ("12 000", "12 000"), (".5", "0.5"),
    ])
  func numbers(_ raw: String, _ text: String) {
    #expect(CellNumber(raw: raw, countsFrom1904: false).text(in: .number) == text)
  }

  @Test(
    "format codes",
    arguments: [
      ("General", NumberFormat.number), ("0.00%", .number), ("#,##0.00 [$€-407]", .number),
      ("[Red]-#,##0;[Black]0", .number), ("0.00E+00", .number), ("\"day\" 0", .number),
      ("General\" days\"", .number), ("0_d", .number), ("00000", .padded(5)), ("0", .number),
      ("yyyy\\-mm\\-dd", .date), ("[$-409]d\\-mmm\\-yy;@", .date), ("mmm", .date),
      ("m/d/yy", .date),
      ("yyyy-mm-dd h:mm:ss", .dateTime), ("dd/mm/yyyy hh:mm AM/PM", .dateTime), ("h:mm", .time),
      ("mm:ss.0", .time), ("h:mm AM/PM", .time), ("[h]:mm", .elapsedTime),
      ("[mm]:ss", .elapsedTime),
    ])
  func formatCodes(_ code: String, _ format: NumberFormat) {
    #expect(NumberFormat(code: code) == format)
  }

  /// Days as Excel shows them.
  static let moments: [(raw: String, format: NumberFormat, from1904: String, from1900: String)] = [
    ("1", .date, "1904-01-02", "1900-01-01"), ("59", .date, "1904-02-29", "1900-02-28"),
    ("60", .date, "1904-03-01", "1900-02-29"), ("61", .date, "1904-03-02", "1900-03-01"),
    ("36526", .date, "2004-01-02", "2000-01-01"), ("46082", .date, "2030-03-02", "2026-03-01"),
    ("46082.5", .date, "2030-03-02", "2026-03-01"),
    ("46082", .dateTime, "2030-03-02", "2026-03-01"),
    ("46082.604166666664", .dateTime, "2030-03-02 14:30", "2026-03-01 14:30"),
    ("46082.999999999", .dateTime, "2030-03-03", "2026-03-02"),
    ("46082.60422453704", .dateTime, "2030-03-02 14:30:05", "2026-03-01 14:30:05"),
    ("0.25", .time, "06:00", "06:00"), ("46082.25", .time, "06:00", "06:00"),
    ("0.25", .dateTime, "1904-01-01 06:00", "06:00"), ("1.5", .elapsedTime, "36:00", "36:00"),
    ("-1", .date, "-1", "-1"), ("2958465", .date, "9999-12-31", "9999-12-31"),
    ("1e300", .date, "1e+300", "1e+300"), ("2134", .padded(5), "02134", "02134"),
    ("-2134", .padded(6), "-2134", "-2134"), ("123456", .padded(5), "123456", "123456"),
  ]

  @Test("days in both calendars", arguments: moments)
  func days(_ raw: String, _ format: NumberFormat, _ from1904: String, _ from1900: String) {
    #expect(CellNumber(raw: raw, countsFrom1904: false).text(in: format) == from1900)
    // The other calendar ends earlier than Excel's largest number.
    if raw == "2958465" { return }
    #expect(CellNumber(raw: raw, countsFrom1904: true).text(in: format) == from1904)
  }

  @Test("every day follows the one before, over 110 years")
  func calendar() throws {
    var previous = try #require(CalendarDate("1900-02-28"))
    for serial in 61...40_000 {
      let day = try #require(CalendarDate(SerialMoment(Double(serial), countsFrom1904: false).day))
      #expect(previous < day)
      previous = day
    }
    #expect(previous == CalendarDate("2009-07-06"))
  }

  @Test("styles, booleans, errors, ISO days, and the 1904 calendar")
  func kinds() throws {
    let markup = """
      <sheetData><row r="1"><c r="A1" s="1"><v>46082</v></c><c r="B1" s="2"><v>46082.5</v></c>\
      <c r="C1" s="3"><v>0.4</v></c><c r="D1" s="4"><v>2134</v></c><c r="E1" t="b"><v>1</v></c>\
      <c r="F1" t="b"><v>0</v></c><c r="G1" t="e"><v>#N/A</v></c>\
      <c r="H1" t="d"><v>2026-03-01T00:00:00</v></c><c r="I1" t="d"><v>2026-03-01T14:30:00</v></c>\
      <c r="J1" s="99"><v>7</v></c></row></sheetData>
      """
    let styles = """
      <numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd hh:mm"/>\
      <numFmt numFmtId="165" formatCode="00000"/></numFmts><cellStyleXfs><xf numFmtId="22"/>\
      </cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/>\
      <xf numFmtId="9"/><xf numFmtId="165"/></cellXfs>
      """
    let rest = ["0.4", "02134", "yes", "no", "#N/A", "2026-03-01", "2026-03-01 14:30:00", "7"]
    #expect(
      try cells(markup, styles: styles)[0].cells == ["2026-03-01", "2026-03-01 12:00"] + rest)
    #expect(
      try cells(markup, styles: styles, properties: "<workbookPr date1904=\"1\"/>")[0].cells == [
        "2030-03-02", "2030-03-02 12:00",
      ] + rest)
  }

  @Test("places are named as Excel names them, and read so")
  func places() throws {
    for (column, letters) in [
      (1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (702, "ZZ"), (703, "AAA"), (16_384, "XFD"),
    ] {
      let place = Place(file: "m.xlsx", sheet: "seats", row: 14, column: column)
      #expect(place.description == "m.xlsx: seats!\(letters)14")
      let reference = try #require(CellReference("$\(letters)$14"))
      #expect(reference.column == column && reference.row == 14)
    }
    for text in [
      "", "A", "7", "A0", "XFE1", "A1048577", "A1B", "é1", "A-1", "AAAAAAAAAAAAAAAAAAA1",
    ] {
      #expect(CellReference(text) == nil)
    }
    func told(_ sheet: String) -> String { Place(file: "m", sheet: sheet, row: 2).description }
    #expect(told("our_seats2") == "m: our_seats2!2")
    #expect(told("Überblick") == "m: Überblick!2")
    #expect(told("seats (ignore)") == "m: 'seats (ignore)'!2")
    #expect(told("Bob's") == "m: 'Bob''s'!2")
    #expect(told("2026") == "m: '2026'!2")
    #expect(Place(file: "m", sheet: "our seats").description == "m: our seats")
    #expect(Place(file: "m", row: 2, column: 3).description == "m:2:3")
  }

  @Test("cells and rows without numbers follow one another; gaps are blank; prefixes are passed")
  func references() throws {
    #expect(
      try cells(
        """
        <sheetData><row><c t="str"><v>a</v></c><c t="str"><v>b</v></c></row><row><c/>\
        <c t="str"><v>c</v></c></row><row r="5"><c r="D5" t="str"><v>d</v></c><c t="str"><v>e</v></c>\
        <c r="B5" t="str"><v>f</v></c></row><row><c r="A9" t="str"><v>g</v></c></row>\
        <row r="0"><c r="?" t="str"><v>h</v></c><c r="XFE1" t="str"><v>i</v></c></row></sheetData>
        """) == [
          Sheet.Row(number: 1, cells: ["a", "b"]), Sheet.Row(number: 2, cells: ["", "c"]),
          Sheet.Row(number: 5, cells: ["", "f", "", "d", "e"]), Sheet.Row(number: 9, cells: ["g"]),
          Sheet.Row(number: 10, cells: ["h", "i"]),
        ])
    #expect(
      try cells(
        """
        <x:sheetData xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">\
        <x:row r="2"><x:c r="B2"><x:v>1</x:v></x:c></x:row></x:sheetData>
        """) == [Sheet.Row(number: 2, cells: ["", "1"])])
  }

  @Test("rows out of order are put in order")
  func order() throws {
    #expect(
      try cells(
        "<sheetData><row r=\"3\"><c><v>3</v></c></row><row r=\"1\"><c><v>1</v></c></row></sheetData>"
      ).map(\.number) == [1, 3])
  }

  @Test(
    "the markup of blank rows at the end is cut off, and nothing else",
    arguments: [
      ("<sheetData><row r=\"1\"><c><v>1</v></c></row>|<row r=\"2\"><c s=\"1\"/></row>|</sheetData><z/>"),
      ("<a:sheetData><a:row><a:c><a:f/></a:c></a:row>|<a:row/>|</a:sheetData>"),
      ("<sheetData><row><c t=\"inlineStr\"><is><t>v</t></is></c></row>||</sheetData><f>1</f>"),
      ("<sheetData><row><c><f t=\"shared\" si=\"0\"/></c></row>| |</sheetData>"),
      ("<sheetData><row><c/></row></sheetData>||"), ("<sheetData/>||"), ("||"), ("</row><v>||"),
      ("<row><v></v></sheetData>||"),
    ])
  func blankEnd(_ markup: String) {
    let parts = markup.split(separator: "|", omittingEmptySubsequences: false)
    let whole = Array(parts.joined().utf8)
    let rest = Array((parts[0] + parts[2]).utf8)
    #expect(WorksheetMarkup(whole).withoutBlankEnd == rest)
  }
}
