import ArgumentParser
import Insights
import Reports
import SystemMaps

/// `sightline conditions`: the five conditions of collective impact.
struct ConditionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conditions",
    abstract: "See what the map shows of the five conditions of collective impact.",
    discussion: """
      Every cell is computed from the map, declared in its settings (Declared: agreed problem), or \
      unknown. There is no total.

      sightline conditions Samples/larkspur --json
      """)

  @OptionGroup var source: MapArguments

  @Flag(help: "Print everything as JSON.")
  var json = false

  func run() throws {
    let (map, findings) = try source.load()
    let report = showingProgress("Looking at the conditions") {
      ConditionsReport(of: map, for: source.share)
    }
    if json {
      Console.printVerbatim(report.json.text)
    } else {
      Console.printLines(report.text)
      Console.tell(map.shared(report.conditions.findings, with: source.share))
    }
    Console.tell(findings)
  }
}
