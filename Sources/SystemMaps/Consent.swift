/// Whether a consent that a map records still holds.
///
/// In doubt it does not: what was not clearly agreed to is not shown.
public enum ConsentStanding: Hashable, Sendable {
  /// None is recorded.
  case absent
  /// It holds; the note says who agreed, when, for what, until.
  case given(note: String)
  /// It has ended, or its note leaves open whether it has; the finding says what to do.
  case inDoubt(Finding)

  /// The note of a consent that holds.
  public var note: String? {
    if case .given(let note) = self { note } else { nil }
  }

  /// Why a recorded consent does not hold.
  public var doubt: Finding? {
    if case .inDoubt(let finding) = self { finding } else { nil }
  }
}

extension Settings {
  /// Whether a consent holds on the day of the map.
  ///
  /// It needs a note. If the note speaks of an end, that is a day that can be read and is not
  /// before the map's own; of several ends the first counts.
  public func consent(to scope: ConsentScope) -> ConsentStanding {
    guard let note = consents[scope] else { return .absent }
    return ConsentNote(note, about: scope).doubt(on: date).map(ConsentStanding.inDoubt)
      ?? .given(note: note)
  }
}

/// The note of a consent, read for its end.
private struct ConsentNote {
  let words: [Substring]
  let what: String
  let fallback: String

  init(_ note: String, about scope: Settings.ConsentScope) {
    words = note.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "-") }
      .filter { $0 != "on" && $0.contains { $0 != "-" } }.map { Substring(String($0)) }
    switch scope {
    case .counts: (what, fallback) = ("the consent to show counts", "bands are shown")
    case .journey(let name):
      (what, fallback) = ("the consent of \(name.quoted)", "the case is not named")
    }
  }

  /// Words that speak of the end of a consent.
  private static let endWords: Set<Substring> = [
    "until", "till", "til", "to", "through", "thru", "end", "ends", "ending", "ended", "expire",
    "expires", "expiring", "expired", "expiry", "expiration",
  ]

  /// Why the consent does not hold, and what to do; `nil` if it holds.
  ///
  /// Every word of ``endWords`` must have a day after it, with "on" between them or not; a day
  /// right after a day is the end of a span.
  func doubt(on day: CalendarDate?) -> Finding? {
    guard !words.isEmpty else {
      return finding("has no note", "write in its note who agreed, and until when")
    }
    var ends: [CalendarDate] = []
    for (place, word) in words.enumerated() {
      let next = words.dropFirst(place + 1).first.flatMap { CalendarDate($0) }
      if Self.endWords.contains(word) {
        guard let next else {
          return finding(
            "has “\(word)” without a day that can be read",
            "write the end as “until YYYY-MM-DD”, or leave the word out")
        }
        ends.append(next)
      } else if let next, CalendarDate(word) != nil {
        ends.append(next)
      }
    }
    guard let end = ends.min() else { return nil }
    guard let day else {
      return finding(
        "ends on \(end), and the map has no Date", "add the map's Date to its settings")
    }
    guard end < day else { return nil }
    return finding("ended on \(end)", "ask again, and write the new end in its note")
  }

  private func finding(_ why: String, _ advice: String) -> Finding {
    Finding(.warning, "\(what) \(why)", expected: "\(fallback); \(advice)")
  }
}
