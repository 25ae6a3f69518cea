import Foundation
import Graphs
import Interchange
import SystemMaps
import Testing

@testable import Insights

@Suite("Many cases") struct JourneysTests {
  private static func sample() throws -> SystemMap {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return try MapFile.read(root.appending(path: "Samples/forty-families").path).usableMap().on()
  }

  private struct Way: Hashable {
    let from: String
    let to: String
    let families: Int
  }

  private func ways(_ journeys: Journeys) -> Set<Way> {
    Set(
      journeys.handovers.map {
        Way(
          from: journeys.label(of: $0.from), to: journeys.label(of: $0.to), families: $0.families)
      })
  }

  @Test func theTeamSeesEveryHandover() throws {
    let map = try Self.sample()
    let journeys = Journeys(of: map.eventLog, in: map, for: .team)
    #expect(journeys.cases == 40)
    #expect(journeys.events == 14 * 4 + 12 * 4 + 11 * 3 + 3 * 3)
    let (school, clinic, center) = (
      "Fernleigh Elementary", "Millrace Clinic", "Harbor Family Center"
    )
    #expect(
      ways(journeys) == [
        Way(from: school, to: clinic, families: 26), Way(from: clinic, to: center, families: 26),
        Way(from: center, to: "Open Shelf Food Pantry", families: 14),
        Way(from: center, to: "Tansy County Housing", families: 23),
        Way(from: school, to: center, families: 11),
        Way(from: school, to: "Bluebell Legal Aid", families: 3),
        Way(from: "Bluebell Legal Aid", to: "Tansy County Housing", families: 3),
      ])
    #expect(journeys.routes.map(\.families) == [14, 12, 11, 3])
    #expect(journeys.losses.map(\.lost) == [37, 3])
    #expect(journeys.visits.map(\.families) == [40, 37, 26, 26, 14, 3])
    #expect(journeys.suppressed.handovers == 0)
  }

  @Test func membersSeeNothingOfFewFamiliesNorWhatWouldGiveThemAway() throws {
    let map = try Self.sample()
    for audience in [Audience.members, .public] {
      let journeys = Journeys(of: map.eventLog, in: map, for: audience)
      #expect(
        ways(journeys) == [
          Way(from: "Fernleigh Elementary", to: "Millrace Clinic", families: 26),
          Way(from: "Millrace Clinic", to: "Harbor Family Center", families: 26),
          Way(from: "Harbor Family Center", to: "Open Shelf Food Pantry", families: 14),
        ])
      #expect(journeys.directlyFollows.count == 3)
      #expect(
        journeys.siloHandovers.map { "\($0.from) \($0.to) \($0.families)" } == [
          "education health 26", "health nonprofit 26", "nonprofit nonprofit 14",
        ])
      #expect(journeys.suppressed.handovers == 4)
      #expect(journeys.routes.map(\.families) == [14])
      // 37 of 40 were sent and did not arrive: the other 3 would be told too.
      #expect(journeys.losses.isEmpty)
      #expect(journeys.events == nil)
      #expect(journeys.visits.isEmpty)
      #expect(journeys.workerHandovers.isEmpty)
      #expect(journeys.sharedFamilies.allSatisfy { $0.families == nil })
      let met = journeys.sharedFamilies.filter { $0.tie == .noneReported }
      #expect(met.contains { $0.first == "O1" && $0.second == "O3" })
      #expect(
        journeys.sharedFamilies.first { $0.first == "O1" && $0.second == "O2" }?.tie == .reported)
      #expect(journeys.careDensity != nil)
    }
  }

  @Test func tooFewFamiliesShowNothing() throws {
    var map = try Self.sample()
    map.journeySteps = map.journeyCases.prefix(10).flatMap(\.steps)
    let journeys = Journeys(of: map.eventLog, in: map, for: .members)
    #expect(journeys.cases == nil)
    #expect(journeys.handovers.isEmpty && journeys.directlyFollows.isEmpty)
    #expect(journeys.routes.isEmpty && journeys.careDensity == nil)
    map.settings.privacyThreshold = 0
    #expect(Journeys(of: map.eventLog, in: map, for: .members).cases == 10)
  }

  @Test func noFamilyIsNamed() throws {
    let map = try Self.sample()
    for audience in Audience.allCases {
      let text = String(describing: Journeys(of: map.eventLog, in: map, for: audience))
      #expect(!text.contains("Family 0") && !text.contains("Family 1"))
    }
  }

  @Test func waitsAreMediansAndQuartilesOfDays() {
    var map = SteppedMap.map([])
    for (number, days) in [1, 2, 4, 8].enumerated() {
      for (organization, day) in [("a", 1), ("b", 1 + days)] {
        var step = JourneyStep(caseName: "\(number)", activity: organization)
        step.organization = ElementID(organization)
        step.end = CalendarDate(year: 2026, month: 1, day: day).map { JourneyStep.Moment(day: $0) }
        map.journeySteps.append(step)
      }
    }
    let journeys = Journeys(of: map.eventLog, in: map, for: .team)
    #expect(journeys.handovers.map(\.count) == [4])
    #expect(journeys.handovers.first?.waits?.lowerQuartile == 1.75)
    #expect(journeys.handovers.first?.waits?.median == 3)
    #expect(journeys.handovers.first?.waits?.upperQuartile == 5)
  }

  /// Shared families 2, 1, 1 of three pairs.
  @Test func careDensityIsTheMeanOfSharedFamilies() {
    var map = SteppedMap.map([])
    for (name, places) in [("1", "abc"), ("2", "ab"), ("3", "d")] {
      for place in places {
        var step = JourneyStep(caseName: name, activity: "Visit")
        step.organization = ElementID(String(place))
        map.journeySteps.append(step)
      }
    }
    let densities = CareDensity(of: CaseSequences(of: map.eventLog)).densities
    #expect(densities == [4.0 / 3, 2])
  }
}

