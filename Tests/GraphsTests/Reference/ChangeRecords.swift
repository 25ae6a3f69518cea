import Graphs

/// Change: tie change, permutation tests, the effect of adding a tie.
let changeRecords: [String: ReferenceCheck] = [
  "qap_exact": {
    let later = Graph(
      nodeCount: $0.graph.nodeCount, edges: $0.ties("wave2_edges"))
    let test = $0.graph.exactQuadraticAssignment(with: later)
    return .object([
      "r": JSONValue(test?.correlation), "mean": JSONValue(test?.mean),
      "sd": JSONValue(test?.standardDeviation), "p_ge": JSONValue(test?.pHigh),
      "p_le": JSONValue(test?.pLow),
      "permutations": JSONValue(test.map { Double($0.permutations) }),
    ])
  },
  "edge_addition_delta_global_efficiency": {
    JSONValue($0.graph.efficiencyGains(ofAdding: $0.ties("pairs")))
  },
  "edge_addition_delta_algebraic_connectivity": {
    JSONValue($0.graph.algebraicConnectivityGains(ofAdding: $0.ties("pairs")) ?? [])
  },
  "edge_addition_delta_modularity_fixed_partition": {
    let club = Partition(labels: $0.reference.labels("club").numbers)
    return JSONValue($0.graph.modularityGains(ofAdding: $0.ties("pairs"), to: club) ?? [])
  },
  "link_prediction_adamic_adar": {
    JSONValue($0.graph.linkPredictions(for: $0.ties("pairs")).map(\.adamicAdar))
  },
  "link_prediction_jaccard_coefficient": {
    JSONValue($0.graph.linkPredictions(for: $0.ties("pairs")).map(\.jaccardCoefficient))
  },
  "link_prediction_resource_allocation": {
    JSONValue($0.graph.linkPredictions(for: $0.ties("pairs")).map(\.resourceAllocation))
  },
]

extension ReferenceCase {
  /// The pairs of nodes under a parameter.
  fileprivate func ties(_ name: String) -> [Edge] {
    (params[name]?.list ?? []).map { pair in
      let ends = pair.integers
      return Edge(ends[0], ends[1])
    }
  }
}
