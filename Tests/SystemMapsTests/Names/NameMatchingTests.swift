import Testing

@testable import SystemMaps

@Suite("Matching of many names")
struct NameMatchingTests {
  @Test func findsEveryLikelyPairAmongAll() throws {
    let labelled = try LabelledNames().pairs.filter { !$0.isHeldOut }
    let names = labelled.filter(\.isSame).flatMap { [$0.first, $0.second] }
    let matching = NameMatching(names)
    let found = Set(matching.likelyPairs().map { [$0.first, $0.second] })
    var missed: [String] = []
    for first in names.indices {
      for second in names.indices where second > first && names[first] != names[second] {
        let isLikely = matching.likeness(of: first, and: second).isLikely
        if isLikely != found.contains([first, second]) {
          missed.append("\(names[first]) | \(names[second])")
        }
      }
    }
    #expect(missed.isEmpty, "\(missed)")
  }

  @Test(arguments: 0..<8)
  func pairsDoNotHangOnTheOrderOfNames(seed: Int) throws {
    let names = try LabelledNames().pairs.filter { !$0.isHeldOut }.map(\.second)
    let turn = seed * 23 % names.count
    let turned = Array(names[turn...] + names[..<turn])
    func pairs(_ names: [String]) -> Set<Set<String>> {
      Set(NameMatching(names).likelyPairs().map { [names[$0.first], names[$0.second]] })
    }
    #expect(pairs(names) == pairs(turned))
  }

  @Test func pairsAreInOrderAndUnique() {
    let names = ["Oak Clinic", "St. Mary's", "oak clinic", "Saint Marys Church", "OAK CLINIC"]
    let pairs = NameMatching(names).likelyPairs().map { [$0.first, $0.second] }
    #expect(pairs == [[0, 2], [0, 4], [1, 3], [2, 4]])
  }

  @Test func aWordThatManyHaveDoesNotMakeNamesLikely() {
    let towns = ["School", "Library", "Council", "Clinic", "Bank", "Club"].map { "Larkspur \($0)" }
    #expect(NameMatching(["Larkspur", "Larkspur Library"]).likelyPairs().count == 1)
    #expect(NameMatching(["Larkspur"] + towns).likelyPairs().isEmpty)
    #expect(NameMatching(["City of Larkspur", "Larkspur City"] + towns).likelyPairs().count == 1)
  }

  @Test func aCrowdOfOneNameIsSearchedInBounds() {
    let pairs = NameMatching(Array(repeating: "Elm School", count: 300)).likelyPairs()
    #expect(pairs.count == (0..<300).reduce(0) { $0 + min(50, 299 - $1) })
  }
}
