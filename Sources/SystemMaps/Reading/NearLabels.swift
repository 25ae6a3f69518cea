/// The labels that a misspelt name may have meant.
///
/// Letters are compared first, across blanks and marks; then words, by ``NameLikeness``: initials,
/// abbreviations, another order.
struct NearLabels {
  /// Beyond this many labels only letters and digits are compared.
  private static let mostForDistance = 2000
  /// Beyond this many names the reader is told their number only, and no label is looked for.
  private static let mostNames = 40

  private var labelOfLetters: [String: String] = [:]
  private let labels: [(label: String, letters: [Character])]
  private lazy var comparable = labels.map { ComparableName($0.label) }
  private var names = 0

  init(of labels: [String]) {
    var spelled: [(label: String, letters: [Character])] = []
    for label in labels {
      let letters = Self.letters(of: label)
      if letters.isEmpty { continue }
      labelOfLetters[String(letters)] = label
      if spelled.count < Self.mostForDistance, letters.count < 60 {
        spelled.append((label, letters))
      }
    }
    self.labels = labels.count <= Self.mostForDistance ? spelled : []
  }

  private static func letters(of label: String) -> [Character] {
    Array(label.prefix(200).lowercased().filter { $0.isLetter || $0.isNumber })
  }

  /// The label that differs by blanks and marks, one letter in five, or two in ten.
  ///
  /// A different digit is a different name: "Person 12" is no misspelling of "Person 13".
  mutating func nearest(to name: String) -> String? {
    names += 1
    if names > Self.mostNames { return nil }
    let letters = Self.letters(of: name)
    if letters.isEmpty { return nil }
    if let label = labelOfLetters[String(letters)] { return label }
    return misspelt(letters) ?? likeliest(to: name)
  }

  private func misspelt(_ letters: [Character]) -> String? {
    let most = letters.count >= 10 ? 2 : (letters.count >= 5 ? 1 : 0)
    if most == 0 || letters.count >= 60 { return nil }
    let digits = letters.filter(\.isNumber)
    var best: (label: String, distance: Int)?
    for (label, other) in labels where abs(other.count - letters.count) <= most {
      guard other.filter(\.isNumber) == digits else { continue }
      let distance = Self.distance(letters, other)
      if distance <= most, distance < best?.distance ?? .max { best = (label, distance) }
    }
    return best?.label
  }

  /// The first of the labels that are most alike, if it is likely to be the same.
  private mutating func likeliest(to name: String) -> String? {
    let name = ComparableName(name)
    var best: (place: Int, similarity: Double)?
    for (place, other) in comparable.enumerated() {
      let likeness = NameLikeness(of: name, and: other, common: [])
      if likeness.isLikely, likeness.similarity > best?.similarity ?? 0 {
        best = (place, likeness.similarity)
      }
    }
    return best.map { labels[$0.place].label }
  }

  /// How many letters must be put in, taken out or changed (Levenshtein).
  private static func distance(_ first: [Character], _ second: [Character]) -> Int {
    var row = Array(0...second.count)
    for (index, letter) in first.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for (position, other) in second.enumerated() {
        let above = row[position + 1]
        row[position + 1] = min(
          above + 1, row[position] + 1, diagonal + (letter == other ? 0 : 1))
        diagonal = above
      }
    }
    return row[second.count]
  }
}
