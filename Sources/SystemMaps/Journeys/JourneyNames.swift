/// What the people and organizations of a journey are called before an audience.
///
/// The team reads names. Everyone else, the family with its page among them, reads no name of a
/// worker, a resident or a household, in text that somebody typed either.
public struct JourneyNames: Sendable {
  /// The words that stand in the place of names.
  public struct Words: Hashable, Sendable {
    /// For a worker.
    public var worker: String
    /// For a resident.
    public var resident: String
    /// For a household.
    public var household: String

    /// Creates words.
    public init(worker: String, resident: String, household: String) {
      self.worker = worker
      self.resident = resident
      self.household = household
    }

    /// The words of English.
    public static let english = Words(
      worker: "a worker", resident: "someone", household: "the family")
  }

  /// A name that may not be read, and the word in its place.
  fileprivate struct Guarded {
    let name: [Character]
    let word: String
    /// Whether capitals count: "Grace" is a name, "grace" is not.
    let isExact: Bool
  }

  private let map: SystemMap
  private let audience: Audience
  private let words: Words
  /// By their first words in small letters; of those alike the longest first.
  private let guarded: [String: [Guarded]]

  /// Prepares the names of a map.
  ///
  /// - Parameters:
  ///   - map: The map with all names.
  ///   - audience: Who will read.
  ///   - words: The words in the place of names.
  public init(of map: SystemMap, for audience: Audience, words: Words = .english) {
    self.map = map
    self.audience = audience
    self.words = words
    let people = audience == .team ? [] : map.elements.filter(\.type.isPerson)
    guarded = Self.byFirstWord(Self.guarded(people, in: map, words: words))
  }

  /// Prepares the names for what many families show together, where nobody reads a family's name:
  /// the team does not either.
  ///
  /// - Parameters:
  ///   - map: The map with all names.
  ///   - cases: What the cases are called; a word that only one of them has is a name too.
  ///   - audience: Who will read.
  package init(withoutFamiliesOf map: SystemMap, cases: [String], for audience: Audience) {
    self.map = map
    self.audience = audience
    words = .english
    let people = map.elements.filter {
      $0.type.isPerson && (audience < .team || $0.type != .person)
    }
    guarded = Self.byFirstWord(
      Self.guarded(people, in: map, words: words)
        + Self.guarded(cases: cases, in: map, words: words))
  }

  /// The name of an element: an organization's, where the audience may read it.
  public func name(of id: ElementID) -> String {
    guard let element = map[id] else { return id.text }
    if audience == .team { return element.label }
    if element.type.isPerson { return Self.word(for: element, words) }
    return map.mayName(element, to: audience) ? element.label : element.type.name
  }

  /// Who answers for what a worker or an organization has taken on: the organization by its name;
  /// `nil` where the map does not tell.
  public func organization(behind id: ElementID) -> String? {
    guard let element = map[id], element.type.isPerson else { return name(of: id) }
    return element.worksFor.elements.first.map(name(of:))
  }

  /// Text that somebody typed, with a word in the place of each name.
  ///
  /// Names are found as they stand on the map: whole, by each of their words, and by their ids. A
  /// nickname that the map does not know stays.
  ///
  /// - Complexity: O(length of the text × names).
  public func text(_ text: String) -> String {
    guard !guarded.isEmpty else { return text }
    let characters = Array(text)
    var result = ""
    var place = 0
    while place < characters.count {
      let begins = place == 0 || !Self.isWord(characters[place - 1])
      if begins, let found = found(in: characters, at: place) {
        result += found.word
        place += found.name.count
      } else {
        result.append(characters[place])
        place += 1
      }
    }
    return result
  }

  private func found(in text: [Character], at place: Int) -> Guarded? {
    let word = String(text[place...].prefix(while: Self.isWord)).lowercased()
    return guarded[word]?.first { $0.stands(in: text, at: place) }
  }

  private static func byFirstWord(_ guarded: [Guarded]) -> [String: [Guarded]] {
    Dictionary(grouping: guarded.sorted { $0.name.count > $1.name.count }) {
      String($0.name.prefix(while: isWord)).lowercased()
    }
  }

  private static func isWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber
  }

  private static func word(for element: Element, _ words: Words) -> String {
    switch element.type {
    case .person: words.worker
    case .household: words.household
    default: words.resident
    }
  }

  /// The words of what is no person: they are no secret.
  private static func openWords(of map: SystemMap) -> Set<String> {
    Set(
      map.elements.filter { !$0.type.isPerson }.flatMap { ([$0.label] + $0.aliases) }
        .flatMap(Self.words))
  }

  private static func isName(_ word: String, besides open: Set<String>) -> Bool {
    word.count >= 3 && word.first?.isUppercase == true && !open.contains(word)
      && !commonWords.contains(word)
  }

  private static func guarded(
    cases: [String], in map: SystemMap, words: Words
  ) -> [Guarded] {
    let open = openWords(of: map)
    var counts: [String: Int] = [:]
    for name in cases {
      for word in Set(Self.words(of: name)) { counts[word, default: 0] += 1 }
    }
    let parts = counts.filter { $0.value == 1 && isName($0.key, besides: open) }.keys.sorted()
    return cases.filter { $0.contains(where: \.isLetter) && $0.count >= 3 }
      .map { Guarded(name: Array($0), word: words.household, isExact: false) }
      + parts.map { Guarded(name: Array($0), word: words.household, isExact: true) }
  }

  private static func guarded(
    _ people: [Element], in map: SystemMap, words: Words
  ) -> [Guarded] {
    let open = openWords(of: map)
    var guarded: [Guarded] = []
    for element in people {
      let word = word(for: element, words)
      let names = ([element.label] + element.aliases).filter { !$0.isEmpty }
      let parts = names.flatMap(Self.words).filter { isName($0, besides: open) }
      guarded += names.map { Guarded(name: Array($0), word: word, isExact: false) }
      guarded += parts.map { Guarded(name: Array($0), word: word, isExact: true) }
      if element.id.text.contains(where: \.isNumber), element.id.text.count >= 2 {
        guarded.append(Guarded(name: Array(element.id.text), word: word, isExact: true))
      }
    }
    return guarded
  }

  private static func words(of name: String) -> [String] {
    name.split { !isWord($0) && $0 != "-" && $0 != "'" }.map(String.init)
  }

  /// Words that stand in labels of people and say nothing of whom.
  static let commonWords: Set<String> = [
    "Household", "Family", "Grandmother", "Grandfather", "Mother", "Father", "Parent", "Sister",
    "Brother", "Aunt", "Uncle", "Neighbor", "Neighbour", "Resident", "Worker", "Person", "The",
  ]
}

extension JourneyNames.Guarded {
  /// Whether the name stands whole at a place of a text.
  fileprivate func stands(in text: [Character], at place: Int) -> Bool {
    guard place + name.count <= text.count else { return false }
    let end = place + name.count
    if end < text.count, text[end].isLetter || text[end].isNumber { return false }
    return zip(name, text[place..<end]).allSatisfy { own, other in
      own == other || (!isExact && own.lowercased() == other.lowercased())
    }
  }
}
