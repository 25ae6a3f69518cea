import Graphs
import SystemMaps

// Mutually reinforcing activities.
extension ConditionSurvey {
  var ownedObjectives: Answer {
    let objectives = elements(.objective)
    guard !objectives.isEmpty else { return .unknown("the map has no objective") }
    var without: [ElementID] = []
    var unknown = 0
    for objective in objectives {
      switch map.owners(of: objective.id) {
      case .given: continue
      case .nobody: without.append(objective.id)
      case .unknown, .preferNotToSay: unknown += 1
      }
    }
    let known = objectives.count - unknown
    guard known > 0 else { return .unknown("no objective says who is responsible for it") }
    return .figure(
      ConditionFigure(
        count: known - without.count, total: known, unknown: unknown,
        sentence: "\(known - without.count) of \(ChanceWords.count(known, "objective")) "
          + "\(known - without.count == 1 ? "has" : "have") an owner",
        listing: "asked, and nobody is responsible", without))
  }

  var duplicatedServices: Answer {
    let coverage = ServiceCoverage(of: map)
    guard !coverage.offers.isEmpty else { return .unknown(coverage.reason) }
    let several = coverage.duplicates
    return .figure(
      ConditionFigure(
        count: several.count, total: coverage.offers.count, unknown: coverage.unknown,
        sentence: "\(several.count) of \(ChanceWords.count(coverage.offers.count, "offer")) "
          + "(a kind of service for some people in a place) "
          + "\(several.count == 1 ? "comes" : "come") from several providers",
        evidenceTitle: several.isEmpty ? nil : "several providers",
        evidence: several.map { offer in
          ConditionFigure.Evidence(
            text: offer.words, elements: coverage.offers[offer].map { [offer.place] + $0 } ?? [])
        }))
  }

  var serviceGaps: Answer {
    let coverage = ServiceCoverage(of: map)
    guard !coverage.offers.isEmpty else { return .unknown(coverage.reason) }
    guard coverage.places.count > 1 else { return .unknown("the map lists no two places") }
    let gaps = coverage.gaps
    let total = coverage.needs.count * coverage.places.count
    return .figure(
      ConditionFigure(
        count: gaps.count, total: total, unknown: coverage.unknown,
        sentence: "\(gaps.count) of \(ChanceWords.count(total, "combination")) of a kind of "
          + "service, its people and a listed place \(gaps.count == 1 ? "has" : "have") none "
          + "reported",
        evidenceTitle: gaps.isEmpty ? nil : "none reported",
        evidence: gaps.map {
          ConditionFigure.Evidence(text: $0.words, elements: [$0.place])
        }))
  }

  var coordinationAcross: Answer {
    let across = zip(network.graph.edges, network.ties).filter { edge, _ in
      let ends = [edge.source, edge.target].map { sector(of: network.element(of: $0)) }
      return ends[0] != nil && ends[1] != nil && ends[0] != ends[1]
    }.map(\.1)
    guard !across.isEmpty else { return .unknown("no tie joins two known sectors") }
    let levels = across.compactMap(\.level)
    guard !levels.isEmpty else { return .unknown("no tie between sectors has a level") }
    let coordinating = levels.count { $0 >= 2 }
    return .figure(
      ConditionFigure(
        count: coordinating, total: levels.count, unknown: across.count - levels.count,
        sentence: "\(coordinating) of \(ChanceWords.count(levels.count, "tie")) between sectors "
          + "are at level 2 or more"))
  }
}

/// Which services are offered where, to whom.
struct ServiceCoverage {
  /// A kind of service for some people.
  struct Need: Hashable {
    let kind: String
    let serves: String
  }

  /// A kind of service for some people in one place.
  struct Offer: Hashable {
    let need: Need
    let place: ElementID

    var words: String { "\(need.kind) for \(need.serves)" }
  }

  /// The services of each offer.
  private(set) var offers: [Offer: [ElementID]] = [:]
  /// What is offered anywhere, in the order of the map.
  private(set) var needs: [Need] = []
  /// The places that the map lists.
  let places: [ElementID]
  /// Services of which kind, people or place is not known.
  private(set) var unknown = 0
  /// Why nothing is known of services.
  let reason: String
  private let providers: [ElementID: Set<ElementID>]

  init(of map: SystemMap) {
    let services = map.elements.filter { $0.type == .service }
    reason =
      services.isEmpty
      ? "the map has no service" : "no service has a kind, the people it serves and a place"
    places = map.elements.filter { $0.type == .place && $0.isListed }.map(\.id)
    var providers: [ElementID: Set<ElementID>] = [:]
    for tie in map.connections where tie.type == .provides {
      providers[tie.to, default: []].insert(tie.from)
    }
    for service in services { providers[service.id, default: []].formUnion(service.owner.elements) }
    self.providers = providers
    var words: [String: String] = [:]
    func asFirstWritten(_ text: String) -> String {
      let known = words[text.comparisonKey] ?? text.trimmed
      words[text.comparisonKey] = known
      return known
    }
    for service in services {
      guard let kind = service.service.kind, !service.service.serves.isEmpty,
        !service.places.elements.isEmpty
      else {
        unknown += 1
        continue
      }
      for people in service.service.serves {
        let need = Need(kind: asFirstWritten(kind), serves: asFirstWritten(people))
        if !needs.contains(need) { needs.append(need) }
        for place in service.places.elements {
          offers[Offer(need: need, place: place), default: []].append(service.id)
        }
      }
    }
  }

  /// Offers of several services by several providers; of services without a provider each counts
  /// as one of its own.
  var duplicates: [Offer] {
    ordered(
      offers.filter { offer in
        let providing = offer.value.map { providers[$0].flatMap { $0.isEmpty ? nil : $0 } ?? [$0] }
        return offer.value.count > 1 && Set(providing.joined()).count > 1
      }.map(\.key))
  }

  /// Needs that are met somewhere and not in a listed place.
  var gaps: [Offer] {
    needs.flatMap { need in places.map { Offer(need: need, place: $0) } }
      .filter { offers[$0] == nil }
  }

  private func ordered(_ offers: [Offer]) -> [Offer] {
    offers.sorted {
      (needs.firstIndex(of: $0.need) ?? 0, $0.place) < (
        needs.firstIndex(of: $1.need) ?? 0, $1.place
      )
    }
  }
}
