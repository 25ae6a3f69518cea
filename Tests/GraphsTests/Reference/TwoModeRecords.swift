import Graphs

/// Two-mode networks: projections and measures that know of the modes.
let twoModeRecords: [String: ReferenceCheck] = [
  "projection_counts": { projection($0, .sharedEvents) },
  "projection_newman": { projection($0, .newman) },
  "projection_newman_row_sums_equal_events_with_2plus": {
    JSONValue($0.twoMode?.projection(.newman).strength().values ?? [])
  },
  "projection_jaccard": { projection($0, .jaccard) },
  "projection_hyperbolic_degree": { projection($0, .hyperbolic) },
  "projection_hypergeometric_p": {
    guard let twoMode = $0.twoMode else { return .null }
    var rows = twoMode.actors.map { _ in twoMode.actors.map { _ in 1.0 } }
    for pair in twoMode.sharedEventSignificance() {
      rows[pair.first.index][pair.second.index] = pair.p
      rows[pair.second.index][pair.first.index] = pair.p
    }
    return .list(rows.map { JSONValue($0) })
  },
  "bipartite_density": { JSONValue($0.twoMode?.density) },
  "bipartite_clustering_robins_alexander": { JSONValue($0.twoMode?.clustering()) },
  "bipartite_degree_centrality": { JSONValue(scores: $0.twoMode?.degreeCentrality()) },
  "bipartite_betweenness_normalized": { JSONValue(scores: $0.twoMode?.betweenness()) },
  "bipartite_closeness_normalized": { JSONValue(scores: $0.twoMode?.closeness()) },
]

extension ReferenceCase {
  /// The graph with its events told from its actors, who come first in the file.
  fileprivate var twoMode: TwoModeGraph? {
    TwoModeGraph(graph, isEvent: reference.nodes.map { $0.attrs["bipartite"]?.number == 1 })
  }
}

private func projection(_ reference: ReferenceCase, _ weight: ProjectionWeight) -> JSONValue {
  guard let graph = reference.twoMode?.projection(weight) else { return .null }
  return .list(
    graph.nodes.map { first in
      JSONValue(graph.nodes.map { graph.weight(from: first, to: $0) ?? 0 })
    })
}
