/// The words for the levels of working ties, all of which must be of one scale.
final class LevelLadder {
  /// The scale of the map: the one that it names, else the one of its first word.
  private(set) var scale: Settings.LevelScale?
  private let isNamed: Bool
  private var firstWord: (text: String, place: Place)?

  init(scale: Settings.LevelScale?) {
    self.scale = scale
    isNamed = scale != nil
  }

  /// The first word of the scale, if the map does not name its scale.
  var assumption: (word: String, place: Place)? {
    isNamed ? nil : firstWord.map { ($0.text, $0.place) }
  }

  /// The rung of a word; `nil` if it is on neither ladder.
  func level(of text: String, at place: Place, log: FindingLog) -> Int? {
    let word = AttributeName(text)
    for candidate in Settings.LevelScale.allCases {
      guard let rung = candidate.rungs.firstIndex(where: { AttributeName($0) == word }) else {
        continue
      }
      if scale == nil { scale = candidate }
      if let scale, scale != candidate {
        let other =
          firstWord.map { "\($0.text.quoted) at \($0.place)" } ?? "the setting Level scale"
        log.add(
          .error, at: place,
          "Level \(text.quoted) is of the scale \(candidate.rawValue), but \(other) is of "
            + "\(scale.rawValue)",
          expected: "expected the words of one scale: " + scale.rungs.joined(separator: ", "),
          summary: "levels are words of another scale than the map's")
      } else if firstWord == nil {
        firstWord = (text, place)
      }
      return rung + 1
    }
    return nil
  }
}
