import SystemMaps

/// The ways of cases through organizations, each named once for every stay.
struct JourneyRoutes {
  /// The routes that are told, the most common first.
  let routes: [Journeys.Route]
  /// How many different ones are left out.
  let suppressed: Int

  /// Counts the routes of cases.
  ///
  /// A route is told if enough families went it, every handover on it is told, and what it leaves of
  /// each handover, each organization and all cases is nothing or enough families too: the rest went
  /// other ways, and could be counted by subtraction.
  ///
  /// - Complexity: O(events + shown routes² × their length).
  init(of sequences: CaseSequences, handovers: FlowTable, threshold: Int) {
    var order: [[UInt32]] = []
    var counts: [[UInt32]: Int] = [:]
    for number in sequences.log.cases.indices {
      var route: [UInt32] = []
      for event in sequences.events(of: number) {
        guard let organization = event.organization, organization != route.last else { continue }
        route.append(organization)
      }
      if route.isEmpty { continue }
      if counts[route] == nil { order.append(route) }
      counts[route, default: 0] += 1
    }
    func name(_ route: [UInt32]) -> [ElementID] {
      route.map { sequences.log.organizations[Int($0)].id }
    }
    let all = order.map { (route: $0, families: counts[$0] ?? 0) }.sorted { first, second in
      first.families == second.families
        ? name(first.route).lexicographicallyPrecedes(name(second.route))
        : first.families > second.families
    }
    var shown = all.filter { route, families in
      families >= threshold
        && zip(route, route.dropFirst()).allSatisfy {
          handovers.cell(from: Int($0), to: Int($1))?.isHidden == false
        }
    }
    if threshold > 1 {
      let totals = Totals(of: all)
      while let place = totals.smallestRevealing(among: shown, threshold: threshold) {
        shown.remove(at: place)
      }
    }
    routes = shown.map { route, families in
      Journeys.Route(organizations: name(route), families: families)
    }
    suppressed = all.count - shown.count
  }
}

/// How many families there are in all, at each organization and on each handover.
private struct Totals {
  /// What a route may be part of.
  private enum Whole: Hashable {
    case cases
    case organization(UInt32)
    case handover(UInt32, UInt32)
  }

  private var families: [Whole: Int] = [:]

  init(of routes: [(route: [UInt32], families: Int)]) {
    for (route, count) in routes {
      for whole in Self.wholes(of: route) { families[whole, default: 0] += count }
    }
  }

  private static func wholes(of route: [UInt32]) -> Set<Whole> {
    Set(
      [.cases] + route.map { .organization($0) }
        + zip(route, route.dropFirst()).map { .handover($0, $1) })
  }

  /// The route of fewest families that leaves of some whole too few to be told.
  func smallestRevealing(among shown: [(route: [UInt32], families: Int)], threshold: Int) -> Int? {
    var rest = families
    for (route, count) in shown {
      for whole in Self.wholes(of: route) { rest[whole, default: 0] -= count }
    }
    return shown.indices.last { place in
      Self.wholes(of: shown[place].route).contains { (1..<threshold).contains(rest[$0] ?? 0) }
    }
  }
}
