import SystemMaps

/// What kind of isolated impact a partnership looks like.
///
/// Kania and Kramer (*Stanford Social Innovation Review*, winter 2011) set four kinds of
/// collaboration apart from collective impact. A likeness is only told where the map shows, or its
/// makers declare, that a condition is absent; a condition of which nothing is known is not absent.
/// It is a likeness of form, no verdict on the work.
public struct IsolatedImpact: Sendable, Hashable {
  /// The kind.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// Funders who pool money for one issue.
    case funderCollaborative = "funder collaborative"
    /// Government and business, for one service.
    case publicPrivatePartnership = "public–private partnership"
    /// Several sectors around a theme, without shared measurement or a backbone.
    case multiStakeholderInitiative = "multi-stakeholder initiative"
    /// People and organizations who know each other, without a common agenda.
    case socialSectorNetwork = "social sector network"
  }

  /// The kind.
  public let kind: Kind
  /// The conditions that are absent.
  public let absent: [Condition]
  /// The sectors of the organizations, in order.
  public let sectors: [String]

  /// The likeness as a sentence.
  public var sentence: String {
    "Looks like a \(kind.rawValue): \(ChanceWords.list(absent.map(\.rawValue))) "
      + "\(absent.count == 1 ? "is" : "are") absent, as shown or declared, and the organizations "
      + "are of \(ChanceWords.count(sectors.count, "sector")) "
      + "(\(ChanceWords.list(sectors))). A likeness of form after Kania and Kramer (2011), no "
      + "verdict."
  }

  init?(_ entries: [Conditions.Entry], of map: SystemMap) {
    let declared = map.settings.declarations
    func state(_ condition: Condition, _ cells: [ConditionCell]) -> Bool? {
      if let word = declared[condition.rawValue.comparisonKey]?.value.comparisonKey {
        if word == "no" { return false }
        if word == "yes" { return true }
      }
      // Of what can be counted, something is a condition met and nothing at all one that is not.
      let counts = entries.filter { cells.contains($0.cell) }.compactMap(\.figure?.count)
      return counts.isEmpty ? nil : counts.contains { $0 > 0 }
    }
    let states: [(condition: Condition, isPresent: Bool?)] = [
      (.commonAgenda, state(.commonAgenda, [.linkedToObjectives])),
      (.sharedMeasurement, state(.sharedMeasurement, [.severalReporters])),
      (.backbone, state(.backbone, [.backboneNamed])),
    ]
    absent = states.filter { $0.isPresent == false }.map(\.condition)
    let attribute = map.sectorAttribute
    let organizations = map.elements.filter { $0.type == .organization }
    let named = organizations.compactMap { $0.value(of: attribute)?.trimmed.lowercased() }
      .filter { !$0.isEmpty }
    // Sectors that are not known could be any.
    guard !absent.isEmpty, named.count == organizations.count, !named.isEmpty else { return nil }
    sectors = Set(named).sorted()
    let roles = Set(sectors.map(Self.role))
    let lacks = Set(absent)
    switch true {
    case roles == [.funder]: kind = .funderCollaborative
    case roles == [.government, .business]: kind = .publicPrivatePartnership
    case lacks.isSuperset(of: [.commonAgenda, .sharedMeasurement, .backbone]):
      kind = .socialSectorNetwork
    case sectors.count > 2 && lacks.isSuperset(of: [.sharedMeasurement, .backbone]):
      kind = .multiStakeholderInitiative
    default: return nil
    }
  }

  private enum Role { case funder, government, business, other }

  private static func role(_ sector: String) -> Role {
    switch sector {
    case "philanthropy", "funder", "funders", "foundation", "foundations": .funder
    case "government", "public", "public sector", "city", "county", "state": .government
    case "business", "businesses", "private", "private sector", "corporate": .business
    default: .other
    }
  }
}
