public import SystemMaps

/// One family's way through the services: a lane for each silo, time from left to right.
///
/// Every row of a lane is an organization. Lines are the hand-offs that were told of, their kinds
/// by their strokes; steps carry a letter for each barrier that came up. Where all steps cannot be
/// read on a page, steps that follow one another at one organization stand together.
public struct JourneyPicture: Hashable, Sendable {
  /// Where a step happens.
  public struct Place: Hashable, Sendable {
    /// The organization; `nil` where not reported.
    public var organization: String?
    /// Its silo; `nil` where not reported.
    public var silo: String?

    /// Creates a place.
    public init(_ organization: String?, silo: String?) {
      self.organization = organization
      self.silo = silo
    }
  }

  /// Something in the family's way.
  public struct Barrier: Hashable, Sendable {
    /// Whose job it is.
    public enum Ownership: Hashable, Sendable {
      case nobody
      case notKnown
      case owned
    }

    /// What it is.
    public var name: String
    /// Whose job it is.
    public var ownership: Ownership
    /// How many workers were told; `nil` where not known.
    public var told: Int?

    /// Creates a barrier.
    public init(_ name: String, ownership: Ownership, told: Int? = nil) {
      self.name = name
      self.ownership = ownership
      self.told = told
    }
  }

  /// One step.
  public struct Step: Hashable, Sendable {
    /// What happened.
    public var label: String
    /// The place of its organization in the picture's list.
    public var place: Int
    /// The day it began.
    public var day: CalendarDate?
    /// The places of the barriers that came up in the picture's list.
    public var barriers: [Int]
    /// Whether the family was not there.
    public var isWithoutFamily: Bool
    /// How it felt to the family, from −2 to +2; `nil` where not reported.
    public var feeling: Double?

    /// Creates a step.
    public init(
      _ label: String, at place: Int, day: CalendarDate? = nil, barriers: [Int] = [],
      isWithoutFamily: Bool = false, feeling: Double? = nil
    ) {
      self.label = label
      self.place = place
      self.day = day
      self.barriers = barriers
      self.isWithoutFamily = isWithoutFamily
      self.feeling = feeling
    }
  }

  /// A hand-off from a step.
  public struct Referral: Hashable, Sendable {
    /// What came of it.
    public enum Outcome: Hashable, Sendable {
      /// The family arrived, at a step in the picture's list.
      case arrived(Int)
      /// It never did, though there was time; with the name of those it was sent to.
      case deadEnd(String)
      /// It has not yet, or nobody can tell; with the name of those it was sent to.
      case open(String)
    }

    /// The step that handed over.
    public var step: Int
    /// What came of it.
    public var outcome: Outcome
    /// How the family was handed over; `nil` where not reported.
    public var handoff: JourneyStep.Handoff?

    /// Creates a referral.
    public init(from step: Int, _ outcome: Outcome, handoff: JourneyStep.Handoff?) {
      self.step = step
      self.outcome = outcome
      self.handoff = handoff
    }
  }

  /// What distances from left to right show.
  public enum Time: Hashable, Sendable {
    /// The order of the steps: no room is lost on waits.
    case order
    /// Days.
    case toScale
  }

  /// What stands around the picture.
  public var caption: Caption
  /// The organizations with their silos.
  public var places: [Place]
  /// The barriers, first those that nobody has taken on.
  public var barriers: [Barrier]
  /// The steps in the order of time.
  public var steps: [Step]
  /// The hand-offs.
  public var referrals: [Referral]
  /// What distances show.
  public var time: Time
  /// The colours.
  public var palette: Palette

  /// Creates a picture.
  public init(
    caption: Caption, places: [Place], barriers: [Barrier] = [], steps: [Step],
    referrals: [Referral] = [], time: Time = .order, palette: Palette = .standard
  ) {
    self.caption = caption
    self.places = places
    self.barriers = barriers
    self.steps = steps.filter { places.indices.contains($0.place) }
    self.referrals = referrals.filter { referral in
      guard steps.indices.contains(referral.step) else { return false }
      if case .arrived(let step) = referral.outcome {
        return steps.indices.contains(step) && step != referral.step
      }
      return true
    }
    self.time = time
    self.palette = palette
  }

  /// The picture, ready for a page.
  public func diagram() -> Diagram {
    let single = JourneyRuns(single: steps)
    let runs = JourneyRuns(of: steps, keeping: referrals)
    var numbers = diagram(of: runs, words: .none)
    numbers.notShown.append("what happened at each step; a larger page has room for it")
    var listed = diagram(of: runs, words: .whereRoom)
    listed.replaceIfSmall(by: numbers, "the numbers of the steps are drawn")
    var together = diagram(of: runs, words: .beside)
    together.replaceIfSmall(
      by: listed, "words that have no room beside their step stand below by its number")
    guard runs.ranges.count < steps.count else { return together }
    var whole = diagram(of: single, words: .beside)
    whole.replaceIfSmall(
      by: together, "steps that follow one another at one organization are put together")
    return whole
  }

  /// Where the words of steps stand.
  private enum Words {
    case beside, whereRoom, none
  }

