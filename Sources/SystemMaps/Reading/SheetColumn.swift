/// The known columns of a sheet, in the order of the design.
///
/// A column's title is its name in words: `worksFor` is "Works for".
protocol SheetColumn: CaseIterable, Hashable, Sendable, RawRepresentable where RawValue == Int {
  /// The sheet that has these columns.
  static var sheetKind: Sheet.Kind { get }
  /// The columns that every row must fill.
  static var required: [Self] { get }
  /// The columns whose cells become part of what the row is, and are no attributes.
  static var identity: Set<Self> { get }
  /// Other names of columns, as other programs write them.
  static var synonyms: [AttributeName: Self] { get }
  /// The columns that name elements of a type that they themselves tell.
  static var namedTypes: [(column: Self, type: ElementType)] { get }
}

extension SheetColumn {
  static var synonyms: [AttributeName: Self] { [:] }
  static var namedTypes: [(column: Self, type: ElementType)] { [] }

  /// The column's title in the design.
  var title: String {
    let name = String(describing: self)
    if name == "id" { return "ID" }
    var title = ""
    for character in name {
      if title.isEmpty {
        title += character.uppercased()
      } else if character.isUppercase {
        title += " " + character.lowercased()
      } else {
        title.append(character)
      }
    }
    return title
  }
}

enum ElementColumn: Int, SheetColumn {
  case id, label, type, sector, role, worksFor, partOf, place, owner, privacy, responded, budget
  case description, tags, alsoKnownAs, frontline, communityLed, livedExperience
  case seats, tier, drawnFrom, decides, decisionRule, quota, promisedParticipation
  case convenedBy, agendaBy, paidBy, meetingsHeld, lastMet
  case trend, reporters, asOf, kind, serves, power, interest, binding, since, until

  static let sheetKind = Sheet.Kind.elements
  static let required: [ElementColumn] = [.label]
  static let identity: Set<ElementColumn> = [.id, .label]
  static let synonyms: [AttributeName: ElementColumn] = ["element type": .type]
  static let namedTypes: [(column: ElementColumn, type: ElementType)] = [
    (.worksFor, .organization), (.place, .place), (.drawnFrom, .table),
  ]
}

enum ConnectionColumn: Int, SheetColumn {
  case from, to, type, direction, level, strength, trust, reliability, mission, openness, quality
  case frequency, since, until, reportedBy, between, purpose, amount, label, description, tags

  static let sheetKind = Sheet.Kind.connections
  static let required: [ConnectionColumn] = [.from, .to]
  static let identity: Set<ConnectionColumn> = [.from, .to]
  static let synonyms: [AttributeName: ConnectionColumn] = [
    "source": .from, "target": .to, "weight": .strength, "kind": .type, "connection type": .type,
  ]
}

enum SeatColumn: Int, SheetColumn {
  case table, holder, representing, role, appointedBy, votes, decisionRight, participation, scale
  case paid, attended, since, until

  static let sheetKind = Sheet.Kind.seats
  static let required: [SeatColumn] = [.table]
  static let identity: Set<SeatColumn> = [.table, .holder]
  static let namedTypes: [(column: SeatColumn, type: ElementType)] = [(.table, .table)]
}

enum JourneyColumn: Int, SheetColumn {
  case `case`, step, startDate, endDate, worker, organization, sector, referredTo, handoff, barrier
  case collected, channel, familyHours, feeling, notes

  static let sheetKind = Sheet.Kind.journeys
  static let required: [JourneyColumn] = [.case, .step]
  static let identity: Set<JourneyColumn> = [.case, .step]
  static let synonyms: [AttributeName: JourneyColumn] = [
    "start": .startDate, "start_timestamp": .startDate, "complete": .endDate,
    "time:timestamp": .endDate, "case:concept:name": .case, "concept:name": .step,
    "org:resource": .worker, "org:group": .organization,
  ]
  static let namedTypes: [(column: JourneyColumn, type: ElementType)] = [
    (.worker, .person), (.organization, .organization), (.referredTo, .organization),
    (.barrier, .barrier),
  ]
}

enum BenchmarkColumn: Int, SheetColumn {
  case population, attribute, group, share, count, source, date

  static let sheetKind = Sheet.Kind.benchmarks
  static let required: [BenchmarkColumn] = [.population, .attribute, .group]
  static let identity: Set<BenchmarkColumn> = [.population, .attribute, .group]
}

enum SettingColumn: Int, SheetColumn {
  case setting, value, note

  static let sheetKind = Sheet.Kind.settings
  static let required: [SettingColumn] = [.setting, .value]
  static let identity: Set<SettingColumn> = [.setting]
}

extension Sheet.Kind {
  /// Tells from its header what the rows of a sheet are.
  ///
  ///     Sheet.Kind(recognizing: ["Source", "Target", "Weight"])  // connections
  ///
  /// - Returns: `nil` if the header has no column by which sheets are told apart.
  public init?(recognizing header: [String]) {
    let names = Set(header.map { AttributeName($0.trimmedCell) })
    func holds<Column: SheetColumn>(_ columns: Column...) -> Bool {
      columns.allSatisfy { column in
        names.contains(AttributeName(column.title))
          || Column.synonyms.contains { $0.value == column && names.contains($0.key) }
      }
    }
    if holds(ConnectionColumn.from, .to) {
      self = .connections
    } else if holds(SeatColumn.table, .holder) {
      self = .seats
    } else if holds(JourneyColumn.case, .step) {
      self = .journeys
    } else if holds(BenchmarkColumn.population, .attribute, .group) {
      self = .benchmarks
    } else if holds(SettingColumn.setting, .value) {
      self = .settings
    } else if holds(ElementColumn.label) {
      self = .elements
    } else {
      return nil
    }
  }
}
