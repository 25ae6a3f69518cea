import Testing

@testable import Graphs

struct ChunkedWorkTests {
  @Test(arguments: [false, true])
  func resultsComeInOrder(concurrently: Bool) {
    let results = chunkedResults(count: 100, concurrently: concurrently) { $0 * $0 }
    #expect(results == (0..<100).map { $0 * $0 })
    #expect(chunkedResults(count: 0, concurrently: concurrently) { $0 } == [])
  }

  @Test(arguments: [1, 2, 3, 200])
  func aLimitOfThreadsChangesNoResult(threads: Int) {
    let graph = randomGraph(seed: 5, nodeCount: 700, edgeCount: 2_000)
    let limited = Parallelism.$threads.withValue(threads) {
      (
        chunkedResults(count: 100, concurrently: true) { $0 * $0 }, graph.betweenness(),
        graph.harmonic(), graph.bestLeidenCommunities(runs: 4, seed: 1)
      )
    }
    #expect(limited.0 == (0..<100).map { $0 * $0 })
    #expect(limited.1 == graph.betweenness())
    #expect(limited.2 == graph.harmonic())
    #expect(limited.3 == graph.bestLeidenCommunities(runs: 4, seed: 1))
  }
}

struct ArcLengthsTests {
  /// Lengths 1/w over a common denominator, and back.
  @Test(arguments: [[1, 2, 3], [0.1, 0.25, 2.5], [0.125, 3], [1e-3, 7]] as [[Double]])
  func decimalWeightsHaveExactLengths(weights: [Double]) throws {
    guard case .exact(let quanta, let unit) = ArcLengths(weights: weights, longestPath: 100) else {
      Issue.record("\(weights) have a common denominator")
      return
    }
    for (quantum, weight) in zip(quanta, weights) {
      #expect(abs(Double(quantum) * unit * weight - 1) < 1e-15)
    }
  }

  @Test func othersAreApproximate() {
    // A common multiple of the first hundred odd numbers is beyond 64 bits; π has no scale.
    for weights in [(0..<100).map { Double(2 * $0 + 1) }, [.pi, 1], [1e-300, 1], [1e300, 1]] {
      guard case .approximate(let lengths) = ArcLengths(weights: weights, longestPath: 100)
      else {
        Issue.record("no whole lengths fit \(weights)")
        continue
      }
      #expect(lengths == weights.map { 1 / $0 })
    }
  }
}
