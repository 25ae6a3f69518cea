/// A slip of the pen: one letter in a word of five or more, not the first.
enum Slip: Hashable {
  /// A letter too many, too few, or two swapped.
  case place
  /// A letter for another.
  case change

  /// The slip that makes one word of the other, or `nil` if there is more between them.
  ///
  /// Only letters of alphabets count: in scripts of syllables one sign is too much.
  init?(between first: String, and second: String) {
    let (a, b) = (Array(first.unicodeScalars), Array(second.unicodeScalars))
    guard min(a.count, b.count) >= 4, max(a.count, b.count) >= 5, abs(a.count - b.count) <= 1,
      a.first == b.first, a != b, (a + b).allSatisfy({ $0.value < 0x590 })
    else { return nil }
    var start = 0
    while start < min(a.count, b.count), a[start] == b[start] { start += 1 }
    var end = 0
    while end < min(a.count, b.count) - start, a[a.count - 1 - end] == b[b.count - 1 - end] {
      end += 1
    }
    let rest = (a[start..<(a.count - end)], b[start..<(b.count - end)])
    switch (rest.0.count, rest.1.count) {
    case (0, 1), (1, 0): self = .place
    case (1, 1): self = .change
    case (2, 2) where rest.0.elementsEqual(rest.1.reversed()): self = .place
    default: return nil
    }
  }
}
