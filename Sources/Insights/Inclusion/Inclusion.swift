public import SystemMaps

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
  /// Which organizations hold how many seats at each tier, from the top; tables without a tier
  /// come last.
  public let concentration: [SeatConcentration]
  /// People and organizations that sit at several tables, those at most tables first.
  public let severalTables: [SeveralTables]
  /// What could not be compared, and why.
  public let findings: [Finding]
  /// The seed of the tests that draw at random.
  public let seed: UInt64

  /// Compares the tables of a map.
  ///
  /// - Parameters:
  ///   - map: The map of one day: see `SystemMap.on(_:)`.
  ///   - attributes: Columns to compare with member lists besides those that benchmarks name.
  ///   - seed: The seed of tests that draw at random.
  /// - Complexity: O(tables × attributes × (elements + seats)), and up to 2,000,000 compositions
  ///   for the exact test of one table.
  public init(of map: SystemMap, alsoBy attributes: [AttributeName] = [], seed: UInt64 = 1) {
    var named: [AttributeName] = []
    for attribute in map.benchmarks.map(\.attribute) + attributes where !named.contains(attribute) {
      named.append(attribute)
    }
    var comparisons: [TableComparison] = []
    var tiers: [TierParity] = []
    var findings: [Finding] = []
    let tables = map.tables
    for attribute in named {
      let populations = map.benchmarkPopulations(of: attribute)
      var compositions: [(table: Element, composition: SeatComposition)] = []
      for table in tables {
        let composition = SeatComposition(of: table.id, by: attribute, in: map)
        guard composition.seats > 0 else { continue }
        compositions.append((table, composition))
        let asked = map.settings.tableBenchmarks[table.id]
        let standard = populations.first { $0.name.groupKey == asked?.groupKey }
        if let asked, standard == nil {
          findings.append(
            Finding(
              .warning,
              "\(table.label) is to be compared with “\(asked)”, which has no \(attribute)",
              expected: "the first population is taken"))
        }
        let list = map.memberList(for: table, by: attribute)
        for population in populations + [list].compactMap(\.self) {
          comparisons.append(
            TableComparison(
              table: table, composition: composition, population: population,
              isDefault: population == standard ?? populations.first ?? list, map: map,
              seed: seed))
        }
      }
      if let standard = populations.first {
        tiers.append(TierParity(of: compositions, population: standard))
      } else if !comparisons.contains(where: { $0.attribute == attribute }) {
        findings.append(
          Finding(
            .notice, "\(attribute) has no population to compare the tables with",
            expected: "a benchmark, or a table whose Drawn from names its member list"))
      }
    }
    if comparisons.contains(where: { !$0.unlisted.isEmpty }) {
      findings.append(
        Finding(
          .warning, "some seats are held by groups that the benchmark does not list",
          expected: "they are left out of the comparison"))
    }
    let empty = tables.filter { table in
      !map.seats.contains { $0.table == table.id && $0.role.countsAsSeat }
        && !map.benchmarks.contains { $0.population == .table(table.id) }
    }
    if !empty.isEmpty {
      findings.append(
        Finding(
          .notice, ChanceWords.count(empty.count, "table has", "tables have") + " no filled seats"))
    }
    self.comparisons = comparisons
    self.tiers = tiers
    concentration = SeatConcentration.byTier(of: map)
    severalTables = SeveralTables.all(in: map)
    self.findings = findings
    self.seed = seed
  }

  /// The comparisons of a table, the default one of each attribute alone.
  public func defaultComparisons(of table: ElementID) -> [TableComparison] {
    comparisons.filter { $0.table == table && $0.isDefault }
  }
}
