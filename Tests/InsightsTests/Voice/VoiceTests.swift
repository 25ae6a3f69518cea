import Foundation
import Graphs
import SystemMaps
import Testing

@testable import Insights

@Suite("Who is heard")
struct VoiceTests {
  private static let kind: AttributeName = "Kind of group"

  /// A star of four large organizations around a hub, and two small ones at the end of a chain.
  private static var map: SystemMap {
    var map = SystemMap()
    func organization(_ id: ElementID, _ kind: String, budget: Double) {
      var element = Element(id: id, label: id.text, type: .organization)
      element.attributes[Self.kind] = kind
      element.budget = budget
      map.elements.append(element)
    }
    organization("hub", "large", budget: 900)
    for name in ["a", "b", "c"] as [ElementID] {
      organization(name, "large", budget: 500)
      map.connections.append(Connection(from: "hub", to: name, type: .worksWith))
    }
    organization("d", "small", budget: 10)
    organization("e", "small", budget: 5)
    map.connections.append(Connection(from: "c", to: "d", type: .worksWith))
    map.connections.append(Connection(from: "d", to: "e", type: .worksWith))
    for (group, share) in [("large", 0.4), ("small", 0.4), ("tribal", 0.2)] {
      map.benchmarks.append(
        Benchmark(
          population: .named("county"), attribute: Self.kind, group: group, share: share))
    }
    return map
  }

  private func voice(_ map: SystemMap) -> Voice {
    Voice(of: map.network(), in: map, by: [Self.kind])
  }

  @Test func presenceAndPositionAddUpExactly() throws {
    let group = try #require(voice(Self.map).groups.first)
    let harmonic = Self.map.network().graph.harmonic()
    let total = harmonic.reduce(0, +)
    for part in group.parts where part.members > 0 {
      let share = try #require(part.influenceShare)
      let benchmark = try #require(part.benchmark)
      #expect(abs((part.total ?? 0) - log(share / benchmark)) < 1e-12)
    }
    let small = try #require(group.parts.first { $0.group == "small" })
    #expect(abs((small.influenceShare ?? 0) - (harmonic[4] + harmonic[5]) / total) < 1e-12)
    #expect(abs(small.memberShare - 1.0 / 3) < 1e-12)
    #expect((small.position ?? 0) < 0 && (small.presence ?? 0) < 0)
  }

  @Test func anAbsentGroupHasNoPosition() throws {
    let group = try #require(voice(Self.map).groups.first)
    let tribal = try #require(group.parts.first { $0.group == "tribal" })
    #expect(tribal.members == 0 && tribal.presence == nil && tribal.position == nil)
    #expect(tribal.total == nil && tribal.p == nil)
    #expect(group.absent.map(\.group) == ["tribal"])
    #expect(group.sentence.hasSuffix("Nobody in it is tribal."))
  }

  @Test func withoutTiesNobodyHasInfluence() throws {
    var map = Self.map
    map.connections = []
    let group = try #require(
      Voice(of: map.network(NetworkScope(types: [.organization])), in: map, by: [Self.kind])
        .groups.first)
    #expect(group.parts.allSatisfy { $0.influenceShare == nil && $0.position == nil })
    #expect(group.leastHeard == nil)
    #expect(group.sentence.contains("nobody in the network of working ties has influence"))
  }

  @Test func theBackboneIsTakenOut() throws {
    var map = Self.map
    map.settings.backbone = "hub"
    let group = try #require(voice(map).groups.first)
    let without = try #require(group.withoutBackbone)
    #expect(without.map(\.members) == [3, 2, 0])
    // Left are c – d – e: 0.75, 1 and 0.75 of two others each, and a and b alone.
    let small = try #require(without.first { $0.group == "small" }?.influenceShare)
    #expect(abs(small - (1 + 0.75) / 2.5) < 1e-12)
  }

  @Test func peopleAreJoinedByTheTablesTheyShare() throws {
    var seated = SeatedMap()
    seated.table("Steering", tier: 1, answers: [("White", 3)])
    seated.table("Team", tier: 2, answers: [("Latino", 2)])
    let holder = try #require(seated.map.seats.first?.holder)
    seated.map.seats.append(Seat(table: "Team", holder: holder))
    let group = try #require(
      Voice(of: seated.map.network(), in: seated.map, by: [SeatedMap.attribute]).groups.first)
    #expect(group.isOfPeople)
    #expect(group.parts.map(\.members) == [3, 2, 0, 0])
    let whole = group.parts.reduce(0) { $0 + ($1.influenceShare ?? 0) }
    #expect(abs(whole - 1) < 1e-12)
    let hidden = Voice(of: seated.map.network(), in: seated.map, by: [SeatedMap.attribute])
      .withoutCounts(of: seated.map)
    #expect(hidden.groups.isEmpty)
    #expect(hidden.findings.contains { $0.message.contains("not shown") })
  }

  @Test func equalBudgetsShareTheirRank() throws {
    let budgets = try #require(voice(Self.map).budgets)
    #expect(budgets.organizations == 6)
    #expect(budgets.concentrationIndex > 0)
    #expect(abs((budgets.curve.last?.influence ?? 0) - 1) < 1e-12)
    let ranks: [Double] = fractionalRanks(of: [2, 1, 2, 3])
    #expect(ranks == [0.5, 0.125, 0.5, 0.875])
    // Whatever the order of those who tie, the index is the same.
    let index = concentrationIndex(of: [1, 5, 3], rankedBy: [2, 2, 1])
    #expect(index == concentrationIndex(of: [5, 1, 3], rankedBy: [2, 2, 1]))
    #expect(concentrationIndex(of: [0, 0], rankedBy: [1, 2]) == nil)
  }

  @Test func reachIsTwoSteps() throws {
    var map = Self.map
    var board = Element(id: "board", label: "Board", type: .table)
    board.table.mandate = .decides
    map.elements.append(board)
    map.seats = [Seat(table: "board", holder: "c")]
    let reach = try #require(voice(map).reach)
    #expect(reach.tables == ["board"])
    #expect(reach.all.seated == 1 && reach.all.nextTo == 2)
    let small = try #require(reach.groups.first { $0.group == "small" })
    #expect(small.seated == 0 && small.nextTo == 1 && small.share == 0.5)
    #expect(reach.sentence.hasPrefix("3 of 6 are within two steps"))
  }

  @Test func aTieIsTwoWayIfItIsAnswered() {
    let ties = [
      Connection(from: "a", to: "b", type: .refersTo),
      Connection(from: "b", to: "a", type: .refersTo),
      Connection(from: "a", to: "c", type: .refersTo),
      Connection(from: "c", to: "d", type: .refersTo, direction: .mutual),
      Connection(from: "d", to: "d", type: .refersTo),
    ]
    let balance = TieBalance(of: ties)
    #expect(balance.twoWay == 2 && balance.oneWay == 1)
  }

  @Test func fewTiesOfResidentsStayWithTheTeam() throws {
    var map = Self.map
    map.elements.append(Element(id: "r", label: "R", type: .resident))
    map.connections.append(Connection(from: "r", to: "hub", type: .uses))
    let voice = voice(map)
    #expect(voice.residents?.receiving == 1 && voice.residents?.giving == 0)
    #expect(voice.withoutCounts(of: map).residents == nil)
  }

  @Test(arguments: [1, 2] as [UInt64])
  func theSeedFixesTheShuffles(seed: UInt64) {
    let map = Self.map
    let first = Voice(of: map.network(), in: map, by: [Self.kind], seed: seed)
    #expect(first == Voice(of: map.network(), in: map, by: [Self.kind], seed: seed))
  }
}
