import Graphs

extension Measure {
  /// Measures of the shortest paths between elements.
  static let paths: [Measure] = [
    betweenness, betweennessNormalized, harmonic, harmonicIn, closeness, globalEfficiency,
    averagePathLength, diameter,
  ]

  /// Shortest paths of others that run through it, as counted.
  public static let betweenness = Measure(
    "betweenness", "Bridging (betweenness)",
    "The number of pairs of others whose shortest path runs through the element; where a pair "
      + "has several, the share of them.",
    of: .elements { ElementValues($0.graph.betweenness(scale: .raw, distances: $0.distances)) })

  /// Betweenness as a share of all pairs.
  public static let betweennessNormalized = Measure(
    "betweenness_normalized", "Bridging (betweenness), as a share",
    "Betweenness as a share of all pairs of others.",
    of: .elements { ElementValues($0.graph.betweenness(distances: $0.distances)) })

  /// Harmonic closeness: its reach.
  public static let harmonic = Measure(
    "harmonic", "Reach (harmonic closeness)",
    "The mean of 1 ÷ distance to every other element, 0 where there is no path: 1 is a tie to "
      + "everyone.",
    of: .elements { ElementValues($0.lengths.harmonic) })

  /// Harmonic closeness towards it.
  public static let harmonicIn = Measure(
    "harmonic_in", "Reach by others (harmonic closeness)",
    "The mean of 1 ÷ distance from every other element, 0 where there is no path.",
    needs: .directions, of: .elements { ElementValues($0.incomingLengths.harmonic) })

  /// Closeness in Wasserman and Faust's form.
  public static let closeness = Measure(
    "closeness_wasserman_faust", "Closeness (Wasserman–Faust)",
    "The share of others that can be reached, divided by the mean distance to them.",
    of: .elements { ElementValues($0.lengths.closenessWassermanFaust) })

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
