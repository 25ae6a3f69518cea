import Graphs
import SystemMaps
import Testing

/// Organizations a, b, c; workers wa, wb of a and b.
private func organizations() -> [Element] {
  var workers = ["wa", "wb"].map { Element(id: ElementID($0), label: $0, type: .person) }
  workers[0].worksFor = .given(["a"])
  workers[1].worksFor = .given(["b"])
  return ["a", "b", "c"].map { Element(id: ElementID($0), label: $0, type: .organization) }
    + workers
}

private func reported(
  _ from: ElementID, _ to: ElementID, _ type: ConnectionType = .worksWith, level: Int? = nil,
  strength: Double? = nil, by reporters: [ElementID] = [],
  direction: Connection.Direction? = nil
) -> Connection {
  var tie = Connection(
    from: from, to: to, type: type, direction: direction, level: level, strength: strength)
  tie.reportedBy = reporters
  return tie
}

@Suite struct NetworkTests {
  @Test func organizationsAreTheDefaultAndIsolatesStay() {
    let map = SystemMap(elements: organizations(), connections: [reported("a", "b")])
    let network = map.network()
    #expect(network.types == [.organization])
    #expect(network.elements == ["a", "b", "c"])
    #expect(network.graph.edgeCount == 1)
    #expect(!network.graph.isDirected)
  }

  @Test func aTieOfTwoWorkersIsLifted() {
    let map = SystemMap(elements: organizations(), connections: [reported("wa", "wb")])
    let network = map.network()
    #expect(network.types == [.organization])
    #expect(
      network.ties == [.init(types: [.worksWith], isLifted: true)])
    #expect(network.findings.contains { $0.message.hasPrefix("1 tie between workers") })
  }

  @Test func whoHasTwoEmployersLiftsNothing() {
    var elements = organizations()
    elements[3].worksFor = .given(["a", "c"])
    let map = SystemMap(elements: elements, connections: [reported("wa", "wb")])
    #expect(map.network(NetworkScope(types: [.organization])).graph.edgeCount == 0)
  }

  @Test func employersMayStandInRows() {
    var elements = organizations()
    elements[3].worksFor = .unknown
    let rows = [reported("wa", "wb"), reported("wa", "a", .worksFor)]
    #expect(
      SystemMap(elements: elements, connections: rows).network().ties.map(\.isLifted) == [true])
    let second = rows + [reported("wa", "c", .worksFor)]
    let map = SystemMap(elements: elements, connections: second)
    #expect(map.network(NetworkScope(types: [.organization])).graph.edgeCount == 0)
  }

  @Test func rowsOfDifferentDirectionsDoNotAddUp() {
    let rows = [
      reported("a", "b", strength: 2, direction: .directed),
      reported("a", "b", strength: 3, direction: .undirected),
    ]
    for rows in [rows, Array(rows.reversed())] {
      let map = SystemMap(elements: organizations(), connections: rows)
      let network = map.network(NetworkScope(isWeighted: true))
      #expect(network.graph.edges == [Edge(0, 1, weight: 3)])
      let directed = map.network(NetworkScope(direction: .directed, isWeighted: true))
      #expect(directed.graph.edges == [Edge(0, 1, weight: 3), Edge(1, 0, weight: 3)])
    }
  }

  @Test func figuresLeaveOutWhoMayNotBeNamed() throws {
    var elements = organizations()
    elements.append(Element(id: "r", label: "Rosa", type: .resident))
    let map = SystemMap(
      elements: elements,
      connections: [reported("a", "b"), reported("r", "a"), reported("r", "c"), reported("b", "c")])
    let scope = NetworkScope(types: [.organization, .resident])
    let members = map.network(scope, for: .members)
    #expect(members.elements == ["a", "b", "c"])
    #expect(members.graph.edges == [Edge(0, 1), Edge(1, 2)])
    #expect(members.ties.count == 2)
    #expect(members.findings.contains { $0.message.contains("left out of the figures") })
    #expect(map.network(scope, for: .team).elements == ["a", "b", "c", "r"])
    #expect(map.network(for: .public).findings.isEmpty)
  }

  @Test func theCommonestTypeIsTakenIfHalfOfTheTiesJoinIt() {
    let elements =
      ["p", "q", "r"].map { Element(id: ElementID($0), label: $0, type: .person) } + [
        Element(id: "x", label: "x", type: .place)
      ]
    let within = SystemMap(
      elements: elements, connections: [reported("p", "q"), reported("q", "x")])
    #expect(within.network().types == [.person])
    let across = SystemMap(
      elements: elements,
      connections: [reported("p", "q"), reported("q", "x"), reported("r", "x")])
    #expect(across.network().types == [])
    #expect(across.network().elements.count == 4)
  }

  @Test func membershipsAreNotWorkingTies() {
    let map = SystemMap(
      elements: organizations(),
      connections: [reported("a", "b"), reported("b", "c", .funds), reported("a", "c", .opposes)])
    #expect(map.network().graph.edgeCount == 1)
    #expect(map.network(NetworkScope(ties: [.funds])).graph.edgeCount == 1)
    #expect(
      map.network(NetworkScope(types: [.organization, .person], ties: [.worksFor])).graph.edgeCount
        == 2)
  }

  @Test func twoReportersGiveTheLowerValue() {
    let map = SystemMap(
      elements: organizations(),
      connections: [
        reported("a", "b", level: 3, by: ["a"]), reported("b", "a", level: 1, by: ["b"]),
      ])
    let network = map.network(NetworkScope(isWeighted: true))
    #expect(network.graph.edges == [Edge(0, 1, weight: 1)])
    #expect(network.ties.map(\.level) == [1])
    #expect(network.ties.map(\.isConfirmed) == [true])
  }

  @Test func workersReportForTheOrganizationsTheyWorkFor() {
    let map = SystemMap(
      elements: organizations(),
      connections: [
        reported("wa", "wb", level: 3, by: ["wa"]), reported("b", "a", level: 2, by: ["b"]),
        reported("b", "c", by: ["b"]),
      ])
    let ties = map.network().ties
    #expect(ties.map(\.isConfirmed) == [true, false])
    #expect(ties.map(\.level) == [2, nil])
    #expect(ties.map(\.isLifted) == [false, false])
  }

  @Test func parallelRowsAddUpAndTheLargestTypeCounts() {
    let map = SystemMap(
      elements: organizations(),
      connections: [
        reported("a", "b", strength: 2), reported("b", "a", strength: 3),
        reported("a", "b", .knows, strength: 4), reported("b", "c"),
      ])
    let network = map.network(NetworkScope(isWeighted: true))
    #expect(network.graph.edges == [Edge(0, 1, weight: 5), Edge(1, 2, weight: 1)])
    #expect(network.ties[0].types == [.knows, .worksWith])
    #expect(network.findings.map(\.message).contains("1 of 4 ties have no Strength"))
  }

  @Test func directedOnlyIfEveryTieIs() {
    let referral = reported("a", "b", .refersTo)
    let both = SystemMap(elements: organizations(), connections: [referral, reported("b", "c")])
    #expect(!both.network().graph.isDirected)
    #expect(
      both.network(NetworkScope(direction: .directed)).graph.edges.map(\.source.index) == [0, 1, 2])
    let directed = SystemMap(elements: organizations(), connections: [referral])
    #expect(directed.network().graph.isDirected)
    #expect(!directed.network(NetworkScope(direction: .undirected)).graph.isDirected)
  }

  @Test func theUndirectedUnionTakesTheLargerWeight() {
    let map = SystemMap(
      elements: organizations(),
      connections: [
        reported("a", "b", .refersTo, strength: 2), reported("b", "a", .refersTo, strength: 5),
      ])
    let network = map.network(NetworkScope(direction: .undirected, isWeighted: true))
    #expect(network.graph.edges == [Edge(0, 1, weight: 5)])
  }

  @Test func aTypeThatTheMapDoesNotHaveIsTold() {
    let map = SystemMap(
      elements: organizations(), connections: [reported("a", "b"), reported("a", "c", .opposes)])
    let scope = NetworkScope(types: [ElementType("school")], ties: [.funds])
    let told = map.network(scope).findings.map(\.description)
    #expect(
      told == [
        "the map has no element of type \"school\"; expected some of organization, person",
        "the map has no tie of type \"funds\"; expected some of works for, works with",
      ])
    #expect(map.network(NetworkScope(ties: [.opposes])).findings.isEmpty)
  }

  @Test func aMapWithoutTiesHasItsElements() {
    #expect(SystemMap().network().graph.nodeCount == 0)
    let map = SystemMap(elements: organizations())
    #expect(map.network().graph.nodeCount == 5)
    #expect(map.network().graph.edgeCount == 0)
  }
}

