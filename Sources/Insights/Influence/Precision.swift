import Graphs

/// How exact the measures of a large network shall be.
public enum Precision: Sendable, Hashable {
  /// As exact as numbers are.
  case exact
  /// Betweenness and harmonic closeness from a sample, each value within an error of the exact one.
  case within(error: Double)
}

/// What an estimated measure was estimated from.
public struct Estimate: Sendable, Hashable {
  /// The name of the measure.
  public let measure: String
  /// How far off a value may be; of shares, such as normalised betweenness and closeness.
  public let error: Double
  /// The probability that no value is farther off.
  public let confidence: Double
  /// From how many elements paths were searched.
  public let sampleCount: Int
}

extension MeasureInput {
  /// Betweenness as a share of all pairs.
  mutating func normalizedBetweenness(for measure: String) -> NodeMap<Double> {
    guard case .within(let error) = precision else {
      return graph.betweenness(distances: distances)
    }
    let found = graph.estimatedBetweenness(error: error, distances: distances, seed: seed)
    note(found, for: measure)
    return found.scores
  }

  /// Harmonic closeness in a direction; distances by weight are not estimated.
  mutating func harmonic(_ direction: PathDirection, for measure: String) -> NodeMap<Double> {
    guard case .within(let error) = precision, distances == .hops else {
      return direction == .outgoing ? lengths.harmonic : incomingLengths.harmonic
    }
    let found = graph.estimatedHarmonic(error: error, direction: direction, seed: seed)
    note(found, for: measure)
    return found.scores
  }

  private mutating func note(_ found: ScoreEstimate, for measure: String) {
    guard !found.isExact else { return }
    estimates.append(
      Estimate(
        measure: measure, error: found.error, confidence: found.confidence,
        sampleCount: found.sampleCount))
  }
}
