import ArgumentParser
import Foundation
import Interchange
import SystemMaps

/// `sightline convert`: the same map in another container.
struct Convert: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write a map as a workbook, a folder of CSV files or a JSON file.",
    discussion: """
      The ending of OUTPUT names the format: .xlsx, .json, or none for a folder. Every row and \
      column is kept, those about residents too.

      sightline convert Samples/larkspur -o larkspur.xlsx
      """)

  @OptionGroup var source: MapFileArguments

  @Option(name: .shortAndLong, help: "The file or folder to write.")
  var output: String

  @Flag(help: "Replace OUTPUT if it is there already.")
  var force = false

  func run() throws {
    _ = try MapContainer(path: output)
    try Self.refuse(output, overwriting: source)
    if !force {
      try Self.refuseWhatIsThere(output, remedy: "name another, or add --force to replace it")
    }
    let files = try source.sheets()
    let reading = MapReading(sheets: files.sheets, findings: files.findings)
    let told = reading.map.shared(reading.findings, with: .members)
    if let errors = MapErrors(among: told) { throw errors }
    let withIDs = reading.writingIDs(into: files.sheets)
    let sheets = withIDs ?? files.sheets
    try showingProgress("Writing") { try MapFile.write(sheets, to: output) }
    Console.print(output)
    for finding in reading.map.shared(files.findings, with: .members) {
      Console.note("note: \(finding)")
    }
    Console.note("Every row and column was kept: \(Self.count(of: sheets)).")
    if withIDs != nil {
      Console.note(
        "Ids such as organization-1 were written into the column ID: they stay from now on.")
    } else if reading.hasCountedIDs {
      Console.note("note: ids were not written, because the map would not read back the same.")
    }
    Console.note("It holds the whole map, residents too: pass it on only to those who may see all.")
  }

  /// Refuses to write over the map itself.
  static func refuse(_ output: String, overwriting source: MapFileArguments) throws {
    let place = Self.place(output)
    for input in [source.map, source.connections].compactMap({ $0 }) {
      let inputPlace = Self.place(input)
      if inputPlace == place || inputPlace.hasPrefix(place + "/") {
        throw CommandFailure(
          "\(output) is the map itself, which is never written over; name another")
      }
    }
  }

  /// Refuses to write over anything that is there already, naming what to do instead.
  static func refuseWhatIsThere(_ output: String, remedy: String) throws {
    guard FileManager.default.fileExists(atPath: output) else { return }
    throw CommandFailure("\(output) is there already; \(remedy)")
  }

  private static func place(_ path: String) -> String {
    URL(filePath: path).standardizedFileURL.resolvingSymlinksInPath().path(percentEncoded: false)
      .trimmingSuffix("/")
  }

  /// How many rows of what: `278 elements, 251 connections`.
  private static func count(of sheets: [Sheet]) -> String {
    func counted(_ count: Int, _ nouns: String) -> String {
      "\(count) \(count == 1 ? String(nouns.dropLast()) : nouns)"
    }
    let examples = sheets.reduce(0) { $0 + $1.rows.count(where: \.isExample) }
    let kinds = Sheet.Kind.allCases.compactMap { kind -> String? in
      let sheets = sheets.filter { $0.kind == kind }
      if sheets.isEmpty { return nil }
      return counted(
        sheets.reduce(0) { $0 + $1.rows.count { !$0.isExample } }, kind.rawValue)
    }
    return (kinds + (examples > 0 ? [counted(examples, "example rows")] : []))
      .joined(separator: ", ")
  }
}
