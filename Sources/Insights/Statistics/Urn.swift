import Foundation
import Graphs

/// Draws compositions of a number of seats at random.
///
/// Group after group: how many of the seats that are left go to it, given those before it. That
/// takes about √*n* steps for each group, where drawing seat by seat takes *n*.
struct Urn {
  private let population: ExactTest.Population
  private let seats: Int
  private let groupCount: Int
  /// The weight of each group and of those after it.
  private let weightFrom: [Double]
  private let logFactorials: LogFactorials

  init(population: ExactTest.Population, seats: Int, groups: Int) {
    self.population = population
    self.seats = seats
    groupCount = groups
    let weights: [Double]
    let largest: Int
    switch population {
    case .shares(let shares):
      weights = shares
      largest = seats
    case .list(let list):
      weights = list.map(Double.init)
      largest = max(seats, list.reduce(0, +))
    }
    var sum = 0.0
    weightFrom = weights.reversed().map {
      sum += $0
      return sum
    }.reversed()
    logFactorials = LogFactorials(upTo: largest)
  }

  /// The seats of each group in one draw.
  func draw(using generator: inout SeededGenerator) -> [Int] {
    var counts = Array(repeating: 0, count: groupCount)
    var left = seats
    for group in counts.indices where left > 0 {
      counts[group] = draw(left, into: group, using: &generator)
      left -= counts[group]
    }
    return counts
  }

  /// How many of the seats that are left go to a group.
  private func draw(_ left: Int, into group: Int, using generator: inout SeededGenerator) -> Int {
    let point = Double.random(in: 0..<1, using: &generator)
    switch population {
    case .shares(let shares):
      // The last group with anybody in it takes what is left.
      guard shares[group] > 0 else { return 0 }
      let rest = group + 1 < groupCount ? weightFrom[group + 1] : 0
      guard rest > 0 else { return left }
      let draw = Binomial(
        trials: left, probability: min(1, shares[group] / weightFrom[group]), logFactorials)
      return draw.count(at: point)
    case .list(let list):
      let draw = Hypergeometric(
        population: Int(weightFrom[group]), marked: list[group], draws: left, logFactorials)
      return draw.count(at: point)
    }
  }
}

extension CountDistribution {
  /// The count at a point from 0 to 1 of the line on which every count has a piece as long as its
  /// probability, the likeliest first and then outward from it.
  func count(at point: Double) -> Int {
    var rest = point
    let middle = min(max(likeliest, support.lowerBound), support.upperBound)
    let mass = mass(at: middle)
    rest -= mass
    var (low, high) = (middle, middle)
    var (lowMass, highMass) = (mass, mass)
    while rest >= 0, low > support.lowerBound || high < support.upperBound {
      if high < support.upperBound {
        highMass *= ratio(after: high)
        high += 1
        rest -= highMass
        if rest < 0 { return high }
      }
      if low > support.lowerBound {
        low -= 1
        lowMass /= ratio(after: low)
        rest -= lowMass
        if rest < 0 { return low }
      }
    }
    // Rounding may leave a hair of the line beyond the last piece.
    return middle
  }
}
