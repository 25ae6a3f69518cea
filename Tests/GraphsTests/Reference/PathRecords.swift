import Graphs

/// Shortest paths: betweenness, closeness, path lengths.
let pathRecords: [String: ReferenceCheck] = [
  "betweenness": {
    JSONValue($0.graph.betweenness(scale: .raw, distances: $0.distances).values)
  },
  "betweenness_normalized": { JSONValue($0.graph.betweenness(distances: $0.distances).values) },
  "edge_betweenness": { reference in
    // The files list ties in an order of their own.
    let graph = reference.graph
    let scores = graph.edgeBetweenness(scale: .raw, distances: reference.distances)
    let places = Dictionary(
      uniqueKeysWithValues: zip(graph.edges.map { [$0.source.index, $0.target.index] }, 0...))
    return JSONValue(
      reference.reference.edges.map { tie -> Double? in
        (places[[tie.s, tie.t]] ?? places[[tie.t, tie.s]]).map { scores[$0] }
      })
  },
  "harmonic": { JSONValue($0.graph.harmonic(distances: $0.distances).values) },
  "harmonic_in": {
    JSONValue($0.graph.harmonic(direction: .incoming, distances: $0.distances).values)
  },
  "closeness_wasserman_faust": {
    JSONValue($0.graph.closenessWassermanFaust(distances: $0.distances).values)
  },
  "closeness_wasserman_faust_in": {
    let lengths = $0.graph.pathLengths(direction: .incoming, distances: $0.distances)
    return JSONValue(lengths.closenessWassermanFaust.values)
  },
  "closeness_component": {
    JSONValue($0.graph.closenessWithinReach(distances: $0.distances))
  },
  "two_step_reach": { JSONValue($0.graph.reach(within: 2)) },
  "global_efficiency": { JSONValue($0.graph.globalEfficiency(distances: $0.distances)) },
  "average_path_length": { JSONValue($0.graph.averagePathLength(distances: $0.distances)) },
  "diameter": { JSONValue($0.graph.diameter(distances: $0.distances)) },
]
