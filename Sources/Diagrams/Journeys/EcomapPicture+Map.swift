public import Insights
public import SystemMaps

extension EcomapPicture {
  /// Creates the eco-map of one case, the map of each day beside the other.
  ///
  /// Around the household stand those to whom its own row of ties leads, and the organizations of
  /// its steps. Whether the audience may see the case at all is for the caller to ask.
  ///
  /// - Parameters:
  ///   - journey: The case.
  ///   - days: The map with all names, of each day, the earlier first; at least one.
  ///   - audience: Who will see the picture.
  ///   - palette: The colours.
  public init(
    of journey: CaseJourney, in days: [SystemMap], for audience: Audience,
    palette: Palette = .standard
  ) {
    let map = days.last ?? SystemMap()
    let names = JourneyNames(of: map, for: audience)
    let tiesOfDays = days.map { Self.ties(of: journey.household, in: $0) }
    func group(of id: ElementID) -> String? {
      map[id]?.type.isPerson == true
        ? "family and neighbors" : map[id]?.value(of: map.sectorAttribute)
    }
    var circles: [ElementID] = []
    for id in tiesOfDays.joined().map(\.end) + journey.organizations where !circles.contains(id) {
      circles.append(id)
    }
    // Those of one sector stand together.
    let groups = circles.map { group(of: $0) }
    let order = circles.indices.sorted { first, second in
      let ranks = [first, second].map { groups.firstIndex(of: groups[$0]) ?? 0 }
      return (ranks[0], first) < (ranks[1], second)
    }
    circles = order.map { circles[$0] }
    let label = journey.household.flatMap { map[$0]?.label } ?? journey.caseName
    self.init(
      caption: Caption(
        journey: journey, in: map, for: audience, title: "Who is around the family",
        notShown: ["workers"]),
      household: audience == .team ? label : "The family",
      circles: circles.map { id in
        Circle(
          names.name(of: id).capitalizedFirst, group: group(of: id))
      },
      snapshots: zip(days, tiesOfDays).map { day, ties in
        var shown = ties.map { tie in
          Tie(circles.firstIndex(of: tie.end) ?? 0, tie.connection.quality, flow: tie.flow)
        }
        // Whoever met the family has a tie with it, of which nothing else is told.
        let tied = Set(shown.map(\.circle))
        for organization in journey.organizations {
          guard let place = circles.firstIndex(of: organization), !tied.contains(place),
            !tiesOfDays.joined().contains(where: { $0.end == organization })
          else { continue }
          shown.append(Tie(place, nil))
        }
        return Snapshot(
          days.count > 1 ? day.settings.date?.description ?? "undated" : nil, ties: shown)
      }, palette: palette.naming(groupsOf: map, by: map.sectorAttribute))
  }

  /// A tie of the household with who is at its other end.
  private struct HouseholdTie {
    var end: ElementID
    var connection: Connection
    var flow: Tie.Flow
  }

  private static func ties(of household: ElementID?, in map: SystemMap) -> [HouseholdTie] {
    guard let household else { return [] }
    var ties: [HouseholdTie] = []
    for connection in map.connections
    where connection.from == household || connection.to == household {
      let end = connection.from == household ? connection.to : connection.from
      // A barrier is no one; and of several rows on one pair the first that tells its feel counts.
      guard let element = map[end], element.type != .barrier, end != household,
        !connection.type.isConfidential
      else { continue }
      let tie = HouseholdTie(end: end, connection: connection, flow: flow(connection, household))
      if let known = ties.firstIndex(where: { $0.end == end }) {
        if ties[known].connection.quality == nil { ties[known] = tie }
      } else {
        ties.append(tie)
      }
    }
    return ties
  }

  /// Where energy flows, as far as the map tells: a service that is used gives, and a mutual tie
  /// gives both ways.
  private static func flow(_ connection: Connection, _ household: ElementID) -> Tie.Flow {
    switch connection.direction {
    case .mutual: .both
    case .undirected: .notReported
    case .directed:
      switch connection.type {
      case .uses: .notReported
      default: connection.from == household ? .fromHousehold : .toHousehold
      }
    }
  }
}
