/// What a division into groups is judged by, and the search for the best one goes by.
public enum PartitionQuality: Hashable, Sendable {
  /// Modularity: more weight of ties inside groups than nodes of the same strengths would have by
  /// chance. Larger resolutions favour smaller groups.
  case modularity(resolution: Double = 1)
  /// The constant Potts model: groups that are denser inside than the resolution, which is thus a
  /// threshold of density, and sparser between. Small groups in a large graph are told apart.
  case constantPotts(resolution: Double)

  /// The factor γ.
  public var resolution: Double {
    switch self {
    case .modularity(let resolution), .constantPotts(let resolution): resolution
    }
  }
}

extension Graph {
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
