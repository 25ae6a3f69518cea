import ArgumentParser
import Insights
import Reports
import SystemMaps

/// `sightline journey`: one family's way through the services, or many families' together.
struct JourneyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journey",
    abstract: "Follow one family through the services, or many families together.",
    discussion: """
      MAP may also be an event log: CSV with an event a row, XES or XES.gz. One case is for the team, \
      and for others only with the family's consent. Of many cases nothing is shown that concerns \
      fewer families than the setting Privacy threshold.

      sightline journey Samples/household-h07 --case H-07 --share team
      sightline journey Samples/household-h07 --case H-07 --on 2026-04-01 --before 2026-03-01 --json
      sightline journey permits.xes.gz --threshold 0 --json
      """)

  @OptionGroup var source: MapArguments

  @Option(help: "The case to follow: as its steps write it, or its household's ID or label.")
  var `case`: String?

  @Option(
    help: ArgumentHelp(
      "A day of the same map, or another map, to compare the case with, as before a convening.",
      valueName: "day|map"))
  var before: String?

  @Option(
    help: ArgumentHelp("An event log whose cases are followed on MAP.", valueName: "file"))
  var log: String?

  @Option(
    help: ArgumentHelp(
      "Show nothing of fewer families; 0 shows all, for logs of things. The setting if absent.",
      valueName: "number"))
  var threshold: Int?

  @Flag(help: "Print everything as JSON.")
  var json = false

  func validate() throws {
    if before != nil, `case` == nil {
      throw ValidationError("--before compares one case: add --case CASE.")
    }
    if let threshold, threshold < 0 {
      throw ValidationError("--threshold \(threshold): expected a whole number, 0 or more.")
    }
  }

  func run() throws {
    if let log {
      let (map, findings) = try source.load()
      try follow(try source.file.log(at: log), on: map)
      return tell(findings)
    }
    if try source.file.isLog {
      var map = SystemMap()
      map.settings.date = source.on
      return try follow(try source.file.log(at: source.map), on: map)
    }
    let (map, findings, whole) = try readMap()
    if let name = `case` {
      try follow(name, in: map, of: whole)
    } else {
      if map.journeySteps.isEmpty {
        Console.note("No step of a journey is on the map: there is nothing to follow.")
      }
      try count(map.eventLog, in: map)
    }
    tell(findings)
  }

  /// Tells what to know about the files; of many families together only that there is something,
  /// since nobody is named there and a finding quotes names.
  private func tell(_ findings: [Finding]) {
    guard `case` == nil else { return Console.tell(findings) }
    guard !findings.isEmpty else { return }
    let counts = FindingSummary(findings).counts
    Console.note("note: the files of the map: \(counts) `sightline check` tells which.")
  }

  /// The map of the day, what to know about its files, and the map of all days.
  private func readMap() throws -> (map: SystemMap, findings: [Finding], whole: SystemMap) {
    do {
      let reading = try source.reading()
      let (map, findings) = try source.load(reading)
      return (map, findings, reading.map)
    } catch let errors as MapErrors {
      if source.map.lowercased().hasSuffix(".csv") {
        Console.note(
          "note: if this is an event log, name its columns: --column journeys.Case=THEIRS "
            + "--column journeys.Step=THEIRS --column \"journeys.Start date=THEIRS\"")
      }
      throw errors
    }
  }

  private func follow(_ log: EventLog, on map: SystemMap) throws {
    let (matched, findings) = log.matched(to: map)
    for finding in findings { Console.note("note: \(finding)") }
    guard let name = `case` else { return try count(matched, in: map) }
    guard let map = map.taking(caseNamed: name, from: matched) else { throw noCase }
    try follow(name, in: map, of: map)
  }

  private func follow(_ name: String, in map: SystemMap, of whole: SystemMap) throws {
    guard let journey = map.journeyCase(named: name) else { throw noCase }
    let report = try JourneyReport(
      of: journey, in: map, comparedWith: try before.map(source.earlierMap), for: source.share)
    if json {
      Console.printVerbatim(report.json.text)
    } else {
      Console.printLines(report.text)
    }
  }

  private var noCase: CommandFailure {
    CommandFailure("there is no such case; expected one of the journeys' column Case")
  }

  private func count(_ log: EventLog, in map: SystemMap) throws {
    var map = map
    map.settings.privacyThreshold = threshold ?? map.settings.privacyThreshold
    let journeys = showingProgress("Counting") {
      Journeys(of: log, in: map, for: source.share)
    }
    let report = JourneysReport(journeys, of: map)
    if json {
      Console.printVerbatim(report.json.text)
    } else {
      Console.printLines(report.text)
    }
  }
}
