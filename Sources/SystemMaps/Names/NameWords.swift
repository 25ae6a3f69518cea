internal import Foundation

/// A word of a name, as names are compared.
struct NameWord: Hashable, Sendable {
  /// What a word does in a name.
  enum Role: Hashable, Sendable {
    /// It tells this name from others.
    case telling
    /// A number, or a single letter: another one is another name.
    case number
    /// It says what kind of thing the name is of: church, school.
    case kind
    /// Many names have it and few need it: community, services.
    case general
    /// It joins other words, or is a form of law.
    case filler
  }

  /// The word in full and without the ending of its plural; of a kind, the word for that kind.
  var meaning: String
  /// The word in lower case, without accents and apostrophes.
  var spelling: String
  /// What it does.
  var role: Role
  /// Whether it stood for something longer, which ``meaning`` holds.
  var isExpanded = false
  /// Whether it has one slip of the pen, which ``meaning`` has not.
  var isMisspelt = false
  /// Whether a full stop cut it short.
  var isCut = false
  /// Whether it was written in capitals.
  var isCapitals = false

  /// Whether names that differ in it are different.
  var tells: Bool { role == .telling || role == .number }
}

extension NameWord {
  /// The words of a name, in order.
  ///
  /// Accents, case, apostrophes and punctuation are gone, abbreviations are written out, `first`
  /// and `1st` and `II` are numbers.
  static func words(of name: String) -> [NameWord] {
    let parts = NameText(name).parts
    var words: [NameWord] = []
    for (index, part) in parts.enumerated() {
      let next = index + 1 < parts.count ? parts[index + 1] : nil
      words += Self.words(of: part, before: next, isFirst: words.isEmpty)
    }
    // A name of nothing but joining words is told by them.
    if words.allSatisfy({ $0.role == .filler }) {
      for index in words.indices { words[index].role = .telling }
    }
    return words
  }

  private static func words(
    of part: NameText.Part, before next: NameText.Part?, isFirst: Bool
  ) -> [NameWord] {
    let text = part.text
    var word = NameWord(
      meaning: text, spelling: text, role: .telling, isCut: part.isCut,
      isCapitals: part.isCapitals)
    if let number = part.number {
      (word.meaning, word.spelling, word.role) = (number, number, .number)
      return [word]
    }
    let isSign = NameVocabulary.numberSigns.contains(text) && next?.number != nil
    if NameVocabulary.fillers.contains(text) || isSign || (isFirst && text == "a") {
      word.role = .filler
      return [word]
    }
    if let full = NameVocabulary.expansions[text], !part.isSpelled || full.count > 1 {
      return full.map { piece in
        var expanded = word
        let isFiller = NameVocabulary.fillers.contains(piece)
        (expanded.meaning, expanded.role) = isFiller ? (piece, .filler) : meaning(of: piece)
        // Daycare is no abbreviation of day care.
        if full.count > 1 { expanded.spelling = piece }
        expanded.isExpanded = full.joined() != text
        return expanded
      }
    }
    (word.meaning, word.role) = meaning(of: text)
    if word.role == .telling, let meant = NameVocabulary.correction(of: text) {
      (word.meaning, word.role) = meaning(of: meant)
      word.isMisspelt = true
    }
    return [word]
  }

  /// What a word in full means, and what it does.
  private static func meaning(of word: String) -> (String, Role) {
    if word.utf8.count == 1 { return (word, .number) }
    let stem = NameVocabulary.stem(word)
    if let kind = NameVocabulary.kinds[stem] { return (kind, .kind) }
    return (stem, NameVocabulary.general.contains(stem) ? .general : .telling)
  }
}

/// The parts of a name between its blanks and marks, folded.
struct NameText {
  struct Part {
    /// Lower case, without accents and apostrophes.
    var text: String
    /// The number it stands for.
    var number: String?
    var isCut = false
    var isCapitals = false
    /// Whether it was spelled letter by letter, as in `Y.M.C.A.`.
    var isSpelled = false
  }

