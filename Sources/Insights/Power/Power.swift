public import SystemMaps

/// Who takes part at the tables, and who decides there.
///
///     let power = Power(of: map, for: .team)
///     power.tables.first?.governance.community   // how many of six things the community does
///
/// What people say of their own part, and what others say of their influence, is for the team
/// alone: for others ``TablePower/participation``, ``TablePower/promise``, ``grid`` and ``towers``
/// are empty.
public struct Power: Sendable, Hashable {
  /// The tables with seats, in the order of the map.
  public let tables: [TablePower]
  /// Decisions that bind, and whether residents could have turned them.
  public let decisions: BindingDecisions?
  /// Who has how much power and interest.
  public let grid: [PowerInterest]
  /// How much influence actors are said to have.
  public let towers: [InfluenceTower]
  /// Who may see it.
  public let audience: Audience
  /// What could not be read.
  public let findings: [Finding]

  /// Looks at participation and power.
  ///
  /// - Parameters:
  ///   - map: The map of one day: see `SystemMap.on(_:)`.
  ///   - audience: Who will read it.
  /// - Complexity: O(tables × seats), and O(*nm*) for the network that towers are compared with.
  public init(of map: SystemMap, for audience: Audience) {
    let seated = Dictionary(grouping: map.seats.filter(\.role.countsAsSeat), by: \.table)
    let counted = Dictionary(
      grouping: map.seats(countedBy: audience).filter(\.role.countsAsSeat), by: \.table)
    let ties = Dictionary(grouping: map.connections, by: \.to)
    let tables = map.tables.compactMap { table in
      seated[table.id].map { seats in
        TablePower(
          of: table, counting: counted[table.id] ?? [], among: seats, ties: ties[table.id] ?? [],
          in: map, for: audience)
      }
    }
    self.tables = tables
    decisions = BindingDecisions(of: map, for: audience)
    grid = audience == .team ? PowerInterest.all(in: map) : []
    towers = audience == .team ? InfluenceTower.all(in: map) : []
    self.audience = audience
    let words = map.seats.compactMap(\.decisionRight)
      .filter { $0.comparisonKey != "nobody" && DecisionRight($0) == nil }
    let strange = Set(words).sorted()
    findings = strange.map {
      Finding(
        .notice, "the decision right \($0.quoted) is not one that is known",
        expected:
          "expected one of \(DecisionRight.allCases.map(\.rawValue).joined(separator: ", "))")
    }
  }
}

/// Participation and decision rights at one table.
public struct TablePower: Sendable, Hashable {
  /// The table.
  public let table: ElementID
  /// Filled seats that count, see `SystemMap.seats(countedBy:)`.
  public let seats: Int
  /// Whether these are all filled seats, rather than those the audience may count.
  public let isWhole: Bool
  /// How far holders take part in their own eyes, scale by scale; for the team alone.
  public let participation: [Participation]
  /// Seats whose holders told no level, or one that their scale does not have.
  public let participationUnknown: Int
  /// What was promised to residents beside what is told; for the team alone.
  public let promise: PromiseGap?
  /// How many seats have each right.
  public let rights: [DecisionRight: Int]
  /// Seats whose right is not reported.
  public let rightsUnknown: Int
  /// Who set the table.
  public let governance: TableGovernance
  /// How often each seat's votes decide, by the holders of ``voters``; `nil` where all votes are
  /// equal, so that every seat has the same power, or where the rule is not known.
  public let voting: VotingPower?
  /// Whose the votes of ``voting`` are; `nil` for a seat that names nobody.
  public let voters: [ElementID?]
  /// Why ``voting`` is absent.
  public let votingReason: String?
}

