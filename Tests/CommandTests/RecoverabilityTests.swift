import Foundation
import Testing

/// Someone who may see the bands, knows who sits where, how many answered at each table and every
/// benchmark, tries to work the counts out of everything that is published.
///
/// The unknowns are the seats of each group at each table and in each tier, for every column that
/// people fill in of themselves; what organizations are, such as their size, is no secret. What the
/// built tool publishes is read as text (``PublishedText``): JSON, the sentences of the commands, the
/// page with its figures, tables and charts, CSV, DOT, and the drawings with their titles,
/// descriptions and dots. Each figure becomes an equation, each band an inequality, and each distance
/// from parity or trend of it a claim for which compositions are tried (``ParityDistance``). Then
/// exact elimination and the narrowing of whole numbers (``LinearAttack``) must leave each count from
/// 1 to 10 at least two values. Whatever else stands beside a group, read or not, fails the test.
///
/// How many unnamed residents sit anywhere is in nothing at all: see ``UnnamedResidentTests``.
@Suite("Recoverability")
struct RecoverabilityTests {
  @Test(arguments: ["members", "public"])
  func larkspurWithoutConsentGivesNothingAway(audience: String) async throws {
    try await withTemporaryFolder { folder in
      let map = try folder.copy("larkspur")
      try await expectNothing(from: map, in: folder, for: audience)
    }
  }

  @Test(arguments: ["members", "public"])
  func prairieBasinGivesNothingAway(audience: String) async throws {
    try await withTemporaryFolder { folder in
      let map = try folder.copy("prairie-basin")
      try await expectNothing(from: map, in: folder, for: audience)
    }
  }

  @Test(arguments: 1...6)
  func randomMapsGiveNothingAway(seed: Int) async throws {
    try await withTemporaryFolder { folder in
      let map = try folder.write(Self.randomMap(seed: seed))
      try await expectNothing(from: map, in: folder, for: seed % 2 == 0 ? "public" : "members")
    }
  }

