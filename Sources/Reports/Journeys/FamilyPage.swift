import Insights
public import SystemMaps

/// A page that can be given to a family: its own way through the services, in its own order.
///
/// It holds no codes and no names of others: neither workers nor residents, in what somebody typed
/// either. It is made only under a recorded consent that has not ended, whoever asks.
///
///     let page = try FamilyPage(of: shared, in: .spanish)
///     page.html
public struct FamilyPage: Hashable, Sendable {
  /// A part of the page.
  struct Section: Hashable, Sendable {
    let title: String
    var paragraphs: [String] = []
    var items: [String] = []
    /// Lines to write on.
    var lines = 0
  }

  /// The language.
  public let language: FamilyLanguage
  let title: String
  let lead: String
  let sections: [Section]
  let stamp: String

  /// Writes the page.
  ///
  /// - Parameters:
  ///   - shared: The case.
  ///   - language: The language of the page; what somebody typed stays as it is.
  /// - Throws: `MapErrors` if the family's consent is not recorded, or does not hold.
  public init(of shared: SharedCase, in language: FamilyLanguage) throws(MapErrors) {
    // The team too: the page is made to leave the team.
    try shared.map.requireConsent(toShow: shared.record, to: .members)
    let words = FamilyWords(language)
    let names = JourneyNames(of: shared.map, for: .members, words: words.people)
    let journey = shared.journey
    self.language = language
    title = words.title
    lead = words.lead
    let parts: [Section?] = [
      Self.barriers(of: journey, words: words, names: names),
      Self.askedAgain(of: journey, words: words),
      Self.endings(of: journey, words: words, names: names),
      Self.time(of: journey, words: words),
      Section(title: words.stepsTitle, paragraphs: [words.stepsLead]),
    ]
    sections =
      parts.compactMap { $0 } + Self.months(of: journey, words: words, names: names) + [
        Section(title: words.ownTitle, paragraphs: [words.ownLead], lines: 5),
        Section(
          title: words.consentTitle, paragraphs: [words.consent(names.text(shared.consent.note))]),
      ]
    stamp = words.stamp(shared.map.settings.date)
  }

  private static func barriers(
    of journey: CaseJourney, words: FamilyWords, names: JourneyNames
  ) -> Section? {
    guard !journey.barriers.isEmpty else { return nil }
    return Section(
      title: words.barriersTitle,
      items: journey.barriers.map { barrier in
        words.barrier(
          names.name(of: barrier.element), ownership: barrier.ownership,
          owners: Set(barrier.owners.compactMap(names.organization(behind:))).sorted(),
          told: barrier.toldWorkers.count)
      })
  }

  private static func askedAgain(of journey: CaseJourney, words: FamilyWords) -> Section? {
    guard !journey.askedAgain.isEmpty else { return nil }
    return Section(
      title: words.againTitle,
      items: journey.askedAgain.map { words.again($0.item, organizations: $0.organizations.count) })
  }

  private static func endings(
    of journey: CaseJourney, words: FamilyWords, names: JourneyNames
  ) -> Section? {
    let items =
      journey.deadEnds.map { words.deadEnd(names.name(of: $0.to)) }
      + journey.openEnds.map { words.openEnd(names.name(of: $0.to)) }
    return items.isEmpty ? nil : Section(title: words.endsTitle, items: items)
  }

  private static func time(of journey: CaseJourney, words: FamilyWords) -> Section {
    let days = journey.steps.flatMap { [$0.record.start?.day, $0.record.end?.day] }
      .compactMap(\.self)
    var paragraphs = [
      words.met(organizations: journey.organizations.count, workers: journey.workers.count)
    ]
    if let first = days.min(), let last = days.max() {
      paragraphs.append(words.span(first, last, visits: journey.burden.visits))
    }
    if let hours = journey.burden.familyHours { paragraphs.append(words.hours(hours)) }
    return Section(title: words.timeTitle, paragraphs: paragraphs)
  }

  /// The steps, a part for each month.
  private static func months(
    of journey: CaseJourney, words: FamilyWords, names: JourneyNames
  ) -> [Section] {
    var sections: [Section] = []
    for step in journey.steps {
      let day = (step.record.start ?? step.record.end)?.day
      let title = day.map(words.month) ?? words.undated
      if sections.last?.title != title { sections.append(Section(title: title)) }
      let sentOn = journey.referrals.filter { $0.step == step.number }.map { referral in
        words.sentOn(names.name(of: referral.to), handoff: referral.handoff)
      }
      sections[sections.count - 1].items.append(
        words.step(
          names.text(step.record.activity), day: day,
          organization: step.record.organization.map(names.name(of:)),
          withoutFamily: step.record.channel?.lowercased() == "without the family",
          feeling: step.record.feeling, sentOn: sentOn))
    }
    return sections
  }
}

extension Consent {
  /// The note of a consent that holds.
  fileprivate var note: String {
    guard case .given(let note) = self else { return "" }
    return note
  }
}
