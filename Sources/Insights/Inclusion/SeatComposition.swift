import SystemMaps

/// Who holds the seats of one or more tables, counted by group.
///
/// Members, chairs and co-chairs count; alternates, staff and vacancies do not. A table's own
/// anonymous counts take the place of what its holders' rows say.
public struct SeatComposition: Sendable, Hashable {
  /// A group and its seats.
  public struct GroupSeats: Sendable, Hashable {
    /// The group.
    public let group: String
    /// How many seats it holds.
    public let seats: Int
    /// The form in which its name is compared.
    let key: String
  }

  /// How the seats were counted.
  public enum Basis: Sendable, Hashable {
    /// From what holders say of themselves.
    case holders
    /// From the table's own anonymous counts, or from both in a tier.
    case anonymousCounts
  }

  /// All filled seats that count.
  public let seats: Int
  /// Seats by group, in the order in which the groups were met.
  public let groups: [GroupSeats]
  /// Seats of which the group is not known.
  public let unknown: Int
  /// Seats whose holders preferred not to say.
  public let preferNotToSay: Int
  /// Whether someone gave several answers, so that the groups overlap.
  public let hasSeveralAnswers: Bool
  /// How the seats were counted.
  public let basis: Basis

  /// Seats of which the group is known.
  public var known: Int { seats - unknown - preferNotToSay }

  /// The seats of a group; 0 if nobody is of it.
  public func seats(of group: String) -> Int {
    seats(ofKey: group.groupKey)
  }

  /// The seats of a group by the form in which its name is compared.
  func seats(ofKey key: String) -> Int { groups.first { $0.key == key }?.seats ?? 0 }

  /// Counts the seats of a table.
  init(of table: ElementID, by attribute: AttributeName, in map: SystemMap) {
    self.init(
      of: map.seats.filter { $0.table == table && $0.role.countsAsSeat },
      counts: map.benchmarks.filter {
        $0.population == .table(table) && $0.attribute == attribute && $0.count != nil
      }, answers: GroupAnswers(of: attribute, in: map))
  }

  /// Counts seats, or takes the anonymous counts of their table, if there are some.
  init(of filled: [Seat], counts: [Benchmark], answers: GroupAnswers) {
    var tally = GroupTally()
    if counts.isEmpty {
      for seat in filled { tally.add(answers.reply(of: seat)) }
    } else {
      for row in counts { tally.add(row.group, seats: Int((row.count ?? 0).rounded())) }
      for _ in 0..<max(0, filled.count - tally.seats) { tally.add(.unknown) }
    }
    self.init(tally, basis: counts.isEmpty ? .holders : .anonymousCounts)
  }

  /// Adds up the seats of several tables; a person with two of them counts twice.
  init(pooling parts: [SeatComposition]) {
    var tally = GroupTally()
    for part in parts {
      for group in part.groups { tally.add(group: group.group, seats: group.seats) }
      tally.seats += part.seats
      tally.unknown += part.unknown
      tally.preferNotToSay += part.preferNotToSay
      tally.hasSeveralAnswers = tally.hasSeveralAnswers || part.hasSeveralAnswers
    }
    self.init(
      tally, basis: parts.allSatisfy { $0.basis == .holders } ? .holders : .anonymousCounts)
  }

  private init(_ tally: GroupTally, basis: Basis) {
    seats = tally.seats
    groups = tally.groups.map { GroupSeats(group: $0.name, seats: $0.seats, key: $0.key) }
    unknown = tally.unknown
    preferNotToSay = tally.preferNotToSay
    hasSeveralAnswers = tally.hasSeveralAnswers
    self.basis = basis
  }
}

/// A running count of seats by group.
private struct GroupTally {
  var seats = 0
  var unknown = 0
  var preferNotToSay = 0
  var hasSeveralAnswers = false
  private(set) var groups: [(name: String, key: String, seats: Int)] = []
  /// The groups by their keys, and by their names as they are written.
  private var places: [String: Int] = [:]

  /// Counts one seat.
  mutating func add(_ reply: GroupAnswers.Reply) {
    seats += 1
    switch reply {
    case .unknown: unknown += 1
    case .preferNotToSay: preferNotToSay += 1
    case .groups(let groups):
      hasSeveralAnswers = hasSeveralAnswers || groups.count > 1
      for group in groups { add(group: group, seats: 1) }
    }
  }

  /// Counts a row of anonymous counts.
  mutating func add(_ group: String, seats count: Int) {
    seats += count
    switch group.groupKey {
    case "prefer not to say": preferNotToSay += count
    case "", "unknown": unknown += count
    default: add(group: group, seats: count)
    }
  }

  /// Counts seats of a group that are part of the total already.
  mutating func add(group: String, seats count: Int) {
    if let place = places[group] {
      groups[place].seats += count
      return
    }
    let key = group.groupKey
    let place = places[key] ?? groups.count
    if place == groups.count { groups.append((group, key, 0)) }
    groups[place].seats += count
    places[key] = place
    places[group] = place
  }
}
