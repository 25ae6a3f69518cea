internal import Foundation
internal import SystemMaps

/// A folder of CSV files, one a sheet.
struct MapFolder {
  let path: String
  /// How its files are encoded, if the user says so.
  let encoding: TextEncoding?

  private var name: String { FileContent.name(of: path) }

  /// Reads every file whose name is that of a sheet, and lists the others.
  func read() throws(MapErrors) -> SheetReading {
    let files: [String]
    do {
      files = try FileManager.default.contentsOfDirectory(atPath: path).filter {
        !$0.hasPrefix(".") && !$0.hasPrefix("~$")
      }.sorted()
    } catch {
      throw MapErrors(
        at: Place(file: path), "the folder cannot be read",
        expected: "expected a folder that you may open")
    }
    let kinds = files.compactMap { file in Self.kind(of: file).map { (file: file, kind: $0) } }
    guard kinds.contains(where: { Self.mainKinds.contains($0.kind) }) else {
      throw MapErrors(
        at: Place(file: path), "the folder holds no map" + Self.listing(files),
        expected: "expected one of "
          + Self.mainKinds.map { "\($0.rawValue).csv" }.joined(separator: ", ")
          + (files.contains { $0.lowercased().hasSuffix(".xlsx") }
            ? ", or the workbook itself instead of its folder" : ""))
    }
    var reading = SheetReading()
    var errors: [Finding] = []
    for kind in Sheet.Kind.allCases {
      for (file, _) in kinds where Self.kind(of: file) == kind {
        do {
          let sheets = try sheet(kind, in: file)
          reading.sheets += sheets.sheets
          reading.findings += sheets.findings
        } catch {
          errors += error.errors
        }
      }
    }
    if let failure = MapErrors(among: errors) { throw failure }
    // Sheets that are not needed may stay as bare headers beside the others.
    if reading.sheets.allSatisfy(\.rows.isEmpty) { reading.findings += reading.sheets[0].emptiness }
    let others = files.filter { Self.kind(of: $0) == nil && !Self.isIgnored($0) }
    if !others.isEmpty {
      reading.findings.append(
        Finding(
          .notice, at: Place(file: name),
          "\(others.count) other file\(others.count == 1 ? " was" : "s were") left alone"
            + Self.listing(others)))
    }
    return reading
  }

  /// The sheets of which a map needs one.
  private static let mainKinds: [Sheet.Kind] = [.elements, .connections, .seats, .journeys]

  private func sheet(_ kind: Sheet.Kind, in file: String) throws(MapErrors) -> SheetReading {
    let content = try FileContent(
      path: URL(fileURLWithPath: path).appendingPathComponent(file).path, encoding: encoding)
    switch try content.kind() {
    case .text: break
    case .json:
      throw MapErrors(
        at: Place(file: file), "this is JSON, though its name is that of a CSV file",
        expected: "expected a header and rows")
    case .workbook:
      throw MapErrors(
        at: Place(file: file),
        "this is a workbook or another zip file, though its name is that of a CSV file",
        expected: "name a workbook with all its sheets instead of the folder")
    }
    let decoded = TextDecoding(content)
    let table = try CSVTable(utf8: decoded.utf8, file: file)
    let sheet = table.sheet(kind, file: file)
    return SheetReading(sheets: [sheet], findings: decoded.findings)
  }

  /// The files of a folder that hold a map.
  static func files(in path: String) -> [String] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return files.filter { !$0.hasPrefix(".") && !$0.hasPrefix("~$") && kind(of: $0) != nil }
  }

  /// The first of some names, between parentheses.
  static func listing(_ files: [String]) -> String {
    if files.isEmpty { return "" }
    return " (" + files.prefix(5).joined(separator: ", ") + (files.count > 5 ? ", …" : "") + ")"
  }

  /// Whether the name of a file says that programs shall skip it, as `instructions (ignore).txt`.
  static func isIgnored(_ file: String) -> Bool { file.lowercased().contains("(ignore)") }

  /// What the rows of a file are, by its name: `Seats (ignore).csv`, `Our map - elements.csv`.
  static func kind(of file: String) -> Sheet.Kind? {
    let parts = file.lowercased().split(separator: ".")
    guard parts.count > 1, let ending = parts.last, ["csv", "tsv"].contains(ending) else {
      return nil
    }
    return kind(ofSheet: parts.dropLast().joined(separator: "."))
  }

  /// What the rows of a sheet are, by its name with or without `(ignore)`.
  static func kind(ofSheet name: String) -> Sheet.Kind? {
    var name = name.lowercased()[...]
    if let ignore = name.range(of: "(ignore)") { name = name[..<ignore.lowerBound] }
    if let dash = name.range(of: " - ", options: .backwards) { name = name[dash.upperBound...] }
    return Sheet.Kind(rawValue: name.trimmingCharacters(in: .whitespaces))
  }
}
