/// A graph of two kinds of nodes whose ties join one kind with the other: who was at which event.
///
/// Measures for one kind of node mislead here, as no two actors can have a tie; those below know of
/// the two modes.
///
///     let graph = Graph(nodeCount: 3, edges: [Edge(0, 2), Edge(1, 2)])
///     let meetings = TwoModeGraph(graph, isEvent: [false, false, true])
///     meetings?.density  // 1
///
/// Directions are ignored, and so are weights.
public struct TwoModeGraph: Hashable, Sendable {
  /// The ties.
  public let graph: Graph
  /// For each node whether it is of the second mode.
  public let isEvent: [Bool]
  /// The nodes of the first mode, in order: those who take part.
  public let actors: [NodeID]
  /// The nodes of the second mode, in order: what they take part in.
  public let events: [NodeID]

  /// Creates a two-mode graph.
  ///
  /// - Parameters:
  ///   - graph: The ties.
  ///   - isEvent: For each node whether it is of the second mode.
  /// - Returns: The graph, or `nil` where a tie joins two nodes of one mode.
  /// - Precondition: There is a value for each node.
  public init?(_ graph: Graph, isEvent: [Bool]) {
    precondition(isEvent.count == graph.nodeCount, "every node is of one mode or the other")
    guard graph.edges.allSatisfy({ isEvent[$0.source.index] != isEvent[$0.target.index] })
    else { return nil }
    self.init(ties: graph.undirected.unweighted, isEvent: isEvent)
  }

  private init(ties: Graph, isEvent: [Bool]) {
    graph = ties
    self.isEvent = isEvent
    actors = ties.nodes.filter { !isEvent[$0.index] }
    events = ties.nodes.filter { isEvent[$0.index] }
  }

  /// The same ties with the modes exchanged, for measures of actors to be taken of events.
  public var modesExchanged: TwoModeGraph {
    TwoModeGraph(ties: graph, isEvent: isEvent.map { !$0 })
  }

  /// The share of possible ties that exist, *m*/(*n*₁*n*₂), or `nil` where a mode has no nodes.
  public var density: Double? {
    let pairs = actors.count * events.count
    return pairs > 0 ? Double(graph.edgeCount) / Double(pairs) : nil
  }

  /// How many nodes the mode of a node has, and the other.
  func modeSizes(of node: NodeID) -> (own: Int, other: Int) {
    isEvent[node.index] ? (events.count, actors.count) : (actors.count, events.count)
  }
}