  /// The attack itself: of what nothing is held back, it reads every count out of any one of the
  /// ways in which it is told.
  @Test func unsuppressedTheAttackRecoversEveryCount() async throws {
    try await withTemporaryFolder { folder in
      let map = try folder.write(Self.randomMap(seed: 7))
      let team = try await Tool.run("inclusion", map, "--share", "team", "--json").json
      let world = try World(of: team, map: map)
      let small = world.cells(of: "Race", counting: 1...10)
      for source in try await publication(of: map, in: folder, for: "team") {
        let ways =
          switch source.name {
          case "seats.svg": [world.text.words(of: source), world.text.dots(of: source)]
          case "inclusion.json", "inclusion.txt", "index.html": [world.text.readings(of: source)]
          default: [[PublishedText.Reading]]()
          }
        for readings in ways {
          let attack = LinearAttack(world.lines(from: readings), of: world.truth.count)
          let found = small.filter { attack.recovered.contains($0) }
          #expect(found.allSatisfy { attack.values[$0] == world.truth[$0] })
          // Sentences alone tell of the group that is furthest below its share.
          if source.name == "inclusion.txt" {
            #expect(found.count >= 5)
          } else {
            #expect(found == small, "\(source.name)")
          }
        }
        #expect(
          ways.isEmpty || !world.text.unread(in: source).isEmpty, "\(source.name) has figures")
      }
    }
  }

  /// Hiding a table alone does not help where totals are told: the rest is the difference.
  @Test func aTableThatIsHiddenAloneIsRecovered() async throws {
    try await withTemporaryFolder { folder in
      let map = try folder.write(Self.randomMap(seed: 8))
      let team = try await Tool.run("inclusion", map, "--share", "team", "--json").json
      let world = try World(of: team, map: map)
      let told = world.text.readings(of: PublishedText.Source(json: team)).filter { reading in
        if case .table("T1") = reading.place { false } else { true }
      }
      let attack = LinearAttack(world.lines(from: told), of: world.truth.count)
      let hidden = world.cells(of: "Race", at: "T1", counting: 1...10)
      #expect(!hidden.isEmpty)
      #expect(hidden.allSatisfy { attack.recovered.contains($0) })
      let banded = told.filter { if case .tier = $0.place { false } else { true } }
      let without = LinearAttack(world.lines(from: banded), of: world.truth.count)
      #expect(hidden.contains { !without.recovered.contains($0) })
    }
  }

  /// Figures of how far a table or tier is from parity are as good as counts.
  @Test func aDistanceFromParityIsRead() async throws {
    try await withTemporaryFolder { folder in
      let map = try folder.write(Self.randomMap(seed: 9))
      let team = try await Tool.run("inclusion", map, "--share", "team", "--json")
      let world = try World(of: team.json, map: map)
      let small = world.cells(of: "Race", counting: 1...10)
      let known = LinearAttack(world.lines(from: []), of: world.truth.count)
      #expect(known.recovered.isDisjoint(with: small))
      let figures = PublishedText.Source(name: "inclusion.json", text: team.output)
      let words = try await Tool.run("inclusion", map, "--share", "team")
      let sentences = PublishedText.Source(name: "inclusion.txt", text: words.output)
      for (source, fewest) in [(figures, small.count / 2), (sentences, 3)] {
        let claims = world.claims(in: source)
        let attack = LinearAttack(world.lines(from: []), claims: claims, of: world.truth.count)
        let found = small.filter(attack.recovered.contains)
        #expect(found.count >= fewest, "\(source.name)")
        #expect(found.allSatisfy { attack.values[$0] == world.truth[$0] })
      }
    }
  }

  /// At both tables the bands leave Ash 0 seats or 1; that the upper one is further from parity
  /// would say which has which.
  @Test func aTrendThatWouldSayMoreThanTheBandsIsWithheld() async throws {
    try await withTemporaryFolder { folder in
      var elements = "Label,Type,Tier,Race\nUpper,table,1,\nLower,table,2,\n"
      var seats = "Table,Holder\n"
      for person in 0..<10 {
        elements += "P\(person),person,,\(person == 9 ? "Ash" : "Birch")\n"
        seats += "\(person < 5 ? "Upper" : "Lower"),P\(person)\n"
      }
      let map = try folder.write([
        "elements.csv": elements, "seats.csv": seats,
        "benchmarks.csv":
          "Population,Attribute,Group,Share\ncommunity,Race,Ash,0.5\ncommunity,Race,Birch,0.5\n",
        "settings.csv": "Setting,Value\nTitle,Two tables\nDate,2026-06-01\n",
      ])
      let team = try await Tool.run("inclusion", map, "--share", "team", "--json")
      let world = try World(of: team.json, map: map)
      let told = PublishedText.Source(
        name: "inclusion.json",
        text: try await Tool.run("inclusion", map, "--share", "members", "--json").output)
      let bands = world.lines(from: world.text.readings(of: told))
      let secret = world.cells(of: "Race", counting: 1...1)
      #expect(secret.count == 2, "at the lower table, and so in its tier")
      #expect(
        LinearAttack(bands, claims: world.claims(in: told), of: world.truth.count).recovered
          .isDisjoint(with: secret))
      let trend = PublishedText.Source(name: "inclusion.json", text: team.output)
      let trends = world.claims(ofTrendsIn: trend)
      #expect(
        LinearAttack(bands, claims: trends, of: world.truth.count).recovered.isSuperset(of: secret))
      #expect(
        LinearAttack(world.lines(from: []), claims: trends, of: world.truth.count).recovered
          .isDisjoint(with: secret), "without the bands it says little")
    }
  }

  /// Nothing that is published depends on who answered what, but the bands, the trend and which of
  /// them are withheld: so nothing else has to be attacked.
  @Test func nothingElseDependsOnTheAnswers() async throws {
    func published(turning turn: Int, for audience: String) async throws -> [String: Set<String>] {
      try await withTemporaryFolder { folder in
        let map = try folder.write(Self.randomMap(seed: 10, turning: turn))
        let sources = try await publication(of: map, in: folder, for: audience)
        return Dictionary(
          sources.map { ($0.name, PublishedText.exceptBands(in: $0)) },
          uniquingKeysWith: { $0.union($1) })
      }
    }
    for audience in ["members", "public"] {
      let first = try await published(turning: 0, for: audience)
      let second = try await published(turning: 1, for: audience)
      #expect(first.keys == second.keys)
      for (name, pieces) in first {
        let changed = pieces.symmetricDifference(second[name] ?? []).sorted()
        #expect(changed.isEmpty, "\(name) tells of answers")
      }
    }
    let figures = try await published(turning: 0, for: "team")
    let others = try await published(turning: 1, for: "team")
    let telling = figures.keys.filter { figures[$0] != others[$0] }
    #expect(telling.contains("inclusion.json") && telling.contains("index.html"))
  }

  /// A figure beside a group that nobody has thought of does not pass unread.
  @Test func aFigureOfAnotherKindIsFound() throws {
    let text = PublishedText(tables: ["Board"], groups: ["Latino"], columns: ["Origin"])
    for leak in [
      "<p>Board: 3 of the Latino members spoke.</p>", "<title>Latino 17 %</title>",
      "n4 [label=\"Latino 4\"]", "Board,Latino,4",
      "<li>By Origin 0.31 of the seats would have to change hands.</li>",
    ] {
      #expect(
        !text.unread(
          in: PublishedText.Source(name: "x.\(leak.first == "<" ? "html" : "csv")", text: leak)
        ).isEmpty, "\(leak)")
    }
    #expect(
      text.unread(
        in: PublishedText.Source(name: "x.html", text: "<p>below parity: Latino.</p><p>4 seats</p>")
      ).isEmpty)
  }

  /// Tables of 5 to 14 seats in three tiers, drawn from 60 people, against two populations; the last
  /// table has counts of its own.
  ///
  /// - Parameter turn: By how many places those who answer pass their answers on.
  private static func randomMap(seed: Int, turning turn: Int = 0) -> [String: String] {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
    func draw(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    var elements = "Label,Type,Tier,Race\n"
    var seats = "Table,Holder\n"
    let answers = (0..<60).map { _ in
      let answer = draw(10)
      return answer < 4 ? "Ash" : answer < 7 ? "Birch" : answer < 9 ? "Cedar" : ""
    }
    let answering = answers.indices.filter { !answers[$0].isEmpty }
    for person in answers.indices {
      let place = answering.firstIndex(of: person).map {
        answering[($0 + turn) % answering.count]
      }
      elements += "P\(person),person,,\(answers[place ?? person])\n"
    }
    for table in 0..<9 {
      elements += "T\(table),table,\(table == 0 ? 1 : table < 4 ? 2 : 3),\n"
      var seated: Set<Int> = []
      let size = 5 + draw(10)
      while seated.count < size { seated.insert(draw(60)) }
      for person in seated.sorted() { seats += "T\(table),P\(person)\n" }
    }
    return [
      "elements.csv": elements, "seats.csv": seats,
      "benchmarks.csv": """
      Population,Attribute,Group,Share,Count
      community,Race,Ash,0.5,
      community,Race,Birch,0.3,
      community,Race,Cedar,0.2,
      people served,Race,Ash,0.35,
      people served,Race,Birch,0.4,
      people served,Race,Cedar,0.25,
      T8,Race,Ash,,2
      T8,Race,Cedar,,3

      """,
      "settings.csv": "Setting,Value\nTitle,Drawn\nDate,2026-06-01\n",
    ]
  }

  /// Everything that an audience gets, as text.
  private func publication(
    of map: String, in folder: TemporaryFolder, for audience: String
  ) async throws -> [PublishedText.Source] {
    var sources: [PublishedText.Source] = []
    // Their JSON is in the report too.
    for command in ["inclusion", "conditions", "check"] {
      let outcome = try await Tool.run(command, map, "--share", audience)
      #expect(outcome.status == 0)
      sources.append(.init(name: "\(command).txt", text: outcome.output))
      sources.append(.init(name: "\(command).notes", text: outcome.errors))
    }
    let report = try await Tool.run(
      "report", map, "-o", folder.path("report"), "--share", audience, "--formats",
      "html,svg,dot,json,csv")
    #expect(report.status == 0)
    for name in folder.contents where name.hasPrefix("report/") && name.contains(".") {
      sources.append(.init(name: String(name.dropFirst(7)), text: try folder.text(name)))
    }
    #expect(
      sources.contains { $0.name == "seats.svg" } && sources.contains { $0.name == "seats.dot" })
    return sources
  }

  private func expectNothing(
    from map: String, in folder: TemporaryFolder, for audience: String
  ) async throws {
    let team = try await Tool.run("inclusion", map, "--share", "team", "--json").json
    let world = try World(of: team, map: map)
    let sources = try await publication(of: map, in: folder, for: audience)
    var readings: Set<PublishedText.Reading> = []
    for source in sources {
      readings.formUnion(world.text.readings(of: source))
      for fragment in world.text.unread(in: source) {
        Issue.record("\(source.name) has a figure beside a group: \(fragment.prefix(200))")
      }
    }
    #expect(!readings.isEmpty, "something is shown")
    let lines = world.lines(from: readings.sorted { "\($0)" < "\($1)" })
    for line in lines {
      let sum = line.terms.reduce(0) { $0 + $1.factor * world.truth[$1.unknown] }
      #expect(line.range.contains(sum), "the attack knows the truth: \(line.from)")
    }
    let claims = sources.flatMap { world.claims(in: $0) }
    for claim in claims {
      #expect(
        claim.mayHold(world.truth.map { $0...$0 }), "the attack knows the truth: \(claim.from)")
    }
    let attack = LinearAttack(lines, claims: claims, of: world.truth.count)
    let small = world.truth.indices.filter { (1...10).contains(world.truth[$0]) }
    #expect(small.count > 10)
    for cell in small {
      #expect(!attack.recovered.contains(cell), "\(world.names[cell]) is \(world.truth[cell])")
    }
  }
}

