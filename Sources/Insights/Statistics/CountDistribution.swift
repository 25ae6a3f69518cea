import Foundation

/// How probable each count of a random draw is.
protocol CountDistribution {
  /// The counts that a draw can give.
  var support: ClosedRange<Int> { get }
  /// The probability of a count; 0 outside the support.
  func mass(at count: Int) -> Double
  /// A count than which none is likelier.
  var likeliest: Int { get }
  /// The probability of the next count ÷ that of this one, both in the support.
  func ratio(after count: Int) -> Double
}

extension CountDistribution {
  /// The probability of this count or fewer.
  func lowerTail(_ count: Int) -> Double {
    guard count >= support.lowerBound else { return 0 }
    guard count < support.upperBound else { return 1 }
    return min(1, (support.lowerBound...count).reduce(0) { $0 + mass(at: $1) })
  }

  /// The probability of this count or more.
  func upperTail(_ count: Int) -> Double {
    guard count <= support.upperBound else { return 0 }
    guard count > support.lowerBound else { return 1 }
    return min(1, (count...support.upperBound).reduce(0) { $0 + mass(at: $1) })
  }

  /// The probability of a draw as improbable as this count or more so: the exact two-sided test.
  ///
  /// Counts whose probability is at most the observed one × (1 + 10⁻⁷) are as improbable; the
  /// factor lets equal probabilities that differ by rounding count as equal, as R does.
  func twoSided(_ count: Int) -> Double {
    let limit = mass(at: count) * ExactTest.tolerance
    return min(
      1,
      support.reduce(0) { sum, other in
        let mass = mass(at: other)
        return mass <= limit ? sum + mass : sum
      })
  }
}

/// The number of successes among independent trials.
struct Binomial: CountDistribution {
  let trials: Int
  let probability: Double
  private let logFactorials: LogFactorials

  /// - Precondition: `trials` is 0 or more; `probability` is from 0 to 1.
  init(trials: Int, probability: Double) {
    self.init(trials: trials, probability: probability, LogFactorials(upTo: trials))
  }

  /// - Parameter logFactorials: Those up to `trials` at least.
  init(trials: Int, probability: Double, _ logFactorials: LogFactorials) {
    precondition(trials >= 0 && (0...1).contains(probability), "a number of trials and a chance")
    self.trials = trials
    self.probability = probability
    self.logFactorials = logFactorials
  }

  var support: ClosedRange<Int> { 0...trials }

  func mass(at count: Int) -> Double {
    guard support.contains(count) else { return 0 }
    if probability == 0 { return count == 0 ? 1 : 0 }
    if probability == 1 { return count == trials ? 1 : 0 }
    return exp(
      logFactorials.choose(trials, count) + Double(count) * log(probability)
        + Double(trials - count) * log1p(-probability))
  }

  var likeliest: Int { min(trials, Int(Double(trials + 1) * probability)) }

  func ratio(after count: Int) -> Double {
    Double(trials - count) / Double(count + 1) * probability / (1 - probability)
  }
}

/// The number of marked members among those drawn from a list without putting any back.
struct Hypergeometric: CountDistribution {
  let population: Int
  let marked: Int
  let draws: Int
  private let logFactorials: LogFactorials

  /// - Precondition: `marked` and `draws` are from 0 to `population`.
  init(population: Int, marked: Int, draws: Int) {
    self.init(
      population: population, marked: marked, draws: draws, LogFactorials(upTo: population))
  }

  /// - Parameter logFactorials: Those up to `population` at least.
  init(population: Int, marked: Int, draws: Int, _ logFactorials: LogFactorials) {
    precondition(
      (0...population).contains(marked) && (0...population).contains(draws),
      "the marked and the drawn are among the population")
    self.population = population
    self.marked = marked
    self.draws = draws
    self.logFactorials = logFactorials
  }

  var support: ClosedRange<Int> { max(0, draws + marked - population)...min(draws, marked) }

  func mass(at count: Int) -> Double {
    guard support.contains(count) else { return 0 }
    return exp(
      logFactorials.choose(marked, count)
        + logFactorials.choose(population - marked, draws - count)
        - logFactorials.choose(population, draws))
  }

  var likeliest: Int { Int(Double(draws + 1) * Double(marked + 1) / Double(population + 2)) }

  func ratio(after count: Int) -> Double {
    Double(marked - count) * Double(draws - count)
      / (Double(count + 1) * Double(population - marked - draws + count + 1))
  }
}
