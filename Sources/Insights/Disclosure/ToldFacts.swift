/// The facts about counts that are told, and which counts they link.
struct ToldFacts {
  /// Counts near some others, and all that is told of them.
  struct Neighbourhood {
    /// The numbers of the counts, ascending.
    let counts: [Int]
    /// The numbers of the facts that are told of any of them, ascending.
    let facts: [Int]
    /// Whether nothing that is told links them with other counts.
    let isWhole: Bool
    fileprivate let places: [Int: Int]
  }

  /// A fact that a count is part of, and its factor there.
  typealias Part = (fact: Int, factor: Int)

  /// The counts.
  let hidden: HiddenCounts
  private var facts: [HiddenCounts.Fact] = []
  /// The facts that each count is part of.
  private(set) var factsOf: [[Part]]
  /// By how much the sum of each fact may change while the fact still holds.
  private(set) var room: [ClosedRange<Int>] = []

  /// Further than any sum of counts changes.
  private static let unbounded = Int.max / 4

  /// Nothing is told.
  init(about hidden: HiddenCounts) {
    self.hidden = hidden
    factsOf = Array(repeating: [], count: hidden.values.count)
  }

  /// How many facts there are.
  var count: Int { facts.count }

  /// The sum that a fact is about.
  func sum(of fact: Int) -> CountSum { facts[fact].sum }

  /// Tells a fact; one that is not true never is.
  mutating func tell(_ fact: HiddenCounts.Fact) {
    guard hidden.satisfies(fact) else { return }
    let value = fact.sum.value(of: hidden.values)
    let lowest = fact.lower.map { $0 - value } ?? -Self.unbounded
    room.append(lowest...(fact.upper.map { $0 - value } ?? Self.unbounded))
    for term in fact.sum.terms { factsOf[term.count].append((facts.count, term.factor)) }
    facts.append(fact)
  }

  /// Takes back what was told last, so that as many facts are left.
  mutating func takeBack(to count: Int) {
    while facts.count > count, let last = facts.popLast() {
      room.removeLast()
      for term in last.sum.terms { factsOf[term.count].removeLast() }
    }
  }

  /// The counts that are linked with some others, the nearest first, until there are enough.
  ///
  /// - Parameter isEnough: Whether so many counts, with so many facts, are enough.
  func neighbourhood(
    of first: [Int], until isEnough: (_ counts: Int, _ facts: Int) -> Bool
  ) -> Neighbourhood {
    var counts = first
    var seen: [Int] = []
    // Marks cost a look at all counts, but none at a hash table for each that is met.
    var isMet = Array(repeating: false, count: factsOf.count)
    var isSeen = Array(repeating: false, count: facts.count)
    for count in first { isMet[count] = true }
    var isWhole = true
    var next = 0
    while next < counts.count {
      for (fact, _) in factsOf[counts[next]] where !isSeen[fact] {
        isSeen[fact] = true
        seen.append(fact)
        for term in facts[fact].sum.terms where !isMet[term.count] {
          guard !isEnough(counts.count, seen.count) else {
            isWhole = false
            break
          }
          isMet[term.count] = true
          counts.append(term.count)
        }
      }
      next += 1
    }
    counts.sort()
    return Neighbourhood(
      counts: counts, facts: seen.sorted(), isWhole: isWhole,
      places: Dictionary(uniqueKeysWithValues: zip(counts, counts.indices)))
  }

  /// A sum in terms of the places of the counts of a neighbourhood; other counts are left out.
  func local(_ sum: CountSum, in part: Neighbourhood) -> CountSum {
    CountSum(
      ascending: sum.terms.compactMap { term in
        part.places[term.count].map { CountSum.Term(count: $0, factor: term.factor) }
      })
  }

  /// A walk among the possible values of a neighbourhood's counts, all others being what they are.
  func walk(in part: Neighbourhood) -> FeasibleWalk {
    let here = part.counts.map { hidden.values[$0] }
    return FeasibleWalk(
      values: here,
      facts: part.facts.map { number in
        let fact = facts[number]
        let inside = local(fact.sum, in: part)
        let outside = fact.sum.value(of: hidden.values) - inside.value(of: here)
        return HiddenCounts.Fact(
          inside, from: fact.lower.map { $0 - outside }, through: fact.upper.map { $0 - outside })
      })
  }
}
