/// A map while it is read from its sheets.
struct MapDraft {
  private(set) var map = SystemMap()
  private let sheets: [Sheet]
  private let vocabulary: Vocabulary
  private let registry: ElementRegistry
  private let ladder: LevelLadder
  private var settingsSheets: [SettingsSheet] = []
  /// What is found in each sheet, in the order of the design.
  private var logs: [Sheet.Kind: FindingLog] = [:]

  /// Everything that was found, sheet by sheet.
  var findings: [Finding] { Sheet.Kind.allCases.flatMap { logs[$0]?.findings ?? [] } }

  init(sheets: [Sheet]) {
    self.sheets = sheets
    for kind in Sheet.Kind.allCases { logs[kind] = FindingLog() }
    var settings = Settings()
    let settingsLog = logs[.settings, default: FindingLog()]
    for sheet in sheets where sheet.kind == .settings {
      let table = SheetTable<SettingColumn>(sheet, vocabulary: Vocabulary([:]), log: settingsLog)
      let reading = SettingsSheet(table, continuing: settings)
      settings = reading.settings
      settingsSheets.append(reading)
    }
    map.settings = settings
    vocabulary = Vocabulary(settings.readAs)
    registry = ElementRegistry(vocabulary: vocabulary)
    ladder = LevelLadder(scale: settings.levelScale)
  }

  private func tables<Column: SheetColumn>(_: Column.Type) -> [SheetTable<Column>] {
    let log = logs[Column.sheetKind, default: FindingLog()]
    return sheets.filter { $0.kind == Column.sheetKind }.map {
      SheetTable<Column>($0, vocabulary: vocabulary, log: log)
    }
  }

  /// Reads every sheet: who there is, then what joins them, then what leans on both.
  mutating func read() {
    let elements = tables(ElementColumn.self)
    let connections = tables(ConnectionColumn.self)
    let seats = tables(SeatColumn.self)
    let journeys = tables(JourneyColumn.self)
    let benchmarks = tables(BenchmarkColumn.self)
    if (elements.count + connections.count + seats.count + journeys.count) == 0 {
      logs[.elements]?.add(
        .error, at: nil, "the map has no sheet that says who is there",
        expected: "expected elements, connections, seats or journeys")
    }

    dropAbsentSectorColumn(from: elements)
    reportAbsentScales(in: connections)
    var elementSheets = elements.map { ElementsSheet($0) }
    for index in elementSheets.indices { elementSheets[index].addElements(to: registry) }
    elements.forEach { $0.addNamedElements(to: registry) }
    seats.forEach { $0.addNamedElements(to: registry) }
    journeys.forEach { $0.addNamedElements(to: registry) }
    for sheet in elementSheets {
      sheet.describe(in: registry, sectorColumn: map.settings.sectorColumn)
    }

    for table in connections {
      let sheet = ConnectionsSheet(table: table, registry: registry, ladder: ladder)
      sheet.read(into: &map.connections)
    }
    let employers = Employers(elements: registry.elements, connections: map.connections)
    inheritSectors(from: employers)
    inferFrontlineTies()
    readLevelScale()
    turnScalesWhoseStrongestIsLow()
    for table in seats {
      SeatsSheet(table: table, registry: registry, employers: employers).read(into: &map.seats)
    }
    map.journeySteps = journeys.flatMap {
      JourneysSheet(table: $0, registry: registry, employers: employers).steps()
    }
    map.benchmarks = benchmarks.flatMap {
      BenchmarksSheet(table: $0, registry: registry).benchmarks()
    }
    map.positions = sheets.filter { $0.kind == .positions }.flatMap {
      PositionsSheet.positions(in: $0, log: logs[.positions, default: FindingLog()])
    }
    for var sheet in settingsSheets {
      sheet.resolveNames(among: registry, benchmarks: map.benchmarks)
      map.settings.backbone = sheet.settings.backbone ?? map.settings.backbone
      map.settings.tableBenchmarks.merge(sheet.settings.tableBenchmarks) { _, last in last }
      map.settings.others.merge(sheet.settings.others) { _, last in last }
    }
    registry.guardNamesInConfidence()
    registry.guardMisspeltNames()
    map.elements = registry.elements
  }

