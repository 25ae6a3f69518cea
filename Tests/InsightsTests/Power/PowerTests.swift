import SystemMaps
import Testing

@testable import Insights

@Suite("Participation and power")
struct PowerTests {
  /// A council that a hospital convenes, with two residents and three others.
  private var map: SystemMap {
    var map = SystemMap()
    var table = Element(id: "council", label: "Council", type: .table)
    table.table.convenedBy = .given(["hospital"])
    table.table.agendaBy = .given(["club"])
    table.table.promisedParticipation = "collaborate"
    table.table.decisionRule = "majority"
    var hospital = Element(id: "hospital", label: "Hospital", type: .organization)
    hospital.isCommunityLed = false
    var club = Element(id: "club", label: "Club", type: .organization)
    club.isCommunityLed = true
    map.elements = [table, hospital, club]
    let told = ["consult", "collaborate", "involve", "collaborate", "empower"]
    for (number, level) in told.enumerated() {
      let id = ElementID("p\(number)")
      map.elements.append(
        Element(id: id, label: "P\(number)", type: number < 2 ? .resident : .person))
      var seat = Seat(table: "council", holder: id, role: number == 4 ? .chair : .member)
      seat.participation = level
      seat.decisionRight = number == 0 ? "advises" : "votes"
      map.seats.append(seat)
    }
    map.settings.participationScale = "IAP2"
    return map
  }

  @Test func levelsAreCountedOnTheirScale() throws {
    let table = try #require(Power(of: map, for: .team).tables.first)
    let part = try #require(table.participation.first)
    #expect(table.participation.count == 1)
    #expect(part.scale == .iap2)
    #expect(part.counts == [0, 1, 1, 2, 1])
    #expect(part.median == "collaborate")
    #expect(part.sharing == 0.6)
    #expect(table.participationUnknown == 0)
  }

  @Test func levelsOfTwoScalesAreNotMixed() throws {
    var map = map
    map.seats[0].scale = "Arnstein"
    map.seats[0].participation = "placation"
    map.seats[1].scale = "our own"
    let table = try #require(Power(of: map, for: .team).tables.first)
    #expect(table.participation.map(\.scale) == [.iap2, .arnstein])
    #expect(table.participation.map(\.told) == [3, 1])
    #expect(table.participationUnknown == 1)
    // The promise is on the map's scale: the resident on another one is not held against it.
    #expect(table.promise?.residents.told == 0)
  }

