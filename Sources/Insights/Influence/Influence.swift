public import SystemMaps
import Graphs

/// Measures of the elements of a network, and of the network as a whole.
///
///     let influence = Influence(of: map.network(), in: map)
///     influence.score(.betweenness, of: "school")
///
/// Ranks among few elements and with answers missing are rough: they say who is well placed in
/// what was reported, not who is powerful.
public struct Influence: Sendable, Hashable {
  /// One measure of every element.
  public struct Scores: Sendable, Hashable {
    /// The measure.
    public let measure: Measure
    /// Its values, in the order of ``Influence/elements``.
    public let elements: ElementValues

    /// A value for each element, the first where the measure has several; `nil` is undefined.
    public var values: [Double?] { elements.columns.first?.values ?? [] }
  }

  /// One measure of every tie.
  public struct TieScores: Sendable, Hashable {
    /// The measure.
    public let measure: Measure
    /// A value for each tie, in the order of the network's; `nil` is undefined.
    public let values: [Double?]
  }

  /// One measure of the whole network.
  public struct NetworkValue: Sendable, Hashable {
    /// The measure.
    public let measure: Measure
    /// Its value.
    public let value: MeasureValue
  }

  /// An element's place by one measure.
  public struct Rank: Sendable, Hashable {
    /// The element.
    public let element: ElementID
    /// 1 for the largest value; equal values share the smaller number.
    public let rank: Int
    /// Its value.
    public let value: Double
  }

  /// The elements of the network, in its order.
  public let elements: [ElementID]
  /// Whether ties have a direction.
  public let isDirected: Bool
  /// Whether ties differ in weight.
  public let isWeighted: Bool
  /// The attribute that ties were compared with; `nil` if that was refused or not asked for.
  public let attribute: AttributeName?
  /// The measures of elements.
  public let scores: [Scores]
  /// The measures of ties.
  public let ties: [TieScores]
  /// The measures of the network, matrices included.
  public let network: [NetworkValue]
  /// Which measures were estimated from a sample.
  public let estimates: [Estimate]
  /// What was assumed or left out.
  public let findings: [Finding]

  /// Measures a network.
  ///
  /// On a weighted network path measures take a tie as 1 ÷ weight long. Measures that need
  /// directions, weights or an attribute are left out of a set that holds them where there are
  /// none.
  ///
  /// - Parameters:
  ///   - network: The network, see `SystemMap.network(_:)`.
  ///   - map: The map it is of.
  ///   - measures: Which measures.
  ///   - attribute: The attribute to compare ties with; `nil` is the sector.
  ///   - audience: Who will see them: below the team, people are not grouped by what they stated
  ///     of themselves.
  ///   - earlier: The network of an earlier day, to measure change since.
  ///   - precision: Whether paths are searched from everyone, or from a sample.
  ///   - seed: The seed of everything random.
  /// - Complexity: O(*nm*) where path measures are asked for, else O(*n* + *m*).
  public init(
    of network: Network, in map: SystemMap, measures: MeasureSet = .standard,
    by attribute: AttributeName? = nil, audience: Audience = .team, since earlier: Network? = nil,
    precision: Precision = .exact, seed: UInt64 = 1
  ) {
    let graph = network.graph
    let asked = attribute ?? map.sectorAttribute
    var findings = network.findings
    var labels: AttributeLabels?
    if measures.measures.contains(where: { $0.needs.contains(.attribute) }) {
      if let refusal = AttributeLabels.refusal(
        of: asked, for: network, in: map, audience: audience)
      {
        findings.append(refusal)
      } else {
        let found = AttributeLabels(asked, of: network, in: map.shared(with: audience))
        findings += found.findings
        labels = found
      }
    }
    if let small = Self.caution(elements: graph.nodeCount) { findings.append(small) }
    var given: Measure.Needs = graph.isDirected ? .directions : .mutuality
    if graph.isWeighted { given.insert(.weights) }
    if labels != nil { given.insert(.attribute) }
    let twoModes = TwoModeGraph(of: network, in: map)
    if twoModes != nil { given.insert(.twoModes) }
    if earlier != nil { given.insert(.earlier) }
    var input = MeasureInput(
      network: network, labels: labels, twoModes: twoModes,
      change: earlier.map { NetworkChange(from: $0, to: network) }, precision: precision,
      seed: seed)
    var scores: [Scores] = []
    var ties: [TieScores] = []
    var values: [NetworkValue] = []
    for measure in measures.measures where measure.needs.isSubset(of: given) {
      if let reason = measure.refusal(of: graph.nodeCount) {
        findings.append(Finding(.notice, "\(measure.name) was not taken: \(reason)"))
        if measure.subject == .network || measure.subject == .matrix {
          values.append(NetworkValue(measure: measure, value: .undefined(reason: reason)))
        }
        continue
      }
      switch measure.taking {
      case .elements(let take):
        scores.append(Scores(measure: measure, elements: take(&input)))
      case .ties(let take):
        ties.append(TieScores(measure: measure, values: take(&input)))
      case .network(let take), .matrix(let take):
        values.append(NetworkValue(measure: measure, value: take(&input)))
      }
    }
    elements = network.elements
    isDirected = graph.isDirected
    isWeighted = graph.isWeighted
    self.attribute = labels?.attribute
    self.scores = scores
    self.ties = ties
    self.network = values
    estimates = input.estimates
    findings += estimates.map(\.finding)
    self.findings = findings
  }

  /// The value of a measure for an element; `nil` if it is undefined or was not taken.
  public func score(_ measure: Measure, of element: ElementID) -> Double? {
    guard let place = elements.firstIndex(of: element),
      let scores = scores.first(where: { $0.measure == measure })
    else { return nil }
    return scores.values[place]
  }

  /// The value of a measure of the network; `nil` if it was not taken.
  public func value(_ measure: Measure) -> MeasureValue? {
    network.first { $0.measure == measure }?.value
  }

  /// The elements by a measure, the largest first.
  ///
  /// Equal ones share a rank and stand in the order of the network; undefined values are left out.
  public func ranking(by measure: Measure) -> [Rank] {
    guard let scores = scores.first(where: { $0.measure == measure }) else { return [] }
    let ordered = scores.values.indices.compactMap { place in
      scores.values[place].map { (place: place, value: $0) }
    }
    .sorted { ($1.value, $0.place) < ($0.value, $1.place) }
    var ranks: [Rank] = []
    for (position, entry) in ordered.enumerated() {
      let isTied =
        ranks.last.map { abs($0.value - entry.value) <= 1e-9 * abs(entry.value) } ?? false
      ranks.append(
        Rank(
          element: elements[entry.place],
          rank: isTied ? (ranks.last?.rank ?? position + 1) : position + 1, value: entry.value))
    }
    return ranks
  }

  private static func caution(elements: Int) -> Finding? {
    guard elements > 0, elements < 10 else { return nil }
    return Finding(
      .notice, "the network has fewer than 10 elements", expected: "read no ranks from it")
  }
}

extension Measure {
  /// Why a network of some elements is too large for the measure; `nil` if it is not.
  fileprivate func refusal(of elements: Int) -> String? {
    guard let mostElements, elements > mostElements else { return nil }
    return "the network has more than \(mostElements) elements, for which it would take too long"
  }
}

extension Estimate {
  /// The estimate in a sentence.
  fileprivate var finding: Finding {
    Finding(
      .notice,
      "\(measure) was estimated from \(sampleCount) elements: with a probability of "
        + "\(confidence), no share is more than \(error) off",
      expected: "without --estimate it is exact")
  }
}
