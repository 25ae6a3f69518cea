import SystemMaps
import Testing

@testable import Insights

@Suite("Seats against a benchmark")
struct InclusionTests {
  private func comparison(_ seated: SeatedMap) throws -> TableComparison {
    try #require(Inclusion(of: seated.map).comparisons.first)
  }

  @Test func theVectorOfTheSteeringGroup() throws {
    let comparison = try comparison(.steering)
    #expect(comparison.judgement == .tested)
    #expect(comparison.isDefault)
    #expect(comparison.seats == 18)
    #expect(comparison.groups.map(\.group) == ["White", "Latino", "Black", "Asian"])
    #expect(comparison.groups.map(\.seats) == [12, 1, 3, 2])
    for (group, expected) in zip(comparison.groups, [1.667, 0.185, 0.758, 1.389]) {
      #expect(rounds(group.ratio, to: expected, digits: 3))
    }
    for (group, expected) in zip(comparison.groups, [26.67, -24.44, -5.33, 3.11]) {
      #expect(rounds(100 * group.seatGap / 18, to: expected, digits: 2))
    }
    #expect(rounds(comparison.groups[0].fourFifths, to: 1, digits: 6))
    #expect(rounds(comparison.groups[1].fourFifths, to: 0.111, digits: 3))
    #expect(rounds(comparison.groups[2].fourFifths, to: 0.4545, digits: 4))
    #expect(rounds(comparison.groups[3].fourFifths, to: 0.8333, digits: 4))
    #expect(comparison.groups.map(\.isBelowFourFifths) == [false, true, true, false])
    for (group, expected) in zip(
      comparison.groups, [0.028508, 0.020263, 0.778825, 0.651056])
    {
      #expect(rounds(group.p, to: expected, digits: 6))
    }
    #expect(rounds(comparison.groups[1].pOneSided, to: 0.0142, digits: 4))
    #expect(rounds(comparison.groups[1].pHolm, to: 4 * 0.020263, digits: 5))
    #expect(rounds(comparison.wholeTable?.p, to: 0.039223, digits: 6))
    #expect(rounds(comparison.dissimilarity, to: 0.297778, digits: 6))
    #expect(comparison.groups.map(\.webster) == [7, 6, 4, 1])
    #expect(comparison.groups.map(\.hamilton) == [7, 5, 4, 2])
    #expect(comparison.groups[1].seatsToAdd == 7)
    #expect(comparison.groups.map(\.band) == [.above, .below, .below, .above])
    #expect(comparison.testCount == 5)
  }

