import Graphs
import SystemMaps
import Testing

@testable import Insights

/// Someone who knows who sits where tries every way in which people could have answered.
@Suite("Attack on bands")
struct BandAttackTests {
  private static let groups = ["A", "B", "C"]

  /// Tables that share members, against two populations.
  private static func map(seed: UInt64) -> SystemMap {
    var generator = SeededGenerator(seed: seed)
    var seated = SeatedMap(shares: [("A", 0.5), ("B", 0.3), ("C", 0.2)])
    for (group, share) in zip(groups, [0.35, 0.4, 0.25]) {
      seated.map.benchmarks.append(
        Benchmark(
          population: .named("people served"), attribute: SeatedMap.attribute, group: group,
          share: share))
    }
    for number in 0..<9 {
      var person = Element(id: ElementID("p\(number)"), label: "Person \(number)", type: .person)
      let answer = Int.random(in: 0..<5, using: &generator)
      person.attributes[SeatedMap.attribute] = groups[min(answer, 2)]
      seated.map.elements.append(person)
    }
    for (label, tier) in [("T", 1), ("U", 2), ("V", 2)] {
      var table = Element(id: ElementID(label), label: label, type: .table)
      table.table.tier = tier
      seated.map.elements.append(table)
      for number in (0..<9).shuffled(using: &generator)
        .prefix(Int.random(in: 5...8, using: &generator))
      {
        seated.map.seats.append(Seat(table: table.id, holder: ElementID("p\(number)")))
      }
    }
    return seated.map
  }

  /// The bands of one row by the definition: ratio of share to share.
  private static func band(_ count: Int, of n: Int, share: Double) -> ParityBand {
    let ratio = Double(count) / Double(n) / share
    return ratio < 0.8 - 1e-9 ? .below : ratio > 1.2 + 1e-9 ? .above : .near
  }

