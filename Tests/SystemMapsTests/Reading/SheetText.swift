@testable import SystemMaps

/// Reads a map from sheets written as lines of cells parted by `;`.
func readMap(
  elements: String? = nil, connections: String? = nil, seats: String? = nil,
  journeys: String? = nil, benchmarks: String? = nil, settings: String? = nil
) -> MapReading {
  let texts = [
    (Sheet.Kind.settings, settings), (.benchmarks, benchmarks), (.journeys, journeys),
    (.seats, seats), (.connections, connections), (.elements, elements),
  ]
  var sheets: [Sheet] = []
  for case (let kind, let text?) in texts {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    }
    let rows = lines.dropFirst().enumerated().map {
      Sheet.Row(number: $0.offset + 2, cells: $0.element)
    }
    sheets.append(
      Sheet(kind: kind, file: kind.rawValue, header: lines.first ?? [], rows: rows))
  }
  return MapReading(sheets: sheets)
}

extension MapReading {
  /// The findings as a golden text.
  var told: [String] { findings.map { "\($0.severity): \($0)" } }
}
