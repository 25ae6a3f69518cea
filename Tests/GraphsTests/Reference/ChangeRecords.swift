import Graphs

/// Change: tie change, permutation tests, the effect of adding a tie.
let changeRecords: [String: ReferenceCheck] = [:]
