import Foundation
import Graphs
import Testing

@testable import Insights

/// Whether a number rounds to the printed one at the printed number of digits.
func rounds(_ value: Double?, to printed: Double, digits: Int) -> Bool {
  guard let value else { return false }
  return abs(value - printed) <= 0.5 * pow(10, -Double(digits)) + 1e-12
}

private let shares = [0.40, 0.30, 0.22, 0.08]
private let seats = [12, 1, 3, 2]

@Suite("Intervals of a share")
struct ConfidenceIntervalTests {
  @Test(arguments: [
    (1, 15, 0.011867, 0.298165), (0, 12, 0, 0.242494), (7, 20, 0.181192, 0.567146),
    (34, 53, 0.507, 0.757),
  ])
  func wilson(successes: Int, trials: Int, lower: Double, upper: Double) throws {
    let interval = try #require(ConfidenceInterval.wilson(successes: successes, trials: trials))
    let digits = trials == 53 ? 3 : 6
    #expect(rounds(interval.lower, to: lower, digits: digits))
    #expect(rounds(interval.upper, to: upper, digits: digits))
  }

  @Test(arguments: [
    (1, 15, 0.001686, 0.319485), (0, 12, 0, 0.264648), (7, 20, 0.153909, 0.592189),
  ])
  func clopperPearson(successes: Int, trials: Int, lower: Double, upper: Double) throws {
    let interval = try #require(
      ConfidenceInterval.clopperPearson(successes: successes, trials: trials))
    #expect(rounds(interval.lower, to: lower, digits: 6))
    #expect(rounds(interval.upper, to: upper, digits: 6))
  }

  @Test func nothingIsSaidWithoutSeats() {
    #expect(ConfidenceInterval.wilson(successes: 0, trials: 0) == nil)
    #expect(ConfidenceInterval.clopperPearson(successes: 0, trials: 0) == nil)
  }

  @Test(arguments: [1, 2, 12, 400])
  func theEndsAreExactWhereNobodyOrEverybodyIsSeated(trials: Int) throws {
    let none = try #require(ConfidenceInterval.clopperPearson(successes: 0, trials: trials))
    #expect(none.lower == 0)
    #expect(abs(none.upper - (1 - pow(0.025, 1 / Double(trials)))) < 1e-12)
    let all = try #require(ConfidenceInterval.clopperPearson(successes: trials, trials: trials))
    #expect(all.upper == 1)
    #expect(abs(all.lower - pow(0.025, 1 / Double(trials))) < 1e-12)
    #expect(ConfidenceInterval.wilson(successes: 0, trials: trials)?.lower == 0)
    #expect(ConfidenceInterval.wilson(successes: trials, trials: trials)?.upper == 1)
  }

  @Test(arguments: [(1, 9), (4, 9), (30, 65)])
  func intervalsAreSymmetricInWhoIsCounted(successes: Int, trials: Int) throws {
    for kind in [ConfidenceInterval.wilson, ConfidenceInterval.clopperPearson] {
      let one = try #require(kind(successes, trials))
      let other = try #require(kind(trials - successes, trials))
      #expect(abs(one.lower - (1 - other.upper)) < 1e-12)
      #expect(abs(one.upper - (1 - other.lower)) < 1e-12)
    }
  }

  @Test func incompleteBetaHasItsClosedForms() {
    // I_x(1, b) = 1 − (1 − x)^b and I_x(a, 1) = x^a.
    #expect(abs(BetaDistribution(1, 5).cumulative(0.3) - (1 - pow(0.7, 5))) < 1e-14)
    #expect(abs(BetaDistribution(4, 1).cumulative(0.3) - pow(0.3, 4)) < 1e-14)
    #expect(abs(BetaDistribution(7, 7).cumulative(0.5) - 0.5) < 1e-14)
    #expect(BetaDistribution(2, 3).cumulative(0) == 0)
    #expect(BetaDistribution(2, 3).cumulative(1) == 1)
  }
}

@Suite("Exact tests of one group")
struct CountDistributionTests {
  @Test(arguments: [
    (12, 0.40, 0.028508), (1, 0.30, 0.020263), (3, 0.22, 0.778825), (2, 0.08, 0.651056),
  ])
  func binomialTwoSided(held: Int, share: Double, p: Double) {
    #expect(rounds(Binomial(trials: 18, probability: share).twoSided(held), to: p, digits: 6))
  }

  @Test func thisFewIsOneSided() {
    #expect(rounds(Binomial(trials: 18, probability: 0.3).lowerTail(1), to: 0.0142, digits: 4))
  }

  @Test func improvingIndicatorsAgainstASignTest() {
    #expect(rounds(Binomial(trials: 53, probability: 0.5).twoSided(34), to: 0.053, digits: 3))
  }