  @Test(arguments: 1...12)
  func nobodysAnswerFollows(seed: UInt64) throws {
    let map = Self.map(seed: seed)
    let shared = Inclusion(of: map).shared(with: .members, for: map)
    let shares = ["community": [0.5, 0.3, 0.2], "people served": [0.35, 0.4, 0.25]]
    let members = ["T", "U", "V"].map { table in
      map.seats.filter { $0.table == ElementID(table) }.compactMap { seat in
        Int(seat.holder?.text.dropFirst() ?? "")
      }
    }
    // The tables, and those of the second tier together.
    let places = members + [members[1] + members[2]]
    // What is published: for each set of seats, the band of each group beside a share.
    var rows: [(seats: [Int], shares: [Double], bands: [ParityBand?])] = []
    for comparison in shared.comparisons {
      guard case .bands(let bands) = comparison.form else { continue }
      let table = try #require(["T", "U", "V"].firstIndex(of: comparison.table.text))
      rows.append(
        (members[table], try #require(shares[comparison.population.name]), bands.map(\.band)))
    }
    for parity in shared.tiers {
      guard case .bands(let tiers) = parity.form else { continue }
      for tier in tiers {
        guard case .bands(let bands) = tier.form else { continue }
        rows.append(
          (
            places[tier.tier == 1 ? 0 : 3], try #require(shares[parity.population.name]),
            bands.map(\.band)
          ))
      }
    }
    func counts(_ seats: [Int], _ answers: [Int]) -> [Int] {
      var counts = [0, 0, 0]
      for seat in seats { counts[answers[seat]] += 1 }
      return counts
    }
    // And whether the first tier is further from parity than the second, beyond what is fair.
    let worsens = shared.tiers.first?.sentence.map { !$0.contains("does not rise") }
    let community = shares["community"] ?? []
    func excess(at place: Int, _ answers: [Int]) -> Double? {
      let counts = counts(places[place], answers)
      return dissimilarity(of: counts, from: community).flatMap { distance in
        expectedDissimilarity(ofSeats: places[place].count, from: community).map { distance - $0 }
      }
    }
    let truth = (0..<9).map { number in
      Self.groups.firstIndex(
        of: map[ElementID("p\(number)")]?.attributes[SeatedMap.attribute] ?? "")
    }
    var answersOf = Array(repeating: Set<Int>(), count: 9)
    var countsOf: [[Set<Int>]] = places.map { _ in Array(repeating: [], count: 3) }
    for number in 0..<19_683 {
      var rest = number
      let answers = (0..<9).map { _ -> Int in
        defer { rest /= 3 }
        return rest % 3
      }
      let agrees = rows.allSatisfy { row in
        zip(counts(row.seats, answers), zip(row.shares, row.bands)).allSatisfy {
          Self.band($0, of: row.seats.count, share: $1.0) == $1.1
        }
      }
      guard agrees else { continue }
      if let worsens {
        let upper = try #require(excess(at: 0, answers))
        let lower = try #require(excess(at: 3, answers))
        guard (upper > 0 && upper > lower) == worsens else { continue }
      }
      for person in 0..<9 { answersOf[person].insert(answers[person]) }
      for (place, seats) in places.enumerated() {
        for (group, count) in counts(seats, answers).enumerated() {
          countsOf[place][group].insert(count)
        }
      }
    }
    for person in 0..<9 where members.contains(where: { $0.contains(person) }) {
      #expect(answersOf[person].count > 1, "person \(person), in truth \(truth[person] ?? -1)")
    }
    for place in places.indices {
      for group in 0..<3 {
        let values = countsOf[place][group]
        let isGiven = values.count == 1 && values.allSatisfy((1...10).contains)
        #expect(!isGiven, "place \(place), group \(group)")
      }
    }
  }

  @Test func commonMembersAreNotTheDifferenceBetweenTwoTables() throws {
    var seated = SeatedMap(shares: [("A", 0.7), ("B", 0.3)])
    seated.table("Small", answers: [("A", 7), ("B", 1)])
    var table = Element(id: "Large", label: "Large", type: .table)
    table.table.tier = 1
    seated.map.elements.append(table)
    for seat in seated.map.seats {
      seated.map.seats.append(Seat(table: "Large", holder: seat.holder))
    }
    seated.seat(at: "Large", answer: "B")
    let inclusion = Inclusion(of: seated.map)
    let shared = inclusion.shared(with: .members, for: seated.map)
    let seats = SeatCounts(of: inclusion, in: seated.map)
    let shown = zip(inclusion.comparisons, shared.comparisons).flatMap { comparison, shared in
      if case .bands = shared.form { seats.facts(of: comparison) } else { [HiddenCounts.Fact]() }
    }
    #expect(
      DisclosureAudit().exposed(seats.secrets, of: seats.hidden, knowing: seats.known + shown)
        .isEmpty)
  }

  @Test func nearOfATierCanBeOneNumber() throws {
    // Of 50 seats near 8 % is 4: nothing follows for either table, but all that there are.
    var seated = SeatedMap(shares: [("A", 0.92), ("B", 0.08)])
    seated.table("North", tier: 2, answers: [("A", 21), ("B", 4)])
    seated.table("South", tier: 2, answers: [("A", 25)])
    let shared = Inclusion(of: seated.map).shared(with: .members, for: seated.map)
    guard case .bands(let tiers) = shared.tiers.first?.form, case .withheld = tiers.first?.form
    else {
      Issue.record("the tier is withheld")
      return
    }
  }

  @Test func twoPopulationsOfOneTableAreReadTogether() throws {
    // 5 of 18: near 25 % is 4 or 5, near 30 % is 5 or 6. Together they are one number.
    var seated = SeatedMap(shares: [("A", 0.7), ("B", 0.3)])
    for (group, share) in [("A", 0.75), ("B", 0.25)] {
      seated.map.benchmarks.append(
        Benchmark(
          population: .named("people served"), attribute: SeatedMap.attribute, group: group,
          share: share))
    }
    seated.table("Team", answers: [("A", 13), ("B", 5)])
    let inclusion = Inclusion(of: seated.map)
    #expect(
      inclusion.comparisons.map { $0.groups.map(\.band) } == [[.near, .near], [.near, .near]])
    let shared = inclusion.shared(with: .members, for: seated.map)
    guard case .bands = shared.comparisons[0].form, case .withheld = shared.comparisons[1].form
    else {
      Issue.record("the first population is shown, the second is not")
      return
    }
  }

