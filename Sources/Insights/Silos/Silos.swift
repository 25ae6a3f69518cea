public import Graphs
public import SystemMaps

/// Groups that the ties of a network show, and whether they are more than chance would give.
///
/// Groups are found by modularity, unless another ``Search`` is asked for: the best of many Leiden
/// runs on the undirected network. Any network can be divided, so nothing is called a silo without
/// the test beside it: the same search on networks in which every element has as many ties as here,
/// dealt out at random.
///
///     let silos = Silos(of: map.network(), in: map)
///     silos.sentence  // "4 silos: groups with more ties inside than chance would give (…)."
public struct Silos: Sendable, Hashable {
  /// A group of elements that have more ties among themselves than with others.
  public struct Silo: Sendable, Hashable {
    /// Its number, from 1, in the order in which the network meets the groups.
    public let number: Int
    /// Its elements, in the order of the network; two or more.
    public let members: [ElementID]
    /// Ties that join two of them.
    public let tiesWithin: Int
    /// Ties from one of them to an element outside.
    public let tiesAcross: Int
  }

  /// What the test says.
  public enum Verdict: Sendable, Hashable {
    /// More grouped than chance would give: the groups may be called silos.
    case silos
    /// No more grouped than chance would give.
    case noMoreThanChance
    /// All elements with a tie are one group.
    case oneGroup
    /// Nothing was tested, because there is no tie.
    case noTies
  }

  /// The p-value below which groups are called silos.
  public static let level = 0.05

  /// The elements of the network, in its order.
  public let elements: [ElementID]
  /// The groups found.
  public let groups: [Silo]
  /// The number of the group of each element, in the order of the elements; `nil` outside groups.
  public let groupNumbers: [Int?]
  /// Elements without a reported tie, which are in no group.
  public let isolates: [ElementID]
  /// How groups were looked for.
  public let search: Search
  /// The resolution of the search.
  public let resolution: Double
  /// What the search made as large as it could, for these groups; `nil` without a tie.
  public let quality: Double?
  /// The modularity of the groups, at resolution 1 if the search had another quality; `nil` without
  /// a tie.
  public let modularity: Double?
  /// How many runs were made.
  public let runs: Int
  /// How many runs reached the best modularity; few means that other divisions are as good.
  public let runsReachingBest: Int
  /// How far the runs agree with each other, from 1 for the same groups every time down to about 0;
  /// `nil` without a tie.
  public let stability: Double?
  /// How surely each element belongs to its group, in the order of the elements.
  ///
  /// The mean, over the others of its group, of the share of runs that put the two together; `nil`
  /// outside groups.
  public let confidence: [Double?]
  /// What the runs have in common; `nil` without a tie, or of more than 1,000 elements.
  public let consensus: Consensus?
  /// The stretches of resolutions over which groups hold; `nil` where none were tried.
  public let plateaus: [Plateau]?
  /// The test against chance; `nil` without a tie.
  public let significance: ModularitySignificance?
  /// What the test says.
  public let verdict: Verdict
  /// The groups against the declared sectors; `nil` if fewer than two are known, or if that was
  /// refused.
  public let sectors: SectorComparison?
  /// What was assumed or left out.
  public let findings: [Finding]
  /// The seed of the search and the tests.
  public let seed: UInt64

  /// Finds the groups of a network.
  ///
  /// - Parameters:
  ///   - network: The network, see `SystemMap.network(_:)`; weights are used, and directions by the
  ///     directed search alone.
  ///   - map: The map it is of.
  ///   - attribute: The declared silo to compare with; `nil` is the sector.
  ///   - audience: Who will see it: below the team, people are not grouped by what they stated of
  ///     themselves.
  ///   - search: How to look for groups.
  ///   - effort: How hard to search and to test; `nil` is what suits the number of ties.
  ///   - seed: The seed of the search and the tests.
  ///   - progress: Told now and then what share of the test against chance is done, which takes most
  ///     of the time; from 0 to 1, from any thread.
  /// - Complexity: About O(*m* log *n*) for each of runs + replicates × runs per replicate.
  public init(
    of network: Network, in map: SystemMap, against attribute: AttributeName? = nil,
    audience: Audience = .team, search: Search = Search(), effort: Effort? = nil, seed: UInt64 = 1,
    progress: @Sendable (Double) -> Void = { _ in }
  ) {
    let graph = network.graph.undirected
    let searched = search.method == .directed ? network.graph : graph
    let effort = effort ?? Effort(forTies: graph.edgeCount)
    let measure = search.quality(for: searched)
    let detected = searched.bestCommunities(
      by: measure, method: search.communityMethod, runs: effort.runs, seed: seed)
    let significance = searched.communitySignificance(
      by: measure, runsPerReplicate: effort.runsPerReplicate, replicates: effort.replicates,
      seed: seed
    ) { progress(Double($0) / Double(effort.replicates)) }
    let degrees = graph.degree()
    let found = DetectedGroups(of: network, graph: graph, partition: detected.partition)
    elements = network.elements
    groups = found.groups
    groupNumbers = found.numbers
    isolates = graph.nodes.filter { degrees[$0] == 0 }.map(network.element(of:))
    self.search = search
    resolution = measure.resolution
    quality = detected.quality
    modularity = detected.modularity ?? graph.modularity(of: detected.partition)
    runs = detected.runs
    runsReachingBest = detected.runsReachingBest
    stability = detected.stability()
    confidence = Array(detected.membershipConfidence())
    consensus = Consensus(of: detected, seed: seed)
    plateaus =
      effort.runsPerResolution > 0
      ? searched.resolutionScan(by: measure, runs: effort.runsPerResolution, seed: seed).map {
        $0.plateaus.map {
          Plateau(resolutions: $0.resolutions, groups: $0.groupCount, stability: $0.stability)
        }
      } : nil
    self.significance = significance
    self.seed = seed
    if graph.edgeCount == 0 {
      verdict = .noTies
    } else if found.groups.count < 2 {
      verdict = .oneGroup
    } else {
      verdict = (significance?.p ?? 1) < Self.level ? .silos : .noMoreThanChance
    }

    let asked = attribute ?? map.sectorAttribute
    var findings = network.findings
    if let refusal = AttributeLabels.refusal(of: asked, for: network, in: map, audience: audience) {
      findings.append(refusal)
      sectors = nil
    } else {
      let labels = AttributeLabels(asked, of: network, in: map.shared(with: audience))
      findings += labels.findings
      sectors = SectorComparison(
        of: network, in: map, labels: labels, groups: found.numbers, replicates: effort.replicates,
        seed: seed)
    }
    self.findings = findings
  }

