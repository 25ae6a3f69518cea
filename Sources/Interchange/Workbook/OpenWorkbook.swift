/// A workbook that has been opened, to read its sheets one by one.
struct OpenWorkbook {
  let index: WorkbookIndex
  private let archive: ZipArchive
  private let source: CellSource

  init(_ bytes: [UInt8]) throws(UnreadableWorkbook) {
    archive = try ZipArchive(bytes)
    index = try WorkbookIndex(of: archive)
    let strings = SharedStringsReader()
    try Self.read(index.sharedStrings, of: archive, with: strings)
    let formats = CellFormatsReader()
    try Self.read(index.styles, of: archive, with: formats)
    source = CellSource(
      sharedStrings: strings.strings, formats: formats.formats,
      countsFrom1904: index.countsFrom1904)
  }

  /// Reads a part that a workbook may do without.
  private static func read(
    _ part: String?, of archive: ZipArchive, with reader: some MarkupReader
  ) throws(UnreadableWorkbook) {
    guard let part, let bytes = try archive.contents(of: part) else { return }
    try MarkupPart(bytes: bytes).read(with: reader)
  }

  /// The cells of a sheet.
  func worksheet(_ entry: WorkbookIndex.Entry) throws(UnreadableWorkbook) -> Worksheet {
    guard let bytes = try archive.contents(of: entry.part) else { throw .damaged }
    let reader = WorksheetReader(source)
    try MarkupPart(bytes: WorksheetMarkup(bytes).withoutBlankEnd).read(with: reader)
    if reader.isDamaged { throw .damaged }
    if reader.isSprawling { throw .sprawling(sheet: entry.name) }
    return reader.worksheet
  }
}
