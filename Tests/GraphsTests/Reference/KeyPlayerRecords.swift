import Graphs

/// What depends on a few nodes: fragmentation, key players, robustness.
let keyPlayerRecords: [String: ReferenceCheck] = [:]
