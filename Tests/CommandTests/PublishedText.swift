import Foundation

/// What texts say of the seats of groups: sentences, tables, titles, descriptions and dots.
struct PublishedText {
  /// A file or the output of a command.
  struct Source {
    let name: String
    let text: String
    var json: JSON? = nil
    let fragments: TextFragments

    init(name: String, text: String) {
      (self.name, self.text) = (name, text)
      json = name.hasSuffix("json") ? try? JSON(Data(text.utf8)) : nil
      fragments = TextFragments(of: text, ending: name.split(separator: ".").last)
    }

    init(json: JSON) {
      (name, text) = ("inclusion.json", "")
      self.json = json
      fragments = TextFragments(of: "", ending: nil)
    }
  }

  /// What is said of a group's seats.
  struct Reading: Hashable {
    enum Place: Hashable {
      case table(String)
      case tier(Int)
    }

    enum Words: Hashable {
      case count(Int)
      case band(String)
    }

    let place: Place
    var attribute: String? = nil
    let group: String
    var population: String? = nil
    let says: Words
  }

  /// What is said of how the distance from parity changes from each tier to the one above.
  struct Trend: Hashable {
    let attribute: String
    let population: String
    /// Whether it rises with every step upward.
    let worsens: Bool
  }

  /// How far a place is said to be from parity.
  struct Distance: Hashable {
    let place: Reading.Place
    let attribute: String
    let population: String
    let value: Double
    /// By how much the printed number may be wrong.
    let error: Double
  }

  private let tables: [String]
  private let groups: [String]
  /// The columns of the groups.
  private let columns: [String]
  /// Words that may hold the name of a group, or a figure, and tell of nobody's seat: labels of the
  /// map, sources of benchmarks.
  private let harmless: [String]

  init(
    tables: Set<String>, groups: Set<String>, columns: Set<String>, harmless: Set<String> = []
  ) {
    self.columns = columns.sorted()
    self.harmless = harmless.union(tables).sorted { ($1.count, $0) < ($0.count, $1) }
    // The longest first: a name may begin with another.
    self.tables = tables.sorted { ($1.count, $0) < ($0.count, $1) }
    self.groups = groups.sorted { ($1.count, $0) < ($0.count, $1) }
  }

  /// All that a source says.
  func readings(of source: Source) -> [Reading] {
    if let json = source.json, source.name == "inclusion.json" { return figures(of: json) }
    return words(of: source) + dots(of: source)
  }

  // MARK: JSON

  private func figures(of json: JSON) -> [Reading] {
    json["tables"].items.flatMap { row in
      figures(of: row["groups"], at: row["table"].text.map { .table($0) }, in: row)
    }
      + json["tiers"].items.flatMap { parity in
        parity["tiers"].items.flatMap { tier in
          figures(of: tier["groups"], at: tier["tier"].number.map { .tier(Int($0)) }, in: parity)
        }
      }
  }

  private func figures(of groups: JSON, at place: Reading.Place?, in row: JSON) -> [Reading] {
    groups.items.compactMap { group in
      guard let place, let name = group["group"].text else { return nil }
      let says: Reading.Words
      if let seats = group["seats"].number {
        says = .count(Int(seats))
      } else if let band = group["band"].text {
        says = .band(band)
      } else {
        return nil
      }
      return Reading(
        place: place, attribute: row["attribute"].text, group: name,
        population: row["population"].text, says: says)
    }
  }

  // MARK: What depends on answers

  /// What a source says but bands and trends, and that they are withheld.
  ///
  /// Of DOT only words: where things stand moves with the bands.
  static func exceptBands(in source: Source) -> Set<String> {
    let bands = [
      "below parity", "near parity", "above parity", "even broad bands would give",
      "its seats are from parity", "distance from parity", "| Seats beside its share of",
    ]
    let pieces = source.fragments.shown.filter { piece in
      !source.name.hasSuffix("dot") || piece.contains(/\p{L}{2}/)
    }
    return Set(pieces).filter { piece in !bands.contains(where: piece.contains) }
  }

  // MARK: Distance from parity