extension TemporaryFolder {
  /// Copies a sample without its consents and with one tie in twenty: ties tell nothing of answers
  /// (see `nothingElseDependsOnTheAnswers`) and take long to draw.
  fileprivate func copy(_ sample: String) throws -> String {
    let map = Tool.sample(sample)
    var files: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: map) {
      let text = try String(contentsOfFile: "\(map)/\(name)", encoding: .utf8)
      files[name] = text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        .filter {
          !$0.element.hasPrefix("Consent") && (name != "connections.csv" || $0.offset % 20 == 0)
        }
        .map(\.element).joined(separator: "\n")
    }
    return try write(files)
  }
}

/// What is true, what a reader knows anyway, and how what is published tells of it.
private struct World {
  private(set) var text = PublishedText(tables: [], groups: [], columns: [])
  /// The unknowns and what they are: the seats of a group of a column at a table.
  private(set) var truth: [Int] = []
  private(set) var names: [[String]] = []
  private var numbers: [[String]: Int] = [:]
  /// What is known without any publication.
  private var known: [LinearAttack.Line] = []
  /// How many seats are compared at a place, by attribute.
  private var sizes: [[String]: Int] = [:]
  private var shares: [[String]: Double] = [:]
  private var populations: [String: String] = [:]
  /// The groups of each attribute and population.
  private var groups: [[String]: Set<String>] = [:]
  /// By attribute and population: each tier that can be compared, and how far from parity a fair
  /// draw of as many seats is.
  private var fairDraws: [[String]: [(place: String, distance: Double)]] = [:]

