import Foundation
import Interchange
import SystemMaps
import Testing

@testable import Insights

@Suite("The five conditions")
struct ConditionsTests {
  @Test func anEmptyMapKnowsNothingAndCountsNothing() {
    let conditions = Conditions(of: SystemMap())
    #expect(conditions.entries.map(\.cell) == ConditionCell.allCases)
    for entry in conditions.entries {
      guard case .unknown = entry.basis else {
        Issue.record("\(entry.cell) is \(entry.basis)")
        continue
      }
      #expect(entry.sentence.hasPrefix("Not known: "))
    }
    #expect(conditions.isolatedImpact == nil)
  }

  @Test func blankIsNotNobody() throws {
    var map = SystemMap()
    for (number, owner) in [Answer<[ElementID]>.unknown, .nobody, .given(["a"])].enumerated() {
      var objective = Element(
        id: ElementID("o\(number)"), label: "O\(number)", type: .objective)
      objective.owner = owner
      map.elements.append(objective)
    }
    let figure = try #require(Conditions(of: map)[.ownedObjectives].figure)
    #expect(figure.count == 1)
    #expect(figure.total == 2)
    #expect(figure.unknown == 1)
    #expect(figure.sentence == "1 of 2 objectives has an owner (1 not reported).")
    #expect(figure.evidence.map(\.elements) == [["o1"]])
  }

  @Test func aFewUnnamedResidentsAreNotCounted() {
    var map = SystemMap()
    var council = Element(id: "t", label: "Council", type: .table)
    council.table.tier = 1
    map.elements = [council, Element(id: "p", label: "P", type: .person)]
    map.seats = [Seat(table: "t", holder: "p")]
    for number in 0..<3 {
      let id = ElementID("r\(number)")
      map.elements.append(Element(id: id, label: "R\(number)", type: .resident))
      map.seats.append(Seat(table: "t", holder: id))
    }
    let shown = Conditions(of: map, for: .members)[.residentsDeciding]
    #expect(shown.figure == nil)
    #expect(shown.sentence.contains("fewer than 11"))
    #expect(Conditions(of: map)[.residentsDeciding].figure?.count == 3)
  }

