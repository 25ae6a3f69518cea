import Foundation
import Testing

/// A map whose hidden counts are sought: what is true of it, what a reader knows anyway, and how what
/// is published tells of it.
struct AttackedMap {
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
