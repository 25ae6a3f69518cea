/// What the map's makers call the design's words: the settings `Read as`.
struct Vocabulary {
  private var wordOfTheirs: [String: String] = [:]

  init(_ readAs: [String: [String]]) {
    for (ours, theirs) in readAs.sorted(by: { $0.key < $1.key }) {
      for word in theirs { wordOfTheirs[word.comparisonKey] = ours }
    }
  }

  /// Our word for one of theirs, or `nil` if the map gives none.
  func word(for theirs: String) -> String? {
    wordOfTheirs.isEmpty ? nil : wordOfTheirs[theirs.comparisonKey]
  }

  /// Our word for one of theirs, or the word itself.
  func reading(_ word: String) -> String { self.word(for: word) ?? word }
}
