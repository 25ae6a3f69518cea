/// The reading of the settings: what needs no element first, what names elements last.
struct SettingsSheet {
  typealias Row = RowReader<SettingColumn>

  let table: SheetTable<SettingColumn>
  private(set) var settings = Settings()
  /// The rows whose values name elements.
  private var namingRows: [Row] = []
  /// Where the value of each setting stands; of several rows the last one holds.
  private(set) var places: [AttributeName: Place] = [:]
  private var firstRow: [AttributeName: Int] = [:]

  private var log: FindingLog { table.log }

  init(_ table: SheetTable<SettingColumn>, continuing settings: Settings) {
    self.table = table
    self.settings = settings
    guard table.hasRequiredColumns else { return }
    table.reportCellsBeyondHeader()
    for row in table.rows {
      guard let name = row.requiredText(.setting) else { continue }
      if let note = row.text(.note) { self.settings.notes[name] = note }
      read(row, named: name)
    }
  }

  private mutating func read(_ row: Row, named name: String) {
    if let (kind, subject) = Self.parts(of: name) {
      switch kind {
      case "benchmark": return namingRows.append(row)
      case "declared": return declare(subject, by: row)
      case "consent": return consent(to: subject, by: row)
      default: break
      }
    }
    let setting = AttributeName(name)
    if setting != "Read as", let first = firstRow.updateValue(row.row.number, forKey: setting) {
      log.add(
        .warning, at: row.place(of: .setting), "\(name.quoted) is set in row \(first) too",
        expected: "expected one row for each setting; the last one holds")
    }
    guard let value = row.text(.value) else { return }
    places[setting] = row.place(of: .value)
    switch setting {
    case "Title": settings.title = value
    case "Purpose": settings.purpose = value
    case "Boundary": settings.boundary = value
    case "Date": settings.date = row.date(.value)
    case "Language": settings.language = value
    case "Backbone": namingRows.append(row)
    case "Sector column": settings.sectorColumn = AttributeName(value)
    case "Level scale": settings.levelScale = row.choice(.value)
    case "Strongest is low":
      settings.strongestIsLow = value.listedValues.map { AttributeName($0) }
    case "Participation scale": settings.participationScale = value
    case "Follow-up days":
      settings.followUpDays = row.wholeNumber(.value, from: 0) ?? settings.followUpDays
    case "Privacy threshold":
      settings.privacyThreshold = row.wholeNumber(.value, from: 0) ?? settings.privacyThreshold
    case "Read as": rename(value, by: row)
    case "Colour by", "Color by": settings.drawing.colorBy = AttributeName(value)
    case "Size by": settings.drawing.sizeBy = value
    case "Label by": settings.drawing.labelBy = AttributeName(value)
    case "Filter": settings.drawing.filter = filter(value, row)
    case "Hide": settings.drawing.hide = filter(value, row)
    case "Highlight": settings.drawing.highlight = filter(value, row)
    case "Focus": settings.drawing.focus = value
    case "Focus steps": settings.drawing.focusSteps = row.wholeNumber(.value, from: 1) ?? 1
    default: keep(value, of: name, row)
    }
  }

  /// The parts of `Declared: agreed problem`.
  private static func parts(of name: String) -> (kind: String, subject: String)? {
    guard let colon = name.firstIndex(of: ":") else { return nil }
    let subject = name[name.index(after: colon)...].trimmedCell
    return subject.isEmpty ? nil : (name[..<colon].comparisonKey, subject)
  }

  private mutating func keep(_ value: String, of name: String, _ row: Row) {
    settings.others[name] = value
    log.add(
      .notice, at: row.place(of: .setting), "the setting \(name.quoted) has no meaning here",
      expected: "it is kept as typed", summary: "settings have no meaning here")
  }

  /// Reads a condition on elements; what is wrong with one is said with the character.
  private func filter(_ value: String, _ row: Row) -> ElementFilter? {
    do throws(FilterError) {
      return try ElementFilter(value)
    } catch {
      log.add(
        .warning, at: row.place(of: .value),
        "\(value.quoted), character \(error.offset + 1): \(error.message)",
        expected: "expected \(error.expected); nothing is chosen by it")
      return nil
    }
  }

  private mutating func rename(_ ours: String, by row: Row) {
    let theirs = row.list(.note)
    if theirs.isEmpty {
      row.reportUnread(.value, expected: "the map's own words for it in Note")
    }
    settings.readAs[ours.comparisonKey, default: []] += theirs
  }

  private mutating func declare(_ cell: String, by row: Row) {
    guard let value = row.text(.value) else { return }
    settings.declarations[cell.comparisonKey] = Settings.Declaration(
      value: value, evidence: row.text(.note))
  }

  /// Takes a consent only where the row clearly gives one.
  private mutating func consent(to subject: String, by row: Row) {
    let scope: Settings.ConsentScope =
      subject.comparisonKey == "counts" ? .counts : .journey(subject)
    let value = row.text(.value)
    switch value.map(CellWord.yesNo) {
    case .some(true): settings.consents[scope] = row.text(.note) ?? ""
    case .some(false): settings.consents[scope] = nil
    case nil where row.text(.note) == nil: return
    default:
      settings.others["Consent: \(subject)"] = value ?? ""
      log.add(
        .warning, at: row.place(of: .value),
        "the consent \(subject.quoted) says neither yes nor no, and was not taken as given",
        expected: "expected yes as Value, and who, when, for what and until when as Note")
    }
  }

  /// Reads the rows that name elements, which must all be known by now.
  mutating func resolveNames(
    among registry: ElementRegistry, benchmarks: [Benchmark]
  ) {
    var populations: [String: String] = [:]
    for case .named(let population) in benchmarks.map(\.population).reversed() {
      populations[population.comparisonKey] = population
    }
    for row in namingRows {
      guard let name = row.text(.setting), let value = row.text(.value) else { continue }
      guard let (_, subject) = Self.parts(of: name) else {
        settings.backbone = row.single(.value, among: registry)
        continue
      }
      guard case .found(let index) = registry.match(subject, preferring: .table) else {
        log.add(
          .warning, at: row.place(of: .setting), "no table is called \(subject.quoted)",
          expected: "expected the label or ID of a table")
        settings.others[name] = value
        continue
      }
      guard let population = populations[value.comparisonKey] else {
        row.reportUnread(.value, expected: "a Population of the benchmarks")
        settings.others[name] = value
        continue
      }
      settings.tableBenchmarks[registry.elements[index].id] = population
    }
  }
}
