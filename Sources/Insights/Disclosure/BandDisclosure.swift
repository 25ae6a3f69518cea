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

  init(of inclusion: Inclusion, in map: SystemMap, audit: DisclosureAudit = DisclosureAudit()) {
    let seats = SeatCounts(of: inclusion, in: map)
    let compared = inclusion.comparisons.map { comparison in
      Suppression.Statement(
        forms: comparison.seats < TableComparison.fewestSeats ? [] : [seats.facts(of: comparison)],
        worth: comparison.isDefault ? 100 - min(map[comparison.table]?.table.tier ?? 40, 40) : 0)
    }
    let places = inclusion.tiers.flatMap { parity in
      parity.tiers.map { (parity: parity, tier: $0) }
    }
    let tiered = places.map { place in
      Suppression.Statement(
        forms: place.tier.seats < TableComparison.fewestSeats
          ? [] : [seats.facts(of: place.tier, against: place.parity.population)],
        worth: 50)
    }
    let statements = compared + tiered
    let suppression = Suppression(
      of: statements, about: seats.hidden, known: seats.known, keeping: seats.secrets,
      audit: audit)
    let isShown = suppression.forms.map { $0 != nil }
    comparisons = Array(isShown.prefix(compared.count))
    var rest = isShown.dropFirst(compared.count)
    tiers = inclusion.tiers.map { parity in
      defer { rest = rest.dropFirst(parity.tiers.count) }
      return Array(rest.prefix(parity.tiers.count))
    }

    var facts = seats.known
    for (statement, form) in zip(statements, suppression.forms) {
      facts += form.map { statement.forms[$0] } ?? []
    }
    let anyway = Set(suppression.knownAnyway)
    let kept = seats.secrets.enumerated().filter { !anyway.contains($0.offset) }.map(\.element)
    var told: [([Int]) -> Bool] = []
    var trends: [Bool] = []
    for parity in inclusion.tiers {
      guard let worsens = parity.worsensUpward else {
        trends.append(false)
        continue
      }
      let change = parity.worsensUpward(in: seats)
      let candidate = told + [{ change($0) == worsens }]
      let exposed = audit.exposed(kept, of: seats.hidden, knowing: facts) { counts in
        candidate.allSatisfy { $0(counts) }
      }
      trends.append(exposed.isEmpty)
      if exposed.isEmpty { told = candidate }
    }
    self.trends = trends
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
  /// What ``worsensUpward`` would be if the counts were others.
  fileprivate func worsensUpward(in seats: SeatCounts) -> ([Int]) -> Bool? {
    let shares = population.groups.map(\.share)
    let steps = tiers.compactMap { tier in
      tier.expectedDissimilarity.map { fair in
        (
          held: population.groups.map {
            seats.sum($0.name, of: population.attribute, at: tier.tables)
          }, fair: fair
        )
      }
    }
    return { counts in
      Self.worsensUpward(
        steps.compactMap { step in
          dissimilarity(of: step.held.map { $0.value(of: counts) }, from: shares)
            .map { $0 - step.fair }
        })
    }
  }
}
