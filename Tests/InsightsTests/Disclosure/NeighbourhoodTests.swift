import Graphs
import Testing

@testable import Insights

@Suite("Neighbourhood of a count")
struct NeighbourhoodTests {
  /// Counts that are met one by one as the words of the search say, without marks or short cuts.
  private static func expected(
    of first: [Int], among facts: ToldFacts, until isEnough: (Int, Int) -> Bool
  ) -> (counts: [Int], isWhole: Bool) {
    var (counts, seen, isWhole) = (first, [Int](), true)
    var next = 0
    while next < counts.count {
      for (fact, _) in facts.factsOf[counts[next]] where !seen.contains(fact) {
        seen.append(fact)
        for term in facts.sum(of: fact).terms where !counts.contains(term.count) {
          if isEnough(counts.count, seen.count) {
            isWhole = false
            break
          }
          counts.append(term.count)
        }
      }
      next += 1
    }
    return (counts.sorted(), isWhole)
  }

  /// One search after another finds what a search with no memory finds: all, or the nearest 64.
  @Test(arguments: UInt64(1)...20, [1, 400, 5_000, 1_000_000])
  func marksChangeNothing(seed: UInt64, largest: Int) {
    var random = SeededGenerator(seed: seed)
    let hidden = HiddenCounts(values: (0..<200).map { _ in Int.random(in: 0...9, using: &random) })
    var facts = ToldFacts(about: hidden)
    for _ in 0..<Int.random(in: 20...150, using: &random) {
      let size = Int.random(in: 1...5, using: &random)
      let sum = CountSum((0..<size).map { _ in Int.random(in: 0..<200, using: &random) })
      facts.tell(HiddenCounts.Fact(sum, is: sum.value(of: hidden.values)))
    }
    var search = NeighbourhoodSearch(largest: largest, countsOf: hidden)
    let wrong = (0..<200).filter { count in
      let part = search.neighbourhood(of: CountSum([count]), among: facts)
      var expected = Self.expected(of: [count], among: facts) { $0 * $1 > largest }
      if !expected.isWhole {
        expected = Self.expected(of: [count], among: facts) { met, _ in met >= 64 }
      }
      return part.counts != expected.counts || part.isWhole != expected.isWhole
        || part.sum.terms.map { part.counts[$0.count] } != [count]
    }
    #expect(wrong.isEmpty)
  }
}
