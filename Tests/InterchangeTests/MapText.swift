import Foundation
import SystemMaps

@testable import Interchange

/// Reads a map from the text of its sheets, as from a folder.
func reading(
  elements: String? = nil, connections: String? = nil, seats: String? = nil,
  journeys: String? = nil, benchmarks: String? = nil, settings: String? = nil
) throws -> MapReading {
  let texts = [
    (Sheet.Kind.elements, elements), (.connections, connections), (.seats, seats),
    (.journeys, journeys), (.benchmarks, benchmarks), (.settings, settings),
  ]
  var sheets: [Sheet] = []
  for case (let kind, let text?) in texts {
    let file = "\(kind.rawValue).csv"
    let table = try CSVTable(utf8: Array(text.utf8), file: file)
    sheets.append(table.sheet(kind, file: file))
  }
  return MapReading(sheets: sheets)
}

/// Reads a map from the bytes of one file.
func reading(_ bytes: [UInt8], named name: String) throws -> MapReading {
  let sheets = try MapFile.sheets(of: bytes, named: name)
  return MapReading(sheets: sheets.sheets, findings: sheets.findings)
}

/// Reads a map from the text of one file.
func reading(_ text: String, named name: String) throws -> MapReading {
  try reading(Array(text.utf8), named: name)
}

extension MapReading {
  /// The findings as a golden text: severity, place, message, expectation.
  var told: [String] { findings.map { "\($0.severity): \($0)" } }
}

/// What a failing call says, a line for each error.
func failure(_ body: () throws -> Void) -> String? {
  do {
    try body()
    return nil
  } catch {
    return "\(error)"
  }
}

/// A folder that is gone after the test.
final class TemporaryFolder {
  let path: String

  init(_ files: [String: String] = [:]) throws {
    path = NSTemporaryDirectory() + "sightline-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files { try write(Array(text.utf8), to: name) }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ bytes: [UInt8], to name: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path + "/" + name))
  }

  subscript(name: String) -> String { path + "/" + name }
}
