import Graphs
import SystemMaps
import Testing

@testable import Insights

@Suite("Silos at each level")
struct SiloLevelTests {
  @Test func organizationsWorkersAndPlacesSideBySide() throws {
    var map = TiedMap.twoSilos
    map.elements += ["north", "south"].map {
      Element(id: ElementID($0), label: $0, type: .place)
    }
    for place in 0..<12 {
      map.elements[place].places = .given([place < 6 ? "north" : "south"])
    }
    map.elements += ["w", "x"].map { Element(id: ElementID($0), label: $0, type: .person) }
    map.connections.append(Connection(from: "w", to: "x", type: .knows))
    func levels(_ audience: Audience) -> [SiloLevel] {
      SiloStudy(of: map.network(), in: map, audience: audience, effort: .quick).levels
    }
    let all = levels(.team)
    #expect(all.map(\.level) == [.worker, .organization, .place])
    #expect(all.map(\.elements) == [2, 13, 2])
    #expect(all.map(\.ties) == [1, 31, 1])
    #expect(all[1].silos.significance?.replicates == 99, "the silos that are known already")
    #expect(all[1].sentence.hasPrefix("13 organizations, 31 ties: 2 silos"))
    #expect(all.allSatisfy { $0.absence == nil })
    let workers = try #require(levels(.public).first)
    #expect(workers.level == .worker && workers.elements == 0)
    #expect(workers.sentence == "No person is in the map, as far as this audience may see it.")
  }

  @Test func aLevelWithoutATieSaysWhy() {
    var map = TiedMap.twoSilos
    func sentences() -> [String] {
      SiloStudy(of: map.network(), in: map, effort: .quick).levels.map(\.sentence)
    }
    map.elements.append(Element(id: "w", label: "w", type: .person))
    map.elements += ["north", "south"].map {
      Element(id: ElementID($0), label: $0, type: .place)
    }
    #expect(
      sentences().first
        == "1 person: no tie among people is reported, so silos cannot be looked for.")
    #expect(
      sentences().last
        == "2 places: no reported tie has a place at both ends, so silos cannot be looked for.")
    for element in 0..<2 { map.elements[element].places = .given(["north"]) }
    #expect(
      sentences().last
        == "2 places: of 1 reported tie with a place at both ends none joins two places, so silos "
        + "cannot be looked for.")
  }
}