  /// - Parameters:
  ///   - team: `inclusion --json` as the team sees it.
  ///   - map: The folder of the map.
  init(of team: JSON, map: String) throws {
    let elements = rows(ofCSV: try String(contentsOfFile: "\(map)/elements.csv", encoding: .utf8))
    let header = elements.first ?? []
    func column(_ name: String) -> Int? { header.firstIndex(of: name) }
    let label = try #require(column("Label"))
    let tier = try #require(column("Tier"))
    var tablesOfTier: [String: [String]] = [:]
    for row in elements where row.count > tier {
      if let number = Int(row[tier]) {
        tablesOfTier["tier \(number)", default: []].append(row[label])
      }
    }
    // What organizations are is no secret: only what people say of themselves is.
    let ofOrganizations = Set(
      team["voice"]["influence_by_group"].items.filter { $0["of"].text != "people at tables" }
        .compactMap { $0["attribute"].text })
    let rows = team["tables"].items.filter { row in
      row["attribute"].text.map { !ofOrganizations.contains($0) } ?? false
    }
    var tables: Set<String> = []
    for row in rows {
      let table = try #require(row["table"].text)
      let attribute = try #require(row["attribute"].text)
      let population = try #require(row["population"].text)
      if populations[attribute] == nil { populations[attribute] = population }
      tables.insert(table)
      let n = Int(try #require(row["n"].number))
      sizes[[table, attribute]] = n
      var sum: [LinearAttack.Term] = []
      for group in row["groups"].items {
        let name = try #require(group["group"].text)
        groups[[attribute, population], default: []].insert(name)
        let number = number(of: [table, attribute, name], Int(group["seats"].number ?? 0))
        shares[[attribute, population, name]] = group["benchmark"].number
        sum.append(.init(unknown: number, factor: 1))
      }
      // How many answered is granted: they are all of these groups if nobody is of another. Who may
      // give several answers is counted in several groups.
      let total = sum.reduce(0) { $0 + truth[$1.unknown] }
      if total <= n {
        let isWhole = row["unlisted"].items.isEmpty && total == n
        known.append(.init(sum, (isWhole ? n : 0)...n, from: "\(table) has \(n) seats"))
      } else {
        known += sum.map { .init([$0], 0...n, from: "\(table) has \(n) seats") }
      }
    }
    text = PublishedText(
      tables: tables, groups: Set(groups.values.joined()),
      columns: Set(rows.compactMap { $0["attribute"].text }),
      harmless: Set(elements.dropFirst().filter { $0.count > label }.map { $0[label] })
        .union(rows.compactMap { $0["source"].text }))
    for (place, name) in names.enumerated() where name[1].contains(" × ") {
      for (side, whole) in name[1].components(separatedBy: " × ").enumerated() {
        let part = name[2].components(separatedBy: " × ")[side]
        guard let number = numbers[[name[0], whole, part]] else { continue }
        known.append(
          .init(
            [.init(unknown: number, factor: 1), .init(unknown: place, factor: -1)], 0...1_000,
            from: "\(name) is part of \(part)"))
      }
    }
    for parity in team["tiers"].items {
      guard let attribute = parity["attribute"].text, let population = parity["population"].text,
        populations[attribute] != nil
      else { continue }
      for tier in parity["tiers"].items {
        let place = "tier \(Int(tier["tier"].number ?? 0))"
        sizes[[place, attribute]] = Int(tier["n"].number ?? 0)
        if let distance = tier["dissimilarity_expected"].number {
          fairDraws[[attribute, population], default: []].append((place, distance))
        }
        for group in tier["groups"].items {
          let name = try #require(group["group"].text)
          let all = number(of: [place, attribute, name], Int(group["seats"].number ?? 0))
          let parts = (tablesOfTier[place] ?? []).compactMap { numbers[[$0, attribute, name]] }
          known.append(
            .init(
              [.init(unknown: all, factor: -1)] + parts.map { .init(unknown: $0, factor: 1) },
              0...0,
              from: "\(place) is the sum of its tables"))
        }
      }
    }
  }

  private mutating func number(of name: [String], _ count: Int) -> Int {
    if let number = numbers[name] { return number }
    numbers[name] = truth.count
    names.append(name)
    truth.append(count)
    return truth.count - 1
  }

  /// The counts of a column that lie in a range.
  func cells(of attribute: String, at table: String? = nil, counting range: ClosedRange<Int>)
    -> [Int]
  {
    names.indices.filter {
      names[$0][1] == attribute && (table ?? names[$0][0]) == names[$0][0]
        && range.contains(truth[$0])
    }
  }

  /// What is known and what readings say, as equations and inequalities.
  func lines(from readings: [PublishedText.Reading]) -> [LinearAttack.Line] {
    known + readings.flatMap(lines(from:))
  }

  private func lines(from reading: PublishedText.Reading) -> [LinearAttack.Line] {
    let place = Self.name(of: reading.place)
    // A drawing or a sentence does not name the column in each place: all that fit are tried.
    let attributes = populations.keys.filter { attribute in
      (reading.attribute ?? attribute) == attribute
        && numbers[[place, attribute, reading.group]] != nil
    }.sorted()
    return attributes.compactMap { attribute in
      guard let number = numbers[[place, attribute, reading.group]],
        let n = sizes[[place, attribute]]
      else { return nil }
      let held = [LinearAttack.Term(unknown: number, factor: 1)]
      switch reading.says {
      case .count(let count): return .init(held, count...count, from: "\(reading)")
      case .band(let band):
        guard let population = reading.population ?? populations[attribute],
          let share = shares[[attribute, population, reading.group]]
        else { return nil }
        let possible = (0...n).filter { Self.band($0, of: n, share: share) == band }
        guard let first = possible.first, let last = possible.last else { return nil }
        return .init(held, first...last, from: "\(reading)")
      }
    }
  }

  private static func name(of place: PublishedText.Reading.Place) -> String {
    switch place {
    case .table(let table): table
    case .tier(let tier): "tier \(tier)"
    }
  }

  /// What is said of distances from parity.
  func claims(in source: PublishedText.Source) -> [LinearAttack.Claim] {
    claims(ofTrendsIn: source) + text.distances(in: source).compactMap(claim)
  }

  /// What is said of how they change from tier to tier.
  func claims(ofTrendsIn source: PublishedText.Source) -> [LinearAttack.Claim] {
    text.trends(in: source).compactMap(claim)
  }

  private func claim(_ said: PublishedText.Distance) -> LinearAttack.Claim? {
    guard
      let distance = distance(
        at: Self.name(of: said.place), by: said.attribute, from: said.population)
    else { return nil }
    return .init(distance.groups.map(\.unknown), from: "\(said)") { ranges in
      distance.mayBe(said.value, within: said.error, in: ranges)
    }
  }

  private func claim(_ said: PublishedText.Trend) -> LinearAttack.Claim? {
    let steps = (fairDraws[[said.attribute, said.population]] ?? []).compactMap { step in
      distance(at: step.place, by: said.attribute, from: said.population).map {
        (distance: $0, fair: step.distance)
      }
    }
    guard steps.count > 1 else { return nil }
    return .init(steps.flatMap { $0.distance.groups.map(\.unknown) }, from: "\(said)") { ranges in
      let beyond = steps.compactMap { step in
        step.distance.range(in: ranges).map {
          ($0.lowerBound - step.fair)...($0.upperBound - step.fair)
        }
      }
      guard beyond.count == steps.count else { return false }
      if said.worsens {
        return beyond[0].upperBound > 0
          && beyond.indices.allSatisfy { upper in
            beyond[upper...].dropFirst().allSatisfy { beyond[upper].upperBound > $0.lowerBound }
          }
      }
      return beyond[0].lowerBound <= 0
        || zip(beyond, beyond.dropFirst()).contains { $0.lowerBound <= $1.upperBound }
    }
  }

  /// How far a place is from parity; `nil` where the reader does not know who else there is.
  private func distance(
    at place: String, by attribute: String, from population: String
  ) -> ParityDistance? {
    guard let names = groups[[attribute, population]], let n = sizes[[place, attribute]], n > 0
    else { return nil }
    let parts = names.sorted().compactMap { name in
      numbers[[place, attribute, name]].flatMap { number in
        shares[[attribute, population, name]].map { (unknown: number, share: $0) }
      }
    }
    return ParityDistance(groups: parts, seats: n)
  }

  /// The band of a count by the definition: the ratio of its share to that of the population.
  private static func band(_ count: Int, of n: Int, share: Double) -> String {
    guard share > 0 else { return count > 0 ? "above" : "below" }
    let ratio = Double(count) / Double(max(1, n)) / share
    return ratio < 0.8 - 1e-9 ? "below" : ratio > 1.2 + 1e-9 ? "above" : "near"
  }
}
