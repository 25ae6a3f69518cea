public import Insights
public import SystemMaps

/// One case that an audience may see, on one day or on several.
///
/// The team sees every case. Others see one only by a recorded consent that holds on each day.
public struct SharedCase: Sendable {
  /// The map with all names, of each day, the earlier first.
  public let days: [SystemMap]
  /// The case on each day.
  public let journeys: [CaseJourney]
  /// Who may see it.
  public let audience: Audience
  /// The steps of the case, as the map holds them.
  public let record: JourneyCase

  /// The map of the last day.
  public var map: SystemMap { days[days.count - 1] }
  /// The case on the last day.
  public var journey: CaseJourney { journeys[journeys.count - 1] }

  /// The family's consent on the last day.
  public var consent: Consent { map.consent(toShow: record) }

  /// Finds a case, and asks whether it may be shown.
  ///
  /// - Parameters:
  ///   - name: The case as its rows write it, or its household's label or id; the only case of a
  ///     map may stay unnamed.
  ///   - map: The map with all names.
  ///   - earlier: The map of days before, to stand beside it.
  ///   - audience: Who will see it.
  /// - Throws: `MapErrors` if there is no such case, or it may not be shown.
  public init(
    named name: String?, in map: SystemMap, beside earlier: [SystemMap] = [],
    for audience: Audience
  ) throws(MapErrors) {
    let record = try Self.record(named: name, in: map, for: audience)
    days = earlier + [map]
    self.record = record
    self.audience = audience
    for day in days { try day.requireConsent(toShow: record, to: audience) }
    journeys = days.map { CaseJourney(of: record, in: $0) }
  }

  private static func record(
    named name: String?, in map: SystemMap, for audience: Audience
  ) throws(MapErrors) -> JourneyCase {
    if let name {
      if let found = map.journeyCase(named: name) { return found }
      let known = map.journeyCases.prefix(8).map(\.name).joined(separator: ", ")
      throw MapErrors(
        "there is no case \(name.quoted) in the journeys",
        expected: audience == .team && !known.isEmpty
          ? "expected \(known)" : "expected one of the journeys' column Case")
    }
    let cases = map.journeyCases
    guard let only = cases.first else { throw .noJourneys }
    guard cases.count == 1 else {
      throw MapErrors(
        "the map has journeys of several families", expected: "name one with --case")
    }
    return only
  }
}

extension MapErrors {
  /// What is said of a map that follows no family.
  static let noJourneys = MapErrors(
    "the map has no journeys", expected: "expected the sheet journeys")
}