  @Test func aMemberListWithHiddenCountsIsPartOfTheAudit() throws {
    var seated = SeatedMap(shares: [("A", 0.7), ("B", 0.3)])
    seated.table("Everyone", answers: [("A", 28), ("B", 12)])
    seated.table("Board", answers: [])
    for seat in seated.map.seats where seat.table == "Everyone" {
      let number = Int(seat.holder?.text.split(separator: "-").last ?? "") ?? 0
      if number % 4 == 0 { seated.map.seats.append(Seat(table: "Board", holder: seat.holder)) }
    }
    let place = try #require(seated.map.elements.firstIndex { $0.id == "Board" })
    seated.map.elements[place].table.drawnFrom = "Everyone"
    let inclusion = Inclusion(of: seated.map)
    #expect(inclusion.comparisons.count == 3)
    let seats = SeatCounts(of: inclusion, in: seated.map)
    for comparison in inclusion.comparisons {
      for fact in seats.facts(of: comparison) { #expect(seats.hidden.satisfies(fact)) }
    }
    let shown = BandDisclosure(of: inclusion, in: seated.map)
    let facts = zip(inclusion.comparisons, shown.comparisons).flatMap {
      $1 ? seats.facts(of: $0) : []
    }
    #expect(
      DisclosureAudit().exposed(seats.secrets, of: seats.hidden, knowing: seats.known + facts)
        .isEmpty)
  }

  /// Before any band is told nothing follows, however many tables hang together: who is of a cell of
  /// two columns is of a group of each, and that links the answers of one person alone.
  @Test func crossedColumnsAloneGiveNobodyAway() {
    var generator = SeededGenerator(seed: 3)
    var map = SystemMap()
    let columns: [(name: AttributeName, groups: [String])] = [
      (SeatedMap.attribute, ["A", "B", "C", "D"]), ("Gender", ["woman", "man"]),
    ]
    for number in 0..<300 {
      var person = Element(id: ElementID("p\(number)"), label: "Person \(number)", type: .person)
      for column in columns {
        person.attributes[column.name] = column.groups.randomElement(using: &generator)
      }
      map.elements.append(person)
    }
    for number in 0..<40 {
      let table = ElementID("t\(number)")
      map.elements.append(Element(id: table, label: "Table \(number)", type: .table))
      for person in (0..<300).shuffled(using: &generator).prefix(20) {
        map.seats.append(Seat(table: table, holder: ElementID("p\(person)")))
      }
    }
    func add(_ attribute: AttributeName, _ groups: [String]) {
      map.benchmarks += groups.map {
        Benchmark(
          population: .named("community"), attribute: attribute, group: $0,
          share: 1 / Double(groups.count))
      }
    }
    for column in columns { add(column.name, column.groups) }
    add(
      AttributeName(columns.map(\.name.text).joined(separator: " × ")),
      columns[0].groups.flatMap { first in columns[1].groups.map { "\(first) × \($0)" } })
    let inclusion = Inclusion(of: map)
    let seats = SeatCounts(of: inclusion, in: map)
    #expect(seats.secrets.count > 900)
    #expect(
      DisclosureAudit().exposed(seats.secrets, of: seats.hidden, knowing: seats.known).isEmpty)
    // Each of these facts is of one block: seven or eight groups, or one with its cells.
    #expect(seats.known.allSatisfy { $0.sum.terms.count <= 9 })
  }
}
