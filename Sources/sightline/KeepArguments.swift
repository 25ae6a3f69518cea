import ArgumentParser
import Diagrams
import Interchange
import Reports
import SystemMaps

/// Whether the places of a drawing are kept with the map.
struct KeepArguments: ParsableArguments {
  @Option(
    name: .customLong("keep"),
    help: ArgumentHelp(
      "Also write the map to a new folder, .xlsx or .json, with the places of this drawing: "
        + "drawings of the new map leave everybody there, and add who is new. "
        + "For \(MapDiagram.allCases.filter(\.keepsPlaces).map(\.rawValue).joined(separator: ", ")).",
      valueName: "new-map"))
  var output: String?

  func validate() throws {
    if let output { _ = try MapContainer(path: output) }
  }

  /// Refuses to write over anything that was there before this command.
  ///
  /// Asked once at the start: a command that watches writes the new map again with each drawing.
  func refuseWhatIsThere(beside source: MapFileArguments) throws {
    guard let output else { return }
    try Convert.refuse(output, overwriting: source)
    try Convert.refuseWhatIsThere(output, remedy: "name another")
  }

  /// Writes the map with the places of a drawing, if that is wanted.
  func keep(_ drawing: Drawing, of view: String, in source: MapFileArguments) throws {
    guard let output else { return }
    let files = try source.sheets()
    let reading = MapReading(sheets: files.sheets, findings: files.findings)
    let sheets = reading.writingIDs(into: files.sheets)
    guard let sheets = sheets ?? (reading.hasCountedIDs ? nil : files.sheets) else {
      throw CommandFailure(
        "places cannot be kept without ids: give the elements a column ID before the others")
    }
    let positions = drawing.positions.kept(as: view)
    guard !positions.isEmpty else {
      throw CommandFailure("this drawing of \(view) has no places of single elements to keep")
    }
    try MapFile.write(reading.keeping(positions, of: view, in: sheets), to: output)
    Console.note("\(output): the map with \(positions.count) places; it holds the whole map.")
  }
}
