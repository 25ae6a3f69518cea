import Graphs
import SystemMaps

/// Every table against every population of one attribute.
struct AttributeInclusion {
  private(set) var comparisons: [TableComparison] = []
  private(set) var tiers: TierParity?
  private(set) var mixing: TableMixing?
  private(set) var findings: [Finding] = []

  private let attribute: AttributeName
  private let tables: SeatedTables
  private let map: SystemMap

  /// A table with who holds its seats.
  typealias Seated = (table: Element, composition: SeatComposition)

  init(_ attribute: AttributeName, at tables: SeatedTables, in map: SystemMap, seed: UInt64) {
    self.attribute = attribute
    self.tables = tables
    self.map = map
    guard attribute.crossedColumns.count <= 2 else {
      findings = [
        Finding(
          .warning, at: firstRow?.place, "\(attribute) crosses more than two columns",
          expected: "cross two at most: with more, every cell has too few seats to judge")
      ]
      return
    }
    let answers = GroupAnswers(of: attribute, in: map)
    let seated = tables.all.compactMap { table -> Seated? in
      let composition = tables.composition(of: table.id, by: answers)
      return composition.seats > 0 ? (table, composition) : nil
    }
    let populations = map.benchmarkPopulations(of: attribute)
    let lists = memberLists(among: seated)
    comparisons = compared(seated, with: populations, and: lists, seed: seed)
    let beside = seated.filter { !tables.lists.contains($0.table.id) }
    if let standard = populations.first ?? lists.values.only {
      tiers = TierParity(of: beside, population: standard)
    }
    mixing = TableMixing(of: beside, attribute: attribute, seed: seed)
    findings += unlistedGroups(populations)
    if populations.isEmpty, lists.isEmpty { findings.append(nothingToCompare) }
  }

  /// The lists that tables are drawn from, by their tables.
  private func memberLists(among seated: [Seated]) -> [ElementID: BenchmarkPopulation] {
    var lists: [ElementID: BenchmarkPopulation] = [:]
    for (table, composition) in seated where tables.lists.contains(table.id) {
      lists[table.id] = BenchmarkPopulation(
        list: table, composition: composition, attribute: attribute,
        date: map.settings.date?.description)
    }
    return lists
  }

  private mutating func compared(
    _ seated: [Seated], with populations: [BenchmarkPopulation],
    and lists: [ElementID: BenchmarkPopulation], seed: UInt64
  ) -> [TableComparison] {
    var pairs: [(seated: Seated, population: BenchmarkPopulation, isDefault: Bool)] = []
    for (table, composition) in seated {
      let asked = map.settings.tableBenchmarks[table.id]
      let standard = populations.first { $0.name.groupKey == asked?.groupKey }
      if let asked, standard == nil, !populations.isEmpty {
        findings.append(absentPopulation(asked, of: table))
      }
      let list = table.table.drawnFrom.flatMap { $0 == table.id ? nil : lists[$0] }
      let first = standard ?? populations.first ?? list
      for population in populations + [list].compactMap(\.self) {
        pairs.append(((table, composition), population, population == first))
      }
    }
    let (work, tables) = (pairs, self.tables)
    return chunkedResults(count: work.count, concurrently: work.count > 16) { place in
      let (seated, population, isDefault) = work[place]
      var reason: String?
      if case .memberList(let list) = population.kind {
        reason = tables.reasonAgainstDraw(of: seated.table.id, from: list)
      }
      return TableComparison(
        table: seated.table.id, composition: seated.composition, population: population,
        isDefault: isDefault, reasonAgainstDraw: reason)
    }
    .withWholeTables(seed: seed)
  }
}

extension AttributeInclusion {
  /// The first row of the benchmarks that names the attribute.
  private var firstRow: Benchmark? { map.benchmarks.first { $0.attribute == attribute } }

  private var nothingToCompare: Finding {
    guard let row = firstRow(ofNamedPopulation: nil) else {
      return Finding(
        .notice, "\(attribute) has no population to compare the tables with",
        expected: "a benchmark, or a table whose Drawn from names its member list")
    }
    return Finding(
      .warning, at: row.place, "no group of \(attribute) has a share or count that can be used",
      expected: "a share from 0 to 1, a percentage or a count in each row of the benchmark")
  }

  private func absentPopulation(_ name: String, of table: Element) -> Finding {
    let isElsewhere = map.benchmarks.contains { $0.population.isNamed(name) }
    return Finding(
      isElsewhere ? .notice : .warning, at: table.place,
      "\(table.label) is to be compared with “\(name)”, which has no \(attribute)",
      expected: "the first population is taken")
  }

  /// Says which populations do not list the group of some seat, without naming group or table:
  /// that would be a count of one.
  private func unlistedGroups(_ populations: [BenchmarkPopulation]) -> [Finding] {
    populations.compactMap { population in
      let isUnlisted = comparisons.contains {
        $0.population == population && $0.compositionReason == nil && !$0.unlisted.isEmpty
      }
      guard isUnlisted else { return nil }
      return Finding(
        .warning, at: firstRow(ofNamedPopulation: population.name)?.place,
        "some seats are held by groups of \(attribute) that the benchmark “\(population.name)” "
          + "does not list",
        expected: "they are left out of the comparison; add a row for each group, or write it as "
          + "there")
    }
  }

  private func firstRow(ofNamedPopulation name: String?) -> Benchmark? {
    map.benchmarks.first { row in
      guard row.attribute == attribute, case .named(let population) = row.population else {
        return false
      }
      return name == nil || population == name
    }
  }
}

extension Benchmark.Population {
  fileprivate func isNamed(_ name: String) -> Bool {
    if case .named(let own) = self { own.groupKey == name.groupKey } else { false }
  }
}

extension Collection {
  /// The element, if there is one alone.
  fileprivate var only: Element? { count == 1 ? first : nil }
}
