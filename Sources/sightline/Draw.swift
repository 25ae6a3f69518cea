import ArgumentParser
import Diagrams
import Insights
import Reports
import SystemMaps

/// `sightline draw`: one diagram.
struct Draw: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Draw one view of the map.",
    discussion: """
      The ending of FILE names the format: .svg, .pdf, .png, .dot, or .json for the positions.

      sightline draw Samples/larkspur system -o map.pdf --page a4
      sightline draw Samples/larkspur system -o map.svg --page a3 --size betweenness
      sightline draw Samples/larkspur ego --focus "Riverbend Clinic" -o clinic.pdf --page a4
      sightline draw map.xlsx difference --before 2025-06-01 -o change.pdf
      sightline draw map.xlsx system -o map.pdf --watch
      sightline draw Samples/household-h07 journey -o journey.pdf --page a3

      For journey, ecomap, care-team and flow MAP may be an event log: CSV, XES or XES.gz.

      sightline draw visits.xes.gz flow -o flow.pdf
      """)

  @OptionGroup var source: MapArguments

  @Argument(help: "What to draw: \(DrawnView.allValueStrings.joined(separator: ", ")).")
  var view: DrawnView

  @OptionGroup(title: "Journeys") var family: CaseArguments

  @OptionGroup var network: NetworkArguments
  @OptionGroup var page: PageArguments

  @Option(name: .shortAndLong, help: "The file to write.")
  var output: String

  @Option(help: "The attribute that colours the elements; the sector if absent.")
  var by: String?

  @Option(help: "The measure that sizes the labels; all are of one size if absent.")
  var size: String?

  @OptionGroup var rules: RuleArguments

  @Option(
    help: ArgumentHelp(
      "An earlier day of MAP, or an earlier map: for difference, and beside a family's picture.",
      valueName: "day|map"))
  var before: String?

  @Option(help: "The colours: \(PaletteName.allCases.map(\.rawValue).joined(separator: ", ")).")
  var palette: PaletteName = .standard

  @Option(help: "The pixels to an inch of a .png, 36 to 600: 96 for a screen, 300 for print.")
  var dpi = 150

  @OptionGroup var keeping: KeepArguments

  @OptionGroup var watching: WatchArguments

  func validate() throws {
    _ = try measure
    guard (36...600).contains(dpi) else {
      throw ValidationError("--dpi \(dpi): expected a whole number from 36 to 600.")
    }
    if keeping.output != nil, let regret = DrawingWish.keep.regret(in: view) {
      throw ValidationError(regret)
    }
    if case .map(.difference) = view, before == nil {
      throw ValidationError("difference: name the earlier map with --before FILE, or a day.")
    }
    guard format != nil || output.hasSuffix(".dot") || output.hasSuffix(".json") else {
      throw ValidationError("\(output): the name must end in .svg, .pdf, .png, .dot or .json.")
    }
  }

  private var format: DrawingFormat? {
    output.split(separator: ".").last.flatMap { DrawingFormat(rawValue: $0.lowercased()) }
  }

  private var measure: Measure? {
    get throws {
      guard let size else { return nil }
      guard let measure = Measure(named: size), measure.subject == .element else {
        let names = Measure.all.filter { $0.subject == .element }.map(\.name)
        throw ValidationError(
          "--size \(size): expected one of \(names.joined(separator: ", ")).")
      }
      return measure
    }
  }

  func run() throws {
    for regret in wishes.compactMap({ $0.regret(in: view) }) { Console.note("note: \(regret)") }
    try keeping.refuseWhatIsThere(beside: source.file)
    try watching.run(source, draw)
  }

  /// Draws the map as it is now, and returns the file.
  private func draw() throws -> String {
    let (map, diagram) = try pictured()
    do {
      let bytes = try showingProgress("Drawing") {
        let kept = map.positions(of: view.name, else: MapDiagram.system.rawValue)
        let drawing = try diagram.drawn(on: page.page, keeping: kept)
        for note in drawing.notes + [drawing.advice].compactMap({ $0 }) {
          Console.note("note: \(note)")
        }
        let most = Int(drawing.page.mostDotsPerInch)
        if format == .png, dpi > most {
          Console.note("note: \(drawing.page.name) has \(most) pixels to an inch, the most it can.")
        }
        try keeping.keep(drawing, of: view.name, in: source.file)
        if let format { return try drawing.rendered(as: format, dotsPerInch: Double(dpi)) }
        let text = output.hasSuffix(".json") ? drawing.positions.json.text : drawing.dot
        return Array(text.utf8)
      }
      try OutputFile(name: output, bytes: bytes).write(to: output)
      return output
    } catch let error as GraphvizError {
      throw CommandFailure(error.description)
    } catch let error as OutputError {
      throw CommandFailure(error.description)
    }
  }
}

