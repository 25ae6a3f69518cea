internal import SystemMaps

/// A map in one workbook: a sheet, or a section of one, for each sheet of the map.
struct WorkbookMap {
  private let content: FileContent
  private let stated: Sheet.Kind?
  private let columns: [ColumnAlias]

  /// Prepares the reading of a file.
  ///
  /// - Parameters:
  ///   - stated: What the rows of a sheet are that is not known by its name or header.
  ///   - columns: Other names of columns, which may make a header known.
  init(_ content: FileContent, taking stated: Sheet.Kind? = nil, columns: [ColumnAlias] = []) {
    self.content = content
    self.stated = stated
    self.columns = columns
  }

  /// The sheets, with what the reader should know about them.
  func read() throws(MapErrors) -> SheetReading {
    do {
      return try sheets(of: OpenWorkbook(content.bytes))
    } catch {
      throw error.errors(in: content.name)
    }
  }

  private func sheets(of workbook: OpenWorkbook) throws(UnreadableWorkbook) -> SheetReading {
    var reading = SheetReading()
    var others: [String] = []
    for entry in workbook.index.sheets {
      let name = SheetName(entry.name)
      if name.isIgnored, name.kind == nil {
        if !name.isInstructions, !entry.isHidden { others.append(entry.name) }
        continue
      }
      let worksheet = try workbook.worksheet(entry)
      if worksheet.rows.isEmpty { continue }
      let sections = SheetSections(of: worksheet.rows, named: name.kind, columns: columns)
      let sheets = sections.sections.compactMap { sheet(of: $0, on: entry.name) }
      if sheets.isEmpty {
        others.append(entry.name)
        continue
      }
      reading.sheets += sheets
      reading.findings +=
        WorksheetFindings(
          worksheet, sections, isHidden: entry.isHidden,
          place: Place(file: content.name, sheet: entry.name)
        ).findings
    }
    if reading.sheets.isEmpty { throw .noMap(others) }
    if reading.sheets.allSatisfy(\.rows.isEmpty) { reading.findings += reading.sheets[0].emptiness }
    if !others.isEmpty { reading.findings.append(leftAlone(others)) }
    return reading
  }

  private func sheet(of section: SheetSections.Section, on name: String) -> Sheet? {
    guard let kind = section.kind ?? stated else { return nil }
    var sheet = Sheet(
      kind: kind, file: content.name, header: section.header.cells, rows: section.rows)
    sheet.headerNumber = section.header.number
    sheet.name = name
    return sheet
  }

  private func leftAlone(_ names: [String]) -> Finding {
    let isOne = names.count == 1
    return Finding(
      .notice, at: Place(file: content.name),
      "\(names.count) other sheet\(isOne ? " was" : "s were") left alone"
        + MapFolder.listing(names))
  }
}

/// The name of a sheet, and what it says.
private struct SheetName {
  /// Whether Kumu skips the sheet.
  let isIgnored: Bool
  /// What the rows are.
  let kind: Sheet.Kind?
  /// Whether the sheet tells people how to fill the others.
  let isInstructions: Bool

  init(_ name: String) {
    let name = name.lowercased()
    isIgnored = name.contains("(ignore)")
    kind = MapFolder.kind(ofSheet: name)
    isInstructions = name.hasPrefix("instructions")
  }
}
