/// A measure of elements or of the whole network.
///
/// Its raw value is the name that the field's reference values and our JSON use; ``definition``
/// says what it is.
public enum Measure: String, Sendable, Hashable, CaseIterable {
  // Of elements.
  /// Reported ties.
  case degree
  /// Ties that others report.
  case inDegree = "in_degree"
  /// Ties that it reports.
  case outDegree = "out_degree"
  /// The weight of its ties.
  case strength
  /// The weight of the ties towards it.
  case inStrength = "in_strength"
  /// The weight of the ties from it.
  case outStrength = "out_strength"
  /// Shortest paths of others that run through it, as counted.
  case betweenness
  /// Betweenness as a share of all pairs.
  case betweennessNormalized = "betweenness_normalized"
  /// Harmonic closeness: its reach.
  case harmonic
  /// Harmonic closeness towards it.
  case harmonicIn = "harmonic_in"
  /// Closeness in Wasserman and Faust's form.
  case closeness = "closeness_wasserman_faust"
  /// How deep in the core it is.
  case coreness
  /// The E-I index of its own ties.
  case externalInternalOfElement = "ei_index_node"
  // Of the network.
  /// The number of elements.
  case elementCount = "element_count"
  /// The number of ties.
  case tieCount = "tie_count"
  /// The number of elements without a tie.
  case isolateCount = "isolate_count"
  /// The sizes of the parts.
  case componentSizes = "component_sizes_weak"
  /// The share of possible ties.
  case density
  /// The share of arcs that are answered.
  case reciprocity = "reciprocity_arc"
  /// How often contacts of one know each other.
  case transitivity
  /// The mean of 1 ÷ distance.
  case globalEfficiency = "global_efficiency"
  /// The mean distance where there is a path.
  case averagePathLength = "average_path_length"
  /// The longest distance where there is a path.
  case diameter
  /// Elements that hold parts together.
  case articulationPoints = "articulation_points"
  /// Ties that hold parts together.
  case bridges
  /// The modularity of the detected groups.
  case modularity
  /// The E-I index of an attribute.
  case externalInternalIndex = "ei_index"
  /// The modularity of an attribute.
  case modularityOfAttribute = "modularity_of_attribute"
  /// Nominal assortativity of an attribute.
  case assortativity = "assortativity_nominal"
  /// Ties by the groups of their ends.
  case mixingMatrix = "mixing_matrix"
  /// Coleman's homophily of each group.
  case colemanHomophily = "coleman_homophily"

  /// What a measure is of.
  public enum Subject: Sendable, Hashable {
    /// Each element has its own value.
    case element
    /// The network has one value.
    case network
  }

  /// What the measure is of.
  public var subject: Subject {
    switch self {
    case .degree, .inDegree, .outDegree, .strength, .inStrength, .outStrength, .betweenness,
      .betweennessNormalized, .harmonic, .harmonicIn, .closeness, .coreness,
      .externalInternalOfElement:
      .element
    default: .network
    }
  }

  /// Whether it compares ties with an attribute, such as the sector.
  public var needsAttribute: Bool {
    switch self {
    case .externalInternalOfElement, .externalInternalIndex, .modularityOfAttribute,
      .assortativity, .mixingMatrix, .colemanHomophily:
      true
    default: false
    }
  }

  /// Whether it says something only of ties that have a direction.
  public var needsDirection: Bool {
    switch self {
    case .inDegree, .outDegree, .inStrength, .outStrength, .harmonicIn, .reciprocity: true
    default: false
    }
  }

  /// Whether it says something only of ties that differ in weight.
  public var needsWeights: Bool {
    switch self {
    case .strength, .inStrength, .outStrength: true
    default: false
    }
  }
}
