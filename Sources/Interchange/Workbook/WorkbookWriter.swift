internal import CXLSXWriter
internal import Foundation
internal import SystemMaps

/// A workbook on its way through libxlsxwriter.
///
/// What it is given has been found free of faults, so that only the disk can be in the way.
struct WorkbookWriter {
  private let workbook: Workbook
  private let path: String

  init(_ workbook: Workbook, path: String) {
    self.workbook = workbook
    self.path = path
  }

  /// Writes the file.
  ///
  /// - Returns: What went wrong, or `nil`.
  func write() -> String? {
    guard let file = workbook_new(path) else { return Self.reason(LXW_ERROR_CREATING_XLSX_FILE) }
    setProperties(of: file)
    let formats = WorkbookFormats(file: file)
    var lists = ChoiceLists(taken: Set(workbook.pageNames.map { $0.lowercased() }))
    var error = LXW_NO_ERROR
    for (page, name) in zip(workbook.pages, workbook.pageNames) {
      guard let sheet = workbook_add_worksheet(file, name) else { continue }
      var writer = PageWriter(page, to: sheet, formats: formats)
      writer.write(listing: &lists)
      if error == LXW_NO_ERROR { error = writer.error }
    }
    lists.write(to: file)
    let closing = workbook_close(file)
    if error == LXW_NO_ERROR { error = closing }
    return error == LXW_NO_ERROR ? nil : Self.reason(error)
  }

  private static func reason(_ error: lxw_error) -> String {
    switch error {
    case LXW_ERROR_CREATING_TMPFILE, LXW_ERROR_READING_TMPFILE:
      "nothing can be written into the folder for temporary files"
    case LXW_ERROR_MEMORY_MALLOC_FAILED: "there is not enough memory"
    default: "the disk may be full"
    }
  }

  /// Fixes the date of creation: the same workbook gives the same bytes.
  private func setProperties(of file: UnsafeMutablePointer<lxw_workbook>) {
    let texts = CStrings()
    var properties = lxw_doc_properties()
    if !workbook.title.isEmpty { properties.title = texts.hold(workbook.title.escapedForWorkbook) }
    properties.comments = texts.hold("Written by Sightline")
    properties.created = 1_735_689_600  // 2025-01-01
    workbook_set_properties(file, &properties)
    withExtendedLifetime(texts) {}
  }
}

/// Texts that C holds on to for as long as this lives.
final class CStrings {
  private var pointers: [UnsafeMutablePointer<CChar>?] = []

  deinit { for pointer in pointers { free(pointer) } }

  func hold(_ text: String) -> UnsafeMutablePointer<CChar>? {
    let pointer = strdup(text)
    pointers.append(pointer)
    return pointer
  }

  /// The texts as an array that ends in a null pointer.
  func list(_ texts: [String]) -> [UnsafeMutablePointer<CChar>?] { texts.map(hold) + [nil] }
}

/// A page on its way into a sheet of libxlsxwriter.
private struct PageWriter {
  private let page: Workbook.Page
  private let sheet: UnsafeMutablePointer<lxw_worksheet>
  private let formats: WorkbookFormats
  /// The first failure.
  private(set) var error = LXW_NO_ERROR

  init(
    _ page: Workbook.Page, to sheet: UnsafeMutablePointer<lxw_worksheet>, formats: WorkbookFormats
  ) {
    self.page = page
    self.sheet = sheet
    self.formats = formats
  }

  /// In points: a line and a half.
  private static let headerHeight = 24.0

  /// The row below the header.
  private var firstRow: Int { page.hasHeader ? 1 : 0 }

  mutating func write(listing lists: inout ChoiceLists) {
    setUpPage()
    writeColumns(listing: &lists)
    for (row, cells) in page.rows.enumerated() {
      if let height = page.wrappedHeight(of: cells) {
        worksheet_set_row(sheet, lxw_row_t(row + firstRow), height, nil)
      }
      for (column, cell) in cells.enumerated() {
        write(cell, row: row + firstRow, column: column)
        if let choices = cell.choices {
          let range = CellRange(column: column, rows: (row + firstRow)...(row + firstRow))
          offer(choices, in: range, listing: &lists)
        }
      }
    }
  }

  private func setUpPage() {
    worksheet_set_landscape(sheet)
    worksheet_fit_to_pages(sheet, 1, 0)
    // Identifiers that are digits stay text, and no one needs to be warned of it.
    worksheet_ignore_errors(
      sheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), "A1:XFD1048576")
    if page.hasHeader {
      worksheet_freeze_panes(sheet, 1, 0)
      worksheet_set_row(sheet, 0, Self.headerHeight, nil)
      worksheet_repeat_rows(sheet, 0, 0)
    } else {
      worksheet_gridlines(sheet, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
    }
  }

  private mutating func writeColumns(listing lists: inout ChoiceLists) {
    for (index, column) in page.columns.enumerated() {
      let position = lxw_col_t(index)
      let width = column.width ?? page.fittedWidth(of: index)
      worksheet_set_column(sheet, position, position, min(max(width, 0), 255), nil)
      if page.hasHeader {
        note(
          worksheet_write_string(
            sheet, 0, position, column.title.escapedForWorkbook,
            formats.header(column.emphasis)))
        if let text = column.note { write(note: text, column: position) }
      }
      if let choices = column.choices {
        let rows = firstRow...(WorkbookLimits.rows - 1)
        offer(choices, in: CellRange(column: index, rows: rows), listing: &lists)
      }
    }
  }

