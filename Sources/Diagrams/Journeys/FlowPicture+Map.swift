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
    var organizations = journeys.visits.map(\.organization)
    for flow in journeys.handovers {
      for end in [flow.from, flow.to] where !organizations.contains(end) {
        organizations.append(end)
      }
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
          group: map[id]?.value(of: map.sectorAttribute), families: visits[id])
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
      threshold: journeys.suppressed.threshold,
      palette: palette.naming(groupsOf: map, by: map.sectorAttribute))
  }
}
