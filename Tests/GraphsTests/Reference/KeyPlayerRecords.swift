import Graphs

/// What depends on a few nodes: fragmentation, key players, robustness.
let keyPlayerRecords: [String: ReferenceCheck] = [
  "kpp_neg_fragmentation_by_node": {
    JSONValue($0.graph.fragmentationByNode()?.values ?? [])
  },
  "kpp_neg_distance_fragmentation_by_node": {
    JSONValue($0.graph.distanceFragmentationByNode()?.values ?? [])
  },
  "kpp_neg_fragmentation_best": { keyPlayers($0, for: .fragmentation) },
  "kpp_neg_distance_fragmentation_best": { keyPlayers($0, for: .distanceFragmentation) },
  "kpp_pos_distance_reach_best": { keyPlayers($0, for: .distanceReach) },
  "robustness_static_degree": {
    let curve = $0.graph.robustness(order: .degree)
    return .object(["curve": JSONValue(curve?.values ?? []), "R": JSONValue(curve?.mean)])
  },
]

private func keyPlayers(_ reference: ReferenceCase, for goal: KeyPlayerGoal) -> JSONValue {
  let found = reference.graph.keyPlayers(Int(reference.params["k"]?.number ?? 0), for: goal)
  return .object([
    "best": JSONValue(found?.value),
    "sets": .list((found?.sets ?? []).map { JSONValue($0.map(\.index)) }),
  ])
}
