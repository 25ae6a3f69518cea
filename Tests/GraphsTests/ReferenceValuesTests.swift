import Graphs
import Testing

/// Every record of the reference files whose metric is in the table agrees.
@Suite(
  .enabled(
    if: ReferenceFiles.areAtHand, "the reference values are not at ../shared/data"))
struct ReferenceValuesTests {
  @Test func recordsAgree() throws {
    let (graphs, records) = try ReferenceFiles.load()
    var compared: [String: Int] = [:]
    for record in records {
      guard let measure = measures[record.metric], let expected = record.value else { continue }
      let graph = try #require(graphs[record.graphID], "\(record.metric)")
      let computed = measure(ReferenceCase(reference: graph, params: record.params))
      compared[record.metric, default: 0] += 1
      let tolerance = looserTolerances[record.metric] ?? record.tolerance ?? 1e-9
      #expect(
        expected.agrees(with: computed, tolerance: tolerance),
        "\(record.metric) of \(graph.id) \(record.params): \(computed), expected \(expected)")
    }
    // A metric that no file holds would pass unseen.
    for metric in measures.keys { #expect(compared[metric, default: 0] > 0, "\(metric)") }
    #expect(compared.values.reduce(0, +) >= 360)
  }
}

extension ReferenceValuesTests {
  /// How runs spread is a property of the search, not of the graph: ours must not be worse than
  /// leidenalg's, of which the files hold the spread of 200 runs.
  @Test func runsAreNoWorseThanThoseOfLeidenalg() throws {
    let (graphs, records) = try ReferenceFiles.load()
    var compared = 0
    for record in records {
      guard record.metric.hasPrefix("seed_"), let graph = graphs[record.graphID] else { continue }
      let reference = ReferenceCase(reference: graph, params: record.params)
      let found = reference.graph.bestLeidenCommunities(runs: 200, seed: 1)
      switch (record.metric, record.value) {
      case ("seed_stability_mean_pairwise_ari", .number(let stability)):
        #expect(try #require(found.stability()) > stability - 0.05, "\(graph.id)")
      case ("seed_distribution", .object(let spread)):
        let median = found.modularityOfRuns.sorted()[100]
        #expect(median > (spread["median"]?.number ?? .infinity) - 0.005, "\(graph.id)")
      default: continue
      }
      compared += 1
    }
    #expect(compared == 16)
  }
}

/// A graph and the parameters that a value was computed with.
struct ReferenceCase {
  var reference: ReferenceGraph
  var params: [String: JSONValue]

  var graph: Graph { isWeighted ? reference.graph : reference.graph.unweighted }
  var isWeighted: Bool { params["weighted"]?.number == 1 }
  var distances: DistanceRule { isWeighted ? .inverseWeight : .hops }
  var labels: [Int?] { reference.labels(params["attribute"]?.string ?? "").numbers }
  var names: [String] { reference.labels(params["attribute"]?.string ?? "").names }
  var partition: Partition { Partition(labels: labels) }
  /// The partition that a record carries.
  var given: Partition { Partition(labels: params["partition"]?.integers ?? []) }
}

/// Records that come from random draws; the tolerances given in their conventions.
private let looserTolerances: [String: Double] = [:]