  @Test(arguments: zip([0.4, 0.3, 0.2, 0.1, 0.05], [6, 9, 14, 29, 59]))
  func absenceIsOnlySignificantFromSomeSize(share: Double, seats: Int) {
    #expect(Binomial(trials: seats, probability: share).lowerTail(0) < 0.05)
    #expect(Binomial(trials: seats - 1, probability: share).lowerTail(0) > 0.05)
  }

  @Test func aDrawFromAListIsHypergeometric() {
    let drawn = Hypergeometric(population: 65, marked: 40, draws: 15)
    #expect(rounds(drawn.lowerTail(3), to: 0.000268, digits: 6))
    #expect(
      rounds(Binomial(trials: 15, probability: 40.0 / 65).lowerTail(3), to: 0.00129, digits: 5))
    #expect(abs(drawn.twoSided(3) - 0.00046216875973048056) < 1e-14)
  }

  @Test func massesSumToOneAndTailsMeet() {
    let draws: [any CountDistribution] = [
      Binomial(trials: 18, probability: 0.22), Binomial(trials: 5, probability: 0),
      Binomial(trials: 5, probability: 1), Binomial(trials: 0, probability: 0.3),
      Hypergeometric(population: 65, marked: 40, draws: 15),
      Hypergeometric(population: 10, marked: 9, draws: 8),
    ]
    for draw in draws {
      #expect(abs(draw.support.reduce(0) { $0 + draw.mass(at: $1) } - 1) < 1e-12)
      for count in draw.support {
        #expect(abs(draw.lowerTail(count) + draw.upperTail(count + 1) - 1) < 1e-12)
      }
    }
  }

  @Test func aSymmetricDrawIsTwiceItsTail() {
    let coin = Binomial(trials: 12, probability: 0.5)
    #expect(abs(coin.twoSided(2) - 2 * coin.lowerTail(2)) < 1e-12)
    #expect(coin.twoSided(6) == 1)
  }
}

@Suite("Exact test of a composition")
struct ExactTestTests {
  @Test func multinomial() throws {
    let test = try #require(ExactTest(counts: seats, population: .shares(shares), seed: 1))
    #expect(rounds(test.p, to: 0.039223, digits: 6))
    #expect(test.method == .enumerated(compositions: 1330))
  }

  @Test func twoGroupsAreTheBinomialTest() throws {
    let test = try #require(ExactTest(counts: [1, 17], population: .shares([0.3, 0.7]), seed: 1))
    #expect(abs(test.p - Binomial(trials: 18, probability: 0.3).twoSided(1)) < 1e-12)
  }

  @Test func twoGroupsOfAListAreTheHypergeometricTest() throws {
    let test = try #require(ExactTest(counts: [3, 12], population: .list([40, 25]), seed: 1))
    let drawn = Hypergeometric(population: 65, marked: 40, draws: 15)
    #expect(abs(test.p - drawn.twoSided(3)) < 1e-12)
  }

  @Test func threeGroupsOfAList() throws {
    // By exact fractions over all 136 compositions.
    let test = try #require(
      ExactTest(counts: [3, 5, 7], population: .list([20, 25, 20]), seed: 1))
    #expect(abs(test.p - 0.3253128440114085) < 1e-12)
  }

  @Test func manyCompositionsAreDrawnAndSaySo() throws {
    let drawn = try #require(
      ExactTest(
        counts: seats, population: .shares(shares), seed: 7, largestEnumeration: 1000))
    #expect(drawn.method == .drawn(replicates: 19_999, seed: 7))
    #expect(abs(drawn.p - 0.039223) < 0.006)
    let again = ExactTest(
      counts: seats, population: .shares(shares), seed: 7, largestEnumeration: 1000)
    #expect(again == drawn)
    let list = try #require(
      ExactTest(counts: [3, 12], population: .list([40, 25]), seed: 7, largestEnumeration: 2))
    #expect(list.p < 0.002)
    #expect(list.p >= 1.0 / 20_000)
  }

  @Test func sixtyFiveSeatsOfSixGroupsAreTooManyToEnumerate() throws {
    #expect(ExactTest.compositionCount(seats: 18, groups: 4) == 1330)
    #expect(ExactTest.compositionCount(seats: 65, groups: 6) == 12_103_014)
    #expect(ExactTest.compositionCount(seats: 1_000_000, groups: 30) == nil)
  }

  @Test func nothingToTest() {
    #expect(ExactTest(counts: [0, 0], population: .shares([0.5, 0.5]), seed: 1) == nil)
    #expect(ExactTest(counts: [3, 3], population: .list([2, 2]), seed: 1) == nil)
  }

  @Test func aGroupThatIsNotThere() throws {
    let without = try #require(
      ExactTest(counts: [3, 4, 0], population: .shares([0.5, 0.5, 0]), seed: 1))
    let two = try #require(ExactTest(counts: [3, 4], population: .shares([0.5, 0.5]), seed: 1))
    #expect(abs(without.p - two.p) < 1e-12)
    let with = try #require(
      ExactTest(counts: [3, 4, 1], population: .shares([0.5, 0.5, 0]), seed: 1))
    #expect(with.p == 0)
  }
}

