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
  private let map: SystemMap
  private let columns: [AttributeName]
  let isOfPeople: Bool

  init(of attribute: AttributeName, in map: SystemMap) {
    self.attribute = attribute
    self.map = map
    columns = attribute.crossedColumns
    let columns = columns
    func isFilled(_ element: Element) -> Bool {
      columns.contains { !element.values(of: $0).isEmpty }
    }
    isOfPeople =
      map.elements.contains { $0.type.isPerson && isFilled($0) }
      || !map.elements.contains { $0.type == .organization && isFilled($0) }
  }

  /// The answer that counts for a seat.
  func reply(of seat: Seat) -> Reply {
    guard let holder = seat.holder.flatMap({ map[$0] }) else { return .unknown }
    if isOfPeople { return holder.type.isPerson ? reply(of: holder) : .unknown }
    guard let organization = map.organization(of: seat).flatMap({ map[$0] }) else {
      return .unknown
    }
    return reply(of: organization)
  }

  /// What an element says of itself.
  func reply(of element: Element) -> Reply {
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
  /// The columns that an attribute crosses: `A × B` names two.
  var crossedColumns: [AttributeName] {
    text.crossedParts.map { AttributeName($0) }
  }
}

extension String {
  /// The text without blanks at its ends.
  var trimmed: String {
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
    crossedParts.map { $0.lowercased() }.joined(separator: " × ")
  }
}

extension SystemMap {
  /// The organization that a seat speaks for: the one it represents, else the one employer of its
  /// holder, else its holder if that is an organization; `nil` if the map does not say, or if the
  /// holder has two employers.
  func organization(of seat: Seat) -> ElementID? {
    if let representing = seat.representing { return representing }
    guard let holder = seat.holder.flatMap({ self[$0] }) else { return nil }
    if holder.type == .organization { return holder.id }
    let employers = holder.worksFor.elements
    return employers.count == 1 ? employers.first : nil
  }

  /// The tables of the map, in its order: elements of that type, and whatever else has seats.
  var tables: [Element] {
    let seated = Set(seats.map(\.table))
    return elements.filter { $0.type == .table || seated.contains($0.id) }
  }
}
