import Graphs
import SystemMaps
import Testing

@testable import Insights

@Suite("Ties that lead out of a sector")
struct OutwardTiesTests {
  /// A path of four, two of each sector.
  private let path = Graph(nodeCount: 4, edges: [Edge(0, 1), Edge(1, 2), Edge(2, 3)])

  @Test func anElementKeepsItsSectorWhileTheOthersAreDealtTheirs() throws {
    let ties = OutwardTies.ofElements(in: path, labels: [0, 0, 1, 1])
    let middle = try #require(ties[1])
    #expect(middle.within == 1 && middle.across == 1)
    #expect(middle.index == 0)
    // One of three others is of its sector: on average a third of its two ties stay inside.
    #expect(rounds(middle.expected, to: 1.0 / 3, digits: 12))
    #expect(rounds(middle.pInward, to: 2.0 / 3, digits: 12))
    #expect(rounds(middle.pOutward, to: 1, digits: 12))
    // The index is 0 two times in three and 1 the third: a variance of 2/9.
    #expect(rounds(middle.standardDeviation, to: (2.0 / 9).squareRoot(), digits: 12))
  }

  @Test func withoutATieOrASectorNothingIsClaimed() throws {
    let graph = Graph(nodeCount: 4, edges: [Edge(0, 1)])
    let ties = OutwardTies.ofElements(in: graph, labels: [0, nil, 1, 1])
    #expect(ties[1] == nil)
    #expect(ties[0]?.index == nil && ties[0]?.expected == nil && ties[0]?.pInward == nil)
  }

  /// Beside all six ways to deal two sectors to a path of four, by hand.
  @Test func aSectorIsTestedAgainstItsDeals() throws {
    let ties = OutwardTies.ofSectors(
      in: path, labels: [0, 0, 1, 1], sectorCount: 2, permutations: 4_000, seed: 3)
    let first = try #require(ties.first)
    #expect(first.within == 1 && first.across == 1 && first.index == 0)
    // Deals of the first sector to {01, 23}: 0; {12}: 1/3; {02, 13, 03}: 1.
    #expect(abs((first.expected ?? 0) - (2 * 0 + 1.0 / 3 + 3) / 6) < 0.02)
    #expect(abs((first.pInward ?? 0) - 2.0 / 6) < 0.03)
    #expect(first.pOutward == 1)
  }

  @Test func theDealsOfASeedAreTheSame() {
    func ties(_ seed: UInt64) -> [OutwardTies] {
      OutwardTies.ofSectors(
        in: path, labels: [0, 1, 1, nil], sectorCount: 2, permutations: 50, seed: seed)
    }
    #expect(ties(1) == ties(1))
  }

  @Test func homophilyAndIndexStandInTheComparison() throws {
    let map = TiedMap.twoSilos
    let sectors = try #require(Silos(of: map.network(), in: map, effort: .quick).sectors)
    #expect(sectors.sectors.allSatisfy { ($0.homophily ?? 0) > 0.8 })
    #expect(sectors.sectors.allSatisfy { ($0.outward.pInward ?? 1) < 0.05 })
    #expect(sectors.elements.count == 13)
    #expect(sectors.elements[5]?.across == 1)
    #expect((sectors.elements[0]?.pInward ?? 1) < 0.02)
  }
}
