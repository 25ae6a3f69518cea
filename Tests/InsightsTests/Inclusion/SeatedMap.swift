import SystemMaps

/// Small maps of tables, their holders and a benchmark.
struct SeatedMap {
  var map = SystemMap()
  static let attribute = AttributeName("Race or ethnicity")

  init(
    shares: [(String, Double)] = [
      ("White", 0.4), ("Latino", 0.3), ("Black", 0.22), ("Asian", 0.08),
    ]
  ) {
    for (group, share) in shares {
      var row = Benchmark(
        population: .named("community"), attribute: Self.attribute, group: group, share: share)
      row.source = "ACS 2024"
      row.date = "2024"
      map.benchmarks.append(row)
    }
  }

  /// Adds a table whose holders answer as given; blank is a person who has not told.
  @discardableResult
  mutating func table(
    _ label: String, tier: Int? = nil, answers: [(String, Int)], attribute: AttributeName? = nil
  ) -> ElementID {
    var table = Element(id: ElementID(label), label: label, type: .table)
    table.table.tier = tier
    map.elements.append(table)
    for (answer, count) in answers {
      for _ in 0..<count { seat(at: table.id, answer: answer, attribute: attribute) }
    }
    return table.id
  }

  /// Seats one new person.
  mutating func seat(
    at table: ElementID, answer: String, role: Seat.Role = .member,
    attribute: AttributeName? = nil, type: ElementType = .person
  ) {
    let number = map.elements.count
    var person = Element(
      id: ElementID("person-\(number)"), label: "Person \(number)", type: type)
    if !answer.isEmpty { person.attributes[attribute ?? Self.attribute] = answer }
    map.elements.append(person)
    map.seats.append(Seat(table: table, holder: person.id, role: role))
  }

  /// Larkspur's steering group: 12 White, 1 Latino, 3 Black, 2 Asian members.
  static var steering: SeatedMap {
    var seated = SeatedMap()
    seated.table(
      "Steering Group", tier: 1,
      answers: [("White", 12), ("Latino", 1), ("Black", 3), ("Asian", 2)])
    return seated
  }
}
