import Graphs
import SystemMaps

/// What brings elements of a network together beside their ties: tables, places, services, clients.
struct Gatherings {
  private enum Kind {
    case table, place, service, client
  }

  private let network: Network
  private let map: SystemMap
  private let audience: Audience
  /// The nodes that may be introduced.
  private let isEligible: [Bool]
  private(set) var findings: [Finding] = []

  init(of network: Network, in map: SystemMap, audience: Audience) {
    self.network = network
    self.map = map
    self.audience = audience
    isEligible = network.elements.map { id in
      guard id != map.settings.backbone, let element = map[id] else { return false }
      return map.mayName(element, to: audience)
    }
  }

  /// The pairs that share something, with all they share, in no order that matters.
  mutating func pairs() -> [NodePair: Introductions.Grounds] {
    var shared: [NodePair: [(kind: Kind, what: ElementID)]] = [:]
    var crowded = 0
    for (kind, gathering) in [
      (Kind.table, tables), (.place, places), (.service, services), (.client, clients),
    ] {
      for (what, members) in gathering {
        let nodes = Set(members.compactMap { network.node(of: $0)?.index }).sorted()
          .filter { isEligible[$0] }
        guard nodes.count > 1 else { continue }
        guard kind == .table || nodes.count <= Introductions.largestGathering else {
          crowded += 1
          continue
        }
        for (place, first) in nodes.enumerated() {
          for second in nodes[(place + 1)...] {
            guard let pair = NodePair(first, second) else { continue }
            shared[pair, default: []].append((kind, what))
          }
        }
      }
    }
    if crowded > 0 {
      findings.append(
        Finding(
          .notice,
          "\(ChanceWords.count(crowded, "place or service", "places and services")) with more than "
            + "\(Introductions.largestGathering) elements are no grounds to meet"))
    }
    return shared.compactMapValues(grounds)
  }

  /// What a pair shares, as the audience may see it; `nil` if nothing is left.
  private func grounds(_ shared: [(kind: Kind, what: ElementID)]) -> Introductions.Grounds? {
    func all(_ kind: Kind) -> [ElementID] { shared.filter { $0.kind == kind }.map(\.what) }
    func named(_ kind: Kind) -> [ElementID] {
      all(kind).filter { map[$0].map { map.mayName($0, to: audience) } ?? false }
    }
    let clients = all(.client).count
    let mayCount = audience == .team || clients >= map.settings.privacyThreshold
    let grounds = Introductions.Grounds(
      tables: named(.table), places: named(.place), services: named(.service),
      sharedClients: clients > 0 && mayCount ? clients : nil)
    let isEmpty =
      grounds.tables.isEmpty && grounds.places.isEmpty && grounds.services.isEmpty
      && grounds.sharedClients == nil
    return isEmpty ? nil : grounds
  }

  /// Who has a seat at each table: holders, and the organizations they speak for.
  private var tables: [(ElementID, [ElementID])] {
    let seats = Dictionary(grouping: map.seats.filter(\.role.countsAsSeat), by: \.table)
    return map.tables.map { table in
      (
        table.id,
        (seats[table.id] ?? []).flatMap {
          [$0.holder, map.organization(of: $0)].compactMap(\.self)
        }
      )
    }
  }

  private var places: [(ElementID, [ElementID])] {
    gathered(map.elements.flatMap { element in element.places.elements.map { ($0, element.id) } })
  }

  /// Who provides or serves the same thing, clients apart.
  private var services: [(ElementID, [ElementID])] {
    gathered(
      map.connections.filter { $0.type == .provides || $0.type == .serves }
        .map { ($0.to, $0.from) }.filter { !isClient($0.0) })
  }

  /// Who works with the same household or resident.
  private var clients: [(ElementID, [ElementID])] {
    let used = map.connections.filter { $0.type == .uses }.map { ($0.from, $0.to) }
    let served = map.connections.filter { $0.type == .serves }.map { ($0.to, $0.from) }
    let steps = map.journeySteps.flatMap { step -> [(ElementID, ElementID)] in
      guard let household = step.household else { return [] }
      return [step.organization, step.worker].compactMap(\.self).map { (household, $0) }
    }
    return gathered((used + served + steps).filter { isClient($0.0) })
  }

  private func isClient(_ id: ElementID) -> Bool {
    map[id]?.type == .household || map[id]?.type == .resident
  }

  /// The members of each thing, in the order in which the things are met.
  private func gathered(_ rows: [(ElementID, ElementID)]) -> [(ElementID, [ElementID])] {
    var order: [ElementID] = []
    var members: [ElementID: [ElementID]] = [:]
    for (what, member) in rows {
      if members[what] == nil { order.append(what) }
      members[what, default: []].append(member)
    }
    return order.map { ($0, members[$0] ?? []) }
  }
}
