import ArgumentParser
import Insights
import Reports
import SystemMaps

/// `sightline inclusion`: who sits where, against benchmarks, and who is heard.
struct InclusionCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inclusion",
    abstract: "Compare the seats of each table with the people it is there for.",
    discussion: """
      Figures are for the team; others see bands, unless the map records a consent. A table whose \
      row says Drawn from is compared with that list of members, by the columns you gave them.

      sightline inclusion Samples/larkspur --share team --json
      sightline inclusion Samples/prairie-basin --share team --by Sector
      """)

  @OptionGroup var source: MapArguments

  @Option(help: "One more column to compare with. Repeatable.")
  var by: [String] = []

  @Flag(help: "Print everything as JSON.")
  var json = false

  func run() throws {
    let (map, findings) = try source.load()
    let network = try source.figuresNetwork(NetworkScope(), of: map)
    let report = showingProgress("Comparing seats") {
      let inclusion = Inclusion(
        of: map, alsoBy: by.map { AttributeName($0) }, seed: source.seed)
      return InclusionReport(inclusion, in: network, of: map, for: source.share)
    }
    if json {
      Console.printVerbatim(report.json.text)
    } else {
      print(report)
      Console.tell(report.inclusion.findings + report.voice.findings)
    }
    Console.tell(findings)
  }

  private func print(_ report: InclusionReport) {
    let sentences = report.sentences
    if sentences.isEmpty {
      Console.note("No table has seats and a benchmark: there is nothing to compare.")
    }
    for (table, sentence, details) in sentences {
      Console.print("\(table): \(sentence)")
      for detail in details { Console.print("  \(detail)") }
    }
    let others =
      report.inclusion.tiers.compactMap(\.sentence) + report.mixing.map(\.sentence)
      + report.inclusion.concentration.compactMap(\.sentence) + report.voiceSentences
      + report.power.sentences + report.unknownSentences
    for sentence in others { Console.print(sentence) }
  }
}
