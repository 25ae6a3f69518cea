public import SystemMaps

extension Inclusion {
  /// What an audience may see of who sits where.
  ///
  /// The team sees figures. Members and the public see bands, unless the map records a
  /// `Consent: counts` that holds. It needs a note; and if the note speaks of an end, that is a day
  /// that can be read and is not before the map's own. In doubt bands are shown: figures of a small table give single people's answers away, and so would an
  /// interval, a ratio or a p-value, so the whole row holds none. A table of which even the bands
  /// would give a number above 0 away, together with its known size, is withheld. People whose
  /// names may not go so far are not listed among those at several tables.
  public func shared(with audience: Audience, for map: SystemMap) -> SharedInclusion {
    var findings = map.shared(findings, with: audience)
    var consent = audience == .team ? nil : map.settings.consents[.counts]
    if let note = consent, let doubt = Self.doubt(ofConsent: note, on: map.settings.date) {
      consent = nil
      findings.append(doubt)
    }
    let showsFigures = audience == .team || consent != nil
    let named = severalTables.filter { entry in
      map[entry.element].map { map.mayName($0, to: audience) } ?? false
    }
    return SharedInclusion(
      audience: audience,
      consent: consent,
      comparisons: comparisons.map { SharedComparison($0, showsFigures: showsFigures) },
      tiers: tiers.map { SharedTierParity($0, showsFigures: showsFigures) },
      concentration: concentration.map { tier in
        tier.naming { map[$0].map { map.mayName($0, to: audience) } ?? false }
      },
      severalTables: named,
      unnamedAtSeveralTables: severalTables.count - named.count,
      findings: findings,
      seed: seed)
  }

  /// Words that speak of the end of a consent.
  private static let endWords: Set<Substring> = [
    "until", "till", "til", "to", "through", "thru", "end", "ends", "ending", "ended", "expire",
    "expires", "expiring", "expired", "expiry", "expiration",
  ]

  /// Why a consent does not hold, and what to do; `nil` if it holds.
  ///
  /// Every word of ``endWords`` must have a day after it, with "on" between them or not; a day right
  /// after a day is the end of a span. The first end counts.
  private static func doubt(ofConsent note: String, on day: CalendarDate?) -> Finding? {
    let words = note.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "-") }
      .filter { $0 != "on" && $0.contains { $0 != "-" } }
    guard !words.isEmpty else {
      return Finding(
        .warning, "the consent to show counts has no note",
        expected: "bands are shown; write in its note who agreed, and until when")
    }
    var ends: [CalendarDate] = []
    for (place, word) in words.enumerated() {
      let next = words.dropFirst(place + 1).first.flatMap { CalendarDate($0) }
      if endWords.contains(word) {
        guard let next else {
          return Finding(
            .warning, "the consent to show counts has “\(word)” without a day that can be read",
            expected: "bands are shown; write the end as “until YYYY-MM-DD”, or leave the word out")
        }
        ends.append(next)
      } else if let next, CalendarDate(word) != nil {
        ends.append(next)
      }
    }
    guard let end = ends.min() else { return nil }
    guard let day else {
      return Finding(
        .warning, "the consent to show counts ends on \(end), and the map has no Date",
        expected: "bands are shown; add the map's Date to its settings")
    }
    guard end < day else { return nil }
    return Finding(
      .warning, "the consent to show counts ended on \(end)",
      expected: "bands are shown; ask again, and write the new end in its note")
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
  /// How many more there are.
  public let unnamedAtSeveralTables: Int
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

  init(_ comparison: TableComparison, showsFigures: Bool) {
    table = comparison.table
    isDefault = comparison.isDefault
    if showsFigures {
      population = comparison.population
      form = .figures(comparison)
      sentence = comparison.sentence
      return
    }
    population = comparison.population.withoutMembers
    let row = BandedRow(
      groups: comparison.groups.map { ($0.group, $0.seats, $0.expected, $0.band) },
      seats: comparison.seats, isWhole: comparison.dissimilarity != nil,
      population: comparison.population)
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

  init(_ parity: TierParity, showsFigures: Bool) {
    if showsFigures {
      population = parity.population
      form = .figures(parity)
      sentence = parity.sentence
      return
    }
    population = parity.population.withoutMembers
    sentence = parity.sentenceWithoutFigures
    form = .bands(
      parity.tiers.map { tier in
        let row = BandedRow(
          groups: tier.groups.map {
            ($0.group, $0.seats, Double(tier.seats) * $0.benchmark, $0.band)
          },
          seats: tier.seats, isWhole: tier.dissimilarity != nil, population: parity.population)
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

  init(
    groups: [(name: String, seats: Int, expected: Double, band: ParityBand?)], seats: Int,
    isWhole: Bool, population: BenchmarkPopulation
  ) {
    if seats < TableComparison.fewestSeats {
      let reason = "too few seats to judge"
      form = .withheld(reason: reason)
      sentence = "Not shown: \(reason)."
    } else if Self.givesACountAway(
      groups.map { (expected: $0.expected, band: $0.band) }, seats: seats, isWhole: isWhole)
    {
      let reason = "with so few seats, even broad bands would give single answers away"
      form = .withheld(reason: reason)
      sentence = "Not shown: \(reason)."
    } else {
      form = .bands(groups.map { GroupBand(group: $0.name, band: $0.band) })
      let words = ParityBand.allCases.compactMap { band -> String? in
        let names = groups.filter { $0.band == band }.map(\.name)
        return names.isEmpty ? nil : "\(band.words): \(ChanceWords.list(names))"
      }
      sentence =
        "Beside \(population.citation): \(words.joined(separator: "; ")). Broad bands, which prove "
        + "nothing."
    }
  }

  /// Whether someone who knows the bands and the number of seats can compute a number above 0.
  private static func givesACountAway(
    _ groups: [(expected: Double, band: ParityBand?)], seats: Int, isWhole: Bool
  ) -> Bool {
    let ranges = groups.map { group -> ClosedRange<Int> in
      let possible = (0...seats).filter { count in
        guard group.expected > 0 else {
          return group.band == .above ? count > 0 : count == 0
        }
        return group.band.map { ParityBand(ratio: Double(count) / group.expected) == $0 } ?? true
      }
      guard let fewest = possible.first, let most = possible.last else { return 0...seats }
      return fewest...most
    }
    let fewest = ranges.reduce(0) { $0 + $1.lowerBound }
    let most = ranges.reduce(0) { $0 + $1.upperBound }
    return ranges.contains { range in
      guard isWhole else { return range.count == 1 && range.lowerBound > 0 }
      let low = max(range.lowerBound, seats - (most - range.upperBound))
      let high = min(range.upperBound, seats - (fewest - range.lowerBound))
      return low == high && low > 0
    }
  }
}
