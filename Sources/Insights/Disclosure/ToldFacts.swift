/// The facts about counts that are told, and which counts they link.
struct ToldFacts {
  /// A fact that a count is part of, and its factor there.
  typealias Part = (fact: Int, factor: Int)

  /// The counts.
  let hidden: HiddenCounts
  private var sums: [CountSum] = []
  /// The facts that each count is part of.
  private(set) var factsOf: [[Part]]
  /// By how much the sum of each fact may change while the fact still holds.
  private(set) var room: [ClosedRange<Int>] = []

  /// Further than any sum of counts changes.
  static let unbounded = Int.max / 4

  /// Nothing is told.
  init(about hidden: HiddenCounts) {
    self.hidden = hidden
    factsOf = Array(repeating: [], count: hidden.values.count)
  }

  /// How many facts there are.
  var count: Int { sums.count }

  /// The sum that a fact is about.
  func sum(of fact: Int) -> CountSum { sums[fact] }

  /// Tells a fact; one that is not true never is.
  mutating func tell(_ fact: HiddenCounts.Fact) {
    guard hidden.satisfies(fact) else { return }
    let value = fact.sum.value(of: hidden.values)
    let lowest = fact.lower.map { $0 - value } ?? -Self.unbounded
    room.append(lowest...(fact.upper.map { $0 - value } ?? Self.unbounded))
    for term in fact.sum.terms { factsOf[term.count].append((sums.count, term.factor)) }
    sums.append(fact.sum)
  }

  /// Takes back what was told last, so that as many facts are left.
  mutating func takeBack(to count: Int) {
    while sums.count > count, let last = sums.popLast() {
      room.removeLast()
      for term in last.terms { factsOf[term.count].removeLast() }
    }
  }
}
