public import SystemMaps
import Graphs

/// Bridging organizations: those through which others are joined.
///
/// Ties across are counted towards the detected groups, if the test allows to call them silos, and
/// towards the declared sectors.
public struct Bridges: Sendable, Hashable {
  /// An element that others are joined through.
  public struct Bridging: Sendable, Hashable {
    /// The element.
    public let element: ElementID
    /// The number of pairs of others whose shortest path runs through it.
    public let betweenness: Double
    /// The same as a share of all pairs of others.
    public let share: Double
    /// Its ties to elements of other silos.
    public let tiesToOtherSilos: Int?
    /// How many silos beside its own it has a tie to; `nil` if the groups are no silos.
    public let otherSilos: Int?
    /// Its ties to elements of other sectors; `nil` if its own is not known.
    public let tiesToOtherSectors: Int?
    /// How many sectors beside its own it has a tie to; `nil` if its own is not known.
    public let otherSectors: Int?
    /// Whether the network falls into more parts without it.
    public let isArticulationPoint: Bool
  }

  /// The elements with betweenness above 0, largest first, equal ones in the order of the network.
  public let bridging: [Bridging]
  /// The ties that nothing else replaces, in the order of the network.
  public let ties: [BridgingTie]
  /// Elements without which the network falls into more parts, in the order of the network.
  public let articulationPoints: [ElementID]
  /// What depends on those of them with most betweenness, ten at most.
  public let dependences: [Dependence]
  /// What depends on the backbone; `nil` if the map names none, or if it is not in the network.
  public let backbone: Dependence?

  /// Looks for bridging elements.
  ///
  /// - Parameters:
  ///   - network: The network, see `SystemMap.network(_:)`; paths follow directions and weights,
  ///     ties across do not.
  ///   - map: The map it is of.
  ///   - silos: The groups of the same network.
  /// - Complexity: O(*nm*).
  public init(of network: Network, in map: SystemMap, silos: Silos) {
    let graph = network.graph
    let union = graph.undirected
    let distances: DistanceRule = graph.isWeighted ? .inverseWeight : .hops
    let raw = graph.betweenness(scale: .raw, distances: distances)
    let others = Double((graph.nodeCount - 1) * (graph.nodeCount - 2))
    let pairsOfOthers = graph.isDirected ? others : others / 2
    let cuts = Set(union.articulationPoints())
    let groups: [Int?]? = silos.verdict == .silos ? silos.groupNumbers : nil
    let sectors: [Int?]? = silos.sectors.map {
      AttributeLabels($0.attribute, of: network, in: map).labels
    }
    func across(_ node: NodeID, _ labels: [Int?]?) -> (ties: Int, groups: Int)? {
      guard let labels, let own = labels[node.index] else { return nil }
      let others = union.neighbors(of: node).compactMap { labels[$0.index] }.filter { $0 != own }
      return (others.count, Set(others).count)
    }
    bridging = graph.nodes.filter { raw[$0] > 1e-9 }
      .sorted { (raw[$1], $0.index) < (raw[$0], $1.index) }
      .map { node in
        let silos = across(node, groups)
        let sectors = across(node, sectors)
        return Bridging(
          element: network.element(of: node), betweenness: raw[node],
          share: raw[node] / pairsOfOthers,
          tiesToOtherSilos: silos?.ties, otherSilos: silos?.groups,
          tiesToOtherSectors: sectors?.ties, otherSectors: sectors?.groups,
          isArticulationPoint: cuts.contains(node))
      }
    ties = BridgingTie.all(in: network, silos: silos)
    articulationPoints = cuts.sorted().map(network.element(of:))
    dependences =
      cuts.sorted { (raw[$1], $0.index) < (raw[$0], $1.index) }.prefix(10)
      .compactMap { Dependence(on: network.element(of: $0), in: network, of: map, silos: silos) }
    backbone = map.settings.backbone.flatMap {
      Dependence(on: $0, in: network, of: map, silos: silos)
    }
  }
}
