import Graphs

extension Measure {
  /// Measures of the shortest paths between elements.
  static let paths: [Measure] = [
    betweenness, betweennessNormalized, edgeBetweenness, harmonic, harmonicIn, closeness,
    closenessIn,
    closenessWithinReach, twoStepReach, globalEfficiency, averagePathLength, diameter,
    fragmentation, distanceFragmentation,
  ]

  /// Shortest paths of others that run through it, as counted.
  public static let betweenness = Measure(
    "betweenness", "Bridging (betweenness)",
    "The number of pairs of others whose shortest path runs through the element; where a pair "
      + "has several, the share of them.",
    of: .elements { input in
      guard input.precision != .exact else {
        return ElementValues(input.graph.betweenness(scale: .raw, distances: input.distances))
      }
      let others = Double(max(0, input.graph.nodeCount - 1))
      let pairs = others * (others - 1) / (input.graph.isDirected ? 1 : 2)
      return ElementValues(
        input.normalizedBetweenness(for: "betweenness").mapValues { $0 * max(0, pairs) })
    })

  /// Betweenness as a share of all pairs.
  public static let betweennessNormalized = Measure(
    "betweenness_normalized", "Bridging (betweenness), as a share",
    "Betweenness as a share of all pairs of others.",
    of: .elements { ElementValues($0.normalizedBetweenness(for: "betweenness_normalized")) })

  /// Shortest paths that run along a tie.
  public static let edgeBetweenness = Measure(
    "edge_betweenness", "Bridging of ties (edge betweenness)",
    "The number of pairs whose shortest path runs along the tie; where a pair has several, the "
      + "share of them.",
    of: .ties { $0.graph.edgeBetweenness(scale: .raw, distances: $0.distances) })

  /// Harmonic closeness: its reach.
  public static let harmonic = Measure(
    "harmonic", "Reach (harmonic closeness)",
    "The mean of 1 ÷ distance to every other element, 0 where there is no path: 1 is a tie to "
      + "everyone.",
    of: .elements { ElementValues($0.harmonic(.outgoing, for: "harmonic")) })

  /// Harmonic closeness towards it.
  public static let harmonicIn = Measure(
    "harmonic_in", "Reach by others (harmonic closeness)",
    "The mean of 1 ÷ distance from every other element, 0 where there is no path.",
    needs: .directions, of: .elements { ElementValues($0.harmonic(.incoming, for: "harmonic_in")) })

  /// Closeness in Wasserman and Faust's form.
  public static let closeness = Measure(
    "closeness_wasserman_faust", "Closeness (Wasserman–Faust)",
    "The share of others that can be reached, divided by the mean distance to them.",
    of: .elements { ElementValues($0.lengths.closenessWassermanFaust) })

  /// Closeness towards it, in Wasserman and Faust's form.
  public static let closenessIn = Measure(
    "closeness_wasserman_faust_in", "Closeness by others (Wasserman–Faust)",
    "The share of others that can reach the element, divided by their mean distance to it.",
    needs: .directions, of: .elements { ElementValues($0.incomingLengths.closenessWassermanFaust) })

  /// Closeness among those it reaches.
  public static let closenessWithinReach = Measure(
    "closeness_component", "Closeness within reach",
    "1 ÷ the mean distance to those that can be reached: comparable only between elements that "
      + "reach as many.",
    of: .elements {
      ElementValues($0.lengths.closenessWithinReach, otherwise: "the element reaches nobody")
    })

  /// How many are at most two steps away.
  public static let twoStepReach = Measure(
    "two_step_reach", "Within two steps",
    "The number of others at most two steps away.",
    of: .elements { ElementValues($0.graph.reach(within: 2)) })

  /// The share of pairs that no path joins.
  public static let fragmentation = Measure(
    "fragmentation", "Fragmentation",
    "The share of pairs that no path joins, directions ignored.",
    of: .network {
      MeasureValue($0.graph.fragmentation(), otherwise: "there are fewer than two elements")
    })

  /// One less the mean of 1/distance.
  public static let distanceFragmentation = Measure(
    "distance_weighted_fragmentation", "Fragmentation by distance",
    "1 − the mean of 1 ÷ distance over all pairs, directions ignored.",
    of: .network {
      MeasureValue(
        $0.graph.distanceWeightedFragmentation(), otherwise: "there are fewer than two elements")
    })

  /// The mean of 1/distance.
  public static let globalEfficiency = Measure(
    "global_efficiency", "Efficiency",
    "The mean of 1 ÷ distance over all pairs, 0 where there is no path.",
    of: .network {
      MeasureValue($0.lengths.globalEfficiency, otherwise: "there are fewer than two elements")
    })

  /// The mean distance where there is a path.
  public static let averagePathLength = Measure(
    "average_path_length", "Average path length",
    "The mean distance over the pairs that a path joins.",
    of: .network {
      MeasureValue($0.lengths.averagePathLength, otherwise: "no path joins two elements")
    })

  /// The longest distance where there is a path.
  public static let diameter = Measure(
    "diameter", "Longest shortest path",
    "The longest distance between two elements that a path joins.",
    of: .network {
      MeasureValue($0.lengths.diameter, otherwise: "no path joins two elements")
    })
}
