/// One value for each node of a graph, in the order of the nodes.
///
///     let degree = Graph.path(3).degree()
///     degree[NodeID(1)]  // 2
///     Array(degree)      // [1, 2, 1]
public struct NodeMap<Value> {
  /// The values, the value of node *i* at place *i*.
  public var values: [Value]

  /// Creates a map from values in the order of the nodes.
  public init(_ values: [Value]) { self.values = values }

  /// Creates a map that holds one value for all of `count` nodes.
  public init(repeating value: Value, count: Int) {
    values = Array(repeating: value, count: count)
  }

  /// The value of a node.
  public subscript(node: NodeID) -> Value {
    get { values[node.index] }
    set { values[node.index] = newValue }
  }

  /// A map of the transformed values.
  public func mapValues<Result>(_ transform: (Value) throws -> Result) rethrows -> NodeMap<Result> {
    NodeMap<Result>(try values.map(transform))
  }
}

extension NodeMap: RandomAccessCollection {
  /// The place of the first node.
  public var startIndex: Int { 0 }
  /// The number of nodes.
  public var endIndex: Int { values.count }
  /// The value of the node at a place.
  public subscript(position: Int) -> Value { values[position] }
}

extension NodeMap: Sendable where Value: Sendable {}
extension NodeMap: Equatable where Value: Equatable {}
extension NodeMap: Hashable where Value: Hashable {}