@Suite struct ImpliedConnectionTests {
  @Test func cellsSeatsAndStepsAreConnections() {
    var elements = organizations()
    elements[0].table.convenedBy = .given(["c"])
    elements[1].owner = .nobody
    var map = SystemMap(elements: elements)
    map.seats = [
      Seat(table: "a", holder: "wa", role: .chair), Seat(table: "a", holder: nil, role: .vacant),
    ]
    var step = JourneyStep(caseName: "case", activity: "Intake")
    step.worker = "wb"
    step.barriers = ["c"]
    map.journeySteps = [step]
    let implied = map.impliedConnections.map { "\($0.from) \($0.type) \($0.to)" }
    #expect(
      implied == [
        "c convenes a", "wa works for a", "wb works for b", "wa chairs a", "wb told about c",
      ])
  }

  @Test func nobodyHoldsUntilSomeoneTakesItOn() throws {
    var barrier = Element(id: "barrier", label: "No bus", type: .barrier)
    barrier.owner = .nobody
    var taken = Connection(from: "a", to: "barrier", type: .responsibleFor)
    taken.period.since = CalendarDate("2026-03-12")
    let map = SystemMap(elements: organizations() + [barrier], connections: [taken])
    #expect(map.on(CalendarDate("2026-03-11")).owners(of: "barrier") == .nobody)
    #expect(map.on(CalendarDate("2026-03-12")).owners(of: "barrier") == .given(["a"]))
    #expect(map.owners(of: "a") == .unknown)
  }
}
