public import Insights
public import SystemMaps

extension JourneyPicture {
  /// Creates the picture of one case.
  ///
  /// Whether the audience may see the case at all is for the caller to ask: see
  /// `SystemMap.consent(toShow:)`. Workers are named to nobody; the household only to the team.
  ///
  /// - Parameters:
  ///   - journey: The case.
  ///   - map: The map with all names, of the day.
  ///   - audience: Who will see the picture.
  ///   - time: What distances show.
  ///   - palette: The colours.
  public init(
    of journey: CaseJourney, in map: SystemMap, for audience: Audience, time: Time = .order,
    palette: Palette = .standard
  ) {
    let names = JourneyNames(of: map, for: audience)
    var places: [Place] = []
    var placeOf: [ElementID?: Int] = [:]
    let barrierOf = Dictionary(
      journey.barriers.enumerated().map { ($0.element.element, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    let steps = journey.steps.map { step in
      let record = step.record
      if placeOf[record.organization] == nil {
        placeOf[record.organization] = places.count
        places.append(
          Place(
            record.organization.map(names.name(of:)),
            silo: record.organization.flatMap { map[$0]?.value(of: map.sectorAttribute) }
              ?? record.sector))
      }
      return Step(
        names.text(record.activity), at: placeOf[record.organization] ?? 0,
        day: (record.start ?? record.end)?.day,
        barriers: record.barriers.compactMap { barrierOf[$0] },
        isWithoutFamily: record.channel?.lowercased() == "without the family",
        feeling: record.feeling)
    }
    self.init(
      caption: Caption(
        journey: journey, in: map, for: audience, title: "A family's journey",
        notShown: ["workers", "time to scale"].filter { time == .order || $0 == "workers" }),
      places: places,
      barriers: journey.barriers.map { barrier in
        Barrier(
          names.name(of: barrier.element), ownership: Barrier.Ownership(barrier.ownership),
          told: barrier.toldWorkers.count)
      },
      steps: steps,
      referrals: journey.referrals.map { referral in
        Referral(
          from: referral.step - 1, Referral.Outcome(referral, names: names),
          handoff: referral.handoff)
      }, time: time, palette: palette.naming(groupsOf: map, by: map.sectorAttribute))
  }
}

extension JourneyPicture.Barrier.Ownership {
  fileprivate init(_ ownership: CaseJourney.Barrier.Ownership) {
    switch ownership {
    case .nobody: self = .nobody
    case .notKnown: self = .notKnown
    case .owned: self = .owned
    }
  }
}

extension JourneyPicture.Referral.Outcome {
  fileprivate init(_ referral: CaseJourney.Referral, names: JourneyNames) {
    switch referral.outcome {
    case .answered(let step): self = .arrived(step - 1)
    case .deadEnd: self = .deadEnd(names.name(of: referral.to))
    case .open: self = .open(names.name(of: referral.to))
    }
  }
}

extension Caption {
  /// Creates the caption of one case; its name is for the team.
  init(
    journey: CaseJourney, in map: SystemMap, for audience: Audience, title: String,
    notShown: [String]
  ) {
    let name = journey.household.flatMap { map[$0]?.label } ?? journey.caseName
    // A map of one family is called by its name.
    let names = JourneyNames(of: map, for: audience)
    self.init(
      title: audience == .team ? "\(title): \(name)" : title,
      map: map.settings.title.flatMap { $0 == name ? nil : names.text($0) },
      date: map.settings.date?.description, audience: audience, notShown: notShown)
  }
}
