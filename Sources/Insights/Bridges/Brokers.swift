public import Graphs
public import SystemMaps

/// For whom the elements of a network stand between two others who have no tie, and between whom.
///
/// The part that a broker plays is told by the sectors of the three (Gould and Fernandez 1989).
/// Whoever has many ties stands between many, so each count has the share of random deals of the
/// sectors, on the same ties, that give as many.
public struct Brokers: Sendable, Hashable {
  /// An element that stands between others.
  public struct Broker: Sendable, Hashable {
    /// The element.
    public let element: ElementID
    /// Pairs that it stands between, by role and in all.
    ///
    /// Ordered pairs in a directed network. In an undirected one each pair counts once: half as
    /// gatekeeper and half as representative, which are the same there.
    public let pairs: RoleScores<Double>
    /// How rarely sectors dealt out at random give as many in a role; 1 for the total, which does
    /// not depend on sectors.
    public let p: RoleScores<Double>

    /// Pairs of its own sector and another.
    public var pairsAtItsBorder: Double { pairs[.gatekeeper] + pairs[.representative] }
  }

  /// The attribute that plays the part of the sector.
  public let attribute: AttributeName
  /// The elements that stand between any two, most pairs first, equal ones in the order of the
  /// network.
  public let brokers: [Broker]
  /// How many of their counts above 0 have a p below .05.
  public let unusualCounts: Int
  /// How many of their counts are above 0: of so many tests 1 in 20 is below .05 by chance alone.
  public let counts: Int
  /// How many deals the p-values are of.
  public let permutations: Int

  /// Looks for brokers.
  ///
  /// - Complexity: The number of paths of two ties for each permutation.
  init(of network: Network, labels: AttributeLabels, permutations: Int, seed: UInt64) {
    let graph = network.graph
    let counted = graph.gouldFernandez(by: labels.labels).nodes
    let chance = graph.gouldFernandezSignificance(
      by: labels.labels, permutations: permutations, seed: seed)
    let unit = graph.isDirected ? 1.0 : 0.5
    let brokers = graph.nodes.compactMap { node -> Broker? in
      guard let pairs = counted[node], pairs.total > 0, let p = chance[node] else { return nil }
      var halved = p
      halved.total = unit * Double(pairs.total)
      for role in BrokerageRole.allCases { halved[role] = unit * Double(pairs[role]) }
      return Broker(element: network.element(of: node), pairs: halved, p: p)
    }
    attribute = labels.attribute
    self.brokers = brokers.enumerated().sorted {
      ($1.element.pairs.total, $0.offset) < ($0.element.pairs.total, $1.offset)
    }.map(\.element)
    // Undirected, gatekeepers and representatives are the same: one test of the two.
    let tested = BrokerageRole.allCases.filter { graph.isDirected || $0 != .gatekeeper }
    let tests = brokers.flatMap { broker in
      tested.filter { broker.pairs[$0] > 0 }.map { broker.p[$0] }
    }
    unusualCounts = tests.count { $0 < Silos.level }
    counts = tests.count
    self.permutations = permutations
  }

  /// How much to make of the p-values, as one plain sentence; `nil` without a broker.
  public var sentence: String? {
    guard counts > 0 else { return nil }
    return "\(unusualCounts) of \(ChanceWords.count(counts, "count")) by role have a p below .05; "
      + "about \(Int((Double(counts) * Silos.level).rounded())) would by chance alone."
  }
}
