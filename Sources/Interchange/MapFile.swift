public import SystemMaps
internal import Foundation

/// The sheets of a map, as its files hold them.
public struct SheetReading: Sendable {
  /// The sheets, in the order in which they were found.
  public var sheets: [Sheet]
  /// What the reader should know about the files.
  public var findings: [Finding]

  /// Creates a reading.
  public init(sheets: [Sheet] = [], findings: [Finding] = []) {
    self.sheets = sheets
    self.findings = findings
  }
}

/// The files that hold a map: a folder of CSV files, CSV files, a workbook, or a JSON file.
///
///     let reading = try MapFile.read("larkspur")
///     print(reading.map.title, reading.findings.count)
///
/// What a file holds is told from its content; its name only breaks ties.
public enum MapFile {
  /// Reads a map.
  ///
  /// - Parameters:
  ///   - path: A folder with `elements.csv`, `connections.csv` and so on, a CSV file, an edge list,
  ///     a workbook with a sheet for each, or a JSON file: our own, or an export of Kumu.
  ///   - connections: The connections, if `path` is a file of the elements alone.
  ///   - columns: Names of columns that the files have instead of the design's.
  ///   - encoding: How text files are encoded; `nil` takes their byte order mark, else UTF-8 if they
  ///     are, else the likeliest other with a finding.
  /// - Returns: The map as far as it could be understood, with everything that was found.
  /// - Throws: ``MapErrors`` if a file cannot be read at all. What is wrong within readable files
  ///   is told by the findings.
  public static func read(
    _ path: String, connections: String? = nil, columns: [ColumnAlias] = [],
    encoding: TextEncoding? = nil
  ) throws(MapErrors) -> MapReading {
    let reading = try sheets(
      path, connections: connections, columns: columns, encoding: encoding)
    return MapReading(sheets: reading.sheets, findings: reading.findings)
  }

  /// Reads the sheets of a map without making sense of their rows.
  public static func sheets(
    _ path: String, connections: String? = nil, columns: [ColumnAlias] = [],
    encoding: TextEncoding? = nil
  ) throws(MapErrors) -> SheetReading {
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
    var reading: SheetReading
    if exists, isFolder.boolValue {
      reading = try MapFolder(path: path, encoding: encoding).read()
    } else {
      let content = try FileContent(path: path, encoding: encoding)
      let kind: Sheet.Kind? = connections == nil ? nil : .elements
      reading = try sheets(of: content, taking: kind, columns: columns)
    }
    if let connections {
      let content = try FileContent(path: connections, encoding: encoding)
      let other = try sheets(of: content, taking: .connections, columns: columns)
      reading.sheets += other.sheets
      reading.findings += other.findings
    }
    let renamed = try reading.sheets.renamed(by: columns)
    return SheetReading(
      sheets: renamed.sheets, findings: reading.findings + renamed.findings)
  }

  /// Reads the sheets of bytes, as of a file.
  ///
  /// - Parameters:
  ///   - bytes: What the file holds.
  ///   - name: The file's name, as findings shall give it.
  public static func sheets(of bytes: [UInt8], named name: String) throws(MapErrors)
    -> SheetReading
  {
    try sheets(of: FileContent(name: name, bytes: bytes), taking: nil, columns: [])
  }

  /// Reads the sheets of one file.
  ///
  /// - Parameter stated: What the rows of a file are, if it is known.
  static func sheets(
    of content: FileContent, taking stated: Sheet.Kind?, columns: [ColumnAlias]
  ) throws(MapErrors) -> SheetReading {
    switch try content.kind() {
    case .json: return try JSONMap(content).read()
    case .workbook:
      return try WorkbookMap(content, taking: stated, columns: columns).read()
    case .text: return try CSVMap(content, taking: stated, columns: columns).read()
    }
  }
}
