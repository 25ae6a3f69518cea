import Graphs
public import Insights
public import SystemMaps

/// Who sits at the tables, ready to print: as JSON and as lines of text.
public struct InclusionReport: Sendable {
  /// What the audience may see.
  public let inclusion: SharedInclusion
  /// The map that it is of.
  public let map: SystemMap

  /// Prepares the report of what an audience may see.
  ///
  /// - Parameters:
  ///   - inclusion: The comparison of seats with benchmarks.
  ///   - map: The map that it was made of.
  ///   - audience: Who will read it.
  public init(_ inclusion: Inclusion, of map: SystemMap, for audience: Audience) {
    self.inclusion = inclusion.shared(with: audience, for: map)
    self.map = map
  }

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
      "tables": .array(inclusion.comparisons.map(json(of:))),
      "tiers": .array(inclusion.tiers.map(json(of:))),
      "seats_held": .array(inclusion.concentration.map(json(of:))),
      "several_tables": .array(
        inclusion.severalTables.map { entry in
          [
            "id": .string(entry.element.text), "label": .string(label(of: entry.element)),
            "tables": .array(entry.tables.map { .string(label(of: $0)) }),
            "seats": .integer(entry.seats),
          ]
        }),
      "findings": .findings(inclusion.findings),
      "seed": .integer(Int(clamping: inclusion.seed)),
    ]
  }

  /// The default comparison of every table, a sentence each, the top tier first.
  public var sentences: [(table: String, attribute: String, sentence: String)] {
    defaultComparisons.map { comparison in
      (label(of: comparison.table), comparison.population.attribute.text, comparison.sentence)
    }
  }

  /// The default comparison of every table and attribute, the top tier first.
  var defaultComparisons: [SharedComparison] {
    inclusion.comparisons.enumerated().filter(\.element.isDefault).sorted { first, second in
      (tier(of: first.element.table), first.offset) < (
        tier(of: second.element.table), second.offset
      )
    }.map(\.element)
  }

  func label(of element: ElementID) -> String { map[element]?.label ?? element.text }

  private func tier(of table: ElementID) -> Int { map[table]?.table.tier ?? .max }

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
    [
      "n": .integer(figures.seats), "seats": .integer(figures.composition.seats),
      "unknown": .integer(figures.composition.unknown),
      "prefer_not_to_say": .integer(figures.composition.preferNotToSay),
      "p_\(figures.test.rawValue)": JSONValue(figures.wholeTable?.p),
      "tests": .integer(figures.testCount),
      "dissimilarity": JSONValue(figures.dissimilarity),
      "groups": .array(
        figures.groups.map { group in
          [
            "group": .string(group.group), "seats": .integer(group.seats),
            "share": JSONValue(group.share), "benchmark": JSONValue(group.benchmark),
            "expected": JSONValue(group.expected), "seat_gap": JSONValue(group.seatGap),
            "ratio": JSONValue(group.ratio), "wilson": json(of: group.wilson),
            "clopper_pearson": json(of: group.clopperPearson),
            "four_fifths": JSONValue(group.fourFifths),
            (figures.test == .hypergeometric ? "p_hypergeometric" : "p_binomial"):
              JSONValue(group.p),
            "p_holm": JSONValue(group.pHolm), "webster": JSONValue(group.webster),
            "hamilton": JSONValue(group.hamilton), "seats_to_add": JSONValue(group.seatsToAdd),
          ]
        }),
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
