import SystemMaps

/// What seat holders say of themselves in one column, or in several that are crossed with `×`.
///
/// A column that people fill is an attribute of people: a seat that an organization holds says
/// nothing of it. A column that only organizations fill (a size, a kind of leadership) is an
/// attribute of organizations: a person's seat then counts for the organization it speaks for.
struct GroupAnswers {
  /// One seat's answer.
  enum Reply: Equatable {
    /// Blank, nobody named, or an organization where people are asked.
    case unknown
    /// Asked, and not told.
    case preferNotToSay
    /// The groups named; more than one where several answers were allowed.
    case groups([String])
  }

  /// The column, or those that are crossed.
  let attribute: AttributeName
  /// Whether people are asked, rather than organizations.
  let isOfPeople: Bool
  private let map: SystemMap
  /// What those say who are asked; whoever says nothing is not among them.
  private let replies: [ElementID: Reply]

  init(of attribute: AttributeName, in map: SystemMap) {
    self.attribute = attribute
    self.map = map
    isOfPeople = attribute.isOfPeople(in: map)
    let columns = attribute.crossedColumns
    var replies: [ElementID: Reply] = [:]
    for element in map.elements where !isOfPeople || element.type.isPerson {
      let reply = Self.reply(of: element, by: columns)
      if reply != .unknown { replies[element.id] = reply }
    }
    self.replies = replies
  }

  /// The answer that counts for a seat.
  func reply(of seat: Seat) -> Reply {
    guard let holder = seat.holder else { return .unknown }
    if isOfPeople { return replies[holder] ?? .unknown }
    guard map[holder] != nil, let organization = map.organization(of: seat) else {
      return .unknown
    }
    return replies[organization] ?? .unknown
  }

  /// What an element says of itself.
  func reply(of element: Element) -> Reply { replies[element.id] ?? .unknown }

  private static func reply(of element: Element, by columns: [AttributeName]) -> Reply {
    var crossed: [String]?
    for column in columns {
      let answers = element.values(of: column)
      guard !answers.isEmpty else { return .unknown }
      guard answers.map(\.groupKey) != ["prefer not to say"] else { return .preferNotToSay }
      crossed =
        crossed.map { groups in groups.flatMap { group in answers.map { "\(group) × \($0)" } } }
        ?? answers
    }
    return crossed.map(Reply.groups) ?? .unknown
  }
}

extension AttributeName {
  /// Whether people are asked for the column, or for those that are crossed, rather than
  /// organizations.
  func isOfPeople(in map: SystemMap) -> Bool {
    let columns = crossedColumns
    func isFilled(_ element: Element) -> Bool {
      columns.contains { !element.values(of: $0).isEmpty }
    }
    return map.elements.contains { $0.type.isPerson && isFilled($0) }
      || !map.elements.contains { $0.type == .organization && isFilled($0) }
  }

  /// The columns that an attribute crosses: `A × B` names two.
  var crossedColumns: [AttributeName] {
    text.crossedParts.map { AttributeName($0) }
  }
}

extension String {
  /// The text without blanks at its ends.
  var trimmed: String {
    if isPlainAtEnds { return self }
    let isBlank: (Character) -> Bool = \.isWhitespace
    guard let first = firstIndex(where: { !isBlank($0) }),
      let last = lastIndex(where: { !isBlank($0) })
    else { return "" }
    return String(self[first...last])
  }

  /// The parts of a group that crosses columns with `×`; the group itself if it crosses none.
  var crossedParts: [String] { split(separator: "×").map { String($0).trimmed } }

  /// The form in which names of groups are compared.
  var groupKey: String {
    // Most names are one plain word, and they are compared again and again.
    if isPlainAtEnds, utf8.allSatisfy({ $0 < 0x80 }) { return lowercased() }
    return crossedParts.map { $0.lowercased() }.joined(separator: " × ")
  }

  /// Whether it begins and ends with an ASCII letter, digit or mark, so that nothing is to be
  /// trimmed.
  private var isPlainAtEnds: Bool {
    guard let first = utf8.first, let last = utf8.last else { return false }
    return (0x21..<0x7F).contains(first) && (0x21..<0x7F).contains(last)
  }
}

extension SystemMap {
  /// The tables of the map, in its order: elements of that type, and whatever else has seats.
  var tables: [Element] {
    let seated = Set(seats.map(\.table))
    return elements.filter { $0.type == .table || seated.contains($0.id) }
  }
}
