internal import SystemMaps

/// Which column of an event log, or key of an XES attribute, says what.
public struct EventLogColumns: Hashable, Sendable {
  /// What a column can say of an event.
  public enum Field: String, Hashable, Sendable, CaseIterable {
    /// Whose step it is.
    case `case` = "Case"
    /// What happened.
    case step = "Step"
    /// When it began.
    case start = "Start date"
    /// When it ended; the only time, if there is one only.
    case end = "End date"
    /// Who did it.
    case worker = "Worker"
    /// For which organization.
    case organization = "Organization"
    /// In which sector.
    case sector = "Sector"
    /// Where the case was sent.
    case referredTo = "Referred to"
    /// Which part of the step's life: `start`, `complete` and others.
    case transition = "Transition"
    /// Which of several steps alike.
    case instance = "Instance"

    /// The names that programs give the column, the surer first.
    fileprivate var names: [AttributeName] {
      switch self {
      case .case: ["case:concept:name", "case", "case id", "trace", "trace id"]
      case .step: ["concept:name", "step", "activity", "activity name", "task", "event"]
      case .start: ["start_timestamp", "start date", "start", "start time", "start timestamp"]
      case .end:
        [
          "time:timestamp", "end date", "complete", "end", "end time", "end timestamp",
          "complete timestamp", "timestamp", "date", "time",
        ]
      case .worker: ["org:resource", "worker", "resource", "user"]
      case .organization: ["org:group", "organization", "organisation", "group", "department"]
      case .sector: ["sector", "silo"]
      case .referredTo: ["referred to"]
      case .transition: ["lifecycle:transition", "transition"]
      case .instance: ["concept:instance"]
      }
    }
  }

  /// The name of each column that the log has.
  public fileprivate(set) var names: [Field: String] = [:]

  /// The columns as one line: `Case is "case:concept:name", Step is …`.
  public var sentence: String {
    Field.allCases.compactMap { field in names[field].map { "\(field.rawValue) is \"\($0)\"" } }
      .joined(separator: ", ")
  }

  /// Finds the columns of a header, by the names that the user gives them, else by those that
  /// programs do.
  init(of header: [String], columns: [ColumnAlias]) throws(MapErrors) {
    let present = header.map { AttributeName($0) }
    for alias in columns where alias.sheet == .journeys {
      let field = try Self.field(named: alias)
      guard let place = present.firstIndex(of: AttributeName(alias.theirs)) else {
        throw MapErrors(
          "--column journeys.\(alias.ours)=\(alias.theirs): there is no such column",
          expected: "expected one of \(header.prefix(12).joined(separator: ", "))")
      }
      names[field] = header[place]
    }
    for field in Field.allCases where names[field] == nil {
      let place = field.names.lazy.compactMap { present.firstIndex(of: $0) }
        .first { place in !names.values.contains(header[place]) }
      names[field] = place.map { header[$0] }
    }
  }

  /// The keys of XES, but for those that the user names.
  init(ofXES columns: [ColumnAlias]) throws(MapErrors) {
    let standard: [Field: String] = [
      .case: "concept:name", .step: "concept:name", .end: "time:timestamp",
      .start: "start_timestamp", .worker: "org:resource", .organization: "org:group",
      .transition: "lifecycle:transition", .instance: "concept:instance",
    ]
    names = standard
    for alias in columns where alias.sheet == .journeys {
      names[try Self.field(named: alias)] = alias.theirs
    }
  }

  /// What a column holds that the user names.
  private static func field(named alias: ColumnAlias) throws(MapErrors) -> Field {
    guard let field = Field.allCases.first(where: { $0.isCalled(alias.ours) }) else {
      throw MapErrors(
        "--column journeys.\(alias.ours): an event log has no such column",
        expected: "expected one of \(Field.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return field
  }

  /// The columns without those that no event fills.
  func keeping(_ fields: Set<Field>) -> EventLogColumns {
    var kept = self
    kept.names = names.filter { fields.contains($0.key) }
    return kept
  }

  /// Whether a header is that of an event log rather than of a map's own sheet.
  static func fit(_ header: [String], columns: [ColumnAlias]) -> Bool {
    let present = Set(header.map { AttributeName($0) })
    if present.contains("Case"), present.contains("Step") { return false }
    guard let found = try? EventLogColumns(of: header, columns: columns) else { return false }
    return found.names[.case] != nil && found.names[.step] != nil
      && (found.names[.start] != nil || found.names[.end] != nil)
  }
}

extension EventLogColumns.Field {
  fileprivate func isCalled(_ name: String) -> Bool {
    let name = AttributeName(name)
    return AttributeName(rawValue) == name || names.contains(name)
  }
}
