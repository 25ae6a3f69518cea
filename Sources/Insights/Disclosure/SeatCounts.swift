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
    for attribute in attributes {
      add(attribute, inclusion.comparisons.filter { $0.attribute == attribute }, of: map)
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
    _ attribute: AttributeName, _ comparisons: [TableComparison], of map: SystemMap
  ) {
    let answers = SeatBlocks(by: attribute, in: map)
    var groups: [String] = []
    let listed = comparisons.flatMap { $0.population.groups.map(\.name) }
    for group in listed + answers.groups where !groups.contains(group.groupKey) {
      groups.append(group.groupKey)
    }
    // Where no benchmark lists every group, a reader cannot know which others there are.
    if !comparisons.contains(where: \.population.isComplete) { groups.append("") }
    for block in answers.blocks {
      let counts = groups.map { hidden.add(block.answers[$0] ?? 0) }
      let number = blocks[block.seats] ?? blocks.count
      blocks[block.seats] = number
      blockOf += counts.map { _ in number }
      for (group, count) in zip(groups, counts) {
        for (table, seats) in block.seats.byTable {
          terms[Cell(table: table, attribute: attribute, group: group), default: []]
            .append(CountSum.Term(count: count, factor: seats))
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
  }

  /// Adds that a cell of `A × B` is part of a group of A and of one of B.
  private mutating func link(
    _ crossed: AttributeName, to attributes: [AttributeName], in map: SystemMap
  ) {
    var linked: Set<HiddenCounts.Fact> = []
    for (place, column) in crossed.crossedColumns.enumerated() where attributes.contains(column) {
      let cells = terms.keys.filter { $0.attribute == crossed }
      let wholes = Dictionary(grouping: cells) { cell -> Cell in
        let parts = cell.group.split(separator: "×").map { String($0).trimmed }
        return Cell(
          table: cell.table, attribute: column, group: parts.count == 2 ? parts[place] : "")
      }
      // In one order always: where counts end that are looked for depends on where they begin.
      let ordered = wholes.sorted { ($0.key.table, $0.key.group) < ($1.key.table, $1.key.group) }
      for (whole, parts) in ordered {
        guard let sum = terms[whole].map({ CountSum(terms: $0) }) else { continue }
        let rest = sum + -1 * CountSum(terms: parts.flatMap { terms[$0] ?? [] })
        let most = rest.value(of: hidden.values) == 0 ? 0 : nil
        // What holds of a table holds of each of its blocks.
        let byBlock = Dictionary(grouping: rest.terms) { blockOf[$0.count] }.sorted {
          $0.key < $1.key
        }.map { HiddenCounts.Fact(CountSum(terms: $0.value), from: 0, through: most) }
        let facts =
          byBlock.allSatisfy(hidden.satisfies)
          ? byBlock : [HiddenCounts.Fact(rest, from: 0, through: most)]
        known += facts.filter { linked.insert($0).inserted }
      }
    }
  }
}

/// Those who answer for seats, put together where they hold the same seats.
private struct SeatBlocks {
  /// The seats that each of a block holds.
  struct Seats: Hashable {
    let byTable: [ElementID: Int]
    /// Whether the table counts them itself, so that nobody knows who they are.
    var isAnonymous = false
  }

  struct Block {
    let seats: Seats
    var size = 0
    var answers: [String: Int] = [:]
  }

  private(set) var blocks: [Block] = []
  private(set) var groups: [String] = []
  private(set) var hasSeveralAnswers = false

  init(by attribute: AttributeName, in map: SystemMap) {
    let answers = GroupAnswers(of: attribute, in: map)
    var seatsOf: [ElementID: [ElementID: Int]] = [:]
    var replies: [ElementID: [String]] = [:]
    var order: [ElementID] = []
    let tables = SeatedTables(of: map)
    for table in tables.all {
      let composition = tables.composition(of: table.id, by: answers)
      guard composition.basis == .holders else {
        var block = Block(
          seats: Seats(byTable: [table.id: 1], isAnonymous: true), size: composition.known)
        for group in composition.groups { block.answers[group.group.groupKey] = group.seats }
        blocks.append(block)
        groups += composition.groups.map(\.group.groupKey)
        continue
      }
      for seat in tables.filled(at: table.id) {
        guard case .groups(let named) = answers.reply(of: seat),
          let who = answers.isOfPeople ? seat.holder : map.organization(of: seat)
        else { continue }
        hasSeveralAnswers = hasSeveralAnswers || named.count > 1
        if seatsOf[who] == nil { order.append(who) }
        seatsOf[who, default: [:]][table.id, default: 0] += 1
        replies[who] = named.map(\.groupKey)
      }
    }
    var places: [[ElementID: Int]: Int] = [:]
    for who in order {
      let seats = seatsOf[who] ?? [:]
      let place = places[seats] ?? blocks.count
      if place == blocks.count {
        places[seats] = place
        blocks.append(Block(seats: Seats(byTable: seats)))
      }
      blocks[place].size += 1
      for group in replies[who] ?? [] {
        blocks[place].answers[group, default: 0] += 1
        groups.append(group)
      }
    }
  }
}
