import Graphs
import Testing

@testable import Insights

@Suite("Voting power")
struct VotingPowerTests {
  @Test(arguments: [
    // Banzhaf's example; the Council of the EEC of 1958; a dictator; unanimity.
    ([50, 49, 1], 51, [3, 1, 1]), ([4, 4, 4, 2, 2, 1], 12, [10, 10, 10, 6, 6, 0]),
    ([6, 1, 1], 5, [4, 0, 0]), ([3, 2, 1], 6, [1, 1, 1]), ([1], 1, [1]),
    // Prairie Basin's fund: votes 4, 3, 2 and 1, of which six decide.
    ([4, 3, 2, 1], 6, [5, 3, 3, 1]),
  ])
  func publishedSwings(weights: [Int], quota: Int, swings: [Int]) throws {
    #expect(try #require(VotingPower(weights: weights, quota: quota)).swings == swings)
  }

  @Test func sharesAndMeasure() throws {
    let power = try #require(VotingPower(weights: [50, 49, 1], quota: 51))
    #expect(power.shares == [0.6, 0.2, 0.2])
    #expect(power.measure == [0.75, 0.25, 0.25])
  }

  @Test(arguments: 1...20)
  func theSameAsTryingEveryCoalition(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let weights = (0..<Int.random(in: 1...8, using: &generator)).map { _ in
      Int.random(in: 0...9, using: &generator)
    }
    let total = weights.reduce(0, +)
    guard total > 0 else { return }
    let quota = Int.random(in: 1...total, using: &generator)
    let swings = weights.indices.map { voter in
      (0..<(1 << weights.count)).count { coalition in
        guard coalition & (1 << voter) == 0 else { return false }
        let sum = weights.indices.reduce(0) {
          coalition & (1 << $1) == 0 ? $0 : $0 + weights[$1]
        }
        return sum < quota && sum + weights[voter] >= quota
      }
    }
    #expect(try #require(VotingPower(weights: weights, quota: quota)).swings == swings)
  }

  @Test func twentySeatsAreCountedExactly() throws {
    // Equal votes: each swings the coalitions of exactly ten others, 19 choose 10.
    let power = try #require(VotingPower(weights: Array(repeating: 1, count: 20), quota: 11))
    #expect(power.swings == Array(repeating: 92_378, count: 20))
  }

  @Test(arguments: [
    ([], 1), ([1, -1], 1), ([1, 1], 0), ([1, 1], 3), ([0, 0], 1),
    (Array(repeating: 1, count: 21), 11),
  ])
  func nonsenseHasNoPower(weights: [Int], quota: Int) {
    #expect(VotingPower(weights: weights, quota: quota) == nil)
  }
}
