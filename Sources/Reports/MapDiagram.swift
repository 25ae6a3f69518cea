public import SystemMaps

/// A view of a map that can be drawn.
public enum MapDiagram: String, Sendable, Hashable, CaseIterable {
  /// Who works with whom.
  case system
  /// The groups that ties show, side by side.
  case silos
  /// The sectors and the ties between them.
  case sectors
  /// Who joins the groups.
  case bridges
  /// How closely they work together.
  case ladder
  /// Who has not met yet as reported.
  case missing
  /// One element and those it is tied to.
  case ego
  /// Who sits at which table.
  case tables
  /// Which tables have members in common.
  case overlap
  /// The seats of tables beside a population.
  case seats
  /// Power and interest.
  case grid
  /// What has changed since an earlier map.
  case difference

  /// What the view of a network is called.
  public func title(of network: Network) -> String {
    // Maps that come from elsewhere may hold states or ideas, which do not work with each other.
    let actors: Set<ElementType> = [.organization, .person, .resident]
    let areActors = !network.types.isEmpty && network.types.allSatisfy(actors.contains)
    switch self {
    case .system: return areActors ? "Who works with whom" : "What is tied to what"
    case .silos: return "Groups that the ties show"
    case .sectors: return "Ties between sectors"
    case .bridges: return areActors ? "Who joins the groups" : "What joins the groups"
    case .ladder: return areActors ? "How closely they work together" : "How strong the ties are"
    case .missing: return areActors ? "Who has not met yet, as reported" : "What is not tied yet"
    case .ego: return "One element and its ties"
    case .tables: return "Who sits at which table"
    case .overlap: return "Which tables share members"
    case .seats: return "Who has a seat, and how many would be expected"
    case .grid: return "Power and interest"
    case .difference: return "What has changed"
    }
  }

  /// Whether elements stand in the view where their ties put them, so that their places can be kept
  /// for the next drawing of it; elsewhere every drawing orders them anew.
  public var keepsPlaces: Bool {
    switch self {
    case .system, .ladder, .missing, .difference: true
    case .silos, .sectors, .bridges, .ego, .tables, .overlap, .seats, .grid: false
    }
  }

  /// What the view shows, as a sentence.
  public var caption: String {
    switch self {
    case .system: "Everyone on the map and the working ties between them."
    case .silos: "The groups that the ties show; the wider a line, the more ties run between two."
    case .sectors: "The sectors; the wider a line, the more ties run between two of them."
    case .bridges: "Who has ties to several groups; all names are of one size."
    case .ladder: "The same ties; the darker and wider, the higher on the ladder of working ties."
    case .missing:
      "How many of all pairs have a tie; an absent tie is claimed only where one answered."
    case .ego: "One element in the middle, and those it is tied to around it."
    case .tables: "Who sits at which table, the top tier first."
    case .overlap: "How many sit at both of two tables."
    case .seats: "The seats of each table beside those that would be expected."
    case .grid: "Everyone of whom power and interest are reported, each at that place."
    case .difference: "What is new, no longer reported, stronger or weaker."
    }
  }
}
