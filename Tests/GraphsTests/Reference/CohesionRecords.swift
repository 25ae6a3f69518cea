import Graphs

/// How the whole hangs together.
let cohesionRecords: [String: ReferenceCheck] = [
  "component_sizes_weak": { JSONValue($0.graph.components().sizes.sorted(by: >)) },
  "component_sizes_strong": { JSONValue($0.graph.strongComponents().sizes.sorted(by: >)) },
  "articulation_points": { JSONValue($0.graph.articulationPoints().map(\.index)) },
  "bridges": {
    .list($0.graph.bridges().map { JSONValue([$0.source.index, $0.target.index]) })
  },
  "biconnected_component_sizes": {
    JSONValue($0.graph.biconnectedComponents().sizes.sorted(by: >))
  },
  "density": { JSONValue($0.graph.density) },
  "reciprocity_arc": { JSONValue($0.graph.reciprocity) },
  "transitivity": { JSONValue($0.graph.transitivity()) },
]