  /// Takes Sector where the column that the settings name instead is not there.
  private mutating func dropAbsentSectorColumn(from elements: [SheetTable<ElementColumn>]) {
    guard let column = map.settings.sectorColumn, !elements.contains(where: { $0.keeps(column) })
    else { return }
    map.settings.sectorColumn = nil
    logs[.settings]?.add(
      .warning, at: place(ofSetting: "Sector column"),
      "Sector column \(column.text.quoted) is no column of the elements; Sector was taken",
      expected: "expected the name of a column, spelt as there")
  }

  /// Says which columns cannot be turned around.
  private func reportAbsentScales(in connections: [SheetTable<ConnectionColumn>]) {
    let sources: [AttributeName: [ConnectionColumn]] = [
      "Level": [.level], "Trust": [.trust, .reliability, .mission, .openness],
      "Strength": [.strength],
    ]
    for column in map.settings.strongestIsLow {
      let columns = sources[column] ?? []
      if connections.contains(where: { table in columns.contains { table.has($0) } }) { continue }
      let reason =
        columns.isEmpty ? "is no scale of the connections" : "is no column of the connections"
      logs[.settings]?.add(
        .warning, at: place(ofSetting: "Strongest is low"),
        "Strongest is low \(column.text.quoted) \(reason)",
        expected: "expected Level, Trust or Strength, if the connections have it")
    }
  }

  private func place(ofSetting name: AttributeName) -> Place? {
    settingsSheets.compactMap { $0.places[name] }.last
  }

  /// Gives people without a sector that of their employers, if these have one and the same.
  private func inheritSectors(from employers: Employers) {
    for (index, element) in registry.elements.enumerated()
    where element.type == .person && element.sector == nil {
      let sectors = Set(employers.of(element.id).compactMap { registry.element(of: $0)?.sector })
      if sectors.count == 1 { registry.update(index) { $0.sector = sectors.first } }
    }
  }

  /// Counts ties as frontline ones whose ends both are, where the row does not say.
  private mutating func inferFrontlineTies() {
    let frontline = Set(registry.elements.filter { $0.isFrontline == true }.map(\.id))
    if frontline.isEmpty { return }
    for index in map.connections.indices where map.connections[index].between == nil {
      let connection = map.connections[index]
      guard frontline.contains(connection.from), frontline.contains(connection.to),
        connection.attributes[AttributeName(ConnectionColumn.between.title)] == nil
      else { continue }
      map.connections[index].between = .frontline
    }
  }

  /// Takes over the scale that the levels' words told, and says so.
  private mutating func readLevelScale() {
    guard let (word, place) = ladder.assumption, let scale = ladder.scale else { return }
    map.settings.levelScale = scale
    logs[.connections]?.add(
      .notice, at: place, "Level \(word.quoted) is a word of the scale \(scale.rawValue)",
      expected: "the setting Level scale names the scale of the map")
  }

  /// Turns the values of columns whose strongest is low around, so that larger is stronger.
  ///
  /// The cells stay as typed. Level and Trust run from 1 to 4; Strength from the least to the most
  /// that the map holds.
  private mutating func turnScalesWhoseStrongestIsLow() {
    let columns = Set(map.settings.strongestIsLow)
    guard !columns.isEmpty else { return }
    let strengths = map.connections.compactMap(\.strength)
    let least = strengths.min() ?? 0
    let ends = least + (strengths.max() ?? 0)
    for index in map.connections.indices {
      if columns.contains("Level") {
        map.connections[index].level = map.connections[index].level.map { 5 - $0 }
      }
      if columns.contains("Trust") {
        map.connections[index].trust = map.connections[index].trust.map { 5 - $0 }
      }
      if columns.contains("Strength") {
        map.connections[index].strength = map.connections[index].strength.map {
          // Where the least is lost beside the most, the difference would be 0.
          max(ends - $0, least)
        }
      }
    }
  }
}
