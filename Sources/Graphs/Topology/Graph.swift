/// A simple graph in compact form: nodes are places, ties are weighted, nothing has a name.
///
/// Self-loops and parallel ties are taken out once, when the graph is made, and counted: the
/// measures of network analysis mean nothing on them. Nodes without a tie stay.
///
///     let graph = Graph(nodeCount: 3, edges: [Edge(0, 1), Edge(1, 2)])
///     graph.neighbors(of: NodeID(1))  // 0, 2
///
/// The ties of a node lie together in one array (compressed sparse rows), each row sorted.
public struct Graph: Hashable, Sendable {
  /// Whether a tie has a beginning and an end.
  public enum Kind: Hashable, Sendable {
    /// A tie from a to b says nothing of b to a.
    case directed
    /// A tie joins both ends alike.
    case undirected
  }

  /// Whether ties have a direction.
  public let kind: Kind
  /// The number of nodes *n*.
  public let nodeCount: Int
  /// The number of ties *m*: arcs if directed, unordered pairs if not.
  public let edgeCount: Int
  /// How many self-loops were left out.
  public let selfLoopCount: Int
  /// How many ties were added to an earlier one of the same pair.
  public let parallelEdgeCount: Int
  /// Ties by the node they leave; in an undirected graph each tie stands at both ends.
  let outgoing: AdjacencyRows
  /// Ties by the node they reach; equal to `outgoing` in an undirected graph.
  let incoming: AdjacencyRows

  /// Creates a graph from ties in any order.
  ///
  /// Self-loops are left out, and parallel ties become one that has the sum of their weights.
  ///
  /// - Parameters:
  ///   - nodeCount: The number of nodes.
  ///   - kind: Whether the ties have a direction.
  ///   - edges: The ties.
  /// - Precondition: Both ends of a tie are below `nodeCount`; weights are finite and above 0.
  /// - Complexity: O(*n* + *m* log *k*), where *k* is the largest number of ties of one node.
  public init(nodeCount: Int, kind: Kind = .undirected, edges: some Sequence<Edge>) {
    var loops = 0
    var kept: [Edge] = []
    kept.reserveCapacity(edges.underestimatedCount)
    for edge in edges {
      precondition(
        edge.source.index < nodeCount && edge.target.index < nodeCount,
        "both ends of a tie are nodes of the graph")
      precondition(
        edge.weight > 0 && edge.weight.isFinite, "a weight is a finite number above 0")
      if edge.source == edge.target { loops += 1 } else { kept.append(edge) }
    }
    self.kind = kind
    self.nodeCount = nodeCount
    selfLoopCount = loops
    switch kind {
    case .directed:
      outgoing = AdjacencyRows(nodeCount: nodeCount, arcs: kept)
      incoming = AdjacencyRows(
        nodeCount: nodeCount,
        arcs: kept.map { Edge($0.target, $0.source, weight: $0.weight) })
      edgeCount = outgoing.targets.count
    case .undirected:
      // The two directions stand side by side, so that parallel ties add up in the same order
      // at both ends and the weight is the same number from either.
      var arcs: [Edge] = []
      arcs.reserveCapacity(2 * kept.count)
      for edge in kept {
        arcs.append(edge)
        arcs.append(Edge(edge.target, edge.source, weight: edge.weight))
      }
      outgoing = AdjacencyRows(nodeCount: nodeCount, arcs: arcs)
      incoming = outgoing
      edgeCount = outgoing.targets.count / 2
    }
    parallelEdgeCount = kept.count - edgeCount
  }

  /// Whether ties have a direction.
  public var isDirected: Bool { kind == .directed }

  /// Whether any tie has a weight other than 1.
  public var isWeighted: Bool { outgoing.weights != nil }

  /// All nodes, in order.
  public var nodes: some RandomAccessCollection<NodeID> { (0..<nodeCount).lazy.map(NodeID.init) }

  /// The nodes that ties of `node` lead to, in order.
  public func neighbors(of node: NodeID) -> ArraySlice<NodeID> {
    outgoing.targets[outgoing.row(of: node)]
  }

  /// The nodes from which ties lead to `node`, in order; in an undirected graph its neighbours.
  public func predecessors(of node: NodeID) -> ArraySlice<NodeID> {
    incoming.targets[incoming.row(of: node)]
  }

  /// The weight of the tie from one node to another, or `nil` where there is none.
  ///
  /// - Complexity: O(log *k*), where *k* is the number of ties of `source`.
  public func weight(from source: NodeID, to target: NodeID) -> Double? {
    guard let arc = outgoing.arc(from: source, to: target) else { return nil }
    return outgoing.weight(of: arc)
  }

  /// Whether a tie leads from one node to another.
  public func hasEdge(from source: NodeID, to target: NodeID) -> Bool {
    outgoing.arc(from: source, to: target) != nil
  }

