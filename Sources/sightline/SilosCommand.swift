public import ArgumentParser
public import Insights
import Reports
import SystemMaps

extension Silos.Search.Method: ExpressibleByArgument {}

/// `sightline silos`: the groups that ties show, against the declared sectors.
struct SilosCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "silos",
    abstract: "Find the groups that the ties show, and compare them with the sectors.",
    discussion: """
      Groups are called silos only if random networks are less grouped. What joins them, who has \
      not met yet, and how far the answers carry stand beside them, each figure with its meaning.

      sightline silos Samples/larkspur --by Sector
      """)

  @OptionGroup var source: MapArguments
  @OptionGroup var network: NetworkArguments

  @Option(help: "The attribute to compare with; the sector if absent.")
  var by: String?

  @Option(
    help: ArgumentHelp(
      "How to look for groups: "
        + "\(Silos.Search.Method.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "name"))
  var method: Silos.Search.Method = .leiden

  @Option(
    help: ArgumentHelp(
      "How fine to look, above 0: larger gives smaller groups; 1 if absent, and for leiden-cpm the "
        + "density of the network.",
      valueName: "number"))
  var resolution: Double?

  @Flag(help: "Print everything as JSON.")
  var json = false

  func validate() throws {
    if let resolution, !(resolution > 0 && resolution.isFinite) {
      throw ValidationError("--resolution \(resolution): expected a number above 0.")
    }
  }

  func run() throws {
    let (map, findings) = try source.load()
    let network = try source.figuresNetwork(network.scope, of: map)
    let study = showingProgress("Looking for silos") { meter in
      SiloStudy(
        of: network, in: map, against: by.map { AttributeName($0) }, audience: source.share,
        search: Silos.Search(method, resolution: resolution), seed: source.seed,
        progress: meter.reach)
    }
    let report = SiloReport(study, of: map, for: source.share)
    if json {
      Console.printVerbatim(report.json.text)
    } else {
      Console.printLines(report.text)
    }
    Console.tell(findings)
  }
}
