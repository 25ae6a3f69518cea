/// A count, and how far it lies from its true value.
struct CountChange: Sendable, Hashable {
  let count: Int
  let by: Int
}

/// A search for other counts, near the true ones, that would have been published in the same way.
///
/// A secret is made larger, and each fact that then no longer holds is mended by changing one more of
/// its counts, as when two people of different groups change places: depth first, what breaks least
/// first. What it finds is a proof that a secret is open; that it finds nothing proves nothing, and a
/// ``FeasibleWalk`` looks further.
struct ExchangeSearch {
  /// How many counts are changed together at most, one that is changed twice counting twice.
  private static let longest = 24
  /// How many changes are tried before it gives up.
  private static let patience = 160
  /// How many ways to mend one fact are tried.
  private static let breadth = 6

  /// How far each count and each fact's sum is from the truth.
  private var changeOf: [Int]
  private var sumOf: [Int] = []
  /// The changes made so far, and the facts whose sums they move.
  private var changes: [CountChange] = []
  private var moved: [Int] = []
  private var isMoved: [Bool] = []
  /// The ways to mend what does not hold, of each depth after those of the one above.
  private var ways: [(change: CountChange, cost: Int)] = []
  private var tries = 0

  init(countsOf hidden: HiddenCounts) {
    changeOf = Array(repeating: 0, count: hidden.values.count)
  }

  /// Other counts for which everything holds that is told, and a sum is larger.
  ///
  /// - Parameters:
  ///   - sum: The sum.
  ///   - growth: How much larger at least; above 0.
  ///   - facts: What is told.
  ///   - claims: What else is told.
  /// - Returns: What changes; `nil` if nothing was found.
  /// - Complexity: O(tries × terms of a fact × facts of a count), with at most 160 tries.
  mutating func change(
    _ sum: CountSum, by growth: Int, among facts: ToldFacts, agreeing claims: [Publication.Claim]
  ) -> [CountChange]? {
    tries = 0
    sumOf += Array(repeating: 0, count: max(0, facts.count - sumOf.count))
    isMoved += Array(repeating: false, count: max(0, facts.count - isMoved.count))
    defer {
      while takeBack(among: facts) {}
      for fact in moved { isMoved[fact] = false }
      moved.removeAll(keepingCapacity: true)
    }
    guard mend((sum, growth), depth: 0, among: facts, agreeing: claims) else { return nil }
    return total
  }

  /// All changes, each count once.
  private var total: [CountChange] {
    Set(changes.map(\.count)).sorted().map { CountChange(count: $0, by: changeOf[$0]) }
  }

  /// Mends what does not hold; everything does if it returns true.
  private mutating func mend(
    _ goal: (sum: CountSum, growth: Int), depth: Int, among facts: ToldFacts,
    agreeing claims: [Publication.Claim]
  ) -> Bool {
    let grown = goal.sum.terms.reduce(0) { $0 + $1.factor * changeOf[$1.count] }
    let sum: CountSum
    let lack: Int
    if grown < goal.growth {
      (sum, lack) = (goal.sum, goal.growth - grown)
    } else if let broken = moved.first(where: { Self.lack(sumOf[$0], in: facts.room[$0]) != 0 }) {
      (sum, lack) = (facts.sum(of: broken), Self.lack(sumOf[broken], in: facts.room[broken]))
    } else {
      return claims.isEmpty || claims.allSatisfy { [total] in $0(total) }
    }
    guard depth < Self.longest else { return false }
    let first = ways.count
    findWays(to: lack, of: sum, among: facts)
    defer { ways.removeSubrange(first...) }
    for place in first..<ways.count {
      guard tries < Self.patience else { return false }
      tries += 1
      let way = ways[place].change
      changes.append(way)
      apply(way, among: facts)
      if mend(goal, depth: depth + 1, among: facts, agreeing: claims) { return true }
      _ = takeBack(among: facts)
    }
    return false
  }

  /// Finds the changes that could make up for what a sum lacks, those first that break least.
  private mutating func findWays(to lack: Int, of sum: CountSum, among facts: ToldFacts) {
    let first = ways.count
    for term in sum.terms {
      let sign = (lack > 0) == (term.factor > 0) ? 1 : -1
      let before = changeOf[term.count]
      // What was changed one way is not changed back: so no search goes round in a circle.
      guard before * sign >= 0 else { continue }
      let wanted = max(1, abs(lack) / abs(term.factor))
      let left = facts.hidden.values[term.count] + before
      let change = CountChange(count: term.count, by: sign > 0 ? wanted : -min(wanted, left))
      guard change.by != 0 else { continue }
      let cost = cost(of: change, among: facts)
      var place = ways.count
      while place > first, ways[place - 1].cost > cost { place -= 1 }
      guard place < first + Self.breadth else { continue }
      if ways.count == first + Self.breadth { ways.removeLast() }
      ways.insert((change, cost), at: place)
    }
  }

  /// How much more is broken after a change; below 0 if less.
  private func cost(of change: CountChange, among facts: ToldFacts) -> Int {
    var cost = 0
    for (fact, factor) in facts.factsOf[change.count] {
      let room = facts.room[fact]
      cost +=
        abs(Self.lack(sumOf[fact] + factor * change.by, in: room))
        - abs(Self.lack(sumOf[fact], in: room))
    }
    return cost
  }

  private mutating func takeBack(among facts: ToldFacts) -> Bool {
    guard let last = changes.popLast() else { return false }
    apply(CountChange(count: last.count, by: -last.by), among: facts)
    return true
  }

  private mutating func apply(_ change: CountChange, among facts: ToldFacts) {
    changeOf[change.count] += change.by
    for (fact, factor) in facts.factsOf[change.count] {
      sumOf[fact] += factor * change.by
      if !isMoved[fact] {
        isMoved[fact] = true
        moved.append(fact)
      }
    }
  }

  /// What a change lacks to lie in a range: above 0 if it has to grow.
  private static func lack(_ change: Int, in room: ClosedRange<Int>) -> Int {
    change < room.lowerBound
      ? room.lowerBound - change : change > room.upperBound ? room.upperBound - change : 0
  }
}
