import Graphs
import Insights
import SystemMaps

// What joins the silos, as JSON.
extension SiloReport {
  func bridge(_ tie: BridgingTie) -> JSONValue {
    [
      "a": .string(tie.pair.first.text), "b": .string(tie.pair.second.text),
      "silos": tie.silos.map { .array($0.map(JSONValue.integer)) } ?? nil,
      "parts_network": .bool(tie.partsNetwork),
    ]
  }

  /// Those through whom others are joined, those with most shortest paths first.
  var brokers: JSONValue {
    var roles: [ElementID: Brokers.Broker] = [:]
    for broker in study.brokers?.brokers ?? [] { roles[broker.element] = broker }
    return .array(
      study.bridges.bridging.map { bridge in
        let broker = roles[bridge.element]
        return [
          "id": .string(bridge.element.text), "betweenness": .number(bridge.betweenness),
          "share": .number(bridge.share),
          "is_articulation_point": .bool(bridge.isArticulationPoint),
          "ties_to_other_silos": JSONValue(bridge.tiesToOtherSilos),
          "other_silos": JSONValue(bridge.otherSilos),
          "ties_to_other_groups": JSONValue(bridge.tiesToOtherSectors),
          "other_groups": JSONValue(bridge.otherSectors),
          "pairs": JSONValue(broker?.pairs.total),
          "roles": broker.map { byRole($0.pairs) } ?? nil,
          "p": broker.map { byRole($0.p) } ?? nil,
        ]
      })
  }

  private func byRole(_ scores: RoleScores<Double>) -> JSONValue {
    .object(
      Dictionary(
        BrokerageRole.allCases.map { ("\($0)", JSONValue.number(scores[$0])) },
        uniquingKeysWith: { first, _ in first }))
  }

  func dependence(_ dependence: Dependence) -> JSONValue {
    [
      "id": .string(dependence.element.text),
      "components_before": .integer(dependence.componentsBefore),
      "components_after": .integer(dependence.componentsAfter),
      "largest_before": .integer(dependence.largestBefore),
      "largest_after": .integer(dependence.largestAfter),
      "efficiency_before": JSONValue(dependence.efficiencyBefore),
      "efficiency_after": JSONValue(dependence.efficiencyAfter),
      "silos_tied": .array(dependence.silosTied.map(JSONValue.integer)),
      "silos_cut_off": .array(dependence.silosCutOff.map(JSONValue.integer)),
      "separated": .array(dependence.separated.map(ids)),
      "tables": ids(dependence.tables.map(\.table)),
      "sentence": .string(dependence.sentence(in: map)),
    ]
  }

  var overlap: JSONValue {
    [
      "holders": .integer(study.overlap.holders),
      "sentence": JSONValue(study.overlap.sentence),
      "sitters": .array(
        study.overlap.sitters.map {
          [
            "id": .string($0.holder.text), "label": .string(label(of: $0.holder)),
            "tables": ids($0.tables),
          ]
        }),
      "shared": .array(
        study.overlap.shared.map {
          [
            "a": .string($0.tables.first.text), "b": .string($0.tables.second.text),
            "holders": ids($0.holders), "jaccard": .number($0.jaccard),
          ]
        }),
    ]
  }

  func agreements(_ agreements: Agreements) -> JSONValue {
    func pairs(_ pairs: [ElementPair]) -> JSONValue {
      .array(pairs.map { ["a": .string($0.first.text), "b": .string($0.second.text)] })
    }
    func under(_ contact: Agreements.Contact) -> [ElementPair] {
      agreements.agreements.filter { $0.contact == contact }.map(\.pair)
    }
    return [
      "with_frontline_contact": pairs(under(.frontline)),
      "no_frontline_contact_reported": pairs(under(.noneReported)),
      "not_known": pairs(under(.unknown)),
      "contact_without_agreement": pairs(agreements.contactsWithoutAgreement),
      "contact_not_known": .integer(agreements.unknownContacts),
      "sentence": .string(agreements.sentence),
    ]
  }
}