  @Test func theSentenceLeadsWithSeats() throws {
    let comparison = try comparison(.steering)
    #expect(
      comparison.sentence
        == "1 Latino seat where about 5 would be expected (community, ACS 2024, 18 seats, 0 "
        + "unknown); a random draw would be this far from parity or further, either way, about 1 "
        + "time in 49; after correction for 4 groups that is no clear difference for this group "
        + "alone (p = .081), and no parity either.")
    #expect(
      comparison.testSentence
        == "All groups together: p = .039 (exact multinomial). Latino: p = .081 after Holm's "
        + "correction for 4 groups. 5 tests.")
  }

  @Test func aTableWithinChanceIsNotCalledRepresentative() throws {
    var seated = SeatedMap()
    seated.table("Team", answers: [("White", 5), ("Latino", 4), ("Black", 2), ("Asian", 1)])
    #expect(
      try comparison(seated).sentence.hasSuffix(
        "; after correction for 4 groups that is no clear difference for this group (p = 1), and "
          + "no parity either."))
  }

  @Test func aDifferenceThatHoldsAfterCorrectionIsNotTakenBack() throws {
    var seated = SeatedMap()
    seated.table("Board", answers: [("White", 20), ("Latino", 0), ("Black", 3), ("Asian", 1)])
    let comparison = try comparison(seated)
    #expect((comparison.furthestBelow?.pHolm ?? 1) < 0.05)
    #expect(comparison.sentence.hasSuffix(ChanceWords.frequency(comparison.groups[1].p ?? 1) + "."))
  }

  @Test func oneGroupNeedsNoCorrection() throws {
    var seated = SeatedMap(shares: [("Latino", 0.3)])
    seated.table("Team", answers: [("White", 8), ("Latino", 2)])
    #expect(
      try comparison(seated).sentence.contains("; that is no clear difference for this group (p"))
  }

  @Test func fourFifthsNeedsAComparatorOfTwoExpectedSeats() throws {
    var seated = SeatedMap()
    // 3.96 Black seats are expected, and 1.44 Asian ones, which are too few to compare with.
    seated.table("Board", answers: [("White", 5), ("Latino", 2), ("Black", 6), ("Asian", 5)])
    let groups = try comparison(seated).groups
    #expect(groups[2].fourFifths == 1)
    #expect(rounds(groups[0].fourFifths, to: 0.458333, digits: 6))
    #expect(rounds(groups[3].fourFifths, to: 2.291667, digits: 6))
    var small = SeatedMap(shares: [("a", 0.3), ("b", 0.3), ("c", 0.4)])
    small.table("Team", answers: [("a", 2), ("b", 2), ("c", 0)])
    #expect(try comparison(small).groups.allSatisfy { $0.isBelowFourFifths == nil })
  }

  @Test func onlyFilledSeatsCount() throws {
    var seated = SeatedMap.steering
    let table: ElementID = "Steering Group"
    for role in [Seat.Role.alternate, .staff, .vacant] {
      seated.seat(at: table, answer: "Latino", role: role)
    }
    seated.map.seats.append(Seat(table: table, holder: nil, role: .vacant))
    #expect(try comparison(seated).seats == 18)
    for role in [Seat.Role.chair, .coChair] { seated.seat(at: table, answer: "Latino", role: role) }
    #expect(try comparison(seated).groups[1].seats == 3)
  }

  @Test func unknownIsCountedApart() throws {
    var seated = SeatedMap.steering
    let table: ElementID = "Steering Group"
    seated.seat(at: table, answer: "")
    seated.seat(at: table, answer: "Prefer not to say")
    var school = Element(id: "school", label: "School", type: .organization)
    school.attributes[SeatedMap.attribute] = "White"
    seated.map.elements.append(school)
    seated.map.seats.append(Seat(table: table, holder: school.id))
    seated.map.seats.append(Seat(table: table, holder: nil))
    let comparison = try comparison(seated)
    #expect(comparison.seats == 18)
    #expect(comparison.composition.seats == 22)
    #expect(comparison.composition.unknown == 3)
    #expect(comparison.composition.preferNotToSay == 1)
    #expect(comparison.groups[1].shareBounds == 1.0 / 22...5.0 / 22)
    #expect(comparison.sentence.contains("22 seats, 3 unknown, 1 prefer not to say"))
  }

  @Test func fewerThanFiveSeatsAreTooFewToJudge() throws {
    var seated = SeatedMap()
    seated.table("Team", answers: [("White", 4), ("", 3)])
    let four = try comparison(seated)
    #expect(four.judgement == .tooFewSeats)
    #expect(four.groups.allSatisfy { $0.p == nil && $0.pHolm == nil && $0.pOneSided == nil })
    #expect(four.wholeTable == nil)
    #expect(four.sentence.hasSuffix("too few to judge."))
    seated.seat(at: "Team", answer: "White")
    #expect(try comparison(seated).judgement == .tested)
  }

  @Test func aTableOfWhichNothingIsKnown() throws {
    var seated = SeatedMap()
    seated.table("Team", answers: [("", 6)])
    let comparison = try comparison(seated)
    #expect(comparison.judgement == .nothingKnown)
    #expect(comparison.dissimilarity == nil)
    #expect(comparison.groups.allSatisfy { $0.share == nil && $0.wilson == nil && $0.band == nil })
  }

  @Test func aTablesOwnCountsTakeThePlaceOfItsHolders() throws {
    var seated = SeatedMap.steering
    for (group, count) in [("Latino", 4.0), ("White", 5), ("prefer not to say", 2)] {
      seated.map.benchmarks.append(
        Benchmark(
          population: .table("Steering Group"), attribute: SeatedMap.attribute, group: group,
          count: count))
    }
    let comparison = try comparison(seated)
    #expect(comparison.composition.basis == .anonymousCounts)
    #expect(comparison.groups.map(\.seats) == [5, 4, 0, 0])
    #expect(comparison.composition.seats == 18)
    #expect(comparison.composition.unknown == 7)
    #expect(comparison.composition.preferNotToSay == 2)
  }

  @Test func groupsThatTheBenchmarkDoesNotListAreLeftOut() throws {
    var seated = SeatedMap.steering
    seated.seat(at: "Steering Group", answer: "Hmong")
    let inclusion = Inclusion(of: seated.map)
    let comparison = try #require(inclusion.comparisons.first)
    #expect(comparison.seats == 18)
    #expect(comparison.unlisted.map(\.group) == ["Hmong"])
    #expect(inclusion.findings.contains { $0.message.contains("does not list") })
  }

  @Test func severalAnswersLeaveOneGroupAgainstTheRest() throws {
    var seated = SeatedMap.steering
    seated.seat(at: "Steering Group", answer: "Latino|Black")
    let comparison = try comparison(seated)
    #expect(comparison.seats == 19)
    #expect(comparison.groups.map(\.seats) == [12, 2, 4, 2])
    #expect(comparison.wholeTable == nil)
    #expect(comparison.dissimilarity == nil)
    #expect(comparison.groups[1].webster == nil)
    #expect(comparison.groups[1].p != nil)
    #expect(comparison.compositionReason != nil)
  }

  @Test func aBenchmarkOfOneGroupComparesItWithTheRest() throws {
    var seated = SeatedMap(shares: [("Latino", 0.3)])
    seated.table("Team", answers: [("White", 17), ("Latino", 1)])
    let comparison = try comparison(seated)
    #expect(comparison.seats == 18)
    #expect(rounds(comparison.groups[0].p, to: 0.020263, digits: 6))
    #expect(comparison.dissimilarity == nil)
  }

  @Test func cellsOfTwoColumns() throws {
    let crossed = AttributeName("Race or ethnicity × Gender")
    var seated = SeatedMap(shares: [])
    for (group, share) in [("Latino × woman", 0.15), ("Latino × man", 0.15)] {
      seated.map.benchmarks.append(
        Benchmark(
          population: .named("community"), attribute: crossed, group: group, share: share))
    }
    seated.table("Team", answers: [("Latino", 6)])
    for index in seated.map.elements.indices where seated.map.elements[index].type == .person {
      seated.map.elements[index].attributes["Gender"] = index % 3 == 0 ? "Man" : "Woman"
    }
    let comparison = try comparison(seated)
    #expect(comparison.groups.map(\.seats) == [4, 2])
    #expect(seated.map.selfIdentifiedAttributes.contains("Gender"))
    #expect(seated.map.selfIdentifiedAttributes.contains(SeatedMap.attribute))
  }

  @Test func aBenchmarkIsChosenForATable() throws {
    var seated = SeatedMap.steering
    for (group, share) in [("White", 0.2), ("Latino", 0.5), ("Black", 0.2), ("Asian", 0.1)] {
      seated.map.benchmarks.append(
        Benchmark(
          population: .named("people served"), attribute: SeatedMap.attribute, group: group,
          share: share))
    }
    #expect(Inclusion(of: seated.map).comparisons.map(\.isDefault) == [true, false])
    seated.map.settings.tableBenchmarks["Steering Group"] = "People served"
    #expect(Inclusion(of: seated.map).comparisons.map(\.isDefault) == [false, true])
  }

  @Test func seatsDrawnFromAListAreHypergeometric() throws {
    let size = AttributeName("Size")
    var map = SystemMap()
    var steering = Element(id: "steering", label: "Steering", type: .table)
    steering.table.drawnFrom = "all"
    map.elements = [Element(id: "all", label: "All members", type: .table), steering]
    for number in 0..<65 {
      var member = Element(
        id: ElementID("org-\(number)"), label: "Org \(number)", type: .organization)
      member.attributes[size] = number < 40 ? "grassroots" : "larger"
      map.elements.append(member)
      map.seats.append(Seat(table: "all", holder: member.id))
    }
    for number in 37..<52 {
      map.seats.append(Seat(table: "steering", holder: ElementID("org-\(number)")))
    }
    let comparisons = Inclusion(of: map, alsoBy: [size]).comparisons
    let comparison = try #require(comparisons.first)
    #expect(comparisons.count == 1)
    #expect(comparison.test == .hypergeometric)
    #expect(comparison.groups[0].seats == 3)
    #expect(rounds(comparison.groups[0].pOneSided, to: 0.000268, digits: 6))
    #expect(comparison.sentence.contains("members of All members, 2026-06-01") == false)
    #expect(comparison.sentence.contains("65 on the list"))

    map.elements.append(Element(id: "other", label: "Other", type: .organization))
    map.seats.append(Seat(table: "steering", holder: "other"))
    let mixed = try #require(Inclusion(of: map, alsoBy: [size]).comparisons.first)
    guard case .untested = mixed.judgement else {
      Issue.record("a seat from outside the list is no draw from it")
      return
    }
    #expect(mixed.groups[0].p == nil)
  }
}
