import SystemMaps

/// Which bands may be shown together to someone who knows who sits where.
///
/// All tables, tiers, columns and populations of one result are one publication: what two
/// populations say of a table, or two tables of their common members, is put together before
/// anything is shown. What silence itself tells someone who knows this rule is not audited, here as
/// in other complementary suppression.
struct BandDisclosure {
  /// Whether the bands of each comparison may be shown.
  let comparisons: [Bool]
  /// Whether the bands of each tier of each parity may be shown.
  let tiers: [[Bool]]
  /// Whether it may be said if parity falls from tier to tier.
  let trends: [Bool]

  /// Bands are told in the order of their worth: the default comparisons from the top tier down,
  /// then the tiers, then the other comparisons, and last how parity changes with the tier.
  init(of inclusion: Inclusion, in map: SystemMap, audit: DisclosureAudit = DisclosureAudit()) {
    let seats = SeatCounts(of: inclusion, in: map)
    var publication = Publication(
      of: seats.hidden, keeping: seats.secrets, known: seats.known, audit: audit)
    var comparisons = inclusion.comparisons.map { _ in false }
    func tell(_ isTold: (TableComparison) -> Bool) {
      let told = inclusion.comparisons.enumerated().filter { isTold($0.element) }.sorted {
        let tiers = [$0, $1].map { map[$0.element.table]?.table.tier ?? .max }
        return (tiers[0], $0.offset) < (tiers[1], $1.offset)
      }
      for (place, comparison) in told where comparison.seats >= TableComparison.fewestSeats {
        comparisons[place] = publication.tell(seats.facts(of: comparison))
      }
    }
    tell(\.isDefault)
    tiers = inclusion.tiers.map { parity in
      parity.tiers.map { tier in
        tier.seats >= TableComparison.fewestSeats
          && publication.tell(seats.facts(of: tier, against: parity.population))
      }
    }
    tell { !$0.isDefault }
    self.comparisons = comparisons
    trends = inclusion.tiers.map { parity in
      parity.claim(in: seats).map { publication.tell($0) } ?? false
    }
  }
}

extension SeatCounts {
  /// What the bands of a table tell.
  func facts(of comparison: TableComparison) -> [HiddenCounts.Fact] {
    comparison.groups.flatMap { group -> [HiddenCounts.Fact] in
      let held = sum(group.group, of: comparison.attribute, at: [comparison.table])
      guard case .memberList(let list) = comparison.population.kind else {
        return [fact(of: held, band: group.band, expected: group.expected, n: comparison.seats)]
      }
      let members = sum(group.group, of: comparison.attribute, at: [list])
      return [HiddenCounts.Fact(members, from: 1)]
        + facts(
          of: held, among: comparison.seats, band: group.band, listed: members,
          on: comparison.population.groups.reduce(0) { $0 + ($1.members ?? 0) })
    }
  }

  /// What the bands of a tier tell.
  func facts(
    of tier: TierParity.Tier, against population: BenchmarkPopulation
  ) -> [HiddenCounts.Fact] {
    tier.groups.map { group in
      fact(
        of: sum(group.group, of: population.attribute, at: tier.tables), band: group.band,
        expected: Double(tier.seats) * group.benchmark, n: tier.seats)
    }
  }

  /// Which counts have a band beside a share that everybody knows.
  private func fact(
    of held: CountSum, band: ParityBand?, expected: Double, n: Int
  ) -> HiddenCounts.Fact {
    let possible = (0...max(0, n)).filter { count in
      guard expected > 0 else { return band == .above ? count > 0 : count == 0 }
      return band.map { ParityBand(ratio: Double(count) / expected) == $0 } ?? true
    }
    return HiddenCounts.Fact(held, from: possible.first, through: possible.last)
  }

  /// Which counts have a band beside the share of a list whose own counts are hidden too:
  /// *x*/*n* below, within or above 4/5 and 6/5 of *m*/*M*, in whole numbers.
  private func facts(
    of held: CountSum, among n: Int, band: ParityBand?, listed members: CountSum, on list: Int
  ) -> [HiddenCounts.Fact] {
    let low = 5 * list * held + (-4 * n) * members
    let high = 5 * list * held + (-6 * n) * members
    switch band {
    case .below: return [HiddenCounts.Fact(low, through: -1)]
    case .near: return [HiddenCounts.Fact(low, from: 0), HiddenCounts.Fact(high, through: 0)]
    case .above: return [HiddenCounts.Fact(high, from: 1)]
    case nil: return []
    }
  }
}

extension TierParity {
  /// Whether ``worsensUpward`` would be the same if some counts changed; `nil` where it is not known.
  fileprivate func claim(in seats: SeatCounts) -> Publication.Claim? {
    guard let worsens = worsensUpward else { return nil }
    let shares = population.groups.map(\.share)
    let steps = tiers.compactMap { tier in
      tier.expectedDissimilarity.map { fair in
        Step(
          held: population.groups.map {
            seats.sum($0.name, of: population.attribute, at: tier.tables)
          }, of: seats.hidden, fair: fair)
      }
    }
    return { changes in
      Self.worsensUpward(
        steps.compactMap { step in
          dissimilarity(of: step.counts(after: changes), from: shares).map { $0 - step.fair }
        }) == worsens
    }
  }

  /// The seats of each group at one tier.
  private struct Step {
    private let counts: [Int]
    private var factors: [Int: [(group: Int, factor: Int)]] = [:]
    let fair: Double

    init(held: [CountSum], of hidden: HiddenCounts, fair: Double) {
      counts = held.map { $0.value(of: hidden.values) }
      for (group, sum) in held.enumerated() {
        for term in sum.terms { factors[term.count, default: []].append((group, term.factor)) }
      }
      self.fair = fair
    }

    func counts(after changes: [CountChange]) -> [Int] {
      var counts = counts
      for change in changes {
        for (group, factor) in factors[change.count] ?? [] { counts[group] += factor * change.by }
      }
      return counts
    }
  }
}
