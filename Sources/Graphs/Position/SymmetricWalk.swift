import Foundation

/// A walk along undirected ties that now and then starts afresh anywhere, as equations.
///
/// What is sought is how often the walker comes by each node. Divided by the roots of the nodes'
/// strengths the equations are symmetric, (*I* − *L* − *L*ᵀ) *x* = *b*, where *L* holds the ties to
/// nodes that come earlier. They are solved by conjugate gradients, which (*I* − *L*)⁻¹ before and
/// (*I* − *L*ᵀ)⁻¹ behind make twice as fast, and which cost no more so: both at once and the
/// equations between them take one look at each arc.
///
/// Nodes with few ties come first: rows of like length stand together, so that the processor more
/// often guesses right where one ends, and the nodes that many rows lead to stand together too.
///
/// Hestenes and Stiefel, "Methods of conjugate gradients for solving linear systems", 1952,
/// doi:10.6028/jres.049.044; Eisenstat, "Efficient implementation of a class of preconditioned
/// conjugate gradient methods", 1981, doi:10.1137/0902001.
struct SymmetricWalk {
  private let damping: Double
  /// The node at each place.
  private let nodes: [NodeID]
  /// The ties to earlier and to later places.
  private let earlier: PaddedRows
  private let later: PaddedRows
  /// By place, the roots of strengths; 1 for a node without ties.
  private let roots: [Double]
  /// By place, what a value counts at each end of a tie: their product is what it is multiplied
  /// with.
  private let rates: [Double]
  /// How many nodes have no ties.
  private let isolates: Int

  /// Creates the equations of a walk.
  ///
  /// - Parameters:
  ///   - rows: Ties, each in the rows of both of its ends.
  ///   - damping: How likely the walker follows a tie.
  init(_ rows: AdjacencyRows, damping: Double) {
    self.damping = damping
    let nodes = ForwardTies.nodesByDegree(rows)
    self.nodes = nodes
    var places = Array(repeating: UInt32(0), count: nodes.count)
    for (place, node) in nodes.enumerated() { places[node.index] = UInt32(place) }
    earlier = PaddedRows(of: nodes, at: places, in: rows, leading: .earlier)
    later = PaddedRows(of: nodes, at: places, in: rows, leading: .later)
    roots = nodes.map { node in
      let row = rows.row(of: node)
      guard !row.isEmpty else { return 1 }
      return (rows.weights.map { $0[row].reduce(0, +) } ?? Double(row.count)).squareRoot()
    }
    let share = damping.squareRoot()
    rates = roots.map { share / $0 }
    isolates = nodes.count { rows.row(of: $0).isEmpty }
  }

  /// How often the walker comes by each node, of as many walks as it takes to start once in all.
  ///
  /// Right to 5 · 10⁻¹³ of the sum.
  func visits() -> [Double] {
    let count = nodes.count
    // One place more, which stays 0: rows are filled up with ties to it, and it makes odd ones even.
    let zeros = Array(repeating: 0.0, count: count + 1)
    var (solutions, residuals, directions) = (zeros, zeros, zeros)
    var (behinds, images, scaledValues) = (zeros, zeros, zeros)
    var solution = solutions.mutableSpan
    var residual = residuals.mutableSpan
    var direction = directions.mutableSpan
    var behind = behinds.mutableSpan
    var image = images.mutableSpan
    var scaled = scaledValues.mutableSpan
    let (roots, rates) = (roots.span, rates.span)
    var squared = 0.0
    for place in 0..<count {
      let start = 1 / (roots[place] * Double(count))
      let before = start + rates[place] * earlier.sum(of: scaled.span, at: place)
      residual[place] = before
      scaled[place] = rates[place] * before
      squared += before * before
    }
    var (step, share, rounds) = (0.0, 0.0, 0.0)
    let enough = 100 / (1 - damping).squareRoot()
    let tolerance = squaredTolerance
    while squared > tolerance, rounds < enough {
      rounds += 1
      for place in (0..<count).reversed() {
        let last = direction[place]
        solution[place] += step * last
        let ahead = residual[place] + share * last
        let here = ahead + rates[place] * later.sum(of: scaled.span, at: place)
        direction[place] = ahead
        behind[place] = here
        scaled[place] = rates[place] * here
      }
      var curvature = 0.0
      for place in 0..<count {
        let (ahead, here) = (direction[place], behind[place])
        let before = ahead - here + rates[place] * earlier.sum(of: scaled.span, at: place)
        scaled[place] = rates[place] * before
        image[place] = here + before
        curvature += (here + before) * ahead
      }
      let last = squared
      step = squared / curvature
      // Two sums, so that one addition need not wait for the other.
      var (even, odd) = (0.0, 0.0)
      for pair in 0..<(count + 1) / 2 {
        let first = residual[2 * pair] - step * image[2 * pair]
        let second = residual[2 * pair + 1] - step * image[2 * pair + 1]
        residual[2 * pair] = first
        residual[2 * pair + 1] = second
        even += first * first
        odd += second * second
      }
      squared = even + odd
      share = squared / last
    }
    var visits = Array(repeating: 0.0, count: count)
    for place in (0..<count).reversed() {
      let ahead = solution[place] + step * direction[place]
      let here = ahead + rates[place] * later.sum(of: scaled.span, at: place)
      scaled[place] = rates[place] * here
      visits[nodes[place].index] = here * roots[place]
    }
    return visits
  }

