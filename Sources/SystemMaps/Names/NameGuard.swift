import Foundation

/// Takes the names of people out of text that somebody typed, where an audience may not read them.
///
/// A label says whom it is about; a note says it in passing, and often by a part of the name:
/// "Maria could not come". So each word of three letters or more in a name stands for the whole,
/// whatever its capitals and accents, and is replaced by "a resident", "a family" or "a person".
/// Words in the names of organizations, services, tables and places are open, and so are words such
/// as "family" that say nothing of whom. A name that is also an ordinary word ("Grace", "Will")
/// counts where it has a capital. A nickname that the map does not know stays: who publishes a note
/// has to read it.
struct NameGuard {
  /// The words in the place of each word of a name.
  private var parts: [String: String] = [:]
  /// Whole names of which a word alone would be too short, by their first word.
  private var wholes: [String: [(words: [String], replacement: String)]] = [:]

  var isEmpty: Bool { parts.isEmpty && wholes.isEmpty }

  init(of map: SystemMap, from audience: Audience) {
    let guarded = map.elements.filter { $0.type.isPerson && !map.mayName($0, to: audience) }
    guard !guarded.isEmpty else { return }
    let open = Set(
      map.elements.filter {
        Self.openTypes.contains($0.type) || ($0.type.isPerson && map.mayName($0, to: audience))
      }.flatMap { [$0.label] + $0.aliases }.flatMap(Self.words))
    for element in guarded {
      let replacement = element.type == .household ? "a family" : "a \(element.type.name)"
      for name in [element.label] + element.aliases {
        let words = Self.words(of: name)
        for word in words where word.count >= 3 && Self.tells(word) && !open.contains(word) {
          parts[word] = parts[word] ?? replacement
        }
        if let first = words.first, words.count > 1, words.contains(where: { parts[$0] == nil }) {
          wholes[first, default: []].append((words, replacement))
        }
      }
    }
  }

  /// The text with other words in the place of names; names next to each other give one.
  ///
  /// - Complexity: O(length of the text).
  func text(_ text: String) -> String {
    guard !isEmpty else { return text }
    let pieces = Self.pieces(of: text)
    var result = ""
    var last: (end: Int, replacement: String)?
    var place = 0
    while place < pieces.count {
      guard let found = name(at: place, of: pieces) else {
        result += pieces[place].text
        place += 1
        continue
      }
      let follows =
        last.map { last in
          last.replacement == found.replacement
            && pieces[last.end..<place].allSatisfy { [" ", "-"].contains($0.text) }
        } ?? false
      if follows, let end = last?.end {
        // "Maria Lopez" is one resident.
        for _ in end..<place { result.removeLast() }
      } else {
        result += found.replacement
      }
      last = (place + found.count, found.replacement)
      place += found.count
    }
    return result
  }

  private func name(
    at place: Int, of pieces: [Piece]
  ) -> (count: Int, replacement: String)? {
    guard let word = pieces[place].word else { return nil }
    for (words, replacement) in wholes[word] ?? [] {
      let spread = pieces[place...].prefix(2 * words.count - 1)
      if spread.compactMap(\.word) == words { return (spread.count, replacement) }
    }
    guard let replacement = parts[word],
      pieces[place].isCapital || !Self.ordinaryWords.contains(word)
    else { return nil }
    return (1, replacement)
  }

  /// A word, or a character between words.
  private struct Piece {
    let text: String
    /// The word as words are compared; `nil` between words.
    let word: String?
    var isCapital: Bool { text.first?.isUppercase == true }
  }

