import SystemMaps

extension TableComparison {
  /// Compares a table with a population; the test of all groups together comes later, with those of
  /// the tables that have as many seats.
  ///
  /// - Parameter reasonAgainstDraw: Why its seats cannot be drawn from the population, if it is a
  ///   list.
  init(
    table: ElementID, composition: SeatComposition, population: BenchmarkPopulation,
    isDefault: Bool, reasonAgainstDraw: String?
  ) {
    self.table = table
    self.population = population
    self.isDefault = isDefault
    self.composition = composition
    let isWhole = population.isComplete && !composition.hasSeveralAnswers
    let listed = population.groups.map(\.name.groupKey)
    unlisted = composition.groups.filter { !listed.contains($0.key) && $0.seats > 0 }
    let counts = listed.map { composition.seats(ofKey: $0) }
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
    } else if test == .hypergeometric, let reasonAgainstDraw {
      judgement = .untested(reason: reasonAgainstDraw)
    } else if !draw.isPossible {
      judgement = .untested(reason: "there are more seats than members on the list")
    } else {
      judgement = .tested
    }
    let isTested = judgement == .tested
    let shares = population.groups.map(\.share)
    wholeTable = nil
    dissimilarity = isWhole ? Insights.dissimilarity(of: counts, from: shares) : nil
    diversity = isWhole ? Diversity(of: counts) : nil
    kullbackLeibler = isWhole ? Insights.kullbackLeibler(of: counts, from: shares) : nil
    jensenShannon = isWhole ? Insights.jensenShannon(of: counts, from: shares) : nil
    groups =
      GroupFigures(
        counts: counts, population: population, seats: seats, composition: composition,
        draw: isTested ? draw : nil, isWhole: isWhole && seats > 0
      ).comparisons
  }
}

/// The figures of every group of a table, which need each other.
private struct GroupFigures {
  let counts: [Int]
  let population: BenchmarkPopulation
  let seats: Int
  let composition: SeatComposition
  /// The draw that the seats are tested against; `nil` where they are not.
  let draw: SeatDraw?
  /// Whether the groups are the whole population, once each, and hold a seat together.
  let isWhole: Bool

  private var shares: [Double] { population.groups.map(\.share) }

  private var ratios: [Double?] {
    zip(counts, shares).map { count, share in
      seats > 0 && share > 0 ? Double(count) / Double(seats) / share : nil
    }
  }

  var comparisons: [GroupComparison] {
    let ratios = self.ratios
    let comparators = zip(ratios, shares).compactMap { ratio, share in
      Double(seats) * share >= 2 ? ratio : nil
    }
    let largestRatio = isWhole ? comparators.max() : nil
    let draws = draw.map { draw in counts.indices.map(draw.distribution(ofGroup:)) }
    let values = draws.map { draws in zip(draws, counts).map { $0.twoSided($1) } }
    let adjusted = values.map(holmAdjusted)
    let cells = population.groups.map(\.name.groupKey.crossedParts)
    let shares = self.shares
    let webster = isWhole ? Apportionment.webster.seats(seats, among: shares) : nil
    let hamilton = isWhole ? Apportionment.hamilton.seats(seats, among: shares) : nil
    return counts.indices.map { group in
      let count = counts[group]
      let share = shares[group]
      let expected = Double(seats) * share
      return GroupComparison(
        group: population.groups[group].name,
        seats: count,
        allSeats: seats,
        share: seats > 0 ? Double(count) / Double(seats) : nil,
        benchmark: share,
        expected: expected,
        seatGap: Double(count) - expected,
        ratio: ratios[group],
        shareBounds: shareBounds(of: count),
        fourFifths: largestRatio.flatMap { largest in
          largest > 0 ? ratios[group].map { $0 / largest } : nil
        },
        p: values?[group],
        pHolm: adjusted?[group],
        pOneSided: draws.map { draws in
          Double(count) < expected
            ? draws[group].lowerTail(count) : draws[group].upperTail(count)
        },
        webster: webster?[group],
        hamilton: hamilton?[group],
        seatsToAdd: seatsToAdd(for: group, threshold: 1),
        seatsToAddForNear: seatsToAdd(for: group, threshold: 0.8),
        marginRatio: marginRatio(of: group, among: cells))
    }
  }

  /// The share if none, or all, of the seats of which nothing is known were the group's.
  private func shareBounds(of count: Int) -> ClosedRange<Double>? {
    let open = composition.unknown + composition.preferNotToSay
    let all = Double(seats + open)
    guard all > 0 else { return nil }
    return Double(count) / all...Double(count + open) / all
  }

  private func seatsToAdd(for group: Int, threshold: Double) -> Int? {
    guard seats > 0 else { return nil }
    return Insights.seatsToAdd(
      held: counts[group], of: seats, share: shares[group], threshold: threshold)
  }

  private func marginRatio(of group: Int, among cells: [[String]]) -> Double? {
    let parts = cells[group]
    guard parts.count == 2, isWhole, shares[group] > 0 else { return nil }
    let margins = parts.indices.map { column in
      let held = zip(cells, counts).reduce(0) { sum, cell in
        column < cell.0.count && cell.0[column] == parts[column] ? sum + cell.1 : sum
      }
      return Double(held) / Double(seats)
    }
    return margins[0] * margins[1] / shares[group]
  }
}