  /// The number of the group of an element; `nil` if it is in none.
  public func groupNumber(of element: ElementID) -> Int? {
    elements.firstIndex(of: element).flatMap { groupNumbers[$0] }
  }

  /// The result as one plain sentence, in words that go no further than the test.
  public var sentence: String {
    switch verdict {
    case .noTies:
      return "No tie is reported, so no groups can be found."
    case .oneGroup:
      return "The ties show one group: no division has more ties inside than across."
    case .silos:
      return "\(ChanceWords.count(groups.count, "silo")): groups with more ties inside than chance "
        + "would give (\(evidence))."
    case .noMoreThanChance:
      return "The best division has \(ChanceWords.count(groups.count, "group")), but the network "
        + "is no more grouped than chance would give (\(evidence))."
    }
  }

  /// The result as one sentence without the figures of the test, for people who meet the map for
  /// the first time; its words go no further than those of ``sentence``.
  public var plainSentence: String {
    switch verdict {
    case .noTies, .oneGroup:
      return sentence
    case .silos:
      return "\(ChanceWords.count(groups.count, "silo")): groups that have more ties inside than "
        + "chance would give."
    case .noMoreThanChance:
      return "The best division has \(ChanceWords.count(groups.count, "group")), but the network "
        + "is no more grouped than chance would give."
    }
  }

  /// How sure the search was of the groups, as one plain sentence; `nil` without a tie.
  public var stabilitySentence: String? {
    stability.map {
      let reached =
        runsReachingBest > 0
        ? "\(runsReachingBest) of \(ChanceWords.count(runs, "run")) reached this"
        : "None of \(ChanceWords.count(runs, "run")) alone, only what they have in common, led to this"
      return "\(reached) \(search.qualityName); the groups of two runs agree by "
        + "\(ChanceWords.decimal($0)) on average, where 1.00 is the same groups."
    }
  }

  /// Over which resolutions the groups hold, as one plain sentence; `nil` where none were tried.
  public var resolutionSentence: String? {
    guard let plateaus else { return nil }
    let words = plateaus.map {
      "\(ChanceWords.count($0.groups, "group")) from resolution "
        + "\(ChanceWords.decimal($0.resolutions.lowerBound)) to "
        + ChanceWords.decimal($0.resolutions.upperBound)
    }
    return words.isEmpty
      ? "No division holds over a stretch of resolutions: how many groups there are is a choice of "
        + "the method."
      : "What holds whatever the resolution: \(ChanceWords.list(words))."
  }

  /// "modularity .42; random networks with the same numbers of ties .30 on average, p = .001".
  private var evidence: String {
    guard let quality, let significance else { return "not tested" }
    return
      "\(search.qualityName) \(ChanceWords.decimal(quality)); random networks with the same numbers of "
      + "ties \(ChanceWords.decimal(significance.nullMean)) on average, "
      + "\(ChanceWords.p(significance.p)), "
      + "\(ChanceWords.count(significance.replicates, "replicate")), seed \(seed)"
  }
}

/// Groups of two and more among those that Leiden found.
private struct DetectedGroups {
  private(set) var groups: [Silos.Silo] = []
  private(set) var numbers: [Int?]

  init(of network: Network, graph: Graph, partition: Partition) {
    numbers = Array(repeating: nil, count: graph.nodeCount)
    let kept = partition.members.filter { $0.count > 1 }
    for (place, members) in kept.enumerated() {
      for node in members { numbers[node.index] = place + 1 }
    }
    var within = Array(repeating: 0, count: kept.count + 1)
    var across = within
    for edge in graph.edges {
      let (first, second) = (numbers[edge.source.index], numbers[edge.target.index])
      if let first, first == second {
        within[first] += 1
      } else {
        for group in [first, second].compactMap(\.self) { across[group] += 1 }
      }
    }
    groups = kept.enumerated().map { place, members in
      Silos.Silo(
        number: place + 1, members: members.map(network.element(of:)),
        tiesWithin: within[place + 1], tiesAcross: across[place + 1])
    }
  }
}
