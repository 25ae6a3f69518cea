public import SystemMaps
import Graphs

/// Who is heard: how influence, access and giving are spread over groups.
///
/// A seat is not a voice. Influence is harmonic closeness in what was reported: how near, on
/// average, everyone else is. It says who is well placed to be heard, not who is.
///
///     let voice = Voice(of: network, in: map, by: inclusion.attributes)
///     voice.groups.first?.sentence
public struct Voice: Sendable, Hashable {
  /// The influence of each group, attribute by attribute: of organizations in the network of
  /// working ties, of people in the network of who sits with whom.
  public internal(set) var groups: [GroupVoice]
  /// How influence goes with budget; `nil` where fewer than five budgets are known.
  public let budgets: BudgetVoice?
  /// Who is within two steps of a table that decides; `nil` where no such table has seats.
  public internal(set) var reach: TableReach?
  /// Residents as those who give and as those who are served; `nil` without such a tie.
  public internal(set) var residents: ResidentTies?
  /// How many organizations that refer to each other do so both ways; `nil` without a referral.
  public let referrals: TieBalance?
  /// What was left out.
  public internal(set) var findings: [Finding]

  /// How many elements a network may have to be measured here.
  static let mostElements = 20_000
  /// How often groups are shuffled.
  static let shuffles = 999

  /// Measures who is heard.
  ///
  /// - Parameters:
  ///   - network: The working ties, see `SystemMap.network(_:)`.
  ///   - map: The map it is of.
  ///   - attributes: The attributes to group by, such as those of an ``Inclusion``.
  ///   - seed: The seed of the shuffles.
  /// - Complexity: O(*nm*) for the closeness, and 999 shuffles of *n* for each attribute.
  public init(
    of network: Network, in map: SystemMap, by attributes: [AttributeName], seed: UInt64 = 1
  ) {
    guard network.graph.nodeCount <= Self.mostElements else {
      (groups, budgets, reach) = ([], nil, nil)
      (residents, referrals) = (ResidentTies(in: map), TieBalance.ofReferrals(in: map))
      findings = [
        Finding(
          .notice,
          "influence by group was not measured: the network has more than "
            + "\(ChanceWords.grouped(Self.mostElements)) elements")
      ]
      return
    }
    let ties = InfluenceFrame(ofTiesIn: network, of: map)
    let tables = InfluenceFrame(ofTablesIn: map)
    groups = chunkedResults(count: attributes.count, concurrently: true) { place in
      let answers = GroupAnswers(of: attributes[place], in: map)
      return GroupVoice(
        by: answers, in: answers.isOfPeople ? tables : ties, of: map, seed: seed)
    }.compactMap(\.self)
    budgets = BudgetVoice(in: ties, of: map, seed: seed)
    reach = TableReach(in: network, of: map, by: attributes)
    residents = ResidentTies(in: map)
    referrals = TieBalance.ofReferrals(in: map)
    findings =
      reach == nil && !map.seats.isEmpty
      ? [
        Finding(
          .notice, "nobody in the network is known to have a seat at a table that decides",
          expected: "fill Decides or Tier, and whom each seat represents, to see who is near it")
      ] : []
  }
}
