import Foundation
import Graphs
import Interchange
import SystemMaps
import Testing

@testable import Insights

/// The answers planted in the first sample: whoever changes the map has to change them here.
@Suite("Larkspur")
struct LarkspurTests {
  private static func sample() throws -> SystemMap {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try MapFile.read(root.appending(path: "Samples/larkspur").path).usableMap().on()
  }

  private func id(_ label: String, in map: SystemMap) throws -> ElementID {
    try #require(map.elements.first { $0.label == label }?.id)
  }

  private func quickSilos(_ network: Network, _ map: SystemMap) -> Silos {
    Silos(
      of: network, in: map,
      effort: Silos.Effort(runs: 20, replicates: 99, runsPerReplicate: 2))
  }

  @Test func theSteeringGroup() throws {
    let map = try Self.sample()
    let inclusion = Inclusion(of: map)
    let table = try id("Steering Group", in: map)
    let steering = try #require(inclusion.defaultComparisons(of: table).first)
    #expect(steering.groups.map(\.group) == ["White", "Latino", "Black", "Asian"])
    #expect(steering.groups.map(\.seats) == [12, 1, 3, 2])
    #expect(steering.groups.map(\.benchmark) == [0.40, 0.30, 0.22, 0.08])
    #expect(rounds(steering.wholeTable?.p, to: 0.039223, digits: 6))
    #expect(steering.sentence.hasPrefix("1 Latino seat where about 5 would be expected"))
    #expect(steering.sentence.contains("18 seats, 0 unknown"))
    #expect(steering.sentence.contains("about 1 time in 49; after correction for 4 groups"))
    #expect(steering.sentence.hasSuffix("(p = .081), and no parity either."))
    #expect(steering.groups[1].webster == 6)
    #expect(steering.groups[1].seatsToAdd == 7)
  }

  @Test func aTeamsOwnCounts() throws {
    let map = try Self.sample()
    let table = try id("Early Reading Team", in: map)
    let reading = try #require(Inclusion(of: map).defaultComparisons(of: table).first)
    #expect(reading.composition.basis == .anonymousCounts)
    #expect(reading.groups.map(\.seats) == [2, 2, 1, 1])
    #expect(reading.composition.preferNotToSay == 1)
  }

  @Test func parityWorsensAtEachTierUpward() throws {
    let map = try Self.sample()
    let parity = try #require(Inclusion(of: map).tiers.first)
    #expect(parity.tiers.map(\.tier) == [1, 2, 3])
    #expect(parity.worsensUpward == true)
    #expect(rounds(parity.tiers[0].dissimilarity, to: 0.297778, digits: 6))
    #expect(parity.tiers.map(\.seats) == [18, 50, 83])
    #expect(parity.tiers.allSatisfy { ($0.excessDissimilarity ?? 0) > 0 })
  }

