import Foundation

extension Graph {
  /// Returns how likely ties are between two nodes, judged by the contacts they share.
  ///
  /// For each pair three scores that say where a tie would be no surprise: between nodes of one
  /// circle. That is the opposite of what joins circles; for introductions across silos take
  /// `efficiencyGains(ofAdding:)`.
  ///
  ///     let scores = Graph.star(4).linkPredictions(for: [Edge(1, 2)])
  ///     scores[0].jaccardCoefficient  // 1: all contacts are shared
  ///
  /// Directions and weights are ignored. Equals networkx `adamic_adar_index`,
  /// `jaccard_coefficient` and `resource_allocation_index`.
  ///
  /// - Parameter pairs: The pairs, such as `possibleEdges`.
  /// - Returns: The scores, in the order of the pairs.
  /// - Precondition: The two ends of a pair differ.
  /// - Complexity: O(*k*) for each pair of nodes of degree *k*.
  ///
  /// Liben-Nowell and Kleinberg, "The link-prediction problem for social networks", 2007,
  /// doi:10.1002/asi.20591. Zhou, Lü and Zhang, "Predicting missing links via local information",
  /// 2009, doi:10.1140/epjb/e2009-00335-8.
  public func linkPredictions(for pairs: [Edge]) -> [LinkPrediction] {
    precondition(pairs.allSatisfy { $0.source != $0.target }, "a pair has two nodes")
    let union = undirected
    return pairs.map { LinkPrediction($0, in: union) }
  }
}

/// How likely a tie is, judged by the contacts that its ends share.
public struct LinkPrediction: Hashable, Sendable {
  /// The sum over shared contacts of 1/ln *k*, for the degree *k* of each.
  ///
  /// A contact who knows few says more. Adamic and Adar, "Friends and neighbors on the web", 2003,
  /// doi:10.1016/S0378-8733(03)00009-1.
  public var adamicAdar: Double
  /// The share of all contacts of the two that both have, or `nil` where they have none.
  public var jaccardCoefficient: Double?
  /// The sum over shared contacts of 1/*k*: what one node would send the other through them.
  public var resourceAllocation: Double

  fileprivate init(_ pair: Edge, in graph: Graph) {
    let own = graph.neighbors(of: pair.source)
    let others = graph.neighbors(of: pair.target)
    let shared = own.sharedElements(with: others).map {
      Double(graph.neighbors(of: $0).count)
    }
    let all = own.count + others.count - shared.count
    adamicAdar = shared.reduce(0) { $0 + 1 / log($1) }
    jaccardCoefficient = all > 0 ? Double(shared.count) / Double(all) : nil
    resourceAllocation = shared.reduce(0) { $0 + 1 / $1 }
  }
}

extension ArraySlice<NodeID> {
  /// The elements that two sorted rows have in common.
  fileprivate func sharedElements(with other: ArraySlice<NodeID>) -> [NodeID] {
    var shared: [NodeID] = []
    var rest = other
    for element in self {
      rest = rest.drop { $0 < element }
      if rest.first == element { shared.append(element) }
    }
    return shared
  }
}
