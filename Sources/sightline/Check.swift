import ArgumentParser
import Reports
import SystemMaps

/// `sightline check`: what is wrong or odd in a map, and where.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List errors and findings, each with its place.",
    discussion: """
      One line each: file:row:column: what was found; what was expected.

      sightline check Samples/larkspur
      """)

  @OptionGroup var source: MapArguments

  @Flag(help: "Print the findings as JSON.")
  var json = false

  func run() throws {
    let reading = try source.reading()
    let ids =
      reading.hasCountedIDs
      ? [
        Finding(
          .notice, "no column ID: ids such as organization-1 count the rows and move with them",
          expected: "add the column if ids have to last")
      ] : []
    let findings = reading.map.shared(reading.findings + ids, with: source.share)
    if json {
      Console.printVerbatim(JSONValue.object(["findings": .findings(findings)]).text)
    } else {
      for finding in findings { Console.print("\(finding.severity.rawValue): \(finding)") }
      Console.note(FindingSummary(findings).text)
    }
    if !reading.isUsable { throw ExitCode.failure }
  }
}
