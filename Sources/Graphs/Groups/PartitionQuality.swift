/// What a division into groups is judged by, and the search for the best one goes by.
public enum PartitionQuality: Hashable, Sendable {
  /// Modularity: more weight of ties inside groups than nodes of the same strengths would have by
  /// chance. Larger resolutions favour smaller groups.
  case modularity(resolution: Double = 1)
  /// The constant Potts model: groups that are denser inside than the resolution, which is thus a
  /// threshold of density, and sparser between. Small groups in a large graph are told apart.
  case constantPotts(resolution: Double)
  /// Modularity of a directed graph after Leicht and Newman: more weight of arcs inside groups than
  /// chance would give between what leaves and what arrives. Of an undirected graph, `modularity`.
  case directedModularity(resolution: Double = 1)

  /// The factor γ.
  public var resolution: Double {
    switch self {
    case .modularity(let resolution), .constantPotts(let resolution),
      .directedModularity(let resolution):
      resolution
    }
  }

  /// The same quality with another factor γ.
  public func at(_ resolution: Double) -> PartitionQuality {
    switch self {
    case .modularity: .modularity(resolution: resolution)
    case .constantPotts: .constantPotts(resolution: resolution)
    case .directedModularity: .directedModularity(resolution: resolution)
    }
  }
}

extension Graph {
  /// Returns the quality of a division of the nodes into groups.
  ///
  /// What `bestCommunities(by:method:runs:seed:)` makes as large as it can.
  ///
  ///     let halves = Partition(labels: [0, 0, 1, 1])
  ///     Graph.path(4).quality(of: halves, by: .modularity())  // 1/6
  ///
  /// - Parameters:
  ///   - partition: The groups.
  ///   - quality: What they are judged by.
  /// - Returns: The quality, or `nil` where there are no ties.
  /// - Precondition: The partition is one of this graph's nodes.
  /// - Complexity: O(*n* + *m*).
  public func quality(of partition: Partition, by quality: PartitionQuality) -> Double? {
    guard edgeCount > 0 else { return nil }
    return switch quality {
    case .modularity(let resolution): undirected.modularity(of: partition, resolution: resolution)
    case .directedModularity(let resolution): modularity(of: partition, resolution: resolution)
    case .constantPotts(let resolution):
      constantPottsQuality(of: partition, resolution: resolution)
    }
  }

  /// Returns the quality of a division of the nodes into groups under the constant Potts model.
  ///
  /// *H* = Σ over groups of [*w* − γ *n*(*n* − 1)/2], where *w* is the weight of the ties inside a
  /// group and *n* its number of nodes: what the groups have in ties beyond γ for every pair.
  ///
  ///     let graph = Graph(nodeCount: 4, edges: [Edge(0, 1), Edge(2, 3)])
  ///     graph.constantPottsQuality(of: Partition(labels: [0, 0, 1, 1]), resolution: 0.25)  // 1.5
  ///
  /// Directions are ignored, weights are used. 0 where every node is a group of its own. With γ the
  /// density of the graph it asks for groups denser than the whole. leidenalg gives twice this,
  /// igraph divides it by twice the weight of all ties.
  ///
  /// - Parameters:
  ///   - partition: The groups.
  ///   - resolution: The factor γ.
  /// - Precondition: The partition is one of this graph's nodes.
  /// - Complexity: O(*n* + *m*).
  ///
  /// Traag, Van Dooren and Nesterov, "Narrow scope for resolution-limit-free community
  /// detection", 2011, doi:10.1103/PhysRevE.84.016114.
  public func constantPottsQuality(of partition: Partition, resolution: Double) -> Double {
    precondition(partition.nodeCount == nodeCount, "a partition has the nodes of the graph")
    let inside = undirected.edges.reduce(0) { sum, edge in
      partition.group(of: edge.source) == partition.group(of: edge.target)
        ? sum + edge.weight : sum
    }
    let pairs = partition.sizes.reduce(0) { $0 + $1 * ($1 - 1) / 2 }
    return inside - resolution * Double(pairs)
  }
}
