import Foundation

/// What refinement keeps of a part of a group; a part has the number of one of its nodes.
struct LeidenPart<Mass: ChanceMass>: Sendable {
  var mass = Mass.zero
  /// The weight of its ties to the rest of its group.
  var outerWeight = 0.0
  /// Whether it is a single node that may still join another part.
  var isSingle = true
}

extension LeidenSearch {
  /// Divides each group into well-connected parts, by random merges of single nodes.
  ///
  /// A node joins a part with a probability that grows as exp(gain/θ); merges that lose are never
  /// made.
  ///
  /// - Parameters:
  ///   - height: The level.
  ///   - randomness: θ in units of the mean tie; close to 0, one of the best merges is made.
  ///   - generator: The source of randomness.
  mutating func refine(
    at height: Int, randomness: Double, using generator: inout SeededGenerator
  ) {
    let level = levels[height]
    setRandomOrder(of: level.nodeCount, using: &generator)
    Self.beginParts(
      of: level, labels: group, groups: &groups, part: &part, parts: &parts,
      innerEnds: &innerEnds, innerTargets: &innerTargets, innerWeights: &innerWeights)
    Self.mergeParts(
      of: level, toward: objective, labels: group, groups: groups, order: queue,
      innerEnds: innerEnds, innerTargets: innerTargets, innerWeights: innerWeights,
      randomness: randomness, part: &part, parts: &parts, met: &met, tieWeights: &tieWeights,
      using: &generator)
  }

  /// Makes each node a part, and gathers the ties that it has within its group.
  private static func beginParts(
    of level: LeidenLevel<Mass>, labels: [Int32], groups: inout [LeidenGroup<Mass>],
    part: inout [Int32], parts: inout [LeidenPart<Mass>],
    innerEnds: inout [Int], innerTargets: inout [Int32], innerWeights: inout [Double]
  ) {
    let (offsets, targets) = (level.offsets.span, level.targets.span)
    let (weights, masses) = (level.weights.span, level.masses.span)
    let label = labels.span
    var groups = groups.mutableSpan
    var part = part.mutableSpan
    var parts = parts.mutableSpan
    let isUnit = weights.isEmpty
    var innerEnds = innerEnds.mutableSpan
    var innerTargets = innerTargets.mutableSpan
    var innerWeights = innerWeights.mutableSpan
    var end = 0
    for group in 0..<level.nodeCount { groups[group].mass = .zero }
    for node in 0..<level.nodeCount {
      let own = label[node]
      groups[Int(own)].mass += masses[node]
      part[node] = Int32(truncatingIfNeeded: node)
      let start = end
      var outer = 0.0
      // Every tie is written, and overwritten by the next unless it is within the group: no branch,
      // which would be guessed wrong too often.
      for arc in offsets[node]..<offsets[node + 1] {
        let target = targets[arc].index
        let isInner = label[target] == own
        innerTargets[end] = Int32(truncatingIfNeeded: target)
        if !isUnit {
          innerWeights[end] = weights[arc]
          outer += isInner ? weights[arc] : 0
        }
        end += isInner ? 1 : 0
      }
      if isUnit { outer = Double(end - start) }
      innerEnds[node] = end
      parts[node] = LeidenPart(mass: masses[node], outerWeight: outer)
    }
  }

  private static func mergeParts(
    of level: LeidenLevel<Mass>, toward objective: LeidenObjective<Mass>, labels: [Int32],
    groups: [LeidenGroup<Mass>], order: [Int32], innerEnds: [Int], innerTargets: [Int32],
    innerWeights: [Double], randomness: Double, part: inout [Int32],
    parts: inout [LeidenPart<Mass>], met: inout [Int32], tieWeights: inout [Double],
    using generator: inout SeededGenerator
  ) {
    let (ends, targets, weights) = (innerEnds.span, innerTargets.span, innerWeights.span)
    let masses = level.masses.span
    let (label, groups, order) = (labels.span, groups.span, order.span)
    var part = part.mutableSpan
    var parts = parts.mutableSpan
    var met = met.mutableSpan
    var tieWeights = tieWeights.mutableSpan
    let (factor, leastGain) = (objective.factor, objective.leastGain)
    let unit = randomness * objective.totalWeight / Double(max(1, objective.base.targets.count))
    let perUnit = 1 / unit
    let isUnit = level.weights.isEmpty

    for position in 0..<level.nodeCount {
      let node = Int(order[position])
      let own = label[node]
      let mass = masses[node]
      let whole = groups[Int(own)].mass
      guard parts[node].isSingle,
        parts[node].outerWeight >= factor * mass.paired(with: whole - mass) - leastGain
      else { continue }

      var metCount = 0
      for arc in (node == 0 ? 0 : ends[node - 1])..<ends[node] {
        let other = part[Int(targets[arc])]
        let weight = isUnit ? 1 : weights[arc]
        let known = tieWeights[Int(other)]
        tieWeights[Int(other)] = max(known, 0) + weight
        met[metCount] = other
        metCount += known < 0 ? 1 : 0
      }

      // Each candidate takes the place of the one chosen before it with its share of the chances
      // met so far; all are taken against the largest gain, so that none runs over.
      var chosen = node
      var weightToChosen = 0.0
      var largest = 0.0
      var leastOfNote = 0.0
      var chances = 1.0
      for place in 0..<metCount {
        let candidate = Int(met[place])
        let met = parts[candidate]
        let weight = tieWeights[candidate]
        tieWeights[candidate] = -1
        let gain = weight - factor * mass.paired(with: met.mass)
        // Most have no chance beside one met before: one branch, mostly guessed right.
        if gain < leastOfNote { continue }
        guard
          met.outerWeight >= factor * met.mass.paired(with: whole - met.mass) - leastGain
        else { continue }
        let lead = (gain - largest) * perUnit
        if lead > 0 {
          chances *= exponential(-lead)
          largest = gain
          leastOfNote = max(0, gain - Self.reach * unit)
        }
        let chance = exponential(min(lead, 0))
        chances += chance
        if chance == chances || generator.nextUnit() * chances < chance {
          chosen = candidate
          weightToChosen = weight
        }
      }
      if chosen == node { continue }
      part[node] = Int32(truncatingIfNeeded: chosen)
      parts[node].isSingle = false
      parts[chosen].isSingle = false
      parts[chosen].mass += mass
      parts[chosen].outerWeight += parts[node].outerWeight - 2 * weightToChosen
    }
  }

  /// A merge that gains less than the best by so many units has no chance.
  private static var reach: Double { 40 }

  /// The exponential function, 0 where it would not change a sum of 1.
  private static func exponential(_ exponent: Double) -> Double {
    exponent < -reach ? 0 : exp(exponent)
  }
}
