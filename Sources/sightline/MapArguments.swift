public import ArgumentParser
public import Interchange
public import SystemMaps

extension Audience: ExpressibleByArgument {}

extension TextEncoding: ExpressibleByArgument {}

extension CalendarDate: ExpressibleByArgument {
  /// Reads a day from an argument.
  public init?(argument: String) { self.init(argument) }
}

/// Which map: its files, and what their columns are called.
struct MapFileArguments: ParsableArguments {
  @Argument(help: "A folder of CSV files, a workbook, a CSV file or a JSON file.")
  var map: String

  @Option(help: "The connections, if MAP is the file of the elements.")
  var connections: String?

  @Option(
    name: .customLong("column"),
    help: ArgumentHelp(
      "A strange header, as SHEET.OUR=THEIRS: connections.From=id_1. Repeatable.",
      valueName: "sheet.our=theirs"))
  var columns: [String] = []

  @Option(
    help: ArgumentHelp(
      "How text files are encoded, if the guess is wrong: "
        + "\(TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "name"))
  var encoding: TextEncoding?

  func validate() throws { _ = try aliases }

  var aliases: [ColumnAlias] {
    get throws {
      try columns.map { text in
        do {
          return try ColumnAlias(parsing: text)
        } catch {
          throw ValidationError("--column \(error)")
        }
      }
    }
  }

  /// Whether MAP is an event log rather than a map.
  var isLog: Bool {
    get throws { try connections == nil && EventLogFile.isLog(map, columns: aliases) }
  }

  /// The steps of an event log, with how its columns were understood told.
  func log(at path: String) throws -> EventLog {
    let aliases = try aliases
    let reading = try showingProgress("Reading") {
      try EventLogFile.read(path, columns: aliases, encoding: encoding)
    }
    Console.note("note: \(reading.columns.sentence); --column journeys.OUR=THEIRS names others")
    for finding in reading.findings { Console.note("note: \(finding)") }
    return reading.log
  }

  private func refuseLog() throws {
    if try isLog {
      throw CommandFailure(
        "\(map) is an event log, the steps of many cases, and no map: `sightline journey` follows "
          + "them; `draw` shows them as flow, or as journey with --case, and `report` with "
          + "--for journey")
    }
  }

  /// What the files say, whether or not it can be used.
  func reading() throws -> MapReading {
    let aliases = try aliases
    try refuseLog()
    return try showingProgress("Reading") {
      try MapFile.read(
        map, connections: connections, columns: aliases, encoding: encoding)
    }
  }

  /// The rows of the files, as typed.
  func sheets() throws -> SheetReading {
    let aliases = try aliases
    try refuseLog()
    return try showingProgress("Reading") {
      try MapFile.sheets(
        map, connections: connections, columns: aliases, encoding: encoding)
    }
  }
}

/// Which map, of which day, for whom: what every command asks.
struct MapArguments: ParsableArguments {
  @OptionGroup var file: MapFileArguments

  @Option(help: "Who may see the output: team, members or public.")
  var share: Audience = .members

  @Option(help: "The day the map is to show, as YYYY-MM-DD; the setting Date if absent.")
  var on: CalendarDate?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The seed of everything random, a whole number, 0 or more.", valueName: "number"))
  var seed: UInt64 = 1

  /// The path of the map.
  var map: String { file.map }

  /// The path of the connections, if MAP holds the elements alone.
  var connections: String? { file.connections }

  /// What the files say, whether or not it can be used.
  func reading() throws -> MapReading { try file.reading() }

  /// The map of the day, if nothing stops it from being used, with what to know about its files, in
  /// the words that the audience may read.
  func load() throws -> (map: SystemMap, findings: [Finding]) { try load(reading()) }

  /// The map of the day that a reading holds, likewise.
  func load(_ reading: MapReading) throws -> (map: SystemMap, findings: [Finding]) {
    let told = reading.map.shared(reading.findings, with: share)
    if let errors = MapErrors(among: told) { throw errors }
    // Here, since the map of the day no longer knows the names of those who left.
    return (reading.map.on(on), told)
  }

  /// An earlier map: the same one on an earlier day, or another file.
  func earlierMap(_ text: String) throws -> SystemMap {
    var earlier = self
    earlier.on = CalendarDate(text)
    if earlier.on == nil { earlier.file.map = text }
    return try earlier.load().map
  }

  /// The network of a map, refusing ties that the audience may not see.
  func network(_ scope: NetworkScope, of map: SystemMap) throws -> Network {
    if share < .team, let type = scope.ties?.first(where: \.isConfidential) {
      throw ValidationError("--ties \(type): only the team may see these ties: add --share team.")
    }
    return map.network(scope)
  }

  /// The network of those whom the audience may know by name, for figures.
  func figuresNetwork(_ scope: NetworkScope, of map: SystemMap) throws -> Network {
    try network(scope, of: map).named(in: map, for: share)
  }
}
