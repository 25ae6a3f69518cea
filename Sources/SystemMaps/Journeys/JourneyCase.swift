/// The steps of one case, as the map holds them.
public struct JourneyCase: Hashable, Sendable {
  /// What the file calls it, as first written.
  public let name: String
  /// The household, if the case is an element of the map.
  public let household: ElementID?
  /// Its steps, in the order of the file.
  public internal(set) var steps: [JourneyStep]

  /// Creates a case.
  public init(name: String, household: ElementID?, steps: [JourneyStep]) {
    self.name = name
    self.household = household
    self.steps = steps
  }
}

extension SystemMap {
  /// The cases whose steps the map holds, in the order in which they are met.
  ///
  /// Rows are of one case if they name the same household, else if their names agree but for case
  /// and blanks.
  ///
  /// - Complexity: O(steps).
  public var journeyCases: [JourneyCase] {
    var cases: [JourneyCase] = []
    var places: [String: Int] = [:]
    for step in journeySteps {
      let key = step.household.map { "id:\($0)" } ?? "name:\(step.caseName.comparisonKey)"
      if let place = places[key] {
        cases[place].steps.append(step)
      } else {
        places[key] = cases.count
        cases.append(
          JourneyCase(name: step.caseName, household: step.household, steps: [step]))
      }
    }
    return cases
  }

  /// The case of a name: as its rows write it, or the id or label of its household.
  public func journeyCase(named name: String) -> JourneyCase? {
    let key = name.comparisonKey
    let cases = journeyCases
    return cases.first { $0.name.comparisonKey == key || $0.household?.text == name }
      ?? cases.first { $0.household.flatMap { self[$0]?.label.comparisonKey } == key }
  }
}
