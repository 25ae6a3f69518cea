import Foundation
import Testing

/// Someone who may see the bands, knows who sits where, how many answered at each table and every
/// benchmark, tries to work the counts out: by sums and differences (the row space of what is
/// published), and by narrowing whole numbers from 0 until nothing moves.
@Suite("Recoverability")
struct RecoverabilityTests {
  /// What the team sees of one table and column.
  private struct Row {
    let n: Int
    let groups: [String]
    let counts: [Int]
    let shares: [Double]
  }

  /// A cell: a group of a column at a table.
  private struct Cell: Hashable {
    let table: String
    let attribute: String
    let group: String
  }

  /// A sum of cells and between what it lies.
  private struct Line {
    let cells: [Int]
    var range: ClosedRange<Int>
  }

  @Test(arguments: ["members", "public"])
  func larkspurWithoutConsentGivesNothingAway(audience: String) async throws {
    try await withTemporaryFolder { folder in
      let map = try folder.copy(Tool.sample("larkspur"), dropping: "Consent")
      try await attack(map, for: audience)
    }
  }

  @Test(arguments: ["members", "public"])
  func prairieBasinGivesNothingAway(audience: String) async throws {
    try await withTemporaryFolder { folder in
      let map = try folder.copy(Tool.sample("prairie-basin"), dropping: "Consent")
      try await attack(map, for: audience)
    }
  }

  @Test(arguments: 1...6)
  func randomMapsGiveNothingAway(seed: Int) async throws {
    try await withTemporaryFolder { folder in
      let map = try folder.write(Self.randomMap(seed: seed))
      try await attack(map, for: "members")
    }
  }

