/// The ties between labelled nodes, and the number of each one's group.
struct LabelledGraph: Sendable {
  /// All nodes, with only those ties whose two ends have a label.
  let graph: Graph
  /// The number of each node's group, or `nil`.
  let groups: [Int?]
  /// How many nodes each group has.
  let sizes: [Int]

  init(_ graph: Graph, labels: [Int?]) {
    precondition(labels.count == graph.nodeCount, "every node has a label or nil")
    let used = Set(labels.compactMap(\.self)).sorted()
    let number = Dictionary(uniqueKeysWithValues: zip(used, used.indices))
    let groups = labels.map { label in label.flatMap { number[$0] } }
    var sizes = used.map { _ in 0 }
    for group in groups.compactMap(\.self) { sizes[group] += 1 }
    self.groups = groups
    self.sizes = sizes
    self.graph =
      groups.contains(nil)
      ? Graph(
        nodeCount: graph.nodeCount, kind: graph.kind,
        edges: graph.edges.filter {
          groups[$0.source.index] != nil && groups[$0.target.index] != nil
        }) : graph
  }

  /// How many nodes have a label.
  var labelledCount: Int { sizes.reduce(0, +) }

  /// The scores of the labelled nodes, from five numbers a node.
  func scores<Score: AdditiveArithmetic>(_ numbers: [Score]) -> NodeMap<RoleScores<Score>?> {
    let roles = BrokerageRole.allCases.count
    return NodeMap(
      groups.enumerated().map { node, group in
        group == nil ? nil : RoleScores(numbers[roles * node..<roles * (node + 1)])
      })
  }
}
