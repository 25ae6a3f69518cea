public import SystemMaps

/// A population that the seats of tables are compared with.
public struct BenchmarkPopulation: Sendable, Hashable {
  /// What kind of population it is.
  public enum Kind: Sendable, Hashable {
    /// One that the benchmarks name: the community, the people served.
    case named
    /// The members from whom a table's seats are drawn, by the table that lists them.
    case memberList(ElementID)
  }

  /// A group and its part.
  public struct Group: Sendable, Hashable {
    /// The group, as the benchmark writes it.
    public let name: String
    /// Its share, from 0 to 1.
    public let share: Double
    /// Its members on the list, if the population is one.
    public let members: Int?
  }

  /// The population's name.
  public let name: String
  /// What kind it is.
  public let kind: Kind
  /// The column that the groups are values of.
  public let attribute: AttributeName
  /// The groups, in the order of the file.
  public let groups: [Group]
  /// Where the figures come from.
  public let source: String?
  /// When they were counted, as written.
  public let date: String?

  /// Whether the groups are the whole population, once each: their shares add up to 1 ± .005.
  ///
  /// If not, several answers were allowed or groups are left out, and only one group at a time can
  /// be compared with the rest.
  public var isComplete: Bool { abs(groups.reduce(0) { $0 + $1.share } - 1) <= 0.005 }

  /// The name with its source and date, as a sentence cites it: "community, ACS 2024".
  public var citation: String {
    var parts = [name]
    if let source, !source.isEmpty { parts.append(source) }
    if let date, !date.isEmpty, !parts.joined(separator: " ").contains(date) { parts.append(date) }
    if let listSize, !groups.isEmpty { parts.append("\(listSize) on the list") }
    return parts.joined(separator: ", ")
  }
}

extension SystemMap {
  /// The named populations of an attribute, in the order of the file: the first is the default.
  func benchmarkPopulations(of attribute: AttributeName) -> [BenchmarkPopulation] {
    var names: [String] = []
    var rows: [String: [Benchmark]] = [:]
    for row in benchmarks where row.attribute == attribute {
      guard case .named(let name) = row.population else { continue }
      if rows[name] == nil { names.append(name) }
      rows[name, default: []].append(row)
    }
    return names.compactMap { name in
      let rows = (rows[name] ?? []).filter { $0.group.groupKey != "prefer not to say" }
      let total = rows.reduce(0) { $0 + ($1.count ?? 0) }
      let groups = rows.compactMap { row -> BenchmarkPopulation.Group? in
        let counted = total > 0 ? row.count.map { $0 / total } : nil
        guard let share = row.share ?? counted, (0...1).contains(share) else { return nil }
        return BenchmarkPopulation.Group(name: row.group, share: share, members: nil)
      }
      guard !groups.isEmpty else { return nil }
      return BenchmarkPopulation(
        name: name, kind: .named, attribute: attribute, groups: groups,
        source: rows.lazy.compactMap(\.source).first, date: rows.lazy.compactMap(\.date).first)
    }
  }
}

extension BenchmarkPopulation {
  /// The list that seats are drawn from; `nil` if nobody on it is known, or if they gave several
  /// answers.
  init?(list: Element, composition: SeatComposition, attribute: AttributeName, date: String?) {
    let total = composition.groups.reduce(0) { $0 + $1.seats }
    guard total > 0, !composition.hasSeveralAnswers else { return nil }
    self.init(
      name: "members of \(list.label)", kind: .memberList(list.id), attribute: attribute,
      groups: composition.groups.map {
        Group(name: $0.group, share: Double($0.seats) / Double(total), members: $0.seats)
      },
      source: nil, date: date)
  }

  /// How many members the list has, if the population is one.
  public var listSize: Int? {
    guard case .memberList = kind else { return nil }
    return groups.reduce(0) { $0 + ($1.members ?? 0) }
  }
}
