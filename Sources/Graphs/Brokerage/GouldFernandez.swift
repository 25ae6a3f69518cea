extension Graph {
  /// Returns how often every node is the broker between two others, by role.
  ///
  /// *j* brokers for *i* and *k* where ties lead from *i* to *j* and from *j* to *k* and none from
  /// *i* to *k*; a tie from *k* back to *i* does not matter. The groups of the three give the role.
  ///
  ///     let roles = Graph.path(3).gouldFernandez(by: [0, 0, 1])
  ///     roles.nodes[1]?[.representative]  // 1
  ///     roles.nodes[1]?[.gatekeeper]      // 1: an undirected pair counts in both orders
  ///
  /// In an undirected graph every pair counts in both orders, so the numbers of gatekeepers and
  /// representatives are the same: show half of each. Values are ignored. Nodes without a label and
  /// their ties are left out and counted; to keep them, give them a label of their own. Equals sna
  /// `brokerage`.
  ///
  /// - Parameter labels: The group of each node, in the order of the nodes.
  /// - Precondition: There is a label or `nil` for each node.
  /// - Complexity: The number of paths of two ties, and O(*n* + *m*) space.
  ///
  /// Gould and Fernandez, "Structures of mediation: a formal approach to brokerage in transaction
  /// networks", 1989, doi:10.2307/270949.
  public func gouldFernandez(by labels: [Int?]) -> GouldFernandez {
    GouldFernandez(LabelledGraph(self, labels: labels))
  }
}

/// How often every node brokers in each role, with what chance would give.
///
/// Chance deals ties out independently, as many as there are on average, between groups of the
/// given sizes. It does not know that some nodes have many ties: see
/// `gouldFernandezSignificance(by:permutations:seed:)`.
public struct GouldFernandez: Hashable, Sendable {
  /// How many pairs each node brokers for; `nil` for nodes without a label.
  public var nodes: NodeMap<RoleScores<Int>?>
  /// The mean for a node of its group.
  public var expected: NodeMap<RoleScores<Double>?>
  /// The standard deviation for a node of its group, exact.
  public var standardDeviation: NodeMap<RoleScores<Double>?>
  /// How many nodes have no label and were left out.
  public var unlabelledNodeCount: Int
  private let wholeChance: WholeBrokerageChance

  init(_ labelled: LabelledGraph) {
    nodes = labelled.scores(labelled.brokerageCounts(of: labelled.groups))
    let chance = BrokerageChance(labelled)
    let moments = labelled.sizes.map(chance.moments)
    expected = NodeMap(labelled.groups.map { group in group.map { moments[$0].mean } })
    standardDeviation = NodeMap(
      labelled.groups.map { group in group.map { moments[$0].standardDeviation } })
    wholeChance = WholeBrokerageChance(density: chance.density, sizes: labelled.sizes)
    unlabelledNodeCount = labelled.groups.count - labelled.labelledCount
  }

  /// How many standard deviations each count is above the mean; `nil` where chance does not vary,
  /// as in a role that the groups do not allow.
  public var z: NodeMap<RoleScores<Double?>?> {
    NodeMap(
      nodes.indices.map { node in
        guard let counts = nodes[node], let mean = expected[node],
          let deviation = standardDeviation[node]
        else { return nil }
        return counts.combined(with: mean) { Double($0) - $1 }
          .combined(with: deviation) { $1 > 0 ? $0 / $1 : nil }
      })
  }

  /// How many pairs are brokered in all, by role.
  public var whole: RoleScores<Int> {
    nodes.reduce(RoleScores(total: 0) { _ in 0 }) { sum, counts in
      counts.map { sum.combined(with: $0, by: +) } ?? sum
    }
  }

  /// The mean of the whole.
  public var wholeExpected: RoleScores<Double> {
    expected.reduce(RoleScores(total: 0) { _ in 0 }) { sum, mean in
      mean.map { sum.combined(with: $0, by: +) } ?? sum
    }
  }

  /// The standard deviation of the whole, exact; not that of sna, whose formula is another.
  ///
  /// - Complexity: The cube of the number of groups.
  public var wholeStandardDeviation: RoleScores<Double> { wholeChance.standardDeviation }

  /// How many standard deviations the whole is above its mean; `nil` where chance does not vary.
  public var wholeZ: RoleScores<Double?> {
    whole.combined(with: wholeExpected) { Double($0) - $1 }
      .combined(with: wholeStandardDeviation) { $1 > 0 ? $0 / $1 : nil }
  }
}

extension LabelledGraph {
  /// How many pairs each node brokers for in each role, five numbers a node, for given groups.
  func brokerageCounts(of groups: [Int?]) -> [Int] {
    let roles = BrokerageRole.allCases.count
    let groups = groups.map { $0 ?? -1 }
    var counts = Array(repeating: 0, count: roles * graph.nodeCount)
    var paths = OpenPaths(graph)
    for source in groups.indices {
      paths.forEach(from: source) { broker, target in
        let role = BrokerageRole(
          source: groups[source], broker: groups[broker], target: groups[target])
        counts[roles * broker + role.rawValue] += 1
      }
    }
    return counts
  }
}