@Suite("Holm's correction")
struct HolmCorrectionTests {
  @Test func stepsDown() {
    let adjusted = holmAdjusted([0.01, 0.04, 0.03, 0.005])
    for (value, expected) in zip(adjusted, [0.03, 0.06, 0.06, 0.02]) {
      #expect(abs(value - expected) < 1e-12)
    }
  }

  @Test func neverAboveOne() {
    #expect(holmAdjusted([0.9, 0.8]) == [1, 1])
    #expect(holmAdjusted([]) == [])
    #expect(holmAdjusted([0.2]) == [0.2])
  }
}

@Suite("Sharing out seats")
struct ApportionmentTests {
  @Test func eighteenSeats() {
    #expect(Apportionment.hamilton.seats(18, among: shares) == [7, 5, 4, 2])
    #expect(Apportionment.webster.seats(18, among: shares) == [7, 6, 4, 1])
  }

  @Test func hamiltonHasTheAlabamaParadox() {
    #expect(Apportionment.hamilton.seats(19, among: shares) == [8, 6, 4, 1])
  }

  @Test func websterIsNotJefferson() {
    let states = [21878.0, 9713, 4167, 3252, 1065]
    #expect(Apportionment.webster.seats(43, among: states) == [24, 10, 4, 4, 1])
    #expect(Apportionment.hamilton.seats(44, among: states) == [24, 11, 5, 3, 1])
    #expect(Apportionment.hamilton.seats(43, among: states) == [24, 10, 4, 4, 1])
  }

  @Test func tiesGoToTheLargerThenTheFirst() {
    #expect(Apportionment.webster.seats(1, among: [1, 1, 1]) == [1, 0, 0])
    #expect(Apportionment.hamilton.seats(2, among: [1, 1, 1]) == [1, 1, 0])
    // 3/3 and 1/1 claim alike: the larger comes first.
    #expect(Apportionment.webster.seats(2, among: [1, 3]) == [0, 2])
  }

  @Test(arguments: 0..<40)
  func allSeatsAreGiven(count: Int) {
    for method in Apportionment.allCases {
      #expect(method.seats(count, among: shares)?.reduce(0, +) == count)
    }
  }

  @Test func nobodyToSeat() {
    #expect(Apportionment.webster.seats(3, among: []) == nil)
    #expect(Apportionment.hamilton.seats(3, among: [0, 0]) == nil)
  }
}

@Suite("Parity")
struct ParityTests {
  @Test func dissimilarityIsTheShareOfSeatsToChange() {
    #expect(rounds(dissimilarity(of: seats, from: shares), to: 0.297778, digits: 6))
    #expect(dissimilarity(of: [2, 2], from: [50, 50]) == 0)
    #expect(dissimilarity(of: [0, 0], from: [1, 1]) == nil)
  }

  @Test func fairDrawsOfFewSeatsAreFarFromParity() {
    // Of 2 seats for two halves, 1 draw in 2 is 2 to 0, which is ½ away.
    #expect(expectedDissimilarity(ofSeats: 2, from: [50, 50]) == 0.25)
    #expect(expectedDissimilarity(ofSeats: 1, from: [0.5, 0.5, 0]) == 0.5)
    #expect(expectedDissimilarity(ofSeats: 9, from: [1]) == 0)
    #expect(expectedDissimilarity(ofSeats: 0, from: [1]) == nil)
    // The mean of the whole compositions, drawn instead of summed group by group.
    var generator = SeededGenerator(seed: 1)
    var sum = 0.0
    for _ in 0..<20_000 {
      var counts = [0, 0, 0, 0]
      for _ in 0..<18 {
        let point = Double.random(in: 0..<1, using: &generator)
        counts[[0.4, 0.7, 0.92].count { $0 <= point }] += 1
      }
      sum += dissimilarity(of: counts, from: shares) ?? 0
    }
    let exact = expectedDissimilarity(ofSeats: 18, from: shares) ?? 0
    #expect(abs(sum / 20_000 - exact) < 0.003)
  }

  @Test func seatsThatWouldHaveToBeAdded() {
    #expect(seatsToAdd(held: 1, of: 18, share: 0.3) == 7)
    #expect(seatsToAdd(held: 1, of: 18, share: 0.3, threshold: 0.8) == 5)
    #expect(seatsToAdd(held: 12, of: 18, share: 0.4) == 0)
    #expect(seatsToAdd(held: 1, of: 3, share: 0.5) == 1)
    #expect(seatsToAdd(held: 1, of: 2, share: 1) == nil)
  }
}
