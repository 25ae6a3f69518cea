import Graphs
import SystemMaps
import Testing

@testable import Insights

@Suite("Introductions")
struct IntroductionsTests {
  private func introductions(_ map: SystemMap, _ audience: Audience = .team) -> Introductions {
    let network = map.network()
    return Introductions(
      of: network, in: map, silos: Silos(of: network, in: map, effort: .quick),
      audience: audience)
  }

  private func seat(_ members: [Int], at table: ElementID, in map: inout SystemMap) {
    if map[table] == nil {
      map.elements.append(Element(id: table, label: "Table \(table)", type: .table))
    }
    map.seats += members.map { Seat(table: table, holder: TiedMap.id($0)) }
  }

  private var answered: SystemMap {
    var map = TiedMap.twoSilos
    for place in 0..<13 { map.elements[place].responded = true }
    return map
  }

  @Test func pairsWhoShareATableAndHaveNoTie() throws {
    var map = answered
    seat([0, 1, 7], at: "t", in: &map)
    let found = introductions(map).introductions
    #expect(found.map(\.pair) == [ElementPair("o0", "o7"), ElementPair("o1", "o7")])
    #expect(found.allSatisfy { $0.crossesSilos == true && $0.crossesSectors == true })
    #expect(found[0].grounds.tables == ["t"])
    #expect(
      found[0].sentence(in: map)
        == "Organization 0 and Organization 7 have not met yet as reported, though both sit at "
        + "Table t.")
  }

  @Test func thoseWhoWouldJoinSilosComeFirst() {
    var map = answered
    map.connections.removeAll { $0.from == "o7" && $0.to == "o8" }
    seat([7, 8], at: "t", in: &map)
    seat([7, 8], at: "u", in: &map)
    seat([0, 9], at: "v", in: &map)
    seat([1, 9], at: "v", in: &map)
    seat([1, 9], at: "w", in: &map)
    #expect(
      introductions(map).introductions.map(\.pair)
        == [ElementPair("o0", "o9"), ElementPair("o1", "o9"), ElementPair("o7", "o8")])
  }

  @Test func aShortListIsNotAboutOneOrganization() {
    var map = answered
    seat([0, 7, 8, 9], at: "t", in: &map)
    let found = introductions(map)
    #expect(found.introductions.count == 3)
    #expect(found.selection(10, perElement: 2).count == 2)
    #expect(found.selection(1).map(\.pair) == [ElementPair("o0", "o7")])
    #expect(found.selection(0).isEmpty)
  }

  @Test func nothingIsClaimedWhereNobodyAnswered() {
    var map = answered
    map.elements[0].responded = false
    map.elements[7].responded = nil
    map.elements[1].responded = nil
    seat([0, 7], at: "t", in: &map)
    seat([1, 8], at: "u", in: &map)
    let found = introductions(map)
    #expect(found.introductions.map(\.pair) == [ElementPair("o1", "o8")])
    #expect(found.findings.contains { $0.message.hasPrefix("1 pair share") })
  }

  @Test func theBackboneMeetsEveryoneAnyway() {
    var map = answered
    map.settings.backbone = "o0"
    seat([0, 7], at: "t", in: &map)
    #expect(introductions(map).introductions.isEmpty)
  }

  @Test func placesAndServicesAreGrounds() throws {
    var map = answered
    map.elements += [
      Element(id: "p", label: "Northside", type: .place),
      Element(id: "s", label: "Tutoring", type: .service),
    ]
    map.elements[0].places = .given(["p"])
    map.elements[8].places = .given(["p"])
    map.connections += [
      Connection(from: "o0", to: "s", type: .provides),
      Connection(from: "o8", to: "s", type: .provides),
    ]
    let found = try #require(introductions(map).introductions.first)
    #expect(found.grounds.places == ["p"])
    #expect(found.grounds.services == ["s"])
    #expect(
      found.sentence(in: map).contains(
        "though both are in Northside and both are there for Tutoring"))
  }

  @Test func sharedFamiliesAreCountedForTheTeamAndHiddenFromOthers() throws {
    var map = answered
    for number in 0..<12 {
      let family = ElementID("h\(number)")
      map.elements.append(Element(id: family, label: "Family", type: .household))
      if number < 3 {
        map.connections += [
          Connection(from: family, to: "o0", type: .uses),
          Connection(from: family, to: "o8", type: .uses),
        ]
      }
      map.connections += [
        Connection(from: family, to: "o1", type: .uses),
        Connection(from: family, to: "o9", type: .uses),
      ]
    }
    let scope = NetworkScope(types: [.organization])
    let network = map.network(scope)
    let silos = Silos(of: network, in: map, effort: .quick)
    func pairs(_ audience: Audience) -> [ElementPair: Int?] {
      Dictionary(
        uniqueKeysWithValues: Introductions(
          of: network, in: map, silos: silos, audience: audience
        ).introductions.map { ($0.pair, $0.grounds.sharedClients) })
    }
    #expect(pairs(.team)[ElementPair("o0", "o8")] == 3)
    #expect(pairs(.members)[ElementPair("o0", "o8")] == nil)
    #expect(pairs(.members)[ElementPair("o1", "o9")] == 12)
  }

  @Test func peopleWhoMayNotBeNamedAreInNoPair() {
    var map = SystemMap()
    map.elements = [
      Element(id: "t", label: "Table", type: .table),
      Element(id: "a", label: "A", type: .resident), Element(id: "b", label: "B", type: .person),
      Element(id: "c", label: "C", type: .person),
    ]
    for place in 1..<4 { map.elements[place].responded = true }
    map.seats = ["a", "b", "c"].map { Seat(table: "t", holder: $0) }
    let network = map.network(NetworkScope(types: [.person, .resident]))
    let silos = Silos(of: network, in: map, effort: .quick)
    func count(_ audience: Audience) -> Int {
      Introductions(of: network, in: map, silos: silos, audience: audience).introductions.count
    }
    #expect(count(.team) == 3)
    #expect(count(.members) == 1)
    #expect(count(.public) == 0)
  }
}
