import Foundation

/// Scores that were estimated from a sample, with a bound on their error.
///
/// With at least the stated confidence, every score lies within `error` of the exact one at once.
public struct ScoreEstimate: Equatable, Sendable {
  /// The estimated score of each node.
  public let scores: NodeMap<Double>
  /// The largest error of any score, at the stated confidence; 0 where the scores are exact.
  public let error: Double
  /// The probability that no score is farther off than `error`.
  public let confidence: Double
  /// From how many nodes shortest paths were searched; all of them where the scores are exact.
  public let sampleCount: Int

  /// Whether the sample would have held so many nodes that the exact scores were computed instead.
  public var isExact: Bool { error == 0 }
}

/// How large a sample of the nodes must be for the mean of every score to be within an error.
///
/// Nodes are drawn without replacement until the spread that the sample itself shows is small
/// enough. The error of a mean follows from that spread, for scores from 0 to `range`, by the
/// empirical Bernstein-Serfling inequality; the chance of failing is shared out among all nodes
/// and all looks at the sample.
///
/// Bardenet and Maillard, "Concentration inequalities for sampling without replacement", 2015,
/// doi:10.3150/14-BEJ605, theorem 4.3.
struct SamplingPlan {
  private static let growth = 1.5
  let nodeCount: Int
  let error: Double
  /// The largest score that a sampled node can give to another.
  let range: Double
  /// The logarithm of the inverse chance of failing that each use of the inequality has.
  private let logarithm: Double

  init(nodeCount: Int, error: Double, confidence: Double, range: Double) {
    precondition(error > 0, "the error is above 0")
    precondition(confidence > 0 && confidence < 1, "the confidence is between 0 and 1")
    self.nodeCount = nodeCount
    self.error = error
    self.range = range
    let looks = (log(Double(nodeCount)) / log(Self.growth)).rounded(.up) + 1
    // Each use may fail in five ways on either side.
    logarithm = log(10 * Double(nodeCount) * looks / (1 - confidence))
  }

  /// The size of the first sample: no smaller one could do, even without any spread.
  var firstSize: Int { size((Self.constant * range * logarithm / error).rounded(.up)) }

  /// The size of the sample after one that was too small.
  func size(after size: Int) -> Int { self.size((Self.growth * Double(size)).rounded(.up)) }

  /// A size, or all nodes where it is above half: then it costs less to compute exact scores.
  private func size(_ size: Double) -> Int {
    size > Double(nodeCount) / 2 ? nodeCount : Int(size)
  }

  /// The error of the mean of scores, of which the sum and the sum of squares are known.
  func error(ofMean sum: Double, squares: Double, count: Int) -> Double {
    let (count, mean) = (Double(count), sum / Double(count))
    let variance = max(0, squares / count - mean * mean)
    let unsampled = 1 - (count - 1) / Double(nodeCount)
    return (2 * variance * unsampled * logarithm / count).squareRoot()
      + Self.constant * range * logarithm / count
  }

  private static let constant = 7.0 / 3 + 3 / 2.0.squareRoot()
}

extension SamplingPlan {
  /// Draws nodes until every score is known well enough.
  ///
  /// - Parameters:
  ///   - confidence: What the estimate is to state.
  ///   - seed: The seed of the draws.
  ///   - sums: The sums and sums of squares, by node, of the scores that some nodes give.
  ///   - exact: The exact scores.
  func estimate(
    confidence: Double, seed: UInt64, sums: (ArraySlice<NodeID>) -> DependencySums,
    exact: () -> NodeMap<Double>
  ) -> ScoreEstimate {
    var generator = SeededGenerator(seed: seed)
    var order = (0..<nodeCount).map(NodeID.init)
    generator.shuffle(&order)
    let none = Array(repeating: 0.0, count: nodeCount)
    var sum = DependencySums(scores: none, squares: none)
    var count = 0
    var size = firstSize
    while size < nodeCount {
      sum.add(sums(order[count..<size]))
      count = size
      let reached = zip(sum.scores, sum.squares).reduce(0) {
        max($0, error(ofMean: $1.0, squares: $1.1, count: count))
      }
      if reached <= error {
        return ScoreEstimate(
          scores: NodeMap(sum.scores.map { $0 / Double(count) }), error: reached,
          confidence: confidence, sampleCount: count)
      }
      size = self.size(after: count)
    }
    return ScoreEstimate(
      scores: exact(), error: 0, confidence: confidence, sampleCount: nodeCount)
  }
}
