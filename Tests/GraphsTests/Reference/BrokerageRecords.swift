import Graphs

/// Brokerage: structural holes and roles between groups.
let brokerageRecords: [String: ReferenceCheck] = [:]
