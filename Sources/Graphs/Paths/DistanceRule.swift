/// How long a tie is for measures that follow shortest paths.
public enum DistanceRule: Hashable, Sendable {
  /// Every tie is one step long.
  case hops
  /// A tie of weight *w* is 1/*w* long: strong ties bring their ends close.
  ///
  /// Weights are strengths. To use them as lengths is the commonest error in this field.
  /// Newman, "Scientific collaboration networks. II", 2001, doi:10.1103/PhysRevE.64.016132.
  case inverseWeight
}

/// Which way paths are followed from a node in a directed graph.
public enum PathDirection: Hashable, Sendable {
  /// From the node to the others: whom it can reach.
  case outgoing
  /// From the others to the node: who can reach it.
  case incoming
}

/// The lengths 1/*w* of the arcs of a graph.
///
/// Two paths are as long as each other or they are not, and betweenness depends on it: sums of
/// rounded 1/*w* find 1/3 + 1/6 longer than 1/2. Where the weights are whole or decimal numbers
/// with a common denominator that fits, lengths are whole numbers and comparison is exact.
enum ArcLengths {
  /// Whole multiples of a unit.
  case exact(quanta: [Int64], unit: Double)
  /// Floating-point lengths; sums within 10⁻¹⁰ of each other, relatively, are equal.
  case approximate([Double])

  /// Creates the lengths of arcs of given weights.
  ///
  /// - Parameter longestPath: The largest number of arcs in a path, for the check that the sum
  ///   of any path's lengths can be held.
  init(weights: [Double], longestPath: Int) {
    self =
      ArcLengths.exactLengths(weights: weights, longestPath: longestPath)
      ?? .approximate(weights.map { 1 / $0 })
  }

  /// Lengths over a common denominator, or `nil` where none fits.
  ///
  /// With *w* = *a*/*s* for one scale *s* and whole *a*, and *l* the least common multiple of
  /// all *a*, 1/*w* is *l*/*a* units of *s*/*l*.
  private static func exactLengths(weights: [Double], longestPath: Int) -> ArcLengths? {
    for scale in [1, 10, 100, 1_000, 10_000, 64, 1_024, 1_048_576] as [Double] {
      let whole = weights.map { ($0 * scale).rounded() }
      guard zip(whole, weights).allSatisfy({ $0 / scale == $1 && $0 < 0x1p53 }) else { continue }
      let numerators = whole.map(Int64.init)
      guard let multiple = leastCommonMultiple(of: Set(numerators)),
        let least = numerators.min()
      else { return nil }
      let (longest, overflows) =
        (multiple / least).multipliedReportingOverflow(by: Int64(longestPath + 1))
      guard !overflows, longest < Int64.max / 2 else { return nil }
      return .exact(quanta: numerators.map { multiple / $0 }, unit: scale / Double(multiple))
    }
    return nil
  }

  private static func leastCommonMultiple(of numbers: Set<Int64>) -> Int64? {
    var multiple: Int64 = 1
    for number in numbers {
      let factor = number / greatestCommonDivisor(multiple, number)
      let (product, overflows) = multiple.multipliedReportingOverflow(by: factor)
      guard !overflows else { return nil }
      multiple = product
    }
    return multiple
  }

  private static func greatestCommonDivisor(_ first: Int64, _ second: Int64) -> Int64 {
    var (larger, smaller) = (first, second)
    while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
    return larger
  }
}