  /// Tables of 5 to 14 seats in three tiers, drawn from 60 people, against two populations.
  private static func randomMap(seed: Int) -> [String: String] {
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
    func draw(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    var elements = "Label,Type,Tier,Race\n"
    var seats = "Table,Holder\n"
    for person in 0..<60 {
      let answer = draw(10)
      elements +=
        "P\(person),person,,\(answer < 4 ? "A" : answer < 7 ? "B" : answer < 9 ? "C" : "")\n"
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
      Population,Attribute,Group,Share
      community,Race,A,0.5
      community,Race,B,0.3
      community,Race,C,0.2
      people served,Race,A,0.35
      people served,Race,B,0.4
      people served,Race,C,0.25

      """,
      "settings.csv": "Setting,Value\nTitle,Drawn\nDate,2026-06-01\n",
    ]
  }

  private func attack(_ map: String, for audience: String) async throws {
    let team = try await Tool.run("inclusion", map, "--share", "team", "--json").json
    let shown = try await Tool.run("inclusion", map, "--share", audience, "--json").json
    var cells: [Cell: Int] = [:]
    var truth: [Int] = []
    var lines: [Line] = []
    func cell(_ table: String, _ attribute: String, _ group: String, _ count: Int?) -> Int {
      let key = Cell(table: table, attribute: attribute, group: group)
      if let known = cells[key] { return known }
      cells[key] = truth.count
      truth.append(count ?? 0)
      return truth.count - 1
    }
    var hasBands = false
    for (row, publication) in zip(team["tables"].items, shown["tables"].items) {
      let table = try #require(row["table"].text)
      let attribute = try #require(row["attribute"].text)
      #expect(publication["table"].text == table)
      let groups = row["groups"].items
      let n = Int(try #require(row["n"].number))
      let places = groups.map {
        cell(table, attribute, $0["group"].text ?? "", $0["seats"].number.map { Int($0) })
      }
      // How many answered is granted; how many of them a population does not list is not published.
      let answered = ["seats", "unknown", "prefer_not_to_say"].map { row[$0].number ?? 0 }
      if !row["dissimilarity"].isNull, Double(n) == answered[0] - answered[1] - answered[2] {
        lines.append(Line(cells: places, range: n...n))
      }
      // Nothing but bands, in words: no figure of the row is published in any form.
      #expect(
        publication.keys.isDisjoint(with: ["n", "seats", "unknown", "dissimilarity", "tests"]))
      for (place, band) in publication["groups"].items.enumerated() {
        hasBands = true
        #expect(band.keys == ["group", "band"])
        let share = try #require(groups[place]["benchmark"].number)
        if let range = Self.counts(in: band["band"].text, of: n, share: share) {
          // A list of members is hidden itself: its shares are not known to a reader.
          guard row["p_hypergeometric"].isNull, !row.keys.contains("p_hypergeometric") else {
            continue
          }
          lines.append(Line(cells: [places[place]], range: range))
        }
      }
    }
    for (parity, publication) in zip(team["tiers"].items, shown["tiers"].items) {
      let attribute = try #require(parity["attribute"].text)
      for (tier, banded) in zip(parity["tiers"].items, publication["tiers"].items) {
        let number = Int(try #require(tier["tier"].number))
        let tables = try Self.tables(ofTier: number, in: map)
        let n = Int(try #require(tier["n"].number))
        for (place, band) in banded["groups"].items.enumerated() {
          let group = try #require(band["group"].text)
          let share = tier["groups"].items[place]
          let expected = share["share"].number.flatMap { held in
            share["ratio"].number.map { $0 > 0 ? held / $0 : nil }
          }
          guard let benchmark = expected ?? nil,
            let range = Self.counts(in: band["band"].text, of: n, share: benchmark)
          else { continue }
          let places = cells.filter {
            $0.key.attribute == attribute && $0.key.group == group
              && tables.contains($0.key.table)
          }.map(\.value)
          lines.append(Line(cells: places, range: range))
        }
      }
    }
    #expect(hasBands, "something is shown")
    for line in lines {
      let sum = line.cells.reduce(0) { $0 + truth[$1] }
      #expect(line.range.contains(sum), "the attack knows the truth")
    }
    for cell in Self.inRowSpace(lines, of: truth.count) {
      #expect(!(1...10).contains(truth[cell]), "cell \(cell) follows from sums")
    }
    let ranges = Self.narrowed(lines, of: truth.count)
    for (cell, range) in ranges.enumerated() where (1...10).contains(truth[cell]) {
      let name = cells.first { $0.value == cell }?.key
      #expect(range.count > 1, "\(String(describing: name)) is \(truth[cell])")
    }
  }

  /// Counts whose ratio to the expected lies in a band.
  private static func counts(in band: String?, of n: Int, share: Double) -> ClosedRange<Int>? {
    guard let band, n > 0, share > 0 else { return nil }
    let possible = (0...n).filter { count in
      let ratio = Double(count) / Double(n) / share
      return band == (ratio < 0.8 - 1e-9 ? "below" : ratio > 1.2 + 1e-9 ? "above" : "near")
    }
    guard let first = possible.first, let last = possible.last else { return nil }
    return first...last
  }

  /// The labels of the tables of a tier, from the map's own file.
  private static func tables(ofTier tier: Int, in map: String) throws -> Set<String> {
    let rows = rows(ofCSV: try String(contentsOfFile: "\(map)/elements.csv", encoding: .utf8))
    let column = try #require(rows.first?.firstIndex(of: "Tier"))
    return Set(rows.filter { $0.count > column && $0[column] == "\(tier)" }.map { $0[0] })
  }

  /// The cells that sums and differences of exact sums give: their unit vectors lie in the row
  /// space, so that least squares would return their values.
  private static func inRowSpace(_ lines: [Line], of count: Int) -> [Int] {
    var basis: [[Double]] = []
    func reduced(_ vector: [Double]) -> [Double] {
      var vector = vector
      for row in basis {
        guard let pivot = row.firstIndex(where: { abs($0) > 1e-9 }) else { continue }
        let factor = vector[pivot] / row[pivot]
        if factor != 0 { for place in vector.indices { vector[place] -= factor * row[place] } }
      }
      return vector
    }
    for line in lines where line.range.count == 1 {
      var vector = Array(repeating: 0.0, count: count)
      for cell in line.cells { vector[cell] = 1 }
      let rest = reduced(vector)
      if rest.contains(where: { abs($0) > 1e-9 }) { basis.append(rest) }
    }
    return (0..<count).filter { cell in
      var unit = Array(repeating: 0.0, count: count)
      unit[cell] = 1
      return reduced(unit).allSatisfy { abs($0) < 1e-9 }
    }
  }

  /// Every cell's whole numbers after each line has narrowed each of its cells, again and again.
  private static func narrowed(_ lines: [Line], of count: Int) -> [ClosedRange<Int>] {
    var ranges = Array(repeating: 0...1_000_000, count: count)
    var hasMoved = true
    while hasMoved {
      hasMoved = false
      for line in lines {
        let low = line.cells.reduce(0) { $0 + ranges[$1].lowerBound }
        let high = line.cells.reduce(0) { $0 + ranges[$1].upperBound }
        for cell in line.cells {
          let range = ranges[cell]
          let least = max(range.lowerBound, line.range.lowerBound - (high - range.upperBound))
          let most = min(range.upperBound, line.range.upperBound - (low - range.lowerBound))
          guard least <= most, least...most != range else { continue }
          ranges[cell] = least...most
          hasMoved = true
          break
        }
        if hasMoved { break }
      }
    }
    return ranges
  }
}

extension TemporaryFolder {
  /// Copies a map, leaving out the settings whose lines begin with a word.
  fileprivate func copy(_ map: String, dropping word: String) throws -> String {
    var files: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: map) {
      let text = try String(contentsOfFile: "\(map)/\(name)", encoding: .utf8)
      files[name] = text.split(separator: "\n", omittingEmptySubsequences: false)
        .filter { !$0.hasPrefix(word) }.joined(separator: "\n")
    }
    return try write(files)
  }
}
