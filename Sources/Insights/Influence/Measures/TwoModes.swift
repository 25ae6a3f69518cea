import Graphs

extension Measure {
  /// Measures of networks of two types of elements, each tied only to the other: people and tables.
  static let twoModes: [Measure] = [
    twoModeDegree, twoModeCloseness, twoModeBetweenness, twoModeDensity, twoModeClustering,
    sharedEvents, newmanProjection, jaccardProjection, hyperbolicProjection, sharedByChance,
  ]

  /// The share of the other type that it is tied to.
  public static let twoModeDegree = Measure(
    "bipartite_degree_centrality", "Share of the other type tied to it",
    "Ties as a share of the elements of the other type.", needs: .twoModes,
    of: .elements { input in
      guard let modes = input.twoModes else { return .undefined(input.graph.nodeCount) }
      return ElementValues(modes.degreeCentrality())
    })

  /// Closeness against the closest that its type allows.
  public static let twoModeCloseness = Measure(
    "bipartite_closeness_normalized", "Closeness, for its type",
    "Closeness against the closest that an element of its type could be.", needs: .twoModes,
    of: .elements { input in
      guard let values = input.twoModes?.closeness() else {
        return .undefined(input.graph.nodeCount, reason: "some elements reach not all")
      }
      return ElementValues(values)
    })

  /// Betweenness against the most that its type allows.
  public static let twoModeBetweenness = Measure(
    "bipartite_betweenness_normalized", "Bridging, for its type",
    "Betweenness against the most that an element of its type could have.", needs: .twoModes,
    of: .elements { input in
      guard let modes = input.twoModes else { return .undefined(input.graph.nodeCount) }
      return ElementValues(modes.betweenness())
    })

  /// The share of possible ties between the types.
  public static let twoModeDensity = Measure(
    "bipartite_density", "Density between the types",
    "The share of possible ties between the two types that are reported.", needs: .twoModes,
    of: .network {
      MeasureValue($0.twoModes?.density, otherwise: "one of the types has no element")
    })

  /// How often two who share one thing share another.
  public static let twoModeClustering = Measure(
    "bipartite_clustering_robins_alexander", "Shared more than once (clustering)",
    "How often three ties in a row close into a ring of four.", needs: .twoModes,
    of: .network {
      MeasureValue($0.twoModes?.clustering(), otherwise: "no three ties lie in a row")
    })

  /// How much two of the first type share.
  public static let sharedEvents = projection(
    "projection_counts", .sharedEvents, "What two have in common",
    "The number of elements of the other type that two share.")

  /// The same where large ones bind little.
  public static let newmanProjection = projection(
    "projection_newman", .newman, "What two have in common, by Newman",
    "For each that two share, 1 ÷ (those who share it − 1): a large table binds each two of its "
      + "members little.")

  /// The share of what either has that both have.
  public static let jaccardProjection = projection(
    "projection_jaccard", .jaccard, "What two have in common, as a share",
    "What two share as a share of what either has.")

  /// The same by 1 over the size.
  public static let hyperbolicProjection = projection(
    "projection_hyperbolic_degree", .hyperbolic, "What two have in common, by size",
    "For each that two share, 1 ÷ those who share it.")

  private static func projection(
    _ name: String, _ weight: ProjectionWeight, _ title: String, _ definition: String
  ) -> Measure {
    Measure(
      name, title, definition, needs: .twoModes, mostElements: 2_000,
      of: .matrix { input in
        guard let modes = input.twoModes else { return .list([]) }
        return .list(
          modes.projection(weight).edges.map { tie in
            .pair(
              input.element(modes.actors[tie.source.index]),
              input.element(modes.actors[tie.target.index]), .number(tie.weight))
          })
      })
  }

  /// How likely two share as much by chance.
  public static let sharedByChance = Measure(
    "projection_hypergeometric_p", "What two have in common, against chance",
    "The chance that two who have as many each would share as much or more if they were dealt out "
      + "at random; among many pairs some are small by chance.",
    needs: .twoModes, mostElements: 2_000,
    of: .matrix { input in
      guard let modes = input.twoModes else { return .list([]) }
      return .list(
        modes.sharedEventSignificance().map { pair in
          .pair(
            input.element(modes.actors[pair.first.index]),
            input.element(modes.actors[pair.second.index]), .number(pair.p))
        })
    })
}
