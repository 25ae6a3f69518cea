public import SystemMaps

/// What a map is written into.
public enum MapContainer: Hashable, Sendable {
  /// A folder of CSV files, one a sheet.
  case folder
  /// A workbook with a page for each sheet.
  case workbook
  /// One JSON file.
  case json

  /// Tells the container from the ending of a path: `.xlsx`, `.json`, or none for a folder.
  ///
  /// A path that ends in `/` is a folder, whatever its name.
  public init(path: String) throws(MapErrors) {
    let name = FileContent.name(of: path)
    let ending = name.split(separator: ".", omittingEmptySubsequences: false).dropFirst().last
    switch ending?.lowercased() {
    case _ where path.hasSuffix("/"): self = .folder
    case nil: self = .folder
    case "xlsx": self = .workbook
    case "json": self = .json
    case "csv", "tsv":
      throw MapErrors(
        at: Place(file: path), "one CSV file holds one sheet, and a map has several",
        expected: "name a folder, which gets a CSV file for each sheet, or a file ending in .xlsx")
    default:
      throw MapErrors(
        at: Place(file: path), "maps are not written as .\(ending ?? "")",
        expected: "expected a name ending in .xlsx or .json, or a folder")
    }
  }
}

extension MapFile {
  /// Writes the sheets of a map, whole or not at all: every cell reads back as it was.
  ///
  ///     try MapFile.write(MapFile.sheets("larkspur").sheets, to: "larkspur.xlsx")
  ///
  /// The ending of the path tells the container (``MapContainer``). A file of the name is replaced; a
  /// folder too, if it holds nothing but the CSV files of a map. The lines within a cell end in LF
  /// when they are read from a workbook; nothing else changes on the way.
  ///
  /// - Parameters:
  ///   - sheets: The sheets, several of a kind allowed. Rows without any cell are left out.
  ///   - path: The file or folder.
  /// - Throws: ``MapErrors`` if the container cannot hold a cell, or nothing can be written there.
  public static func write(_ sheets: [Sheet], to path: String) throws(MapErrors) {
    switch try MapContainer(path: path) {
    case .folder:
      try WholeFolder(path: path).write(
        sheets.named.map { (name: "\($0.name).csv", bytes: CSVText($0.sheet).bytes) })
    case .workbook: try Workbook(pages: SheetWorkbook(sheets).pages).write(to: path)
    case .json: try WholeFile(path: path).write(JSONText(sheets).bytes)
    }
  }
}
