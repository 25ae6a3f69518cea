/// Whether people agreed to have something shown, judged by the note beside their consent.
///
/// In doubt they did not: a consent needs a note, and if the note speaks of an end, that is a day
/// that can be read and is not before the map's own.
public enum Consent: Hashable, Sendable {
  /// They agreed, and it still holds.
  case given(note: String)
  /// Nobody says that they did.
  case absent
  /// They agreed to something, and it is not clear that it holds: why.
  case doubtful(Doubt)

  /// Why a consent does not hold.
  public enum Doubt: Hashable, Sendable {
    /// It has no note.
    case withoutNote
    /// Its note has a word for an end, and no day that can be read after it.
    case unreadableEnd(word: String)
    /// It ends on a day, and the map has no date to compare it with.
    case undatedMap(end: CalendarDate)
    /// It ended before the map's day.
    case ended(CalendarDate)
  }

  /// Judges a note.
  ///
  /// Every word for an end must have a day after it, with "on" between them or not; a day right
  /// after a day is the end of a span. The first end counts.
  public init(note: String, on day: CalendarDate?) {
    let words = note.lowercased().split { !($0.isLetter || $0.isNumber || $0 == "-") }
      .filter { $0 != "on" && $0.contains { $0 != "-" } }
    guard !words.isEmpty else {
      self = .doubtful(.withoutNote)
      return
    }
    var ends: [CalendarDate] = []
    for (place, word) in words.enumerated() {
      let next = words.dropFirst(place + 1).first.flatMap { CalendarDate($0) }
      if Self.endWords.contains(word) {
        guard let next else {
          self = .doubtful(.unreadableEnd(word: String(word)))
          return
        }
        ends.append(next)
      } else if let next, CalendarDate(word) != nil {
        ends.append(next)
      }
    }
    guard let end = ends.min() else {
      self = .given(note: note)
      return
    }
    guard let day else {
      self = .doubtful(.undatedMap(end: end))
      return
    }
    self = end < day ? .doubtful(.ended(end)) : .given(note: note)
  }

  /// Words that speak of the end of a consent.
  private static let endWords: Set<Substring> = [
    "until", "till", "til", "to", "through", "thru", "end", "ends", "ending", "ended", "expire",
    "expires", "expiring", "expired", "expiry", "expiration",
  ]
}

extension Consent {
  /// Who agreed, when, for what, until; `nil` where no consent holds.
  public var note: String? {
    if case .given(let note) = self { note } else { nil }
  }

  /// What the map maker should know of a consent that does not hold; `nil` if it holds, or if there
  /// is none.
  public func finding(about scope: Settings.ConsentScope) -> Finding? {
    guard case .doubtful(let doubt) = self else { return nil }
    let (what, instead) =
      switch scope {
      case .counts: ("the consent to show counts", "bands are shown")
      case .journey(let name): ("the consent of \(name.quoted)", "the case is not named")
      }
    return Finding(
      .warning, "\(what) \(doubt.reason)", expected: "\(instead); \(doubt.remedy)")
  }
}

extension Consent.Doubt {
  /// Why the consent does not hold, as the end of a sentence.
  public var reason: String {
    switch self {
    case .withoutNote: "has no note"
    case .unreadableEnd(let word): "has “\(word)” without a day that can be read"
    case .undatedMap(let end): "ends on \(end), and the map has no Date"
    case .ended(let end): "ended on \(end)"
    }
  }

  /// What to do about it.
  public var remedy: String {
    switch self {
    case .withoutNote: "write in its note who agreed, and until when"
    case .unreadableEnd: "write the end as “until YYYY-MM-DD”, or leave the word out"
    case .undatedMap: "add the map's Date to its settings"
    case .ended: "ask again, and write the new end in its note"
    }
  }
}

extension Settings {
  /// Whether a consent holds on the day of the map.
  public func consent(to scope: ConsentScope) -> Consent {
    consents[scope].map { Consent(note: $0, on: date) } ?? .absent
  }
}

extension SystemMap {
  /// Whether a family agreed to have its journey shown: `Consent: CASE` in the settings.
  ///
  /// The setting names the case as its steps do, or its household by id or label.
  public func consent(toShow journey: JourneyCase) -> Consent {
    let label = journey.household.flatMap { self[$0]?.label }
    let names = Set([journey.name, journey.household?.text, label].compactMap(\.?.comparisonKey))
    let notes = settings.consents.compactMap { scope, note -> String? in
      guard case .journey(let name) = scope, names.contains(name.comparisonKey) else { return nil }
      return note
    }
    // Of several notes on one case each must hold.
    let judged = notes.sorted().map { Consent(note: $0, on: settings.date) }
    return judged.first { if case .doubtful = $0 { true } else { false } } ?? judged.first
      ?? .absent
  }

  /// Refuses to show a family's journey to an audience without a consent that holds.
  ///
  /// The team may see every case; others only one whose family agreed.
  public func requireConsent(
    toShow journey: JourneyCase, to audience: Audience
  ) throws(MapErrors) {
    if audience == .team { return }
    switch consent(toShow: journey) {
    case .given: return
    case .absent:
      throw MapErrors(
        "the family has not agreed that its journey is shown",
        expected:
          "the team sees it with --share team; a consent is the setting Consent: CASE, with "
          + "yes as Value, and who, when, for what and until when as Note")
    case .doubtful(let doubt):
      throw MapErrors(
        "the family's consent does not hold: it \(doubt.reason)", expected: doubt.remedy)
    }
  }
}
