/// One of the five conditions of collective impact (Kania and Kramer, *Stanford Social Innovation
/// Review*, winter 2011).
public enum Condition: String, Sendable, Hashable, CaseIterable {
  /// All share a vision for change.
  case commonAgenda = "common agenda"
  /// All count the same things in the same way.
  case sharedMeasurement = "shared measurement"
  /// Each does what it does best, as part of one plan.
  case reinforcingActivities = "mutually reinforcing activities"
  /// All talk openly and often.
  case continuousCommunication = "continuous communication"
  /// Somebody has the time and skill to hold it together.
  case backbone = "backbone"

  /// The condition as a heading.
  public var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}

/// Something that is asked about one of the five conditions.
///
/// The raw value is the name under which a map states it: `Declared: agreed problem`.
public enum ConditionCell: String, Sendable, Hashable, CaseIterable {
  case sectorsDeciding = "sectors that decide"
  case residentsDeciding = "residents who decide"
  case linkedToObjectives = "linked to objectives"
  case agreedProblem = "agreed problem"
  case severalReporters = "indicators with several reporters"
  case reportingOrganizations = "organizations that report"
  case recentIndicators = "recent indicators"
  case improvingIndicators = "improving indicators"
  case dataQuality = "data quality"
  case ownedObjectives = "objectives with an owner"
  case duplicatedServices = "duplicated services"
  case serviceGaps = "service gaps"
  case coordinationAcross = "coordination across sectors"
  case writtenPlan = "written plan"
  case attendance
  case recentMeetings = "recent meetings"
  case mutualTies = "mutual ties"
  case stepsApart = "steps apart"
  case backboneNamed = "backbone named"
  case backboneReach = "backbone reach"
  case backboneDependence = "backbone dependence"
  case backbonePurpose = "purpose of backbone ties"
  case lastingFunds = "funds for several years"

  /// The condition that it tells of.
  public var condition: Condition {
    switch self {
    case .sectorsDeciding, .residentsDeciding, .linkedToObjectives, .agreedProblem: .commonAgenda
    case .severalReporters, .reportingOrganizations, .recentIndicators, .improvingIndicators,
      .dataQuality:
      .sharedMeasurement
    case .ownedObjectives, .duplicatedServices, .serviceGaps, .coordinationAcross, .writtenPlan:
      .reinforcingActivities
    case .attendance, .recentMeetings, .mutualTies, .stepsApart: .continuousCommunication
    case .backboneNamed, .backboneReach, .backboneDependence, .backbonePurpose, .lastingFunds:
      .backbone
    }
  }

  /// The cell as a heading.
  public var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }

  /// How it is counted, or why it can only be declared.
  public var definition: String {
    switch self {
    case .sectorsDeciding:
      "Sectors with a seat at a table that decides (else at the top tier), of the sectors of all "
        + "organizations. A person speaks for the organization represented."
    case .residentsDeciding:
      "Filled seats held by residents at the tables that decide, of all filled seats there."
    case .linkedToObjectives:
      "Organizations that own an objective, strategy or indicator, contribute to one or report "
        + "one, of all organizations."
    case .agreedProblem:
      "Whether all see the problem alike cannot be seen from a map; it can be declared."
    case .severalReporters:
      "Indicators for which two organizations or more report data, of those whose reporters are "
        + "known."
    case .reportingOrganizations:
      "Organizations that report data for an indicator, of all organizations, where reporters are "
        + "known."
    case .recentIndicators:
      "Indicators whose trend was stated within a year before the day of the map, of those with a "
        + "date."
    case .improvingIndicators:
      "Indicators that improve, of those with a trend. Indicators move together, so no test is "
        + "made."
    case .dataQuality: "Whether the data are good cannot be seen from a map; it can be declared."
    case .ownedObjectives:
      "Objectives for which somebody is responsible, of those of which it is known."
    case .duplicatedServices:
      "Services of one kind, for the same people, in the same place, by two or more providers: "
        + "worth a talk, not always a fault."
    case .serviceGaps:
      "Kinds of service for a group of people that some listed place has and another has not. "
        + "Places that the map does not list are not judged."
    case .coordinationAcross:
      "Working ties between organizations of two sectors of level 2 or more, of those with a level."
    case .writtenPlan: "Whether roles are written into a plan can be declared."
    case .attendance:
      "Meetings attended, of those that the holders of seats could attend, where both are known."
    case .recentMeetings:
      "Tables that met within 90 days before the day of the map, of those with a date."
    case .mutualTies:
      "Directed ties between organizations that also run the other way, of those whose two ends "
        + "both responded."
    case .stepsApart:
      "The average number of steps on the shortest path between two organizations that are joined."
    case .backboneNamed: "Whether the settings name an organization that holds the work together."
    case .backboneReach: "Organizations within two working ties of the backbone, of all others."
    case .backboneDependence:
      "Whether the network would fall apart without the backbone. Much that runs through it is a "
        + "risk, not a strength."
    case .backbonePurpose:
      "Ties of the backbone for collective work or a program, of those with a purpose; the others "
        + "are for deadlines or data."
    case .lastingFunds: "Whether a funder has committed itself for several years can be declared."
    }
  }
}
