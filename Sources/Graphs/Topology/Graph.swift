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
  /// - Complexity: O(*n* + *m*) time. A tie takes 8 bytes, 24 with weights, and a node 16; while
  ///   the graph is made as much again, at most, and 16 bytes a tie for those given.
  public init(nodeCount: Int, kind: Kind = .undirected, edges: some Sequence<Edge>) {
    // An array is taken as it is, without a copy.
    let ties = Array(edges)
    var loops = 0
    for tie in ties {
      precondition(
        tie.source.index < nodeCount && tie.target.index < nodeCount,
        "both ends of a tie are nodes of the graph")
      precondition(
        tie.weight > 0 && tie.weight.isFinite, "a weight is a finite number above 0")
      if tie.source == tie.target { loops += 1 }
    }
    let rows = AdjacencyRows(nodeCount: nodeCount, kind: kind, ties: ties)
    self.kind = kind
    self.nodeCount = nodeCount
    selfLoopCount = loops
    edgeCount = kind == .directed ? rows.targets.count : rows.targets.count / 2
    parallelEdgeCount = ties.count - loops - edgeCount
    outgoing = rows
    // One storage for both: the rows of an undirected graph are their own transpose.
    incoming = kind == .directed ? rows.transposed : rows
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
    let (offsets, targets) = (outgoing.offsets, outgoing.targets)
    var edges: [Edge] = []
    edges.reserveCapacity(edgeCount)
    for source in nodes {
      for arc in offsets[source.index]..<offsets[source.index + 1] {
        let target = targets[arc]
        if kind == .directed || source < target {
          edges.append(Edge(source, target, weight: outgoing.weight(of: arc)))
        }
      }
    }
    return edges
  }

  /// The same nodes with every tie made undirected: one tie where there is an arc either way, with
  /// the larger of the two weights.
  ///
  /// - Complexity: O(*n* + *m*); O(1) if the graph is undirected.
  public var undirected: Graph {
    guard isDirected else { return self }
    let rows = outgoing.union(incoming)
    return Graph(
      kind: .undirected, nodeCount: nodeCount, selfLoopCount: 0, parallelEdgeCount: 0,
      outgoing: rows, incoming: rows)
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
