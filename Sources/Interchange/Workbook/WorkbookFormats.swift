internal import CXLSXWriter

/// The looks of the cells of a workbook, each made once.
///
/// Text and ground differ by at least 4.5 : 1 (WCAG AA) in all of them.
struct WorkbookFormats {
  typealias Format = UnsafeMutablePointer<lxw_format>

  private let boldHeader: Format?
  private let plainHeader: Format?
  private let styles: [Workbook.Cell.Style: Format]
  private let dates: [Workbook.Cell.Style: Format]
  private let numbers: [Workbook.Cell.Style: Format]

  private static let ink: lxw_color_t = 0x1B2A41
  private static let ground: lxw_color_t = 0x24466B
  private static let paleGround: lxw_color_t = 0xDDE7F0
  private static let line: lxw_color_t = 0x9FB3C8
  private static let grey: lxw_color_t = 0x666666
  private static let entryGround: lxw_color_t = 0xFFF8E1

  init(file: UnsafeMutablePointer<lxw_workbook>) {
    boldHeader = Self.header(in: file, ground: Self.ground, ink: 0xFFFFFF)
    if let boldHeader { format_set_bold(boldHeader) }
    plainHeader = Self.header(in: file, ground: Self.paleGround, ink: Self.ink)
    var styles: [Workbook.Cell.Style: Format] = [:]
    var dates: [Workbook.Cell.Style: Format] = [:]
    var numbers: [Workbook.Cell.Style: Format] = [:]
    for style in [Workbook.Cell.Style.plain, .wrapped, .example, .title, .heading, .entry] {
      if style != .plain { styles[style] = Self.format(style, in: file) }
      guard let date = Self.format(style, in: file) else { continue }
      format_set_num_format(date, "yyyy-mm-dd")
      format_set_align(date, UInt8(LXW_ALIGN_LEFT.rawValue))
      dates[style] = date
      guard let number = Self.format(style, in: file) else { continue }
      // A number at the right edge would touch the text beside it.
      format_set_align(number, UInt8(LXW_ALIGN_RIGHT.rawValue))
      format_set_indent(number, 1)
      numbers[style] = number
    }
    self.styles = styles
    self.dates = dates
    self.numbers = numbers
  }

  func header(_ emphasis: Workbook.Column.Emphasis) -> Format? {
    emphasis == .bold ? boldHeader : plainHeader
  }

  /// The look of a style; `nil` for that of the spreadsheet.
  func cell(_ style: Workbook.Cell.Style) -> Format? { styles[style] }

  func date(_ style: Workbook.Cell.Style) -> Format? { dates[style] }

  func number(_ style: Workbook.Cell.Style) -> Format? { numbers[style] }

  private static func header(
    in file: UnsafeMutablePointer<lxw_workbook>, ground: lxw_color_t, ink: lxw_color_t
  ) -> Format? {
    guard let format = workbook_add_format(file) else { return nil }
    format_set_bg_color(format, ground)
    format_set_font_color(format, ink)
    format_set_text_wrap(format)
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
    format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
    format_set_border_color(format, line)
    return format
  }

  private static func format(
    _ style: Workbook.Cell.Style, in file: UnsafeMutablePointer<lxw_workbook>
  ) -> Format? {
    guard let format = workbook_add_format(file) else { return nil }
    switch style {
    case .plain: break
    case .wrapped:
      format_set_text_wrap(format)
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
    case .example:
      format_set_font_color(format, grey)
      format_set_italic(format)
    case .title:
      format_set_bold(format)
      format_set_font_size(format, 18)
      format_set_font_color(format, ground)
    case .heading:
      format_set_bold(format)
      format_set_font_size(format, 12)
      format_set_font_color(format, ground)
    case .entry:
      format_set_text_wrap(format)
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      format_set_bg_color(format, entryGround)
      format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_border_color(format, line)
    }
    return format
  }
}

extension Workbook.Page {
  /// A width at which a column shows what it holds, within reason.
  func fittedWidth(of column: Int) -> Double {
    var longest = (columns[column].title.count + 1, 0)
    for cells in rows where column < cells.count {
      switch cells[column].value {
      case .text(let text) where cells[column].style != .title && cells[column].style != .heading:
        for line in text.prefix(400).split(separator: "\n") {
          longest.1 = max(longest.1, line.count)
        }
      case .number(let number): longest.1 = max(longest.1, "\(number)".count)
      case .date: longest.1 = max(longest.1, 10)
      default: break
      }
    }
    for word in columns[column].choices?.words ?? [] {
      longest.1 = max(longest.1, min(word.count, 24))
    }
    // A digit on either side.
    return Double(min(max(longest.0, longest.1 + 2, 10), 48))
  }

  /// The height in points that a row needs for texts on several lines; `nil` if one line will do.
  ///
  /// Excel finds it by itself when it opens the file, LibreOffice does not.
  func wrappedHeight(of cells: [Workbook.Cell]) -> Double? {
    var lines = 1
    for (cell, column) in zip(cells, columns) {
      guard case .text(let text) = cell.value, cell.style == .wrapped, let width = column.width,
        width >= 1
      else { continue }
      let perLine = max(1, Int(width * 0.95))
      let needed = text.split(separator: "\n", omittingEmptySubsequences: false).map {
        max(1, ($0.count + perLine - 1) / perLine)
      }
      lines = max(lines, needed.reduce(0, +))
    }
    // A row is at most 409 points high.
    return lines == 1 ? nil : min(Double(lines) * 15 + 1, 409)
  }
}
