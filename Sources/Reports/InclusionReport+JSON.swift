import Graphs
import Insights
import SystemMaps

extension InclusionReport {
  /// The report as JSON.
  ///
  /// Figures stand under `groups` of each table; where the audience sees bands alone, every figure
  /// is absent and the group has a `band`; a table that is withheld has `"suppressed": true`.
  public var json: JSONValue {
    [
      "map": [
        "title": JSONValue(map.settings.title), "date": JSONValue(map.settings.date?.description),
      ],
      "share": .string(inclusion.audience.rawValue),
      "consent": JSONValue(inclusion.consent),
      "tables": .array(tables),
      "tiers": .array(inclusion.tiers.map(json(of:))),
      "between_tables": .array(mixing.map(json(of:))),
      "seats_held": .array(inclusion.concentration.map(json(of:))),
      "several_tables": .array(
        inclusion.severalTables.map { entry in
          [
            "id": .string(entry.element.text), "label": .string(label(of: entry.element)),
            "tables": .array(entry.tables.map { .string(label(of: $0)) }),
            "seats": .integer(entry.seats),
          ]
        }),
      "voice": voiceJSON,
      "power": power.json,
      "findings": .findings(inclusion.findings + voice.findings),
      "seed": .integer(Int(clamping: inclusion.seed)),
    ]
  }

  private var tables: [JSONValue] {
    let comparisons = inclusion.comparisons
    return chunkedResults(count: comparisons.count, concurrently: comparisons.count > 16) {
      json(of: comparisons[$0])
    }
  }

  private func json(of comparison: SharedComparison) -> JSONValue {
    var object: [String: JSONValue] = [
      "table": .string(label(of: comparison.table)), "id": .string(comparison.table.text),
      "attribute": .string(comparison.population.attribute.text),
      "population": .string(comparison.population.name),
      "source": JSONValue(comparison.population.source),
      "date": JSONValue(comparison.population.date),
      "default": .bool(comparison.isDefault), "sentence": .string(comparison.sentence),
    ]
    switch comparison.form {
    case .figures(let figures): object.merge(json(of: figures)) { _, new in new }
    case .bands(let bands): object["groups"] = json(of: bands)
    case .withheld(let reason):
      object["suppressed"] = true
      object["reason"] = .string(reason)
      object["groups"] = nil as JSONValue
    }
    return .object(object)
  }

  private func json(of figures: TableComparison) -> [String: JSONValue] {
    var method: JSONValue = "exact"
    if case .drawn(let replicates, _) = figures.wholeTable?.method {
      method = ["random_draws": .integer(replicates)]
    }
    var reason = figures.compositionReason
    if case .untested(let why) = figures.judgement { reason = why }
    if figures.judgement == .tooFewSeats { reason = "too few seats to judge" }
    return [
      "n": .integer(figures.seats), "seats": .integer(figures.composition.seats),
      "unknown": .integer(figures.composition.unknown),
      "prefer_not_to_say": .integer(figures.composition.preferNotToSay),
      "p_\(figures.test.rawValue)": JSONValue(figures.wholeTable?.p),
      "p_method": figures.wholeTable == nil ? nil : method,
      "tests": .integer(figures.testCount), "reason": JSONValue(reason),
      "anonymous_counts": .bool(figures.composition.basis == .anonymousCounts),
      "population_size": JSONValue(figures.population.listSize),
      "dissimilarity": JSONValue(figures.dissimilarity),
      "jensen_shannon": JSONValue(figures.jensenShannon),
      "kullback_leibler": JSONValue(figures.kullbackLeibler),
      "diversity": json(of: figures.diversity),
      "unlisted": .array(
        figures.unlisted.map { ["group": .string($0.group), "seats": .integer($0.seats)] }),
      "groups": .array(figures.groups.map { json(of: $0, test: figures.test) }),
    ]
  }

