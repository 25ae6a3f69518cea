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
  "reciprocity_dyad_nonnull": { JSONValue($0.graph.dyadCensus().reciprocityOfTiedPairs) },
  "reciprocity_dyadic_all": { JSONValue($0.graph.dyadCensus().symmetryOfPairs) },
  "dyad_census_mut_asym_null": {
    let census = $0.graph.dyadCensus()
    return JSONValue([census.mutual, census.oneWay, census.null])
  },
  "triad_census": { JSONValue($0.graph.triadCensus().counts) },
  "transitivity": { JSONValue($0.graph.transitivity()) },
  "transitivity_directed": { JSONValue($0.graph.directedTransitivity()) },
  "local_clustering": { JSONValue($0.graph.localClustering().map { $0 ?? 0 }) },
  "average_clustering": { JSONValue($0.graph.averageClustering(undefined: .countAsZero)) },
  "average_clustering_defined_only": { JSONValue($0.graph.averageClustering()) },
  "degree_assortativity": { JSONValue($0.graph.degreeAssortativity()) },
  "fragmentation": { JSONValue($0.graph.fragmentation()) },
  "distance_weighted_fragmentation": { JSONValue($0.graph.distanceWeightedFragmentation()) },
  "centralization_degree": { JSONValue($0.graph.degreeCentralization()) },
  "centralization_indegree_outdegree": {
    JSONValue([$0.graph.inDegreeCentralization(), $0.graph.outDegreeCentralization()])
  },
  "centralization_betweenness": { JSONValue($0.graph.betweennessCentralization()) },
  "centralization_closeness": { JSONValue($0.graph.closenessCentralization()) },
  "vertex_connectivity": { JSONValue($0.graph.vertexConnectivity().map(Double.init)) },
  "edge_connectivity": { JSONValue($0.graph.edgeConnectivity().map(Double.init)) },
  "k_components": { kComponents($0) },
  "core_periphery_discrete": { discreteCorePeriphery($0) },
  "core_periphery_discrete_best_found": { discreteCorePeriphery($0) },
  "core_periphery_continuous_minres": {
    let found = $0.reference.graph.continuousCorePeriphery()
    return found?.hasConverged == true ? JSONValue(found?.values.values ?? []) : .null
  },
  "small_world_sigma_analytic": {
    let measured = $0.graph.smallWorldByFormula()
    return .object([
      "C": JSONValue(measured?.transitivity), "L": JSONValue(measured?.averagePathLength),
      "C_rand": JSONValue(measured?.randomTransitivity),
      "L_rand": JSONValue(measured?.randomPathLength), "sigma": JSONValue(measured?.sigma),
    ])
  },
  "krackhardt_connectedness": { JSONValue($0.graph.krackhardtConnectedness()) },
  "krackhardt_hierarchy": { JSONValue($0.graph.krackhardtHierarchy()) },
  "krackhardt_efficiency": { JSONValue($0.graph.krackhardtEfficiency()) },
  "krackhardt_efficiency_underlying": {
    JSONValue($0.graph.krackhardtEfficiency(counting: .pairs))
  },
  "krackhardt_lubness": { JSONValue($0.graph.krackhardtLeastUpperBoundedness()) },

  "algebraic_connectivity": { JSONValue($0.graph.algebraicConnectivity()) },
]

private func kComponents(_ reference: ReferenceCase) -> JSONValue {
  var levels: [String: JSONValue] = [:]
  for component in reference.graph.kComponents() ?? [] {
    let level = String(component.connectivity)
    let members = JSONValue(component.members.map(\.index))
    levels[level] = .list((levels[level]?.list ?? []) + [members])
  }
  // Any level too many or too few is wrong, so the whole is compared.
  guard case .object(let expected) = reference.expected, expected.count == levels.count else {
    return .null
  }
  return .object(levels)
}

/// The records of all cores list them by their nodes in binary; of a search, they are what ours
/// must not be worse than.
private func discreteCorePeriphery(_ reference: ReferenceCase) -> JSONValue {
  guard case .object(let expected) = reference.expected else { return .null }
  let patterns: [(String, CorePeripheryPattern)] = [("or", .either), ("missing", .missing)]
  let found = patterns.map { name, pattern in
    let division = reference.graph.discreteCorePeriphery(pattern: pattern)
    guard case .object(let known) = expected[name] else { return (name, JSONValue.null) }
    if division?.isExhaustive == false, let known = known["correlation"]?.number {
      let isAsGood = (division?.correlation ?? 0) > known - 1e-6
      return (name, .object(["correlation": isAsGood ? .number(known) : .null]))
    }
    let cores = (division?.cores ?? []).sorted { second, first in
      first.lexicographicallyPrecedes(second)
    }
    return (
      name,
      .object([
        "correlation": JSONValue(division?.correlation),
        "cores": .list(cores.map { JSONValue($0.map(\.index)) }),
      ])
    )
  }
  return .object(Dictionary(uniqueKeysWithValues: found))
}