  private func diagram(of runs: JourneyRuns, words: Words) -> Diagram {
    let lanes = JourneyLanes(of: self)
    let tags = barriers.indices.map { JourneyKey.tag(of: barriers[$0], number: $0) }
    var content = LaneContent(
      lanes: lanes.lanes,
      steps: runs.ranges.map { range in
        LaneContent.Step(
          number: runs.number(of: range), label: label(of: range, in: runs, words),
          place: lanes.placeOf[steps[range.lowerBound].place],
          month: steps[range.lowerBound].day?.monthHeading,
          day: steps[range.lowerBound].day?.ordinal,
          tags: Set(steps[range].flatMap(\.barriers)).sorted().filter(tags.indices.contains)
            .map { tags[$0] }
            + (words == .beside ? feelings(in: range) : []),
          isOpen: steps[range].allSatisfy(\.isWithoutFamily), title: title(of: range))
      },
      links: referrals.compactMap { link($0, in: runs) },
      ticks: time == .toScale && steps.contains { $0.day != nil } ? ticks : nil)
    content.listsWords = words == .whereRoom
    let hasFeelings = steps.indices.contains { !feelings(in: $0..<($0 + 1)).isEmpty }
    return Diagram(
      title: caption.title, facts: caption.facts(counts),
      notShown: caption.printableNotShown
        + (hasFeelings && words != .beside ? ["how the steps felt"] : []),
      summary: summary, notes: [], content: .lanes(content),
      legend: JourneyKey.legend(of: self)
        + (hasFeelings && words == .beside ? [JourneyKey.feelings] : []))
  }

  private func label(of range: Range<Int>, in runs: JourneyRuns, _ words: Words) -> String {
    switch words {
    case .beside: runs.label(of: range)
    case .whereRoom: runs.wholeLabel(of: range)
    case .none: ""
    }
  }

  /// How steps felt, where that was good or bad: of several the worst.
  private func feelings(in range: Range<Int>) -> [LaneContent.Tag] {
    guard let worst = steps[range].compactMap(\.feeling).min() else { return [] }
    return JourneyKey.tag(ofFeeling: worst).map { [$0] } ?? []
  }

  /// The first day, and the beginnings of the months after it.
  private var ticks: [LaneContent.Tick] {
    let days = steps.compactMap(\.day)
    guard let first = days.min(), let last = days.max() else { return [] }
    var ticks = [LaneContent.Tick(day: first.ordinal, text: first.monthHeading)]
    var month = first.nextMonth
    while let day = month, day <= last, ticks.count < 600 {
      ticks.append(LaneContent.Tick(day: day.ordinal, text: day.monthHeading))
      month = day.nextMonth
    }
    return ticks
  }

  private func title(of range: Range<Int>) -> String {
    let place = places[steps[range.lowerBound].place]
    let words = range.map { number -> String in
      let step = steps[number]
      let day = step.day.map { "\($0): " } ?? ""
      return "\(number + 1). \(day)\(DOTText(step.label).plain)"
    }
    return words.joined(separator: "; ")
      + (place.organization.map { ", \(DOTText($0).plain)" } ?? "")
  }

  private func link(_ referral: Referral, in runs: JourneyRuns) -> LaneContent.Link? {
    let from = runs.runOf[referral.step]
    let kind = JourneyKey.words(for: referral.handoff)
    let number = "Step \(referral.step + 1)"
    func link(_ to: LaneContent.Link.End, _ words: String) -> LaneContent.Link {
      LaneContent.Link(
        from: from, to: to, style: JourneyKey.style(of: referral.handoff),
        title: "\(number), \(kind): \(words)")
    }
    switch referral.outcome {
    case .arrived(let step):
      guard runs.runOf[step] != from else { return nil }
      return link(
        .step(runs.runOf[step]), "to step \(step + 1)\(wait(from: referral.step, to: step))")
    case .deadEnd(let name):
      let name = DOTText(name).plain
      return link(.word("✕ \(name)"), "to \(name), never arrived")
    case .open(let name):
      let name = DOTText(name).plain
      return link(.word("? \(name)"), "to \(name), not arrived yet")
    }
  }

  /// How long after one step began another did, in words.
  private func wait(from first: Int, to second: Int) -> String {
    guard let began = steps[first].day, let day = steps[second].day, began <= day else { return "" }
    return ", \(Noun("day").counted(day.ordinal - began.ordinal)) after it began"
  }

  private var counts: [String] {
    let organizations = places.count { $0.organization != nil }
    let silos = Set(places.compactMap(\.silo)).count
    return [
      Noun("step").counted(steps.count),
      "\(Noun.organization.counted(organizations)) in \(Noun.silo.counted(silos))",
      Noun("hand-off").counted(referrals.count),
    ]
  }

  /// The picture in words: barriers first.
  private var summary: String {
    var sentences = ["A family's journey: \(counts.joined(separator: ", "))."]
    for barrier in barriers {
      sentences.append(JourneyKey.sentence(of: barrier).capitalizedFirst + ".")
    }
    let kinds = JourneyKey.kinds.compactMap { kind -> String? in
      let count = referrals.count { $0.handoff == kind }
      return count == 0 ? nil : "\(JourneyKey.words(for: kind)) \(count)"
    }
    if !kinds.isEmpty { sentences.append("Hand-offs: \(kinds.joined(separator: ", ")).") }
    return sentences.joined(separator: " ")
  }
}
