import Graphs
import SystemMaps

/// The counts behind a comparison of seats, as a reader sees them who knows who sits where.
///
/// Pictures and lists name the holders of seats. Someone who sits at one table and not at another
/// is the difference between them, so the counts are kept for blocks: all those who hold the same
/// seats at the same tables. What a table's own anonymous form says is a block of its own.
struct SeatCounts {
  /// A group of a column at a table.
  struct Cell: Hashable {
    let table: ElementID
    let attribute: AttributeName
    let group: String
  }

  private(set) var hidden = HiddenCounts()
  /// What a reader knows without any band: how many seats there are, and how many answered.
  private(set) var known: [HiddenCounts.Fact] = []
  /// Single answers and small numbers of them, at a table and in a tier.
  private(set) var secrets: [HiddenCounts.Secret] = []
  private var terms: [Cell: [CountSum.Term]] = [:]
  /// The block of each count, by its number among all of any column.
  private var blockOf: [Int] = []
  private var blocks: [SeatBlocks.Seats: Int] = [:]
  private let threshold: Int

  /// Counts the answers behind some comparisons.
  init(of inclusion: Inclusion, in map: SystemMap) {
    threshold = map.settings.privacyThreshold
    var attributes: [AttributeName] = []
    for comparison in inclusion.comparisons where !attributes.contains(comparison.attribute) {
      attributes.append(comparison.attribute)
    }
    let (compared, tables) = (attributes, SeatedTables(of: map))
    let answers = chunkedResults(count: compared.count, concurrently: true) {
      SeatBlocks(by: compared[$0], at: tables, in: map)
    }
    for (attribute, answers) in zip(compared, answers) {
      add(
        answers, of: attribute, at: tables.all.map(\.id),
        comparing: inclusion.comparisons.filter { $0.attribute == attribute })
    }
    for attribute in attributes where attribute.crossedColumns.count == 2 {
      link(attribute, to: attributes, in: map)
    }
    let byTier = inclusion.tiers.flatMap { parity in
      parity.tiers.flatMap { tier in
        tier.groups.map { sum($0.group, of: parity.population.attribute, at: tier.tables) }
      }
    }
    secrets += Set(terms.values.map { CountSum(terms: $0) } + byTier)
      .filter { (1..<threshold).contains($0.value(of: hidden.values)) }
      .sorted { first, second in
        first.terms.lexicographicallyPrecedes(second.terms) {
          ($0.count, $0.factor) < ($1.count, $1.factor)
        }
      }
      .map(HiddenCounts.Secret.init)
  }

  /// How many of the seats of some tables a group holds.
  func sum(_ group: String, of attribute: AttributeName, at tables: [ElementID]) -> CountSum {
    CountSum(
      terms: tables.flatMap { table in
        terms[Cell(table: table, attribute: attribute, group: group.groupKey)] ?? []
      })
  }

  private mutating func add(
    _ answers: SeatBlocks, of attribute: AttributeName, at tables: [ElementID],
    comparing comparisons: [TableComparison]
  ) {
    var (names, keys): (Set<String>, Set<String>) = ([], [])
    let listed = comparisons.flatMap { $0.population.groups.map(\.name) }
      .filter { names.insert($0).inserted }
    var groups = (listed.map(\.groupKey) + answers.groups).filter { keys.insert($0).inserted }
    // Where no benchmark lists every group, a reader cannot know which others there are.
    if !comparisons.contains(where: \.population.isComplete) { groups.append("") }
    let numbers = Dictionary(
      zip(answers.groups, answers.groups.indices), uniquingKeysWith: { first, _ in first })
    let answered = groups.map { numbers[$0] }
    var cells = Array(repeating: [CountSum.Term](), count: tables.count * groups.count)
    for block in answers.blocks {
      let counts = answered.map { hidden.add($0.map(block.answers(of:)) ?? 0) }
      let number = blocks[block.seats] ?? blocks.count
      blocks[block.seats] = number
      blockOf += counts.map { _ in number }
      for (group, count) in counts.enumerated() {
        for held in block.seats.held {
          cells[held.table * groups.count + group]
            .append(CountSum.Term(count: count, factor: held.seats))
        }
        let value = hidden.values[count]
        // Where all of a block are of one group, every one of them is.
        if (1..<threshold).contains(value) || value == block.size, value > 0 {
          secrets.append(HiddenCounts.Secret(CountSum([count])))
        }
      }
      known +=
        answers.hasSeveralAnswers
        ? counts.map { HiddenCounts.Fact(CountSum([$0]), through: block.size) }
        : [HiddenCounts.Fact(CountSum(counts), is: block.size)]
    }
    for (place, own) in cells.enumerated() where !own.isEmpty {
      let (table, group) = place.quotientAndRemainder(dividingBy: groups.count)
      terms[Cell(table: tables[table], attribute: attribute, group: groups[group])] = own
    }
  }

  /// Adds that a cell of `A × B` is part of a group of A and of one of B.
  private mutating func link(
    _ crossed: AttributeName, to attributes: [AttributeName], in map: SystemMap
  ) {
    var linked: Set<HiddenCounts.Fact> = []
    for (place, column) in crossed.crossedColumns.enumerated() where attributes.contains(column) {
      var wholeOf: [String: String] = [:]
      let cells = terms.keys.filter { $0.attribute == crossed }
      let wholes = Dictionary(grouping: cells) { cell -> Cell in
        let whole = wholeOf[cell.group] ?? Self.part(place, of: cell.group)
        wholeOf[cell.group] = whole
        return Cell(table: cell.table, attribute: column, group: whole)
      }
      // In one order always: where counts end that are looked for depends on where they begin.
      let ordered = wholes.sorted { ($0.key.table, $0.key.group) < ($1.key.table, $1.key.group) }
      for (whole, parts) in ordered {
        guard let sum = terms[whole].map({ CountSum(terms: $0) }) else { continue }
        let rest = sum + -1 * CountSum(terms: parts.flatMap { terms[$0] ?? [] })
        let most = rest.value(of: hidden.values) == 0 ? 0 : nil
        // What holds of a table holds of each of its blocks.
        let byBlock = parted(rest).map { HiddenCounts.Fact($0, from: 0, through: most) }
        let facts =
          byBlock.allSatisfy(hidden.satisfies)
          ? byBlock : [HiddenCounts.Fact(rest, from: 0, through: most)]
        known += facts.filter { linked.insert($0).inserted }
      }
    }
  }
  /// The group of A, or of B, that a group of `A × B` is part of.
  private static func part(_ place: Int, of group: String) -> String {
    let parts = group.crossedParts
    return parts.count == 2 ? parts[place] : ""
  }

  /// A sum block by block, in the order of the blocks.
  private func parted(_ sum: CountSum) -> [CountSum] {
    var parts: [[CountSum.Term]] = []
    var last: Int?
    let ordered = sum.terms.sorted { (blockOf[$0.count], $0.count) < (blockOf[$1.count], $1.count) }
    for term in ordered {
      if blockOf[term.count] == last {
        parts[parts.count - 1].append(term)
      } else {
        parts.append([term])
      }
      last = blockOf[term.count]
    }
    return parts.map { CountSum(terms: $0) }
  }
}
