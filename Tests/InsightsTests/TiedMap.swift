import SystemMaps

@testable import Insights

/// Small maps of organizations and working ties.
enum TiedMap {
  /// Organizations named by their place, with undirected ties.
  static func organizations(
    _ count: Int, ties: [(Int, Int)], sectors: [String] = [], type: ConnectionType = .worksWith
  ) -> SystemMap {
    SystemMap(
      elements: (0..<count).map { place in
        Element(
          id: id(place), label: "Organization \(place)", type: .organization,
          sector: place < sectors.count && !sectors[place].isEmpty ? sectors[place] : nil)
      },
      connections: ties.map { Connection(from: id($0.0), to: id($0.1), type: type) })
  }

  static func id(_ place: Int) -> ElementID { ElementID("o\(place)") }

  /// Two complete groups of six, joined by one tie from 5 to 6.
  static var twoSilos: SystemMap {
    var ties = [(5, 6)]
    for group in [0, 6] {
      for first in group..<group + 6 {
        for second in first + 1..<group + 6 { ties.append((first, second)) }
      }
    }
    return organizations(
      13, ties: ties,
      sectors: Array(repeating: "schools", count: 6) + Array(repeating: "health", count: 6)
        + ["health"])
  }

  /// The marriages of fifteen Florentine families (Padgett and Ansell 1993).
  static var florentine: SystemMap {
    organizations(
      15,
      ties: [
        (0, 1), (1, 5), (1, 6), (1, 7), (1, 8), (1, 9), (2, 3), (2, 4), (2, 5), (3, 4), (3, 11),
        (4, 6), (4, 11), (6, 7), (7, 12), (8, 13), (8, 12), (9, 10), (11, 12), (12, 14),
      ])
  }
}

extension Silos.Effort {
  /// Little, for tests.
  static let quick = Silos.Effort(runs: 20, replicates: 99, runsPerReplicate: 2)
}
