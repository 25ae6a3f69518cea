import SystemMaps
import Testing

@testable import Insights

@Suite("Roles of a place")
struct RoleContactsTests {
  /// Two teachers and two pastors of one place, and a teacher of another; teachers know each other.
  private func map(answered: Set<Int>) -> SystemMap {
    var map = SystemMap()
    map.elements = [Element(id: "north", label: "Northside", type: .place)]
    for (number, role) in ["Teacher", "teacher", "pastor", "pastor", "teacher"].enumerated() {
      var person = Element(id: ElementID("p\(number)"), label: "P\(number)", type: .person)
      person.role = role
      person.places = number < 4 ? .given(["north"]) : .unknown
      person.responded = answered.contains(number)
      map.elements.append(person)
    }
    map.connections = [Connection(from: "p0", to: "p1", type: .knows)]
    return map
  }

  @Test func emptyCellsAreNamed() throws {
    let found = RoleContacts.all(in: map(answered: [0, 1]), for: .team)
    let contacts = try #require(found.first)
    #expect(found.count == 1 && contacts.place == "north")
    #expect(contacts.roles == ["pastor", "teacher"] && contacts.people == [2, 2])
    #expect(contacts.ties.blocks[1][1].ties == 1)
    #expect(contacts.gaps.map { [$0.first, $0.second] } == [["pastor", "teacher"]])
    #expect(
      contacts.sentence(in: map(answered: [0, 1]))
        == "In Northside no tie is reported between any two of these roles: pastor and teacher. "
        + "Of 4 pairs of people at least one responded in 4.")
  }

  @Test func nothingIsClaimedWhereNobodyAnswered() throws {
    let contacts = try #require(RoleContacts.all(in: map(answered: []), for: .team).first)
    #expect(contacts.gaps.isEmpty)
    #expect(contacts.sentence(in: map(answered: [])) == nil)
  }

  @Test func whoMayNotBeNamedIsNotCounted() {
    var map = map(answered: [0, 1])
    #expect(RoleContacts.all(in: map, for: .members).count == 1)
    #expect(RoleContacts.all(in: map, for: .public).isEmpty, "people are named to members alone")
    map.benchmarks = [Benchmark(population: .named("city"), attribute: "Role", group: "teacher")]
    #expect(RoleContacts.all(in: map, for: .members).isEmpty, "people stated it of themselves")
    #expect(RoleContacts.all(in: map, for: .team).count == 1)
  }

  @Test func withoutPlacesAllStandTogether() throws {
    var map = map(answered: [0])
    for place in map.elements.indices { map.elements[place].places = .unknown }
    let contacts = try #require(RoleContacts.all(in: map, for: .team).first)
    #expect(contacts.place == nil && contacts.people == [3, 2])
  }
}