  /// What a source says of the trend from tier to tier.
  func trends(in source: Source) -> [Trend] {
    sentences(of: source).flatMap { sentence -> [Trend] in
      let trends = [
        (/By (.+?), the higher the table, the further its seats are from parity \(([^,)]+)/, true),
        (/By (.+?), the distance from parity \(([^,)]+).*? does not rise/, false),
        (
          /By (.+?), the share of seats that would have to change hands for parity \(([^,)]+)/,
          sentence.contains("beyond fair draws more, the higher the table")
        ),
      ]
      return trends.compactMap { form, worsens in
        sentence.firstMatch(of: form).map {
          Trend(attribute: String($0.1), population: String($0.2), worsens: worsens)
        }
      }
    }
  }

  /// How far a source says that tables and tiers are from parity.
  func distances(in source: Source) -> [Distance] {
    figuresOfDistance(in: source)
      + sentences(of: source).flatMap { sentence -> [Distance] in
        guard
          let what = sentence.firstMatch(
            of: /By (.+?), the share of seats that would have to change hands for parity \(([^,)]+)/
          )
        else { return [] }
        return sentence.matches(of: /([0-9]+) % at tier ([0-9]+) \(a fair draw/).compactMap {
          guard let percent = Double($0.1), let tier = Int($0.2) else { return nil }
          return Distance(
            place: .tier(tier), attribute: String(what.1), population: String(what.2),
            value: percent / 100, error: 0.005 + 1e-9)
        }
      }
  }

  private func figuresOfDistance(in source: Source) -> [Distance] {
    guard let json = source.json, source.name == "inclusion.json" else { return [] }
    func distance(_ part: JSON, at place: Reading.Place?, in row: JSON) -> [Distance] {
      guard let place, let value = part["dissimilarity"].number, let name = row["attribute"].text,
        let population = row["population"].text
      else { return [] }
      return [
        Distance(
          place: place, attribute: name, population: population, value: value, error: 1e-9)
      ]
    }
    return json["tables"].items.flatMap { row in
      distance(row, at: row["table"].text.map { .table($0) }, in: row)
    }
      + json["tiers"].items.flatMap { parity in
        parity["tiers"].items.flatMap { tier in
          distance(tier, at: tier["tier"].number.map { .tier(Int($0)) }, in: parity)
        }
      }
  }

  private func sentences(of source: Source) -> [String] {
    let tiers = source.json?["tiers"].items ?? []
    let all = tiers.isEmpty ? source.fragments.shown : tiers.compactMap { $0["sentence"].text }
    return all.filter { $0.contains("parity (") }
  }

  // MARK: Words

  /// What its sentences, tables and titles say.
  func words(of source: Source) -> [Reading] {
    var readings: [Reading] = []
    var table: String?
    for fragment in source.fragments.shown {
      if groups.contains(where: fragment.contains) {
        let (found, last) = words(of: fragment, at: table)
        readings += found
        table = last
      } else if let name = tables.first(where: fragment.contains) {
        table = name
      }
    }
    return readings
  }

  /// What a fragment says: of the table that it names, else of the one named before it.
  private func words(of fragment: String, at before: String?) -> ([Reading], last: String?) {
    var table = before
    var readings: [Reading] = []
    var rest = fragment[...]
    // A regular expression is read anew wherever it stands: here, once for a fragment.
    let beside = fragment.firstMatch(of: /[Bb]eside ([^,]+),/).map { String($0.1) }
    let banded = /(below|near|above) parity: ([^;.]*)/
    let counted = /(No|[0-9]+)\ /
    let bands = ["below parity: ", "near parity: ", "above parity: "]
    while !rest.isEmpty {
      let isStart =
        rest.startIndex == fragment.startIndex
        || !Self.isLetter(fragment[fragment.index(before: rest.startIndex)])
      if isStart, let name = tables.first(where: { Self.begins(rest, with: $0) }) {
        table = name
        rest = rest.dropFirst(name.count)
        continue
      }
      if isStart, bands.contains(where: rest.hasPrefix), let band = rest.prefixMatch(of: banded) {
        for group in Self.list(String(band.2)) where groups.contains(group) {
          guard let table else { continue }
          readings.append(
            Reading(
              place: .table(table), group: group, population: beside,
              says: .band(String(band.1))))
        }
        rest = rest[band.range.upperBound...]
        continue
      }
      if isStart, let group = groups.first(where: { Self.begins(rest, with: $0) }), let table {
        let after = rest.dropFirst(group.count)
        if let said = Self.said(after) {
          readings.append(Reading(place: .table(table), group: group, says: said))
        }
        rest = after
        continue
      }
      // "1 Latino seat where about 5 would be expected".
      if isStart, rest.first?.isNumber == true || rest.hasPrefix("No "),
        let count = rest.prefixMatch(of: counted)
      {
        let after = rest[count.range.upperBound...]
        if let group = groups.first(where: { Self.begins(after, with: $0) }), let table,
          after.dropFirst(group.count).prefixMatch(of: /\ seats? where about/) != nil
        {
          readings.append(
            Reading(place: .table(table), group: group, says: .count(Int(count.1) ?? 0)))
          rest = after.dropFirst(group.count)
          continue
        }
      }
      rest = rest.dropFirst()
    }
    return (readings, table)
  }

  /// What stands after a group's name: ": below parity", " | 3 | 2.4", ": 3 seats where …".
  private static func said(_ text: Substring) -> Reading.Words? {
    guard text.hasPrefix(": ") || text.hasPrefix(" | ") else { return nil }
    if let band = text.prefixMatch(of: /(?:: | \| )(below|near|above) parity/) {
      return .band(String(band.1))
    }
    if let count = text.prefixMatch(of: /(?:: | \| )([0-9]+)(?: seats? where about| \| )/) {
      return Int(count.1).map { .count($0) }
    }
    return nil
  }

  private static func list(_ words: String) -> [String] {
    words.replacing(" and ", with: ", ").components(separatedBy: ", ")
      .map { $0.trimmingCharacters(in: .whitespaces) }
  }

  private static func isLetter(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "×"
  }

  private static func begins(_ text: Substring, with name: String) -> Bool {
    text.hasPrefix(name)
      && text.dropFirst(name.count).first.map { !isLetter($0) } ?? true
      && !text.dropFirst(name.count).hasPrefix(" ×")
  }

  /// Fragments with a figure beside a group or a column.
  func unread(in source: Source) -> [String] {
    let guarded = groups + columns
    // A date, a place in a file and how many tables there are count nobody.
    let uncounted = /[0-9]{4}-[0-9]{2}-[0-9]{2}|[\w.-]+\.csv:[0-9:]+|[0-9]+ tables/
    return (source.fragments.shown + source.fragments.beside).filter { fragment in
      guard fragment.utf8.contains(where: { (48...57).contains($0) }),
        guarded.contains(where: fragment.contains)
      else { return false }
      var bare = fragment.replacing(uncounted, with: "")
      for name in harmless { bare = bare.replacing(name, with: "") }
      return bare.contains(where: \.isNumber)
        && guarded.contains { word in
          bare.ranges(of: word).contains { range in
            Self.begins(bare[range.lowerBound...], with: word)
              && (range.lowerBound == bare.startIndex
                || !Self.isLetter(bare[bare.index(before: range.lowerBound)]))
          }
        }
    }
  }

  // MARK: Dots

  /// What the dots of a drawing say: so many filled ones in the row of a table, below a group.
  func dots(of source: Source) -> [Reading] {
    guard source.name.hasSuffix("svg") else { return [] }
    let words = source.text.matches(
      of: /<text [^>]*x="(-?[0-9.]+)" y="(-?[0-9.]+)"[^>]*>([^<]*)<\/text>/)
    func named(_ names: [String]) -> [(name: String, x: Double, y: Double)] {
      words.compactMap { word in
        guard names.contains(String(word.3)), let x = Double(word.1), let y = Double(word.2) else {
          return nil
        }
        return (String(word.3), x, y)
      }
    }
    let columns = named(groups)
    let lines = named(tables)
    var counts: [Reading.Place: [String: Int]] = [:]
    for dot in source.text.matches(
      of:
        /<ellipse fill="#1b2733"[^>]*cx="(-?[0-9.]+)" cy="(-?[0-9.]+)" rx="([0-9.]+)" ry="([0-9.]+)"/
    ) {
      guard let x = Double(dot.1), let y = Double(dot.2), dot.3 == dot.4,
        let column = columns.filter({ $0.x <= x + 1 && $0.y < y }).max(by: { $0.x < $1.x }),
        let line = lines.min(by: { abs($0.y - y) < abs($1.y - y) }), abs(line.y - y) < 12
      else { continue }
      counts[.table(line.name), default: [:]][column.name, default: 0] += 1
    }
    return counts.flatMap { place, counts in
      counts.map { Reading(place: place, group: $0.key, says: .count($0.value)) }
    }
  }
}
