public import SystemMaps
import Graphs

/// Who sits at which table: against benchmarks, by tier, and how seats gather in few hands.
///
///     let inclusion = Inclusion(of: map)
///     inclusion.comparisons.first?.sentence
///     // "1 Latino seat where about 5 would be expected (community, ACS 2024, 18 seats, …"
///
/// Everything here is for the team; ``shared(with:for:)`` is what others may see.
public struct Inclusion: Sendable, Hashable {
  /// Every table against every population, attribute by attribute.
  public let comparisons: [TableComparison]
  /// The seats of each tier together, for each attribute against its default population.
  public let tiers: [TierParity]
  /// How unevenly the groups of each attribute are spread over the tables.
  public let mixing: [TableMixing]
  /// Which organizations hold how many seats at each tier, from the top; tables without a tier
  /// come last.
  public let concentration: [SeatConcentration]
  /// People and organizations that sit at several tables, those at most tables first.
  public let severalTables: [SeveralTables]
  /// The attributes that were compared: those of the benchmarks, those asked for, and the map's own
  /// columns of member lists.
  public let attributes: [AttributeName]
  /// What could not be compared, and why.
  public let findings: [Finding]
  /// The seed of the tests that draw at random.
  public let seed: UInt64

  /// Compares the tables of a map.
  ///
  /// - Parameters:
  ///   - map: The map of one day: see `SystemMap.on(_:)`.
  ///   - attributes: Columns to compare beside those that benchmarks name and those that the map's
  ///     makers gave to the members of a list.
  ///   - seed: The seed of tests that draw at random.
  /// - Complexity: O(attributes × (elements + seats)), and up to 2,000,000 compositions
  ///   for the exact test of one table.
  public init(of map: SystemMap, alsoBy attributes: [AttributeName] = [], seed: UInt64 = 1) {
    let tables = SeatedTables(of: map)
    let named = Self.attributes(
      map.benchmarks.map(\.attribute) + attributes + tables.columnsOfLists)
    let parts = chunkedResults(count: named.count, concurrently: true) {
      AttributeInclusion(named[$0], at: tables, in: map, seed: seed)
    }
    comparisons = parts.flatMap(\.comparisons)
    tiers = parts.compactMap(\.tiers)
    mixing = parts.compactMap(\.mixing)
    concentration = SeatConcentration.byTier(of: map)
    severalTables = SeveralTables.all(in: map)
    findings =
      parts.flatMap(\.findings) + Self.unheldAttributes(attributes, in: map)
      + Self.oddTables(among: tables, of: map)
    self.attributes = named
    self.seed = seed
  }

  /// The same attributes, each once.
  private static func attributes(_ all: [AttributeName]) -> [AttributeName] {
    var met: Set<AttributeName> = []
    return all.filter { met.insert($0).inserted }
  }

  /// Says which of the attributes that were asked for no element has.
  private static func unheldAttributes(
    _ attributes: [AttributeName], in map: SystemMap
  ) -> [Finding] {
    attributes.filter { attribute in
      !attribute.crossedColumns.allSatisfy { column in
        map.elements.contains { !$0.values(of: column).isEmpty }
      }
    }.map {
      Finding(
        .warning, "no element has a value in \($0.text)",
        expected: "expected a column of the elements")
    }
  }

  /// Says which tables have no filled seat, or more than there are.
  private static func oddTables(among tables: SeatedTables, of map: SystemMap) -> [Finding] {
    let empty = tables.all.filter { tables.isEmpty($0.id) }
    let overfull = tables.all.compactMap { table -> Finding? in
      let filled = tables.filled(at: table.id).count
      guard let seats = table.table.seats, filled > seats else { return nil }
      // Whoever counts the others there would know how many residents there are.
      let mayCount = map.wordsForUncounted(at: table.id, by: .public).isEmpty
      return Finding(
        .warning, at: table.place,
        "\(table.label) has \(ChanceWords.count(seats, "seat")) by its row, and "
          + (mayCount ? "\(filled) \(filled == 1 ? "is" : "are") filled" : "more are filled"),
        expected: "the filled ones are compared; mend Seats, or the rows of the seats")
    }
    guard let first = empty.first else { return overfull }
    let others = empty.count > 1 ? " and \(ChanceWords.count(empty.count - 1, "other table"))" : ""
    return overfull + [
      Finding(
        .notice, at: first.place,
        "\(first.label)\(others) \(empty.count == 1 ? "has" : "have") no filled seat",
        expected: "nothing is compared there; add rows to the seats, or counts to the benchmarks")
    ]
  }

  /// The comparisons of a table, the default one of each attribute alone.
  public func defaultComparisons(of table: ElementID) -> [TableComparison] {
    comparisons.filter { $0.table == table && $0.isDefault }
  }
}
