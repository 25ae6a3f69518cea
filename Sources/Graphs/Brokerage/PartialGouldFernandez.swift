extension Graph {
  /// Returns the share that every node has in the brokerage between others, by role.
  ///
  /// As `gouldFernandez(by:)`, but of each pair that lacks a tie its brokers share one point: who is
  /// one broker of five has a fifth. An option of UCINET.
  ///
  ///     Graph.cycle(4).partialGouldFernandez(by: [0, 0, 0, 0])[0]?.total  // 1
  ///
  /// - Parameter labels: The group of each node, in the order of the nodes.
  /// - Returns: The points of each node, `nil` for those without a label.
  /// - Precondition: There is a label or `nil` for each node.
  /// - Complexity: The number of paths of two ties, and O(*n* + *m*) space.
  public func partialGouldFernandez(by labels: [Int?]) -> NodeMap<RoleScores<Double>?> {
    let labelled = LabelledGraph(self, labels: labels)
    var points = Array(repeating: 0.0, count: BrokerageRole.allCases.count * nodeCount)
    var paths = OpenPaths(labelled.graph)
    var brokers = Array(repeating: 0, count: nodeCount)
    for (source, group) in labelled.groups.enumerated() {
      guard let group else { continue }
      paths.forEach(from: source) { brokers[$1] += 1 }
      var targets: [Int] = []
      paths.forEach(from: source) { broker, target in
        if let place = labelled.place(source: group, broker: broker, target: target) {
          points[place] += 1 / Double(brokers[target])
        }
        targets.append(target)
      }
      for target in targets { brokers[target] = 0 }
    }
    return labelled.scores(points)
  }
}

extension LabelledGraph {
  /// Where the count of a broker's role stands, five to a node, or `nil` without a label.
  fileprivate func place(source: Int, broker: Int, target: Int) -> Int? {
    guard let own = groups[broker], let other = groups[target] else { return nil }
    let role = BrokerageRole(source: source, broker: own, target: other)
    return BrokerageRole.allCases.count * broker + role.rawValue
  }
}
