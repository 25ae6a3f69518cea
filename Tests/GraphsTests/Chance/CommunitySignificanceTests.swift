import Graphs
import Synchronization
import Testing

struct CommunitySignificanceTests {
  private var cliques: Graph {
    let edges = (0..<4).flatMap { group in
      Graph.complete(6).edges.map {
        Edge($0.source.index + 6 * group, $0.target.index + 6 * group)
      }
    }
    return Graph(nodeCount: 24, edges: edges + (0..<4).map { Edge(6 * $0, (6 * $0 + 7) % 24) })
  }

  @Test(arguments: [
    PartitionQuality.modularity(), .constantPotts(resolution: 0.3), .directedModularity(),
  ])
  func plainSilosAreSignificantByEveryQuality(quality: PartitionQuality) throws {
    let arcs = Graph(nodeCount: 24, kind: .directed, edges: cliques.edges)
    for graph in [cliques, arcs] {
      let test = try #require(
        graph.communitySignificance(
          by: quality, runsPerReplicate: 2, replicates: 59, seed: 1))
      #expect(test.p == 1.0 / 60)
      #expect(try #require(test.z) > 4)
      let found = graph.bestCommunities(by: quality, runs: 20, seed: 1)
      #expect(abs(test.observed - (found.quality ?? .nan)) < 1e-9)
    }
  }

  /// A random directed graph is its own null model: small values of *p* are rare.
  @Test func randomGraphsAreNot() throws {
    let tests = try (0..<30).map { seed in
      let graph = randomGraph(seed: UInt64(seed), kind: .directed, edgeCount: 60)
      return try #require(
        graph.communitySignificance(
          by: .directedModularity(), runsPerReplicate: 2, replicates: 39, seed: UInt64(seed)))
    }
    #expect(tests.count { $0.p <= 0.05 } <= 6)
    #expect((0.3...0.7).contains(tests.reduce(0) { $0 + $1.p } / 30))
  }

  @Test func progressCountsAllReplicates() {
    let told = Mutex<[Int]>([])
    _ = cliques.communitySignificance(runsPerReplicate: 1, replicates: 300, seed: 1) { count in
      told.withLock { $0.append(count) }
    }
    let counts = told.withLock(\.self)
    #expect(counts == counts.sorted())
    #expect(counts.last == 300)
    #expect(counts.count == 128)
  }

  @Test(arguments: [PartitionQuality.modularity(), .directedModularity()])
  func sameBytesOnAnyNumberOfThreads(quality: PartitionQuality) {
    let graph = randomGraph(seed: 5, kind: .directed, weights: 1...3, edgeCount: 90)
    let tests = [1, 2, 5].map { threads in
      Parallelism.$threads.withValue(threads) {
        graph.communitySignificance(
          by: quality, runsPerReplicate: 3, replicates: 150, seed: 9)
      }
    }
    #expect(tests[0] == tests[1])
    #expect(tests[0] == tests[2])
  }
}
