/// Reads a condition from left to right, by the grammar of ``ElementFilter``.
struct FilterParser {
  private let text: String
  private let tokens: [FilterToken]
  private var next = 0
  private var depth = 0

  /// Brackets and nots within one another; nobody writes more, and each takes room on the stack.
  private static let deepest = 100
  private static let operators = "=, !=, ~, <, <=, > or >="

  init(_ text: String) {
    self.text = text
    tokens = FilterToken.all(in: text)
  }

  /// Reads the whole text.
  mutating func condition() throws(FilterError) -> ElementFilter.Condition {
    let condition = try alternatives()
    guard token == nil else {
      throw error(surprise, expected: "\"and\", \"or\" or the end")
    }
    return condition
  }

  private var token: FilterToken? { next < tokens.count ? tokens[next] : nil }

  private var offset: Int { token?.offset ?? text.count }

  private func error(
    _ message: String, at offset: Int? = nil, expected: String
  ) -> FilterError {
    FilterError(message, in: text, at: offset ?? self.offset, expected: expected)
  }

  /// What is wrong with the next sign, where it cannot stand.
  private var surprise: String {
    guard let token else { return "the condition ends here" }
    return token.kind == .unclosed
      ? "the quotation mark is not closed" : "\(token.quoted) was not expected here"
  }

  private mutating func take(_ kind: FilterToken.Kind) -> Bool {
    guard token?.kind == kind else { return false }
    next += 1
    return true
  }

  private mutating func alternatives() throws(FilterError) -> ElementFilter.Condition {
    var parts = [try conjunction()]
    while take(.or) { parts.append(try conjunction()) }
    return parts.count == 1 ? parts[0] : .any(parts)
  }

  private mutating func conjunction() throws(FilterError) -> ElementFilter.Condition {
    var parts = [try factor()]
    while take(.and) { parts.append(try factor()) }
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  private mutating func factor() throws(FilterError) -> ElementFilter.Condition {
    let start = offset
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else {
      throw error("the condition has too many brackets within brackets", expected: "fewer")
    }
    if take(.not) { return .not(try factor()) }
    if take(.open) {
      let condition = try alternatives()
      guard take(.close) else {
        throw error(
          "the bracket at character \(start + 1) is not closed", expected: "\")\"")
      }
      return condition
    }
    return try comparison()
  }

  private mutating func comparison() throws(FilterError) -> ElementFilter.Condition {
    let start = offset
    guard let attribute = phrase(), !attribute.text.isEmpty else {
      throw error(surprise, expected: "an attribute, as in sector = health")
    }
    guard case .relation(let relation)? = token?.kind else {
      throw error(
        "\(attribute.text.quoted) is compared with nothing", expected: "one of \(Self.operators)")
    }
    next += 1
    var values = [try value(after: relation)]
    while take(.comma) { values.append(try value(after: relation)) }
    return .comparison(
      ElementFilter.Comparison(
        attribute: AttributeName(attribute.text), relation: relation, values: values,
        offset: start))
  }

  private mutating func value(
    after relation: ElementFilter.Operator
  ) throws(FilterError) -> ElementFilter.Operand {
    let start = offset
    guard let value = phrase() else {
      throw error(surprise, expected: "a value, or blank")
    }
    if !value.isQuoted && value.text.comparisonKey == "blank" {
      guard relation == .equal || relation == .notEqual else {
        throw error("blank is neither more nor less", at: start, expected: "= blank or != blank")
      }
      return .blank
    }
    let isOrder = [.below, .atMost, .above, .atLeast].contains(relation)
    guard !isOrder || ElementFilter.isOrdered(value.text) else {
      throw error(
        "\(value.text.quoted) is neither a number nor a day", at: start,
        expected: "a number, or a day as YYYY-MM-DD")
    }
    return .text(value.text)
  }

  /// Words that stand side by side, or one quoted text.
  private mutating func phrase() -> (text: String, isQuoted: Bool)? {
    if case .quoted(let text)? = token?.kind {
      next += 1
      return (text, true)
    }
    var words: [String] = []
    while case .word(let word)? = token?.kind {
      words.append(word)
      next += 1
    }
    return words.isEmpty ? nil : (words.joined(separator: " "), false)
  }
}
