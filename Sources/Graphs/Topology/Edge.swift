/// A tie between two nodes: an arc from `source` to `target` in a directed graph, an unordered
/// pair in an undirected one.
public struct Edge: Hashable, Sendable {
  /// Where the tie begins; in an undirected graph the end with the lower place.
  public var source: NodeID
  /// Where the tie ends.
  public var target: NodeID
  /// How strong the tie is: finite and above 0, larger is stronger, 1 where nothing is known.
  public var weight: Double

  /// Creates a tie.
  public init(_ source: NodeID, _ target: NodeID, weight: Double = 1) {
    self.source = source
    self.target = target
    self.weight = weight
  }

  /// Creates a tie from the places of its ends.
  public init(_ source: Int, _ target: Int, weight: Double = 1) {
    self.init(NodeID(source), NodeID(target), weight: weight)
  }
}
