import Foundation

/// A walk along undirected ties that now and then starts afresh anywhere, as equations.
///
/// What is sought is how often the walker comes by each node. Divided by the roots of the nodes'
/// strengths the equations are symmetric, (*I* − *L* − *L*ᵀ) *x* = *b*, where *L* holds the ties to
/// lower nodes. They are solved by conjugate gradients, which (*I* − *L*)⁻¹ before and (*I* − *L*ᵀ)⁻¹
/// behind make twice as fast, and which cost no more so: both at once and the equations between them
/// take one look at each arc.
///
/// Hestenes and Stiefel, "Methods of conjugate gradients for solving linear systems", 1952,
/// doi:10.6028/jres.049.044; Eisenstat, "Efficient implementation of a class of preconditioned
/// conjugate gradient methods", 1981, doi:10.1137/0902001.
struct SymmetricWalk {
  private let damping: Double
  private let rows: AdjacencyRows
  /// Where in each row the ties to higher nodes begin.
  private let middles: [Int]
  /// The roots of strengths; 1 for a node without ties.
  private let roots: [Double]
  /// What a value counts at each end of a tie: their product is what it is multiplied with.
  private let rates: [Double]

  /// Creates the equations of a walk.
  ///
  /// - Parameters:
  ///   - rows: Ties, each in the rows of both of its ends.
  ///   - damping: How likely the walker follows a tie.
  init(_ rows: AdjacencyRows, damping: Double) {
    self.damping = damping
    self.rows = rows
    let nodes = 0..<rows.nodeCount
    let (offsets, targets) = (rows.offsets.span, rows.targets.span)
    middles = nodes.map { node in
      var arc = offsets[node]
      while arc < offsets[node + 1], targets[arc].index < node { arc += 1 }
      return arc
    }
    roots = nodes.map { node in
      guard offsets[node] < offsets[node + 1] else { return 1 }
      guard let weights = rows.weights else {
        return Double(offsets[node + 1] - offsets[node]).squareRoot()
      }
      return weights[offsets[node]..<offsets[node + 1]].reduce(0, +).squareRoot()
    }
    let share = damping.squareRoot()
    rates = roots.map { share / $0 }
  }

  /// How often the walker comes by each node, of as many walks as it takes to start once in all.
  ///
  /// Right to 5 · 10⁻¹³ of the sum.
  func visits() -> [Double] {
    let count = rows.nodeCount
    var solutions = Array(repeating: 0.0, count: count)
    var (residuals, directions) = (solutions, solutions)
    var (behinds, images, scaledValues) = (solutions, solutions, solutions)
    var solution = solutions.mutableSpan
    var residual = residuals.mutableSpan
    var direction = directions.mutableSpan
    var behind = behinds.mutableSpan
    var image = images.mutableSpan
    var scaled = scaledValues.mutableSpan
    let (roots, rates, middles) = (roots.span, rates.span, middles.span)
    let (offsets, targets) = (rows.offsets.span, rows.targets.span)
    var squared = 0.0
    for node in 0..<count {
      let start = 1 / (roots[node] * Double(count))
      let lower = sum(offsets[node]..<middles[node], of: scaled.span, at: targets)
      residual[node] = start + rates[node] * lower
      scaled[node] = rates[node] * residual[node]
      squared += residual[node] * residual[node]
    }
    var (share, rounds) = (0.0, 0.0)
    let enough = 100 / (1 - damping).squareRoot()
    let tolerance = squaredTolerance
    while squared > tolerance, rounds < enough {
      rounds += 1
      for node in (0..<count).reversed() {
        let ahead = residual[node] + share * direction[node]
        let higher = sum(middles[node]..<offsets[node + 1], of: scaled.span, at: targets)
        let here = ahead + rates[node] * higher
        direction[node] = ahead
        behind[node] = here
        scaled[node] = rates[node] * here
      }
      var curvature = 0.0
      for node in 0..<count {
        let (ahead, here) = (direction[node], behind[node])
        let lower = sum(offsets[node]..<middles[node], of: scaled.span, at: targets)
        let before = ahead - here + rates[node] * lower
        scaled[node] = rates[node] * before
        image[node] = here + before
        curvature += (here + before) * ahead
      }
      let (step, last) = (squared / curvature, squared)
      squared = 0
      for node in 0..<count {
        solution[node] += step * direction[node]
        let left = residual[node] - step * image[node]
        residual[node] = left
        squared += left * left
      }
      share = squared / last
    }
    for node in (0..<count).reversed() {
      let higher = sum(middles[node]..<offsets[node + 1], of: scaled.span, at: targets)
      let here = solution[node] + rates[node] * higher
      scaled[node] = rates[node] * here
      solution[node] = here * roots[node]
    }
    return solutions
  }

  /// How long the residual may be, squared.
  ///
  /// Of the equations as they are solved no eigenvalue is below (1 − *d*)/(1 − *d* + *d*²), and none
  /// of the symmetric ones below 1 − *d*; the rest is Cauchy and Schwarz's.
  private var squaredTolerance: Double {
    let lonely = (0..<rows.nodeCount).count { rows.offsets[$0] == rows.offsets[$0 + 1] }
    let share = Double(lonely) / Double(rows.nodeCount)
    let sum = share + (1 - share) / (1 - damping)
    let least = (1 - damping) / (1 - damping + damping * damping)
    let wrong = 5e-13 * sum
    return wrong * wrong * least * (1 - damping) / roots.reduce(0) { $0 + $1 * $1 }
  }

  /// The sum of values at the ends of arcs, times the weights of these.
  @inline(__always)
  private func sum(
    _ arcs: Range<Int>, of values: Span<Double>, at targets: Span<NodeID>
  ) -> Double {
    if let weights = rows.weights {
      var sum = 0.0
      for arc in arcs { sum += weights[arc] * values[targets[arc].index] }
      return sum
    }
    // Two sums, so that one addition need not wait for the other. Arcs lead to nodes by
    // construction; to check it again takes a third more time.
    var (even, odd) = (0.0, 0.0)
    var arc = arcs.lowerBound
    while arc + 1 < arcs.upperBound {
      even += values[unchecked: targets[unchecked: arc].index]
      odd += values[unchecked: targets[unchecked: arc + 1].index]
      arc += 2
    }
    if arc < arcs.upperBound { even += values[targets[arc].index] }
    return even + odd
  }
}
