import SystemMaps

@testable import Insights

/// Small maps of one case, a step a row.
enum SteppedMap {
  /// A step: its place, and what else matters.
  struct Row {
    var organization: String?
    var silo: String?
    var worker: String?
    var activity = "Visit"
    var start: String?
    var end: String?
    var referredTo: [String] = []
    var handoff: JourneyStep.Handoff?
    var collected: [String] = []
  }

  /// A map whose elements are those that the rows name.
  static func map(_ rows: [Row], date: String? = nil) -> SystemMap {
    var map = SystemMap()
    var labels: Set<String> = []
    for (number, row) in rows.enumerated() {
      var step = JourneyStep(caseName: "Case", activity: row.activity)
      step.organization = row.organization.map { ElementID($0) }
      step.worker = row.worker.map { ElementID($0) }
      step.sector = row.silo
      step.start = row.start.flatMap { JourneyStep.Moment($0) }
      step.end = row.end.flatMap { JourneyStep.Moment($0) }
      step.referredTo = row.referredTo.map { ElementID($0) }
      step.handoff = row.handoff
      step.collected = row.collected
      step.place = Place(file: "journeys.csv", row: number + 2)
      map.journeySteps.append(step)
      for name in [row.organization].compactMap(\.self) + row.referredTo {
        if labels.insert(name).inserted {
          map.elements.append(
            Element(id: ElementID(name), label: name, type: .organization, sector: row.silo))
        }
      }
      if let worker = row.worker, labels.insert(worker).inserted {
        map.elements.append(Element(id: ElementID(worker), label: worker, type: .person))
      }
    }
    map.settings.date = date.flatMap { CalendarDate($0) }
    return map
  }

  /// The journey of the rows.
  static func journey(_ rows: [Row], date: String? = nil) -> CaseJourney {
    let map = map(rows, date: date)
    return CaseJourney(
      of: map.journeyCase(named: "case")
        ?? JourneyCase(name: "Case", household: nil, steps: []), in: map)
  }
}
