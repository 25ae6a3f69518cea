import ArgumentParser
import Graphs
import Insights
import Reports
import SystemMaps

/// `sightline measure`: measures of elements and of the network.
struct MeasureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure",
    abstract: "Measure the elements and the network.",
    discussion: """
      Names of measures are the field's own: `sightline measures` lists them.

      sightline measure Samples/larkspur --measures degree,betweenness --json
      sightline measure nodes.csv --connections edges.csv --by sector --json
      """)

  @OptionGroup var source: MapArguments
  @OptionGroup var network: NetworkArguments

  @Option(help: ArgumentHelp("Measures, with commas, or `all`.", valueName: "a,b|all"))
  var measures: String?

  @Option(help: "The attribute whose groups ties are compared with; the sector if absent.")
  var by: String?

  @Option(help: "An earlier day, as YYYY-MM-DD: what changed since is measured too.")
  var since: CalendarDate?

  @Option(help: "The most threads to use; all cores if absent. The figures are the same.")
  var threads: Int?

  @Option(
    help: ArgumentHelp(
      "Estimate betweenness and harmonic closeness from a sample, to within this share.",
      valueName: "error"))
  var estimate: Double?

  @Flag(help: "Print everything as JSON.")
  var json = false

  @Flag(help: "Print the elements as CSV.")
  var csv = false

  func validate() throws {
    if let threads, threads < 1 {
      throw ValidationError("--threads \(threads): expected 1 or more.")
    }
    if let estimate, !(estimate > 0 && estimate < 1) {
      throw ValidationError(
        "--estimate \(estimate): expected a share between 0 and 1, such as 0.01.")
    }
    if json && csv { throw ValidationError("--json and --csv exclude each other.") }
    _ = try set
  }

  private var set: MeasureSet {
    get throws {
      guard let measures else { return .standard }
      if measures == "all" { return .all }
      do {
        let set = try MeasureSet(names: measures.split(separator: ",").map(String.init))
        guard set.measures.isEmpty else { return set }
      } catch {
        throw ValidationError("--measures: \(error) `sightline measures` lists all.")
      }
      throw ValidationError("--measures names none; leave it away for the usual ones.")
    }
  }

  func run() throws {
    let (map, findings) = try source.load()
    let network = try source.figuresNetwork(network.scope, of: map)
    let set = try set
    let earlier = try since.map { day in
      try source.figuresNetwork(self.network.scope, of: source.reading().map.on(day))
    }
    if estimate == nil { offerEstimate(of: set, network: network) }
    let influence = showingProgress("Measuring \(network.graph.nodeCount) elements") {
      Parallelism.$threads.withValue(threads) {
        Influence(
          of: network, in: map, measures: set, by: by.map { AttributeName($0) },
          audience: source.share, since: earlier,
          precision: estimate.map { .within(error: $0) } ?? .exact, seed: source.seed)
      }
    }
    let report = MeasureReport(
      influence, of: network, in: map, for: source.share, findings: findings)
    if json {
      Console.printVerbatim(report.json.text)
    } else {
      if csv { Console.printVerbatim(report.csv) } else { Console.printLines(report.text) }
      Console.tell(report.findings)
    }
  }

  /// Says beforehand that exact betweenness will take minutes, and what would not.
  private func offerEstimate(of set: MeasureSet, network: Network) {
    guard set.measures.contains(where: { [.betweenness, .betweennessNormalized].contains($0) })
    else { return }
    let isWeighted = network.graph.isWeighted
    let work = network.graph.betweennessWork(distances: isWeighted ? .inverseWeight : .hops)
    let minutes = work / (isWeighted ? 1e8 : 1e9) / 60
    guard minutes > 1 else { return }
    Console.note(
      "note: exact betweenness will take about \(Int(minutes.rounded(.up))) minutes on one core; "
        + "--estimate 0.01 is sooner, to within 0.01")
  }
}
