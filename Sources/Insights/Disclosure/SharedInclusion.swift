public import SystemMaps

extension Inclusion {
  /// What an audience may see of who sits where.
  ///
  /// The team sees figures. Members and the public see bands, unless the map records a
  /// `Consent: counts` that holds: see `Settings.consent(to:)`. Figures of a small table give single
  /// people's answers away, and so would an interval, a ratio or a p-value, so the whole row holds
  /// none. All bands that are shown are audited together (``DisclosureAudit``), and those from which
  /// a number below the privacy threshold could be worked out are withheld. People whose names may
  /// not go so far are not listed among those at several tables.
  public func shared(with audience: Audience, for map: SystemMap) -> SharedInclusion {
    let consent = audience == .team ? Consent.absent : map.settings.consent(to: .counts)
    let showsFigures = audience == .team || consent.note != nil
    let bands = showsFigures ? nil : BandDisclosure(of: self, in: map)
    let named = severalTables.filter { entry in
      map[entry.element].map { map.mayName($0, to: audience) } ?? false
    }
    return SharedInclusion(
      audience: audience,
      consent: consent.note,
      comparisons: comparisons.enumerated().map { place, comparison in
        SharedComparison(comparison, showsBands: bands?.comparisons[place])
      },
      tiers: tiers.enumerated().map { place, parity in
        bands.map { SharedTierParity(parity, showing: $0.tiers[place], trend: $0.trends[place]) }
          ?? SharedTierParity(figuresOf: parity)
      },
      concentration: SeatConcentration.byTier(of: map, for: audience).map { tier in
        tier.naming { map[$0].map { map.mayName($0, to: audience) } ?? false }
      },
      severalTables: named,
      findings: map.shared(findings, with: audience)
        + [consent.finding(about: .counts)].compactMap(\.self),
      seed: seed)
  }
}

/// Who sits where, as an audience may see it.
public struct SharedInclusion: Sendable, Hashable {
  /// Who may see it.
  public let audience: Audience
  /// The note of the consent by which figures are shown below the team.
  public let consent: String?
  /// Every table against every population, attribute by attribute.
  public let comparisons: [SharedComparison]
  /// The seats of each tier together.
  public let tiers: [SharedTierParity]
  /// Which organizations hold how many seats at each tier.
  public let concentration: [SeatConcentration]
  /// People and organizations at several tables whom the audience may see by name.
  public let severalTables: [SeveralTables]
  /// What could not be compared, and why.
  public let findings: [Finding]
  /// The seed of the tests that draw at random.
  public let seed: UInt64
}

/// One table against one population, as an audience may see it.
public struct SharedComparison: Sendable, Hashable {
  /// What is shown of the seats.
  public enum Form: Sendable, Hashable {
    /// Everything.
    case figures(TableComparison)
    /// Bands alone: no number of seats, interval, ratio or p-value.
    case bands([GroupBand])
    /// Nothing, and why.
    case withheld(reason: String)
  }

  /// The table.
  public let table: ElementID
  /// The population.
  public let population: BenchmarkPopulation
  /// Whether it is the population that this table is compared with by default.
  public let isDefault: Bool
  /// What is shown of the seats.
  public let form: Form
  /// The comparison as one plain sentence.
  public let sentence: String

  /// - Parameter showsBands: Whether the audit lets bands be shown; `nil` where figures are.
  init(_ comparison: TableComparison, showsBands: Bool?) {
    table = comparison.table
    isDefault = comparison.isDefault
    guard let showsBands else {
      population = comparison.population
      form = .figures(comparison)
      sentence = comparison.sentence
      return
    }
    population = comparison.population.withoutMembers
    let row = BandedRow(
      groups: comparison.groups.map { GroupBand(group: $0.group, band: $0.band) },
      seats: comparison.seats, mayBeShown: showsBands, population: comparison.population)
    form = row.form
    sentence = row.sentence
  }
}

/// A group's band at one table.
public struct GroupBand: Sendable, Hashable {
  /// The group.
  public let group: String
  /// Its band; `nil` where nothing can be said.
  public let band: ParityBand?
}

/// The tiers against one population, as an audience may see them.
public struct SharedTierParity: Sendable, Hashable {
  /// What is shown of the tiers.
  public enum Form: Sendable, Hashable {
    /// Everything.
    case figures(TierParity)
    /// Bands alone, tier by tier.
    case bands([Tier])
  }

  /// A tier without figures.
  public struct Tier: Sendable, Hashable {
    /// The tier; 1 is the top.
    public let tier: Int
    /// Its tables.
    public let tables: [ElementID]
    /// What is shown of its seats.
    public let form: SharedComparison.Form
  }

  /// The population.
  public let population: BenchmarkPopulation
  /// What is shown of the tiers.
  public let form: Form
  /// The tiers as a sentence; `nil` where two of them cannot be compared.
  public let sentence: String?

  init(figuresOf parity: TierParity) {
    population = parity.population
    form = .figures(parity)
    sentence = parity.sentence
  }

  /// Without figures.
  ///
  /// - Parameters:
  ///   - isShown: Of each tier, whether the audit lets its bands be shown.
  ///   - showsTrend: Whether it lets be said how parity changes with the tier.
  init(_ parity: TierParity, showing isShown: [Bool], trend showsTrend: Bool) {
    population = parity.population.withoutMembers
    sentence = showsTrend ? parity.sentenceWithoutFigures : nil
    form = .bands(
      zip(parity.tiers, isShown).map { tier, isShown in
        let row = BandedRow(
          groups: tier.groups.map { GroupBand(group: $0.group, band: $0.band) },
          seats: tier.seats, mayBeShown: isShown, population: parity.population)
        return Tier(tier: tier.tier, tables: tier.tables, form: row.form)
      })
  }
}

extension BenchmarkPopulation {
  /// The population as those may see it who may not see counts: a member list without its groups.
  fileprivate var withoutMembers: BenchmarkPopulation {
    guard case .memberList = kind else { return self }
    return BenchmarkPopulation(
      name: name, kind: kind, attribute: attribute, groups: [], source: source, date: date)
  }
}

/// A table's or tier's row without figures.
private struct BandedRow {
  let form: SharedComparison.Form
  let sentence: String

  init(groups: [GroupBand], seats: Int, mayBeShown: Bool, population: BenchmarkPopulation) {
    let doubt =
      seats < TableComparison.fewestSeats
      ? "too few seats to judge"
      : mayBeShown
        ? nil : "beside what else is known, even broad bands would give single answers away"
    if let doubt {
      form = .withheld(reason: doubt)
      sentence = "Not shown: \(doubt)."
      return
    }
    form = .bands(groups)
    let words = ParityBand.allCases.compactMap { band -> String? in
      let names = groups.filter { $0.band == band }.map(\.group)
      return names.isEmpty ? nil : "\(band.words): \(ChanceWords.list(names))"
    }
    sentence =
      "Beside \(population.citation): \(words.joined(separator: "; ")). Broad bands, which prove "
      + "nothing."
  }
}
