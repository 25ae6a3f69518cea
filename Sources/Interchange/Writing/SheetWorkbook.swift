internal import Foundation
internal import SystemMaps

/// Sheets as a workbook that people fill in, and that Kumu opens too.
///
/// The sheets that Kumu must skip are named so; the elements have Label in A1, or ID before it.
/// Known columns have their notes and drop-downs.
struct SheetWorkbook {
  private let sheets: [Sheet]

  init(_ sheets: [Sheet]) { self.sheets = sheets }

  /// The pages, in the order of the design.
  var pages: [Workbook.Page] {
    sheets.named.map { name, sheet in
      switch sheet.kind {
      case .elements: Self.page(of: sheet.placingFirst(["ID", "Label"]), named: name)
      case .connections: Self.page(of: sheet.placingFirst(["From", "To"]), named: name)
      default: Self.page(of: sheet, named: "\(name) (ignore)")
      }
    }
  }

  private static func page(of sheet: Sheet, named name: String) -> Workbook.Page {
    let forms = (0..<sheet.width).map { CellForm(of: sheet, at: $0) }
    let columns = (0..<sheet.width).map { position in
      let title = position < sheet.header.count ? sheet.header[position] : ""
      return Workbook.Column(title, guide: sheet.kind.guide(of: title))
    }
    let rows = sheet.filledRows.map { row in
      let style: Workbook.Cell.Style = row.isExample ? .example : .plain
      return row.cells.enumerated().map { position, text in
        let isLong = style == .plain && text.utf8.contains(UInt8(ascii: "\n"))
        return Workbook.Cell(forms[position].value(of: text), style: isLong ? .wrapped : style)
      }
    }
    return Workbook.Page(name, columns: columns, rows: rows)
  }
}

extension Workbook.Column {
  /// A column with what the guide says of it.
  init(_ title: String, guide: ColumnGuide?) {
    let choices: Workbook.Choices? =
      switch guide?.words {
      case .suggested(let words): Workbook.Choices(words, others: .welcome)
      case .known(let words): Workbook.Choices(words)
      case .any, nil: nil
      }
    self.init(
      title, emphasis: guide?.need == .required ? .bold : .plain, note: guide?.note,
      choices: choices)
  }
}

/// As what the cells of a column are written.
///
/// A column holds numbers or days where each reads back as it was typed. If one does not (`007`,
/// `1,5`, `12 Main St`), or if names stand in the column, all of it is text.
private enum CellForm {
  case text, numbers, days

  init(of sheet: Sheet, at position: Int) {
    self = .text
    let title = position < sheet.header.count ? sheet.header[position] : ""
    let guide = sheet.kind.guide(of: title)
    if guide?.need == .required || guide?.title == "ID" { return }
    var hasNumbers = false
    var hasDays = false
    for cell in sheet.cells(at: position) where cell.beginsWithDigit {
      if cell.exactNumber != nil {
        hasNumbers = true
      } else if cell.exactDay != nil {
        hasDays = true
      } else {
        return
      }
    }
    if hasNumbers != hasDays { self = hasNumbers ? .numbers : .days }
  }

  func value(of text: String) -> Workbook.Cell.Value {
    if text.isEmpty { return .blank }
    return switch self {
    case .text: .text(text)
    case .numbers: text.exactNumber.map(Workbook.Cell.Value.number) ?? .text(text)
    case .days: text.exactDay.map(Workbook.Cell.Value.date) ?? .text(text)
    }
  }
}

extension String {
  /// Whether the text could be taken for a number or a day: a digit, with a sign or point before it.
  fileprivate var beginsWithDigit: Bool {
    utf8.drop { "+-. ".utf8.contains($0) }.first?.isDigit == true
  }

  /// The number, if a spreadsheet stores and shows it in just these characters.
  fileprivate var exactNumber: Double? {
    // A cell shows eleven characters of a number before it rounds.
    guard utf8.count <= 11, utf8.last?.isDigit == true, let number = Double(self),
      String(format: "%.16G", number) == self
    else { return nil }
    return number
  }

  /// The day, if spreadsheets agree on its number.
  fileprivate var exactDay: CalendarDate? {
    guard let day = CalendarDate(self), day.year > 1900 else { return nil }
    return day
  }
}
