import Graphs
import SystemMaps
import Testing

@testable import Insights

@Suite("Silos")
struct SilosTests {
  @Test func twoCompleteGroupsAreSilos() throws {
    let map = TiedMap.twoSilos
    let silos = Silos(of: map.network(), in: map, effort: .quick)
    #expect(silos.verdict == .silos)
    #expect(silos.groups.map(\.members.count) == [6, 6])
    #expect(silos.groups.map(\.tiesWithin) == [15, 15])
    #expect(silos.groups.map(\.tiesAcross) == [1, 1])
    #expect(silos.groupNumber(of: "o0") == 1)
    #expect(silos.groupNumber(of: "o6") == 2)
    #expect(silos.stability == 1)
    #expect(silos.confidence == Array(repeating: 1, count: 12) + [nil])
    #expect(silos.stabilitySentence?.hasPrefix("20 of 20 runs reached") == true)
    #expect(silos.sentence.hasPrefix("2 silos: "))
    #expect(
      silos.plainSentence
        == "2 silos: groups that have more ties inside than chance would give.")
    #expect(silos.sentence.contains("seed 1"))
  }

  @Test func whatNoRunReachedAloneIsSaid() {
    var generator = SeededGenerator(seed: 1)
    let ties = (0..<900).map { _ in
      (Int.random(in: 0..<300, using: &generator), Int.random(in: 0..<300, using: &generator))
    }
    let map = TiedMap.organizations(300, ties: ties.filter { $0.0 != $0.1 })
    let silos = Silos(
      of: map.network(), in: map,
      effort: Silos.Effort(runs: 8, replicates: 1, runsPerReplicate: 1))
    #expect(silos.runsReachingBest == 0)
    #expect(
      silos.stabilitySentence?.hasPrefix(
        "None of 8 runs alone, only what they have in common, led to this modularity; ") == true)
  }

  @Test func isolatesAreNoSilos() {
    let map = TiedMap.twoSilos
    let silos = Silos(of: map.network(), in: map, effort: .quick)
    #expect(silos.isolates == ["o12"])
    #expect(silos.groupNumber(of: "o12") == nil)
  }

  @Test func florenceIsNoMoreGroupedThanChanceWouldGive() throws {
    let map = TiedMap.florentine
    // The best division is found by a minority of runs.
    let silos = Silos(
      of: map.network(), in: map,
      effort: Silos.Effort(runs: 100, replicates: 199, runsPerReplicate: 3))
    #expect(rounds(silos.modularity, to: 0.39875, digits: 5))
    let p = try #require(silos.significance?.p)
    #expect(p > 0.1 && p < 0.4)
    #expect(silos.verdict == .noMoreThanChance)
    #expect(silos.sentence.contains("no more grouped than chance would give"))
    #expect(!silos.sentence.contains("silo"))
    #expect(
      silos.plainSentence
        == "The best division has \(silos.groups.count) groups, but the network is no more grouped "
        + "than chance would give.")
    #expect(silos.sectors == nil)
  }

  @Test func withoutTiesNothingIsClaimed() {
    let map = TiedMap.organizations(4, ties: [])
    let silos = Silos(
      of: map.network(NetworkScope(types: [.organization])), in: map, effort: .quick)
    #expect(silos.verdict == .noTies)
    #expect(silos.plainSentence == silos.sentence)
    #expect(silos.modularity == nil && silos.significance == nil)
    #expect(silos.groups.isEmpty)
    #expect(silos.isolates.count == 4)
  }

  @Test func oneCompleteGroupIsNotDivided() {
    let map = TiedMap.organizations(4, ties: [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)])
    let silos = Silos(of: map.network(), in: map, effort: .quick)
    #expect(silos.verdict == .oneGroup)
    #expect(silos.plainSentence == silos.sentence)
  }

  @Test func sectorsThatAreTheSilos() throws {
    let map = TiedMap.twoSilos
    let sectors = try #require(Silos(of: map.network(), in: map, effort: .quick).sectors)
    #expect(sectors.sectors.map(\.name) == ["schools", "health"])
    #expect(sectors.sectors.map(\.elements) == [6, 7])
    #expect(sectors.sectors.map(\.tiesWithin) == [15, 15])
    #expect(sectors.sectors.map(\.externalInternalIndex) == [-14.0 / 16, -14.0 / 16])
    #expect(sectors.sectors.map(\.mainGroup) == [1, 2])
    #expect(sectors.tiesBetween == [[15, 1], [1, 15]])
    #expect(sectors.tiesAcross == 1 && sectors.tiesWithin == 30)
    #expect(sectors.index.value == -29.0 / 31)
    let agreement = try #require(sectors.agreement)
    #expect(agreement.adjustedRandIndex == 1 && agreement.p < 0.05)
    #expect(rounds(agreement.adjustedMutualInformation, to: 1, digits: 9))
    #expect(rounds(agreement.normalizedMutualInformation, to: 1, digits: 9))
    #expect(rounds(agreement.variationOfInformation, to: 0, digits: 9))
    #expect(agreement.counts == [[6, 0], [0, 6]])
    #expect(agreement.sentence(against: "Sector").contains("nearly the same division"))
    #expect(sectors.misplaced.isEmpty)
    #expect(sectors.sentence.contains("1 of 31 ties cross"))
    #expect(sectors.sentence.contains("keep to themselves more than chance would give"))
  }

  @Test func anElementOutsideItsSectorsGroup() throws {
    var map = TiedMap.twoSilos
    map.elements[7].sector = "schools"
    let sectors = try #require(Silos(of: map.network(), in: map, effort: .quick).sectors)
    #expect(
      sectors.misplaced
        == [.init(element: "o7", sector: "schools", group: 2, mainGroup: 1)])
  }

  /// A ring has groups wherever one cuts it, and so has every ring dealt out anew.
  @Test func theWordsFollowTheTestWhateverTheModularity() throws {
    let ring = TiedMap.organizations(30, ties: (0..<30).map { ($0, ($0 + 1) % 30) })
    let silos = Silos(of: ring.network(), in: ring, effort: .quick)
    #expect((silos.modularity ?? 0) > 0.6)
    #expect((silos.significance?.p ?? 0) > 0.05)
    #expect(silos.verdict == .noMoreThanChance)
    #expect(silos.sentence.contains("no more grouped than chance would give"))
    #expect(!silos.sentence.contains("silo"))
  }

  @Test(arguments: Silos.Search.Method.allCases)
  func everyMethodFindsTwoCompleteGroups(_ method: Silos.Search.Method) throws {
    let map = TiedMap.twoSilos
    let search = Silos.Search(method)
    let silos = Silos(of: map.network(), in: map, search: search, effort: .quick)
    #expect(silos.search == search)
    #expect(silos.groups.map(\.members.count) == [6, 6])
    #expect(silos.verdict == .silos)
    #expect(rounds(silos.modularity, to: 30.0 / 31 - 0.5, digits: 9))
    #expect(silos.consensus == .init(groups: 2, agreement: 1))
    let isPotts = method == .constantPotts
    #expect(rounds(silos.resolution, to: isPotts ? 31.0 / 78 : 1, digits: 12))
    #expect(silos.sentence.contains(isPotts ? "constant Potts quality" : "modularity"))
  }

  @Test func groupsThatHoldOverResolutions() throws {
    var effort = Silos.Effort.quick
    let map = TiedMap.twoSilos
    #expect(Silos(of: map.network(), in: map, effort: effort).plateaus == nil)
    effort.runsPerResolution = 3
    let silos = Silos(of: map.network(), in: map, effort: effort)
    let plateau = try #require(silos.plateaus?.first)
    #expect(plateau.groups == 2 && plateau.resolutions.contains(1))
    #expect(silos.resolutionSentence?.contains("2 groups from resolution") == true)
  }

  @Test func theSeedDecides() {
    let map = TiedMap.florentine
    let first = Silos(of: map.network(), in: map, effort: .quick, seed: 5)
    #expect(first == Silos(of: map.network(), in: map, effort: .quick, seed: 5))
    #expect(first.seed == 5)
    #expect(
      first.significance != Silos(of: map.network(), in: map, effort: .quick, seed: 6).significance)
  }

  @Test func largeNetworksAreTestedWithLess() {
    let efforts = [500, 1_500, 5_000, 5_001].map { Silos.Effort(forTies: $0) }
    #expect(efforts.map(\.runs) == [100, 50, 30, 20])
    #expect(efforts.map(\.replicates) == [1_999, 999, 199, 99])
    #expect(efforts.map(\.runsPerReplicate) == [10, 1, 1, 1])
    #expect(efforts.map(\.runsPerResolution) == [10, 5, 2, 0])
    #expect(Silos.Effort(forTies: 501) == efforts[1])
    #expect(Silos.Effort(forTies: 1_501) == efforts[2])
  }
}
