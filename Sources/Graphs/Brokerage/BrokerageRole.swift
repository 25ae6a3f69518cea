/// The part that a broker plays between two others, by the groups of the three.
///
/// In the names of the groups below the broker stands in the middle.
public enum BrokerageRole: Int, CaseIterable, Hashable, Sendable {
  /// A–A–A: all three are of one group. *w*ᵢ in sna.
  case coordinator
  /// A–B–A: an outsider between two of one group; also consultant. *w*ₒ in sna.
  case itinerant
  /// A–A–B: from the broker's group out of it. *b*ᵢₒ in sna.
  case representative
  /// A–B–B: from outside into the broker's group. *b*ₒᵢ in sna.
  case gatekeeper
  /// A–B–C: between two groups, of a third. *b*ₒ in sna.
  case liaison

  /// Creates the role that a broker has between a source and a target of these groups.
  public init(source: Int, broker: Int, target: Int) {
    switch (source == broker, broker == target) {
    case (true, true): self = .coordinator
    case (true, false): self = .representative
    case (false, true): self = .gatekeeper
    case (false, false): self = source == target ? .itinerant : .liaison
    }
  }
}

/// One value for each brokerage role and one for all of them together.
public struct RoleScores<Score> {
  /// The values in the order of `BrokerageRole.allCases`.
  private var scores: [Score]
  /// The value of all roles together.
  public var total: Score

  init(total: Score, of score: (BrokerageRole) -> Score) {
    scores = BrokerageRole.allCases.map(score)
    self.total = total
  }

  /// The value of a role.
  public subscript(role: BrokerageRole) -> Score {
    get { scores[role.rawValue] }
    set { scores[role.rawValue] = newValue }
  }

  /// The values of two sets joined, role by role and in all.
  func combined<Other, Result>(
    with other: RoleScores<Other>, by combine: (Score, Other) -> Result
  ) -> RoleScores<Result> {
    RoleScores<Result>(total: combine(total, other.total)) { combine(self[$0], other[$0]) }
  }
}

extension RoleScores where Score: AdditiveArithmetic {
  /// The values of the roles, and their sum.
  init(_ scores: ArraySlice<Score>) {
    self.init(total: scores.reduce(.zero, +)) { scores[scores.startIndex + $0.rawValue] }
  }
}

extension RoleScores: Sendable where Score: Sendable {}
extension RoleScores: Equatable where Score: Equatable {}
extension RoleScores: Hashable where Score: Hashable {}
