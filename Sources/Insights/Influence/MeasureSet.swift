/// Which measures are taken.
///
///     let measures = try MeasureSet(names: ["betweenness", "density"])
public struct MeasureSet: Sendable, Hashable {
  /// The measures, each once, in the order of ``Measure/all``.
  public let measures: [Measure]

  /// Creates a set; the order of the input does not matter.
  public init(_ measures: some Sequence<Measure>) {
    let chosen = Set(measures)
    self.measures = Measure.all.filter(chosen.contains)
  }

  /// Creates a set from names as in `--measures`; `all` is every measure.
  ///
  /// - Throws: ``UnknownMeasures`` with the names that are none.
  public init(names: [String]) throws(UnknownMeasures) {
    let trimmed = names.map(\.trimmed).filter { !$0.isEmpty }
    if trimmed.contains(where: { $0.lowercased() == "all" }) {
      self = .all
      return
    }
    let unknown = trimmed.filter { Measure(named: $0) == nil }
    guard unknown.isEmpty else { throw UnknownMeasures(names: unknown) }
    self.init(trimmed.compactMap { Measure(named: $0) })
  }

  /// Every measure.
  public static let all = MeasureSet(Measure.all)

  /// What a practitioner's report shows.
  public static let standard = MeasureSet([
    .degree, .inDegree, .outDegree, .strength, .betweenness, .harmonic, .coreness, .elementCount,
    .tieCount, .isolateCount, .componentSizes, .density, .reciprocity, .transitivity,
    .globalEfficiency, .articulationPoints, .externalInternalIndex, .modularityOfAttribute,
    .assortativity,
  ])
}

/// Names that are no measures.
public struct UnknownMeasures: Error, Sendable, Hashable, CustomStringConvertible {
  /// The names, as typed.
  public let names: [String]

  /// What was typed, and what may be.
  public var description: String {
    "unknown measure\(names.count == 1 ? "" : "s") \(names.joined(separator: ", ")); expected all "
      + "or of \(Measure.all.map(\.name).joined(separator: ", "))"
  }
}
