/// What a draw of a table's seats from a population would give.
struct SeatDraw {
  let population: BenchmarkPopulation
  let seats: Int

  /// The distribution behind the p-values.
  var test: TableComparison.Test { population.listSize == nil ? .multinomial : .hypergeometric }

  /// Whether there are as many members to draw as seats.
  var isPossible: Bool { population.listSize.map { seats <= $0 } ?? true }

  /// The seats that a group gets.
  func distribution(ofGroup group: Int) -> any CountDistribution {
    guard let listSize = population.listSize else {
      return Binomial(trials: seats, probability: population.groups[group].share)
    }
    return Hypergeometric(
      population: listSize, marked: population.groups[group].members ?? 0, draws: seats)
  }

  /// How probable the seats of all groups together are.
  func wholeTable(counts: [Int], seed: UInt64) -> ExactTest? {
    ExactTest(
      counts: counts,
      population: population.listSize == nil
        ? .shares(population.groups.map(\.share))
        : .list(population.groups.map { $0.members ?? 0 }),
      seed: seed)
  }
}
