import Graphs

extension Measure {
  /// Measures of an element's own ties and of its place among others.
  static let positions: [Measure] = [
    degree, inDegree, outDegree, strength, inStrength, outStrength, coreness,
    totalDegreeCoreness, pageRank, externalInternalOfElement,
  ]

  /// Reported ties.
  public static let degree = Measure(
    "degree", "Ties",
    "The number of reported ties; in a directed network those in and those out.",
    of: .elements { ElementValues($0.graph.degree()) })

  /// Ties that others report.
  public static let inDegree = Measure(
    "in_degree", "Ties in", "The number of ties that others report towards the element.",
    needs: .directions, of: .elements { ElementValues($0.graph.inDegree()) })

  /// Ties that it reports.
  public static let outDegree = Measure(
    "out_degree", "Ties out", "The number of ties that the element reports towards others.",
    needs: .directions, of: .elements { ElementValues($0.graph.outDegree()) })

  /// The weight of its ties.
  public static let strength = Measure(
    "strength", "Strength of ties", "The sum of the weights of the ties.", needs: .weights,
    of: .elements { ElementValues($0.graph.strength()) })

  /// The weight of the ties towards it.
  public static let inStrength = Measure(
    "in_strength", "Strength of ties in",
    "The sum of the weights of the ties towards the element.", needs: [.weights, .directions],
    of: .elements { ElementValues($0.graph.inStrength()) })

  /// The weight of the ties from it.
  public static let outStrength = Measure(
    "out_strength", "Strength of ties out",
    "The sum of the weights of the ties from the element.", needs: [.weights, .directions],
    of: .elements { ElementValues($0.graph.outStrength()) })

  /// How deep in the core it is.
  public static let coreness = Measure(
    "coreness", "Depth in the core (coreness)",
    "The largest k such that the element is in a group in which everyone has k ties or more, "
      + "directions ignored.",
    of: .elements { ElementValues($0.graph.coreness()) })

  /// How deep in the core it is where mutual ties count twice.
  public static let totalDegreeCoreness = Measure(
    "coreness_total_degree", "Depth in the core, mutual ties as two",
    "Coreness where a tie in either direction counts, so that a mutual one counts twice.",
    needs: .directions, of: .elements { ElementValues($0.graph.totalDegreeCoreness()) })

  /// Ties from those who have many.
  public static let pageRank = Measure(
    "pagerank", "Standing (PageRank)",
    "The share of a long walk along the ties that is spent at the element, with a jump to anyone "
      + "once in about seven steps.",
    of: .elements { ElementValues($0.graph.pageRank()) })

  /// The E-I index of its own ties.
  public static let externalInternalOfElement = Measure(
    "ei_index_node", "Ties across less ties within (E-I index)",
    "(Ties to other sectors − ties to the own sector) ÷ both together, from −1 to 1.",
    needs: .attribute,
    of: .elements { input in
      guard !input.isOfOneGroup else {
        return .undefined(input.graph.nodeCount, reason: MeasureInput.oneGroup)
      }
      return ElementValues(
        input.externalInternal.nodes,
        otherwise: "the element has no tie to another whose group is known")
    })
}
