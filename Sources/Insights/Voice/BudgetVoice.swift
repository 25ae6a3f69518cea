import Foundation
import SystemMaps
import Graphs

/// How the influence of organizations goes with their budgets.
public struct BudgetVoice: Sendable, Hashable {
  /// A fifth of the organizations, by budget.
  public struct Fifth: Sendable, Hashable {
    /// How many organizations it has.
    public let organizations: Int
    /// The smallest budget among them.
    public let smallest: Double
    /// The largest budget among them.
    public let largest: Double
    /// Their share of the influence.
    public let influenceShare: Double
    /// Their share of the seats at tables that decide; `nil` where nobody has one.
    public let seatShare: Double?
  }

  /// The organizations with a known budget.
  public let organizations: Int
  /// Those without.
  public let unknown: Int
  /// The concentration index of influence by budget: 0 where budget makes no difference, towards 1
  /// where the largest have it all.
  public let concentrationIndex: Double
  /// The same without the backbone; `nil` if it is not among them.
  public let withoutBackbone: Double?
  /// The share of shuffles with an index as large, either way: (*b* + 1)/(*B* + 1).
  public let p: Double
  /// The Gini coefficient of influence, whatever the budget.
  public let gini: Double
  /// Theil's *T* of influence, whatever the budget.
  public let theilT: Double
  /// The concentration index of the seats at tables that decide; `nil` where nobody has one.
  public let seatIndex: Double?
  /// The points of the concentration curve, an organization each from the smallest budget: their
  /// share of all up to there, and the share of the influence.
  public let curve: [Point]
  /// The organizations in five parts, the smallest budgets first; equal budgets may be parted.
  public let fifths: [Fifth]

  /// A point of the concentration curve.
  public struct Point: Sendable, Hashable {
    /// The share of the organizations, from the smallest budget.
    public let organizations: Double
    /// Their share of the influence.
    public let influence: Double
  }

  init?(in frame: InfluenceFrame, of map: SystemMap, seed: UInt64) {
    let known = Self.known(frame.members)
    let influence = known.map(\.influence)
    let budgets = known.map(\.budget)
    guard known.count >= 5, Set(budgets).count > 1,
      let index = Insights.concentrationIndex(of: influence, rankedBy: budgets),
      let gini = Insights.gini(of: influence), let theilT = Insights.theilT(of: influence)
    else { return nil }
    organizations = known.count
    unknown = frame.members.count - known.count
    concentrationIndex = index
    self.gini = gini
    self.theilT = theilT
    withoutBackbone = frame.withoutBackbone.flatMap { members in
      let known = Self.known(members)
      return Insights.concentrationIndex(
        of: known.map(\.influence), rankedBy: known.map(\.budget))
    }
    var shuffled = influence
    var generator = SeededGenerator(seed: seed)
    var asFar = 0
    for _ in 0..<Voice.shuffles {
      shuffled.shuffle(using: &generator)
      let drawn = Insights.concentrationIndex(of: shuffled, rankedBy: budgets) ?? 0
      if abs(drawn) >= abs(index) * (1 - 1e-12) { asFar += 1 }
    }
    p = Double(asFar + 1) / Double(Voice.shuffles + 1)

    let deciding = DecidingTables(of: map)
    let seats = known.map { Double(deciding.seats(of: $0.id)) }
    seatIndex = Insights.concentrationIndex(of: seats, rankedBy: budgets)
    let order = known.indices.sorted { (budgets[$0], $0) < (budgets[$1], $1) }
    let total = influence.reduce(0, +)
    var sum = 0.0
    curve = order.enumerated().map { place, member in
      sum += influence[member]
      return Point(
        organizations: Double(place + 1) / Double(order.count), influence: sum / total)
    }
    let seatTotal = seats.reduce(0, +)
    fifths = (0..<5).map { fifth in
      let part = order[fifth * order.count / 5..<(fifth + 1) * order.count / 5]
      return Fifth(
        organizations: part.count, smallest: part.map { budgets[$0] }.min() ?? 0,
        largest: part.map { budgets[$0] }.max() ?? 0,
        influenceShare: part.reduce(0) { $0 + influence[$1] } / total,
        seatShare: seatTotal > 0 ? part.reduce(0) { $0 + seats[$1] } / seatTotal : nil)
    }
  }

  private static func known(
    _ members: [InfluenceFrame.Member]
  ) -> [(id: ElementID, budget: Double, influence: Double)] {
    members.compactMap { member in
      member.element.budget.map { (member.element.id, $0, member.influence) }
    }
  }
}
