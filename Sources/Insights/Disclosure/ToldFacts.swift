/// Facts about counts, some of which are told, and which counts they link.
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

    /// Whether a count is one of them.
    func holds(_ count: Int) -> Bool { places[count] != nil }
  }

  /// The counts.
  let hidden: HiddenCounts
  private let facts: [HiddenCounts.Fact]
  /// The facts that each count is part of, with its factor.
  private let factsOf: [[(fact: Int, factor: Int)]]
  /// What the sum of each fact comes to.
  private let values: [Int]
  private let isTrue: [Bool]
  private var isTold: [Bool]

  /// - Parameters:
  ///   - hidden: The counts.
  ///   - facts: All that could be told; what is not true never is.
  /// - Complexity: O(counts + terms of the facts).
  init(_ facts: [HiddenCounts.Fact], about hidden: HiddenCounts) {
    self.hidden = hidden
    self.facts = facts
    var factsOf: [[(fact: Int, factor: Int)]] = Array(
      repeating: [], count: hidden.values.count)
    for (number, fact) in facts.enumerated() {
      for term in fact.sum.terms { factsOf[term.count].append((number, term.factor)) }
    }
    values = facts.map { $0.sum.value(of: hidden.values) }
    self.factsOf = factsOf
    isTrue = facts.map { hidden.satisfies($0) }
    isTold = Array(repeating: false, count: facts.count)
  }

  /// Tells facts, or takes them back.
  mutating func tell(_ numbers: some Sequence<Int>, isTold told: Bool = true) {
    for number in numbers where isTrue[number] { isTold[number] = told }
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
      for (fact, _) in factsOf[counts[next]] where isTold[fact] && !isSeen[fact] {
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
    var places: [Int: Int] = [:]
    for (place, fact) in part.facts.enumerated() { places[fact] = place }
    var terms: [[CountSum.Term]] = Array(repeating: [], count: part.facts.count)
    for (count, number) in part.counts.enumerated() {
      for (fact, factor) in factsOf[number] {
        guard let place = places[fact] else { continue }
        terms[place].append(CountSum.Term(count: count, factor: factor))
      }
    }
    return FeasibleWalk(
      values: here,
      facts: zip(part.facts, terms).map { number, terms in
        let inside = CountSum(ascending: terms)
        let outside = values[number] - inside.value(of: here)
        let fact = facts[number]
        return HiddenCounts.Fact(
          inside, from: fact.lower.map { $0 - outside }, through: fact.upper.map { $0 - outside })
      })
  }
}
