/// Brandes' algorithm over any search, with path counts of any size.
struct PathCounts {
  private var count: [ScaledCount]
  private var dependency: [Double]

  init(nodeCount: Int) {
    count = Array(repeating: .zero, count: nodeCount)
    dependency = Array(repeating: 0, count: nodeCount)
  }

  /// Adds the dependencies of the first node in `order` to `scores`.
  ///
  /// - Parameters:
  ///   - order: The nodes that the source reaches, nearest first.
  ///   - isOnShortestPath: Whether an arc from a node is the last step of a shortest path.
  mutating func addDependencies(
    of order: [Int], rows: AdjacencyRows, to scores: inout [Double],
    isOnShortestPath: (_ arc: Int, _ node: Int) -> Bool
  ) {
    guard let source = order.first else { return }
    count[source] = .one
    for node in order {
      for arc in rows.offsets[node]..<rows.offsets[node + 1] where isOnShortestPath(arc, node) {
        count[rows.targets[arc].index].add(count[node])
      }
    }
    for node in order.reversed() {
      for arc in rows.offsets[node]..<rows.offsets[node + 1] where isOnShortestPath(arc, node) {
        let next = rows.targets[arc].index
        dependency[node] += count[node].ratio(to: count[next]) * (1 + dependency[next])
      }
      if node != source { scores[node] += dependency[node] }
    }
    for node in order {
      count[node] = .zero
      dependency[node] = 0
    }
  }
}

/// A positive number `significand` · 2^`exponent` that grows without overflow.
private struct ScaledCount {
  static let zero = ScaledCount(significand: 0, exponent: 0)
  static let one = ScaledCount(significand: 1, exponent: 0)

  /// Below 2⁵¹³; sums of two stay far below the largest `Double`.
  private var significand: Double
  /// A multiple of 512, so that small counts stay plain numbers and exact.
  private var exponent: Int

  mutating func add(_ other: ScaledCount) {
    if other.exponent == exponent {
      significand += other.significand
    } else if other.exponent > exponent {
      significand = other.significand + scaled(significand, by: exponent - other.exponent)
      exponent = other.exponent
    } else {
      significand += scaled(other.significand, by: other.exponent - exponent)
    }
    if significand >= 0x1p512 {
      significand *= 0x1p-512
      exponent += 512
    }
  }

  /// This count divided by another.
  func ratio(to other: ScaledCount) -> Double {
    let ratio = significand / other.significand
    return exponent == other.exponent ? ratio : scaled(ratio, by: exponent - other.exponent)
  }

  private func scaled(_ number: Double, by exponent: Int) -> Double {
    Double(sign: .plus, exponent: max(exponent, -2_000), significand: number)
  }
}