  /// All ties in order of source, then target; an undirected tie once, from its lower end.
  ///
  /// Measures of ties come in this order.
  public var edges: [Edge] {
    var edges: [Edge] = []
    edges.reserveCapacity(edgeCount)
    for source in nodes {
      for arc in outgoing.row(of: source) {
        let target = outgoing.targets[arc]
        if kind == .directed || source < target {
          edges.append(Edge(source, target, weight: outgoing.weight(of: arc)))
        }
      }
    }
    return edges
  }

  /// The same nodes with every tie made undirected: one tie where there is an arc either way, with
  /// the larger of the two weights.
  public var undirected: Graph {
    guard isDirected else { return self }
    let union = edges.compactMap { arc -> Edge? in
      guard let back = weight(from: arc.target, to: arc.source) else { return arc }
      guard arc.source < arc.target else { return nil }
      return Edge(arc.source, arc.target, weight: max(arc.weight, back))
    }
    return Graph(nodeCount: nodeCount, kind: .undirected, edges: union)
  }
}

extension Graph {
  /// The same ties, each of weight 1.
  ///
  /// For measures that use the weights of a graph when values are to be ignored:
  /// `graph.unweighted.modularity(of: partition)`.
  public var unweighted: Graph {
    guard isWeighted else { return self }
    return Graph(
      kind: kind, nodeCount: nodeCount, selfLoopCount: selfLoopCount,
      parallelEdgeCount: parallelEdgeCount, outgoing: outgoing.unweighted,
      incoming: incoming.unweighted)
  }

  /// Creates a graph from finished rows.
  private init(
    kind: Kind, nodeCount: Int, selfLoopCount: Int, parallelEdgeCount: Int,
    outgoing: AdjacencyRows, incoming: AdjacencyRows
  ) {
    self.kind = kind
    self.nodeCount = nodeCount
    self.selfLoopCount = selfLoopCount
    self.parallelEdgeCount = parallelEdgeCount
    self.outgoing = outgoing
    self.incoming = incoming
    edgeCount = kind == .directed ? outgoing.targets.count : outgoing.targets.count / 2
  }
}

/// Compressed sparse rows: the arcs that leave each node, sorted by the node they reach.
struct AdjacencyRows: Hashable, Sendable {
  /// Where the row of node *i* begins, and at *n* where the last one ends.
  let offsets: [Int]
  /// The reached nodes, row by row.
  let targets: [NodeID]
  /// The weights of the arcs, or `nil` where every one is 1.
  let weights: [Double]?

  init(nodeCount: Int, arcs: [Edge]) {
    // Counting sort by source keeps the input's order within a row, so equal targets add up in
    // the order in which they were given.
    var starts = Array(repeating: 0, count: nodeCount + 1)
    for arc in arcs { starts[arc.source.index + 1] += 1 }
    for node in 0..<nodeCount { starts[node + 1] += starts[node] }
    var next = starts
    var rows = Array(repeating: (target: NodeID(0), weight: 0.0), count: arcs.count)
    for arc in arcs {
      rows[next[arc.source.index]] = (arc.target, arc.weight)
      next[arc.source.index] += 1
    }

    var offsets = [0]
    offsets.reserveCapacity(nodeCount + 1)
    var targets: [NodeID] = []
    targets.reserveCapacity(arcs.count)
    var weights: [Double] = []
    weights.reserveCapacity(arcs.count)
    for node in 0..<nodeCount {
      // The standard library's sort is stable; the sums below rely on it.
      for (target, weight) in rows[starts[node]..<starts[node + 1]].sorted(by: { $0.0 < $1.0 }) {
        if targets.count > offsets[node], targets[targets.count - 1] == target {
          weights[weights.count - 1] += weight
        } else {
          targets.append(target)
          weights.append(weight)
        }
      }
      offsets.append(targets.count)
    }
    self.offsets = offsets
    self.targets = targets
    self.weights = weights.allSatisfy { $0 == 1 } ? nil : weights
  }

  /// Creates rows of arcs of weight 1 from their parts.
  init(offsets: [Int], targets: [NodeID]) {
    self.offsets = offsets
    self.targets = targets
    weights = nil
  }

  /// The same arcs, each of weight 1.
  var unweighted: AdjacencyRows { AdjacencyRows(offsets: offsets, targets: targets) }

  /// The places of the arcs that leave a node.
  func row(of node: NodeID) -> Range<Int> { offsets[node.index]..<offsets[node.index + 1] }

  /// The weight of an arc.
  func weight(of arc: Int) -> Double { weights?[arc] ?? 1 }

  /// The place of the arc between two nodes, or `nil`.
  func arc(from source: NodeID, to target: NodeID) -> Int? {
    var range = row(of: source)
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if targets[middle] == target { return middle }
      range =
        targets[middle] < target ? middle + 1..<range.upperBound : range.lowerBound..<middle
    }
    return nil
  }
}