  private(set) var parts: [Part] = []

  init(_ name: String) {
    // Names are short; what is longer is text, of which the beginning will do.
    let text = String(name.prefix(300))
    for piece in text.split(whereSeparator: Self.parts) { add(piece) }
  }

  private static func parts(_ character: Character) -> Bool {
    if character.isLetter || character.isNumber || isApostrophe(character) { return false }
    return character != "."
  }

  private static func isApostrophe(_ character: Character) -> Bool {
    "'’‘ʼ`´".contains(character)
  }

  private mutating func add(_ piece: Substring) {
    let pieces = piece.split(separator: ".", omittingEmptySubsequences: true)
    if pieces.count > 1, pieces.allSatisfy({ $0.count == 1 && $0.first?.isLetter == true }) {
      append(pieces.joined(), isCut: false, isSpelled: true)
      return
    }
    for (index, run) in pieces.enumerated() {
      let isCut = index + 1 < pieces.count || piece.hasSuffix(".")
      // French and Italian articles: d'accueil is two words, Mary's is one.
      let elided = run.split(whereSeparator: Self.isApostrophe)
      if elided.count == 2, elided[0].count == 1, elided[1].count > 2 {
        append(String(elided[0]), isCut: false)
        append(String(elided[1]), isCut: isCut)
      } else {
        append(elided.joined(), isCut: isCut)
      }
    }
  }

  /// Adds a run of letters and digits: `4H` is a number and a letter, `12th` a number.
  private mutating func append(_ run: String, isCut: Bool, isSpelled: Bool = false) {
    guard !run.isEmpty else { return }
    if run.allSatisfy({ $0.isLetter }) {
      addWord(run, isCut: isCut, isSpelled: isSpelled)
      return
    }
    var rest = run[...]
    while let first = rest.first {
      let isNumber = first.isNumber
      let stretch = rest.prefix { $0.isNumber == isNumber }
      rest = rest.dropFirst(stretch.count)
      if !isNumber {
        addWord(String(stretch), isCut: isCut && rest.isEmpty, isSpelled: false)
        continue
      }
      let digits = String(stretch).folded
      let number = String(digits.drop { $0 == "0" })
      parts.append(Part(text: digits, number: number.isEmpty ? "0" : number))
      if ["st", "nd", "rd", "th"].contains(rest.lowercased()) { rest = "" }
    }
  }

  private mutating func addWord(_ word: String, isCut: Bool, isSpelled: Bool) {
    let text = word.folded
    guard !text.isEmpty else { return }
    let number = NameVocabulary.romanNumerals[word] ?? NameVocabulary.numbers[text]
    parts.append(
      Part(
        text: text, number: number, isCut: isCut,
        isCapitals: isSpelled || (word.utf8.count > 1 && word.allSatisfy(\.isUppercase)),
        isSpelled: isSpelled))
  }
}

extension String {
  /// The text in lower case, of compatible letters alike, without accents.
  fileprivate var folded: String {
    if utf8.allSatisfy({ $0 < 0x80 }) { return lowercased() }
    var folded = ""
    for scalar in lowercased().decomposedStringWithCompatibilityMapping.unicodeScalars {
      switch scalar.value {
      // Accents of Latin, Greek and Cyrillic; points of Hebrew and Arabic.
      case 0x300...0x36F, 0x591...0x5C7, 0x64B...0x65F: continue
      // Letters that no accent was taken from.
      case 0xDF: folded += "ss"
      case 0xE6: folded += "ae"
      case 0xF8: folded += "o"
      case 0x153: folded += "oe"
      case 0x111, 0xF0: folded += "d"
      case 0xFE: folded += "th"
      case 0x142: folded += "l"
      case 0x131: folded += "i"
      default: folded.unicodeScalars.append(scalar)
      }
    }
    return folded
  }
}
