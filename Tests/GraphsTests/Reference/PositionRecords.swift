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
]
