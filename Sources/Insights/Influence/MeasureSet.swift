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

  /// What was typed, and what it may have meant.
  public var description: String {
    let near = Measure.all.map(\.name).filter { known in names.contains { Self.isNear($0, known) } }
    let guess =
      near.isEmpty ? "" : "; did you mean \(near.prefix(5).joined(separator: ", "))?"
    return "unknown measure\(names.count == 1 ? "" : "s") \(names.joined(separator: ", "))\(guess)"
  }

  /// Whether two names begin with the same letters, or one holds the other.
  private static func isNear(_ typed: String, _ known: String) -> Bool {
    let typed = typed.lowercased()
    guard typed.count >= 4 else { return false }
    let alike = zip(typed, known).prefix { $0 == $1 }.count
    return alike >= max(4, typed.count / 2) || known.contains(typed) || typed.contains(known)
  }
}