  @Test func threeOrganizationsHoldFortyPercentOfCommitteeSeats() throws {
    let map = try Self.sample()
    let committees = try #require(Inclusion(of: map).concentration.first { $0.tier == 2 })
    #expect(committees.seats == 50)
    #expect(committees.share(ofTop: 3) == 0.4)
    #expect(
      Set(committees.holdings.prefix(3).compactMap { map[$0.organization]?.label })
        == ["Larkspur City Schools", "Mercy Ridge Hospital", "Larkspur Valley Foundation"])
    #expect(committees.sentence == "3 organizations hold 40 % of the 50 filled seats at tier 2.")
  }

  @Test func fiveTeamsAreJoinedOnlyThroughTheBackbone() throws {
    let map = try Self.sample()
    let backbone = try #require(map.settings.backbone)
    let dependence = try #require(Dependence(on: backbone, in: map.network(), of: map))
    #expect(
      dependence.tables.compactMap { map[$0.table]?.label }
        == [
          "Healthy Births Team", "Home Childcare Team", "Newcomer Families Team",
          "Youth Justice Team", "Faith Mentoring Team",
        ])
    #expect(dependence.componentsBefore == 2)
    #expect(dependence.componentsAfter == 7)
    #expect(dependence.sentence(in: map).contains("5 tables are joined to others only through it"))
  }

  @Test func theTiesShowSilosBeyondChance() throws {
    let map = try Self.sample()
    let silos = quickSilos(map.network(), map)
    #expect(silos.verdict == .silos)
    #expect(silos.isolates.count == 1)
    let sectors = try #require(silos.sectors)
    #expect(sectors.tiesAcross + sectors.tiesWithin == map.network().graph.edgeCount)
    #expect((sectors.index.z ?? 0) < -2)
  }

  @Test func theFourRolesOfTheNeighbourhoodDoNotMeet() throws {
    let map = try Self.sample()
    let found = RoleContacts.all(in: map, for: .members)
    let contacts = try #require(found.first)
    let northside = try id("Northside", in: map)
    #expect(found.count == 1 && contacts.place == northside)
    #expect(contacts.roles == ["block leader", "pastor", "teacher", "youth worker"])
    #expect(contacts.people == [6, 6, 6, 6])
    #expect(contacts.gaps.filter { $0.first != $0.second }.count == 6)
    #expect(contacts.ties.blocks.indices.allSatisfy { contacts.ties.blocks[$0][$0].ties > 0 })
    #expect(
      contacts.sentence(in: map)
        == "In Northside no tie is reported between any two of these roles: block leader, pastor, "
        + "teacher and youth worker. Of 216 pairs of people at least one responded in 210.")
  }

  @Test func fiveSilosHaveNoWayToAnotherWithoutTheBackbone() throws {
    let map = try Self.sample()
    let network = map.network()
    let backbone = try #require(
      Bridges(of: network, in: map, silos: quickSilos(network, map)).backbone)
    #expect(backbone.silosCutOff.count == 5)
    #expect((backbone.efficiencyAfter ?? 1) < (backbone.efficiencyBefore ?? 0) / 1.5)
  }

  @Test func peopleNetworkAcrossSectorsAndCollaborateWithin() throws {
    let map = try Self.sample()
    let levels = try #require(quickSilos(map.network(), map).sectors?.levels)
    #expect((levels.meanWithin ?? 0) > (levels.meanAcross ?? 4))
    #expect(levels.sentence?.contains("the usual pattern") == true)
  }

  @Test func whatIsOnPaperAndWhatIsNot() throws {
    let map = try Self.sample()
    let agreements = try #require(Agreements(in: map.network(), of: map))
    #expect(agreements.agreements.count == 5)
    #expect(agreements.lived == 2 && agreements.withoutContact.count == 3)
  }

  @Test func introductionsAreClaimedWhereSomeoneAnswered() throws {
    let map = try Self.sample()
    let network = map.network()
    let found = Introductions(of: network, in: map, silos: quickSilos(network, map))
    let first = try #require(found.introductions.first)
    #expect(first.crossesSilos == true && first.crossesSectors == true)
    for introduction in found.introductions {
      let pair = introduction.pair
      #expect(pair.first != map.settings.backbone && pair.second != map.settings.backbone)
      #expect(map[pair.first]?.responded == true || map[pair.second]?.responded == true)
    }
  }

  @Test func theTablesConsentHolds() throws {
    let map = try Self.sample()
    #expect(Inclusion(of: map).shared(with: .public, for: map).consent != nil)
  }

  @Test func nothingOfOnePersonLeavesTheTeam() throws {
    var map = try Self.sample()
    map.settings.consents = [:]
    let shared = Inclusion(of: map).shared(with: .members, for: map)
    for comparison in shared.comparisons {
      if case .figures = comparison.form { Issue.record("\(comparison.table) shows figures") }
    }
    let residents = Set(map.elements.filter { $0.privacy == .resident }.map(\.id))
    #expect(shared.severalTables.allSatisfy { !residents.contains($0.element) })
  }

  @Test func theSameSeedGivesTheSameResult() throws {
    let map = try Self.sample()
    let network = map.network()
    #expect(quickSilos(network, map) == quickSilos(network, map))
    #expect(Inclusion(of: map) == Inclusion(of: map))
    let silos = quickSilos(network, map)
    #expect(
      Introductions(of: network, in: map, silos: silos)
        == Introductions(of: network, in: map, silos: silos))
    #expect(
      Bridges(of: network, in: map, silos: silos) == Bridges(of: network, in: map, silos: silos))
  }
}
