import Graphs
public import Insights
public import SystemMaps

extension FlowPicture {
  /// Creates the picture of many families; it holds what `Journeys` lets its audience see.
  ///
  /// - Parameters:
  ///   - journeys: What the families' journeys show together.
  ///   - map: The map with all names.
  ///   - palette: The colours.
  public init(of journeys: Journeys, in map: SystemMap, palette: Palette = .standard) {
    let names = JourneyNames(of: map, for: journeys.audience)
    let visits = Dictionary(
      journeys.visits.map { ($0.organization, $0.families) },
      uniquingKeysWith: { first, _ in first })
    let network = Self.organizations(of: map, for: journeys.audience)
    var organizations = network.elements
    var met = Set(organizations)
    for end in journeys.visits.map(\.organization)
      + journeys.handovers.flatMap({ [$0.from, $0.to] }) where met.insert(end).inserted
    {
      organizations.append(end)
    }
    let placeOf = Dictionary(
      organizations.enumerated().map { ($0.element, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    self.init(
      caption: Caption(
        title: "Where families go next",
        map: map.settings.title.map(names.text), date: map.settings.date?.description,
        audience: journeys.audience, notShown: ["families, one by one"]),
      families: journeys.cases,
      places: organizations.map { id in
        Place(
          map[id] == nil ? journeys.label(of: id) : names.name(of: id),
          group: map[id]?.value(of: map.sectorAttribute), families: visits[id],
          element: map[id]?.id)
      },
      flows: journeys.handovers.compactMap { flow in
        guard let from = placeOf[flow.from], let to = placeOf[flow.to] else { return nil }
        return Flow(from, to, families: flow.families, medianDays: flow.waits?.median)
      },
      gaps: journeys.sharedFamilies.compactMap { shared in
        guard shared.tie == .noneReported, let first = placeOf[shared.first],
          let second = placeOf[shared.second]
        else { return nil }
        return Gap(first, second)
      },
      ties: network.graph.edges.map { SystemPicture.Tie($0.source.index, $0.target.index) },
      threshold: journeys.suppressed.threshold,
      palette: palette.naming(groupsOf: map, by: map.sectorAttribute))
  }
  /// The organizations that the audience may know by name, and who works with whom.
  ///
  /// One that nothing but a step names is left out: that it is there would tell of a family.
  private static func organizations(of map: SystemMap, for audience: Audience) -> Network {
    let network = map.network(NetworkScope(types: [.organization], direction: .undirected))
      .named(in: map, for: audience)
    let steps = Set(map.journeySteps.compactMap { $0.place.map(Self.row) })
    let degree = network.graph.degree()
    return network.keeping { id in
      let isTied = network.node(of: id).map { degree[$0] > 0 } ?? false
      return isTied || map[id]?.place.map { !steps.contains(Self.row(of: $0)) } ?? true
    }
  }

  private static func row(of place: SystemMaps.Place) -> SystemMaps.Place {
    SystemMaps.Place(file: place.file, sheet: place.sheet, row: place.row)
  }
}
