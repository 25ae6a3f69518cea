/// Two names that are likely to be one.
public struct NamePair: Hashable, Sendable {
  /// The place of the earlier name among the names.
  public let first: Int
  /// The place of the later name.
  public let second: Int
  /// How alike they are, and why.
  public let likeness: NameLikeness
}

/// The search for names that are likely to be one, among many.
///
///     let names = ["St. Mary's", "Oak Clinic", "Saint Marys Church"]
///     NameMatching(names).likelyPairs().map { names[$0.second] }  // ["Saint Marys Church"]
///
/// Likely names have the same telling words (``NameLikeness``), so names are laid into drawers by
/// them, and each name by its near spellings too: a word with one letter left out, a word's first
/// three letters, two words as one, the initials of a run of words. Only names that meet in a drawer
/// are compared, each with no more than the next fifty there. A word that more than four names and
/// more than one in fifty have is common: alone it does not make names likely to be one.
public struct NameMatching: Sendable {
  /// Of names that share a drawer each is compared with this many that follow it.
  private static let crowd = 50

  private let names: [ComparableName]
  private let common: Set<String>

  /// Prepares the search.
  public init(_ names: [String]) {
    self.names = names.map { ComparableName($0) }
    var counts: [String: Int] = [:]
    for name in self.names {
      for word in Set(name.words.lazy.filter { $0.role == .telling }.map(\.meaning)) {
        counts[word, default: 0] += 1
      }
    }
    let most = max(4, names.count / 50)
    common = Set(counts.lazy.filter { $0.value > most }.map(\.key))
  }

  /// The pairs of names that are likely to be one, by the first name and then the second.
  ///
  /// - Complexity: O(names × words²) time where few names share their telling words.
  public func likelyPairs() -> [NamePair] {
    candidates.compactMap { first, second in
      let likeness = likeness(of: first, and: second)
      return likeness.isLikely ? NamePair(first: first, second: second, likeness: likeness) : nil
    }
  }

  /// The pairs of names that share a drawer, each once, in order.
  private var candidates: [(Int, Int)] {
    var entries: [(key: UInt64, name: UInt32)] = []
    for (index, name) in names.enumerated() {
      for key in NameKeys(of: name).all { entries.append((key, UInt32(index))) }
    }
    entries.sort { ($0.key, $0.name) < ($1.key, $1.name) }
    var pairs: [UInt64] = []
    for place in entries.indices {
      let (key, name) = entries[place]
      if place > 0, entries[place - 1] == (key, name) { continue }
      for other in entries[(place + 1)...].prefix(Self.crowd) {
        guard other.key == key else { break }
        if other.name != name { pairs.append(UInt64(name) << 32 | UInt64(other.name)) }
      }
    }
    pairs.sort()
    var last: UInt64?
    return pairs.compactMap { pair in
      defer { last = pair }
      return pair == last ? nil : (Int(pair >> 32), Int(pair & 0xFFFF_FFFF))
    }
  }

  /// How alike two of the names are, by their places.
  func likeness(of first: Int, and second: Int) -> NameLikeness {
    NameLikeness(of: names[first], and: names[second], common: common)
  }
}

/// The drawers that a name lies in: sums of its telling words' numbers, whatever their order.
private struct NameKeys {
  private(set) var all: [UInt64] = []

  init(of name: ComparableName) {
    let words = name.words
    let telling = words.filter(\.tells)
    let base = telling.reduce(UInt64(0)) { $0 &+ $1.meaning.number }
    if telling.isEmpty {
      // Names of general words only are the same if all of them are.
      all.append(words.reduce(UInt64(1)) { $0 &+ $1.meaning.number })
    } else {
      all.append(base)
    }
    for word in Set(telling) where word.role == .telling {
      let rest = base &- word.meaning.number
      addMisspellings(of: word.spelling, to: rest)
      addShort(word, to: rest)
    }
    for (word, next) in zip(words, words.dropFirst()) {
      let rest = base &- word.tellingNumber &- next.tellingNumber
      all.append(rest &+ NameVocabulary.stem(word.spelling + next.spelling).number)
    }
    addInitials(of: name, base: base)
  }

  /// The word with each of its letters left out, and as it is: two words with one slip between them
  /// have one of these in common.
  private mutating func addMisspellings(of spelling: String, to rest: UInt64) {
    let letters = Array(spelling.utf8)
    guard (4...40).contains(letters.count) else { return }
    all.append(rest &+ letters.number(after: "~"))
    for place in letters.indices.dropFirst() where letters.count > 4 {
      // A letter that follows its like leaves the same.
      if letters[place] == letters[place - 1] { continue }
      let short = [letters[..<place], letters[(place + 1)...]].joined()
      all.append(rest &+ short.number(after: "~"))
    }
  }

  private mutating func addShort(_ word: NameWord, to rest: UInt64) {
    let letters = Array(word.spelling.utf8)
    guard letters.count >= 3 else { return }
    all.append(rest &+ letters.prefix(3).number(after: "^"))
  }

  private mutating func addInitials(of name: ComparableName, base: UInt64) {
    for withFillers in [false, true] {
      let words = withFillers ? name.all : name.words
      guard words.count >= 3, !withFillers || name.all.count > name.words.count else { continue }
      for count in 3...6 where count <= words.count {
        for start in 0...(words.count - count) {
          let run = words[start..<(start + count)]
          let rest = run.reduce(base) { $0 &- $1.tellingNumber }
          let initials = String(run.compactMap(\.spelling.first))
          all.append(rest &+ NameVocabulary.stem(initials).number)
        }
      }
    }
  }
}

extension NameWord {
  /// The number of the word if it tells, else 0.
  fileprivate var tellingNumber: UInt64 { tells ? meaning.number : 0 }
}

extension String {
  fileprivate var number: UInt64 { utf8.number(after: "") }
}

extension Sequence<UInt8> {
  /// A number for letters after a mark (FNV-1a, then stirred so that sums of numbers differ).
  fileprivate func number(after mark: String) -> UInt64 {
    var number: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in mark.utf8 { number = (number ^ UInt64(byte)) &* 0x100_0000_01B3 }
    for byte in self { number = (number ^ UInt64(byte)) &* 0x100_0000_01B3 }
    number = (number ^ (number >> 31)) &* 0x7FB5_D329_728E_A185
    return number ^ (number >> 29)
  }
}
