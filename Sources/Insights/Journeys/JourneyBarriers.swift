public import SystemMaps

extension CaseJourney {
  /// Something that stood in the family's way.
  public struct Barrier: Hashable, Sendable {
    /// Whose job it is.
    public enum Ownership: Hashable, Sendable, CaseIterable {
      /// The map says: nobody's.
      case nobody
      /// The map does not say.
      case notKnown
      /// Somebody's.
      case owned
    }

    /// The barrier.
    public let element: ElementID
    /// Whose job it is.
    public let ownership: Ownership
    /// Who is responsible, if somebody is.
    public let owners: [ElementID]
    /// The workers who were told of it, in the order in which they were.
    public let toldWorkers: [ElementID]
    /// The organizations for which they were told, in the same order.
    public let toldOrganizations: [ElementID]
    /// The numbers of the steps at which it came up.
    public let steps: [Int]

    static func all(in steps: [Step], of household: ElementID?, map: SystemMap) -> [Barrier] {
      let faced = map.connections.filter { $0.type == .faces && $0.from == household }.map(\.to)
      let met = (steps.flatMap(\.record.barriers) + faced).firstOfEach
      let workers = Set(steps.compactMap(\.record.worker))
      return met.map { barrier in
        let owners = map.owners(of: barrier)
        let telling = steps.filter { $0.record.barriers.contains(barrier) }
        // Rows that say who was told name no case: they count for those who served this one.
        let rows = map.connections.filter {
          $0.type == .toldAbout && $0.to == barrier && workers.contains($0.from)
        }.map(\.from)
        let toldByRow = Set(rows)
        let tellingOrMet = steps.filter { step in
          step.record.barriers.contains(barrier)
            || step.record.worker.map(toldByRow.contains) == true
        }
        return Barrier(
          element: barrier, ownership: ownership(by: owners), owners: owners.elements,
          toldWorkers: (telling.compactMap(\.record.worker) + rows).firstOfEach,
          toldOrganizations: tellingOrMet.compactMap(\.record.organization).firstOfEach,
          steps: telling.map(\.number))
      }.sortedStably {
        ($0.ownership.urgency, $1.toldWorkers.count) < ($1.ownership.urgency, $0.toldWorkers.count)
      }
    }

    private static func ownership(by answer: Answer<[ElementID]>) -> Ownership {
      switch answer {
      case .nobody: .nobody
      case .given: .owned
      case .unknown, .preferNotToSay: .notKnown
      }
    }
  }
}

extension CaseJourney.Barrier.Ownership {
  /// The order in which barriers are told: first what nobody has taken on.
  fileprivate var urgency: Int {
    switch self {
    case .nobody: 0
    case .notKnown: 1
    case .owned: 2
    }
  }
}
