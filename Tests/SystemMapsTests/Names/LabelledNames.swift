import Foundation

/// Pairs of names of organizations, all invented, of which a person said whether they are one.
///
/// Every third pair of each verdict is held out: nothing of it was looked at while the words and
/// weights of the matching were chosen.
struct LabelledNames {
  struct Pair: CustomStringConvertible {
    let first: String
    let second: String
    let isSame: Bool
    let isHeldOut: Bool

    var description: String { "\(first) | \(second)" }
  }

  let pairs: [Pair]

  init() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fixtures/organization-names.csv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").dropFirst()
    pairs = lines.map { line in
      let cells = line.split(separator: ";").map(String.init)
      return Pair(
        first: cells[2], second: cells[3], isSame: cells[1] == "same",
        isHeldOut: cells[0] == "held")
    }
  }

  /// How many pairs were found rightly, found wrongly, and not found.
  static func count(
    _ pairs: [Pair], found: (Pair) -> Bool
  ) -> (right: Int, wrong: [Pair], missed: [Pair]) {
    let foundPairs = pairs.filter(found)
    return (
      foundPairs.count(where: \.isSame), foundPairs.filter { !$0.isSame },
      pairs.filter { $0.isSame && !found($0) }
    )
  }
}
