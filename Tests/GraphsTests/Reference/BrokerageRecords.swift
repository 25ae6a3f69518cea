import Graphs

/// Brokerage: structural holes and roles between groups.
let brokerageRecords: [String: ReferenceCheck] = [
  "burt_effective_size": { JSONValue($0.graph.burtEffectiveSize()) },
  "burt_efficiency": { JSONValue($0.graph.burtEfficiency()) },
  "burt_constraint": { JSONValue($0.graph.burtConstraint()) },
  "burt_hierarchy": { JSONValue($0.graph.burtHierarchy()) },
]
