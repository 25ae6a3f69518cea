import Graphs
import Insights
import SystemMaps

// The silos beside the declared sectors, as JSON.
extension SiloReport {
  func against(_ sectors: SectorComparison) -> JSONValue {
    let agreement = sectors.agreement
    return [
      "attribute": .string(sectors.attribute.text), "without": .integer(sectors.withoutSector),
      "ari": JSONValue(agreement?.adjustedRandIndex), "ari_p": JSONValue(agreement?.p),
      "ami": JSONValue(agreement?.adjustedMutualInformation),
      "nmi": JSONValue(agreement?.normalizedMutualInformation),
      "vi": JSONValue(agreement?.variationOfInformation),
      "modularity_of_attribute": JSONValue(sectors.modularity),
      "assortativity_nominal": JSONValue(sectors.assortativity),
      "sentence": JSONValue(agreement?.sentence(against: sectors.attribute.text)),
      "matrix": agreement.map { agreement in
        [
          "silos": .array(silos.groups.map { .integer($0.number) }), "groups": names(sectors),
          "counts": matrix(agreement.counts, JSONValue.integer),
        ]
      } ?? nil,
      "elsewhere": .array(
        sectors.misplaced.map {
          [
            "id": .string($0.element.text), "group": .string($0.sector),
            "silo": .integer($0.group), "main_silo": .integer($0.mainGroup),
          ]
        }),
    ]
  }

  func outward(_ sectors: SectorComparison) -> JSONValue {
    let elements = zip(silos.elements, sectors.elements).compactMap { element, ties in
      ties.map { (element.text, outward($0)) }
    }
    return [
      "value": JSONValue(sectors.index.value), "expected": JSONValue(sectors.index.expected),
      "sd": JSONValue(sectors.index.standardDeviation), "z": JSONValue(sectors.index.z),
      "rescaled": JSONValue(sectors.index.rescaled),
      "p_inward": JSONValue(sectors.significance?.pInward),
      "p_outward": JSONValue(sectors.significance?.pOutward),
      "permutations": JSONValue(sectors.significance?.permutations),
      "ties_within": .integer(sectors.tiesWithin), "ties_across": .integer(sectors.tiesAcross),
      "sentence": .string(sectors.sentence),
      "groups": .array(
        sectors.sectors.map {
          [
            "group": .string($0.name), "elements": .integer($0.elements),
            "main_silo": JSONValue($0.mainGroup), "homophily": JSONValue($0.homophily),
            "ties": outward($0.outward),
          ]
        }),
      "elements": .object(Dictionary(elements, uniquingKeysWith: { first, _ in first })),
    ]
  }

  private func outward(_ ties: OutwardTies) -> JSONValue {
    [
      "within": .integer(ties.within), "across": .integer(ties.across),
      "value": JSONValue(ties.index), "expected": JSONValue(ties.expected),
      "sd": JSONValue(ties.standardDeviation), "p_inward": JSONValue(ties.pInward),
      "p_outward": JSONValue(ties.pOutward),
    ]
  }

  func densities(_ sectors: SectorComparison) -> JSONValue {
    let blocks = sectors.blocks.blocks
    return [
      "groups": names(sectors), "ties": matrix(blocks) { .integer($0.ties) },
      "pairs": matrix(blocks) { .integer($0.pairs) },
      "observed_pairs": matrix(blocks) { .integer($0.observedPairs) },
      "density": matrix(blocks) { JSONValue($0.density) },
      "observed_density": matrix(blocks) { JSONValue($0.observedDensity) },
    ]
  }

  func levels(_ levels: TieLevels) -> JSONValue {
    [
      "rungs": .array(
        levels.rungs.map {
          [
            "level": .integer($0.level), "word": JSONValue($0.word),
            "within": .integer($0.within), "across": .integer($0.across),
            "between": matrix($0.between, JSONValue.integer),
          ]
        }),
      "unknown_within": .integer(levels.unknownWithin),
      "unknown_across": .integer(levels.unknownAcross),
      "mean_within": JSONValue(levels.meanWithin), "mean_across": JSONValue(levels.meanAcross),
      "p": JSONValue(levels.p), "sentence": JSONValue(levels.sentence),
    ]
  }

  private func names(_ sectors: SectorComparison) -> JSONValue {
    .array(sectors.sectors.map { .string($0.name) })
  }

  private func matrix<Cell>(_ rows: [[Cell]], _ value: (Cell) -> JSONValue) -> JSONValue {
    .array(rows.map { .array($0.map(value)) })
  }
}
