import Graphs

/// A graph and the parameters that a value was computed with.
struct ReferenceCase {
  var reference: ReferenceGraph
  var params: [String: JSONValue]
  /// The value of the record, for what may be better than it or as good in another way.
  var expected: JSONValue = .null

  var graph: Graph { isWeighted ? reference.graph : reference.graph.unweighted }
  var isWeighted: Bool { params["weighted"]?.number == 1 }
  var distances: DistanceRule { isWeighted ? .inverseWeight : .hops }
  var labels: [Int?] { reference.labels(params["attribute"]?.string ?? "").numbers }
  var names: [String] { reference.labels(params["attribute"]?.string ?? "").names }
  var partition: Partition { Partition(labels: labels) }
  /// The partition that a record carries.
  var given: Partition { Partition(labels: params["partition"]?.integers ?? []) }
}

/// How a metric of the reference files is computed here.
typealias ReferenceCheck = @Sendable (ReferenceCase) -> JSONValue
