import ArgumentParser
import Diagrams
import Reports
import SystemMaps

/// `sightline report`: everything, into a folder.
struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Write the whole report into a folder.",
    discussion: """
      index.html needs nothing beside it; the diagrams and figures are there as files too.

      sightline report Samples/larkspur -o larkspur-report --for kickoff
      sightline report Samples/household-h07 -o h07-report --for journey --share team

      For journeys MAP may be an event log: CSV, XES or XES.gz.
      """)

  @OptionGroup var source: MapArguments
  @OptionGroup var page: PageArguments

  @Option(name: .shortAndLong, help: "The folder to write into.")
  var output: String

  @Option(name: .customLong("for"), help: "What the report is for: kickoff, journey or full.")
  var subject: ReportSubject = .full

  @Option(
    help: ArgumentHelp(
      "Formats, with commas: \(MapReport.Format.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "format,…"))
  var formats: String?

  @OptionGroup(title: "Journeys") var family: CaseArguments

  @Option(
    help: ArgumentHelp(
      "An earlier day of MAP, or an earlier map, to stand beside a family's pictures.",
      valueName: "day|map"))
  var before: String?

  @OptionGroup var watching: WatchArguments

  func validate() throws { _ = try formatSet }

  private var formatSet: Set<MapReport.Format>? {
    get throws {
      guard let formats else { return nil }
      return try Set(
        formats.split(separator: ",").map { name in
          guard let format = MapReport.Format(rawValue: String(name)) else {
            let names = MapReport.Format.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("--formats \(name): expected \(names).")
          }
          return format
        })
    }
  }

  func run() throws {
    try watching.run(source) {
      guard let purpose = subject.purpose else { return try writeJourneys() }
      let (map, findings) = try source.load()
      try writeReport(
        of: map, findings: findings, source: source, purpose: purpose, formats: formatSet,
        page: page.page, into: output)
      return output
    }
  }
}

/// What a report is for.
enum ReportSubject: String, CaseIterable, ExpressibleByArgument {
  case kickoff
  case journey
  case full

  /// What a report of the map is for; `nil` for one of the journeys on it.
  var purpose: MapReport.Purpose? {
    switch self {
    case .kickoff: .kickoff
    case .journey: nil
    case .full: .full
    }
  }
}

extension ReportCommand {
  /// Writes the report on journeys, and returns the folder.
  private func writeJourneys() throws -> String {
    let cases = try source.cases(tellingOf: family.name)
    let earlier = try before.map(source.earlierMap)
    let formats = try formatSet
    let edition = try showingProgress("Making the report") { meter in
      try JourneyMapReport(
        of: cases.map, following: cases.log, case: family.name,
        beside: [earlier].compactMap(\.self), for: source.share
      ).edition(formats: formats, page: page.page, progress: meter.settle)
    }
    try write(edition, into: output)
    return output
  }
}

/// Makes a report and writes it, each file whole or not at all.
func writeReport(
  of map: SystemMap, findings: [Finding], source: MapArguments, purpose: MapReport.Purpose,
  formats: Set<MapReport.Format>?, page: Page, into folder: String
) throws {
  let edition = showingProgress("Making the report") { meter in
    MapReport(
      of: map, for: source.share, purpose: purpose, findings: findings, seed: source.seed,
      progress: meter.reach
    ).edition(formats: formats, page: page, progress: meter.settle)
  }
  try write(edition, into: folder)
}

/// Writes the files of a report.
private func write(_ edition: MapReport.Edition, into folder: String) throws {
  do {
    try OutputFile.write(edition.files, into: folder)
  } catch {
    throw CommandFailure(error.description)
  }
  for finding in edition.findings { Console.note("warning: \(finding)") }
  for advice in edition.advice { Console.note("note: \(advice)") }
  let first = edition.files.first.map { "\(folder)/\($0.name)" } ?? folder
  Console.print(first.replacing("//", with: "/"))
}
