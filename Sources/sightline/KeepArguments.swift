import ArgumentParser
import Diagrams
import Interchange
import SystemMaps

/// Whether the places of a drawing are kept with the map.
struct KeepArguments: ParsableArguments {
  @Option(
    name: .customLong("keep"),
    help: ArgumentHelp(
      "Also write the map to a new folder, .xlsx or .json, with the places of this drawing: "
        + "drawings of the new map leave everybody there, and add who is new.",
      valueName: "new-map"))
  var output: String?

  func validate() throws {
    if let output { _ = try MapContainer(path: output) }
  }

  /// Writes the map with the places of a drawing, if that is wanted.
  func keep(_ drawing: Drawing, of view: String, in source: MapFileArguments) throws {
    guard let output else { return }
    try Convert.refuse(output, overwriting: source, force: false)
    let files = try source.sheets()
    let reading = MapReading(sheets: files.sheets, findings: files.findings)
    let sheets = reading.writingIDs(into: files.sheets)
    guard let sheets = sheets ?? (reading.hasCountedIDs ? nil : files.sheets) else {
      throw CommandFailure(
        "places cannot be kept without ids: give the elements a column ID before the others")
    }
    let positions = drawing.positions.kept(as: view)
    guard !positions.isEmpty else {
      throw CommandFailure("\(view) has no places of elements; keep those of another view")
    }
    try MapFile.write(reading.keeping(positions, of: view, in: sheets), to: output)
    Console.note("\(output): the map with \(positions.count) places; it holds the whole map.")
  }
}
