public import SystemMaps

/// The five conditions of collective impact as far as a map shows them.
///
/// Every cell is computed from the map, declared by its makers, or unknown; what is not known is
/// never counted as 0. There is no total: a sum over unlike things would say less than they do.
///
///     let conditions = Conditions(of: map)
///     conditions[.ownedObjectives].sentence
///     // "6 of 7 objectives have an owner (1 not reported)."
public struct Conditions: Sendable, Hashable {
  /// What is known of one cell.
  public struct Entry: Sendable, Hashable {
    /// On what the entry rests.
    public enum Basis: Sendable, Hashable {
      /// It follows from the map.
      case computed(ConditionFigure)
      /// The map's makers state it, on the grounds they give.
      case declared(Settings.Declaration)
      /// Nothing is known, and why.
      case unknown(reason: String)
    }

    /// What was asked.
    public let cell: ConditionCell
    /// On what the entry rests.
    public let basis: Basis
    /// What the map's makers state beside a computed figure.
    public let alsoDeclared: Settings.Declaration?

    /// The entry as a plain sentence.
    public var sentence: String {
      switch basis {
      case .computed(let figure): figure.sentence
      case .declared(let declaration):
        "Declared: \(declaration.value)."
      case .unknown(let reason): "Not known: \(reason)."
      }
    }

    /// The figure, if the entry is computed.
    public var figure: ConditionFigure? {
      if case .computed(let figure) = basis { figure } else { nil }
    }
  }

  /// All cells, by condition.
  public let entries: [Entry]
  /// What kind of isolated impact the map looks like, if it does.
  public let isolatedImpact: IsolatedImpact?
  /// What the map declares that is no cell.
  public let findings: [Finding]

  /// The entry of a cell.
  public subscript(cell: ConditionCell) -> Entry {
    entries.first { $0.cell == cell }
      ?? Entry(cell: cell, basis: .unknown(reason: "it was not asked"), alsoDeclared: nil)
  }

  /// Looks at the conditions.
  ///
  /// - Parameters:
  ///   - map: The map of one day: see `SystemMap.on(_:)`.
  ///   - audience: Who will read them: organizations that it may not know by name, and their ties,
  ///     are left out.
  /// - Complexity: O(*nm*) for the paths of the network, else O(size of the map).
  public init(of map: SystemMap, for audience: Audience = .team) {
    let survey = ConditionSurvey(of: map, for: audience)
    let entries = ConditionCell.allCases.map { cell in
      let declared = map.settings.declarations[cell.rawValue.comparisonKey]
      let answer = survey.answer(to: cell)
      switch (answer, declared) {
      case (.figure(let figure), _):
        return Entry(cell: cell, basis: .computed(figure), alsoDeclared: declared)
      case (.unknown, let declared?):
        return Entry(cell: cell, basis: .declared(declared), alsoDeclared: nil)
      case (.unknown(let reason), nil):
        return Entry(cell: cell, basis: .unknown(reason: reason), alsoDeclared: nil)
      }
    }
    self.entries = entries
    isolatedImpact = IsolatedImpact(entries, of: map)
    let names =
      ConditionCell.allCases.map(\.rawValue) + Condition.allCases.map(\.rawValue)
    let known = Set(names.map(\.comparisonKey))
    findings = map.settings.declarations.keys.filter { !known.contains($0) }.sorted().map {
      Finding(
        .notice, "\($0.quoted) is declared, and is none of the cells of the conditions",
        expected: "expected one of \(names.joined(separator: ", "))")
    }
  }
}

/// What a map shows of one cell.
public struct ConditionFigure: Sendable, Hashable {
  /// A case that the figure counts, or that it misses.
  public struct Evidence: Sendable, Hashable {
    /// What it is, in a few words; empty where the elements say it.
    public let text: String
    /// The elements it is about.
    public let elements: [ElementID]
  }

  /// How many.
  public let count: Int?
  /// Of how many of which it is known; `nil` where that is no part of something.
  public let total: Int?
  /// A number that is no count, as an average.
  public let value: Double?
  /// Of how many more it is not known.
  public let unknown: Int
  /// The figure as a plain sentence.
  public let sentence: String
  /// What the evidence has in common: "without an owner".
  public let evidenceTitle: String?
  /// The cases worth looking at.
  public let evidence: [Evidence]

  init(
    count: Int? = nil, total: Int? = nil, value: Double? = nil, unknown: Int = 0,
    sentence: String, evidenceTitle: String? = nil, evidence: [Evidence] = []
  ) {
    self.count = count
    self.total = total
    self.value = value
    self.unknown = unknown
    self.sentence = sentence + (unknown > 0 ? " (\(unknown) not reported)." : ".")
    self.evidenceTitle = evidenceTitle
    self.evidence = evidence
  }

  /// A figure about single elements.
  init(
    count: Int, total: Int, unknown: Int = 0, sentence: String, listing title: String,
    _ elements: [ElementID]
  ) {
    self.init(
      count: count, total: total, unknown: unknown, sentence: sentence,
      evidenceTitle: elements.isEmpty ? nil : title,
      evidence: elements.map { Evidence(text: "", elements: [$0]) })
  }
}
