import ArgumentParser
import Insights
import Reports
import SystemMaps

/// `sightline inclusion`: who sits where, against benchmarks.
struct InclusionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inclusion",
    abstract: "Compare the seats of each table with the people it is there for.",
    discussion: """
      Figures are for the team; others see bands, unless the map records a consent.

      sightline inclusion Samples/larkspur --share team --json
      """)

  @OptionGroup var source: MapArguments

  @Flag(help: "Print everything as JSON.")
  var json = false

  func run() throws {
    let (map, _) = try source.load()
    let inclusion = showingProgress("Comparing seats") { Inclusion(of: map, seed: source.seed) }
    let report = InclusionReport(inclusion, of: map, for: source.share)
    if json {
      Console.printVerbatim(report.json.text)
      return
    }
    if report.sentences.isEmpty {
      Console.note("No table has seats and a benchmark: there is nothing to compare.")
    }
    for line in report.sentences { Console.print("\(line.table): \(line.sentence)") }
    for sentence in report.inclusion.tiers.compactMap(\.sentence) { Console.print(sentence) }
    for sentence in report.inclusion.concentration.compactMap(\.sentence) {
      Console.print(sentence)
    }
    for finding in report.inclusion.findings { Console.note("note: \(finding)") }
  }
}
