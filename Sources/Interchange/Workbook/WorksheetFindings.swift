internal import SystemMaps

/// What the reader of a map should know about a worksheet, each told once.
struct WorksheetFindings {
  private(set) var findings: [Finding] = []
  private let place: Place

  /// Looks at a worksheet.
  ///
  /// - Parameters:
  ///   - isHidden: Whether people do not see the sheet.
  ///   - place: The sheet itself.
  init(_ worksheet: Worksheet, _ sections: SheetSections, isHidden: Bool, place: Place) {
    self.place = place
    tellHeaders(sections)
    tellFormulas(worksheet)
    tellHidden(worksheet, isHidden: isHidden)
    if worksheet.mergedRanges > 0 {
      let isOne = worksheet.mergedRanges == 1
      findings.append(
        Finding(
          .notice, at: place,
          "\(worksheet.mergedRanges) \(isOne ? "range of cells is" : "ranges of cells are") merged; "
            + "the value belongs to the first cell, and the others are blank",
          expected: "unmerge them and fill the value down where it holds for each row"))
    }
  }

  private mutating func tellHeaders(_ sections: SheetSections) {
    if sections.rowsAboveHeader > 0, let header = sections.sections.first?.header {
      let count = sections.rowsAboveHeader
      var place = place
      place.row = header.number
      findings.append(
        Finding(
          .notice, at: place,
          "this row was taken as the header; \(count) row\(count == 1 ? "" : "s") above it "
            + "\(count == 1 ? "was" : "were") left out"))
    }
    if let row = sections.firstPartedRow {
      var place = place
      place.row = row
      findings.append(
        Finding(
          .notice, at: place,
          "two blank rows come before this row, and no header; it was read under the header above",
          expected: "in Kumu two blank rows begin a section with a header of its own"))
    }
  }

  private mutating func tellFormulas(_ worksheet: Worksheet) {
    if worksheet.uncalculated.count > 0 {
      let isOne = worksheet.uncalculated.count == 1
      findings.append(
        Finding(
          .warning, at: place(of: worksheet.uncalculated),
          "\(worksheet.uncalculated.count) cell\(isOne ? " holds a formula" : "s hold formulas") "
            + "that \(isOne ? "was" : "were") never calculated, and \(isOne ? "is" : "are") blank",
          expected: "open the workbook in Excel and save it"))
    }
    if worksheet.errors.count > 0 {
      let isOne = worksheet.errors.count == 1
      findings.append(
        Finding(
          .warning, at: place(of: worksheet.errors),
          "\(worksheet.errors.count) cell\(isOne ? " holds an error" : "s hold errors") such as "
            + "#N/A, kept as text",
          expected: "correct the formula\(isOne ? "" : "s"), or clear the cell\(isOne ? "" : "s")"))
    }
  }

  private mutating func tellHidden(_ worksheet: Worksheet, isHidden: Bool) {
    func counted(_ count: Int, _ noun: String) -> String? {
      count == 0 ? nil : "\(count) hidden \(noun)\(count == 1 ? "" : "s")"
    }
    if isHidden {
      findings.append(Finding(.notice, at: place, "the sheet is hidden, and was read too"))
    }
    let parts = [
      counted(worksheet.hiddenRows, "row"), counted(worksheet.hiddenColumns, "column"),
    ].compactMap { $0 }
    if parts.isEmpty { return }
    let isOne = worksheet.hiddenRows + worksheet.hiddenColumns == 1
    findings.append(
      Finding(
        .notice, at: place,
        "\(parts.joined(separator: " and ")) \(isOne ? "was" : "were") read too"))
  }

  private func place(of tally: Worksheet.Tally) -> Place {
    var place = place
    (place.row, place.column) = (tally.row, tally.column)
    return place
  }
}
