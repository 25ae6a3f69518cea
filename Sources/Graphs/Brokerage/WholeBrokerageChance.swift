/// How much the number of pairs brokered in all varies by chance: ties are independent, sizes of
/// groups fixed.
///
/// The number is a sum over paths *i* → *j* → *k* without *i* → *k*, each there with the chance
/// *p* = *d*²(1 − *d*). Its variance is the sum of the covariances of all two paths; those of paths
/// that no arc depends on in common are 0. The deviation of sna 2.7 is another, which simulation
/// does not bear out.
struct WholeBrokerageChance: Hashable, Sendable {
  private let density: Double
  private let sizes: [Int]

  init(density: Double, sizes: [Int]) {
    self.density = density
    self.sizes = sizes
  }

  /// The standard deviation of the number of pairs brokered, by role.
  ///
  /// - Complexity: The cube of the number of groups.
  var standardDeviation: RoleScores<Double> {
    let all = WholeBrokerageChance(density: density, sizes: [sizes.reduce(0, +)])
    return RoleScores(total: all.deviation { _, _, _ in true }) { role in
      deviation { BrokerageRole(source: $0, broker: $1, target: $2) == role }
    }
  }

  /// The deviation of the number of paths whose three groups are of a kind.
  private func deviation(where isCounted: (Int, Int, Int) -> Bool) -> Double {
    var variance = 0.0
    for first in sizes.indices {
      for second in sizes.indices {
        let pairs = sizes[first] * (sizes[second] - (first == second ? 1 : 0))
        guard pairs > 0 else { continue }
        variance +=
          Double(pairs)
          * (covariance(overArcFrom: first, to: second, where: isCounted)
            + covariance(amongThreeFrom: first, second, where: isCounted))
      }
    }
    // Rounding may leave a variance of 0 a little below it.
    return max(0, variance).squareRoot()
  }

  /// How many nodes of a group are left besides one node of each of two groups.
  private func rest(of group: Int, besides first: Int, _ second: Int) -> Double {
    Double(sizes[group] - (group == first ? 1 : 0) - (group == second ? 1 : 0))
  }

  /// The chance of a path, and the chance of two that have an arc of theirs in common.
  private var chance: Double { density * density * (1 - density) }
  private var chanceOverTie: Double { chance * chance / density }
  private var chanceOverGap: Double { chance * chance / (1 - density) }

  /// The covariances of two paths with one arc in common and different third nodes, for one arc.
  ///
  /// Both may go over the arc, or both need it to be absent; they exclude each other if one goes
  /// over it and the other needs it absent.
  private func covariance(
    overArcFrom source: Int, to target: Int, where isCounted: (Int, Int, Int) -> Bool
  ) -> Double {
    guard density > 0, density < 1 else { return 0 }
    var (over, overSame, gaps, gapsSame, mixedSame) = (0.0, 0.0, 0.0, 0.0, 0.0)
    for third in sizes.indices {
      let count = rest(of: third, besides: source, target)
      let ahead = isCounted(source, target, third) ? 1.0 : 0
      let behind = isCounted(third, source, target) ? 1.0 : 0
      let between = isCounted(source, third, target) ? 1.0 : 0
      over += count * (ahead + behind)
      overSame += count * (ahead + behind) * (ahead + behind)
      gaps += count * between
      gapsSame += count * between
      mixedSame += count * (ahead + behind) * between
    }
    let independent = chance * chance
    return (over * over - overSame) * (chanceOverTie - independent)
      + (gaps * gaps - gapsSame) * (chanceOverGap - independent)
      - 2 * (over * gaps - mixedSame) * independent
  }

  /// The covariances of a path over two nodes and any third with the paths among the same three.
  private func covariance(
    amongThreeFrom source: Int, _ broker: Int, where isCounted: (Int, Int, Int) -> Bool
  ) -> Double {
    guard density > 0, density < 1 else { return 0 }
    let independent = chance * chance
    return sizes.indices.reduce(0) { sum, target in
      guard isCounted(source, broker, target) else { return sum }
      var covariance = chance * (1 - chance)
      // The gap of the one is an arc of the other.
      if isCounted(source, target, broker) { covariance -= independent }
      if isCounted(broker, source, target) { covariance -= independent }
      // Turned round the ring of three: one arc in common.
      for isTurned in [isCounted(broker, target, source), isCounted(target, source, broker)]
      where isTurned { covariance += chanceOverTie - independent }
      return sum + rest(of: target, besides: source, broker) * covariance
    }
  }
}
