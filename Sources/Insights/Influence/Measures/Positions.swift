import Graphs

extension Measure {
  /// Measures of an element's own ties and of its place among others.
  static let positions: [Measure] = [
    degree, inDegree, outDegree, strength, inStrength, outStrength, coreness,
    totalDegreeCoreness, eigenvector, katz, pageRank, hubsAndAuthorities, currentFlowBetweenness,
    currentFlowCloseness, externalInternalOfElement,
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

  /// Ties to those who have many, and so on.
  public static let eigenvector = Measure(
    "eigenvector", "Ties to the well tied (eigenvector)",
    "High for ties to those whose own value is high; the squares of all add up to 1.",
    of: .elements { input in
      guard let scores = input.graph.eigenvector() else {
        return .undefined(
          input.graph.nodeCount,
          reason: "some elements of the directed network reach not all: PageRank serves instead")
      }
      return ElementValues(scores)
    })

  /// Ties to those who have many, from a start for everyone.
  public static let katz = Measure(
    "katz", "Ties to the well tied (Katz)",
    "1 for everyone, and a share of the values of those who are tied to the element: 0.85 of the "
      + "largest share that stays finite.",
    of: .elements { input in
      guard let katz = input.graph.katz() else {
        return .undefined(input.graph.nodeCount, reason: "there are no elements")
      }
      return ElementValues(katz.scores)
    })

  /// Who points to the pointed at, and who is pointed at.
  public static let hubsAndAuthorities = Measure(
    "hits_hub_authority", "Hubs and authorities (HITS)",
    "Hub: arcs to many authorities; authority: arcs from many hubs; each sums to 1.",
    needs: .directions,
    of: .elements { input in
      guard let found = input.graph.hubsAndAuthorities() else {
        return .undefined(
          input.graph.nodeCount, columns: ["hub", "authority"],
          reason: "the ties have no one best answer")
      }
      return ElementValues(columns: [
        .init(name: "hub", values: found.hubs.map { $0 }),
        .init(name: "authority", values: found.authorities.map { $0 }),
      ])
    })

  private static let apart = "the network is directed, or some elements reach not all"

  /// Betweenness by all ways at once.
  public static let currentFlowBetweenness = Measure(
    "current_flow_betweenness", "Bridging by all ways (current flow)",
    "The share of a current between two others that flows through the element, as a mean over all "
      + "pairs: long ways count too.",
    needs: .mutuality, mostElements: 5_000,
    of: .elements { input in
      guard let scores = input.graph.currentFlowBetweenness() else {
        return .undefined(input.graph.nodeCount, reason: apart)
      }
      return ElementValues(scores)
    })

  /// Closeness by all ways at once.
  public static let currentFlowCloseness = Measure(
    "current_flow_closeness", "Closeness by all ways (current flow)",
    "1 ÷ the sum of electrical distances to all others: many ways make two close.",
    needs: .mutuality, mostElements: 5_000,
    of: .elements { input in
      guard let scores = input.graph.currentFlowCloseness() else {
        return .undefined(input.graph.nodeCount, reason: apart)
      }
      return ElementValues(scores)
    })

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
