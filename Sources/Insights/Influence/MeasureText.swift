extension Measure {
  /// The measure's name in a report.
  public var title: String {
    switch self {
    case .degree: "Ties"
    case .inDegree: "Ties in"
    case .outDegree: "Ties out"
    case .strength: "Strength of ties"
    case .inStrength: "Strength of ties in"
    case .outStrength: "Strength of ties out"
    case .betweenness: "Bridging (betweenness)"
    case .betweennessNormalized: "Bridging (betweenness), as a share"
    case .harmonic: "Reach (harmonic closeness)"
    case .harmonicIn: "Reach by others (harmonic closeness)"
    case .closeness: "Closeness (Wasserman–Faust)"
    case .coreness: "Depth in the core (coreness)"
    case .externalInternalOfElement: "Ties across less ties within (E-I index)"
    case .elementCount: "Elements"
    case .tieCount: "Ties in all"
    case .isolateCount: "Elements without a reported tie"
    case .componentSizes: "Sizes of separate parts"
    case .density: "Density"
    case .reciprocity: "Reciprocity"
    case .transitivity: "Transitivity"
    case .globalEfficiency: "Efficiency"
    case .averagePathLength: "Average path length"
    case .diameter: "Longest shortest path"
    case .articulationPoints: "Elements that hold parts together"
    case .bridges: "Ties that hold parts together"
    case .externalInternalIndex: "Ties across less ties within (E-I index)"
    case .modularity: "Modularity of the detected groups"
    case .modularityOfAttribute: "Modularity of the sectors"
    case .assortativity: "Like with like (assortativity)"
    case .mixingMatrix: "Ties between sectors"
    case .colemanHomophily: "Preference for one's own sector (Coleman)"
    }
  }

  /// What the measure says, in one sentence for a report.
  public var definition: String {
    switch self {
    case .degree:
      "The number of reported ties; in a directed network those in and those out."
    case .inDegree: "The number of ties that others report towards the element."
    case .outDegree: "The number of ties that the element reports towards others."
    case .strength: "The sum of the weights of the ties."
    case .inStrength: "The sum of the weights of the ties towards the element."
    case .outStrength: "The sum of the weights of the ties from the element."
    case .betweenness:
      "The number of pairs of others whose shortest path runs through the element; where a pair "
        + "has several, the share of them."
    case .betweennessNormalized:
      "Betweenness as a share of all pairs of others."
    case .harmonic:
      "The mean of 1 ÷ distance to every other element, 0 where there is no path: 1 is a tie to "
        + "everyone."
    case .harmonicIn:
      "The mean of 1 ÷ distance from every other element, 0 where there is no path."
    case .closeness:
      "The share of others that can be reached, divided by the mean distance to them."
    case .coreness:
      "The largest k such that the element is in a group in which everyone has k ties or more, "
        + "directions ignored."
    case .externalInternalOfElement:
      "(Ties to other sectors − ties to the own sector) ÷ both together, from −1 to 1."
    case .elementCount: "The number of elements in the network, those without a tie included."
    case .tieCount: "The number of pairs with a reported tie; in a directed network of arcs."
    case .isolateCount:
      "The number of elements without a reported tie; nobody knows whether they have none."
    case .componentSizes:
      "The numbers of elements that paths join, directions ignored, largest first."
    case .density: "The share of possible ties that are reported."
    case .reciprocity: "The share of arcs that have an arc back."
    case .transitivity:
      "How often two contacts of an element have a tie themselves, directions ignored."
    case .globalEfficiency:
      "The mean of 1 ÷ distance over all pairs, 0 where there is no path."
    case .averagePathLength:
      "The mean distance over the pairs that a path joins."
    case .diameter: "The longest distance between two elements that a path joins."
    case .articulationPoints:
      "The elements without which the network falls into more parts, directions ignored."
    case .bridges:
      "The ties without which the network falls into more parts, directions ignored."
    case .externalInternalIndex:
      "(Ties between sectors − ties inside them) ÷ all ties, from −1 to 1; compare it with the "
        + "value expected if sectors were dealt out at random, not with 0."
    case .modularity:
      "The share of ties inside the best groups found, less the share expected from the numbers of "
        + "ties alone; high values come by chance too, so read it with its test."
    case .modularityOfAttribute:
      "The share of ties inside sectors, less the share expected from the numbers of ties alone."
    case .assortativity:
      "How far ties join elements of the same sector: 1 always, 0 as by chance, below 0 less."
    case .mixingMatrix:
      "The number of ties from each sector (row) to each sector (column); an undirected tie "
        + "counts both ways."
    case .colemanHomophily:
      "How far a sector's ties stay inside beyond what its size gives: 1 all, 0 as by chance, −1 "
        + "none."
    }
  }
}
