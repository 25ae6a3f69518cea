public import SystemMaps

/// Who set a table: for the community, or by it.
///
/// Himmelman calls it *betterment* where institutions begin, control and pay for the work, and
/// *empowerment* where the community does. A checklist with its evidence, no score.
public struct TableGovernance: Sendable, Hashable {
  /// Something that somebody does at a table.
  public enum Item: String, Sendable, Hashable, CaseIterable {
    /// Calls it together.
    case convenes
    /// Sets its agenda.
    case agenda = "sets the agenda"
    /// Chairs it.
    case chairs
    /// Pays for it.
    case pays
    /// Appoints its members.
    case appoints
    /// Holds most of the votes.
    case votes = "holds most votes"
  }

  /// An item with its evidence.
  public struct Check: Sendable, Hashable {
    /// What is done.
    public let item: Item
    /// Who does it; nobody is named where it is not known, or `nobody`.
    public let who: [ElementID]
    /// Whether it is the community: residents, and organizations that members of the community
    /// lead; `nil` where it is not known, or both.
    public let isCommunity: Bool?
    /// Why it is not known; `nil` where it is.
    public let reason: String?
  }

  /// The items, in order.
  public let checks: [Check]

  /// How many of the known items the community does.
  public var community: Int { checks.count { $0.isCommunity == true } }
  /// How many items are known.
  public var known: Int { checks.count { $0.isCommunity != nil } }

  /// - Parameters:
  ///   - seats: All filled seats.
  ///   - ties: The connections that lead to the table.
  ///   - isCounted: Whether the audience may count all of the seats.
  ///   - audience: Who will read it: names that may not go so far are left out.
  init(
    of table: Element, seats: [Seat], ties: [Connection], isCounted: Bool, in map: SystemMap,
    for audience: Audience
  ) {
    func named(_ cell: Answer<[ElementID]>, _ type: ConnectionType) -> [ElementID] {
      cell.elements
        + ties.filter { $0.type == type }.map(\.from)
        .filter { !cell.elements.contains($0) }
    }
    func isCommunity(_ id: ElementID) -> Bool? {
      guard let element = map[id] else { return nil }
      switch element.type {
      case .resident, .household: return true
      case .person:
        let led = element.worksFor.elements.map { map[$0]?.isCommunityLed }
        return led.count == 1 ? led[0] : nil
      default: return element.isCommunityLed
      }
    }
    func check(_ item: Item, _ who: [ElementID], unasked: String) -> Check {
      guard !who.isEmpty else {
        return Check(item: item, who: [], isCommunity: nil, reason: unasked)
      }
      let answers = who.map(isCommunity)
      let who = who.filter { map[$0].map { map.mayName($0, to: audience) } ?? true }
      guard let first = answers[0], answers.allSatisfy({ $0 == first }) else {
        let isMixed = answers.allSatisfy { $0 != nil }
        return Check(
          item: item, who: who, isCommunity: nil,
          reason: isMixed ? "both" : "not reported whether the community leads them")
      }
      return Check(item: item, who: who, isCommunity: first, reason: nil)
    }
    let chairs = seats.filter { $0.role == .chair || $0.role == .coChair }
      .compactMap { $0.representing ?? $0.holder }
    let appointing = Set(seats.flatMap(\.appointedBy.elements)).sorted()
    checks = [
      check(.convenes, named(table.table.convenedBy, .convenes), unasked: "not reported"),
      check(.agenda, named(table.table.agendaBy, .setsAgendaOf), unasked: "not reported"),
      check(
        .chairs, chairs + ties.filter { $0.type == .chairs }.map(\.from),
        unasked: "no chair reported"),
      check(.pays, named(table.table.paidBy, .funds), unasked: "not reported"),
      check(.appoints, appointing, unasked: "not reported"),
      isCounted
        ? Self.votes(of: seats) { seat in
          (seat.representing ?? seat.holder).flatMap(isCommunity)
        } : Check(item: .votes, who: [], isCommunity: nil, reason: TablePower.notCounted),
    ]
  }

  /// Whether more than half of the votes are the community's, whatever the unknown ones are.
  private static func votes(of seats: [Seat], isCommunity: (Seat) -> Bool?) -> Check {
    let voting = seats.filter { DecisionRight($0.decisionRight)?.hasVote ?? true }
    let total = voting.reduce(0) { $0 + $1.votes }
    func votes(_ answer: Bool) -> Double {
      voting.filter { isCommunity($0) == answer }.reduce(0) { $0 + $1.votes }
    }
    guard total > 0 else {
      return Check(item: .votes, who: [], isCommunity: nil, reason: "no votes reported")
    }
    let answer = 2 * votes(true) > total ? true : 2 * votes(false) >= total ? false : nil
    return Check(
      item: .votes, who: [], isCommunity: answer,
      reason: answer == nil ? "of too many seats it is not known" : nil)
  }
}

/// What the holder of a seat may do, from the least.
public enum DecisionRight: String, Sendable, Hashable, CaseIterable {
  case none, informed, advises, votes
  case coDecides = "co-decides"
  case vetoes, decides

  /// Reads a cell; `nil` if it is blank or none of these.
  public init?(_ text: String?) {
    guard let key = text?.comparisonKey.replacing(" ", with: "-") else { return nil }
    guard
      let right = Self.allCases.first(where: {
        $0.rawValue == key || $0.rawValue.replacing("-", with: "") == key
      })
    else { return nil }
    self = right
  }

  /// Whether the holder has a part in the decision itself.
  public var hasVote: Bool {
    switch self {
    case .none, .informed, .advises: false
    case .votes, .coDecides, .vetoes, .decides: true
    }
  }
}
