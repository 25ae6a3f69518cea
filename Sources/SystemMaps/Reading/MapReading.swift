/// What sheets say, as a map, with everything that the reader should know about them.
public struct MapReading: Sendable {
  /// The map, as far as it could be understood.
  public let map: SystemMap
  /// Errors, warnings and notices, in the order of the sheets.
  public let findings: [Finding]
  /// Whether ids count the rows of each type, because a sheet of elements has no column ID.
  ///
  /// Such ids move when rows do, until they are written.
  public let hasCountedIDs: Bool

  /// Whether nothing stops the map from being used.
  public var isUsable: Bool { !findings.contains { $0.severity == .error } }

  /// The map, if nothing stops it from being used.
  public func usableMap() throws(MapErrors) -> SystemMap {
    if let errors = MapErrors(among: findings) { throw errors }
    return map
  }
}

extension MapReading {
  /// Reads a map from its sheets, in whatever order they come.
  ///
  /// Elements that are named only in other rows are added. Whatever cannot be read is reported,
  /// kept as typed among the attributes, and left out of the typed properties.
  ///
  /// - Parameters:
  ///   - sheets: The sheets; several of one kind are read one after the other.
  ///   - findings: What the reader of the files has found already.
  public init(sheets: [Sheet], findings: [Finding] = []) {
    var draft = MapDraft(sheets: sheets)
    draft.read()
    map = draft.map
    self.findings = findings + draft.findings
    hasCountedIDs = sheets.contains { sheet in
      sheet.kind == .elements && !sheet.rows.isEmpty
        && !sheet.header.contains { AttributeName($0) == "ID" }
    }
  }
}