  @Test func whatIsDeclaredStandsBesideWhatIsComputed() throws {
    var map = SystemMap()
    map.settings.declarations = [
      "agreed problem": Settings.Declaration(value: "yes", evidence: "minutes of May"),
      "owned objectives": Settings.Declaration(value: "all"),
      "objectives with an owner": Settings.Declaration(value: "all"),
    ]
    let conditions = Conditions(of: map)
    #expect(
      conditions[.agreedProblem].basis
        == .declared(Settings.Declaration(value: "yes", evidence: "minutes of May")))
    #expect(conditions[.ownedObjectives].sentence == "Declared: all.")
    #expect(conditions.findings.map(\.message).count == 1)
    #expect(conditions.findings.first?.message.contains("owned objectives") == true)
    var objective = Element(id: "o", label: "O", type: .objective)
    objective.owner = .nobody
    map.elements = [objective]
    let both = Conditions(of: map)[.ownedObjectives]
    #expect(both.figure?.count == 0)
    #expect(both.alsoDeclared?.value == "all")
  }

  @Test func duplicatesNeedTwoProvidersAndGapsAListedPlace() throws {
    var map = SystemMap()
    for (id, isListed) in [("north", true), ("south", true), ("far", false)] {
      var place = Element(id: ElementID(id), label: id, type: .place)
      place.isListed = isListed
      map.elements.append(place)
    }
    let services: [(String, String, String, String)] = [
      ("s1", "Tutoring", "north", "a"), ("s2", "tutoring", "north", "b"),
      ("s3", "food", "south", "a"), ("s4", "food", "south", "a"),
    ]
    for (id, kind, place, provider) in services {
      var service = Element(id: ElementID(id), label: id, type: .service)
      service.service.kind = kind
      service.service.serves = ["children"]
      service.places = .given([ElementID(place)])
      map.elements.append(service)
      map.connections.append(
        Connection(from: ElementID(provider), to: ElementID(id), type: .provides))
    }
    map.elements.append(Element(id: "s5", label: "s5", type: .service))
    let conditions = Conditions(of: map)
    let duplicates = try #require(conditions[.duplicatedServices].figure)
    #expect(duplicates.count == 1)
    #expect(duplicates.total == 2)
    #expect(duplicates.unknown == 1)
    #expect(duplicates.evidence.map(\.elements) == [["north", "s1", "s2"]])
    let gaps = try #require(conditions[.serviceGaps].figure)
    #expect(gaps.count == 2)
    #expect(gaps.total == 4)
    #expect(gaps.evidence.map(\.elements) == [["south"], ["north"]])
  }

  @Test func daysAreCountedOverLeapYears() throws {
    let day = try #require(CalendarDate("2024-03-01"))
    for (text, days) in [("2024-02-28", 2), ("2023-03-01", 366), ("2024-03-01", 0)] {
      #expect(day.days(after: try #require(CalendarDate(text))) == days)
    }
    let later = try #require(CalendarDate("2100-03-01"))
    #expect(later.days(after: try #require(CalendarDate("2100-02-28"))) == 1)
    #expect(later.days(after: try #require(CalendarDate("2000-01-01"))) == 36_584)
  }

  /// Sectors of the organizations, what is declared, and the likeness that follows.
  @Test(arguments: [
    (["philanthropy", "foundation"], ["backbone"], IsolatedImpact.Kind.funderCollaborative),
    (["government", "business"], ["backbone"], .publicPrivatePartnership),
    (
      ["schools", "health", "faith"], ["shared measurement", "backbone"],
      .multiStakeholderInitiative
    ),
    (
      ["schools", "health"], ["common agenda", "shared measurement", "backbone"],
      .socialSectorNetwork
    ),
    (["schools", "health", "faith"], ["backbone"], nil),
    (["schools", "health", "faith"], [], nil),
  ])
  func aLikenessNeedsAbsences(
    sectors: [String], absent: [String], kind: IsolatedImpact.Kind?
  ) {
    var map = SystemMap()
    map.elements = sectors.enumerated().map {
      Element(
        id: ElementID("o\($0.offset)"), label: "O", type: .organization, sector: $0.element)
    }
    for name in absent { map.settings.declarations[name] = Settings.Declaration(value: "no") }
    #expect(Conditions(of: map).isolatedImpact?.kind == kind)
    // A sector that is not known could be any.
    map.elements.append(Element(id: "x", label: "X", type: .organization))
    #expect(Conditions(of: map).isolatedImpact == nil)
  }

  private func sample(_ name: String) throws -> SystemMap {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return try MapFile.read(root.appending(path: "Samples/\(name)").path).usableMap().on()
  }

  @Test func larkspurShowsWhatWasPlanted() throws {
    let map = try sample("larkspur")
    let conditions = Conditions(of: map)
    let reporters = try #require(conditions[.severalReporters].figure)
    #expect([reporters.count, reporters.total] == [38, 47])
    #expect(reporters.evidence.count == 9)
    #expect(conditions[.improvingIndicators].figure?.count == 29)
    #expect(conditions[.backboneDependence].figure?.count == 5)
    let owned = try #require(conditions[.ownedObjectives].figure)
    #expect([owned.count, owned.total, owned.unknown] == [6, 7, 1])
    #expect(conditions[.recentMeetings].figure?.evidence.count == 2)
    guard case .declared(let declared) = conditions[.agreedProblem].basis else {
      Issue.record("the agreed problem is declared")
      return
    }
    #expect(declared.evidence?.contains("41 of 52") == true)
    #expect(conditions.isolatedImpact == nil)
  }

  @Test func prairieBasinShowsWhatWasPlanted() throws {
    let map = try sample("prairie-basin")
    let conditions = Conditions(of: map)
    #expect(conditions[.ownedObjectives].figure?.evidence.count == 3)
    let duplicates = try #require(conditions[.duplicatedServices].figure)
    #expect(duplicates.count == 1)
    #expect(duplicates.evidence.first?.elements.count == 4)
    let gaps = try #require(conditions[.serviceGaps].figure)
    let navigation = gaps.evidence.filter { $0.text.hasPrefix("navigation") }
    #expect(
      navigation.compactMap { $0.elements.first.flatMap { map[$0]?.label } } == ["Hollow Butte"])
  }
}
