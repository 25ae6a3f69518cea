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
      let target = try AttackedMap(of: team, map: map)
      let small = target.cells(of: "Race", counting: 1...10)
      for source in try await publication(of: map, in: folder, for: "team") {
        let ways =
          switch source.name {
          case "seats.svg": [target.text.words(of: source), target.text.dots(of: source)]
          case "inclusion.json", "inclusion.txt", "index.html": [target.text.readings(of: source)]
          default: [[PublishedText.Reading]]()
          }
        for readings in ways {
          let attack = LinearAttack(target.lines(from: readings), of: target.truth.count)
          let found = small.filter { attack.recovered.contains($0) }
          #expect(found.allSatisfy { attack.values[$0] == target.truth[$0] })
          // Sentences alone tell of the group that is furthest below its share.
          if source.name == "inclusion.txt" {
            #expect(found.count >= 5)
          } else {
            #expect(found == small, "\(source.name)")
          }
        }
        #expect(
          ways.isEmpty || !target.text.unread(in: source).isEmpty, "\(source.name) has figures")
      }
    }
  }

  /// Hiding a table alone does not help where totals are told: the rest is the difference.
  @Test func aTableThatIsHiddenAloneIsRecovered() async throws {
    try await withTemporaryFolder { folder in
      let map = try folder.write(Self.randomMap(seed: 8))
      let team = try await Tool.run("inclusion", map, "--share", "team", "--json").json
      let target = try AttackedMap(of: team, map: map)
      let told = target.text.readings(of: PublishedText.Source(json: team)).filter { reading in
        if case .table("T1") = reading.place { false } else { true }
      }
      let attack = LinearAttack(target.lines(from: told), of: target.truth.count)
      let hidden = target.cells(of: "Race", at: "T1", counting: 1...10)
      #expect(!hidden.isEmpty)
      #expect(hidden.allSatisfy { attack.recovered.contains($0) })
      let banded = told.filter { if case .tier = $0.place { false } else { true } }
      let without = LinearAttack(target.lines(from: banded), of: target.truth.count)
      #expect(hidden.contains { !without.recovered.contains($0) })
    }
  }

  /// Figures of how far a table or tier is from parity are as good as counts.
  @Test func aDistanceFromParityIsRead() async throws {
    try await withTemporaryFolder { folder in
      let map = try folder.write(Self.randomMap(seed: 9))
      let team = try await Tool.run("inclusion", map, "--share", "team", "--json")
      let target = try AttackedMap(of: team.json, map: map)
      let small = target.cells(of: "Race", counting: 1...10)
      let known = LinearAttack(target.lines(from: []), of: target.truth.count)
      #expect(known.recovered.isDisjoint(with: small))
      let figures = PublishedText.Source(name: "inclusion.json", text: team.output)
      let words = try await Tool.run("inclusion", map, "--share", "team")
      let sentences = PublishedText.Source(name: "inclusion.txt", text: words.output)
      for (source, fewest) in [(figures, small.count / 2), (sentences, 3)] {
        let claims = target.claims(in: source)
        let attack = LinearAttack(target.lines(from: []), claims: claims, of: target.truth.count)
        let found = small.filter(attack.recovered.contains)
        #expect(found.count >= fewest, "\(source.name)")
        #expect(found.allSatisfy { attack.values[$0] == target.truth[$0] })
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
      let target = try AttackedMap(of: team.json, map: map)
      let told = PublishedText.Source(
        name: "inclusion.json",
        text: try await Tool.run("inclusion", map, "--share", "members", "--json").output)
      let bands = target.lines(from: target.text.readings(of: told))
      let secret = target.cells(of: "Race", counting: 1...1)
      #expect(secret.count == 2, "at the lower table, and so in its tier")
      #expect(
        LinearAttack(bands, claims: target.claims(in: told), of: target.truth.count).recovered
          .isDisjoint(with: secret))
      let trend = PublishedText.Source(name: "inclusion.json", text: team.output)
      let trends = target.claims(ofTrendsIn: trend)
      #expect(
        LinearAttack(bands, claims: trends, of: target.truth.count).recovered.isSuperset(of: secret)
      )
      #expect(
        LinearAttack(target.lines(from: []), claims: trends, of: target.truth.count).recovered
          .isDisjoint(with: secret), "without the bands it says little")
    }
  }

  /// Nothing that is published depends on who answered what, but the bands, the trend and which of
  /// them are withheld: so nothing else has to be target.
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
    let target = try AttackedMap(of: team, map: map)
    let sources = try await publication(of: map, in: folder, for: audience)
    var readings: Set<PublishedText.Reading> = []
    for source in sources {
      readings.formUnion(target.text.readings(of: source))
      for fragment in target.text.unread(in: source) {
        Issue.record("\(source.name) has a figure beside a group: \(fragment.prefix(200))")
      }
    }
    #expect(!readings.isEmpty, "something is shown")
    let lines = target.lines(from: readings.sorted { "\($0)" < "\($1)" })
    for line in lines {
      let sum = line.terms.reduce(0) { $0 + $1.factor * target.truth[$1.unknown] }
      #expect(line.range.contains(sum), "the attack knows the truth: \(line.from)")
    }
    let claims = sources.flatMap { target.claims(in: $0) }
    for claim in claims {
      #expect(
        claim.mayHold(target.truth.map { $0...$0 }), "the attack knows the truth: \(claim.from)")
    }
    let attack = LinearAttack(lines, claims: claims, of: target.truth.count)
    let small = target.truth.indices.filter { (1...10).contains(target.truth[$0]) }
    #expect(small.count > 10)
    for cell in small {
      #expect(!attack.recovered.contains(cell), "\(target.names[cell]) is \(target.truth[cell])")
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
