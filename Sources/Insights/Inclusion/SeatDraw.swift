import Graphs

/// What a draw of a table's seats from a population would give.
struct SeatDraw: Hashable {
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

  /// The population as the test of all groups together takes it.
  var testPopulation: ExactTest.Population {
    population.listSize == nil
      ? .shares(population.groups.map(\.share))
      : .list(population.groups.map { $0.members ?? 0 })
  }
}

extension [TableComparison] {
  /// The comparisons with the test of all groups together, where there is one.
  ///
  /// Tables with as many seats are tested against one population at once.
  func withWholeTables(seed: UInt64) -> [TableComparison] {
    var draws: [SeatDraw] = []
    var places: [SeatDraw: [Int]] = [:]
    for (place, comparison) in enumerated() where comparison.allowsWholeTable {
      let draw = SeatDraw(population: comparison.population, seats: comparison.seats)
      if places[draw] == nil { draws.append(draw) }
      places[draw, default: []].append(place)
    }
    let work = draws.map { (draw: $0, places: places[$0] ?? []) }
    let tests = chunkedResults(count: work.count, concurrently: work.count > 1) { number in
      ExactTest.tests(
        of: work[number].places.map { self[$0].groups.map(\.seats) },
        population: work[number].draw.testPopulation, seed: seed)
    }
    var tested = self
    for (part, tests) in zip(work, tests) {
      for (place, test) in zip(part.places, tests) { tested[place].wholeTable = test }
    }
    return tested
  }
}

extension TableComparison {
  /// Whether all groups can be tested together.
  fileprivate var allowsWholeTable: Bool { judgement == .tested && compositionReason == nil }
}
