public import SystemMaps

/// The seats of one table against one population, group by group.
///
/// Seats are appointed, not sampled: a p-value says how far from parity a draw at random would be
/// how often, no more. A table that passes is not thereby at parity.
public struct TableComparison: Sendable, Hashable {
  /// What can be said.
  public enum Judgement: Sendable, Hashable {
    /// Tests stand beside the figures.
    case tested
    /// Fewer than five seats of which the group is known: too few to judge.
    case tooFewSeats
    /// Nothing is known of any seat.
    case nothingKnown
    /// The seats are not drawn from the population they are compared with, and why.
    case untested(reason: String)
  }

  /// The distribution behind the p-values.
  public enum Test: String, Sendable, Hashable {
    /// Draws from a population so large that they do not change it.
    case multinomial
    /// Draws from a list without putting back.
    case hypergeometric
  }

  /// The table.
  public let table: ElementID
  /// The population.
  public let population: BenchmarkPopulation
  /// Whether it is the population that this table is compared with by default.
  public let isDefault: Bool
  /// Who holds the seats.
  public let composition: SeatComposition
  /// The seats compared: *n*, those of which the group is known and which the population has.
  public let seats: Int
  /// The groups, in the order of the population.
  public let groups: [GroupComparison]
  /// Seats of groups that the population does not list; they are left out of *n*.
  public let unlisted: [SeatComposition.GroupSeats]
  /// What can be said.
  public let judgement: Judgement
  /// The distribution behind the p-values.
  public let test: Test
  /// The test of all groups together; `nil` where the groups overlap, are not all listed, or there
  /// are fewer than five seats.
  public let wholeTable: ExactTest?
  /// The share of seats that would have to change hands for parity; `nil` where the groups overlap
  /// or are not all listed, or nothing is known.
  public let dissimilarity: Double?
  /// How many tests were made: one a group, and one of all together.
  public let testCount: Int
  /// Why ``wholeTable``, ``dissimilarity`` and the seats for parity are absent, if the reason lies
  /// in the groups.
  public let compositionReason: String?

  /// The fewest seats that are judged.
  public static let fewestSeats = 5

  /// The column that was compared.
  public var attribute: AttributeName { population.attribute }

  /// The group that holds fewest seats beside the expected.
  public var furthestBelow: GroupComparison? {
    groups.min { ($0.seatGap, $0.group) < ($1.seatGap, $1.group) }
  }
}

extension TableComparison {
  init(
    table: Element, composition: SeatComposition, population: BenchmarkPopulation,
    isDefault: Bool, map: SystemMap, seed: UInt64
  ) {
    self.table = table.id
    self.population = population
    self.isDefault = isDefault
    self.composition = composition
    let isWhole = population.isComplete && !composition.hasSeveralAnswers
    let listed = Set(population.groups.map(\.name.groupKey))
    unlisted = composition.groups.filter { !listed.contains($0.group.groupKey) && $0.seats > 0 }
    let counts = population.groups.map { composition.seats(of: $0.name) }
    seats = isWhole ? counts.reduce(0, +) : composition.known
    compositionReason =
      composition.hasSeveralAnswers
      ? "several answers were given, so groups overlap and each is compared with the rest alone"
      : population.isComplete
        ? nil : "the benchmark's shares do not add up to 1, so each group is compared alone"

    let draw = SeatDraw(population: population, seats: seats)
    test = draw.test
    if seats == 0 {
      judgement = .nothingKnown
    } else if seats < Self.fewestSeats {
      judgement = .tooFewSeats
    } else if let reason = draw.reasonAgainst(table: table.id, in: map) {
      judgement = .untested(reason: reason)
    } else {
      judgement = .tested
    }
    let isTested = judgement == .tested
    let wholeSeats = isWhole ? seats : 0
    let shares = population.groups.map(\.share)
    wholeTable =
      isTested && isWhole ? draw.wholeTable(counts: counts, seed: seed) : nil
    dissimilarity = isWhole ? Insights.dissimilarity(of: counts, from: shares) : nil
    groups = Self.groups(
      counts: counts, population: population, seats: seats, composition: composition,
      draw: isTested ? draw : nil, wholeSeats: wholeSeats)
    testCount = isTested ? groups.count + (wholeTable == nil ? 0 : 1) : 0
  }

