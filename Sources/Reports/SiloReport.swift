import Graphs
public import Insights
public import SystemMaps

/// The groups that ties show, beside the declared sectors, ready to print as JSON.
public struct SiloReport: Sendable {
  /// The groups.
  public let silos: Silos
  /// The map, as the audience may see it.
  public let map: SystemMap
  /// Who will read it.
  public let audience: Audience

  /// Prepares the report of what an audience may see.
  public init(_ silos: Silos, of map: SystemMap, for audience: Audience) {
    self.silos = silos
    self.map = map.shared(with: audience)
    self.audience = audience
  }

  /// The report as JSON; elements that may not be named are counted and not listed.
  public var json: JSONValue {
    [
      "map": [
        "title": JSONValue(map.settings.title), "date": JSONValue(map.settings.date?.description),
      ],
      "verdict": .string(verdict), "sentence": .string(silos.sentence),
      "modularity": JSONValue(silos.modularity), "runs": .integer(silos.runs),
      "runs_reaching_best": .integer(silos.runsReachingBest),
      "seed": .integer(Int(clamping: silos.seed)),
      "null_model": silos.significance.map {
        [
          "mean": .number($0.nullMean), "sd": .number($0.nullSD), "z": JSONValue($0.z),
          "p": .number($0.p), "replicates": .integer($0.replicates),
        ]
      } ?? nil,
      "silos": .array(
        silos.groups.map {
          [
            "number": .integer($0.number), "size": JSONValue(count(of: $0.members)),
            "ties_within": .integer($0.tiesWithin), "ties_across": .integer($0.tiesAcross),
            "members": elements($0.members),
          ]
        }),
      "isolates": elements(silos.isolates),
      "sectors": silos.sectors.map(json(of:)) ?? nil,
      "findings": .findings(map.shared(silos.findings, with: audience)),
    ]
  }

  private var verdict: String {
    switch silos.verdict {
    case .silos: "silos"
    case .noMoreThanChance: "no more grouped than chance would give"
    case .oneGroup: "one group"
    case .noTies: "no ties"
    }
  }

  private func json(of sectors: SectorComparison) -> JSONValue {
    [
      "attribute": .string(sectors.attribute.text), "sentence": .string(sectors.sentence),
      "without": .integer(sectors.withoutSector),
      "ties_within": .integer(sectors.tiesWithin), "ties_across": .integer(sectors.tiesAcross),
      "ei_index": JSONValue(sectors.index.value),
      "ei_index_expected": JSONValue(sectors.index.expected),
      "ei_index_z": JSONValue(sectors.index.z),
      "p_inward": JSONValue(sectors.significance?.pInward),
      "p_outward": JSONValue(sectors.significance?.pOutward),
      "permutations": JSONValue(sectors.significance?.permutations),
      "modularity_of_attribute": JSONValue(sectors.modularity),
      "assortativity_nominal": JSONValue(sectors.assortativity),
      "ari": JSONValue(sectors.adjustedRandIndex), "ari_p": JSONValue(sectors.adjustedRandP),
      "ties_between": .array(
        sectors.tiesBetween.map { .array($0.map(JSONValue.integer)) }),
      "groups": .array(
        sectors.sectors.map {
          [
            "group": .string($0.name), "elements": JSONValue(count(of: $0, by: sectors.attribute)),
            "ties_within": .integer($0.tiesWithin), "ties_across": .integer($0.tiesAcross),
            "ei_index": JSONValue($0.externalInternalIndex), "main_silo": JSONValue($0.mainGroup),
          ]
        }),
      "elsewhere": .array(
        sectors.misplaced.filter { isNamed($0.element) }.map {
          [
            "id": .string($0.element.text), "label": JSONValue(map[$0.element]?.label),
            "sector": .string($0.sector), "silo": .integer($0.group),
            "main_silo": .integer($0.mainGroup),
          ]
        }),
    ]
  }

  private func elements(_ ids: [ElementID]) -> JSONValue {
    .array(
      ids.filter(isNamed).map {
        ["id": .string($0.text), "label": JSONValue(map[$0]?.label)]
      })
  }

  /// How many elements there are; `nil` where the number of unnamed ones could be worked out.
  func count(of ids: [ElementID]) -> Int? {
    map.isSuppressed(count: ids.count { !isNamed($0) }) ? nil : ids.count
  }

  /// How many elements a sector has; `nil` where the number of unnamed ones could be worked out.
  func count(of sector: SectorComparison.Sector, by attribute: AttributeName) -> Int? {
    let unnamed = silos.elements.count {
      !isNamed($0) && map[$0]?.value(of: attribute) == sector.name
    }
    return map.isSuppressed(count: unnamed) ? nil : sector.elements
  }

  func isNamed(_ id: ElementID) -> Bool {
    map[id].map { map.mayName($0, to: audience) } ?? false
  }
}
