import Graphs

/// A measure that is timed on every graph.
struct MeasureCase: Sendable {
  /// Which form of a graph a measure is of.
  enum Form: Sendable {
    case plain, weighted, directed
  }

  /// How its cost grows, roughly: which sizes make a fair series.
  enum Cost: Sendable {
    /// A search from every node.
    case allPairs
    /// A few looks at each tie.
    case linear
  }

  let name: String
  var form = Form.plain
  var cost = Cost.linear
  /// Measures a graph and adds the result up, so that programs can be compared.
  let total: @Sendable (Graph) -> Double

  func graph(of graph: BenchmarkGraph) -> Graph {
    switch form {
    case .plain: graph.plain
    case .weighted: graph.weighted
    case .directed: graph.directed
    }
  }

  /// Every measure, by the name that it has in results.
  static let all: [MeasureCase] = [
    MeasureCase(name: "betweenness", cost: .allPairs) {
      $0.betweenness(scale: .raw).reduce(0, +)
    },
    MeasureCase(name: "edge_betweenness", cost: .allPairs) {
      $0.edgeBetweenness(scale: .raw).reduce(0, +)
    },
    MeasureCase(name: "weighted_betweenness", form: .weighted, cost: .allPairs) {
      $0.betweenness(scale: .raw, distances: .inverseWeight).reduce(0, +)
    },
    MeasureCase(name: "harmonic", cost: .allPairs) { $0.pathLengths().inverseSum.reduce(0, +) },
    MeasureCase(name: "closeness", cost: .allPairs) {
      $0.closenessWithinReach().reduce(0) { $0 + ($1 ?? 0) }
    },
    MeasureCase(name: "average_path_length", cost: .allPairs) { $0.averagePathLength() ?? 0 },
    MeasureCase(name: "diameter", cost: .allPairs) { $0.diameter() ?? 0 },
    MeasureCase(name: "global_efficiency", cost: .allPairs) { $0.globalEfficiency() ?? 0 },
    MeasureCase(name: "triad_census", form: .directed) { Double($0.triadCensus().counts[15]) },
    MeasureCase(name: "constraint") { $0.burtConstraint().reduce(0) { $0 + ($1 ?? 0) } },
    MeasureCase(name: "clustering") { $0.localClustering().reduce(0) { $0 + ($1 ?? 0) } },
    MeasureCase(name: "coreness") { Double($0.coreness().reduce(0, +)) },
    MeasureCase(name: "pagerank") { $0.pageRank().max() ?? 0 },
    MeasureCase(name: "articulation_points") { Double($0.articulationPoints().count) },
    MeasureCase(name: "blocks") { Double($0.biconnectedComponents().count) },
    MeasureCase(name: "components") { Double($0.components().groupCount) },
    MeasureCase(name: "degree") { Double($0.degree().reduce(0, +)) },
    MeasureCase(name: "leiden") { graph in
      var random = SeededGenerator(seed: 1)
      return graph.modularity(of: graph.leidenCommunities(using: &random)) ?? 0
    },
  ]
}

/// Times every measure on every graph.
func everyMeasure(on graphs: [BenchmarkGraph], _ stopwatch: inout Stopwatch) {
  for graph in graphs {
    for measure in MeasureCase.all {
      let form = measure.graph(of: graph)
      stopwatch.measure(measure.name, on: graph.name) { measure.total(form) }
    }
  }
}