  private static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var word = ""
    func end() {
      if !word.isEmpty { pieces.append(Piece(text: word, word: folded(word))) }
      word = ""
    }
    for character in text {
      if character.isLetter || character.isNumber {
        word.append(character)
      } else {
        end()
        pieces.append(Piece(text: String(character), word: nil))
      }
    }
    end()
    return pieces
  }

  private static func words(of name: String) -> [String] { pieces(of: name).compactMap(\.word) }

  private static func folded(_ word: String) -> String {
    word.utf8.allSatisfy { $0 < 0x80 }
      ? word.lowercased()
      : word.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
  }

  /// Whether a word of a name says something of whom.
  private static func tells(_ word: String) -> Bool {
    !JourneyNames.commonWords.contains { folded($0) == word } && !word.allSatisfy(\.isNumber)
  }

  private static let openTypes: Set<ElementType> = [.organization, .service, .table, .place]

  /// Names that are ordinary words as well.
  private static let ordinaryWords: Set<String> = [
    "art", "autumn", "bell", "bill", "black", "brown", "chance", "dean", "faith", "field", "ford",
    "frank", "grace", "grant", "gray", "green", "hill", "hope", "hunter", "jack", "joy", "king",
    "lane", "long", "love", "mark", "may", "park", "pat", "penny", "rich", "river", "rob", "rose",
    "sky", "stone", "sue", "summer", "wade", "ward", "white", "will", "wood", "young",
  ]
}

extension NameGuard {
  /// A map with all its free text read over.
  ///
  /// Values of the columns by which elements are counted stay as they are.
  func reading(_ map: SystemMap, keeping counted: Set<AttributeName>) -> SystemMap {
    guard !isEmpty else { return map }
    var map = map
    func values(_ attributes: Attributes) -> Attributes {
      Attributes(
        uniqueKeysWithValues: attributes.map { ($0, counted.contains($0) ? $1 : text($1)) })
    }
    // All at once: whenever the elements change the map lists their ids anew.
    map.elements = map.elements.map { element in
      var element = element
      element.summary = element.summary.map(text)
      element.tags = element.tags.map(text)
      element.attributes = values(element.attributes)
      // What is wanted or in the way is a sentence, not a name.
      if Self.sentenceTypes.contains(element.type) {
        element.label = text(element.label)
        element.aliases = element.aliases.map(text)
      }
      return element
    }
    for place in map.connections.indices {
      let tie = map.connections[place]
      map.connections[place].label = tie.label.map(text)
      map.connections[place].summary = tie.summary.map(text)
      map.connections[place].tags = tie.tags.map(text)
      map.connections[place].purpose = tie.purpose.map(text)
      map.connections[place].attributes = values(tie.attributes)
    }
    for place in map.journeySteps.indices {
      let step = map.journeySteps[place]
      map.journeySteps[place].activity = text(step.activity)
      map.journeySteps[place].notes = step.notes.map(text)
      map.journeySteps[place].attributes = values(step.attributes)
    }
    map.settings.title = map.settings.title.map(text)
    map.settings.purpose = map.settings.purpose.map(text)
    map.settings.boundary = map.settings.boundary.map(text)
    map.settings.notes = map.settings.notes.mapValues(text)
    map.settings.consents = map.settings.consents.mapValues(text)
    map.settings.declarations = map.settings.declarations.mapValues { declaration in
      var declaration = declaration
      declaration.value = text(declaration.value)
      declaration.evidence = declaration.evidence.map(text)
      return declaration
    }
    return map
  }

  private static let sentenceTypes: Set<ElementType> = [
    .barrier, .objective, .strategy, .indicator, .decision,
  ]
}

extension SystemMap {
  /// For the team: which rows name, in their text, somebody who may not be named to members.
  ///
  /// - Complexity: O(length of the text).
  var findingsOfNamesInText: [Finding] {
    let guarded = NameGuard(of: self, from: .members)
    guard !guarded.isEmpty else { return [] }
    let read = guarded.reading(
      self, keeping: selfIdentifiedAttributes.union([settings.sectorColumn].compactMap { $0 }))
    func finding(_ place: Place?, _ what: String) -> Finding {
      Finding(
        .notice, at: place, "\(what) names somebody who may not be named, or a part of the name",
        expected: "others than the team read \"a resident\" there; better words are your own")
    }
    let people = Set(elements.filter { $0.type.isPerson }.map(\.id))
    let rows = zip(elements, read.elements).filter { $0 != $1 && !people.contains($0.id) }
      .map { finding($0.0.place, "the text of an element") }
    let ties = zip(connections, read.connections).filter { $0 != $1 }
      .map { finding($0.0.place, "the text of a connection") }
    return rows + ties + (settings == read.settings ? [] : [finding(nil, "a setting")])
  }
}
