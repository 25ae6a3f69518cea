import Graphs

/// Brokerage: structural holes and roles between groups.
let brokerageRecords: [String: ReferenceCheck] = [
  "burt_effective_size": { JSONValue($0.graph.burtEffectiveSize()) },
  "burt_efficiency": { JSONValue($0.graph.burtEfficiency()) },
  "burt_constraint": { JSONValue($0.graph.burtConstraint()) },
  "burt_hierarchy": { JSONValue($0.graph.burtHierarchy()) },
  "gould_fernandez": {
    let counts = $0.graph.gouldFernandez(by: $0.labels).nodes
    return .list(counts.map { row($0) { Double($0) } })
  },
  "gould_fernandez_expected": {
    .list($0.graph.gouldFernandez(by: $0.labels).expected.map { row($0) { $0 } })
  },
  "gould_fernandez_sd": {
    .list($0.graph.gouldFernandez(by: $0.labels).standardDeviation.map { row($0) { $0 } })
  },
  "gould_fernandez_z": {
    .list($0.graph.gouldFernandez(by: $0.labels).z.map { row($0) { $0 } })
  },
  // Not the records' deviation and z: sna 2.7's are not those of the Bernoulli graph that its
  // means are of, as a note in the records shows by simulation.
  "gould_fernandez_global": {
    let roles = $0.graph.gouldFernandez(by: $0.labels)
    return .object([
      "raw": row(roles.whole) { Double($0) }, "expected": row(roles.wholeExpected) { $0 },
    ])
  },
  "gould_fernandez_partial": {
    .list($0.graph.partialGouldFernandez(by: $0.labels).map { row($0) { $0 } })
  },
  "gf_betweenness_decomposition": {
    .list($0.graph.betweennessByRole(by: $0.labels).map { row($0) { $0 } })
  },
]

/// The columns of the records: the five roles and the total.
private func row<Score>(
  _ scores: RoleScores<Score>?, _ number: (Score) -> Double?
) -> JSONValue {
  guard let scores else { return .null }
  return JSONValue(BrokerageRole.allCases.map { number(scores[$0]) } + [number(scores.total)])
}
