public import Graphs
public import SystemMaps

/// The ties of a network against the declared sectors, and the detected groups beside them.
///
/// Elements whose sector is not known are left out with their ties; directions are ignored.
public struct SectorComparison: Sendable, Hashable {
  /// The ties of one sector.
  public struct Sector: Sendable, Hashable {
    /// The sector.
    public let name: String
    /// How many elements of the network are of it.
    public let elements: Int
    /// Its ties within and to other sectors, beside what chance gives.
    public let outward: OutwardTies
    /// How far its ties go to its own, corrected for its size: 1 all of them, 0 as chance gives, −1
    /// none (Coleman 1958); `nil` without a tie.
    public let homophily: Double?
    /// The group that holds more of its elements than any other; `nil` if two hold as many, or none
    /// holds two.
    public let mainGroup: Int?

    /// Ties that join two of its elements.
    public var tiesWithin: Int { outward.within }
    /// Ties to other sectors.
    public var tiesAcross: Int { outward.across }
    /// (Ties across − ties within) ÷ both together, each tie counted once; `nil` without a tie.
    public var externalInternalIndex: Double? { outward.index }
  }

  /// An element in another group than most of its sector.
  public struct Misplaced: Sendable, Hashable {
    /// The element.
    public let element: ElementID
    /// Its sector.
    public let sector: String
    /// Its group.
    public let group: Int
    /// The group that holds most of its sector.
    public let mainGroup: Int
  }

  /// The attribute that plays the part of the sector.
  public let attribute: AttributeName
  /// The sectors, in the order in which the network meets them.
  public let sectors: [Sector]
  /// How many elements of the network have no sector.
  public let withoutSector: Int
  /// The E-I index with its parts.
  public let index: ExternalInternalIndex
  /// Where the index stands among those of sectors dealt out at random; `nil` without a tie.
  public let significance: ExternalInternalSignificance?
  /// How many ties join each two sectors, each tie once; rows and columns in the order of
  /// ``sectors``.
  public let tiesBetween: [[Int]]
  /// The modularity of the sectors as groups; `nil` without a tie.
  public let modularity: Double?
  /// How far ties join like with like; `nil` where all ties begin and end in one sector.
  public let assortativity: Double?
  /// The detected groups beside the sectors; `nil` where fewer than two elements have both.
  public let agreement: GroupAgreement?
  /// The ties of each element, in the order of the network; `nil` if its sector is not known.
  public let elements: [OutwardTies?]
  /// The ties within and between sectors beside the pairs that could have one.
  public let blocks: BlockTies
  /// The rungs on which ties within and across stand; `nil` where no level is known.
  public let levels: TieLevels?
  /// Elements in another group than most of their sector, in the order of the network.
  public let misplaced: [Misplaced]

  /// Ties that join two sectors.
  public var tiesAcross: Int { index.externalTies }
  /// Ties inside a sector.
  public var tiesWithin: Int { index.internalTies }

  /// The result as one plain sentence.
  public var sentence: String {
    guard let value = index.value, let expected = index.expected, let significance else {
      return "No tie joins two elements whose \(attribute) is known."
    }
    let all = tiesAcross + tiesWithin
    let reading =
      significance.pInward < Silos.level
      ? "sectors keep to themselves more than chance would give"
      : significance.pOutward < Silos.level
        ? "sectors reach out more than chance would give"
        : "no more and no less than chance would give"
    let p = min(significance.pInward, significance.pOutward)
    return "\(tiesAcross) of \(ChanceWords.count(all, "tie")) cross from one \(attribute) to "
      + "another: \(reading) (E-I \(ChanceWords.decimal(value)), expected "
      + "\(ChanceWords.decimal(expected)), \(ChanceWords.p(p)) one-sided)."
  }
}

extension SectorComparison {
  /// - Returns: `nil` unless the elements of the network have two sectors or more: with one there is
  ///   no other to reach.
  init?(
    of network: Network, in map: SystemMap, labels: AttributeLabels, groups: [Int?],
    replicates: Int, seed: UInt64
  ) {
    guard labels.names.count > 1 else { return nil }
    let graph = network.graph.undirected
    let index = graph.externalInternalIndex(of: labels.labels)
    let mainGroups = labels.names.indices.map { sector in
      Self.mainGroup(of: groups.indices.filter { labels.labels[$0] == sector }.map { groups[$0] })
    }
    attribute = labels.attribute
    withoutSector = labels.labels.count { $0 == nil }
    self.index = index
    significance = graph.externalInternalSignificance(
      of: labels.labels, permutations: replicates, seed: seed)
    let mixing = graph.mixingMatrix(by: labels.labels)
    let outward = OutwardTies.ofSectors(
      in: graph, labels: labels.labels, sectorCount: labels.names.count, permutations: replicates,
      seed: seed)
    sectors = labels.names.indices.map { sector in
      Sector(
        name: labels.names[sector], elements: index.groups[sector].nodeCount,
        outward: outward[sector], homophily: mixing.colemanHomophily[sector],
        mainGroup: mainGroups[sector])
    }
    elements = OutwardTies.ofElements(in: graph, labels: labels.labels)
    blocks = BlockTies(
      of: graph, labels: labels.labels, groupCount: labels.names.count,
      hasResponded: network.hasResponded(in: map))
    levels = TieLevels(
      of: network, labels: labels.labels, sectorCount: labels.names.count,
      ladder: map.settings.levelScale, permutations: replicates, seed: seed)
    var between = mixing.counts
    // The matrix counts an undirected tie from both ends, and so twice inside a sector.
    for sector in between.indices { between[sector][sector] /= 2 }
    tiesBetween = between
    let (known, partition) = labels.induced(from: graph)
    modularity = known.modularity(of: partition)
    assortativity = network.graph.assortativity(by: labels.labels)
    misplaced = groups.indices.compactMap { node in
      guard let sector = labels.labels[node], let group = groups[node],
        let main = mainGroups[sector], main != group
      else { return nil }
      return Misplaced(
        element: network.elements[node], sector: labels.names[sector], group: group,
        mainGroup: main)
    }
    agreement = GroupAgreement(
      groups: groups, sectors: labels.labels, groupCount: groups.compactMap(\.self).max() ?? 0,
      sectorCount: labels.names.count, permutations: replicates, seed: seed)
  }

  /// The group that most of a sector's elements are in.
  private static func mainGroup(of groups: [Int?]) -> Int? {
    let counts = Dictionary(grouping: groups.compactMap(\.self), by: \.self).mapValues(\.count)
    guard let largest = counts.values.max(), largest > 1 else { return nil }
    let leading = counts.filter { $0.value == largest }
    return leading.count == 1 ? leading.first?.key : nil
  }
}