  private static func groups(
    counts: [Int], population: BenchmarkPopulation, seats: Int, composition: SeatComposition,
    draw: SeatDraw?, wholeSeats: Int
  ) -> [GroupComparison] {
    let number = Double(seats)
    let shares = population.groups.map(\.share)
    let ratios = zip(counts, shares).map { count, share -> Double? in
      seats > 0 && share > 0 ? Double(count) / number / share : nil
    }
    let comparators = zip(ratios, shares).compactMap { ratio, share in
      number * share >= 2 ? ratio : nil
    }
    let largestRatio = wholeSeats > 0 ? comparators.max() : nil
    let values = draw.map { draw in
      counts.indices.map { draw.distribution(ofGroup: $0).twoSided(counts[$0]) }
    }
    let adjusted = values.map(holmAdjusted)
    let webster = wholeSeats > 0 ? Apportionment.webster.seats(seats, among: shares) : nil
    let hamilton = wholeSeats > 0 ? Apportionment.hamilton.seats(seats, among: shares) : nil
    let open = composition.unknown + composition.preferNotToSay
    return counts.indices.map { group in
      let count = counts[group]
      let expected = number * shares[group]
      return GroupComparison(
        group: population.groups[group].name,
        seats: count,
        share: seats > 0 ? Double(count) / number : nil,
        benchmark: shares[group],
        expected: expected,
        seatGap: Double(count) - expected,
        ratio: ratios[group],
        shareBounds: seats + open > 0
          ? Double(count) / Double(seats + open)...Double(count + open) / Double(seats + open)
          : nil,
        fourFifths: largestRatio.flatMap { largest in
          largest > 0 ? ratios[group].map { $0 / largest } : nil
        },
        wilson: .wilson(successes: count, trials: seats),
        clopperPearson: .clopperPearson(successes: count, trials: seats),
        p: values?[group],
        pHolm: adjusted?[group],
        pOneSided: draw.map { draw in
          let distribution = draw.distribution(ofGroup: group)
          return Double(count) < expected
            ? distribution.lowerTail(count) : distribution.upperTail(count)
        },
        webster: webster?[group],
        hamilton: hamilton?[group],
        seatsToAdd: seats > 0
          ? Insights.seatsToAdd(held: count, of: seats, share: shares[group]) : nil)
    }
  }
}

/// What a random draw of a table's seats would be.
private struct SeatDraw {
  let population: BenchmarkPopulation
  let seats: Int

  var test: TableComparison.Test {
    if case .memberList = population.kind { .hypergeometric } else { .multinomial }
  }

  private var listSize: Int { population.groups.reduce(0) { $0 + ($1.members ?? 0) } }

  /// Why the seats cannot be a draw from the population; `nil` if they can.
  func reasonAgainst(table: ElementID, in map: SystemMap) -> String? {
    guard case .memberList(let list) = population.kind else { return nil }
    let members = map.seats.filter { $0.table == list && $0.role.countsAsSeat }
    let holders = Set(members.compactMap(\.holder))
    let organizations = Set(members.compactMap(map.organization(of:)))
    let strangers = map.seats.filter { seat in
      guard seat.table == table, seat.role.countsAsSeat, let holder = seat.holder else {
        return false
      }
      return !holders.contains(holder)
        && !(map.organization(of: seat).map(organizations.contains) ?? false)
    }
    guard strangers.isEmpty else {
      return "not every seat is held by someone on the list it is drawn from"
    }
    return seats > listSize ? "there are more seats than members on the list" : nil
  }

  func distribution(ofGroup group: Int) -> any CountDistribution {
    switch test {
    case .multinomial: Binomial(trials: seats, probability: population.groups[group].share)
    case .hypergeometric:
      Hypergeometric(
        population: listSize, marked: population.groups[group].members ?? 0, draws: seats)
    }
  }

  func wholeTable(counts: [Int], seed: UInt64) -> ExactTest? {
    switch test {
    case .multinomial:
      ExactTest(
        counts: counts, population: .shares(population.groups.map(\.share)), seed: seed)
    case .hypergeometric:
      ExactTest(
        counts: counts, population: .list(population.groups.map { $0.members ?? 0 }), seed: seed)
    }
  }
}
