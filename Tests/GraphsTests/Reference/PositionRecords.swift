import Graphs

/// The place of a node: degree, cores, spectral measures.
let positionRecords: [String: ReferenceCheck] = [
  "degree": { JSONValue($0.graph.degree()) },
  "in_degree": { JSONValue($0.graph.inDegree()) },
  "out_degree": { JSONValue($0.graph.outDegree()) },
  "strength": { JSONValue($0.reference.graph.strength().values) },
  "in_strength": { JSONValue($0.reference.graph.inStrength().values) },
  "out_strength": { JSONValue($0.reference.graph.outStrength().values) },
  "coreness": { JSONValue($0.graph.coreness()) },
  "coreness_total_degree": { JSONValue($0.graph.totalDegreeCoreness()) },
  "pagerank": { JSONValue($0.graph.pageRank().values) },
  "eigenvector": { JSONValue(scores: $0.graph.eigenvector()) },
  "katz": {
    // The factor that is chosen without one given is that of the records.
    guard let katz = $0.graph.katz(), let alpha = $0.params["alpha"]?.number,
      abs(katz.alpha - alpha) < 1e-9
    else { return .null }
    return JSONValue(katz.scores.values)
  },
  "hits_hub_authority": {
    guard let scores = $0.graph.hubsAndAuthorities() else { return .null }
    return .list([JSONValue(scores.hubs.values), JSONValue(scores.authorities.values)])
  },
  "current_flow_betweenness": { JSONValue(scores: $0.graph.currentFlowBetweenness()) },
  "current_flow_closeness": { JSONValue(scores: $0.graph.currentFlowCloseness()) },
  "ego_betweenness": { JSONValue($0.graph.egoBetweenness().values) },
  "bridging_centrality": { JSONValue($0.graph.bridgingCentrality().values) },
]