  @Test func aPromiseIsHeldAgainstWhatResidentsTell() throws {
    let promise = try #require(Power(of: map, for: .team).tables.first?.promise)
    #expect(promise.promised == "collaborate")
    #expect(
      [promise.residents.below, promise.residents.met, promise.residents.above] == [1, 1, 0])
    #expect([promise.everyone.below, promise.everyone.met, promise.everyone.above] == [2, 2, 1])
  }

  @Test(arguments: [Audience.members, .public])
  func whatPeopleSayIsForTheTeam(audience: Audience) throws {
    var map = map
    map.elements[1].power = 9
    map.elements[1].interest = 2
    map.connections = [
      Connection(from: "p4", to: "hospital", type: .ratesInfluenceOf, strength: 5)
    ]
    let power = Power(of: map, for: audience)
    #expect(power.tables.first?.participation == [])
    #expect(power.tables.first?.promise == nil)
    #expect(power.grid.isEmpty && power.towers.isEmpty)
    let team = Power(of: map, for: .team)
    #expect(team.grid.map(\.quarter) == [.keepSatisfied])
    #expect(team.towers.count == 1)
  }

  @Test func theChecklistKeepsWhatIsNotKnownApart() throws {
    let table = try #require(Power(of: map, for: .members).tables.first)
    let checks = table.governance.checks
    #expect(checks.map(\.isCommunity) == [false, true, nil, nil, nil, nil])
    #expect(checks[0].who == ["hospital"])
    #expect(checks[3].reason == "not reported")
    #expect(table.governance.community == 1)
    #expect(table.governance.known == 2)
    // Residents who may not be named are not counted.
    #expect(table.rights == [.votes: 3] && !table.isWhole)
    #expect(table.votingReason?.hasPrefix("residents who are not named sit there") == true)
    #expect(checks[5].reason == table.votingReason)
    let team = try #require(Power(of: map, for: .team).tables.first)
    #expect(team.governance.checks[5].isCommunity == nil)
    #expect(team.governance.checks[5].reason == "of too many seats it is not known")
    #expect(team.rights == [.advises: 1, .votes: 4] && team.isWhole)
    #expect(team.votingReason == "all votes are equal, and so is the power of each seat")
  }

  @Test func weightedVotesHaveSwings() throws {
    var map = map
    map.seats[0].decisionRight = "votes"
    for (place, votes) in [4.0, 3, 2, 1, 0].enumerated() { map.seats[place].votes = votes }
    map.elements[0].table.quota = 6
    let table = try #require(Power(of: map, for: .team).tables.first)
    #expect(table.voting?.swings == [10, 6, 6, 2, 0])
    #expect(table.voters.first == ElementID("p0"))
    map.elements[0].table.quota = nil
    map.elements[0].table.decisionRule = "consensus"
    #expect(Power(of: map, for: .team).tables.first?.voting?.quota == 10)
    map.elements[0].table.decisionRule = nil
    let open = try #require(Power(of: map, for: .team).tables.first)
    #expect(open.voting == nil)
    #expect(open.votingReason == "how many votes decide is not reported")
  }

  @Test func residentsTurnADecisionByVotesOrVeto() throws {
    var map = map
    var decision = Element(id: "d", label: "Budget", type: .decision)
    decision.isBinding = true
    decision.partOf = .given(["council"])
    map.elements.append(decision)
    var unsaid = Element(id: "e", label: "Rules", type: .decision)
    unsaid.partOf = .given(["council"])
    map.elements.append(unsaid)
    let decisions = try #require(Power(of: map, for: .team).decisions)
    #expect(decisions.decisions == ["d"])
    #expect(decisions.turnedByResidents == [])
    #expect(decisions.unknown == 1)
    // Whether residents have most votes would tell how many they are.
    let shown = try #require(Power(of: map, for: .public).decisions)
    #expect(shown.decisions == [] && shown.unknown == 2)
    map.seats[1].decisionRight = "vetoes"
    #expect(Power(of: map, for: .public).decisions?.turnedByResidents == ["d"])
    #expect(Power(of: self.map, for: .public).decisions == nil)
  }

  @Test func towersAreRankedWithinAnInterview() throws {
    // A star: the hub is closest to all, and both interviewees put it last.
    var map = SystemMap()
    for id in ["hub", "a", "b", "c"] {
      map.elements.append(Element(id: ElementID(id), label: id, type: .organization))
    }
    map.connections = ["a", "b", "c"].map {
      Connection(from: "hub", to: ElementID($0), type: .worksWith)
    }
    for (who, scale) in [("a", 1.0), ("b", 100)] {
      for (actor, height) in [("hub", 1.0), ("b", 2), ("c", 3)] {
        map.connections.append(
          Connection(
            from: ElementID(who), to: ElementID(actor), type: .ratesInfluenceOf,
            strength: height * scale))
      }
    }
    let towers = Power(of: map, for: .team).towers
    let hub = try #require(towers.first { $0.element == "hub" })
    #expect(hub.structure == 1)
    #expect(hub.heights.map(\.standing) == [0, 0])
    #expect(hub.disagreeing.count == 2)
    #expect(hub.spread == 0)
    // The others are equally close: half of the two others that are no hub stand lower.
    let last = try #require(towers.first { $0.element == "c" })
    #expect(last.structure.map { abs($0 - 1.0 / 3) < 1e-12 } == true)
    #expect(last.disagreeing.count == 2)
  }

  @Test(arguments: [
    ("IAP2", ParticipationScale.iap2), ("Arnstein 1969", .arnstein),
    ("spectrum of community engagement to OWNERSHIP", .ownership),
  ])
  func scalesAreReadByName(name: String, scale: ParticipationScale) {
    #expect(ParticipationScale(named: name) == scale)
    #expect(scale.levels.enumerated().allSatisfy { scale.rank(of: $0.element) == $0.offset })
    #expect(scale.rank(of: "ownership") == nil)
  }
}
