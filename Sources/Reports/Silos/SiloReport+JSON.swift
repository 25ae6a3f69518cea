import Graphs
import Insights
import SystemMaps

extension SiloReport {
  /// The report as JSON, with the definition of every figure under `definitions`.
  public var json: JSONValue {
    [
      "map": [
        "title": JSONValue(map.settings.title), "date": JSONValue(map.settings.date?.description),
      ],
      "method": .string(silos.search.method.rawValue), "resolution": .number(silos.resolution),
      "quality": JSONValue(silos.quality), "plateaus": plateaus,
      "consensus": silos.consensus.map {
        ["groups": .integer($0.groups), "ari": .number($0.agreement)]
      } ?? nil,
      "seed": .integer(Int(clamping: silos.seed)),
      "runs": .integer(silos.runs), "runs_reaching_best": .integer(silos.runsReachingBest),
      "modularity": JSONValue(silos.modularity),
      "silos": .array(silos.groups.map(group)), "isolates": ids(silos.isolates),
      "stability": JSONValue(silos.stability), "confidence": confidence,
      "null": silos.significance.map(chance) ?? nil,
      "verdict": .string(verdict), "sentence": .string(silos.sentence),
      "against": silos.sectors.map(against) ?? nil, "ei": silos.sectors.map(outward) ?? nil,
      "densities": silos.sectors.map(densities) ?? nil,
      "levels": silos.sectors?.levels.map(levels) ?? nil,
      "bridges": .array(study.bridges.ties.map(bridge)),
      "articulation_points": ids(study.bridges.articulationPoints),
      "dependence": .array(study.bridges.dependences.map(dependence)),
      "backbone": study.bridges.backbone.map(dependence) ?? nil,
      "brokers": brokers, "tables": overlap,
      "side_by_side": .array(study.levels.map(level)),
      "agreements": study.agreements.map(agreements) ?? nil,
      "strangers": .array(study.introductions.introductions.map(stranger)),
      "roles": .array(study.roles.map(roles)), "response": response,
      "labels": .object(
        Dictionary(
          silos.elements.map { ($0.text, JSONValue.string(label(of: $0))) },
          uniquingKeysWith: { first, _ in first })),
      "definitions": .object(
        Dictionary(
          SiloDefinition.all.map { ($0.key, JSONValue.string($0.text)) },
          uniquingKeysWith: { first, _ in first })),
      "findings": .findings(findings),
    ]
  }

  func ids(_ elements: [ElementID]) -> JSONValue { .array(elements.map { .string($0.text) }) }

  private var verdict: String {
    switch silos.verdict {
    case .silos: "silos"
    case .noMoreThanChance: "no more grouped than chance would give"
    case .oneGroup: "one group"
    case .noTies: "no ties"
    }
  }

  private func group(_ silo: Silos.Silo) -> JSONValue {
    [
      "id": .integer(silo.number), "size": .integer(silo.members.count),
      "ties_within": .integer(silo.tiesWithin), "ties_across": .integer(silo.tiesAcross),
      "elements": ids(silo.members),
    ]
  }

  private var confidence: JSONValue {
    let known = zip(silos.elements, silos.confidence).compactMap { element, value in
      value.map { (element.text, JSONValue.number($0)) }
    }
    return .object(Dictionary(known, uniquingKeysWith: { first, _ in first }))
  }

  private var plateaus: JSONValue {
    guard let plateaus = silos.plateaus else { return nil }
    return .array(
      plateaus.map {
        [
          "from": .number($0.resolutions.lowerBound), "to": .number($0.resolutions.upperBound),
          "groups": .integer($0.groups), "stability": .number($0.stability),
        ]
      })
  }

  private func chance(_ test: ModularitySignificance) -> JSONValue {
    [
      "replicates": .integer(test.replicates), "mean": .number(test.nullMean),
      "sd": .number(test.nullSD), "z": JSONValue(test.z), "p": .number(test.p),
    ]
  }

  private func level(_ level: SiloLevel) -> JSONValue {
    [
      "level": .string(level.level.rawValue), "elements": .integer(level.elements),
      "ties": .integer(level.ties), "groups": .integer(level.silos.groups.count),
      "modularity": JSONValue(level.silos.modularity),
      "p": JSONValue(level.silos.significance?.p), "sentence": .string(level.sentence),
    ]
  }

  private func stranger(_ introduction: Introductions.Introduction) -> JSONValue {
    [
      "a": .string(introduction.pair.first.text), "b": .string(introduction.pair.second.text),
      "because": .string(introduction.reasons(in: map)),
    ]
  }

  private func roles(_ contacts: RoleContacts) -> JSONValue {
    func matrix(_ value: (BlockTies.Block) -> Int) -> JSONValue {
      .array(contacts.ties.blocks.map { .array($0.map { .integer(value($0)) }) })
    }
    return [
      "place": JSONValue(contacts.place?.text),
      "roles": .array(contacts.roles.map(JSONValue.string)),
      "people": .array(contacts.people.map(JSONValue.integer)),
      "ties": matrix(\.ties), "pairs": matrix(\.pairs),
      "observed_pairs": matrix(\.observedPairs),
      "gaps": .array(contacts.gaps.map { [.string($0.first), .string($0.second)] }),
      "sentence": JSONValue(contacts.sentence(in: map)),
    ]
  }

  private var response: JSONValue {
    let response = study.response
    return [
      "invited": .integer(response.invited), "responded": .integer(response.responded),
      "not_invited": .integer(response.notInvited), "rate": JSONValue(response.rate),
      "is_low": .bool(response.isLow),
      "confirmed": JSONValue(response.reports?.confirmed),
      "one_sided": JSONValue(response.reports?.oneSided),
      "unanswered": JSONValue(response.reports?.unanswered),
      "by_others": JSONValue(response.reports?.byOthers),
      "confirmed_share": JSONValue(response.reports?.confirmedShare),
      "pairs": .integer(response.pairs.pairs),
      "observed_pairs": .integer(response.pairs.observedPairs),
      "density": JSONValue(response.pairs.density),
      "observed_density": JSONValue(response.pairs.observedDensity),
      "sentence": .string(response.sentence),
    ]
  }
}
