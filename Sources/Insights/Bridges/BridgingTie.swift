import Graphs
import SystemMaps

/// A tie that nothing else replaces: the only one between two silos, or between two parts of the
/// network.
public struct BridgingTie: Sendable, Hashable {
  /// The two that it joins, in the order of the network.
  public let pair: ElementPair
  /// The numbers of the silos that no other tie joins, in the order of the pair; `nil` if there are
  /// others, or the groups are no silos.
  public let silos: [Int]?
  /// Whether the network falls into more parts without it, each of two elements or more.
  public let partsNetwork: Bool

  /// The bridging ties of a network, in the order of its ties.
  ///
  /// - Complexity: O(*n* log *n* + *m*), and O(*n* + *m*) for each tie that the network falls apart
  ///   without.
  static func all(in network: Network, silos: Silos) -> [BridgingTie] {
    let graph = network.graph.undirected
    let groups: [Int?] =
      silos.verdict == .silos ? silos.groupNumbers : Array(repeating: nil, count: graph.nodeCount)
    func border(_ edge: Edge) -> NodePair? {
      guard let one = groups[edge.source.index], let other = groups[edge.target.index] else {
        return nil
      }
      return NodePair(one, other)
    }
    let crossings = Dictionary(grouping: graph.edges.compactMap(border), by: \.self)
      .mapValues(\.count)
    let degrees = graph.degree()
    // A tie to an element without another joins that one alone.
    let parting = Set(
      graph.bridges().filter { degrees[$0.source] > 1 && degrees[$0.target] > 1 }
        .map { [$0.source, $0.target] })
    return graph.edges.compactMap { edge in
      let isOnly = border(edge).map { crossings[$0] == 1 } ?? false
      let parts = parting.contains([edge.source, edge.target])
      guard isOnly || parts else { return nil }
      let numbers = [groups[edge.source.index], groups[edge.target.index]].compactMap(\.self)
      return BridgingTie(
        pair: ElementPair(network.element(of: edge.source), network.element(of: edge.target)),
        silos: isOnly ? numbers : nil, partsNetwork: parts)
    }
  }
}
