extension Graph {
  /// Returns by how much each of some new ties, alone, would change the modularity of groups that
  /// stay as they are.
  ///
  /// The lowest gain is that of the tie which joins silos most. It is the same for every pair of
  /// nodes of the same two groups: it ranks pairs of silos. Rank pairs of nodes by
  /// `efficiencyGains(ofAdding:)` within the best pair of silos.
  ///
  ///     let graph = Graph(nodeCount: 4, edges: [Edge(0, 1), Edge(2, 3)])
  ///     let halves = Partition(labels: [0, 0, 1, 1])
  ///     graph.modularityGains(ofAdding: [Edge(1, 2)], to: halves)  // [1/6 − 1/2]
  ///
  /// The weights of the graph and of the ties are used; the median weight of the graph is a fair one
  /// for a new tie. A tie that is there grows by the weight.
  ///
  /// - Parameters:
  ///   - ties: The ties, such as `possibleEdges`.
  ///   - partition: The groups.
  ///   - resolution: The factor γ of `modularity(of:resolution:)`.
  /// - Returns: The gains in the order of the ties, or `nil` where the graph has no ties.
  /// - Precondition: The partition is one of this graph's nodes.
  /// - Complexity: O(*n* + *m*) once and O(*g*) for each tie, for *g* groups.
  public func modularityGains(
    ofAdding ties: [Edge], to partition: Partition, resolution: Double = 1
  ) -> [Double]? {
    precondition(partition.nodeCount == nodeCount, "a partition has the nodes of the graph")
    guard edgeCount > 0 else { return nil }
    let volumes = GroupVolumes(self, partition)
    return ties.map { volumes.modularityGain(of: $0, resolution: resolution) }
  }
}

/// The weights of arcs by group; an undirected tie is an arc each way.
private struct GroupVolumes {
  private let partition: Partition
  private let isDirected: Bool
  /// The weight of arcs that leave each group, and that reach it.
  private var leaving: [Double]
  private var arriving: [Double]
  private var inside = 0.0
  private var total = 0.0

  init(_ graph: Graph, _ partition: Partition) {
    self.partition = partition
    isDirected = graph.isDirected
    leaving = Array(repeating: 0, count: partition.groupCount)
    arriving = leaving
    for edge in graph.edges {
      let (source, target) = (partition.group(of: edge.source), partition.group(of: edge.target))
      add(edge.weight, from: source, to: target)
      if !isDirected { add(edge.weight, from: target, to: source) }
    }
  }

  private mutating func add(_ weight: Double, from source: Int, to target: Int) {
    leaving[source] += weight
    arriving[target] += weight
    total += weight
    if source == target { inside += weight }
  }

  func modularityGain(of tie: Edge, resolution: Double) -> Double {
    let (source, target) = (partition.group(of: tie.source), partition.group(of: tie.target))
    let (ahead, back) = (tie.weight, isDirected ? 0 : tie.weight)
    let products = zip(leaving, arriving).reduce(0) { $0 + $1.0 * $1.1 }
    var (grownInside, grownProducts) = (inside, products)
    if source == target {
      grownInside += ahead + back
      grownProducts += growth(of: source, leaving: ahead + back, arriving: ahead + back)
    } else {
      grownProducts += growth(of: source, leaving: ahead, arriving: back)
      grownProducts += growth(of: target, leaving: back, arriving: ahead)
    }
    let grownTotal = total + ahead + back
    return grownInside / grownTotal - inside / total
      - resolution * (grownProducts / grownTotal / grownTotal - products / total / total)
  }

  /// By how much the product of what leaves and what reaches a group grows.
  private func growth(of group: Int, leaving more: Double, arriving others: Double) -> Double {
    leaving[group] * others + arriving[group] * more + more * others
  }
}
