import Graphs
public import SystemMaps

/// Everything that the ties of a network say about its silos: which there are and how sure they
/// are, who joins them, who could meet, and what rests on answers that were not given.
///
///     let study = SiloStudy(of: map.network(), in: map)
///     study.silos.sentence
///     study.introductions.selection(12)
public struct SiloStudy: Sendable, Hashable {
  /// The groups, and the sectors beside them.
  public let silos: Silos
  /// Who and what joins them.
  public let bridges: Bridges
  /// Who stands between whom, by sector; `nil` where sectors are not compared.
  public let brokers: Brokers?
  /// Who has not met yet, as reported.
  public let introductions: Introductions
  /// Which roles of a place do not know each other.
  public let roles: [RoleContacts]
  /// Written agreements beside the contacts of frontline workers; `nil` without an agreement.
  public let agreements: Agreements?
  /// Who sits at several tables.
  public let overlap: TableOverlap
  /// The silos of workers, organizations and places side by side, in this order; a level without a
  /// tie says why.
  public let levels: [SiloLevel]
  /// How many answered.
  public let response: Response

  /// Studies a network.
  ///
  /// - Parameters:
  ///   - network: The network, see `SystemMap.network(_:)`; whom the audience may not know by name
  ///     is left out of all figures, from which a number of them could be worked out.
  ///   - map: The map it is of, not yet cut for the audience.
  ///   - attribute: The declared silo to compare with; `nil` is the sector.
  ///   - audience: Who will see the study.
  ///   - search: How to look for groups.
  ///   - effort: How hard to search and to test; `nil` is what suits the number of ties.
  ///   - seed: The seed of everything random.
  ///   - progress: Told now and then what share of the test against chance is done, which takes most
  ///     of the time; from 0 to 1, from any thread.
  /// - Complexity: That of ``Silos`` and ``Bridges`` together.
  public init(
    of network: Network, in map: SystemMap, against attribute: AttributeName? = nil,
    audience: Audience = .team, search: Silos.Search = Silos.Search(),
    effort: Silos.Effort? = nil, seed: UInt64 = 1,
    progress: @Sendable (Double) -> Void = { _ in }
  ) {
    let network = network.named(in: map, for: audience)
    let effort = effort ?? Silos.Effort(forTies: network.graph.edgeCount)
    let silos = Silos(
      of: network, in: map, against: attribute, audience: audience, search: search,
      effort: effort, seed: seed, progress: progress)
    self.silos = silos
    bridges = Bridges(of: network, in: map, silos: silos)
    brokers = silos.sectors.map {
      Brokers(
        of: network, labels: AttributeLabels($0.attribute, of: network, in: map),
        permutations: effort.replicates, seed: seed)
    }
    introductions = Introductions(of: network, in: map, silos: silos, audience: audience)
    roles = RoleContacts.all(in: map, for: audience)
    agreements = Agreements(in: network, of: map)
    overlap = TableOverlap(of: map, for: audience)
    levels = SiloLevel.Level.allCases.map { level in
      SiloLevel(level, in: map, beside: silos, of: network, audience: audience, seed: seed)
    }
    response = Response(of: network, in: map)
  }
}
