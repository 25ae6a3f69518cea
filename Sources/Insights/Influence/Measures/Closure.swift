import Graphs

extension Measure {
  /// Measures of whether ties are answered, and whether contacts of one know one another.
  static let closure: [Measure] = [
    reciprocity, reciprocityOfTiedPairs, symmetryOfPairs, dyadCensus, triadCensus, transitivity,
    directedTransitivity, averageClustering, averageClusteringOfDefined, degreeAssortativity,
  ]

  private static let noTie = "there are no ties"

  /// The share of arcs that are answered.
  public static let reciprocity = Measure(
    "reciprocity_arc", "Reciprocity", "The share of arcs that have an arc back.",
    needs: .directions,
    of: .network {
      MeasureValue($0.graph.reciprocity, otherwise: "there are no directed ties")
    })

  /// The share of tied pairs with arcs both ways.
  public static let reciprocityOfTiedPairs = Measure(
    "reciprocity_dyad_nonnull", "Reciprocity of pairs",
    "The share of tied pairs whose tie goes both ways.", needs: .directions,
    of: .network {
      MeasureValue($0.graph.dyadCensus().reciprocityOfTiedPairs, otherwise: noTie)
    })

  /// The share of pairs that are alike both ways.
  public static let symmetryOfPairs = Measure(
    "reciprocity_dyadic_all", "Symmetry of pairs",
    "The share of all pairs that are tied both ways or not at all.", needs: .directions,
    of: .network {
      MeasureValue(
        $0.graph.dyadCensus().symmetryOfPairs, otherwise: "there are fewer than two elements")
    })

  /// Pairs by how they are tied.
  public static let dyadCensus = Measure(
    "dyad_census_mut_asym_null", "Pairs tied both ways, one way, not at all",
    "The numbers of pairs that are tied both ways, one way, and not at all.", needs: .directions,
    of: .network {
      let census = $0.graph.dyadCensus()
      return MeasureValue([census.mutual, census.oneWay, census.null])
    })

  /// Threes by how they are tied.
  public static let triadCensus = Measure(
    "triad_census", "Triads by kind",
    "The numbers of threes of each of the 16 kinds, from 003 to 300 in the usual order; an "
      + "undirected tie is one both ways.",
    of: .network { MeasureValue($0.graph.triadCensus().counts) })

  /// How often contacts of one know each other.
  public static let transitivity = Measure(
    "transitivity", "Transitivity",
    "How often two contacts of an element have a tie themselves, directions ignored.",
    of: .network {
      MeasureValue($0.graph.transitivity(), otherwise: "no element has two contacts")
    })

  /// How often the contact of a contact is one.
  public static let directedTransitivity = Measure(
    "transitivity_directed", "Transitivity along the arcs",
    "The share of two steps in a row that an arc shortens.", needs: .directions,
    of: .network {
      MeasureValue($0.graph.directedTransitivity(), otherwise: "there are no two steps in a row")
    })

  /// The mean of local clustering, 0 where it is undefined.
  public static let averageClustering = Measure(
    "average_clustering", "Average clustering, one contact counted as 0",
    "The mean over all elements of the share of pairs of contacts that have a tie, 0 for those with "
      + "fewer than two contacts.",
    of: .network {
      MeasureValue(
        $0.graph.averageClustering(undefined: .countAsZero), otherwise: "there are no elements")
    })

  /// The mean of local clustering where it is defined.
  public static let averageClusteringOfDefined = Measure(
    "average_clustering_defined_only", "Average clustering",
    "The mean, over elements with two contacts or more, of the share of pairs of contacts that have "
      + "a tie.",
    of: .network {
      MeasureValue($0.graph.averageClustering(), otherwise: "no element has two contacts")
    })

  /// Whether those with many ties are tied to their like.
  public static let degreeAssortativity = Measure(
    "degree_assortativity", "Many ties with many ties (assortativity)",
    "The correlation of the numbers of ties at both ends of a tie, from −1 to 1.",
    of: .network {
      MeasureValue(
        $0.graph.degreeAssortativity(), otherwise: "all ties join elements with as many ties")
    })
}
