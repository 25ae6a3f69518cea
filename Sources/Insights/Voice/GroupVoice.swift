import Foundation
public import SystemMaps
import Graphs

/// How much of the influence each group of one attribute has, and whether it lacks seats or place.
///
/// ln(*C*/*p*) = ln(*N*/*p*) + ln(*C*/*N*) exactly, where *p* is a group's share of the population,
/// *N* its share of those in the network and *C* its share of their influence. The first part is its
/// presence ("not at the table"), the second its position ("at the table, but on the edge").
public struct GroupVoice: Sendable, Hashable {
  /// A group's part.
  public struct Part: Sendable, Hashable {
    /// The group.
    public let group: String
    /// How many of those in the network are of it.
    public let members: Int
    /// Their share of those of a known group: *N*.
    public let memberShare: Double
    /// Their share of the influence: *C*; `nil` where nobody has any.
    public let influenceShare: Double?
    /// The group's share of the population: *p*; `nil` without a population.
    public let benchmark: Double?
    /// How probable a position this far from 0 is if the groups were shuffled among those in the
    /// network, after Holm's correction; `nil` where the position is undefined.
    public let p: Double?

    /// ln(*N*/*p*): below 0 the group is missing; `nil` without a population, or where nobody of
    /// the group is in the network.
    public let presence: Double?
    /// ln(*C*/*N*): below 0 the group is on the edge; `nil` where it has no influence at all.
    public let position: Double?
    /// ln(*C*/*p*), the sum of the two; `nil` where either is.
    public var total: Double? { presence.flatMap { presence in position.map { presence + $0 } } }
  }

  /// The attribute.
  public let attribute: AttributeName
  /// The population that presence is measured by; `nil` if there is none.
  public let population: BenchmarkPopulation?
  /// Whether those in the network are people who sit together, rather than organizations that work
  /// together.
  public let isOfPeople: Bool
  /// The groups, those of the population first.
  public let parts: [Part]
  /// The same without the backbone and its staff; `nil` if it is not among them.
  public let withoutBackbone: [Part]?
  /// How many of those in the network are of no known group.
  public let unknown: Int

  init?(by answers: GroupAnswers, in frame: InfluenceFrame, of map: SystemMap, seed: UInt64) {
    let populations = map.benchmarkPopulations(of: answers.attribute)
    let population = populations.first ?? Self.list(by: answers, in: map)
    guard
      let split = VoiceSplit(
        of: frame.members, by: answers, population: population, seed: seed)
    else { return nil }
    attribute = answers.attribute
    self.population = population
    isOfPeople = frame.basis == .sharedTables
    parts = split.parts
    unknown = frame.members.count - split.known
    withoutBackbone = frame.withoutBackbone.flatMap {
      VoiceSplit(of: $0, by: answers, population: population, seed: seed)?.parts
    }
  }

  /// The one list of members from which tables are drawn.
  private static func list(
    by answers: GroupAnswers, in map: SystemMap
  ) -> BenchmarkPopulation? {
    let tables = SeatedTables(of: map)
    guard tables.lists.count == 1, let list = tables.lists.first.flatMap({ map[$0] }) else {
      return nil
    }
    return BenchmarkPopulation(
      list: list, composition: tables.composition(of: list.id, by: answers),
      attribute: answers.attribute, date: map.settings.date?.description)
  }
}

/// The influence of members shared out among the groups of an attribute.
private struct VoiceSplit {
  let parts: [GroupVoice.Part]
  /// The members of a known group.
  let known: Int

  init?(
    of members: [InfluenceFrame.Member], by answers: GroupAnswers,
    population: BenchmarkPopulation?, seed: UInt64
  ) {
    var names = population?.groups.map(\.name) ?? []
    var places: [String: Int] = [:]
    for (place, name) in names.enumerated() { places[name.groupKey] = place }
    var groups = MemberGroups()
    var influence: [Double] = []
    for member in members {
      guard case .groups(let own) = answers.reply(of: member.element) else { continue }
      groups.add(
        own.map { name in
          if let place = places[name.groupKey] { return place }
          places[name.groupKey] = names.count
          names.append(name)
          return names.count - 1
        })
      influence.append(member.influence)
    }
    guard names.count > 1, groups.count > 1 else { return nil }
    known = groups.count
    let total = influence.reduce(0, +)
    let counts = groups.counts(of: names.count)
    let chances = Self.chances(of: counts, influence: influence, groups: groups, seed: seed)
    let sums = groups.sums(of: influence, count: names.count)
    let benchmarks = names.indices.map { group in
      population.flatMap { group < $0.groups.count ? $0.groups[group].share : nil }
    }
    let number = Double(groups.count)
    let isDefined = names.indices.map { counts[$0] > 0 && total > 0 }
    let adjusted = holmAdjusted(names.indices.filter { isDefined[$0] }.map { chances[$0] })
    var corrected: [Double?] = Array(repeating: nil, count: names.count)
    for (rank, group) in names.indices.filter({ isDefined[$0] }).enumerated() {
      corrected[group] = adjusted[rank]
    }
    parts = names.indices.map { group in
      let memberShare = Double(counts[group]) / number
      let influenceShare = total > 0 ? sums[group] / total : nil
      return GroupVoice.Part(
        group: names[group], members: counts[group], memberShare: memberShare,
        influenceShare: influenceShare, benchmark: benchmarks[group], p: corrected[group],
        presence: benchmarks[group].flatMap { logRatio(memberShare, $0) },
        position: influenceShare.flatMap { logRatio($0, memberShare) })
    }
  }

  /// How often shuffled influence is as far from what each group's number would give.
  private static func chances(
    of counts: [Int], influence: [Double], groups: MemberGroups, seed: UInt64
  ) -> [Double] {
    let total = influence.reduce(0, +)
    let fair = counts.map { total * Double($0) / Double(groups.count) }
    let sums = groups.sums(of: influence, count: counts.count)
    let distances = zip(sums, fair).map { abs($0 - $1) * (1 - 1e-12) }
    var shuffled = influence
    var asFar = Array(repeating: 0, count: counts.count)
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<Voice.shuffles {
      shuffled.shuffle(using: &generator)
      let drawn = groups.sums(of: shuffled, count: counts.count)
      for group in counts.indices where abs(drawn[group] - fair[group]) >= distances[group] {
        asFar[group] += 1
      }
    }
    return asFar.map { Double($0 + 1) / Double(Voice.shuffles + 1) }
  }
}

/// The groups of some members, by number; those who gave several answers are of several.
private struct MemberGroups {
  private var groups: [Int] = []
  /// Where the groups of each member end.
  private var ends: [Int] = []

  /// How many members there are.
  var count: Int { ends.count }

  mutating func add(_ own: [Int]) {
    groups += own
    ends.append(groups.count)
  }

  /// How many members each group has; whoever names it twice is one.
  func counts(of groupCount: Int) -> [Int] {
    var counts = Array(repeating: 0, count: groupCount)
    var start = 0
    for end in ends {
      for group in Set(groups[start..<end]) { counts[group] += 1 }
      start = end
    }
    return counts
  }

  /// What the members of each group have together.
  func sums(of values: [Double], count: Int) -> [Double] {
    var sums = Array(repeating: 0.0, count: count)
    var place = 0
    for (member, end) in ends.enumerated() {
      while place < end {
        sums[groups[place]] += values[member]
        place += 1
      }
    }
    return sums
  }
}

/// ln(*a*/*b*), or `nil` where either is 0.
private func logRatio(_ first: Double, _ second: Double) -> Double? {
  first > 0 && second > 0 ? log(first / second) : nil
}
