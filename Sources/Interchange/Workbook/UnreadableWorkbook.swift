internal import SystemMaps

/// Why a file that looks like a workbook cannot be read.
enum UnreadableWorkbook: Error, Hashable {
  /// The archive or one of its parts is broken.
  case damaged
  /// What it holds cannot be seen without a password.
  case password
  /// A part is there twice, so that programs would disagree on which counts.
  case repeatedPart(String)
  /// It unpacks to far more than a map can hold.
  case inflated
  /// A sheet's cells lie so far apart that they cannot be laid out as a table.
  case sprawling(sheet: String)
  /// No sheet has a name or a header that a map knows.
  case noMap([String])
  /// A workbook as Excel wrote it before 2007.
  case oldWorkbook
  /// A workbook in Excel's binary form.
  case binaryWorkbook
  /// A document of LibreOffice.
  case openDocument
  /// A document of Apple's Numbers.
  case numbers
  /// Another document of an office.
  case otherDocument(String)
  /// A zip file of something else.
  case otherArchive

  /// What is in an archive that holds no workbook.
  init(noWorkbookIn archive: ZipArchive) {
    if archive.holds("xl/workbook.bin") {
      self = .binaryWorkbook
    } else if archive.holds("word/document.xml") {
      self = .otherDocument("a Word document")
    } else if archive.holds("ppt/presentation.xml") {
      self = .otherDocument("a presentation")
    } else if archive.holds("mimetype"), archive.holds("content.xml") {
      self = .openDocument
    } else if archive.holds("Index/Document.iwa") || archive.holds("Index.zip") {
      self = .numbers
    } else if archive.holds("[Content_Types].xml") {
      self = .damaged
    } else {
      self = .otherArchive
    }
  }

  /// What is in a compound file, the container of Office before 2007 and of encrypted workbooks.
  ///
  /// Its directory names its streams in UTF-16.
  init(compoundFile bytes: [UInt8]) {
    func holds(_ stream: String) -> Bool {
      bytes.contains(Array(stream.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), 0] }))
    }
    if holds("EncryptedPackage") {
      self = .password
    } else if holds("WordDocument") {
      self = .otherDocument("an old Word document")
    } else if holds("PowerPoint Document") {
      self = .otherDocument("an old presentation")
    } else {
      self = .oldWorkbook
    }
  }

  /// The failure as an error of a file, with what to do.
  func errors(in file: String) -> MapErrors {
    MapErrors(at: Place(file: file), told.message, expected: told.advice)
  }

  private var told: (message: String, advice: String) {
    let saveAsWorkbook = "open it in Excel and save it as Excel Workbook (.xlsx)"
    return switch self {
    case .damaged:
      (
        "the workbook is damaged: it may have been cut short or changed on its way",
        "copy or download it again, or let Excel repair it and save it"
      )
    case .password:
      (
        "the workbook is locked with a password",
        "open it in Excel, take the password away (File, Info, Protect Workbook, Encrypt with "
          + "Password) and save it"
      )
    case .repeatedPart(let name):
      ("the workbook holds its part \(name) twice", "open it in Excel and save it")
    case .inflated:
      (
        "the workbook unpacks to far more than its size, and was left unread for safety",
        "if you know where it comes from, copy its cells into a new workbook"
      )
    case .sprawling(let sheet):
      (
        "the cells of the sheet \(sheet) lie too far apart for a table",
        "delete what stands far to the right of the columns, or save the sheet as CSV"
      )
    case .noMap(let sheets):
      (
        "the workbook holds no map" + MapFolder.listing(sheets),
        "expected a sheet with a header: Label, or From and To, or Table and Holder, or Case and "
          + "Step"
      )
    case .oldWorkbook: ("this is an old .xls workbook", saveAsWorkbook)
    case .binaryWorkbook: ("this is a binary workbook (.xlsb)", saveAsWorkbook)
    case .openDocument:
      (
        "this is a document of LibreOffice or OpenOffice",
        "open it there and save it as Excel 2007-365 (.xlsx)"
      )
    case .numbers:
      ("this is a document of Numbers", "open it there and choose File, Export To, Excel (.xlsx)")
    case .otherDocument(let kind):
      ("this is \(kind)", "expected a workbook (.xlsx), CSV or JSON")
    case .otherArchive:
      (
        "this is a zip file of something else than a workbook",
        "unpack it and name the folder or the file that holds the map"
      )
    }
  }
}
