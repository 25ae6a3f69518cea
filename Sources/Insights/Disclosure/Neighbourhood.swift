/// Counts near those of a sum, and all that is told of them.
struct Neighbourhood {
  /// The numbers of the counts, ascending.
  let counts: [Int]
  /// Whether nothing that is told links them with other counts.
  let isWhole: Bool
  /// The sum, in terms of the places among ``counts``.
  let sum: CountSum
  /// A walk among the possible values of ``counts``, all others being what they are.
  let walk: FeasibleWalk
}

/// A search for the counts that what is told links with those of a sum, the nearest first.
///
/// What it has met is marked in arrays that last, so that a search costs what it meets, however many
/// counts there are.
struct NeighbourhoodSearch {
  /// The largest number of facts × counts that are looked at together.
  private let largest: Int
  /// How many counts are looked at where more than that hang together.
  private static let nearest = 64

  /// What marks a count that was not met.
  private static let absent = -1
  /// The place of each count that was met.
  private var places: [Int]
  private var isSeen: [Bool] = []

  init(largest: Int, countsOf hidden: HiddenCounts) {
    self.largest = largest
    places = Array(repeating: Self.absent, count: hidden.values.count)
  }

  /// All the counts that are linked with those of a sum; the nearest, if there are too many.
  ///
  /// - Complexity: O(terms of the facts that are met).
  mutating func neighbourhood(of sum: CountSum, among facts: ToldFacts) -> Neighbourhood {
    isSeen += Array(repeating: false, count: max(0, facts.count - isSeen.count))
    let found = spread(from: sum.terms.map(\.count), among: facts)
    let (counts, numbers) = (found.counts.sorted(), found.facts.sorted())
    for (place, count) in counts.enumerated() { places[count] = place }
    let values = facts.hidden.values
    var bounds = FeasibleWalk.Bounds()
    for fact in numbers { bounds.add(local(facts.sum(of: fact)), within: facts.room[fact]) }
    let part = Neighbourhood(
      counts: counts, isWhole: found.isWhole, sum: CountSum(ascending: Array(local(sum))),
      walk: FeasibleWalk(values: counts.map { values[$0] }, bounds: bounds))
    for count in counts { places[count] = Self.absent }
    return part
  }

  /// The terms of a sum by the places of their counts; other counts are left out.
  private func local(_ sum: CountSum) -> some Sequence<CountSum.Term> {
    sum.terms.lazy.filter { places[$0.count] != Self.absent }.map {
      CountSum.Term(count: places[$0.count], factor: $0.factor)
    }
  }

  /// Goes from count to count by the facts that they share.
  ///
  /// - Returns: The counts, those first that were met first, and the facts that are told of them.
  ///   Only the counts keep their marks.
  private mutating func spread(
    from first: [Int], among facts: ToldFacts
  ) -> (counts: [Int], facts: [Int], isWhole: Bool) {
    var (counts, seen) = (first, [Int]())
    var (isTooLarge, isWhole) = (false, true)
    let few = max(Self.nearest, first.count)
    var factsOfFew: Int?
    for count in first { places[count] = 0 }
    var next = 0
    while next < (isTooLarge ? min(few, counts.count) : counts.count) {
      if next == few { factsOfFew = seen.count }
      for (fact, _) in facts.factsOf[counts[next]] where !isSeen[fact] {
        isSeen[fact] = true
        seen.append(fact)
        for term in facts.sum(of: fact).terms where places[term.count] == Self.absent {
          isTooLarge = isTooLarge || counts.count * seen.count > largest
          guard !isTooLarge || counts.count < few else {
            isWhole = false
            break
          }
          places[term.count] = 0
          counts.append(term.count)
        }
      }
      next += 1
    }
    for fact in seen { isSeen[fact] = false }
    if isTooLarge, counts.count > few {
      for count in counts[few...] { places[count] = Self.absent }
      counts.removeSubrange(few...)
      seen.removeSubrange((factsOfFew ?? seen.count)...)
    }
    return (counts, seen, isWhole)
  }
}