  private mutating func note(_ outcome: lxw_error) {
    if error == LXW_NO_ERROR { error = outcome }
  }

  private mutating func write(_ cell: Workbook.Cell, row: Int, column: Int) {
    let (row, column) = (lxw_row_t(row), lxw_col_t(column))
    let format = formats.cell(cell.style)
    switch cell.value {
    case .text(let text):
      note(worksheet_write_string(sheet, row, column, text.escapedForWorkbook, format))
    case .number(let number):
      note(worksheet_write_number(sheet, row, column, number, formats.number(cell.style)))
    case .date(let day) where (day.year, day.month) < (1900, 3):
      // Excel counts a 29 February 1900 that never was: only later days are the same everywhere.
      note(worksheet_write_string(sheet, row, column, day.description, format))
    case .date(let day):
      var moment = lxw_datetime()
      (moment.year, moment.month, moment.day) = (Int32(day.year), Int32(day.month), Int32(day.day))
      note(worksheet_write_datetime(sheet, row, column, &moment, formats.date(cell.style)))
    case .blank:
      if format != nil { note(worksheet_write_blank(sheet, row, column, format)) }
    }
  }

  private mutating func write(note text: String, column: lxw_col_t) {
    let texts = CStrings()
    var options = lxw_comment_options()
    options.font_size = 10
    options.font_name = texts.hold("Calibri")
    options.width = 300
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      .reduce(0) { $0 + max(1, ($1.count + 45) / 46) }
    options.height = UInt16(min(14 + 17 * lines, 600))
    // A note has no escapes: what XML cannot hold becomes a blank.
    note(worksheet_write_comment_opt(sheet, 0, column, text.withoutControls, &options))
    withExtendedLifetime(texts) {}
  }

  /// Offers words in a range; they stand in the drop-down itself if they fit, else on a hidden page.
  private mutating func offer(
    _ choices: Workbook.Choices, in range: CellRange, listing lists: inout ChoiceLists
  ) {
    guard !choices.words.isEmpty else { return }
    let texts = CStrings()
    var rule = lxw_data_validation()
    rule.error_type = UInt8(LXW_VALIDATION_ERROR_TYPE_WARNING.rawValue)
    rule.error_title = texts.hold("Another word?")
    rule.error_message = texts.hold(
      "The list holds the words that Sightline knows here. Keep yours?")
    if choices.others == .welcome { rule.show_error = UInt8(LXW_VALIDATION_OFF.rawValue) }
    var words = texts.list(choices.words)
    words.withUnsafeMutableBufferPointer { words in
      if ChoiceLists.fitsInline(choices.words) {
        rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
        rule.value_list = words.baseAddress
      } else {
        rule.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
        rule.value_formula = texts.hold(lists.formula(for: choices.words))
      }
      note(
        worksheet_data_validation_range(
          sheet, lxw_row_t(range.rows.lowerBound), lxw_col_t(range.column),
          lxw_row_t(range.rows.upperBound), lxw_col_t(range.column), &rule))
    }
    withExtendedLifetime(texts) {}
  }
}

/// Cells below each other, counted from 0.
private struct CellRange {
  let column: Int
  let rows: ClosedRange<Int>
}

/// The drop-downs whose words do not fit into them: a hidden page holds them, one list a column.
private struct ChoiceLists {
  private let name: String
  private var lists: [[String]] = []

  init(taken: Set<String>) {
    var name = "choices (ignore)"
    var number = 2
    while taken.contains(name) {
      name = "choices \(number) (ignore)"
      number += 1
    }
    self.name = name
  }

  /// Whether words can stand in a drop-down: they are few, and hold nothing that parts them.
  static func fitsInline(_ words: [String]) -> Bool {
    words.joined(separator: ",").utf16.count <= WorkbookLimits.choicesLength
      && words.allSatisfy { word in
        !word.isEmpty && word.escapedForWorkbook == word
          && !word.unicodeScalars.contains { ",\"\n\t".unicodeScalars.contains($0) }
          && word.first != " " && word.last != " "
      }
  }

  /// Where the words stand on the hidden page.
  mutating func formula(for words: [String]) -> String {
    let index = lists.firstIndex(of: words) ?? lists.count
    if index == lists.count { lists.append(words) }
    var range = [CChar](repeating: 0, count: 256)
    lxw_rowcol_to_formula_abs(
      &range, name, 0, lxw_col_t(index), lxw_row_t(words.count - 1), lxw_col_t(index))
    return String(decoding: range.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  func write(to file: UnsafeMutablePointer<lxw_workbook>) {
    guard !lists.isEmpty, let sheet = workbook_add_worksheet(file, name) else { return }
    worksheet_hide(sheet)
    for (column, words) in lists.enumerated() {
      for (row, word) in words.enumerated() {
        worksheet_write_string(
          sheet, lxw_row_t(row), lxw_col_t(column), word.escapedForWorkbook, nil)
      }
    }
  }
}

extension String {
  fileprivate var withoutControls: String {
    func isControl(_ scalar: Unicode.Scalar) -> Bool {
      scalar.value < 0x20 && scalar != "\n" || scalar == "\u{FFFE}" || scalar == "\u{FFFF}"
    }
    guard unicodeScalars.contains(where: isControl) else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.map { isControl($0) ? " " : $0 }))
  }
}
