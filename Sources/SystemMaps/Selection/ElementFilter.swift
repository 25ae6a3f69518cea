/// A condition on elements, as somebody writes it: `type = organization and sector != health`.
///
///     let filter = try ElementFilter("type = organization and not (sector = health, schools)")
///     map.elements.filter(filter.matches)
///
/// The grammar, without regard to case:
///
///     condition  = term { "or" term }
///     term       = factor { "and" factor }
///     factor     = "not" factor | "(" condition ")" | comparison
///     comparison = attribute operator value { "," value }
///     operator   = "=" | "!=" | "~" | "<" | "<=" | ">" | ">="
///     value      = "blank" | word { word } | quoted text
///
/// - An *attribute* is `label`, `id`, `type`, `sector` or any column, in one word or several.
/// - Several values mean any of them: `sector = health, schools`.
/// - `~` asks whether the text occurs within the cell.
/// - `<` and its like compare numbers, and days as YYYY-MM-DD; a cell that holds neither does not
///   match.
/// - `blank` is a cell of which nothing is known: `sector = blank`. A blank cell is no other value,
///   so `sector != health` also takes those without a sector.
/// - Text with an operator, a bracket, a comma or one of the words *and*, *or*, *not* in it stands
///   in quotation marks: `label = "Food and Shelter"`.
public struct ElementFilter: Hashable, Sendable, CustomStringConvertible {
  /// How a cell is compared with a value.
  enum Operator: String, CaseIterable, Sendable {
    case notEqual = "!="
    case atMost = "<="
    case atLeast = ">="
    case equal = "="
    case contains = "~"
    case below = "<"
    case above = ">"
  }

  /// What a cell is compared with.
  enum Operand: Hashable, Sendable {
    case blank
    case text(String)
  }

  /// One comparison: true if it holds for any of the values.
  struct Comparison: Hashable, Sendable {
    var attribute: AttributeName
    var relation: Operator
    var values: [Operand]
    /// How many characters stand before the attribute.
    var offset: Int
  }

  /// A condition and its parts.
  indirect enum Condition: Hashable, Sendable {
    case comparison(Comparison)
    case not(Condition)
    case all([Condition])
    case any([Condition])

    /// All comparisons, from left to right.
    var comparisons: [Comparison] {
      switch self {
      case .comparison(let comparison): [comparison]
      case .not(let condition): condition.comparisons
      case .all(let conditions), .any(let conditions): conditions.flatMap(\.comparisons)
      }
    }
  }

  /// The condition as it was written.
  public let text: String
  let condition: Condition

  /// Reads a condition.
  ///
  /// - Throws: ``FilterError``, which points at the character where the text stops making sense.
  public init(_ text: String) throws(FilterError) {
    self.text = text
    var parser = FilterParser(text)
    condition = try parser.condition()
  }

  /// The condition as it was written.
  public var description: String { text }

  /// Whether an element meets the condition.
  public func matches(_ element: Element) -> Bool { Self.holds(condition, for: element) }

  /// The attributes that the condition asks for, from left to right, each once.
  public var attributes: [AttributeName] {
    condition.comparisons.map(\.attribute).reduce(into: []) { names, name in
      if !names.contains(name) { names.append(name) }
    }
  }

  /// Whether a value can be more or less than others: a number or a day.
  static func isOrdered(_ text: String) -> Bool { Rank(text) != nil }

  private static func holds(_ condition: Condition, for element: Element) -> Bool {
    switch condition {
    case .comparison(let comparison): comparison.holds(for: element)
    case .not(let condition): !holds(condition, for: element)
    case .all(let conditions): conditions.allSatisfy { holds($0, for: element) }
    case .any(let conditions): conditions.contains { holds($0, for: element) }
    }
  }
}

extension ElementFilter.Comparison {
  func holds(for element: Element) -> Bool {
    let cells = element.cells(of: attribute)
    if relation == .notEqual { return !values.contains { isAny(cells, $0) } }
    return values.contains { value in
      switch relation {
      case .equal, .notEqual: isAny(cells, value)
      case .contains:
        value.text.map(\.comparisonKey).map { key in
          cells.contains { $0.comparisonKey.contains(key) }
        } ?? false
      case .below: compares(cells, value) { $0 < $1 }
      case .atMost: compares(cells, value) { $0 <= $1 }
      case .above: compares(cells, value) { $0 > $1 }
      case .atLeast: compares(cells, value) { $0 >= $1 }
      }
    }
  }

  private func isAny(_ cells: [String], _ value: ElementFilter.Operand) -> Bool {
    guard let text = value.text else { return cells.isEmpty }
    if cells.contains(where: { $0.comparisonKey == text.comparisonKey }) { return true }
    guard let number = Rank(text) else { return false }
    return cells.contains { Rank($0) == number }
  }

  private func compares(
    _ cells: [String], _ value: ElementFilter.Operand, _ isOrdered: (Rank, Rank) -> Bool
  ) -> Bool {
    guard let wanted = value.text.flatMap(Rank.init) else { return false }
    return cells.contains { cell in
      Rank(cell).map { $0.isComparable(with: wanted) && isOrdered($0, wanted) } ?? false
    }
  }
}

extension ElementFilter.Operand {
  fileprivate var text: String? { if case .text(let text) = self { text } else { nil } }
}

extension Element {
  /// What a filter finds in an attribute: the cell, its parts where it holds several, or nothing.
  fileprivate func cells(of attribute: AttributeName) -> [String] {
    switch attribute {
    case "label": return [label]
    case "id": return [id.text]
    default:
      let parts = values(of: attribute)
      guard parts.count > 1, let whole = value(of: attribute) else { return parts }
      return [whole] + parts
    }
  }
}

/// Something that comes before or after another of its kind: a number or a day.
private enum Rank: Comparable {
  case number(Double)
  case day(CalendarDate)

  init?(_ text: String) {
    let trimmed = text.trimmedCell
    if let day = CalendarDate(trimmed) {
      self = .day(day)
    } else if let number = Double(trimmed.replacing(",", with: "")), number.isFinite {
      self = .number(number)
    } else {
      return nil
    }
  }

  func isComparable(with other: Rank) -> Bool {
    switch (self, other) {
    case (.number, .number), (.day, .day): true
    default: false
    }
  }
}
