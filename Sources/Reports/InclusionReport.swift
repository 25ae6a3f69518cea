import Graphs
public import Insights
public import SystemMaps

/// Who sits at the tables, ready to print: as JSON and as lines of text.
public struct InclusionReport: Sendable {
  /// What the audience may see of who sits where.
  public let inclusion: SharedInclusion
  /// How unevenly groups are spread over tables; empty where no counts may be shown.
  public let mixing: [TableMixing]
  /// What the audience may see of who is heard.
  public let voice: Voice
  /// What is there already.
  public let strengths: Strengths
  /// Participation and power at the same tables.
  public let power: PowerReport
  /// The map that it is of.
  public let map: SystemMap

  /// Prepares the report of what an audience may see.
  ///
  /// - Parameters:
  ///   - inclusion: The comparison of seats with benchmarks.
  ///   - network: The working ties of those whom the audience may know by name, among whom it is
  ///     measured who is heard.
  ///   - map: The map that they were made of.
  ///   - audience: Who will read it.
  public init(
    _ inclusion: Inclusion, in network: Network, of map: SystemMap, for audience: Audience
  ) {
    let (shared, others) = sideBySide {
      inclusion.shared(with: audience, for: map)
    } _: {
      (
        voice: Voice(of: network, in: map, by: inclusion.attributes, seed: inclusion.seed),
        power: PowerReport(of: map, for: audience), strengths: Strengths(of: map, for: audience)
      )
    }
    let showsCounts = audience == .team || shared.consent != nil
    self.inclusion = shared
    mixing = showsCounts ? inclusion.mixing : []
    voice = showsCounts ? others.voice : others.voice.withoutCounts(of: map)
    power = others.power
    strengths = others.strengths
    self.map = map
  }

  /// The default comparison of every table of which something is known, the top tier first: a
  /// sentence, and what stands below it.
  public var sentences: [(table: String, sentence: String, details: [String])] {
    defaultComparisons.filter { !$0.knowsNothing }.map { comparison in
      (label(of: comparison.table), comparison.sentence, details(of: comparison))
    }
  }

  /// The tests, where chance would rarely give the table, and the other populations.
  private func details(of comparison: SharedComparison) -> [String] {
    guard case .figures(let figures) = comparison.form else { return [] }
    let isRare = min(figures.wholeTable?.p ?? 1, figures.furthestBelow?.pHolm ?? 1) < 0.05
    let tests = isRare ? [figures.testSentence, figures.thisFewSentence] : []
    return (tests + [besideSentence(figures, others: beside(comparison))]).compactMap(\.self)
  }

  /// The tables of which nothing is known by some attributes, a sentence each.
  public var unknownSentences: [String] {
    var attributes: [ElementID: [String]] = [:]
    let unknown = defaultComparisons.filter(\.knowsNothing)
    for comparison in unknown {
      attributes[comparison.table, default: []].append(comparison.population.attribute.text)
    }
    var met: Set<ElementID> = []
    return unknown.map(\.table).filter { met.insert($0).inserted }.map { table in
      "\(label(of: table)): of no seat is known: "
        + (attributes[table] ?? []).joined(separator: ", ") + "."
    }
  }

  /// The same table by the same attribute beside the other populations.
  func beside(_ comparison: SharedComparison) -> [SharedComparison] {
    inclusion.comparisons.filter {
      $0.table == comparison.table && $0.population.attribute == comparison.population.attribute
        && $0.population.name != comparison.population.name
    }
  }

  /// "Latino, expected seats beside other populations: 4.8 (people served, p = .040)."; `nil` where
  /// there is no other population.
  private func besideSentence(_ figures: TableComparison, others: [SharedComparison]) -> String? {
    guard let lead = figures.furthestBelow else { return nil }
    let expected = others.compactMap { other -> String? in
      guard case .figures(let figures) = other.form,
        let group = figures.groups.first(where: { $0.group == lead.group })
      else { return nil }
      let p = group.p.map { ", p = \(FigureText.probability($0))" } ?? ""
      return "\(FigureText.fixed(group.expected, digits: 1)) (\(other.population.name)\(p))"
    }
    guard !expected.isEmpty else { return nil }
    return "\(lead.group), expected seats beside other populations: "
      + expected.joined(separator: ", ") + "."
  }

  /// The default comparison of every table and attribute, the top tier first.
  var defaultComparisons: [SharedComparison] {
    inclusion.comparisons.enumerated().filter(\.element.isDefault).sorted { first, second in
      (tier(of: first.element.table), first.offset) < (
        tier(of: second.element.table), second.offset
      )
    }.map(\.element)
  }

  func label(of element: ElementID) -> String { map[element]?.label ?? element.text }

  private func tier(of table: ElementID) -> Int { map[table]?.table.tier ?? .max }
}

extension SharedComparison {
  /// Whether no seat could be compared, and that may be said.
  fileprivate var knowsNothing: Bool {
    if case .figures(let figures) = form { figures.judgement == .nothingKnown } else { false }
  }
}
