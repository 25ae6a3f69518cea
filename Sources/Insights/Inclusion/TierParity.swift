public import SystemMaps

/// The seats of each tier together against one population, to see parity change with the tier.
///
/// Described, never tested: the same people sit at several tables, so the seats of a tier are not
/// as many draws.
public struct TierParity: Sendable, Hashable {
  /// The tables of one tier.
  public struct Tier: Sendable, Hashable {
    /// The tier; 1 is the top.
    public let tier: Int
    /// Its tables with seats, in the order of the map.
    public let tables: [ElementID]
    /// Who holds their seats; a person with two of them counts twice.
    public let composition: SeatComposition
    /// The seats compared: those of which the group is known and which the population has.
    public let seats: Int
    /// The groups, in the order of the population.
    public let groups: [GroupShare]
    /// The share of seats that would have to change hands for parity; `nil` where the groups
    /// overlap or are not all listed, or nothing is known.
    public let dissimilarity: Double?
    /// The dissimilarity that fair draws of as many seats have on average: the fewer the seats, the
    /// larger; `nil` where ``dissimilarity`` is.
    public let expectedDissimilarity: Double?

    /// How far the seats are from parity beyond what fair draws of as many give on average; below 0
    /// where they are nearer.
    public var excessDissimilarity: Double? {
      dissimilarity.flatMap { value in expectedDissimilarity.map { value - $0 } }
    }
  }

  /// A group's part of the seats of one tier.
  public struct GroupShare: Sendable, Hashable {
    /// The group.
    public let group: String
    /// The seats it holds.
    public let seats: Int
    /// Its share of the seats compared; `nil` without one.
    public let share: Double?
    /// Its share of the population.
    public let benchmark: Double
    /// The one ÷ the other; `nil` where the population has nobody of the group.
    public let ratio: Double?
    /// The ratio in broad bands.
    public let band: ParityBand?
  }

  /// The population.
  public let population: BenchmarkPopulation
  /// The tiers, from the top.
  public let tiers: [Tier]
  /// How many tables with seats have no tier, and are not here.
  public let tablesWithoutTier: Int

  /// Whether the distance from the population rises from every tier to the one above it; `nil`
  /// unless two tiers can be compared.
  ///
  /// Higher tables have fewer seats, and few seats are far from parity even by a fair draw. So what
  /// has to rise is ``Tier/excessDissimilarity``, and at the top it has to be above 0.
  public var worsensUpward: Bool? {
    Self.worsensUpward(tiers.compactMap(\.excessDissimilarity))
  }

  /// The same for the excess dissimilarities of the tiers, from the top.
  static func worsensUpward(_ steps: [Double]) -> Bool? {
    guard let top = steps.first, steps.count > 1 else { return nil }
    return top > 0 && zip(steps, steps.dropFirst()).allSatisfy { $0 > $1 }
  }

  /// The tiers as a sentence with figures.
  public var sentence: String? {
    let steps = tiers.compactMap { tier -> String? in
      guard let value = tier.dissimilarity, let fair = tier.expectedDissimilarity else {
        return nil
      }
      return "\(ChanceWords.percent(value)) at tier \(tier.tier) (a fair draw of "
        + "\(ChanceWords.count(tier.seats, "seat")): \(ChanceWords.percent(fair)))"
    }
    guard steps.count > 1, let worsensUpward else { return nil }
    return
      "By \(population.attribute), the share of seats that would have to change hands for parity "
      + "(\(population.citation)) is "
      + ChanceWords.list(steps)
      + (worsensUpward ? ": beyond fair draws more, the higher the table" : "")
      + ". Described, not tested: the same people sit at several tables."
  }

  /// The tiers as a sentence without figures.
  public var sentenceWithoutFigures: String? {
    guard let worsensUpward else { return nil }
    return worsensUpward
      ? "By \(population.attribute), the higher the table, the further its seats are from parity "
        + "(\(population.citation)), beyond what fair draws give."
      : "By \(population.attribute), the distance from parity (\(population.citation)) does not rise steadily with the height "
        + "of the table beyond what fair draws give."
  }

  init(
    of tables: [(table: Element, composition: SeatComposition)], population: BenchmarkPopulation
  ) {
    self.population = population
    tablesWithoutTier = tables.count { $0.table.table.tier == nil }
    tiers = Set(tables.compactMap { $0.table.table.tier }).sorted().map { tier in
      let here = tables.filter { $0.table.table.tier == tier }
      return Tier(
        tier: tier, tables: here.map(\.table.id),
        composition: SeatComposition(pooling: here.map(\.composition)), population: population)
    }
  }
}

extension TierParity.Tier {
  fileprivate init(
    tier: Int, tables: [ElementID], composition: SeatComposition, population: BenchmarkPopulation
  ) {
    let isWhole = population.isComplete && !composition.hasSeveralAnswers
    let counts = population.groups.map { composition.seats(of: $0.name) }
    let seats = isWhole ? counts.reduce(0, +) : composition.known
    self.tier = tier
    self.tables = tables
    self.composition = composition
    self.seats = seats
    let shares = population.groups.map(\.share)
    dissimilarity = isWhole ? Insights.dissimilarity(of: counts, from: shares) : nil
    expectedDissimilarity =
      isWhole ? Insights.expectedDissimilarity(ofSeats: seats, from: shares) : nil
    groups = zip(population.groups, counts).map { group, count in
      let share = seats > 0 ? Double(count) / Double(seats) : nil
      let ratio = group.share > 0 ? share.map { $0 / group.share } : nil
      return TierParity.GroupShare(
        group: group.name, seats: count, share: share, benchmark: group.share, ratio: ratio,
        band: ratio.map(ParityBand.init(ratio:)))
    }
  }
}
