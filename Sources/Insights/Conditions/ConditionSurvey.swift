import Graphs
import SystemMaps

/// A map, made ready for the questions of the conditions.
struct ConditionSurvey {
  /// What the map says to a question.
  enum Answer {
    case figure(ConditionFigure)
    case unknown(String)
  }

  let map: SystemMap
  let audience: Audience
  let network: Network
  let connections: [Connection]
  let organizations: [Element]
  let backbone: Dependence?

  init(of map: SystemMap, for audience: Audience) {
    self.map = map
    self.audience = audience
    network = map.network(NetworkScope(types: [.organization]), for: audience)
    connections = map.connections + map.impliedConnections
    organizations = map.elements.filter {
      $0.type == .organization && map.mayName($0, to: audience)
    }
    let network = network
    backbone = map.settings.backbone.flatMap { Dependence(on: $0, in: network, of: map) }
  }

  func answer(to cell: ConditionCell) -> Answer {
    switch cell {
    case .sectorsDeciding: sectorsDeciding
    case .residentsDeciding: residentsDeciding
    case .linkedToObjectives: linkedToObjectives
    case .severalReporters: severalReporters
    case .reportingOrganizations: reportingOrganizations
    case .recentIndicators: recentIndicators
    case .improvingIndicators: improvingIndicators
    case .ownedObjectives: ownedObjectives
    case .duplicatedServices: duplicatedServices
    case .serviceGaps: serviceGaps
    case .coordinationAcross: coordinationAcross
    case .attendance: attendance
    case .recentMeetings: recentMeetings
    case .mutualTies: mutualTies
    case .stepsApart: stepsApart
    case .backboneNamed: backboneNamed
    case .backboneReach: backboneReach
    case .backboneDependence: backboneDependence
    case .backbonePurpose: backbonePurpose
    case .agreedProblem, .dataQuality, .writtenPlan, .lastingFunds:
      .unknown("a map cannot show it; it can be declared")
    }
  }

  func elements(_ type: ElementType) -> [Element] { map.elements.filter { $0.type == type } }

  /// The tables that decide; where none is said to, those of the top tier.
  var decidingTables: [Element] {
    let tables = map.tables
    let deciding = tables.filter { $0.table.mandate == .decides }
    guard deciding.isEmpty else { return deciding }
    guard let top = tables.compactMap(\.table.tier).min() else { return [] }
    return tables.filter { $0.table.tier == top }
  }

  /// The filled seats at the tables that decide, as the audience may count them.
  var decidingSeats: [Seat] { atDecidingTables(map.seats(countedBy: audience)) }

  /// Those of some seats that are filled, and stand at a table that decides.
  func atDecidingTables(_ seats: [Seat]) -> [Seat] {
    let tables = Set(decidingTables.map(\.id))
    return seats.filter { tables.contains($0.table) && $0.role.countsAsSeat }
  }

  func sector(of element: ElementID) -> String? {
    map[element]?.value(of: map.sectorAttribute).flatMap { $0.trimmed.isEmpty ? nil : $0.trimmed }
  }
}

extension CalendarDate {
  /// Days since a fixed day long ago.
  private var dayNumber: Int {
    // Years from March on: the leap day comes last (Hinnant's days_from_civil).
    let year = month > 2 ? year : year - 1
    let yearDay = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return 365 * year + year / 4 - year / 100 + year / 400 + yearDay
  }

  /// How many days this day is after another; below 0 if it is before it.
  func days(after other: CalendarDate) -> Int { dayNumber - other.dayNumber }
}