  /// How long the residual may be, squared.
  ///
  /// Of the equations as they are solved no eigenvalue is below (1 − *d*)/(1 − *d* + *d*²), and none
  /// of the symmetric ones below 1 − *d*; the rest is Cauchy and Schwarz's.
  private var squaredTolerance: Double {
    let share = Double(isolates) / Double(nodes.count)
    let sum = share + (1 - share) / (1 - damping)
    let least = (1 - damping) / (1 - damping + damping * damping)
    let wrong = 5e-13 * sum
    return wrong * wrong * least * (1 - damping) / roots.reduce(0) { $0 + $1 * $1 }
  }
}

/// The ties of each place that lead one way in an order, filled up to fours: where a row ends is then
/// guessed right more often, which saves a quarter of the time.
private struct PaddedRows {
  /// Which ties are meant.
  enum Direction {
    case earlier, later
  }

  /// Where the row of each place begins, counted in fours.
  private let offsets: [Int]
  /// The places that the ties lead to.
  ///
  /// The place behind the last fills rows up; what stands there must be 0.
  private let targets: [UInt32]
  /// The weights of the ties, or `nil` where every one is 1.
  private let weights: [Double]?

  /// Chooses from rows of ties.
  ///
  /// - Parameters:
  ///   - nodes: The node at each place.
  ///   - places: The place of each node.
  ///   - rows: The ties, each in the rows of both of its ends.
  ///   - direction: Which of them are meant.
  init(
    of nodes: [NodeID], at places: [UInt32], in rows: AdjacencyRows, leading direction: Direction
  ) {
    let padding = UInt32(nodes.count)
    var starts = Array(repeating: 0, count: nodes.count + 1)
    // Half of all arcs, and up to three more a row.
    let most = rows.targets.count / 2 + 3 * nodes.count + 1
    var chosen = Array(repeating: padding, count: most)
    var chosenWeights = rows.weights.map { _ in Array(repeating: 0.0, count: most) }
    var offsets = starts.mutableSpan
    var targets = chosen.mutableSpan
    let (given, ends) = (rows.offsets.span, rows.targets.span)
    let (nodes, places) = (nodes.span, places.span)
    var end = 0
    for place in nodes.indices {
      let node = nodes[place].index
      // Every tie is written, and one that does not belong is overwritten: a branch would be
      // guessed wrong half of the time.
      for arc in given[node]..<given[node + 1] {
        let target = places[ends[arc].index]
        targets[end] = target
        if let weights = rows.weights { chosenWeights?[end] = weights[arc] }
        let belongs = direction == .earlier ? target < place : target > place
        end += belongs ? 1 : 0
      }
      targets[end] = padding
      chosenWeights?[end] = 0
      end = (end + 3) / 4 * 4
      offsets[place + 1] = end / 4
    }
    self.offsets = starts
    self.targets = chosen
    weights = chosenWeights
  }

  /// The sum of values at the ends of the ties of a place, times their weights.
  @inline(__always)
  func sum(of values: Span<Double>, at place: Int) -> Double {
    // Ties lead to places by construction; to check it again takes a third more time.
    let targets = targets.span
    if let weights {
      var sum = 0.0
      for tie in 4 * offsets[place]..<4 * offsets[place + 1] {
        sum += weights[tie] * values[unchecked: Int(targets[unchecked: tie])]
      }
      return sum
    }
    // Two sums, so that one addition need not wait for the other.
    var (even, odd) = (0.0, 0.0)
    for four in offsets[place]..<offsets[place + 1] {
      let tie = 4 * four
      even +=
        values[unchecked: Int(targets[unchecked: tie])]
        + values[unchecked: Int(targets[unchecked: tie + 1])]
      odd +=
        values[unchecked: Int(targets[unchecked: tie + 2])]
        + values[unchecked: Int(targets[unchecked: tie + 3])]
    }
    return even + odd
  }
}
