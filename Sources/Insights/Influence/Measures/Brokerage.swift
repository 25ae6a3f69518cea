import Graphs

extension Measure {
  /// Measures of standing between others.
  static let brokerage: [Measure] = [
    effectiveSize, burtEfficiency, constraint, burtHierarchy, localClustering,
  ]

  private static let noContact = "the element has no contact"

  /// Contacts less those that know one another.
  public static let effectiveSize = Measure(
    "burt_effective_size", "Contacts who do not overlap (effective size)",
    "The number of contacts less their mean number of ties to one another: how many of them are no "
      + "way round to the same others.",
    of: .elements { ElementValues($0.graph.burtEffectiveSize(), otherwise: noContact) })

  /// The share of contacts that do not overlap.
  public static let burtEfficiency = Measure(
    "burt_efficiency", "Share of contacts who do not overlap (efficiency)",
    "Effective size as a share of the contacts.",
    of: .elements { ElementValues($0.graph.burtEfficiency(), otherwise: noContact) })

  /// How far contacts lead back to one another.
  public static let constraint = Measure(
    "burt_constraint", "Dependence on one circle (constraint)",
    "How far an element's ties lead, directly or through each other, to the same few contacts: low "
      + "for who stands between circles; small closed circles may exceed 1.",
    of: .elements { ElementValues($0.graph.burtConstraint(), otherwise: noContact) })

  /// Whether one contact makes most of the constraint.
  public static let burtHierarchy = Measure(
    "burt_hierarchy", "Dependence on one contact (hierarchy)",
    "How far the constraint comes from a single contact: 0 from all alike, 1 from one.",
    of: .elements { ElementValues($0.graph.burtHierarchy(), otherwise: noContact) })

  /// How many of an element's contacts know one another.
  public static let localClustering = Measure(
    "local_clustering", "Contacts who know one another (clustering)",
    "The share of pairs of contacts that have a tie themselves, directions ignored.",
    of: .elements {
      ElementValues(
        $0.graph.localClustering(), otherwise: "the element has fewer than two contacts")
    })
}
