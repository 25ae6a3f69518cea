import Foundation
import SystemMaps
import Testing

@testable import Interchange

/// Another program's view of the workbooks that are written; skipped where it is not installed.
@Suite("Workbooks as openpyxl reads them")
struct OpenpyxlTests {
  static let isInstalled = (try? python("import openpyxl")) != nil

  /// What a Python program prints.
  static func python(_ program: String, _ arguments: String...) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", program] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = Pipe()
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
    return String(decoding: data, as: UTF8.self)
  }

  private static let listing = """
    import sys, openpyxl
    book = openpyxl.load_workbook(sys.argv[1])
    for page in book:
        print(page.title, page.sheet_state, page.freeze_panes)
        for row in page.iter_rows():
            for cell in row:
                if cell.value is not None or cell.comment:
                    font = cell.font
                    print(' ', cell.coordinate, cell.data_type, repr(cell.value),
                        'bold' if font.b else 'italic' if font.i else '-',
                        cell.comment.text if cell.comment else '')
        for rule in page.data_validations.dataValidation:
            print('  rule', rule.sqref, rule.type, rule.formula1, rule.showErrorMessage, rule.errorStyle)
        print('  widths', [round(page.column_dimensions[c].width) for c in 'AB'])
    """

  @Test(
    "text stays text, and notes, drop-downs, widths and the frozen header are there",
    .enabled(if: isInstalled, "openpyxl is not installed: the test is skipped"))
  func listed() throws {
    let folder = try TemporaryFolder()
    let day = try #require(CalendarDate("2026-06-01"))
    let many = (0..<60).map { "word \($0)" }
    let page = Workbook.Page(
      "elements",
      columns: [
        Workbook.Column("Label", emphasis: .bold, width: 30, note: "The name."),
        Workbook.Column(
          "Type", width: 12, choices: Workbook.Choices(["a", "b"], others: .welcome)),
        Workbook.Column("Size", choices: Workbook.Choices(["1", "2"])),
        Workbook.Column("Long", choices: Workbook.Choices(many)),
      ],
      rows: [
        [.text("=1+1"), .text("https://example.org"), .number(0.1), .date(day)],
        [.text("e.g. x", style: .example), .text("007"), .number(-2), .blank(style: .entry)],
      ])
    try Workbook(pages: [page]).write(to: folder["map.xlsx"])
    #expect(
      try Self.python(Self.listing, folder["map.xlsx"]) == """
        elements visible A2
          A1 s 'Label' bold The name.
          B1 s 'Type' - 
          C1 s 'Size' - 
          D1 s 'Long' - 
          A2 s '=1+1' - 
          B2 s 'https://example.org' - 
          C2 n 0.1 - 
          D2 d datetime.datetime(2026, 6, 1, 0, 0) - 
          A3 s 'e.g. x' italic 
          B3 s '007' - 
          C3 n -2 - 
          rule B2:B1048576 list "a,b" False warning
          rule C2:C1048576 list "1,2" True warning
          rule D2:D1048576 list 'choices (ignore)'!$A$1:$A$60 True warning
          widths [31, 13]
        choices (ignore) hidden None

        """ + many.enumerated().map { "  A\($0 + 1) s '\($1)' - \n" }.joined()
        + "  widths [13, 13]\n")
  }
}