private let measures: [String: @Sendable (ReferenceCase) -> JSONValue] = [
  "degree": { JSONValue($0.graph.degree()) },
  "in_degree": { JSONValue($0.graph.inDegree()) },
  "out_degree": { JSONValue($0.graph.outDegree()) },
  "strength": { JSONValue($0.reference.graph.strength().values) },
  "in_strength": { JSONValue($0.reference.graph.inStrength().values) },
  "out_strength": { JSONValue($0.reference.graph.outStrength().values) },
  "betweenness": {
    JSONValue($0.graph.betweenness(scale: .raw, distances: $0.distances).values)
  },
  "betweenness_normalized": { JSONValue($0.graph.betweenness(distances: $0.distances).values) },
  "coreness": { JSONValue($0.graph.coreness()) },
  "component_sizes_weak": { JSONValue($0.graph.components().sizes.sorted(by: >)) },
  "component_sizes_strong": { JSONValue($0.graph.strongComponents().sizes.sorted(by: >)) },
  "articulation_points": { JSONValue($0.graph.articulationPoints().map(\.index)) },
  "bridges": {
    .list($0.graph.bridges().map { JSONValue([$0.source.index, $0.target.index]) })
  },
  "density": { JSONValue($0.graph.density) },
  "reciprocity_arc": { JSONValue($0.graph.reciprocity) },
  "transitivity": { JSONValue($0.graph.transitivity()) },
  "modularity_of_attribute": {
    JSONValue($0.reference.graph.undirected.unweighted.modularity(of: $0.partition))
  },
  "modularity_of_attribute_weighted": {
    JSONValue($0.reference.graph.undirected.modularity(of: $0.partition))
  },
  "modularity_directed_of_attribute": { JSONValue($0.graph.modularity(of: $0.partition)) },
  "modularity_optimum_exact": {
    JSONValue($0.graph.bestLeidenCommunities(seed: 1).modularity)
  },
  "best_modularity": { JSONValue($0.graph.bestLeidenCommunities(seed: 1).modularity) },
  "best_modularity_resolution": {
    JSONValue(
      $0.graph.undirected.modularity(of: $0.given, resolution: $0.params["gamma"]?.number ?? 1))
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
  "global_efficiency": { JSONValue($0.graph.globalEfficiency(distances: $0.distances)) },
  "average_path_length": { JSONValue($0.graph.averagePathLength(distances: $0.distances)) },
  "diameter": { JSONValue($0.graph.diameter(distances: $0.distances)) },
  "ei_index": { externalInternalIndex($0) },
  "ei_index_node": { JSONValue($0.graph.externalInternalIndex(of: $0.labels).nodes.values) },
  "ei_index_permutation_mc": {
    let test = $0.graph.externalInternalSignificance(of: $0.labels, permutations: 9_999, seed: 1)
    return .object([
      "mean": JSONValue(test?.mean), "sd": JSONValue(test?.standardDeviation),
      "p_low": JSONValue(test?.pInward), "p_high": JSONValue(test?.pOutward),
    ])
  },
  "ei_exact_permutation": {
    let index = $0.graph.externalInternalIndex(of: $0.labels)
    return .object([
      "ei": JSONValue(index.value), "mean": JSONValue(index.expected),
      "sd": JSONValue(index.standardDeviation),
    ])
  },
  "assortativity_nominal": { JSONValue($0.graph.assortativity(by: $0.labels)) },
  "mixing_matrix": {
    let matrix = $0.graph.mixingMatrix(by: $0.labels)
    return .object([
      "classes": .list($0.names.map(JSONValue.text)),
      "counts": .list(matrix.counts.map { JSONValue($0) }),
    ])
  },
  "coleman_homophily": {
    let homophily = $0.graph.mixingMatrix(by: $0.labels).colemanHomophily
    return .object(
      Dictionary(uniqueKeysWithValues: zip($0.names, homophily.map { JSONValue($0) })))
  },
  "modularity_null_degree_preserving": {
    let test = $0.graph.modularitySignificance(runsPerReplicate: 5, replicates: 499, seed: 1)
    return .object(["mean": JSONValue(test?.nullMean), "sd": JSONValue(test?.nullSD)])
  },
  "ari_permutation": {
    let test = $0.partition.agreementSignificance($0.given, permutations: 39_999, seed: 1)
    return .object([
      "mean": JSONValue(test.mean), "sd": JSONValue(test.standardDeviation),
      "p": JSONValue(test.p),
    ])
  },
  "ari": { JSONValue($0.partition.adjustedRandIndex($0.given)) },
  "nmi_arithmetic": { JSONValue($0.partition.normalizedMutualInformation($0.given)) },
  "vi_nats": { JSONValue($0.partition.variationOfInformation($0.given)) },
]

private func externalInternalIndex(_ reference: ReferenceCase) -> JSONValue {
  let index = reference.graph.externalInternalIndex(of: reference.labels)
  let groups = zip(reference.names, index.groups).map { name, group in
    (
      name,
      JSONValue.object([
        "internalTies": .number(Double(group.internalTies)),
        "externalTies": .number(Double(group.externalTies)),
        "ei_ties": JSONValue(group.value), "ei_endpoints": JSONValue(group.valueByEndpoints),
      ])
    )
  }
  return .object([
    "ties": .number(Double(index.internalTies + index.externalTies)),
    "internal": .number(Double(index.internalTies)),
    "external": .number(Double(index.externalTies)),
    "ei": JSONValue(index.value), "expected_permutation": JSONValue(index.expected),
    "sd_permutation": JSONValue(index.standardDeviation), "z": JSONValue(index.z),
    "min_possible": JSONValue(index.minimum), "max_possible": JSONValue(index.maximum),
    "rescaled": JSONValue(index.rescaled),
    "per_group": .object(Dictionary(uniqueKeysWithValues: groups)),
  ])
}
