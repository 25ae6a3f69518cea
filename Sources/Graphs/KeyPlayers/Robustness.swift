extension Graph {
  /// Returns how much holds together while nodes leave one after another.
  ///
  /// After each has left, the size of the largest component or the efficiency, as a share of what
  /// the whole graph could have. The mean of that curve is Schneider's *R* for components: 0.5 at
  /// most, near 0 where a few nodes hold everything.
  ///
  ///     let curve = Graph.star(5).robustness(order: .degree)
  ///     curve?.values  // [0.2, 0.2, 0.2, 0.2, 0]: without the middle only single nodes
  ///
  /// In a directed graph directions are ignored; distances are by hops. Where nodes are alike the
  /// one with the lowest place leaves first: another rule gives another curve.
  ///
  /// - Parameters:
  ///   - order: The order in which nodes leave.
  ///   - quantity: What is looked at.
  /// - Returns: The curve, or `nil` in a graph without nodes, and by efficiency below two.
  /// - Complexity: O(*n* + *m* log *n*) for components, *n* times that of
  ///   `globalEfficiency(distances:)` for efficiency; in random order, for each repeat.
  ///
  /// Albert, Jeong and Barabási, "Error and attack tolerance of complex networks", 2000,
  /// doi:10.1038/35019019. Schneider et al., "Mitigation of malicious attacks on networks", 2011,
  /// doi:10.1073/pnas.1009440108.
  public func robustness(
    order: DepartureOrder, of quantity: RobustnessQuantity = .largestComponent
  ) -> RobustnessCurve? {
    guard nodeCount > (quantity == .efficiency ? 1 : 0) else { return nil }
    switch order {
    case .degree:
      let degrees = undirected.degree()
      let nodes = degrees.indices.sorted { (-degrees[$0], $0) < (-degrees[$1], $1) }
      return RobustnessCurve(values: curve(nodes, of: quantity))
    case .recomputedDegree:
      return RobustnessCurve(values: curve(recomputedDegreeOrder(), of: quantity))
    case .random(let repeats, let seed):
      precondition(repeats > 0, "a mean needs a repeat")
      let chunkCount = min(repeats, 16)
      let sums = chunkedResults(
        count: chunkCount, concurrently: repeats * (nodeCount + edgeCount) > 30_000
      ) { chunk in
        var sum = Array(repeating: 0.0, count: nodeCount)
        for number in repeats * chunk / chunkCount..<repeats * (chunk + 1) / chunkCount {
          var generator = SeededGenerator(seed: seed, stream: number)
          var nodes = Array(0..<nodeCount)
          generator.shuffle(&nodes)
          for (place, value) in curve(nodes, of: quantity).enumerated() { sum[place] += value }
        }
        return sum
      }
      return RobustnessCurve(
        values: (0..<nodeCount).map { place in
          sums.reduce(0) { $0 + $1[place] } / Double(repeats)
        })
    }
  }

  private func curve(_ nodes: [Int], of quantity: RobustnessQuantity) -> [Double] {
    switch quantity {
    case .largestComponent:
      return largestComponents(leaving: nodes).map { Double($0) / Double(nodeCount) }
    case .efficiency:
      var residual = Residual(self)
      let pairs = Double(nodeCount) * Double(nodeCount - 1)
      return nodes.map { node in
        residual.remove(node)
        return residual.inverseDistanceSum() / pairs
      }
    }
  }

  /// The size of the largest component after each node has left.
  ///
  /// Followed backwards, nodes come and components only grow together.
  private func largestComponents(leaving nodes: [Int]) -> [Int] {
    let rows = contacts
    var parent = Array(repeating: -1, count: nodeCount)
    var sizes = Array(repeating: 1, count: nodeCount)
    func root(of node: Int) -> Int {
      var node = node
      while parent[node] != node {
        parent[node] = parent[parent[node]]
        node = parent[node]
      }
      return node
    }
    var largest = 0
    var result = Array(repeating: 0, count: nodes.count)
    for (place, node) in nodes.enumerated().reversed() {
      result[place] = largest
      parent[node] = node
      for target in rows.targets[rows.row(of: NodeID(node))] where parent[target.index] >= 0 {
        var (larger, smaller) = (root(of: node), root(of: target.index))
        if larger == smaller { continue }
        if sizes[larger] < sizes[smaller] { swap(&larger, &smaller) }
        parent[smaller] = larger
        sizes[larger] += sizes[smaller]
      }
      largest = max(largest, sizes[root(of: node)])
    }
    return result
  }

  /// The order in which nodes leave if it is always one with the most ties to those left.
  private func recomputedDegreeOrder() -> [Int] {
    let rows = contacts
    var degrees = zip(rows.offsets, rows.offsets.dropFirst()).map { $1 - $0 }
    var queue = MinimumQueue<Int>()
    for (node, degree) in degrees.enumerated() { queue.insert(node, key: -degree) }
    var order: [Int] = []
    // A node stands in the queue once for each degree it has had; only the present one counts.
    while let (node, key) = queue.popMinimum() {
      guard degrees[node] == -key else { continue }
      degrees[node] = -1
      order.append(node)
      for target in rows.targets[rows.row(of: NodeID(node))] where degrees[target.index] >= 0 {
        degrees[target.index] -= 1
        queue.insert(target.index, key: -degrees[target.index])
      }
    }
    return order
  }
}

/// The order in which nodes leave.
public enum DepartureOrder: Hashable, Sendable {
  /// Those with most ties first.
  case degree
  /// Always one of those that have most ties to the nodes still there.
  case recomputedDegree
  /// At random; the curve is the mean over so many repeats.
  case random(repeats: Int = 100, seed: UInt64)
}

/// What is looked at while nodes leave.
public enum RobustnessQuantity: Hashable, Sendable {
  /// The size of the largest component, as a share of all nodes.
  case largestComponent
  /// The sum of 1/distance, as a share of the ordered pairs of all nodes: those that have left
  /// count 0, so that the curve falls.
  case efficiency
}

/// How much holds together after each node has left.
public struct RobustnessCurve: Hashable, Sendable {
  /// The share after one node has left, after two, and so on; 0 at the end.
  public var values: [Double]

  /// The mean of the curve: *R*.
  public var mean: Double { values.reduce(0, +) / Double(values.count) }
}
