import Foundation
import Graphs
import Interchange
import SystemMaps
import Testing

@testable import Insights

/// The answers planted in the second sample: whoever changes the map has to change them here.
@Suite("Prairie Basin")
struct PrairieBasinTests {
  private static func sample() throws -> SystemMap {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try MapFile.read(root.appending(path: "Samples/prairie-basin").path).usableMap().on()
  }

  private func id(_ label: String, in map: SystemMap) throws -> ElementID {
    try #require(map.elements.first { $0.label == label }?.id)
  }

  private func members(of map: SystemMap) throws -> [Element] {
    let list = try id("All Members", in: map)
    return map.seats.filter { $0.table == list }.compactMap { $0.holder.flatMap { map[$0] } }
  }

  @Test func sixtyFiveMembersOfThreeSizes() throws {
    let members = try members(of: Self.sample())
    func count(_ size: String) -> Int { members.count { $0.values(of: "Size") == [size] } }
    #expect(members.count == 65)
    #expect(count("grassroots") == 40 && count("mid-size") == 15 && count("large") == 10)
    #expect(members.allSatisfy { ($0.budget ?? 0) > 0 })
    #expect(
      members.filter { $0.values(of: "Size") == ["grassroots"] }
        .allSatisfy { ($0.budget ?? 0) < 250_000 })
    #expect(members.compactMap(\.budget).max() == 25_000_000)
    #expect(members.count { $0.responded == false } == 19)
    #expect(members.count { $0.responded == true } == 46)
  }

  @Test func threeGrassrootsSeatsOfFifteenDrawnFromTheList() throws {
    let map = try Self.sample()
    let steering = try id("Steering Committee", in: map)
    let comparison = try #require(
      Inclusion(of: map).defaultComparisons(of: steering).first { $0.attribute == "Size" })
    #expect(comparison.test == .hypergeometric)
    #expect(comparison.population.listSize == 65)
    #expect(comparison.seats == 15)
    let grassroots = try #require(comparison.groups.first { $0.group == "grassroots" })
    #expect(grassroots.seats == 3)
    #expect(rounds(grassroots.pOneSided, to: 0.000268, digits: 6))
    #expect(comparison.sentence.hasPrefix("3 grassroots seats where about 9 would be expected"))
    #expect(
      comparison.thisFewSentence
        == "3 or fewer of grassroots in a random draw: probability .000268 (one-sided).")
  }

  @Test func aSeatFromOutsideTheListIsNoDraw() throws {
    let map = try Self.sample()
    let mothers = try id("Mothers and Babies Team", in: map)
    let comparison = try #require(
      Inclusion(of: map).defaultComparisons(of: mothers).first { $0.attribute == "Size" })
    guard case .untested = comparison.judgement else {
      Issue.record("a resident is not on the list of members")
      return
    }
  }

  @Test func threeBenchmarksStandSideBySide() throws {
    let map = try Self.sample()
    let steering = try id("Steering Committee", in: map)
    let comparisons = Inclusion(of: map).comparisons.filter {
      $0.table == steering && $0.attribute == "Race or ethnicity"
    }
    #expect(
      comparisons.map(\.population.name) == ["community", "people served", "frontline workforce"])
    #expect(comparisons.map(\.isDefault) == [true, false, false])
    #expect(comparisons.allSatisfy { $0.groups.map(\.seats) == [11, 1, 1, 0] })
    #expect(comparisons[0].composition.unknown == 1)
    #expect(comparisons[0].composition.preferNotToSay == 1)
    let mothers = try id("Mothers and Babies Team", in: map)
    #expect(
      Inclusion(of: map).defaultComparisons(of: mothers).first?.population.name == "people served")
  }

  @Test func cellsAndSeveralAnswers() throws {
    let map = try Self.sample()
    let steering = try id("Steering Committee", in: map)
    let inclusion = Inclusion(of: map).defaultComparisons(of: steering)
    let cells = try #require(inclusion.first { $0.attribute == "Race or ethnicity × Gender" })
    #expect(cells.emptyCells.map(\.group) == ["Latino × man"])
    let languages = try #require(inclusion.first { $0.attribute == "Languages" })
    #expect(languages.wholeTable == nil && languages.dissimilarity == nil)
    #expect(languages.groups.allSatisfy { $0.p != nil && $0.webster == nil })
  }

  @Test func unequalSizesWeighMoreTheHigherTheTable() throws {
    let inclusion = Inclusion(of: try Self.sample())
    let sizes = try #require(inclusion.tiers.first { $0.population.attribute == "Size" })
    #expect(sizes.tiers.map(\.tier) == [1, 2])
    #expect(sizes.worsensUpward == true)
    #expect(inclusion.mixing.contains { $0.attribute == "Size" && $0.tables.count == 6 })
  }

  @Test func influenceGoesWithBudget() throws {
    let map = try Self.sample()
    let voice = Voice(of: map.network(), in: map, by: ["Size"])
    let budgets = try #require(voice.budgets)
    #expect(budgets.concentrationIndex > 0.2 && budgets.p < 0.01)
    #expect((budgets.withoutBackbone ?? 0) > 0.2)
    #expect(budgets.fifths.first?.seatShare == 0)
    let size = try #require(voice.groups.first)
    #expect(size.leastHeard?.group == "grassroots")
    #expect(size.leastHeard?.verdict == "at the table, but on the edge")
    #expect((size.leastHeard?.p ?? 1) < 0.05)
    let reach = try #require(voice.reach)
    let grassroots = try #require(reach.groups.first { $0.group == "grassroots" })
    let large = try #require(reach.groups.first { $0.group == "large" })
    #expect(grassroots.share == 0.25 && large.share == 1)
  }

  @Test func residentsGiveThreeTimes() throws {
    let residents = try #require(ResidentTies(in: Self.sample()))
    #expect(residents.giving == 3 && residents.receiving == 8)
    #expect(residents.twoWay == 0)
  }

  /// The pairs of organizations with a frontline tie, their own or of their frontline workers.
  private func frontlinePairs(_ map: SystemMap) -> Set<Set<ElementID>> {
    Set(
      map.connections.filter { $0.type.part == .always }.compactMap { tie in
        let ends = [tie.from, tie.to].compactMap { map[$0] }
        let areWorkers = ends.allSatisfy { $0.isFrontline == true }
        guard ends.count == 2, tie.between == .frontline || areWorkers else { return nil }
        return Set(ends.map { $0.worksFor.elements.first ?? $0.id })
      })
  }

  @Test func agreementsThatNoFrontlineContactCarries() throws {
    let map = try Self.sample()
    let agreements = map.connections.filter { $0.type == .agreement }
      .map { Set([$0.from, $0.to]) }
    #expect(Set(agreements).count == 23)
    let known = agreements.filter { $0.contains { map[$0]?.responded == true } }
    #expect(known.count == 22)
    let frontline = frontlinePairs(map)
    #expect(known.count(where: frontline.contains) == 6)
    #expect(frontline.subtracting(agreements).count == 8)

    let found = try #require(Agreements(in: map.network(), of: map))
    #expect(found.lived == 6)
    #expect(found.withoutContact.count == 16)
    #expect(found.agreements.count { $0.contact == .unknown } == 1)
    #expect(found.contactsWithoutAgreement.count == 8 && found.unknownContacts == 0)
    #expect(found.sentence.hasPrefix("6 of 22 agreements are lived by frontline workers"))
  }

  @Test func threeObjectivesHaveNobodyAndOneIsNotKnown() throws {
    let map = try Self.sample()
    let objectives = map.elements.filter { $0.type == .objective }
    #expect(objectives.count == 20)
    #expect(map.elements.count { $0.type == .strategy } == 4)
    #expect(objectives.count { map.owners(of: $0.id) == .nobody } == 3)
    #expect(objectives.count { map.owners(of: $0.id) == .unknown } == 1)
  }

  @Test func threeOfferNavigationInOneTownAndNoneInAnother() throws {
    let map = try Self.sample()
    let navigation = map.elements.filter { $0.service.kind == "navigation" }
    let towns = map.elements.filter { $0.type == .place }
    let counts = Dictionary(
      towns.map { town in
        (town.label, navigation.count { $0.places.elements.contains(town.id) })
      }, uniquingKeysWith: { first, _ in first })
    #expect(counts["Sorrel"] == 3 && counts["Hollow Butte"] == 0)
    #expect(counts.values.count { $0 == 1 } == 4)
  }

  @Test func aFrontlineRoutePassesTheOpponent() throws {
    let map = try Self.sample()
    let opponent = try #require(map.connections.first { $0.type == .opposes })
    let objective = try #require(map[opponent.to])
    let owner = try #require(objective.owner.elements.first)
    let health = try id("Tri-County Health District", in: map)
    func reached(_ pairs: [Set<ElementID>]) -> Bool {
      var met: Set = [owner]
      while let next = pairs.flatMap({ pair in
        pair.isDisjoint(with: met) ? [] : Array(pair.subtracting(met))
      }).first(where: { $0 != opponent.from }) {
        met.insert(next)
      }
      return met.contains(health)
    }
    let leaders = map.connections.filter { $0.between == .leaders }.map { Set([$0.from, $0.to]) }
    #expect(!reached(leaders))
    #expect(reached(Array(frontlinePairs(map))))
  }
}
