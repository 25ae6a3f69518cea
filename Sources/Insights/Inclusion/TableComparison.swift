public import SystemMaps

/// The seats of one table against one population, group by group.
///
/// Seats are appointed, not sampled: a p-value says how far from parity a draw at random would be
/// how often, no more. A table that passes is not thereby at parity.
public struct TableComparison: Sendable, Hashable {
  /// What can be said.
  public enum Judgement: Sendable, Hashable {
    /// Tests stand beside the figures.
    case tested
    /// Fewer than five seats of which the group is known: too few to judge.
    case tooFewSeats
    /// Nothing is known of any seat.
    case nothingKnown
    /// The seats are not drawn from the population they are compared with, and why.
    case untested(reason: String)
  }

  /// The distribution behind the p-values.
  public enum Test: String, Sendable, Hashable {
    /// Draws from a population so large that they do not change it.
    case multinomial
    /// Draws from a list without putting back.
    case hypergeometric
  }

  /// The table.
  public let table: ElementID
  /// The population.
  public let population: BenchmarkPopulation
  /// Whether it is the population that this table is compared with by default.
  public let isDefault: Bool
  /// Who holds the seats.
  public let composition: SeatComposition
  /// The seats compared: *n*, those of which the group is known and which the population has.
  public let seats: Int
  /// The groups, in the order of the population.
  public let groups: [GroupComparison]
  /// Seats of groups that the population does not list; they are left out of *n*.
  public let unlisted: [SeatComposition.GroupSeats]
  /// What can be said.
  public let judgement: Judgement
  /// The distribution behind the p-values.
  public let test: Test
  /// The test of all groups together; `nil` where the groups overlap, are not all listed, or there
  /// are fewer than five seats.
  public internal(set) var wholeTable: ExactTest?
  /// The share of seats that would have to change hands for parity; `nil` where the groups overlap
  /// or are not all listed, or nothing is known.
  public let dissimilarity: Double?
  /// How many groups the seats are spread over; `nil` where ``dissimilarity`` is.
  public let diversity: Diversity?
  /// The Kullback–Leibler divergence of the seats from the population, in nats: infinite if a group
  /// holds a seat and is not in the population; `nil` where ``dissimilarity`` is.
  public let kullbackLeibler: Double?
  /// The Jensen–Shannon divergence, in bits, from 0 to 1; `nil` where ``dissimilarity`` is.
  public let jensenShannon: Double?
  /// Why ``wholeTable``, ``dissimilarity`` and the seats for parity are absent, if the reason lies
  /// in the groups.
  public let compositionReason: String?

  /// The fewest seats that are judged.
  public static let fewestSeats = 5

  /// How many tests were made: one a group, and one of all together.
  public var testCount: Int {
    judgement == .tested ? groups.count + (wholeTable == nil ? 0 : 1) : 0
  }

  /// The column that was compared.
  public var attribute: AttributeName { population.attribute }

  /// The group that holds fewest seats beside the expected.
  public var furthestBelow: GroupComparison? {
    groups.min { ($0.seatGap, $0.group) < ($1.seatGap, $1.group) }
  }

  /// Groups that cross two columns and hold no seat where 1 or more would be expected.
  public var emptyCells: [GroupComparison] {
    guard attribute.crossedColumns.count == 2 else { return [] }
    return groups.filter { $0.seats == 0 && !$0.isTooSmallToJudge }
  }
}
