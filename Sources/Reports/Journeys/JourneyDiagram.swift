public import Diagrams
import Insights
public import SystemMaps

/// A picture of families' journeys.
public enum JourneyDiagram: String, Sendable, Hashable, CaseIterable {
  /// One family's steps in lanes.
  case journey
  /// One household and those around it.
  case ecomap
  /// Who among one family's workers knows whom.
  case careTeam = "care-team"
  /// Many families together.
  case flow

  /// What the picture shows, as a sentence.
  public var caption: String {
    switch self {
    case .journey:
      "The steps in the order of time, a lane for each silo; the lines are hand-offs."
    case .ecomap: "The household in the middle; the lines tell how each tie feels to it."
    case .careTeam: "Those who serve the family, and who among them works with whom."
    case .flow: "To which organization families go next, many families together."
    }
  }

  /// The picture of many families together, ready for a page.
  ///
  /// - Parameters:
  ///   - log: The families' steps: the map's own, `map.eventLog`, or those of a file.
  ///   - map: The map with all names.
  ///   - audience: Who will see it.
  ///   - palette: The colours.
  /// - Throws: `MapErrors` if the log has no case.
  public static func flow(
    of log: EventLog, in map: SystemMap, for audience: Audience, palette: Palette = .standard
  ) throws(MapErrors) -> Diagram {
    guard !log.cases.isEmpty else { throw .noJourneys }
    return FlowPicture(of: Journeys(of: log, in: map, for: audience), in: map, palette: palette)
      .diagram()
  }

  /// The picture of one case, ready for a page; `nil` for ``flow``, which shows no single case.
  public func diagram(
    of shared: SharedCase, time: JourneyPicture.Time = .order, palette: Palette = .standard
  ) -> Diagram? {
    switch self {
    case .journey:
      JourneyPicture(
        of: shared.journey, in: shared.map, for: shared.audience, time: time, palette: palette
      ).diagram()
    case .ecomap:
      EcomapPicture(
        of: shared.journey, in: shared.days, for: shared.audience, palette: palette
      ).diagram()
    case .careTeam:
      CareTeamPicture(
        of: shared.journeys, in: shared.days, for: shared.audience, palette: palette
      ).diagram()
    case .flow: nil
    }
  }
}
