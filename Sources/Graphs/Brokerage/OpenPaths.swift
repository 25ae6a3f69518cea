/// The paths *i* → *j* → *k* of a graph over which *j* brokers: *i* has no tie to *k*.
///
/// A tie from *k* back to *i* does not matter. In an undirected graph each path is met both ways.
struct OpenPaths {
  private let graph: Graph
  /// The last source that each node was reached from directly.
  private var directlyFrom: [Int]

  init(_ graph: Graph) {
    self.graph = graph
    directlyFrom = Array(repeating: -1, count: graph.nodeCount)
  }

  /// Calls a function with the broker and the target of every open path from a source.
  mutating func forEach(from source: Int, _ body: (_ broker: Int, _ target: Int) -> Void) {
    let brokers = graph.neighbors(of: NodeID(source))
    directlyFrom[source] = source
    for broker in brokers { directlyFrom[broker.index] = source }
    for broker in brokers {
      for target in graph.neighbors(of: broker) where directlyFrom[target.index] != source {
        body(broker.index, target.index)
      }
    }
  }
}
