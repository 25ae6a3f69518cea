/// The search for the counterpart of each word.
struct NameComparison {
  private var first: [NameWord?]
  private var second: [NameWord?]
  private let common: Set<String>
  private let weight: Double
  private var matchedWeight = 0.0
  /// How much the matched words tell, beyond what every other name has.
  private var evidence = 0.0
  /// Where the counterparts of the first name's words stand in the second.
  private var counterparts: [Int: Int] = [:]
  /// Whether a word for a kind of thing has its counterpart.
  private var matchesKind = false
  private(set) var reasons: Set<NameLikeness.Reason> = []
  /// Whether a rule keeps the names apart.
  private(set) var tellsApart = false

  init(of first: ComparableName, and second: ComparableName, common: Set<String>) {
    var (words, others) = (first.words, second.words)
    var reasons: Set<NameLikeness.Reason> = []
    if Self.replaceInitials(in: &words, of: first.all, from: others)
      || Self.replaceInitials(in: &others, of: second.all, from: words)
    {
      reasons.insert(.initials)
    }
    if Self.join(&words, as: others) || Self.join(&others, as: words) { reasons.insert(.spacing) }
    self.first = words
    self.second = others
    self.common = common
    self.reasons = reasons
    weight = (words + others).reduce(0) { $0 + $1.weight }
  }

  /// The share of the words that have a counterpart.
  var dice: Double { weight == 0 ? 0 : min(1, 2 * matchedWeight / weight) }

  /// Puts the initials that another name has in the place of the words that they are of.
  private static func replaceInitials(
    in words: inout [NameWord], of all: [NameWord], from others: [NameWord]
  ) -> Bool {
    for word in others
    where word.isInitials && !words.contains(where: { $0.meaning == word.meaning }) {
      guard let run = ComparableName.run(of: all, spelling: word.spelling)?.words,
        let start = words.firstIndex(of: run[0]), start + run.count <= words.count,
        Array(words[start..<(start + run.count)]) == run
      else { continue }
      words.replaceSubrange(start..<(start + run.count), with: [word])
      return true
    }
    return false
  }

  /// Joins two words that another name writes as one.
  private static func join(_ words: inout [NameWord], as others: [NameWord]) -> Bool {
    for index in words.indices.dropLast() {
      let joined = words[index].spelling + words[index + 1].spelling
      guard joined.utf8.count > 3, let word = others.first(where: { $0.spelling == joined }),
        word.role == .telling, !words.contains(where: { $0.spelling == joined })
      else { continue }
      words.replaceSubrange(index...(index + 1), with: [word])
      return true
    }
    return false
  }

  mutating func run() {
    matchMeanings()
    matchCutWords()
    matchSlip()
    judgeRemainder()
    let places = counterparts.sorted { $0.key < $1.key }.map(\.value)
    if zip(places, places.dropFirst()).contains(where: { $0 > $1 }) { reasons.insert(.order) }
  }

  private mutating func match(_ index: Int, _ other: Int, evidence: Double) {
    guard let word = first[index], let counterpart = second[other] else { return }
    matchedWeight += (word.weight + counterpart.weight) / 2
    self.evidence += evidence
    counterparts[index] = other
    if word.role == .kind { matchesKind = true }
    first[index] = nil
    second[other] = nil
  }

  private mutating func matchMeanings() {
    for (index, word) in first.enumerated() {
      guard let word else { continue }
      func isCounterpart(_ other: NameWord?) -> Bool {
        other?.meaning == word.meaning && other?.role == word.role
      }
      let same = second.firstIndex { isCounterpart($0) && $0?.spelling == word.spelling }
      guard let other = same ?? second.firstIndex(where: isCounterpart),
        let counterpart = second[other]
      else { continue }
      if counterpart.spelling != word.spelling || counterpart.isExpanded != word.isExpanded {
        reasons.insert(reason(word, counterpart))
      }
      match(index, other, evidence: evidence(of: word))
    }
  }

  private func reason(_ word: NameWord, _ other: NameWord) -> NameLikeness.Reason {
    if word.isMisspelt || other.isMisspelt { return .oneLetter }
    if word.isExpanded || other.isExpanded { return .abbreviation }
    if word.role == .kind, NameVocabulary.stem(word.spelling) != NameVocabulary.stem(other.spelling)
    {
      return .kind
    }
    return .ending
  }

  private func evidence(of word: NameWord) -> Double {
    switch word.role {
    case .telling: common.contains(word.meaning) ? 0.5 : 1
    case .number, .kind: 0.5
    case .general: 0.25
    case .filler: 0
    }
  }

  /// Matches `Asoc.` with `Asociación`: a word that a full stop cut short.
  private mutating func matchCutWords() {
    for (index, word) in first.enumerated() {
      guard let word, word.role != .number,
        let other = second.firstIndex(where: { other in
          guard let other, other.role != .number else { return false }
          return word.isShort(for: other) || other.isShort(for: word)
        })
      else { continue }
      reasons.insert(.abbreviation)
      match(index, other, evidence: evidence(of: word))
    }
  }

  /// Matches one word with one slip of the pen; with two, names are rather different.
  private mutating func matchSlip() {
    for (index, word) in first.enumerated() {
      guard let word, word.role == .telling else { continue }
      for (other, candidate) in second.enumerated() {
        guard let candidate, candidate.role == .telling,
          let slip = Slip(between: word.spelling, and: candidate.spelling)
        else { continue }
        reasons.insert(.oneLetter)
        // Walton is no misspelling of Wilton, but for what else the names have in common.
        let isShort = word.spelling.utf8.count < 8
        return match(index, other, evidence: slip == .change && isShort ? 0.25 : 0.5)
      }
    }
  }

  /// What has no counterpart: general words of one name only, or what tells the names apart.
  private mutating func judgeRemainder() {
    let rest = first.compactMap { $0 }
    let otherRest = second.compactMap { $0 }
    if rest.isEmpty, otherRest.isEmpty, !reasons.contains(.oneLetter) { return }
    if !rest.isEmpty || !otherRest.isEmpty { reasons.insert(.generalWord) }
    let isTold = (rest + otherRest).contains(where: \.tells)
    let isTwoSided = !rest.isEmpty && !otherRest.isEmpty
    let isOfAnotherKind = (rest + otherRest).contains { $0.role == .kind } && matchesKind
    tellsApart = isTold || isTwoSided || isOfAnotherKind || evidence < 1
  }
}

extension NameWord {
  /// How much a counterpart of the word counts.
  fileprivate var weight: Double {
    switch role {
    case .telling, .number: 1
    case .kind: 0.3
    case .general: 0.2
    case .filler: 0
    }
  }

  /// Whether the word is the beginning of another, cut short by a full stop.
  fileprivate func isShort(for other: NameWord) -> Bool {
    isCut && spelling.utf8.count >= 3 && other.spelling.utf8.count > spelling.utf8.count
      && other.spelling.hasPrefix(spelling)
  }
}
