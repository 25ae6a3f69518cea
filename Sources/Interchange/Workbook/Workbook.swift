public import SystemMaps

/// A workbook that is to be written for people: pages of columns and rows, as plain values.
///
///     let questions = Workbook.Page(
///       "questions",
///       columns: [
///         Workbook.Column("Question", emphasis: .bold, width: 60),
///         Workbook.Column(
///           "Answer", width: 12, note: "Leave blank what you do not know.",
///           choices: Workbook.Choices(["yes", "no"])),
///       ],
///       rows: [[.text("Does Hope House still exist?", style: .wrapped), .blank(style: .entry)]])
///     try Workbook(title: "Questions", pages: [questions]).write(to: "questions.xlsx")
///
/// Text is always written as text: never as a formula, a link or a number. The same value gives the
/// same bytes.
public struct Workbook: Hashable, Sendable {
  /// What the workbook is called in its properties; blank for nothing.
  public var title: String
  /// The pages, in the order of their tabs; a workbook needs at least one.
  public var pages: [Page]

  /// Creates a workbook.
  public init(title: String = "", pages: [Page]) {
    self.title = title
    self.pages = pages
  }

  /// One page: a frozen header over rows, or text without a header.
  public struct Page: Hashable, Sendable {
    /// The name on the tab.
    ///
    /// Spreadsheets allow 31 characters and none of `[]:*?/\`, and no two names that differ in case
    /// alone: a name that they would refuse is shortened, cleaned and numbered.
    public var name: String
    /// The columns.
    ///
    /// If none of them has a title the page has no header: it is a page of text, and its grid is
    /// not shown.
    public var columns: [Column]
    /// The rows below the header; a row may be shorter than the header, or longer.
    public var rows: [[Cell]]

    /// Creates a page.
    public init(_ name: String, columns: [Column], rows: [[Cell]] = []) {
      self.name = name
      self.columns = columns
      self.rows = rows
    }

    /// Whether the first row of the page holds the titles of its columns.
    public var hasHeader: Bool { columns.contains { !$0.title.isEmpty } }
  }

  /// How a column looks and what may be chosen in it.
  public struct Column: Hashable, Sendable {
    /// How strongly a header speaks.
    public enum Emphasis: Hashable, Sendable {
      /// A column that may stay blank.
      case plain
      /// A column that every row needs: white and bold on dark blue.
      case bold
    }

    /// The header's text.
    public var title: String
    /// How strongly the header speaks.
    public var emphasis: Emphasis
    /// The width in digits of the standard font, from 0 to 255; `nil` fits it to what it holds.
    public var width: Double?
    /// What the header's note says, in plain words; `nil` for no note.
    public var note: String?
    /// What may be chosen in every cell of the column; `nil` for no drop-down.
    public var choices: Choices?

    /// Creates a column.
    public init(
      _ title: String = "", emphasis: Emphasis = .plain, width: Double? = nil, note: String? = nil,
      choices: Choices? = nil
    ) {
      self.title = title
      self.emphasis = emphasis
      self.width = width
      self.note = note
      self.choices = choices
    }
  }

  /// The words of a drop-down.
  public struct Choices: Hashable, Sendable {
    /// What happens to a word that is none of them; nothing is ever refused.
    public enum Others: Hashable, Sendable {
      /// It is as good as the words offered.
      case welcome
      /// The spreadsheet asks whether it is meant.
      case questioned
    }

    /// The words, in the order of the list.
    public var words: [String]
    /// What happens to other words.
    public var others: Others

    /// Creates a list of choices.
    public init(_ words: [String], others: Others = .questioned) {
      self.words = words
      self.others = others
    }
  }

  /// One cell.
  public struct Cell: Hashable, Sendable {
    /// What a cell holds.
    public enum Value: Hashable, Sendable {
      /// Text, whatever it looks like: at most 32,767 UTF-16 units.
      case text(String)
      /// A finite number.
      case number(Double)
      /// A day, shown as YYYY-MM-DD; before March 1900, where spreadsheets disagree, as text.
      case date(CalendarDate)
      /// Nothing.
      case blank
    }

    /// How a cell looks.
    public enum Style: Hashable, Sendable {
      /// As the spreadsheet has it.
      case plain
      /// Text on as many lines as it takes.
      case wrapped
      /// An example that is to be typed over: grey and slanted.
      case example
      /// The title of a page of text.
      case title
      /// A heading between rows.
      case heading
      /// A cell that is to be filled in: pale yellow, framed, wrapped.
      case entry
    }

    /// What it holds.
    public var value: Value
    /// How it looks.
    public var style: Style
    /// What may be chosen in this cell, instead of the choices of its column.
    public var choices: Choices?

    /// Creates a cell.
    public init(_ value: Value, style: Style = .plain, choices: Choices? = nil) {
      self.value = value
      self.style = style
      self.choices = choices
    }

    /// A cell of text.
    public static func text(_ text: String, style: Style = .plain) -> Cell {
      Cell(.text(text), style: style)
    }

    /// A cell with a number.
    public static func number(_ number: Double, style: Style = .plain) -> Cell {
      Cell(.number(number), style: style)
    }

    /// A cell with a day.
    public static func date(_ day: CalendarDate, style: Style = .plain) -> Cell {
      Cell(.date(day), style: style)
    }

    /// A cell with nothing in it.
    public static func blank(style: Style = .plain) -> Cell { Cell(.blank, style: style) }
  }

  /// Writes the workbook as an XLSX file, whole or not at all.
  ///
  /// A file that is there already is replaced. Cells that a spreadsheet cannot hold are errors, found
  /// before anything is written.
  ///
  /// - Parameter path: The file, which should end in `.xlsx`.
  /// - Throws: ``MapErrors`` with every cell that cannot be written, as `map.xlsx: elements!D14: …`,
  ///   or with what keeps the file from being written.
  /// - Complexity: O(*n*) in the cells, all of which are in memory at once.
  public func write(to path: String) throws(MapErrors) {
    let file = FileContent.name(of: path)
    let faults = faults(in: file)
    if let errors = MapErrors(among: faults) { throw errors }
    try WholeFile(path: path).write { temporary in
      WorkbookWriter(self, path: temporary).write()
    }
  }
}
