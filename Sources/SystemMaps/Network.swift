public import Graphs

/// Which part of a map is measured, and how.
///
/// What is not said follows the map: see ``SystemMap/network(_:)``.
public struct NetworkScope: Hashable, Sendable {
  /// Whether the ties have a direction.
  public enum Direction: Hashable, Sendable {
    /// Directed if every tie is.
    case asReported
    /// Directed; an undirected tie is two arcs.
    case directed
    /// Undirected: one tie where there is one either way, with the larger weight.
    case undirected
  }

  /// The types of elements to take; `nil` is the map's default.
  public var types: [ElementType]?
  /// The types of ties to take; `nil` is every working tie.
  public var ties: [ConnectionType]?
  /// Whether the ties have a direction.
  public var direction = Direction.asReported
  /// Whether ties weigh what their strength or level says; else each weighs 1.
  public var isWeighted = false

  /// Creates a scope.
  public init(
    types: [ElementType]? = nil, ties: [ConnectionType]? = nil,
    direction: Direction = .asReported, isWeighted: Bool = false
  ) {
    self.types = types
    self.ties = ties
    self.direction = direction
    self.isWeighted = isWeighted
  }
}

/// The working ties among elements of a map as a graph, with who each node is.
public struct Network: Sendable {
  /// A tie of the network: what the map says of one pair.
  public struct Tie: Hashable, Sendable {
    /// The types that join the pair, in alphabetical order.
    public var types: [ConnectionType]
    /// The lowest reported rung of the ladder, 1 to 4.
    public var level: Int?
    /// Whether it runs between workers of the two organizations, and is counted as theirs.
    public var isLifted: Bool
    /// Whether both ends reported it.
    public var isConfirmed: Bool

    /// Creates a tie.
    public init(
      types: [ConnectionType], level: Int? = nil, isLifted: Bool = false, isConfirmed: Bool = false
    ) {
      self.types = types
      self.level = level
      self.isLifted = isLifted
      self.isConfirmed = isConfirmed
    }
  }

  /// The graph, in which node *i* is `elements[i]`.
  public let graph: Graph
  /// The element of each node.
  public let elements: [ElementID]
  /// What the map says of each tie, in the order of `graph.edges`.
  public let ties: [Tie]
  /// The types of elements that were taken.
  public let types: [ElementType]
  /// What was left out or assumed.
  public let findings: [Finding]

  private let nodes: [ElementID: NodeID]

  init(
    graph: Graph, elements: [ElementID], ties: [Tie], types: [ElementType], findings: [Finding]
  ) {
    precondition(graph.nodeCount == elements.count && graph.edgeCount == ties.count)
    self.graph = graph
    self.elements = elements
    self.ties = ties
    self.types = types
    self.findings = findings
    nodes = Dictionary(
      zip(elements, graph.nodes), uniquingKeysWith: { first, _ in first })
  }

  /// The node of an element, or `nil` if it is not part of the network.
  public func node(of element: ElementID) -> NodeID? { nodes[element] }

  /// The element of a node.
  public func element(of node: NodeID) -> ElementID { elements[node.index] }
}