/// What is left out cannot be computed: random logs, attacked by elimination.
@Suite("Suppression of flows") struct FlowSuppressionTests {
  private static func table(seed: UInt64) -> FlowTable {
    var random = SeededGenerator(seed: seed)
    var log = EventLog()
    log.organizations = (0..<7).map {
      EventLog.Party(id: ElementID("o\($0)"), label: "o\($0)")
    }
    log.activities = ["Visit"]
    for number in 0..<UInt32(60 + random.next() % 200) {
      log.cases.append("Case \(number)")
      var place = UInt32(random.next() % 3)
      for step in 0..<(2 + random.next() % 4) {
        var event = EventLog.Event(caseNumber: number, activity: 0)
        event.organization = place
        event.end = Int64(step)
        log.events.append(event)
        // Some ways are common, some rare.
        place = (place + 1 + UInt32(random.next() % 8) / 5 * UInt32(random.next() % 5)) % 7
      }
    }
    return FlowTable(of: CaseSequences(of: log)) { $0.organization }
  }

  @Test(arguments: UInt64(0)..<32)
  func noSmallCellCanBeComputed(seed: UInt64) {
    let told = FlowSuppression(Self.table(seed: seed), threshold: 11).table
    #expect(told.cells.allSatisfy { $0.isHidden || $0.families.count >= 11 })
    let hidden = told.cells.filter { $0.isHidden && $0.from != $0.to }
    // One equation a place: what is hidden on the way in less what is on the way out is known.
    let rows = (-1..<7).map { place in
      hidden.map { ($0.to == place ? 1.0 : 0) - ($0.from == place ? 1.0 : 0) }
    }
    for (column, cell) in hidden.enumerated() where cell.families.count < 11 {
      let unit = hidden.indices.map { $0 == column ? 1.0 : 0 }
      #expect(rank(rows + [unit]) > rank(rows), "the cell \(cell.from)–\(cell.to) is determined")
    }
  }

  private func rank(_ rows: [[Double]]) -> Int {
    var rows = rows
    var rank = 0
    for column in rows.first?.indices ?? 0..<0 {
      guard let pivot = rows.indices.dropFirst(rank).first(where: { abs(rows[$0][column]) > 1e-9 })
      else { continue }
      rows.swapAt(rank, pivot)
      for row in rows.indices.dropFirst(rank + 1) where abs(rows[row][column]) > 1e-9 {
        let factor = rows[row][column] / rows[rank][column]
        for place in rows[row].indices { rows[row][place] -= factor * rows[rank][place] }
      }
      rank += 1
    }
    return rank
  }
}
