import Graphs
import Testing

struct ConsensusTests {
  @Test func agreeingRunsNeedNoRound() {
    let pairs = Graph(nodeCount: 5, edges: [Edge(0, 1), Edge(2, 3)])
    let consensus = pairs.bestCommunities(runs: 10, seed: 1).consensus(seed: 1)
    #expect(consensus.partition == Partition(labels: [0, 0, 1, 1, 2]))
    #expect(consensus.rounds == 0)
    #expect(consensus.isSettled)
    #expect(consensus.confidence.values == [1, 1, 1, 1, nil])
  }

  @Test(arguments: 0..<4)
  func plantedGroupsAreTheConsensus(seed: UInt64) {
    let (graph, planted) = plantedPartition(
      groups: 8, size: 25, tiesPerNode: 5, mixing: 0.35, seed: seed)
    let detected = graph.bestCommunities(runs: 20, seed: seed)
    let consensus = detected.consensus(seed: seed)
    #expect(consensus.isSettled)
    #expect(consensus.partition.adjustedRandIndex(planted) > 0.9)
    for case let confidence? in consensus.confidence { #expect((0...1).contains(confidence)) }
  }

  /// The definition, on runs written by hand: 0 and 1 always together, 2 with them in two of three,
  /// 3 with 4 in two of three, 5 with no one twice.
  @Test func sharesOfRunsDecide() throws {
    var detected = Graph.complete(6).bestCommunities(runs: 3, seed: 1)
    detected.partitionsOfRuns = [
      Partition(labels: [0, 0, 0, 1, 1, 2]), Partition(labels: [0, 0, 0, 1, 2, 1]),
      Partition(labels: [0, 0, 1, 2, 2, 0]),
    ]
    let consensus = detected.consensus(seed: 1)
    #expect(consensus.partition == Partition(labels: [0, 0, 0, 1, 1, 2]))
    #expect(consensus.isSettled)
    #expect(consensus.rounds == 1)
    let expected: [Double?] = [5.0 / 6, 5.0 / 6, 2.0 / 3, 2.0 / 3, 2.0 / 3, nil]
    #expect(consensus.confidence.values == expected)
    let strict = detected.consensus(threshold: 1, seed: 1)
    #expect(strict.partition == Partition(labels: [0, 0, 1, 2, 3, 4]))
  }

  @Test func nothingToAgreeOn() {
    for count in [0, 1, 3] {
      let found = Graph(nodeCount: count, edges: []).bestCommunities(runs: 3, seed: 1)
      let consensus = found.consensus(seed: 1)
      #expect(consensus.partition == .singletons(count: count))
      #expect(consensus.confidence.values == Array(repeating: nil, count: count))
    }
  }

  @Test func sameBytesOnAnyNumberOfThreads() {
    let graph = randomGraph(seed: 4, nodeCount: 120, edgeCount: 240)
    let found = [1, 2].map { threads in
      Parallelism.$threads.withValue(threads) {
        graph.bestCommunities(runs: 30, seed: 5).consensus(seed: 2)
      }
    }
    #expect(found[0] == found[1])
  }
}

struct ResolutionScanTests {
  /// Four groups of which two and two belong together: both divisions hold, each at its own
  /// resolutions; by hand they change places at γ = 0.85.
  @Test func nestedGroupsAreTwoPlateaus() throws {
    var edges: [Edge] = []
    for first in 0..<32 {
      for second in 0..<first {
        let weight = first / 8 == second / 8 ? 4 : first / 16 == second / 16 ? 1 : 0.1
        edges.append(Edge(first, second, weight: weight))
      }
    }
    let graph = Graph(nodeCount: 32, edges: edges)
    let scan = try #require(
      graph.resolutionScan(at: stride(from: 0.3, through: 3, by: 0.1).map(\.self), seed: 1))
    #expect(scan.steps.count == 28)
    let halves = Partition(labels: (0..<32).map { $0 / 16 })
    let quarters = Partition(labels: (0..<32).map { $0 / 8 })
    #expect(scan.plateaus.map(\.partition) == [halves, quarters])
    #expect(scan.plateaus.map(\.groupCount) == [2, 4])
    #expect(scan.plateaus.map(\.stability) == [1, 1])
    #expect(scan.plateaus[0].resolutions.upperBound < 0.85)
    #expect(scan.plateaus[1].resolutions.lowerBound > 0.85)
  }

  @Test(arguments: 0..<4)
  func stepsAreAsGoodAsAnyKnownDivision(seed: UInt64) throws {
    let graph = randomGraph(seed: seed, weights: 1...3, nodeCount: 40, edgeCount: 90)
    let quality = PartitionQuality.constantPotts(resolution: 0.1)
    let scan = try #require(graph.resolutionScan(by: quality, runs: 4, seed: seed))
    #expect(scan.steps.count == 17)
    #expect(abs(scan.steps[8].resolution - 0.1) < 1e-12)
    for step in scan.steps {
      let own = try #require(graph.quality(of: step.partition, by: quality.at(step.resolution)))
      #expect(abs(own - step.quality) < 1e-9)
      for other in scan.steps {
        let value = try #require(
          graph.quality(of: other.partition, by: quality.at(step.resolution)))
        #expect(value <= own + 1e-9)
      }
    }
    // Finer groups, or the same, at larger resolutions: less inside, less expected.
    let pairs = scan.steps.map { $0.partition.sizes.reduce(0) { $0 + $1 * ($1 - 1) / 2 } }
    #expect(pairs == pairs.sorted(by: >))
  }

  @Test func undefinedWithoutTies() {
    #expect(Graph(nodeCount: 3, edges: []).resolutionScan(seed: 1) == nil)
  }
}