extension Draw {
  /// What is drawn, with its map.
  private func pictured() throws -> (SystemMap, Diagram) {
    switch view {
    case .journey(let view):
      let cases = try source.cases(tellingOf: family.name)
      let diagram = try showingProgress("Looking at the map") {
        try family.diagram(
          of: view, of: cases, from: source, before: before, palette: palette.palette)
      }
      return (cases.map, diagram)
    case .map(let view):
      let (map, _) = try source.load()
      let drawn = try source.network(network.scope, of: map)
      let odd = drawn.findings + map.settings.drawing.findings(on: map)
      for finding in map.shared(odd, with: source.share)
      where finding.severity == .warning {
        Console.note("warning: \(finding)")
      }
      let diagram = try showingProgress("Looking at the map") {
        try self.diagram(of: view, map: map, network: drawn)
      }
      return (map, diagram)
    }
  }

  /// A view of the map, by the settings' rules and those of the command line.
  private func diagram(
    of view: MapDiagram, map: SystemMap, network drawn: Network
  ) throws -> Diagram {
    var options = DiagramOptions(following: map, audience: source.share, seed: source.seed)
    try rules.apply(to: &options, of: map)
    if let by { options.attribute = AttributeName(by) }
    if let measure = try measure { options.size = measure }
    options.palette = palette.palette
    options.scope = network.scope
    options.before = try before.map(source.earlierMap)
    if let obstacle = view.obstacle(in: map, network: drawn, options: options) {
      throw CommandFailure("\(view.rawValue): \(obstacle)")
    }
    if view == .seats, let by, !map.benchmarks.contains(where: { $0.attribute == .init(by) }) {
      Console.note("note: --by \(by) says nothing to seats: no population is known by it.")
    }
    let diagram = view.diagram(of: map, network: drawn, options: options)
    if rules.highlight != nil, DrawingWish.highlight.counts(in: self.view),
      !diagram.isHighlighting
    {
      Console.note("note: nothing in the picture is highlighted.")
    }
    return diagram
  }
}

/// The names of the palettes on the command line.
enum PaletteName: String, CaseIterable, ExpressibleByArgument {
  case standard
  case grey
  case contrast
  case dark

  var palette: Palette {
    switch self {
    case .standard: .standard
    case .grey: .grey
    case .contrast: .contrast
    case .dark: .dark
    }
  }
}

/// On which page a diagram is drawn.
struct PageArguments: ParsableArguments {
  @Option(
    name: .customLong("page"),
    help: "The page: \(Page.all.map(\.name).joined(separator: ", ")).")
  var name = "slide"

  @Flag(help: "Higher than wide.")
  var portrait = false

  func validate() throws {
    guard Page(name: name) != nil else {
      throw ValidationError(
        "--page \(name): expected one of \(Page.all.map(\.name).joined(separator: ", ")).")
    }
  }

  var page: Page {
    let page = Page(name: name) ?? .slide
    return portrait ? page.portrait : page
  }
}
