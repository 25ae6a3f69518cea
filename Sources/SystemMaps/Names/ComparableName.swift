/// A name with its words, ready to be compared with many.
struct ComparableName: Sendable {
  /// Every word, as spelled; joining words too.
  let all: [NameWord]
  /// The words that count.
  var words: [NameWord]
  /// The words that count, as spelled.
  let spellings: [String]

  init(_ name: String) {
    all = NameWord.words(of: name)
    var kinds: Set<String> = []
    // A parish church is a church.
    words = all.filter {
      $0.role == .kind ? kinds.insert($0.meaning).inserted : $0.role != .filler
    }
    spellings = words.map(\.spelling)
    // Larkspur Housing Authority (LHA) says the same twice.
    if words.count > 3,
      let own = words.firstIndex(where: { word in
        guard word.isInitials else { return false }
        return Self.run(of: all.filter { $0 != word }, spelling: word.spelling)?.isWhole == true
      })
    {
      words.remove(at: own)
    }
  }

  /// The words of a name next to each other whose initials spell a word.
  static func run(
    of words: [NameWord], spelling initials: String
  ) -> (words: [NameWord], isWhole: Bool)? {
    for withFillers in [false, true] {
      let candidates = withFillers ? words : words.filter { $0.role != .filler }
      let count = initials.count
      guard candidates.count >= count else { continue }
      for start in 0...(candidates.count - count) {
        let run = candidates[start..<(start + count)]
        if String(run.compactMap(\.spelling.first)) == initials {
          return (run.filter { $0.role != .filler }, count == candidates.count)
        }
      }
    }
    return nil
  }
}

extension NameWord {
  /// Whether the word may be the initials of others.
  var isInitials: Bool { isCapitals && (3...6).contains(spelling.utf8.count) && role == .telling }
}
