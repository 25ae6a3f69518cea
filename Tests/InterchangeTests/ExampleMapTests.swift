import SystemMaps
import Testing

@testable import Interchange

@Suite("Filled example maps")
struct ExampleMapTests {
  @Test("larkspur: tables, seats, indicators", SharedData.needs("examples/larkspur"))
  func larkspur() throws {
    let reading = try MapFile.read(SharedData.path("examples/larkspur"))
    let map = try reading.usableMap()
    #expect(map.elements.count == 61)
    #expect(map.connections.count == 27)
    #expect(map.seats.count == 21)
    #expect(map.benchmarks.count == 9)
    #expect(
      reading.findings.map(\.description) == [
        "connections.csv:27:2: \"Homework help\" has no row among the elements; it was added as an "
          + "element without a type; give it a row, or correct the name"
      ])

    #expect(map.title == "Larkspur Cradle-to-Career")
    #expect(map.dateText == "2026-06-01")
    #expect(map.settings.backbone == ElementID("organization-1"))
    #expect(map.settings.readAs == ["works with": ["partners with", "collaborates"]])
    #expect(
      map.settings.declarations["agreed problem"]
        == Settings.Declaration(value: "yes", evidence: "retreat minutes 2025-11, 41 of 52 signed"))

    let steering = try #require(map[ElementID("table-1")])
    #expect(steering.table.tier == 1)
    #expect(steering.table.seats == 18)
    #expect(steering.table.mandate == .decides)
    #expect(steering.table.paidBy == .given([ElementID("organization-3")]))
    #expect(steering.table.lastMet == CalendarDate("2026-05-12"))
    #expect(steering.attributes["Promised participation"] == "collaborate")
    #expect(map.seats.count { $0.table == steering.id && $0.role.countsAsSeat } == 18)
    #expect(map.seats.last?.role == .vacant)
    #expect(map.seats.last?.holder == nil)

    let person = try #require(map[ElementID("person-2")])
    #expect(person.label == "Person 02")
    #expect(person.sector == "philanthropy")
    #expect(person.value(of: "race or ethnicity") == "White")
    let resident = try #require(map.elements.first { $0.label == "Rosa M." })
    #expect(resident.privacy == .publicRole)
    #expect(resident.hasLivedExperience == true)
    #expect(
      map.elements.first { $0.label == "teacher 1" }?.places.elements == [ElementID("place-1")])
    #expect(map.connections[21].level == 1)
    #expect(map.connections[21].trust == 1)
    #expect(map.connections[22].amount == 250_000)
    #expect(map.benchmarks[0].share == 0.4)
    #expect(map.benchmarks[8].population == .table(ElementID("table-3")))
    #expect(map.benchmarks[8].count == 2)
  }

  @Test("prairie: agreements, owners, services", SharedData.needs("examples/prairie"))
  func prairie() throws {
    let reading = try MapFile.read(SharedData.path("examples/prairie"))
    let map = try reading.usableMap()
    #expect(reading.findings.isEmpty)
    #expect(map.elements.count == 96)
    #expect(map.connections.count == 40)
    #expect(map.seats.count == 80)
    #expect(map.title == "Untitled map")
    #expect(map.elements.count { $0.responded == true } == 46)
    #expect(map.elements.count { $0.owner == .nobody } == 3)
    #expect(map.elements.count { $0.type == .objective && $0.owner == .unknown } == 0)
    let steering = try #require(map[ElementID("table-2")])
    #expect(steering.table.drawnFrom == ElementID("table-1"))
    #expect(map.connections.count { $0.between == .frontline } == 14)
    let service = try #require(map[ElementID("service-1")])
    #expect(service.service.kind == "care navigation")
    #expect(service.service.serves == ["adults"])
    #expect(service.places.elements == [ElementID("place-1")])
  }

  @Test("h07: one family's journey", SharedData.needs("examples/h07"))
  func household() throws {
    let reading = try MapFile.read(SharedData.path("examples/h07"))
    let map = try reading.usableMap()
    #expect(map.elements.count == 38)
    #expect(
      map.elements.filter { !$0.isListed }.map(\.label) == [
        "Legal Aid", "Childcare Subsidy Office",
      ])
    #expect(map.connections.count == 41)
    #expect(map.journeySteps.count == 36)
    #expect(map.journeySteps.allSatisfy { $0.household == ElementID("household-1") })
    #expect(map.journeySteps.count { $0.handoff == .closedLoop } == 1)
    #expect(map.journeySteps[0].sector == "education")
    #expect(map.journeySteps[0].feeling == -1)
    #expect(map.journeySteps[0].barriers.isEmpty)
    #expect(map.journeySteps[1].barriers == [ElementID("barrier-1")])
    #expect(map[ElementID("barrier-1")]?.owner == .nobody)
    #expect(map[ElementID("household-1")]?.privacy == .resident)
    #expect(map.connections[4].period.since == CalendarDate("2026-03-12"))
    #expect(map.connections[38].quality == .strong)
    #expect(map.connections[38].direction == .mutual)
    #expect(map.connections[40].type == .responsibleFor)
    #expect(map.settings.date == CalendarDate("2026-03-01"))
  }
}
