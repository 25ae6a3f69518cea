import SystemMaps

// The common agenda.
extension ConditionSurvey {
  var sectorsDeciding: Answer {
    let sectors = Set(organizations.compactMap { sector(of: $0.id) })
    guard !sectors.isEmpty else { return .unknown("no organization has a sector") }
    let seats = decidingSeats
    guard !seats.isEmpty else { return .unknown("no table that decides has filled seats") }
    let speaking = seats.map { map.organization(of: $0).flatMap { sector(of: $0) } }
    let present = Set(speaking.compactMap(\.self)).intersection(sectors)
    return .figure(
      ConditionFigure(
        count: present.count, total: sectors.count,
        sentence: "\(present.count) of \(ChanceWords.count(sectors.count, "sector")) "
          + "\(present.count == 1 ? "has" : "have") a seat where decisions are made; no sector is "
          + "known of \(speaking.count { $0 == nil }) of the "
          + "\(ChanceWords.count(seats.count, "seat")) there",
        evidenceTitle: "no seat there yet, as reported",
        evidence: sectors.subtracting(present).sorted().map {
          ConditionFigure.Evidence(text: $0, elements: [])
        }))
  }

  var residentsDeciding: Answer {
    let seats = atDecidingTables(map.seats)
    guard !seats.isEmpty else { return .unknown("no table that decides has filled seats") }
    let holders = seats.map { $0.holder.flatMap { map[$0] } }
    let known = holders.compactMap(\.self)
    guard !known.isEmpty else { return .unknown("no seat where decisions are made is named") }
    let residents = known.filter { $0.type == .resident || $0.type == .household }
    let unnamed = residents.count { !map.mayName($0, to: audience) }
    if map.isSuppressed(count: unnamed) {
      return .unknown(
        "residents sit there, fewer than \(map.settings.privacyThreshold), and so small a number "
          + "is not shown")
    }
    return .figure(
      ConditionFigure(
        count: residents.count, total: known.count, unknown: holders.count - known.count,
        sentence: "Residents hold \(residents.count) of "
          + "\(ChanceWords.count(known.count, "seat")) where decisions are made",
        evidenceTitle: "where decisions are made",
        evidence: decidingTables.map { ConditionFigure.Evidence(text: "", elements: [$0.id]) }))
  }

  var linkedToObjectives: Answer {
    let aims: Set<ElementType> = [.objective, .strategy, .indicator]
    guard map.elements.contains(where: { aims.contains($0.type) }) else {
      return .unknown("the map has no objective, strategy or indicator")
    }
    guard !organizations.isEmpty else { return .unknown("the map has no organization") }
    let types: Set<ConnectionType> = [.responsibleFor, .contributesTo, .reports]
    let linked = Set(
      connections.filter { tie in
        types.contains(tie.type) && (map[tie.to].map { aims.contains($0.type) } ?? false)
      }.map(\.from))
    let with = organizations.filter { linked.contains($0.id) }
    return .figure(
      ConditionFigure(
        count: with.count, total: organizations.count,
        sentence: "\(with.count) of \(ChanceWords.count(organizations.count, "organization")) own, "
          + "contribute to or report on what the work aims at, as reported",
        listing: "no such link reported",
        organizations.filter { !linked.contains($0.id) }.map(\.id)))
  }
}

// Shared measurement.
extension ConditionSurvey {
  /// Who reports an indicator, by its cell and the `reports` rows.
  private func reporters(of indicator: Element) -> SystemMaps.Answer<[ElementID]> {
    let rows = map.connections.filter { $0.type == .reports && $0.to == indicator.id }.map(\.from)
    let cell = indicator.indicator.reporters
    guard !rows.isEmpty else { return cell }
    return .given(cell.elements + rows.filter { !cell.elements.contains($0) })
  }

  private var reported: (known: [(indicator: Element, reporters: Set<ElementID>)], unknown: Int) {
    var known: [(Element, Set<ElementID>)] = []
    var unknown = 0
    for indicator in elements(.indicator) {
      switch reporters(of: indicator) {
      case .given(let reporters): known.append((indicator, Set(reporters)))
      case .nobody: known.append((indicator, []))
      case .unknown, .preferNotToSay: unknown += 1
      }
    }
    return (known, unknown)
  }

  var severalReporters: Answer {
    guard !elements(.indicator).isEmpty else { return .unknown("the map has no indicator") }
    let (known, unknown) = reported
    guard !known.isEmpty else { return .unknown("no indicator says who reports it") }
    let single = known.filter { $0.reporters.count < 2 }
    let one = single.count { $0.reporters.count == 1 }
    let none = single.count - one
    return .figure(
      ConditionFigure(
        count: known.count - single.count, total: known.count, unknown: unknown,
        sentence: "\(known.count - single.count) of "
          + "\(ChanceWords.count(known.count, "indicator")) have two reporters or more, "
          + "\(one) one, \(none) none",
        listing: "one reporter or none", single.map(\.indicator.id)))
  }

  var reportingOrganizations: Answer {
    let (known, _) = reported
    guard !known.isEmpty, !organizations.isEmpty else {
      return .unknown("no indicator says who reports it")
    }
    let reporting = Set(known.flatMap(\.reporters))
    let without = organizations.filter { !reporting.contains($0.id) }
    return .figure(
      ConditionFigure(
        count: organizations.count - without.count, total: organizations.count,
        sentence: "\(organizations.count - without.count) of "
          + "\(ChanceWords.count(organizations.count, "organization")) report data for an "
          + "indicator, as reported",
        listing: "no indicator reported", without.map(\.id)))
  }

  var recentIndicators: Answer {
    let indicators = elements(.indicator)
    guard !indicators.isEmpty else { return .unknown("the map has no indicator") }
    guard let day = map.settings.date else { return .unknown("the map has no date") }
    let dated = indicators.filter { $0.indicator.asOf != nil }
    guard !dated.isEmpty else { return .unknown("no indicator says of which day it is") }
    let old = dated.filter { ($0.indicator.asOf.map { day.days(after: $0) } ?? 0) > 365 }
    return .figure(
      ConditionFigure(
        count: dated.count - old.count, total: dated.count, unknown: indicators.count - dated.count,
        sentence: "\(dated.count - old.count) of \(ChanceWords.count(dated.count, "indicator")) "
          + "were stated within the year before \(day)",
        listing: "older than a year", old.map(\.id)))
  }

  var improvingIndicators: Answer {
    let indicators = elements(.indicator)
    guard !indicators.isEmpty else { return .unknown("the map has no indicator") }
    let trends = indicators.compactMap(\.indicator.trend)
    guard !trends.isEmpty else { return .unknown("no indicator has a trend") }
    func count(_ trend: IndicatorFacts.Trend) -> Int { trends.count { $0 == trend } }
    return .figure(
      ConditionFigure(
        count: count(.improving), total: trends.count, unknown: indicators.count - trends.count,
        sentence: "\(count(.improving)) of \(ChanceWords.count(trends.count, "indicator")) "
          + "improve, \(count(.flat)) are flat, \(count(.worsening)) worsen",
        listing: "worsening",
        indicators.filter { $0.indicator.trend == .worsening }.map(\.id)))
  }
}
