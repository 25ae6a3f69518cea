import Graphs
import SystemMaps
import Testing

@testable import Insights

@Suite("Between tables")
struct BetweenTablesTests {
  private static let halves = [("White", 0.5), ("Latino", 0.5)]

  @Test func separateTablesAreFullySegregated() throws {
    var seated = SeatedMap(shares: Self.halves)
    seated.table("A", answers: [("White", 10)])
    seated.table("B", answers: [("Latino", 10)])
    let mixing = try #require(Inclusion(of: seated.map).mixing.first)
    #expect(abs(mixing.theilH - 1) < 1e-12 && abs(mixing.dissimilarity - 1) < 1e-12)
    #expect(mixing.p == 0.001)
    #expect(mixing.expectedTheilH < 0.2)
    #expect(mixing.seats == 20 && mixing.tables == ["A", "B"])
  }

  @Test func equalTablesAreNot() throws {
    var seated = SeatedMap(shares: Self.halves)
    for name in ["A", "B"] { seated.table(name, answers: [("White", 5), ("Latino", 5)]) }
    let mixing = try #require(Inclusion(of: seated.map).mixing.first)
    #expect(mixing.theilH < 1e-12 && mixing.dissimilarity == 0 && mixing.p == 1)
    #expect(mixing.sentence.hasSuffix(", so no clear difference."))
  }

  @Test func oneTableOrOneGroupIsNothingToMix() {
    var one = SeatedMap(shares: Self.halves)
    one.table("A", answers: [("White", 5), ("Latino", 5)])
    #expect(Inclusion(of: one.map).mixing.isEmpty)
    var same = SeatedMap(shares: Self.halves)
    for name in ["A", "B"] { same.table(name, answers: [("White", 5)]) }
    #expect(Inclusion(of: same.map).mixing.isEmpty)
    #expect(theilH(of: []) == nil && dissimilarity(across: [[0, 0]]) == nil)
  }

  @Test(arguments: 0..<8)
  func forTwoGroupsDissimilarityIsDuncans(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let tables = (0..<5).map { _ in
      [Int.random(in: 1...9, using: &generator), Int.random(in: 1...9, using: &generator)]
    }
    let first = Double(tables.reduce(0) { $0 + $1[0] })
    let second = Double(tables.reduce(0) { $0 + $1[1] })
    let duncan = tables.reduce(0) { $0 + abs(Double($1[0]) / first - Double($1[1]) / second) } / 2
    #expect(abs(try #require(dissimilarity(across: tables)) - duncan) < 1e-12)
  }

  @Test func seatsOfTheSameFewHaveAGini() throws {
    var map = SystemMap()
    map.elements = [Element(id: "t", label: "T", type: .table)]
    for (name, seats) in [("a", 1), ("b", 2), ("c", 3), ("d", 4)] {
      map.elements.append(Element(id: ElementID(name), label: name, type: .organization))
      for _ in 0..<seats { map.seats.append(Seat(table: "t", holder: ElementID(name))) }
    }
    let concentration = try #require(Inclusion(of: map).concentration.first)
    #expect(abs((concentration.gini ?? 0) - 0.25) < 1e-12)
    #expect(concentration.share(ofTop: 1) == 0.4)
  }

  @Test func drawsHaveTheMeansOfTheirDistribution() throws {
    // P(3 or fewer) of the list, drawn instead of summed.
    let list = try #require(
      ExactTest(
        counts: [5, 10], population: .list([40, 25]), seed: 3, largestEnumeration: 1))
    let exact = try #require(ExactTest(counts: [5, 10], population: .list([40, 25]), seed: 3))
    #expect(abs(list.p - exact.p) < 0.004)
  }

  @Test func cellsCompareWithTheirMargins() throws {
    let crossed = AttributeName("Race or ethnicity × Gender")
    var seated = SeatedMap(shares: [])
    for group in ["Latino × woman", "Latino × man", "White × woman", "White × man"] {
      seated.map.benchmarks.append(
        Benchmark(
          population: .named("community"), attribute: crossed, group: group, share: 0.25))
    }
    seated.table("Team", answers: [("Latino", 4), ("White", 4)])
    let people = seated.map.elements.indices.filter { seated.map.elements[$0].type == .person }
    for (number, index) in people.enumerated() {
      seated.map.elements[index].attributes["Gender"] = number < 4 ? "woman" : "man"
    }
    let comparison = try #require(Inclusion(of: seated.map).comparisons.first)
    #expect(comparison.groups.map(\.seats) == [4, 0, 0, 4])
    // Half Latino, half women: a quarter each by the margins alone, as in the population.
    #expect(comparison.groups.allSatisfy { $0.marginRatio == 1 })
    #expect(comparison.emptyCells.map(\.group) == ["Latino × man", "White × woman"])
    #expect(comparison.sentence.contains("Empty where 1 seat or more would be expected:"))
  }

  @Test func threeColumnsAreTooMany() {
    var seated = SeatedMap(shares: [])
    seated.map.benchmarks = [
      Benchmark(
        population: .named("community"), attribute: "Race × Gender × Age", group: "a × b × c",
        share: 1)
    ]
    seated.table("Team", answers: [("Latino", 6)])
    let inclusion = Inclusion(of: seated.map)
    #expect(inclusion.comparisons.isEmpty)
    #expect(inclusion.findings.contains { $0.message.contains("more than two columns") })
  }
}
