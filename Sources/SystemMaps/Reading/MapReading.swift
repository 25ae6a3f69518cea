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
  /// kept as typed among the attributes, and left out of the typed properties. Rows that are
  /// examples (``Sheet/Row/isExample``) are skipped.
  ///
  /// - Parameters:
  ///   - sheets: The sheets; several of one kind are read one after the other.
  ///   - findings: What the reader of the files has found already.
  public init(sheets: [Sheet], findings: [Finding] = []) {
    let examples = sheets.reduce(0) { $0 + $1.rows.count(where: \.isExample) }
    let sheets = examples == 0 ? sheets : sheets.map(\.withoutExamples)
    var draft = MapDraft(sheets: sheets)
    draft.read()
    map = draft.map
    self.findings =
      findings + Self.notice(of: examples, in: draft.map) + draft.findings
      + draft.map.findingsOfNamesInText
    hasCountedIDs = sheets.contains { sheet in
      sheet.kind == .elements && !sheet.rows.isEmpty
        && !sheet.header.contains { AttributeName($0) == "ID" }
    }
  }
}

extension MapReading {
  /// Says that examples were skipped, or that there is nothing but them.
  private static func notice(of examples: Int, in map: SystemMap) -> [Finding] {
    if examples == 0 { return [] }
    let count = examples.counted("example row", "example rows")
    let isEmpty = map.elements.isEmpty && map.connections.isEmpty && map.benchmarks.isEmpty
    if isEmpty {
      return [
        Finding(
          .notice,
          "the map is still empty: it holds \(count), which \(examples == 1 ? "is" : "are") skipped",
          expected: "type your own rows below the grey ones, the elements first")
      ]
    }
    return [
      Finding(
        .notice, "\(count) \(examples == 1 ? "was" : "were") skipped",
        expected: "delete rows that begin with \"e.g. \" when they are no longer needed")
    ]
  }
}
