public import ArgumentParser
import Diagrams
public import Reports
import SystemMaps

/// The steps of many cases, and the map on which they are followed.
struct FollowedCases {
  /// The map with all names; of an event log, one that holds the steps of one case, if any.
  let map: SystemMap
  /// The steps of all cases.
  let log: EventLog
  /// Whether the steps are those of an event log, and not the map's own.
  let isLog: Bool
}

extension MapArguments {
  /// The cases of the map, or of the event log that stands in its place.
  ///
  /// - Parameter name: The case that is told of; without it the only one, if there is one only.
  func cases(tellingOf name: String?) throws -> FollowedCases {
    guard try file.isLog else {
      let map = try load().map
      return FollowedCases(map: map, log: map.eventLog, isLog: false)
    }
    var map = SystemMap()
    map.settings.date = on
    let log = try file.log(at: self.map).matched(to: map).log
    let only = log.cases.count == 1 ? log.cases.first : nil
    if let name = name ?? only, let single = map.taking(caseNamed: name, from: log) { map = single }
    return FollowedCases(map: map, log: log, isLog: true)
  }
}

/// A view of `sightline draw`: of the map, or of the journeys on it.
enum DrawnView: ExpressibleByArgument {
  case map(MapDiagram)
  case journey(JourneyDiagram)

  init?(argument: String) {
    if let view = MapDiagram(rawValue: argument) {
      self = .map(view)
    } else if let view = JourneyDiagram(rawValue: argument) {
      self = .journey(view)
    } else {
      return nil
    }
  }

  /// The name of the view.
  var name: String {
    switch self {
    case .map(let view): view.rawValue
    case .journey(let view): view.rawValue
    }
  }

  static var all: [DrawnView] {
    MapDiagram.allCases.map(DrawnView.map) + JourneyDiagram.allCases.map(DrawnView.journey)
  }

  /// The names of all views.
  static var allValueStrings: [String] { all.map(\.name) }
}

extension JourneyDiagram: ExpressibleByArgument {}

extension FamilyLanguage: ExpressibleByArgument {}

/// Which case, and on which days.
struct CaseArguments: ParsableArguments {
  @Option(name: .customLong("case"), help: "The family, where the map has journeys of several.")
  var name: String?

  @Flag(help: "Let distances in a journey show days; else only the order counts.")
  var toScale = false

  /// The picture of a view.
  func diagram(
    of view: JourneyDiagram, of cases: FollowedCases, from source: MapArguments, before: String?,
    palette: Palette
  ) throws -> Diagram {
    if view == .flow {
      return try JourneyDiagram.flow(
        of: cases.log, in: cases.map, for: source.share, palette: palette)
    }
    if name == nil, cases.isLog, cases.log.cases.count > 1 {
      throw CommandFailure(
        "the log has \(cases.log.cases.count) cases: name one with --case, or draw flow")
    }
    // Steps are history: two days of one journey show the same steps.
    let earlier = try view == .journey ? nil : before.map(source.earlierMap)
    let shared = try SharedCase(
      named: name, in: cases.map, beside: [earlier].compactMap(\.self), for: source.share)
    guard
      let diagram = view.diagram(
        of: shared, time: toScale ? .toScale : .order, palette: palette)
    else {
      throw CommandFailure("\(view.rawValue) shows no single family")
    }
    return diagram
  }
}
