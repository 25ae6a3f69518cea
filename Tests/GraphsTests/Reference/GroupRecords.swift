import Graphs

/// Groups: mixing, modularity, agreement of partitions.
let groupRecords: [String: ReferenceCheck] = [
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
  "nmi_max": {
    JSONValue($0.partition.normalizedMutualInformation($0.given, by: .largerEntropy))
  },
  "ami": { JSONValue($0.partition.adjustedMutualInformation($0.given)) },
  "best_cpm": {
    let resolution = $0.params["gamma"]?.number ?? 0
    let found = $0.graph.bestLeidenCommunities(
      by: .constantPotts(resolution: resolution), runs: 20, seed: 1)
    let quality = $0.graph.constantPottsQuality(of: $0.given, resolution: resolution)
    // Worse than the best known is wrong; the best known must be worth what the record says.
    return (found.quality ?? 0) < quality - 1e-9 ? .null : JSONValue(quality)
  },
  "best_partition": {
    // One of several divisions may be the best: what it is worth must be what ours is.
    let known = $0.graph.modularity(of: Partition(labels: $0.expected.integers)) ?? .nan
    let found = $0.graph.bestLeidenCommunities(runs: 40, seed: 1)
    return abs((found.modularity ?? .infinity) - known) < 1e-9
      ? $0.expected : JSONValue(found.partition.groups)
  },
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
