public import ArgumentParser
import Diagrams
public import Reports
import SystemMaps

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

  /// The earlier map, if one is asked for, and the map itself; with all names.
  func days(of source: MapArguments, before: String?) throws -> [SystemMap] {
    try [before.map(source.earlierMap), source.load().map].compactMap(\.self)
  }

  /// The case, if the audience may see it.
  private func shared(of days: [SystemMap], for audience: Audience) throws -> SharedCase {
    var days = days
    let map = days.removeLast()
    return try SharedCase(named: name, in: map, beside: days, for: audience)
  }

  /// The picture of a view.
  func diagram(
    of view: JourneyDiagram, from source: MapArguments, before: String?, palette: Palette
  ) throws -> Diagram {
    if view == .flow {
      return JourneyDiagram.flow(of: try source.load().map, for: source.share, palette: palette)
    }
    // Steps are history: two days of one journey show the same steps.
    let days = view == .journey ? [try source.load().map] : try days(of: source, before: before)
    let shared = try shared(of: days, for: source.share)
    guard
      let diagram = view.diagram(
        of: shared, time: toScale ? .toScale : .order, palette: palette)
    else {
      throw CommandFailure("\(view.rawValue) shows no single family")
    }
    return diagram
  }
}