extension TablePower {
  /// - Parameters:
  ///   - seats: The filled seats, as the audience may count them.
  ///   - filled: All filled seats.
  ///   - ties: The connections that lead to the table.
  init(
    of table: Element, counting seats: [Seat], among filled: [Seat], ties: [Connection],
    in map: SystemMap, for audience: Audience
  ) {
    let scaleOfMap = map.settings.participationScale.flatMap(ParticipationScale.init(named:))
    let told = seats.map { seat -> (scale: ParticipationScale, rank: Int)? in
      let scale = seat.scale.map(ParticipationScale.init(named:)) ?? scaleOfMap
      guard let scale, let rank = seat.participation.flatMap(scale.rank(of:)) else { return nil }
      return (scale, rank)
    }
    let isTeam = audience == .team
    self.table = table.id
    self.seats = seats.count
    participation =
      isTeam
      ? ParticipationScale.allCases.compactMap { scale in
        let ranks = told.compactMap { $0?.scale == scale ? $0?.rank : nil }
        guard !ranks.isEmpty else { return nil }
        return Participation(
          scale: scale, counts: scale.levels.indices.map { level in ranks.count { $0 == level } })
      } : []
    participationUnknown = told.count { $0 == nil }
    promise =
      isTeam
      ? scaleOfMap.flatMap { scale in
        guard let promised = table.table.promisedParticipation,
          let rank = scale.rank(of: promised)
        else { return nil }
        func ranks(_ isCounted: (Seat) -> Bool) -> [Int] {
          zip(seats, told).compactMap { seat, told in
            isCounted(seat) && told?.scale == scale ? told?.rank : nil
          }
        }
        return PromiseGap(
          scale: scale, promised: scale.levels[rank],
          residents: PromiseGap.Standing(
            ranks { $0.holder.flatMap { map[$0] }.map(Self.isResident) ?? false }, promised: rank),
          everyone: PromiseGap.Standing(ranks { _ in true }, promised: rank))
      } : nil
    let read = seats.map { DecisionRight($0.decisionRight) }
    rights = Dictionary(grouping: read.compactMap(\.self), by: \.self).mapValues(\.count)
    rightsUnknown = read.count { $0 == nil }
    let isWhole = map.wordsForUncounted(on: filled, by: audience).isEmpty
    governance = TableGovernance(
      of: table, seats: filled, ties: ties, isCounted: isWhole, in: map, for: audience)
    self.isWhole = isWhole
    let voting = seats.filter { DecisionRight($0.decisionRight)?.hasVote ?? true }
    let power =
      isWhole
      ? Self.votingPower(of: voting, at: table)
      : (nil, Self.notCounted)
    self.voting = power.voting
    votingReason = power.reason
    voters = power.voting == nil ? [] : voting.map { $0.representing ?? $0.holder }
  }

  /// Why nothing is told that depends on how many residents there are.
  static let notCounted = "residents who are not named sit there, and how many is not shown"

  private static func isResident(_ element: Element) -> Bool {
    element.type == .resident || element.type == .household
  }

  private static func votingPower(
    of seats: [Seat], at table: Element
  ) -> (voting: VotingPower?, reason: String?) {
    guard Set(seats.map(\.votes)).count > 1 else {
      return (nil, "all votes are equal, and so is the power of each seat")
    }
    guard seats.count <= VotingPower.mostVoters else {
      return (nil, "more than \(VotingPower.mostVoters) seats vote")
    }
    // Whole numbers: thousandths of a vote where votes have fractions.
    let isWhole = seats.allSatisfy { $0.votes == $0.votes.rounded() }
    let factor = isWhole ? 1.0 : 1000
    let weights = seats.map { Int(exactly: ($0.votes * factor).rounded()) ?? -1 }
    let total = weights.reduce(0, +)
    let rule = table.table.decisionRule?.comparisonKey ?? ""
    let quota: Int? =
      if let quota = table.table.quota {
        Int(exactly: (quota * factor).rounded(.up))
      } else if rule.contains("consensus") || rule.contains("unanim") {
        total
      } else if rule.contains("two third") || rule.contains("two-third") {
        (2 * total + 2) / 3
      } else if rule.contains("majority") {
        total / 2 + 1
      } else {
        nil
      }
    guard let quota else { return (nil, "how many votes decide is not reported") }
    let voting = VotingPower(weights: weights, quota: quota)
    return (voting, voting == nil ? "no number of votes reaches the quota" : nil)
  }
}

/// Decisions that bind, and whether residents held a majority or a veto where they were taken.
public struct BindingDecisions: Sendable, Hashable {
  /// The decisions that bind and whose table has seats.
  public let decisions: [ElementID]
  /// Those of them at whose table residents hold more than half of the votes, or a veto.
  public let turnedByResidents: [ElementID]
  /// Decisions of which it is not known whether they bind, or at which table they are taken, or, to
  /// those who may not count the residents there, whether residents hold most votes.
  public let unknown: Int

  /// - Parameter audience: Who will read it.
  init?(of map: SystemMap, for audience: Audience) {
    let all = map.elements.filter { $0.type == .decision }
    guard !all.isEmpty else { return nil }
    var decisions: [ElementID] = []
    var turned: [ElementID] = []
    var unknown = 0
    for decision in all where decision.isBinding != false {
      let tables = decision.partOf.elements + decision.owner.elements
      let seats = map.seats.filter { tables.contains($0.table) && $0.role.countsAsSeat }
      guard decision.isBinding == true, !seats.isEmpty else {
        unknown += 1
        continue
      }
      let voting = seats.filter { DecisionRight($0.decisionRight)?.hasVote ?? true }
      let residents = voting.filter { seat in
        seat.holder.flatMap { map[$0] }.map { $0.type == .resident || $0.type == .household }
          ?? false
      }
      let hasVeto = residents.contains { DecisionRight($0.decisionRight) == .vetoes }
      func votes(_ seats: [Seat]) -> Double { seats.reduce(0) { $0 + $1.votes } }
      let isCounted = tables.allSatisfy { map.wordsForUncounted(at: $0, by: audience).isEmpty }
      guard hasVeto || isCounted else {
        unknown += 1
        continue
      }
      decisions.append(decision.id)
      if hasVeto || 2 * votes(residents) > votes(voting) { turned.append(decision.id) }
    }
    self.decisions = decisions
    turnedByResidents = turned
    self.unknown = unknown
  }
}
