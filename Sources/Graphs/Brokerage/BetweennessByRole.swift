extension Graph {
  /// Returns the betweenness of every node, divided among the brokerage roles.
  ///
  /// Each share of the shortest paths between two others goes to the role that their groups and
  /// the node's own give it: Gould and Fernandez' brokerage over paths of any length. The five
  /// roles sum to the raw betweenness.
  ///
  ///     let roles = Graph.path(3).betweennessByRole(by: [0, 0, 1])
  ///     roles[1]?[.representative]  // 0.5
  ///     roles[1]?.total             // 1
  ///
  /// By hops. In an undirected graph every pair counts half in each order, so gatekeepers and
  /// representatives are the same. Nodes without a label, and their ties, are left out. The number of
  /// shortest paths may exceed every `Double`; shares stay finite.
  ///
  /// - Parameter labels: The group of each node, in the order of the nodes.
  /// - Returns: The shares of each node, `nil` for those without a label; the same bits on any
  ///   number of cores.
  /// - Precondition: There is a label or `nil` for each node.
  /// - Complexity: O(*nmg*) time for *g* groups, O(*ng* + *m*) space per thread.
  ///
  /// Everett and Borgatti, "Categorical attribute based centrality: E–I and G–F centrality", 2012,
  /// doi:10.1016/j.socnet.2012.06.002.
  public func betweennessByRole(by labels: [Int?]) -> NodeMap<RoleScores<Double>?> {
    let labelled = LabelledGraph(self, labels: labels)
    let chunkCount = 16
    let parts = chunkedResults(
      count: chunkCount, concurrently: nodeCount * edgeCount > 100_000
    ) { chunk in
      var dependencies = RoleDependencies(labelled)
      for source in stride(from: chunk, to: nodeCount, by: chunkCount) {
        dependencies.add(source: source)
      }
      return dependencies.scores
    }
    var scores = Array(repeating: 0.0, count: BrokerageRole.allCases.count * nodeCount)
    for part in parts {
      for place in scores.indices { scores[place] += part[place] }
    }
    return labelled.scores(isDirected ? scores : scores.map { $0 / 2 })
  }
}

/// Brandes' algorithm with dependencies kept apart by the group of the target.
private struct RoleDependencies {
  /// Five numbers a node.
  private(set) var scores: [Double]
  private let labelled: LabelledGraph
  private let groupCount: Int
  private var distance: [Int]
  private var count: [PathTally]
  /// For each node and group, the dependency on paths to targets of the group.
  private var dependency: [Double]

  init(_ labelled: LabelledGraph) {
    let nodeCount = labelled.graph.nodeCount
    self.labelled = labelled
    groupCount = labelled.sizes.count
    scores = Array(repeating: 0, count: BrokerageRole.allCases.count * nodeCount)
    distance = Array(repeating: -1, count: nodeCount)
    count = Array(repeating: PathTally(), count: nodeCount)
    dependency = Array(repeating: 0, count: groupCount * nodeCount)
  }

  mutating func add(source: Int) {
    guard let sourceGroup = labelled.groups[source] else { return }
    let order = search(from: source)
    for node in order.reversed() {
      for next in labelled.graph.neighbors(of: NodeID(node)).lazy.map(\.index)
      where distance[next] == distance[node] + 1 {
        let share = count[node].ratio(to: count[next])
        for group in 0..<groupCount {
          let own = group == labelled.groups[next] ? 1.0 : 0
          dependency[groupCount * node + group] +=
            share * (own + dependency[groupCount * next + group])
        }
      }
      if node != source { addRoles(of: node, sourceGroup: sourceGroup) }
    }
    for node in order {
      distance[node] = -1
      for group in 0..<groupCount { dependency[groupCount * node + group] = 0 }
    }
  }

  /// Counts shortest paths, and returns the nodes reached, nearest first.
  private mutating func search(from source: Int) -> [Int] {
    var order = [source]
    distance[source] = 0
    count[source] = PathTally(significand: 1)
    var place = 0
    while place < order.count {
      let node = order[place]
      place += 1
      for next in labelled.graph.neighbors(of: NodeID(node)).lazy.map(\.index) {
        if distance[next] < 0 {
          distance[next] = distance[node] + 1
          count[next] = PathTally()
          order.append(next)
        }
        if distance[next] == distance[node] + 1 { count[next].add(count[node]) }
      }
    }
    return order
  }

  private mutating func addRoles(of node: Int, sourceGroup: Int) {
    guard let own = labelled.groups[node] else { return }
    let first = BrokerageRole.allCases.count * node
    for group in 0..<groupCount {
      let role = BrokerageRole(source: sourceGroup, broker: own, target: group)
      scores[first + role.rawValue] += dependency[groupCount * node + group]
    }
  }
}

/// A number of paths, `significand` · 2^`exponent`, that no number of paths overflows.
struct PathTally {
  var significand = 0.0
  /// A multiple of 512: small numbers stay exact.
  var exponent = 0

  mutating func add(_ other: PathTally) {
    let larger = max(exponent, other.exponent)
    significand =
      Self.scale(significand, by: exponent - larger)
      + Self.scale(other.significand, by: other.exponent - larger)
    exponent = larger
    if significand > 0x1p512 {
      significand *= 0x1p-512
      exponent += 512
    }
  }

  func ratio(to other: PathTally) -> Double {
    Self.scale(significand / other.significand, by: exponent - other.exponent)
  }

  private static func scale(_ number: Double, by exponent: Int) -> Double {
    exponent == 0
      ? number : number * Double(sign: .plus, exponent: max(exponent, -1_022), significand: 1)
  }
}
