/// A word or sign of a condition, and how many characters stand before it.
struct FilterToken: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case word(String)
    case quoted(String)
    case relation(ElementFilter.Operator)
    /// A quotation mark that nothing closes, and all after it.
    case unclosed
    case and, or, not, open, close, comma
  }

  var kind: Kind
  var offset: Int
  /// The sign as it was written.
  var text: String

  /// The sign in quotation marks for a message.
  var quoted: String { text.quoted }

  /// The signs of a text; nothing is lost, so that the parser can point at what it does not expect.
  static func all(in text: String) -> [FilterToken] {
    let characters = Array(text)
    var tokens: [FilterToken] = []
    var place = 0
    while place < characters.count {
      if characters[place].isWhitespace {
        place += 1
        continue
      }
      let (kind, end) = sign(in: characters, at: place)
      tokens.append(
        FilterToken(kind: kind, offset: place, text: String(characters[place..<end])))
      place = end
    }
    return tokens
  }

  private static func sign(in characters: [Character], at start: Int) -> (kind: Kind, end: Int) {
    switch characters[start] {
    case "(": return (.open, start + 1)
    case ")": return (.close, start + 1)
    case ",": return (.comma, start + 1)
    case "\"", "“", "”":
      var end = start + 1
      while end < characters.count, !"\"“”".contains(characters[end]) { end += 1 }
      guard end < characters.count else { return (.unclosed, end) }
      return (.quoted(String(characters[(start + 1)..<end])), end + 1)
    case "≠": return (.relation(.notEqual), start + 1)
    case "≤": return (.relation(.atMost), start + 1)
    case "≥": return (.relation(.atLeast), start + 1)
    default: break
    }
    for relation in ElementFilter.Operator.allCases
    where characters[start...].starts(with: Array(relation.rawValue)) {
      return (.relation(relation), start + relation.rawValue.count)
    }
    var end = start + 1
    while end < characters.count, !characters[end].isWhitespace,
      !"(),\"“”=~<>≠≤≥".contains(characters[end]),
      !(characters[end] == "!" && end + 1 < characters.count && characters[end + 1] == "=")
    {
      end += 1
    }
    let word = String(characters[start..<end])
    return switch word.lowercased() {
    case "and": (.and, end)
    case "or": (.or, end)
    case "not": (.not, end)
    default: (.word(word), end)
    }
  }
}