  private func json(of group: GroupComparison, test: TableComparison.Test) -> JSONValue {
    var object: [String: JSONValue] = [
      "group": .string(group.group), "seats": .integer(group.seats),
      "share": JSONValue(group.share), "benchmark": JSONValue(group.benchmark),
      "expected": JSONValue(group.expected), "seat_gap": JSONValue(group.seatGap),
      "parity_gap": JSONValue(group.parityGap), "ratio": JSONValue(group.ratio),
      "share_bounds": group.shareBounds.map {
        [JSONValue($0.lowerBound), JSONValue($0.upperBound)]
      } ?? nil,
      "wilson": json(of: group.wilson), "clopper_pearson": json(of: group.clopperPearson),
      "four_fifths": JSONValue(group.fourFifths),
      (test == .hypergeometric ? "p_hypergeometric" : "p_binomial"): JSONValue(group.p),
      "p_holm": JSONValue(group.pHolm), "p_one_sided": JSONValue(group.pOneSided),
      "webster": JSONValue(group.webster), "hamilton": JSONValue(group.hamilton),
      "seats_to_swap": JSONValue(group.seatsToSwap), "seats_to_add": JSONValue(group.seatsToAdd),
      "seats_to_add_near": JSONValue(group.seatsToAddForNear),
    ]
    if let ratio = group.marginRatio { object["margin_ratio"] = .number(ratio) }
    return .object(object)
  }

  private func json(of diversity: Diversity?) -> JSONValue {
    guard let diversity else { return nil }
    return [
      "blau": .number(diversity.blau), "blau_normalized": JSONValue(diversity.blauNormalized),
      "blau_unbiased": JSONValue(diversity.blauUnbiased), "shannon": .number(diversity.shannon),
      "evenness": JSONValue(diversity.evenness),
      "effective_groups": .number(diversity.effectiveGroups),
    ]
  }

  private func json(of mixing: TableMixing) -> JSONValue {
    [
      "attribute": .string(mixing.attribute.text), "tables": .integer(mixing.tables.count),
      "seats": .integer(mixing.seats), "theil_h": .number(mixing.theilH),
      "theil_h_expected": .number(mixing.expectedTheilH),
      "dissimilarity": .number(mixing.dissimilarity),
      "dissimilarity_expected": .number(mixing.expectedDissimilarity), "p": .number(mixing.p),
      "deals": .integer(mixing.deals), "sentence": .string(mixing.sentence),
    ]
  }

  private func json(of interval: ConfidenceInterval?) -> JSONValue {
    interval.map { [JSONValue($0.lower), JSONValue($0.upper)] } ?? nil
  }

  private func json(of bands: [GroupBand]) -> JSONValue {
    .array(
      bands.map { ["group": .string($0.group), "band": JSONValue($0.band?.rawValue)] })
  }

  private func json(of parity: SharedTierParity) -> JSONValue {
    let tiers: [JSONValue] =
      switch parity.form {
      case .figures(let figures):
        figures.tiers.map { tier in
          [
            "tier": .integer(tier.tier), "n": .integer(tier.seats),
            "tables": .integer(tier.tables.count),
            "unknown": .integer(tier.composition.unknown),
            "prefer_not_to_say": .integer(tier.composition.preferNotToSay),
            "dissimilarity": JSONValue(tier.dissimilarity),
            "dissimilarity_expected": JSONValue(tier.expectedDissimilarity),
            "groups": .array(
              tier.groups.map {
                [
                  "group": .string($0.group), "seats": .integer($0.seats),
                  "share": JSONValue($0.share), "ratio": JSONValue($0.ratio),
                ]
              }),
          ]
        }
      case .bands(let tiers):
        tiers.map { tier in
          var object: [String: JSONValue] = [
            "tier": .integer(tier.tier), "tables": .integer(tier.tables.count),
          ]
          switch tier.form {
          case .bands(let bands): object["groups"] = json(of: bands)
          case .figures, .withheld: object["suppressed"] = true
          }
          return .object(object)
        }
      }
    return [
      "attribute": .string(parity.population.attribute.text),
      "population": .string(parity.population.name), "tiers": .array(tiers),
      "sentence": JSONValue(parity.sentence),
    ]
  }

  private func json(of concentration: SeatConcentration) -> JSONValue {
    [
      "tier": JSONValue(concentration.tier), "seats": .integer(concentration.seats),
      "without_organization": .integer(concentration.seatsWithoutOrganization),
      "gini": JSONValue(concentration.gini),
      "organizations": .array(
        concentration.holdings.map {
          [
            "id": .string($0.organization.text), "label": .string(label(of: $0.organization)),
            "seats": .integer($0.seats), "share": JSONValue($0.share),
          ]
        }),
      "sentence": JSONValue(concentration.sentence),
    ]
  }
}
