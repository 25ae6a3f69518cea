public import SystemMaps

extension Journeys {
  /// Counts what the cases of a log show together.
  ///
  /// - Parameters:
  ///   - log: The cases: a map's own, ``SystemMap/eventLog``, or those of a file.
  ///   - map: The map of one day that says who works with whom, and whose settings hold.
  ///   - audience: Who may see it; the team sees every count, but no family's name either.
  /// - Complexity: O(events × log(events of a case)), and what ``FlowSuppression`` takes below the
  ///   team.
  public init(of log: EventLog, in map: SystemMap, for audience: Audience) {
    let threshold = audience == .team ? 0 : map.settings.privacyThreshold
    let log = log.withoutFamilyNames(in: map, for: audience)
    let sequences = CaseSequences(of: log)
    let isEnough = log.cases.count >= threshold
    self.audience = audience
    cases = isEnough ? log.cases.count : nil
    let organizations = FlowSuppression(
      FlowTable(of: sequences) { $0.organization }, threshold: threshold
    ).table
    func table(by place: (EventLog.Event) -> UInt32?) -> FlowTable {
      FlowTable(of: sequences, by: place)
        .told(beside: organizations, of: sequences, by: place, threshold: threshold)
    }
    let activities = table { $0.activity }
    let silos = table { $0.silo }
    let workers =
      audience == .team && !log.workers.isEmpty
      ? FlowTable(of: sequences) { $0.worker } : nil
    directlyFollows = activities.flows(threshold: threshold) { log.activities[$0] }
    handovers = organizations.flows(threshold: threshold) { log.organizations[$0].id }
    siloHandovers = silos.flows(threshold: threshold) { log.silos[$0] }
    workerHandovers = workers?.flows(threshold: threshold) { log.workers[$0].id } ?? []

    let routes = JourneyRoutes(of: sequences, handovers: organizations, threshold: threshold)
    self.routes = routes.routes
    losses = Loss.all(
      in: sequences, days: map.settings.followUpDays,
      until: map.settings.date.map { JourneyStep.Moment(day: $0).instant }, threshold: threshold)
    let density = CareDensity(of: sequences)
    visits =
      threshold > 1
      ? []
      : zip(log.organizations, density.families)
        .map { Visit(organization: $0.id, families: $1) }.filter { $0.families > 0 }
        .sorted { ($1.families, $0.organization) < ($0.families, $1.organization) }
    sharedFamilies = density.pairs(of: log, in: map, threshold: threshold)
    let densities = density.densities
    careDensity = densities.count >= threshold ? Spread(of: densities) : nil
    let told = map.shared(with: audience)
    labels = Dictionary(
      (log.organizations + (audience == .team ? log.workers : [])).map {
        ($0.id, told[$0.id]?.label ?? $0.label)
      }, uniquingKeysWith: { first, _ in first })
    suppressed = Suppression(
      threshold: threshold, directlyFollows: activities.hiddenRows,
      handovers: organizations.hiddenRows, siloHandovers: silos.hiddenRows,
      routes: routes.suppressed)
    let hidesRows = suppressed.handovers + suppressed.directlyFollows > 0
    events = isEnough && !hidesRows ? log.events.count : nil
    findings = Self.findings(on: sequences, organizations)
  }

  /// Whether a number of families, or how many of all are not among them, is too small to be told.
  static func isSmall(_ families: Int, of all: Int, threshold: Int) -> Bool {
    (1..<max(1, threshold)).contains(families) || (1..<max(1, threshold)).contains(all - families)
  }

  /// What was odd, in words without numbers: they may be of few families.
  private static func findings(on sequences: CaseSequences, _ organizations: FlowTable) -> [Finding]
  {
    var findings: [Finding] = []
    func note(_ isSo: Bool, _ message: String, _ expected: String) {
      if isSo { findings.append(Finding(.notice, message, expected: expected)) }
    }
    note(
      sequences.hasSingleTimes, "events tell one time each",
      "it is taken as their start and their end; waits include what the events took")
    note(
      sequences.undated > 0, "some events have no time",
      "each stands after the one above it in the file")
    note(
      sequences.equalTimes > 0, "some events of a case begin at the same time",
      "they stand in the order of the file")
    note(
      organizations.unknown > 0, "some events have no organization",
      "the steps to and from them are no handovers")
    note(
      sequences.log.referrals.isEmpty, "no step names a referral",
      "where families are lost cannot be told")
    return findings
  }
}
