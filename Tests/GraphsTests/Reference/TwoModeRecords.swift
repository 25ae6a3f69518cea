import Graphs

/// Two-mode networks and their projections.
let twoModeRecords: [String: ReferenceCheck] = [:]
